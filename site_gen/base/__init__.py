"""Floor 1: knows nothing of ours. Text and its places, messages, diagnostics, Vietnamese."""

"""Floor 9: the road from content to output, and what of it can be skipped."""

"""Floor 3: bytes to entries. Text, YAML nodes with places, Markdown front matter, binding, loading."""

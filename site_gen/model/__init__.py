"""Floor 2: what is published, frozen. Field types, the deadline grammar, entries, the catalog, settings."""

"""What helps an editor to write: explanations, schemas, specimens, new sites and entries."""

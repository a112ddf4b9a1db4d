"""Floor 7: values to bytes. The Jinja environment, Markdown, and pages to artifacts."""

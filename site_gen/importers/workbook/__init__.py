"""Content as a workbook that an officer edits: what its sheets hold, and what of it was changed when it comes back."""

"""Floor 4b: deciding. What a page is, where it lies, and what a site at a day consists of."""

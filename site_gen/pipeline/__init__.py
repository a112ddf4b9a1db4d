"""Floor 9: from content to output, step by step (`steps`), and what of it an unchanged site need not do again."""

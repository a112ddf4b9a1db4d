"""Floor 6b: what several kinds say together: panels on pages, the home page, the portal, the pages of every site."""

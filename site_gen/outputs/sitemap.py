"""`sitemap.xml` (sitemaps.org, protocol 0.9): the pages that search engines may list, with true dates."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from site_gen.pages.page import Artifact, Page


def sitemap(pages: Iterable[Page], base_url: str) -> Artifact:
    """One entry for each page that may be listed; the protocol wants whole addresses, so `base_url` is needed."""
    rows = []
    for page in sorted(pages, key=lambda p: p.url):
        if page.index:
            day = f"<lastmod>{page.updated}</lastmod>" if page.updated else ""
            rows.append(f"<url><loc>{escape(base_url.rstrip('/'))}/{escape(page.url)}</loc>{day}</url>")
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return Artifact("sitemap.xml", (head + "\n".join(rows) + "\n</urlset>\n").encode())

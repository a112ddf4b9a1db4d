"""`sitemap.xml` (sitemaps.org, protocol 0.9): the pages that search engines may list, with true dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from xml.sax.saxutils import escape

from site_gen.pages.page import Artifact, Page

PATH = "sitemap.xml"
MOST = 50_000
"""So many addresses the protocol allows in one file; a larger site has an index of several."""
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(pages: Iterable[Page], base_url: str, as_of: date, most: int = MOST) -> Iterator[Artifact]:
    """One entry for each page that may be listed; the protocol wants whole addresses, so `base_url` is needed.

    `lastmod` is the day the content says it changed; where it says none, or one still to come, none is told.
    """
    home = base_url.rstrip("/")
    rows = [
        f"<url><loc>{escape(home)}/{escape(page.url)}</loc>{_changed(page.updated, as_of)}</url>"
        for page in sorted(pages, key=lambda p: p.url)
        if page.index
    ]
    if len(rows) <= most:
        yield Artifact(PATH, _file("urlset", rows))
        return
    parts = [rows[n : n + most] for n in range(0, len(rows), most)]
    for number, part in enumerate(parts, 1):
        yield Artifact(f"sitemap-{number}.xml", _file("urlset", part))
    named = [f"<sitemap><loc>{escape(home)}/sitemap-{n}.xml</loc></sitemap>" for n in range(1, len(parts) + 1)]
    yield Artifact(PATH, _file("sitemapindex", named))


def _changed(updated: str, as_of: date) -> str:
    return f"<lastmod>{updated}</lastmod>" if updated and updated <= as_of.isoformat() else ""


def _file(name: str, rows: list[str]) -> bytes:
    return (_HEAD + f'<{name} xmlns="{_SPACE}">\n' + "\n".join(rows) + f"\n</{name}>\n").encode()

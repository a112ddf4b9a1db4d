"""Files that others look for under fixed names: `robots.txt`, `security.txt`, `sitemap.xml`, `version.json`.

The first two (RFC 9309, RFC 9116) count only at the root of a host. A site in a folder carries them all the same, for the day it gets a host of its own;
a portal writes them at its root for all its sites.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape

from site_gen.base.dataclass import dataclass
from site_gen.pages.page import Artifact, Page

ROBOTS, SECURITY = "robots.txt", ".well-known/security.txt"
VERSION = "version.json"
"""Which content stands here and what made it. No clock and no machine: the same input gives the same file."""
SITEMAP = "sitemap.xml"
MOST, HEAVIEST = 50_000, 50_000_000
"""So many addresses and bytes the protocol allows in one file; a larger site has an index of several."""
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
MONTHS = 11
"""How long a security contact is good: RFC 9116 (2.5.5) recommends less than a year; it begins anew every month."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What search engines may do with one site: its address, its folder below the root, whether it may be found."""

    base_url: str
    folder: str
    found: bool


def robots(reach: Iterable[Reach], base_url: str = "") -> Artifact:
    """What may be visited, and where the sitemaps are.

    Args:
        reach: The site, or every site of a portal.
        base_url: The address of the folder that the file stands in; paths in it count from the host's root.
    """
    every = list(reach)
    root = urlsplit(base_url).path.rstrip("/")
    hidden = [quote(f"{root}/{r.folder}/" if r.folder else f"{root}/") for r in every if not r.found]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in hidden or [""])]
    maps = [f"Sitemap: {r.base_url.rstrip('/')}/{SITEMAP}" for r in every if r.found and r.base_url]
    return Artifact(ROBOTS, "\n".join([*lines, *(["", *maps] if maps else []), ""]).encode())


def security_txt(contact: str, base_url: str, as_of: date) -> Artifact:
    """Where to report a weakness. `contact` is a mailbox or an address that begins with `https://`."""
    month = as_of.year * 12 + as_of.month - 1 + MONTHS
    lines = [
        f"Contact: {contact if contact.startswith('https://') else f'mailto:{contact}'}",
        f"Expires: {month // 12}-{month % 12 + 1:02d}-01T00:00:00Z",
        "Preferred-Languages: vi, en",
    ]
    if base_url.startswith("https://"):
        lines.append(f"Canonical: {base_url.rstrip('/')}/{SECURITY}")
    return Artifact(SECURITY, ("\n".join(lines) + "\n").encode())


def sitemap(
    pages: Iterable[Page], base_url: str, as_of: date, most: int = MOST, heaviest: int = HEAVIEST
) -> Iterator[Artifact]:
    """`sitemap.xml` (sitemaps.org, protocol 0.9): one entry for each page that may be listed; the protocol wants whole addresses, so `base_url` is needed.

    `lastmod` is the day the content says it changed; where it says none, or one still to come, none is facts.
    """
    home = base_url.rstrip("/")
    rows = [
        f"<url><loc>{escape(home)}/{escape(page.url)}</loc>{_lastmod(page.updated, as_of)}</url>"
        for page in sorted(pages, key=lambda p: p.url)
        if page.index
    ]
    parts = list(_within(rows, most, heaviest - len(_sitemap_file("urlset", []))))
    if len(parts) == 1:
        yield Artifact(SITEMAP, _sitemap_file("urlset", rows))
        return
    for number, part in enumerate(parts, 1):
        yield Artifact(f"sitemap-{number}.xml", _sitemap_file("urlset", part))
    named = [f"<sitemap><loc>{escape(home)}/sitemap-{n}.xml</loc></sitemap>" for n in range(1, len(parts) + 1)]
    yield Artifact(SITEMAP, _sitemap_file("sitemapindex", named))


def _within(rows: list[str], most: int, room: int) -> Iterator[list[str]]:
    """The rows in as few parts as keep both limits; one empty part where there are none."""
    part: list[str] = []
    filled = 0
    for row in rows:
        weight = len(row.encode()) + 1
        if part and (len(part) == most or filled + weight > room):
            yield part
            part, filled = [], 0
        part.append(row)
        filled += weight
    yield part


def _lastmod(updated: date | None, as_of: date) -> str:
    return f"<lastmod>{updated}</lastmod>" if updated and updated <= as_of else ""


def _sitemap_file(name: str, rows: list[str]) -> bytes:
    return (_HEAD + f'<{name} xmlns="{_SPACE}">\n' + "\n".join(rows) + f"\n</{name}>\n").encode()

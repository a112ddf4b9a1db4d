"""Files that others look for under fixed names: `robots.txt` (RFC 9309) and `security.txt` (RFC 9116).

Both count only at the root of a host. A site in a folder carries them all the same, for the day it gets a host of its own;
a portal writes them at its root for all its sites.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlsplit

from site_gen.outputs.sitemap import PATH as SITEMAP
from site_gen.pages.page import Artifact

ROBOTS, SECURITY = "robots.txt", ".well-known/security.txt"
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

"""What every answer of a web server should say about itself: the one place from which all forms are written.

A page says of this what a page can say (`<meta>`); `_headers`, nginx and Caddy say all of it. Not in a page can
stand: who may frame it (`frame-ancestors`), `nosniff`, HSTS, permissions, and what isolates it from other windows.
"""

from __future__ import annotations

from collections.abc import Mapping

from site_gen.base.dataclass import dataclass

Headers = tuple[tuple[str, str], ...]

CONTENT = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)
"""Content Security Policy (W3C, level 3) as a page itself says it: nothing inline, nothing from elsewhere."""
REFERRER = "same-origin"
"""Other sites are not told from which page of this one a reader came."""
META: Mapping[str, str] = {"content": CONTENT, "referrer": REFERRER}
"""What the layout writes into every page."""

YEAR = 31_536_000
FINGERPRINTED = ("assets", "tim-kiem")
"""Folders whose files change their name with their content, and may be kept for ever."""
OPEN_DATA = ("du-lieu",)
"""Folders that pages of other sites may read."""
KEEP = f"public, max-age={YEAR}, immutable"
REVALIDATE = "no-cache"
"""Kept, but asked for before each use (RFC 9111, 5.2.2.4): a page shows the day's state."""

TYPES: Mapping[str, str] = {
    "atom": "application/atom+xml",
    "css": "text/css",
    "csv": "text/csv",
    "html": "text/html",
    "ics": "text/calendar",
    "js": "text/javascript",
    "json": "application/json",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "xml": "application/xml",
}
"""Texts that the site writes, all of them UTF-8. Some servers do not know `csv` and `ics`, and with `nosniff` a browser may not guess."""


def common_headers(secure: bool) -> Headers:
    """The headers of every answer. `secure`: the site's own address says `https`.

    HSTS is sent only then, and for this host alone: a promise of a year that a site without a certificate could not keep.
    """
    said: Headers = (
        ("Content-Security-Policy", f"{CONTENT}; frame-ancestors 'none'"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", REFERRER),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    )
    return (*said, ("Strict-Transport-Security", f"max-age={YEAR}")) if secure else said


@dataclass(frozen=True, slots=True)
class Host:
    """What one web server publishes.

    Attributes:
        address: Its address without the last slash, empty where nobody said it.
        folder: The folder it serves, below the output folder; empty for all of it.
        sites: Folders of the sites below it; empty for one site alone.
        moves: Old addresses and where they lead, from its root.
        language: The language of the page that says so.
    """

    address: str = ""
    folder: str = ""
    sites: tuple[str, ...] = ()
    moves: tuple[tuple[str, str], ...] = ()
    language: str = "vi"

    @property
    def name(self) -> str:
        """Its host's name, in ASCII; empty where unknown."""
        host = self.address.partition("://")[2].partition("/")[0].rpartition("@")[2].partition(":")[0]
        try:
            return host.encode("idna").decode("ascii")
        except UnicodeError:
            return host

    @property
    def prefix(self) -> str:
        """The path below which it lies, with both slashes; `/` where it has its host for itself."""
        path = self.address.partition("://")[2].partition("/")[2].strip("/")
        return f"/{path}/" if path else "/"

    @property
    def secure(self) -> bool:
        """Whether its address says `https`."""
        return self.address.lower().startswith("https://")

    def redirects(self) -> tuple[tuple[str, str], ...]:
        """Paths that a server answers with 301, and the path that each leads to; a folder with and without its slash."""
        out: list[tuple[str, str]] = []
        for old, new in self.moves:
            ways = [old, old.removesuffix("/"), f"{old}index.html"] if old.endswith("/") else [old]
            out += [(self.prefix + way, self.prefix + new) for way in ways]
        return tuple(out)

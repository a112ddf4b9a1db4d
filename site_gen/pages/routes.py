"""Addresses: no two sources for one, and none that a file system or a phone would garble."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from site_gen.base.diagnostics import Diagnostic, Severity, Span
from site_gen.base.messages import msg
from site_gen.pages.page import Page


def from_root(path: str) -> str:
    """The path from the site's root that a link of a text means, however it was typed: `x.html`, `/x.html`, `../x.html`.

    A text may be shown on several pages, so its addresses count from the root; steps upwards that lead out of
    the site end there, as they do in a browser.
    """
    steps = path.lstrip("/")
    if "./" in steps or steps.endswith("."):
        steps = posixpath.normpath("/" + steps).lstrip("/") + ("/" if steps.endswith("/") else "")
    return steps.lstrip("/") or ("index.html" if path else "")


def collisions(pages: Iterable[tuple[Page, str]]) -> list[Diagnostic]:
    """An error for every page whose path another already has; capitals do not part two paths."""
    taken: dict[str, Page] = {}
    found: list[Diagnostic] = []
    for page, path in pages:
        first = taken.setdefault(path.lower(), page)
        if first is not page:
            at = Span((page.sources or first.sources or (path,))[0])
            other = (first.sources or (first.title,))[0]
            found.append(
                Diagnostic(
                    "URL001",
                    Severity.ERROR,
                    msg("the address `{url}` is already taken by {other}", url=path, other=other),
                    at,
                    msg("rename one of the two files or ids"),
                )
            )
    return found

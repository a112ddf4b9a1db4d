"""Addresses: no two sources for one, and none that a file system or a phone would garble."""

from __future__ import annotations

from collections.abc import Iterable

from site_gen.base.diagnostics import Diagnostic, Severity, Span
from site_gen.base.messages import msg
from site_gen.pages.page import Page


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

"""The places of a page, found by rendering it: asked only for pages to whose places the content links."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from site_gen.base.diagnostics import Diagnostic
from site_gen.outputs.links.page import look
from site_gen.render.job import Job


class PagePlaces:
    """Ids by page, each page rendered once."""

    def __init__(self, jobs: Mapping[str, Job], theme: Path) -> None:
        self._jobs = jobs
        self._theme = theme
        self._known: dict[str, frozenset[str] | None] = {}

    def __contains__(self, path: str) -> bool:
        return path in self._jobs

    def of(self, path: str) -> frozenset[str] | None:
        """The ids of the page at `path` of the output; None where its template fails, which is told elsewhere."""
        if path not in self._known:
            from site_gen.render.html import render_one  # a check without such links needs no templates

            made = render_one(self._jobs[path], self._theme)
            self._known[path] = None if isinstance(made, Diagnostic) else frozenset(look(made.data.decode()).places)
        return self._known[path]

"""Puts what one kind knows of another's thing on that thing's page. Kinds offer panels; only this joins them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from site_gen.pages.page import Page, Panel


def attach(pages: Iterable[Page], panels: Iterable[Panel]) -> Iterator[Page]:
    """Each page with the panels of its subject, in their order."""
    by_subject: dict[tuple[str, str], list[Panel]] = {}
    for panel in panels:
        by_subject.setdefault(panel.subject, []).append(panel)
    for page in pages:
        mine = sorted(by_subject.get(page.subject, ()), key=lambda p: (p.order, p.template)) if page.subject[0] else []
        if not mine:
            yield page
            continue
        templates = tuple(dict.fromkeys((*page.templates, *(p.template for p in mine))))
        expires = page.expires or any(p.expires for p in mine)
        yield replace(page, panels=tuple(mine), templates=templates, expires=expires)

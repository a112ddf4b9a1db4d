"""What all pages of procedures share: the section, the way down to it, their sources and how new they are."""

from __future__ import annotations

from collections.abc import Iterable

from site_gen.base.messages import msg
from site_gen.kinds.procedure.items import Item
from site_gen.pages.contributions import Section
from site_gen.rules.snapshot import Snapshot

SECTION = Section(
    "thu-tuc",
    "thu-tuc/index.html",
    msg("Procedures"),
    msg("What to bring, what it costs, how long it takes, where to hand it in."),
    10,
)


def updated(found: Iterable[Item]) -> str:
    """The newest change of what a page shows."""
    entries = dict.fromkeys(e for i in found for e in (i.guide, i.list) if e is not None)
    return max((day.isoformat() for e in entries if (day := e.model.updated_at or e.model.published_at)), default="")


def sources(found: Iterable[Item]) -> tuple[str, ...]:
    """The content files behind procedures."""
    paths = (e.path for i in found for e in (i.guide, i.list) if e is not None)
    return tuple(dict.fromkeys(paths))


def crumbs(snapshot: Snapshot, *more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """The way down to the section, and `more` below it."""
    return ((snapshot.say(SECTION.title), SECTION.url), *more)

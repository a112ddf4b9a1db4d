"""The two pages that nearly every kind has: the index of its section, and a page for each entry.

Where a page stands, what it comes from, whether it shows sample data: all of that follows from section and entry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, ClassVar, TypeVar

from site_gen.base.values import Record
from site_gen.model.entry import Entry
from site_gen.pages.contributions import MENU, Section
from site_gen.pages.page import Page, Panel
from site_gen.rules.snapshot import Snapshot

T = TypeVar("T")
Crumbs = tuple[tuple[str, str], ...]


class Shown(Record):
    """Base of what a template of its own is given; a record that names its template is the whole context of a page or panel."""

    template: ClassVar[str]


def crumbs_to(snapshot: Snapshot, section: Section) -> Crumbs:
    """The way to the index of a section: the entry of the menu above it, unless that is the index itself."""
    label, url = next((label, url) for key, label, url in MENU if key == section.menu)
    return ((snapshot.say(label), url),) if url != section.url else ()


def crumbs_below(snapshot: Snapshot, section: Section) -> Crumbs:
    """The way to a page below the index of a section."""
    return (*crumbs_to(snapshot, section), (snapshot.say(section.title), section.url))


def last_change(*entries: Entry[Any]) -> date | None:
    """The newest day on which one of the entries was changed or published, as far as the content says."""
    days = (entry.model.updated_at or entry.model.published_at for entry in entries)
    return max((day for day in days if day), default=None)


def index_page(
    snapshot: Snapshot,
    section: Section,
    context: Shown,
    entries: Iterable[Entry[Any]],
    *,
    updated: date | None = None,
    **more: Any,
) -> Page:
    """The index of a section, of the entries that it lists; `more` are further fields of the page."""
    shown = tuple(entries)
    return Page(
        section.url,
        context.template,
        snapshot.say(section.title),
        context,
        tuple(entry.path for entry in shown),
        crumbs_to(snapshot, section),
        section.menu,
        updated=updated,
        sample=any(entry.model.sample for entry in shown),
        **more,
    )


def entry_page(
    snapshot: Snapshot,
    section: Section,
    entry: Entry[Any],
    context: Shown,
    url: str,
    title: str,
    *,
    crumbs: Crumbs = (),
    updated: date | None = None,
    **more: Any,
) -> Page:
    """The page of an entry, which is what it is about.

    `crumbs` lead on from the index of the section; `more` are further fields of the page.
    """
    return Page(
        url,
        context.template,
        title,
        context,
        (entry.path,),
        (*crumbs_below(snapshot, section), *crumbs),
        section.menu,
        (entry.kind, entry.id),
        updated=updated,
        sample=entry.model.sample,
        **more,
    )


def panel(subject: tuple[str, str], order: int, context: Shown, *, expires: bool = False) -> Panel:
    """What is said on the page of another thing."""
    return Panel(subject, order, context.template, context, expires)


def panels_by_unit(
    snapshot: Snapshot,
    order: int,
    rows: Iterable[tuple[str, T]],
    context: Callable[[tuple[T, ...]], Shown],
    *,
    expires: bool = False,
) -> Iterator[Panel]:
    """A panel on the page of each unit that rows name, as the content names it; a name that no unit has is left out."""
    units: dict[str, list[T]] = {}
    for unit, row in rows:
        if id := snapshot.unit_id(unit):
            units.setdefault(id, []).append(row)
    for id, mine in units.items():
        yield panel(("unit", id), order, context(tuple(mine)), expires=expires)

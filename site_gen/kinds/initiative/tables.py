"""Initiatives as open data."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from site_gen.kinds.initiative.model import Initiative
from site_gen.kinds.initiative.moments import newest_first, url
from site_gen.kinds.initiative.pages import SECTION
from site_gen.model.published import DocumentRef
from site_gen.pages.columns import address, column, columns, inside
from site_gen.pages.contributions import Table, entry_table
from site_gen.rules.snapshot import Snapshot


def _of_decision(name: str) -> Callable[[object], object]:
    return lambda decision: getattr(decision, name, None)


COLUMNS = (
    *inside(
        lambda entry: entry.model,
        *columns(Initiative, "year", "title", "unit", "authors", "area", "state", "registered_on", "level"),
    ),
    *inside(
        lambda entry: entry.model.decision,
        *(
            column(DocumentRef, name, _of_decision(name), called=f"decision_{name}")
            for name in ("number", "date", "issuer")
        ),
    ),
    *inside(lambda entry: entry.model, *columns(Initiative, "applied_since", "result")),
    address(lambda entry: url(entry.id)),
)


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """A row for each, where there is one."""
    if found := newest_first(snapshot):
        shown = ("initiative/list.html", "initiative/page.html", "initiative/panel.html")
        yield entry_table("sang-kien", snapshot.say(SECTION.title), COLUMNS, found, found, shown=shown)

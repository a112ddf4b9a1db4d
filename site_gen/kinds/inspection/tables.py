"""Inspections as open data: every visit."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.kinds.inspection.model import Inspection, Visit
from site_gen.kinds.inspection.moments import newest_first, url
from site_gen.kinds.inspection.pages import SECTION
from site_gen.pages.columns import address, columns, computed, inside
from site_gen.pages.contributions import Table, entry_table
from site_gen.rules.snapshot import Snapshot

COLUMNS = (
    *inside(lambda row: row[0], *columns(Inspection, "title", "year", "places", "target")),
    *inside(
        lambda row: row[1],
        *columns(Visit, "unit", "planned", "date", "faults"),
        computed("remedies", "Số việc phải khắc phục", lambda visit: len(visit.remedies), "integer"),
        computed(
            "done", "Số việc đã khắc phục", lambda visit: sum(r.done_on is not None for r in visit.remedies), "integer"
        ),
    ),
    address(lambda row: url(row[0].id)),
)
"""Of rows that are an inspection and one of its visits."""


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Every visit, where there is one."""
    if found := newest_first(snapshot):
        rows = [(entry, visit) for entry in found for visit in entry.model.visits]
        shown = ("inspection/list.html", "inspection/page.html", "inspection/panel.html")
        yield entry_table("kiem-tra", snapshot.say(SECTION.title), COLUMNS, rows, found, shown=shown)

"""Reports as open data."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.kinds.report.model import Report
from site_gen.kinds.report.moments import SECTION, life_of
from site_gen.kinds.report.series import series, unit_of
from site_gen.pages.columns import column, columns, computed, in_words
from site_gen.pages.contributions import Table, entry_table
from site_gen.rules.snapshot import Snapshot


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Every report, in its series."""
    offered = (
        computed("id", "Mã", lambda entry: entry.id),
        column(Report, "title"),
        in_words(column(Report, "type")),
        column(Report, "period"),
        column(Report, "unit", lambda entry: unit_of(snapshot.catalog, entry.model)),
        *columns(Report, "cutoff", "due", "sent_on", "sent_to"),
        column(Report, "document", lambda entry: entry.model.document and entry.model.document.number),
        column(Report, "published_at"),
        computed(
            "state", "Tình trạng", lambda entry: life_of(snapshot, entry).state(snapshot.as_of).shown(snapshot).word
        ),
    )
    entries = [entry for one in series(snapshot.catalog) for entry in one.entries]
    shown = ("report/list.html", "report/page.html", "report/unit_panel.html")
    yield entry_table("bao-cao", snapshot.say(SECTION.title), offered, entries, shown=shown)

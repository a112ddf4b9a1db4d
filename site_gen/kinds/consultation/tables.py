"""Consultations as open data."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.kinds.consultation.model import Consultation
from site_gen.kinds.consultation.moments import in_order, url
from site_gen.kinds.consultation.pages import SECTION
from site_gen.pages.columns import address, columns
from site_gen.pages.contributions import Table, entry_table
from site_gen.rules.snapshot import Snapshot

COLUMNS = (
    *columns(Consultation, "title", "unit", "opened_on", "closes_on", "comments_count", "outcome_on"),
    address(lambda entry: url(entry.id)),
)


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Every consultation."""
    shown = ("consultation/list.html", "consultation/panel.html")
    yield entry_table("lay-y-kien", snapshot.say(SECTION.title), COLUMNS, in_order(snapshot), shown=shown)

"""Records for templates and sheets: what becomes of their values elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from site_gen.base.values import Record, as_printed


@dataclass(frozen=True)
class Line(Record):
    """A record that stands in another one."""

    day: date | None
    n: int


def test_a_sheet_is_given_mappings_with_days_as_people_read_them() -> None:
    given = {"rows": (Line(date(2026, 11, 5), 2), Line(None, 0)), "basis": None}
    assert as_printed(given) == {"rows": [{"day": "05/11/2026", "n": 2}, {"day": None, "n": 0}], "basis": None}

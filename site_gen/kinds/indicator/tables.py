"""Indicators as open data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.kinds.indicator.model import Indicator, IndicatorResult, IndicatorTarget
from site_gen.kinds.indicator.pages import SECTION
from site_gen.kinds.indicator.readings import AnyIndicator, Reading, readings
from site_gen.pages.columns import column, columns, computed
from site_gen.pages.contributions import Table, entry_table
from site_gen.rules.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Row:
    """A result of an indicator; `unit` as the site calls it."""

    entry: AnyIndicator
    reading: Reading
    unit: str


def _value(row: Row) -> float | None:
    return None if row.reading.exact is None else float(round(row.reading.exact, 4))


COLUMNS = (
    computed("indicator", "Mã chỉ tiêu", lambda row: row.entry.id),
    *columns(Indicator, "title", "group", of=lambda row: row.entry),
    *columns(IndicatorResult, "period", of=lambda row: row.reading.result),
    column(IndicatorResult, "unit"),
    *columns(IndicatorResult, "numerator", "denominator_value", of=lambda row: row.reading.result),
    computed("value", "Giá trị", _value, "number"),
    *columns(Indicator, "value_unit", "op", of=lambda row: row.entry),
    column(IndicatorTarget, "value", lambda row: row.reading.target and row.reading.target.value, called="target"),
    computed("met", "Đạt", lambda row: row.reading.met, "boolean"),
    *columns(IndicatorResult, "note", of=lambda row: row.reading.result),
)


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """One row for each indicator, period and unit."""
    entries = snapshot.catalog.all(Indicator)
    if entries:
        yield entry_table(
            "chi-tieu",
            snapshot.say(SECTION.title),
            COLUMNS,
            (
                Row(entry, reading, snapshot.link("unit", reading.unit).text)
                for entry in entries
                for reading in readings(entry, snapshot.catalog)
            ),
            entries,
            shown=("indicator/overview.html", "indicator/page.html", "indicator/unit_panel.html"),
        )

"""Indicators as open data."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.dataclass import dataclass
from site_gen.kinds.indicator.model import Indicator, IndicatorResult, IndicatorTarget
from site_gen.kinds.indicator.pages import SECTION
from site_gen.kinds.indicator.readings import AnyIndicator, Reading, readings
from site_gen.pages.columns import column, columns, computed, inside
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
    *inside(lambda row: row.entry, *columns(Indicator, "title", "group")),
    *inside(lambda row: row.reading.result, *columns(IndicatorResult, "period")),
    column(IndicatorResult, "unit"),
    *inside(lambda row: row.reading.result, *columns(IndicatorResult, "numerator", "denominator_value")),
    computed("value", "Giá trị", _value, "number"),
    *inside(lambda row: row.entry, *columns(Indicator, "value_unit", "op")),
    column(IndicatorTarget, "value", lambda row: row.reading.target and row.reading.target.value, called="target"),
    computed("met", "Đạt", lambda row: row.reading.met, "boolean"),
    *inside(lambda row: row.reading.result, *columns(IndicatorResult, "note")),
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

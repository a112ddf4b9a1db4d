"""Indicators as open data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.kinds.indicator.model import Indicator, IndicatorResult, IndicatorTarget
from site_gen.kinds.indicator.pages import SECTION
from site_gen.kinds.indicator.readings import AnyIndicator, Reading, readings
from site_gen.pages.columns import Column, column, computed
from site_gen.pages.contributions import Table, entry_table
from site_gen.rules.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Row:
    """A result of an indicator; `unit` as the site calls it."""

    entry: AnyIndicator
    reading: Reading
    unit: str


def _of_indicator(name: str) -> Column:
    return column(Indicator, name, lambda row: getattr(row.entry.model, name))


def _of_result(name: str) -> Column:
    return column(IndicatorResult, name, lambda row: getattr(row.reading.result, name))


def _value(row: Row) -> float | None:
    return None if row.reading.exact is None else float(round(row.reading.exact, 4))


COLUMNS = (
    computed("indicator", "Mã chỉ tiêu", lambda row: row.entry.id),
    _of_indicator("title"),
    _of_indicator("group"),
    _of_result("period"),
    column(IndicatorResult, "unit", lambda row: row.unit),
    _of_result("numerator"),
    _of_result("denominator_value"),
    computed("value", "Giá trị", _value, "number"),
    _of_indicator("value_unit"),
    _of_indicator("op"),
    column(IndicatorTarget, "value", lambda row: row.reading.target and row.reading.target.value, called="target"),
    computed("met", "Đạt", lambda row: row.reading.met, "boolean"),
    _of_result("note"),
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

"""Dossier statistics as open data: counts by unit and period, and by field with small numbers hidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.kinds.dossier_statistics.breakdown import COLUMNS, Line, breakdown
from site_gen.kinds.dossier_statistics.model import Counts, DossierRow, DossierStatistics
from site_gen.kinds.dossier_statistics.series import AnyStatistics, in_order, month_of
from site_gen.kinds.dossier_statistics.tally import ALL, Tally
from site_gen.model.period import Period
from site_gen.pages.columns import Column, Value, column, columns, computed, inside
from site_gen.pages.contributions import Table, entry_table
from site_gen.rules.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class UnitCounts:
    """What a unit did in a period."""

    period: Period
    unit: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class FieldCounts:
    """The same of one of its fields or procedures, as far as it may be published."""

    period: Period
    unit: str
    line: Line


def _count(name: str) -> Value:
    return lambda row: row.tally.counts[name]


def _rate(row: UnitCounts) -> float | None:
    return None if row.tally.on_time_rate is None else float(row.tally.on_time_rate)


def _shown(name: str) -> Column:
    """A count that is text: some hold words instead of a number."""

    def value(row: Any) -> str | None:
        cell = row.line.shown[name]
        return None if cell is None else str(cell)

    return replace(column(Counts, name, value), type="string")


KEY = (*columns(DossierStatistics, "period"), *columns(DossierRow, "unit"))
BY_UNIT = (
    *KEY,
    *(column(Counts, name, _count(name)) for name in ALL),
    computed("on_time_rate", "Tỷ lệ đúng hạn, %", _rate, "number"),
)
BY_FIELD = (
    *KEY,
    *inside(lambda row: row.line, *columns(DossierRow, "field", "procedure")),
    *(_shown(name) for name in COLUMNS),
)


def units_of(snapshot: Snapshot, entry: AnyStatistics) -> Iterator[UnitCounts]:
    """The units of a period."""
    for unit, tally in month_of(entry, snapshot.catalog).units.items():
        yield UnitCounts(entry.model.period, snapshot.link("unit", unit).text, tally)


def fields_of(snapshot: Snapshot, entry: AnyStatistics) -> Iterator[FieldCounts]:
    """The fields and procedures of a period that may be published."""
    for unit, lines in breakdown(snapshot.catalog, entry).items():
        for line in lines or ():
            yield FieldCounts(entry.model.period, snapshot.link("unit", unit).text, line)


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """By unit always, by field where there is something to publish."""
    entries = in_order(snapshot.catalog)
    fields = [row for entry in entries for row in fields_of(snapshot, entry)]
    if entries:
        yield entry_table(
            "thong-ke-ho-so",
            snapshot.say(msg("Dossier statistics by unit")),
            BY_UNIT,
            (row for entry in entries for row in units_of(snapshot, entry)),
            entries,
            shown=tuple(f"dossier_statistics/{name}.html" for name in ("overview", "period", "unit_panel")),
        )
    if fields:
        yield entry_table(
            "thong-ke-ho-so-linh-vuc",
            snapshot.say(msg("Dossier statistics by field; small numbers are hidden")),
            BY_FIELD,
            fields,
            entries,
            shown=("dossier_statistics/period.html",),
            text=snapshot.say(
                msg("A small number is replaced by words, so that nobody can be recognised; figures are text here.")
            ),
        )

"""A workbook as it came back: its record, and the rows of each sheet, whatever order its columns are in now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from typing import TYPE_CHECKING, Any

from site_gen.base.dataclass import dataclass
from site_gen.importers.draft import Doubt
from site_gen.importers.table import Place
from site_gen.importers.workbook.record import KeptSheet, Record

if TYPE_CHECKING:
    from site_gen.importers.readers.xlsx_facts import SheetFacts


@dataclass(frozen=True, slots=True)
class Given:
    """A cell as it came back: what the program holds, and whether it is a formula, with a value or without."""

    value: Any
    at: Place
    formula: bool = False
    lost: bool = False
    percent: bool = False


@dataclass(slots=True)
class GivenSheet:
    """A sheet as it came back.

    Attributes:
        kept: The sheet as it was made.
        facts: What the values of its cells do not say.
        rows: Its rows.
        places: Where it has each of the record's columns now.
        missing: Whether it is gone.
    """

    kept: KeptSheet
    facts: SheetFacts
    rows: list[GivenRow] = field(default_factory=list)
    places: dict[int, int] = field(default_factory=dict)
    missing: bool = False


@dataclass(frozen=True, slots=True)
class GivenRow:
    """A row as it came back.

    Attributes:
        sheet: Its sheet.
        at: Where it stands.
        entry: The id of its entry, empty where the cell is.
        above: The mark of the row it lies below.
        key: Its own mark.
        values: All its cells.
    """

    sheet: GivenSheet
    at: Place
    entry: str
    above: str
    key: str
    values: Sequence[Any]

    def cell(self, column: int) -> Given:
        """The cell of a column of the record, which the sheet must still have."""
        place = self.sheet.places[column]
        value = self.values[place] if place < len(self.values) else ""
        facts, position = self.sheet.facts, (self.at.row - 1, place)
        at = Place(self.at.part, self.at.row, place + 1)
        lost = position in facts.without_value
        return Given(value, at, position in facts.formulas, lost, position in facts.percents)


@dataclass(slots=True)
class Filled:
    """A workbook as it came back."""

    record: Record
    sheets: list[GivenSheet]
    doubts: list[Doubt]

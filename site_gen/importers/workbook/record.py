"""What a workbook remembers of the files it was made from, in a sheet that nobody sees: so that only what was edited is taken back.

A line for the workbook, for each sheet, for each column, and for each row a mark of every cell as it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field

from site_gen.base.dataclass import dataclass
from site_gen.importers.workbook.contents import Contents
from site_gen.importers.workbook.layout import RECORD
from site_gen.importers.workbook.views import marks_of

VERSION = "1"
Line = tuple[str, ...]


@dataclass(slots=True)
class KeptSheet:
    """A sheet as it was made.

    Attributes:
        name: Its name.
        path: The keys to the list it holds, joined by points; empty for the entries.
        columns: Headings and the keys of their values, joined by points.
        rows: By entry and mark of the row, the marks of its cells.
    """

    name: str
    path: str
    columns: list[tuple[str, str]] = field(default_factory=list)
    rows: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class Record:
    """The record of a workbook: which files it is of, of whose site, when it was made, and its sheets."""

    pattern: str
    site: str
    day: str
    sheets: list[KeptSheet] = field(default_factory=list)


def head_lines(contents: Contents) -> Iterator[Line]:
    """The lines of the record but those of rows."""
    yield RECORD, VERSION, contents.form.pattern, contents.site, contents.day.isoformat()
    for number, sheet in enumerate(contents.sheets):
        yield "sheet", str(number), sheet.name, ".".join(sheet.path)
        for one in sheet.fields:
            yield "column", str(number), one.heading, ".".join(one.path)


def row_line(number: int, entry: str, key: str, cells: tuple[str, ...]) -> Line:
    """The line of one row."""
    return "row", str(number), entry, key, marks_of(cells)


def read_record(lines: Sequence[Sequence[object]]) -> Record | None:
    """The record, None where the lines are none or somebody has changed them."""
    record: Record | None = None
    try:
        for cells in lines:
            word, *rest = (str(cell) for cell in cells)
            if record is None:
                if word != RECORD or rest[0] != VERSION:
                    return None
                record = Record(rest[1], rest[2], rest[3])
            elif word == "sheet":
                record.sheets.append(KeptSheet(rest[1], rest[2]))
            elif word == "column":
                record.sheets[int(rest[0])].columns.append((rest[1], rest[2]))
            elif word == "row":
                record.sheets[int(rest[0])].rows[rest[1], rest[2]] = tuple(rest[3].split(" "))
    except (ValueError, IndexError, TypeError):
        return None
    return record

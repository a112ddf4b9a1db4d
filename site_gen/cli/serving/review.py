"""An import as a page: the file's tables beside the draft, every doubt linked with its cell and with the line that was written for it."""

from __future__ import annotations

from collections.abc import Mapping

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import say
from site_gen.base.theme import Theme
from site_gen.cli.serving.findings import HERE, template
from site_gen.importers.draft import CHECK, VIETNAMESE, Doubt, Draft
from site_gen.importers.importing import Imported
from site_gen.importers.table import Book, Place, Table, letters

MOST_ROWS = 600
"""Rows of a table that are shown; a browser crawls below more, and nobody reads them."""
MOST_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell of the file: its words, its spans, the id by which a doubt finds it, and the doubts about it."""

    text: str
    id: str = ""
    rows: int = 1
    columns: int = 1
    doubts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table of the file: its name, or its number where it has none, the letters of its columns, its rows with their numbers, and how many are left out."""

    name: str
    named: bool
    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[ShownCell, ...]], ...]
    more: int


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of a draft: its text, and the number of the doubt that its comment is about; 0 for none."""

    id: str
    text: str
    doubt: int = 0


@dataclass(frozen=True, slots=True)
class ShownDoubt:
    """A doubt: its number, and the ids of the cell and of the line, empty where there is none to be shown."""

    number: int
    code: str
    severity: str
    place: str
    text: str
    words: str
    cell: str
    line: str


def page(book: Book, imported: Imported, label: str, language: str, host: str) -> bytes:
    """The page, in the language of the command line; drafts and the file stand there as they are."""
    cells = _cell_ids(book, imported.doubts)
    lines = [_lines(number, draft, imported.doubts) for number, draft in enumerate(imported.drafts)]
    at = {line.doubt: line.id for draft in reversed(lines) for line in reversed(draft) if line.doubt}
    doubts = [
        ShownDoubt(
            number,
            doubt.code,
            doubt.severity.word,
            say(doubt.at.words(), language),
            say(doubt.message, language),
            " ".join(doubt.words.split())[:200],
            cells.get(_key(doubt.at), ""),
            at.get(number, ""),
        )
        for number, doubt in enumerate(imported.doubts, 1)
    ]
    html = template(language, "review.html").render(
        language=language,
        host=host,
        file=book.name,
        label=label,
        rows=imported.rows,
        mapping=[(heading, str(found.column) if found else "") for heading, found in imported.mapping if heading],
        doubts=doubts,
        tables=[_table(number, table, cells, imported.doubts) for number, table in enumerate(book.tables)],
        paragraphs=[paragraph.text for paragraph in book.paragraphs[:MOST_ROWS]],
        drafts=list(zip(imported.drafts, lines, strict=True)),
    )
    return html.encode()


def style(theme: Theme) -> bytes:
    """The theme's own sheet, and what only this page needs."""
    from site_gen.outputs.assets import bundle

    return bundle(theme) + (HERE / "review.css").read_bytes()


Key = tuple[str, int, int]


def _key(place: Place) -> Key:
    return str(place.part), place.row, place.column


def _cell_ids(book: Book, doubts: list[Doubt]) -> dict[Key, str]:
    """By their places the ids of cells that are shown; a place of a whole row is its first cell."""
    wanted = {_key(doubt.at) for doubt in doubts}
    out: dict[Key, str] = {}
    for number, table in enumerate(book.tables):
        for cell in table.cells:
            if cell.row >= MOST_ROWS or cell.column >= MOST_COLUMNS:
                continue
            for key in (_key(cell.at), (str(cell.at.part), cell.at.row, 0)):
                if key in wanted:
                    out.setdefault(key, f"o{number}-{cell.row}-{cell.column}")
    return out


def _table(place: int, table: Table, ids: Mapping[Key, str], doubts: list[Doubt]) -> ShownTable:
    about: dict[str, list[int]] = {}
    for number, doubt in enumerate(doubts, 1):
        if found := ids.get(_key(doubt.at)):
            about.setdefault(found, []).append(number)
    known = set(ids.values())
    width, height = min(table.width, MOST_COLUMNS), min(table.height, MOST_ROWS)
    rows = []
    for row in range(height):
        shown: list[ShownCell] = []
        first = 0
        for column in range(width):
            cell = table.at(row, column)
            if cell is None:
                shown.append(ShownCell(""))
            elif (cell.row, cell.column) == (row, column):
                first = first or cell.at.row
                id = f"o{place}-{row}-{column}"
                id = id if id in known else ""
                down, across = min(cell.rows, height - row), min(cell.columns, width - column)
                shown.append(ShownCell(cell.text, id, down, across, tuple(about.get(id, ()))))
        rows.append((first or row + 1, tuple(shown)))
    columns = tuple(letters(n + 1) for n in range(width))
    return ShownTable(str(table.name), isinstance(table.name, str), columns, tuple(rows), table.height - height)


def _lines(number: int, draft: Draft, doubts: list[Doubt]) -> list[ShownLine]:
    """The lines of a draft; those that are comments of a doubt know its number."""
    by_comment: dict[str, list[int]] = {}
    for n, doubt in enumerate(doubts, 1):
        said = " ".join(f"{say(doubt.at.words(), VIETNAMESE)}: {say(doubt.message, VIETNAMESE)}".split())
        by_comment.setdefault(f"# {CHECK}: {said}", []).append(n)
    out = []
    for n, text in enumerate(draft.text().rstrip("\n").split("\n"), 1):
        waiting: list[int] = by_comment.get(text.strip(), [])
        about = (waiting.pop(0) if len(waiting) > 1 else waiting[0]) if waiting else 0
        out.append(ShownLine(f"d{number}-{n}", text, about))
    return out

"""Content as a workbook to edit: a row for each entry and item, notes, drop-down lists, ids that are not overwritten by a slip.

Needs XlsxWriter, the extra `[xlsx]`. Every cell is text, so that Excel makes no number of a code and no day of `1-2`. Rows go to the
disk as they are written. The same content on the same day gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from site_gen.base.messages import Message, msg, say
from site_gen.base.vietnamese import show_date
from site_gen.importers.workbook.contents import Contents
from site_gen.importers.workbook.layout import ABOVE, GUIDE, ID, KEY, LISTS, RECORD, TITLE, Field, Sheet
from site_gen.importers.workbook.record import head_lines, row_line
from site_gen.importers.workbook.views import Row

LANGUAGE = "vi"
WIDTHS = {"lead": 16, "short": 16, "text": 32, "long": 60}
MOST_LETTERS_OF_A_NOTE = 900
SPARE = 500
"""Rows below the last one that have drop-down lists and may be filled in."""
_MAY = ("format_cells", "format_columns", "format_rows", "insert_rows", "sort", "autofilter", "select_locked_cells")
"""What a protected sheet still allows. No password protects it: it keeps from slips, not from people."""


def write_workbook(contents: Contents, path: Path) -> int:
    """Writes the workbook; returns how many rows of content it has. Raises OSError where it cannot be written."""
    book = xlsxwriter.Workbook(
        str(path), {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    made = datetime.combine(contents.day, time())  # a workbook's own times have no zone
    book.set_properties({"title": TITLE, "author": contents.site, "created": made})
    formats = _formats(book)
    _guide(book.add_worksheet(GUIDE), contents, formats)
    pages = [book.add_worksheet(sheet.name) for sheet in contents.sheets]
    lists = _lists(book.add_worksheet(LISTS), contents, formats)
    record = book.add_worksheet(RECORD)
    record.very_hidden()
    line = -1
    for line, cells in enumerate(head_lines(contents)):
        record.write_row(line, 0, cells)
    rows = _by_sheet(contents)
    for number, (page, sheet) in enumerate(zip(pages, contents.sheets, strict=True)):
        _sheet(page, sheet, rows[number], lists, formats)
        for entry, row in rows[number]:
            line += 1
            record.write_row(line, 0, row_line(number, entry, row.key, row.cells))
    book.close()
    return sum(map(len, rows))


def _by_sheet(contents: Contents) -> list[list[tuple[str, Row]]]:
    out: list[list[tuple[str, Row]]] = [[] for _ in contents.sheets]
    for held in contents.files.values():
        for number, rows in enumerate(held.rows(contents.sheets)):
            out[number] += [(held.id, row) for row in rows]
    return out


def _formats(book: Any) -> dict[str, Any]:
    text = {"num_format": "@", "valign": "top"}
    return {
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E8EEF4"}),
        "needed": book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#FBE9D0"}
        ),
        "key": book.add_format({**text, "font_color": "#555555", "bg_color": "#F2F2F2", "locked": True}),
        "new_key": book.add_format({**text, "font_color": "#555555", "locked": False}),
        "text": book.add_format({**text, "text_wrap": True, "locked": False}),
        "title": book.add_format({"bold": True, "font_size": 14}),
        "guide": book.add_format({"text_wrap": True, "valign": "top"}),
    }


def _sheet(
    page: Any,
    sheet: Sheet,
    rows: Sequence[tuple[str, Row]],
    lists: Mapping[str, str],
    formats: Mapping[str, Any],
) -> None:
    """One sheet: headings with notes, rows, drop-down lists; what is empty everywhere and need not be filled is folded away."""
    leads, last = sheet.leads, len(rows) + SPARE
    page.freeze_panes(1, len(leads))
    page.set_column(0, len(leads) - 1, WIDTHS["lead"], formats["new_key"])
    used = {n for _, row in rows for n, cell in enumerate(row.cells) if cell}
    for number, field in enumerate(sheet.fields):
        folded = {"level": 1, "hidden": True} if rows and number not in used and not field.required else {}
        column = number + len(leads)
        page.set_column(column, column, WIDTHS[_width(field)], formats["text"], folded)
        if source := lists.get(_list_key(field)):
            page.data_validation(1, column, last, column, _offer(field, source))
    for number, (heading, note) in enumerate(_headings(sheet)):
        needed = number >= len(leads) and sheet.fields[number - len(leads)].required
        page.write_string(0, number, heading, formats["needed" if needed else "head"])
        page.write_comment(0, number, note, {"author": "sitegen", "x_scale": 2.2, "y_scale": 1.4 + len(note) / 300})
    for line, (entry, row) in enumerate(rows, 1):
        shown = {ID: entry, ABOVE: row.above, KEY: row.key}
        for number, lead in enumerate(leads):
            page.write_string(line, number, shown[lead], formats["key"])
        for number, cell in enumerate(row.cells, len(leads)):
            if cell:
                page.write_string(line, number, cell, formats["text"])
    if rows:
        page.autofilter(0, 0, len(rows), len(leads) + len(sheet.fields) - 1)
    page.protect("", dict.fromkeys(_MAY, True))


def _width(field: Field) -> str:
    if field.long:
        return "long"
    return "short" if field.yes_no or (field.choice and not field.several) else "text"


def _headings(sheet: Sheet) -> Iterator[tuple[str, str]]:
    for lead in sheet.leads:
        yield lead, say(_LEADS[lead] if sheet.above is not None or lead != ID else _ID_OF_ENTRY, LANGUAGE)
    for field in sheet.fields:
        yield field.heading, _note(field)


_ID_OF_ENTRY = msg(
    "The name of the file, and part of the page's address. It is not changed here. For a new row write small letters without marks, digits and `-`, or leave it blank."
)
_LEADS = {
    ID: msg("The id of the entry that the row belongs to, as in the first sheet of content."),
    ABOVE: msg("The mark of the row that this one lies below; blank where that is the entry itself."),
    KEY: msg(
        "The mark of the row. Leave it blank for a new row, or write a word of your own that rows below it can name."
    ),
}


def _note(field: Field) -> str:
    """What the column wants, in the words of the model; which choices there are where a cell may hold several."""
    parts = [field.info.description or ""]
    if field.required:
        parts.append(say(msg("Must be filled in."), LANGUAGE))
    if field.several:
        parts.append(say(msg("Several: one on each line (Alt+Enter)."), LANGUAGE))
        if field.choice is not None:
            parts.append(", ".join(choice.label for choice in field.choice))
    parts.append(f"[{'.'.join(field.path)}]")
    return "\n".join(part for part in parts if part)[:MOST_LETTERS_OF_A_NOTE]


def _list_key(field: Field) -> str:
    """Which list of the lists' sheet a cell takes its value from; empty for none, as for a cell that may hold several."""
    if field.several:
        return ""
    if field.yes_no:
        return "có, không"
    return field.choice.__name__ if field.choice is not None else field.refers_to


def _offer(field: Field, source: str) -> dict[str, Any]:
    """A drop-down list; a name of something may also be another than those, a choice may not."""
    free = not field.yes_no and field.choice is None
    return {
        "validate": "list",
        "source": source,
        "error_type": "information" if free else "stop",
        "error_title": "sitegen",
        "error_message": say(_NOT_LISTED if free else _NO_CHOICE, LANGUAGE),
    }


_NOT_LISTED = msg("This name is not in the list. It can stay if the site knows it under it.")
_NO_CHOICE = msg("Choose one from the list.")


def _lists(page: Any, contents: Contents, formats: Mapping[str, Any]) -> dict[str, str]:
    """Writes the sheet of lists; returns for each where it stands."""
    columns: dict[str, tuple[str, ...]] = {}
    for field in (field for sheet in contents.sheets for field in sheet.fields):
        if field.yes_no:
            columns["có, không"] = ("có", "không")
        elif field.choice is not None:
            columns[field.choice.__name__] = tuple(choice.label for choice in field.choice)
        elif field.refers_to:
            columns[field.refers_to] = contents.names.get(field.refers_to, ())
    titles = {name: field.heading for s in contents.sheets for field in s.fields if (name := _list_key(field))}
    out = {}
    for line in range(max(map(len, columns.values()), default=0) + 1):
        for number, (name, items) in enumerate(columns.items()):
            if line == 0:
                page.write_string(0, number, titles.get(name, name) if name != "có, không" else name, formats["head"])
            elif line <= len(items):
                page.write_string(line, number, items[line - 1], formats["guide"])
    for number, (name, items) in enumerate(columns.items()):
        page.set_column(number, number, WIDTHS["text"])
        if items:
            letter = xl_col_to_name(number)
            out[name] = f"='{LISTS}'!${letter}$2:${letter}${len(items) + 1}"
    page.freeze_panes(1, 0)
    page.protect("", dict.fromkeys(_MAY, True))
    return out


def _guide(page: Any, contents: Contents, formats: Mapping[str, Any]) -> None:
    """The first sheet: what this is, and what may be done with it."""
    page.set_column(0, 0, 110, formats["guide"])
    page.hide_gridlines(2)
    page.write_string(0, 0, TITLE, formats["title"])
    for line, text in enumerate(_told(contents), 2):
        page.write_string(line, 0, say(text, LANGUAGE), formats["guide"])
    page.protect("", dict.fromkeys(_MAY, True))


def _told(contents: Contents) -> Iterator[Message]:
    yield msg(
        "{what} of the site “{site}”, as of {day}.",
        what=contents.form.label,
        site=contents.site.partition(" | ")[2],
        day=show_date(contents.day),
    )
    yield msg(
        "Each row of the sheet “{sheet}” is one entry. The other sheets hold what belongs to entries.",
        sheet=contents.sheets[0].name,
    )
    yield msg(
        "To change something, type over it. What a column wants stands in the note on its heading; orange headings must be filled in."
    )
    yield msg("Columns that are empty everywhere are folded away: press the + above them.")
    yield msg(
        "A new row goes below the last one, or where it belongs. Leave grey cells blank; in other sheets write the id of the entry it belongs to."
    )
    yield msg(
        "Grey cells say which row is which. They are protected so that nobody changes them by a slip; there is no password."
    )
    yield msg("A row that is deleted here is reported and stays on the site, unless the import is told to remove it.")
    yield msg(
        "Days are written 21/11/2026, codes as they are. Every cell is text, so Excel leaves them alone; do not change that."
    )
    yield msg(
        "When you are done, save the file as .xlsx and run: sitegen import THIS-FILE --dry-run. It tells what would change; without --dry-run it changes it."
    )
    yield msg(
        "Only what you changed goes back. If somebody has changed the same thing on the site meanwhile, both values are shown and nothing is overwritten."
    )

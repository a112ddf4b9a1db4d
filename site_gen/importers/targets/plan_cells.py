"""What the cells of one row of an annex say: who does it, by when, for how much; and cells that slipped out of their column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from site_gen.base.messages import msg
from site_gen.base.vietnamese import fold
from site_gen.importers.draft import Doubt, Noted
from site_gen.importers.rows import Row
from site_gen.importers.table import Cell
from site_gen.importers.targets.cells import lead_and_others, names, one_line, own_number, points, things
from site_gen.importers.targets.numbers import figure_in
from site_gen.importers.targets.plan_columns import label_of
from site_gen.model.deadline import DATED, Confidence, parse
from site_gen.model.deadline.explanation import explain_doubt

INHERITABLE = ("outputs", "lead", "coordinating", "deadline")
"""Columns in which a blank cell may say the same as the one above."""
_SERIES = ("target", "task", "part")
_OF_MONEY = re.compile(r"kinh phi|muc chi|ngan sach|dinh muc|bo tri|nguon")
_OF_TIME = re.compile(r"\b(?:sau khi|thuong xuyen|quy|thang|nam|truoc ngay)\b")


_CUT = re.compile(r"(?:^|\W)(?:cong|van|uy|trung|bo|chi|hoi dong nhan)$")
"""The first half of a word that names a body: `Cán bộ, công`, whose `chức` is elsewhere."""
_OTHERS_END = re.compile(r"\b(?:nam|quy|thang|20\d\d) (?:xa|phuong|thi tran|thon|huyen)\b[^.;]*$")
"""`… 9 tháng, năm xã, thị trấn`: the end of a task that slipped behind a time."""


def bodies(text: str) -> dict[str, object]:
    """Who leads and who takes part, under the two keys; one body as a text, several as a list."""
    lead: list[str] = []
    others: list[str] = []
    for name in names(text):
        first, second = lead_and_others(name)
        lead.append(first)
        others += names(second)
    return {key: one_or_all(found) for key, found in (("lead", lead), ("coordinating", others)) if found}


def one_or_all(found: Sequence[str]) -> object:
    """A list of one as a text."""
    return list(found) if len(found) > 1 else "".join(found)


def series_of(rows: Sequence[Row], places: Mapping[str, int]) -> dict[str, str]:
    """The first part of the numbers in the columns of targets, tasks and parts: 1 in 1.1, 1.2, 1.3; nothing where two share one."""
    out: dict[str, str] = {}
    for key in _SERIES:
        found = Counter(number.split(".")[0] for row in rows if (number := own_number(row.text(places.get(key)))[0]))
        if found.total() > 2:
            out[key] = found.most_common(1)[0][0]
    return out if len(set(out.values())) == len(out) else {}


def put_back(cells: dict[str, Cell], series: Mapping[str, str]) -> list[Doubt]:
    """Cells that slipped into a neighbour's column go back to the one in whose series their number counts."""
    doubts: list[Doubt] = []
    for key in _SERIES:
        cell = cells.get(key)
        first = own_number(cell.text)[0].split(".")[0] if cell is not None else ""
        home = next((other for other, number in series.items() if number == first and other != key), None)
        if cell is not None and home and series.get(key) != first and home not in cells:
            cells[home] = cells.pop(key)
            message = msg(
                "the cell stands in the column of another one; its number belongs to the column “{column}”, where it was put",
                column=label_of(home),
            )
            doubts.append(Doubt("IMP005", cell.at, cell.line, message))
    return doubts


def said_in(cells: Mapping[str, Cell], row: Row, places: Mapping[str, int], year: int | None) -> dict[str, object]:
    """The keys of a task or part that a row fills besides its text."""
    out: dict[str, object] = {}
    if cell := cells.get("outputs"):
        out["outputs"] = things(cell.text)
    if cell := cells.get("lead"):
        out |= bodies("; ".join(points(cell.text)))
        if _CUT.search(fold(cell.text)):
            message = msg("the name seems to be cut off: its end may stand in the next cell")
            out["lead"] = _noted(out.get("lead", ""), [Doubt("IMP005", cell.at, cell.line, message)])
    if cell := cells.get("coordinating"):
        out["coordinating"] = one_or_all(names("; ".join(points(cell.text))))
    if cell := cells.get("deadline"):
        out["deadline"] = _noted(one_line(cell.text), _doubts_of_time(cell, year))
    misplaced: list[Doubt] = []
    if cell := cells.get("budget"):
        figure = figure_in(cell)
        misplaced = [] if figure is not None or "deadline" in cells else _time_under_money(cell, year)
        key, value = ("budget", figure.verbatim) if figure is not None else ("budget_note", one_line(cell.text))
        out[key] = _noted(value, misplaced)
    if inherited := _inherited(cells, row, places, "deadline" if misplaced else ""):
        out["inherited"] = inherited
    if cell := cells.get("note"):
        out["note"] = one_line(cell.text)
    return out


def _noted(value: object, doubts: Sequence[Doubt]) -> object:
    return Noted(value, tuple(doubts)) if doubts else value


def _inherited(cells: Mapping[str, Cell], row: Row, places: Mapping[str, int], but: str) -> object:
    """The columns in which the row says the same as the one above: for sure where a merged cell covers it, likely where it is blank."""
    covered = [key for key in INHERITABLE if places.get(key) in row.below]
    blank = [key for key in INHERITABLE if key in places and key not in cells and key not in covered and key != but]
    if (not covered and not blank) or not cells.keys() - {"row"}:
        return []
    if not blank:
        return covered
    said = ", ".join(map(label_of, blank))
    message = msg("blank cells ({cells}) were taken to say the same as the row above", cells=said)
    return Noted([key for key in INHERITABLE if key in (*covered, *blank)], (Doubt("IMP007", row.at, "", message),))


def _doubts_of_time(cell: Cell, year: int | None) -> list[Doubt]:
    reasons = (part.reason for part in parse(one_line(cell.text), year).parts if part.confidence is Confidence.low)
    found = [Doubt("IMP008", cell.at, cell.line, explain_doubt(reason)) for reason in reasons if reason is not None]
    if _OTHERS_END.search(fold(cell.text)):
        message = msg("behind the time stand words that seem to belong to another column")
        found.append(Doubt("IMP005", cell.at, cell.line, message))
    return found


def _time_under_money(cell: Cell, year: int | None) -> list[Doubt]:
    """Words of time in the column of money, where the column of time is empty."""
    says = fold(cell.text)
    if _OF_MONEY.search(says):
        return []
    dated = any(part.kind in DATED for part in parse(one_line(cell.text), year).parts)
    if not dated and not _OF_TIME.search(says):
        return []
    message = msg("this may be the time, one column too far right; it was left under money")
    return [Doubt("IMP005", cell.at, cell.line, message)]

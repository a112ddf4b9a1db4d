"""Which row of a file is which row of the workbook, where the file has changed since: items have come, gone or moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from site_gen.importers.workbook.layout import Sheet
from site_gen.importers.workbook.record import KeptSheet
from site_gen.importers.workbook.views import Row, mark_of_cell

Known = Mapping[tuple[int, str], Row]
"""By the number of its sheet and its mark in the workbook, the row as the file has it now."""
_NATURAL = (("id",), ("code",), ("item",), ("number",))
"""Keys by which an item is known, however often others come and go around it."""


def order_of(kept: KeptSheet, sheet: Sheet) -> tuple[int | None, ...]:
    """For each column of the record the number of the field; None where the model has it no more."""
    numbers = {".".join(field.path): number for number, field in enumerate(sheet.fields)}
    return tuple(numbers.get(path) for _, path in kept.columns)


def marks_now(row: Row, order: Sequence[int | None]) -> tuple[str, ...]:
    """The marks of a row's cells in the order of the record."""
    return tuple(mark_of_cell(row.cells[n]) if n is not None else "" for n in order)


def aligned(
    kept: Sequence[KeptSheet],
    sheets: Sequence[Sheet],
    entry: str,
    now: Sequence[Sequence[Row]],
    keys: Sequence[Iterable[str]],
) -> dict[tuple[int, str], Row]:
    """The rows of one entry that are still there.

    Args:
        kept: The sheets of the record, in the order of `sheets`.
        sheets: The sheets of the form.
        entry: The id of the entry.
        now: Its rows as the file has them, sheet by sheet.
        keys: Their marks in the record, sheet by sheet.
    """
    out: dict[tuple[int, str], Row] = {(0, ""): now[0][0]}
    for number in range(1, len(sheets)):
        sheet, order = sheets[number], order_of(kept[number], sheets[number])
        natural = next((n for n, (_, path) in enumerate(kept[number].columns) if (path,) in _NATURAL), None)
        below: dict[str, list[str]] = {}
        for key in keys[number]:
            below.setdefault(key.rpartition(".")[0], []).append(key)
        rows: dict[str, list[Row]] = {}
        for row in now[number]:
            rows.setdefault(row.above, []).append(row)
        for above in sorted(below, key=lambda key: (key.count("."), len(key), key)):
            at = out.get((number, above)) if sheet.again and above else None
            at = at or out.get((sheet.above or 0, above))
            if at is None:
                continue
            old = [kept[number].rows[entry, key] for key in below[above]]
            there = rows.get(at.key, [])
            new = [marks_now(row, order) for row in there]
            for first, second in _pairs(old, new, natural):
                out[number, below[above][first]] = there[second]
    return out


def _pairs(
    old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]], natural: int | None
) -> Iterable[tuple[int, int]]:
    """Which of the old rows is which of the new ones."""
    if len(old) == len(new) and sum(a != b for a, b in zip(old, new, strict=True)) <= 1:
        return [(n, n) for n in range(len(old))]
    if natural is not None:
        before, after = [row[natural] for row in old], [row[natural] for row in new]
        if len(set(before)) == len(before) and len(set(after)) == len(after) and "-" not in before:
            places = {mark: n for n, mark in enumerate(after)}
            return [(n, places[mark]) for n, mark in enumerate(before) if mark in places]
    out: list[tuple[int, int]] = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal" or (what == "replace" and b - a == d - c):
            out += zip(range(a, b), range(c, d), strict=True)
    return out

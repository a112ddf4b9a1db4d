"""Rows of a workbook that no file has yet: new entries, and new items of lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path
from typing import Any

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import slug
from site_gen.importers.draft import Doubt
from site_gen.importers.workbook.filled import GivenRow, GivenSheet
from site_gen.importers.workbook.layout import Sheet
from site_gen.importers.workbook.merge import Applied, Merge, Target
from site_gen.importers.workbook.typed import fault_of, typed_in, value_of_text
from site_gen.importers.workbook.views import Row, mark_of_cell
from site_gen.model.refusing import BLANK

_ID = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_NAMED_BY = ("code", "number", "name", "title", "role", "abstract", "period", "quarter")
"""Keys that give a new entry its id where nobody wrote one."""
ALIKE = 0.6
"""From which share of the same cells on a row with another id is one whose id was changed."""


@dataclass(slots=True)
class New:
    """A new row: its values as a group, by what rows below it name it, and where it goes."""

    sheet: int
    row: GivenRow
    tree: dict[str, Any]
    words: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Fresh:
    """What came of new rows.

    Attributes:
        merge: The workbook and the files.
        files: New files: the id and the values of each.
        changed_ids: Rows of the record whose id somebody changed.
    """

    merge: Merge
    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    incomplete: set[str] = field(default_factory=set)
    changed_ids: list[tuple[int, str, str]] = field(default_factory=list)
    _labels: dict[tuple[int, str, str], New] = field(default_factory=dict)

    def read(self) -> None:
        """Takes all new rows, those of a list behind those it lies below."""
        for number, given, sheet, _ in self.merge.sheets:
            there = {(row.entry, row.key) for row in given.rows}
            missing = [key for key in given.kept.rows if key not in there]
            behind: dict[tuple[str, str], tuple[int, bool]] = {}
            for row in given.rows:
                known = (row.entry, row.key) in given.kept.rows
                place = (row.entry, row.above)
                if known:
                    behind[place] = self._index(number, row), True
                    continue
                if not any(self._filled(row, column) for column in given.places):
                    continue
                if (old := self._renamed(given, row, missing)) is not None:
                    self.changed_ids.append((number, *old))
                    message = msg(
                        "the row was known as {old}; ids are parts of addresses and are not changed here",
                        old=old[1] or old[0],
                    )
                    self.merge.doubt("IMP033", row, row.key or row.entry, message)
                elif number == 0:
                    self._entry(row, sheet, given)
                else:
                    self._item(number, row, sheet, given, behind.get(place))

    def _index(self, number: int, row: GivenRow) -> int:
        target = self.merge.target(row.entry) if (row.entry in self.merge.contents.files) else None
        at = target.known.get((number, row.key)) if target is not None else None
        return int(at.loc[-1]) if at is not None and at.loc else -1

    @staticmethod
    def _filled(row: GivenRow, column: int) -> bool:
        return row.cell(column).value not in ("", None)

    def _renamed(self, given: GivenSheet, row: GivenRow, missing: list[tuple[str, str]]) -> tuple[str, str] | None:
        """The row of the record that this one is, with another id or mark."""
        if not (row.entry if not row.key else row.key):
            return None
        marks = {c: mark_of_cell(str(row.cell(c).value or "").rstrip()) for c in given.places}
        for old in missing:
            kept = given.kept.rows[old]
            full = [c for c in marks if c < len(kept) and "-" not in (kept[c], marks[c])]
            if full and sum(kept[c] == marks[c] for c in full) >= ALIKE * max(len(full), 2):
                return old
        return None

    def _values(self, row: GivenRow, sheet: Sheet, given: GivenSheet, order: tuple[int | None, ...]) -> New | None:
        """The values of a row; None where one of them cannot be used."""
        new = New(0, row, {})
        sound = True
        for column in sorted(given.places):
            place = order[column]
            if place is None or not self._filled(row, column):
                continue
            of, cell = sheet.fields[place], row.cell(column)
            typed = typed_in(cell, of)
            if self.merge._noted(typed, cell.at, of):
                sound = False
                continue
            value = value_of_text(typed.text, of, None)
            if (fault := fault_of(value, of)) is not None:
                message = msg("{column}: {what}", column=of.heading, what=fault)
                self.merge.doubts.append(Doubt("IMP032", cell.at, typed.text, message, Severity.ERROR))
                sound = False
                continue
            group = new.tree
            for key in of.path[:-1]:
                group = group.setdefault(key, {})
            group[of.path[-1]] = value
            new.words.append(typed.text)
        return new if sound else None

    def _missing(self, new: New, sheet: Sheet) -> Iterator[tuple[tuple[str, ...], str]]:
        """What a row must have and has not: keys and heading."""
        for of in sheet.fields:
            group: Any = new.tree
            for key in of.path[:-1]:
                group = group.get(key) if isinstance(group, dict) else None
            if of.required and isinstance(group, dict) and of.path[-1] not in group:
                yield of.path, of.heading

    def _entry(self, row: GivenRow, sheet: Sheet, given: GivenSheet) -> None:
        new = self._values(row, sheet, given, self._order(0))
        if new is None:
            return
        stars = self.merge.contents.form.pattern.count("*")
        id = row.entry or next((slug(str(new.tree[key])) for key in _NAMED_BY if stars == 1 and new.tree.get(key)), "")
        parts = id.split("/")
        if len(parts) != stars or not all(_ID.fullmatch(part) and len(part) <= 80 for part in parts):
            example = "ke-hoach/2026-q1" if stars > 1 else "van-phong"
            message = msg(
                "write the id of the new entry into the first cell, for example `{example}`: small letters without marks, digits and `-`",
                example=example,
            )
            self.merge.doubt("IMP033", row, id, message)
            return
        if id in self.files:
            self.merge.doubt("IMP033", row, id, msg("two new rows have the id {id}", id=id))
            return
        held = self.merge.contents.files.get(id)
        if held is not None:
            now = held.rows(self.merge.contents.sheets)[0][0]
            if not self._is_there(new, now):
                self.merge.doubt(
                    "IMP033",
                    row,
                    id,
                    msg(
                        "the site has an entry {id} already, which the workbook did not know; nothing was written",
                        id=id,
                    ),
                )
            return
        if missing := list(self._missing(new, sheet)):
            self.incomplete.add(id)
            for keys, _ in missing:
                group = new.tree
                for key in keys[:-1]:
                    group = group.setdefault(key, {})
                group[keys[-1]] = BLANK
            names = ", ".join(heading for _, heading in missing)
            self.merge.doubt(
                "IMP038", row, id, msg("not filled in: {columns}. It was made a draft", columns=names), Severity.WARNING
            )
        self.files[id] = new.tree
        self._labels[0, id, ""] = new

    def _order(self, number: int) -> tuple[int | None, ...]:
        return next(order for n, _, _, order in self.merge.sheets if n == number)

    def _item(
        self, number: int, row: GivenRow, sheet: Sheet, given: GivenSheet, behind: tuple[int, bool] | None
    ) -> None:
        entry = row.entry or (next(iter(self.merge.contents.files)) if len(self.merge.contents.files) == 1 else "")
        new = self._values(row, sheet, given, self._order(number))
        if new is None:
            return
        if missing := ", ".join(heading for _, heading in self._missing(new, sheet)):
            self.merge.doubt(
                "IMP032",
                row,
                new.words[0],
                msg("the new row was not written: {columns} must be filled in", columns=missing),
            )
            return
        parents = [(number, row.above)] if sheet.again and row.above else []
        parents += [(sheet.above or 0, row.above)]
        made = next((self._labels[n, entry, key] for n, key in parents if (n, entry, key) in self._labels), None)
        if made is not None:
            steps = sheet.again if made.sheet == number and made.sheet else sheet.steps
            self._below(made.tree, steps, new.tree)
        else:
            target = self.merge.target(entry)
            above = next((target.known[p] for p in parents if p in target.known), None) if target is not None else None
            if target is None or above is None:
                message = msg(
                    "nothing says where the new row belongs: there is no {entry} {row}",
                    entry=entry or "?",
                    row=row.above,
                )
                self.merge.doubt("IMP033", row, new.words[0], message)
                return
            steps = sheet.again if sheet.again and row.above else sheet.steps
            self._into(target, number, (*above.loc, *steps), above.key, new, behind)
        new.sheet = number
        if row.key:
            self._labels[number, entry, row.key] = new

    @staticmethod
    def _below(tree: dict[str, Any], steps: tuple[str, ...], item: dict[str, Any]) -> None:
        for key in steps[:-1]:
            tree = tree.setdefault(key, {})
        tree.setdefault(steps[-1], []).append(item)

    def _into(
        self,
        target: Target,
        number: int,
        loc: tuple[str | int, ...],
        above: str,
        new: New,
        behind: tuple[int, bool] | None,
    ) -> None:
        """Into a list that a file has, behind the row that stands above it in the sheet; not a second time."""
        known = {id(row) for (n, _), row in target.known.items() if n == number}
        there = [row for row in target.rows[number] if row.loc[:-1] == loc]
        if any(id(row) not in known and self._is_there(new, row) for row in there):
            return
        after = behind[0] if behind is not None else len(there) - 1
        target.edits.insert(loc, after, new.tree)
        self.merge.applied.append(Applied(target.held.path, "+", "", "; ".join(new.words)))

    def _is_there(self, new: New, row: Row) -> bool:
        """Whether a file has the row already, because the workbook was imported before."""
        cells = [cell for cell in row.cells if cell]
        return all(words in cells for words in new.words)


def path_of(merge: Merge, id: str, source: Path) -> Path:
    """Where a new entry's file goes."""
    return source / merge.contents.form.file_of(id)

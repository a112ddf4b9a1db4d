"""What somebody edited in a workbook, taken into the files as they are now: nothing that he did not touch, nothing that others changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from pathlib import Path

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Severity
from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import excerpt
from site_gen.importers.draft import Doubt
from site_gen.importers.table import Place
from site_gen.importers.workbook.align import aligned, order_of
from site_gen.importers.workbook.contents import Contents, Held
from site_gen.importers.workbook.filled import Filled, GivenRow, GivenSheet
from site_gen.importers.workbook.layout import Field, Sheet
from site_gen.importers.workbook.trees import Edits
from site_gen.importers.workbook.typed import Typed, fault_of, same_value, typed_in, value_of_text
from site_gen.importers.workbook.views import NOT_SHOWN, Row, mark_of_cell, settled

MOST_SHOWN = 60
"""Letters of a value in a message."""
E = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Applied:
    """Something that is changed: where, and from which words to which; empty words for nothing."""

    path: Path
    what: str
    old: str
    new: str


@dataclass(slots=True)
class Target:
    """A file that is being changed."""

    held: Held
    edits: Edits
    rows: list[list[Row]]
    known: Mapping[tuple[int, str], Row]


@dataclass
class Merge:
    """Takes a workbook back.

    Attributes:
        filled: The workbook as it came back.
        contents: The files as they are now.
        replace: Whether the workbook wins where both sides changed a value.
        remove: Whether rows that were taken out of the workbook are taken out of the files.
    """

    filled: Filled
    contents: Contents
    replace: bool = False
    remove: bool = False
    doubts: list[Doubt] = field(default_factory=list)
    applied: list[Applied] = field(default_factory=list)
    targets: dict[str, Target] = field(default_factory=dict)

    @cached_property
    def sheets(self) -> list[tuple[int, GivenSheet, Sheet, tuple[int | None, ...]]]:
        """Each sheet that the form still has: its number in the record, what came back, what it is, its columns' fields."""
        by_path = {".".join(sheet.path): sheet for sheet in self.contents.sheets}
        found = [(n, given, by_path.get(given.kept.path)) for n, given in enumerate(self.filled.sheets)]
        return [(n, given, sheet, order_of(given.kept, sheet)) for n, given, sheet in found if sheet is not None]

    @cached_property
    def keys(self) -> dict[str, list[list[str]]]:
        """By entry the marks of its rows in the record, sheet by sheet."""
        out: dict[str, list[list[str]]] = {}
        for number, given in enumerate(self.filled.sheets):
            for entry, key in given.kept.rows:
                out.setdefault(entry, [[] for _ in self.filled.sheets])[number].append(key)
        return out

    def target(self, entry: str) -> Target | None:
        """The file of an entry, None where it is gone."""
        held = self.contents.files.get(entry)
        if held is None:
            return None
        if entry not in self.targets:
            rows = held.rows(self.contents.sheets)
            kept = [given.kept for given in self.filled.sheets]
            none: list[list[str]] = [[] for _ in kept]
            known = aligned(kept, self.contents.sheets, entry, rows, self.keys.get(entry, none))
            edits = Edits(held.document.data, self.contents.form.model)
            self.targets[entry] = Target(held, edits, rows, known)
        return self.targets[entry]

    def doubt(self, code: str, at: GivenRow, words: str, message: Message, severity: Severity = E) -> None:
        """Notes something about a row."""
        self.doubts.append(Doubt(code, at.at, words, message, severity))

    # What was edited

    def cells(self) -> None:
        """Every cell that is another than it was."""
        for number, given, sheet, order in self.sheets:
            seen: set[tuple[str, str]] = set()
            for row in given.rows:
                marks = given.kept.rows.get((row.entry, row.key))
                if marks is None:
                    continue
                if (row.entry, row.key) in seen:
                    message = msg(
                        "a row above has the same id; only the first was read. For a new row leave the grey cells blank"
                    )
                    self.doubt("IMP033", row, row.key or row.entry, message)
                    continue
                seen.add((row.entry, row.key))
                for column in given.places:
                    place = order[column]
                    if place is not None and column < len(marks):
                        self._cell(number, row, column, sheet.fields[place], place, marks[column])

    def _cell(self, number: int, row: GivenRow, column: int, of: Field, place: int, mark: str) -> None:
        given = row.cell(column)
        if isinstance(given.value, str) and not given.lost and mark_of_cell(settled(given.value)) == mark:
            return
        typed = typed_in(given, of)
        if not typed.unusable and mark_of_cell(typed.text) == mark:
            return
        target = self.target(row.entry)
        now = target.known.get((number, row.key)) if target is not None else None
        if target is None or now is None:
            message = msg(
                "{column}: what was edited is gone from the site since the export; nothing was written",
                column=of.heading,
            )
            self.doubts.append(Doubt("IMP035", given.at, typed.text, message, E))
            return
        old, value = now.cells[place], target.edits.at((*now.loc, *of.path))
        if not typed.unusable and (
            old == typed.text or (not isinstance(given.value, str) and same_value(value, typed.text, of))
        ):
            return
        if self._noted(typed, given.at, of):
            return
        if NOT_SHOWN in (old, typed.text):
            message = msg(
                "{column}: no cell can hold this value; change it in {file}",
                column=of.heading,
                file=target.held.path.as_posix(),
            )
            self.doubts.append(Doubt("IMP037", given.at, typed.text, message, E))
            return
        if mark_of_cell(old) != mark and not self.replace:
            message = msg(
                "{column}: changed on both sides since the export. The site says “{site}”, the workbook says “{workbook}”; nothing was written",
                column=of.heading,
                site=excerpt(old, MOST_SHOWN),
                workbook=excerpt(typed.text, MOST_SHOWN),
            )
            self.doubts.append(Doubt("IMP031", given.at, typed.text, message, E))
            return
        new = value_of_text(typed.text, of, value)
        fault = (
            msg("this may not be empty")
            if of.required and not typed.text
            else fault_of(new, of)
            if typed.text
            else None
        )
        if fault is not None:
            self.doubts.append(
                Doubt("IMP032", given.at, typed.text, msg("{column}: {what}", column=of.heading, what=fault), E)
            )
            return
        target.edits.put((*now.loc, *of.path), new)
        what = f"{now.key} {of.heading}".strip()
        self.applied.append(Applied(target.held.path, what, old, typed.text))

    def _noted(self, typed: Typed, at: Place, of: Field) -> bool:
        """Notes what is not sure about a cell; whether it cannot be used."""
        if typed.doubt is not None:
            code = "IMP032" if typed.unusable else "IMP036"
            message = msg("{column}: {what}", column=of.heading, what=typed.doubt)
            self.doubts.append(Doubt(code, at, typed.text, message, typed.severity))
        return typed.unusable

    # What was taken out

    def gone(self, but: Sequence[tuple[int, str, str]]) -> list[Path]:
        """Rows that the workbook had and has no more, but for those that are told of elsewhere; the files that go with them."""
        files: list[Path] = []
        told: set[tuple[int, str, str]] = set(but)
        for number, given, sheet, _ in self.sheets:
            if given.missing:
                continue
            there = {(row.entry, row.key) for row in given.rows}
            missing = [key for key in given.kept.rows if key not in there]
            if missing and len(missing) == len(given.kept.rows) and not given.rows:
                message = msg("the sheet holds no row any more; what it held stays as it is on the site")
                self.doubts.append(Doubt("IMP034", Place(given.kept.name), "", message))
                continue
            for entry, key in missing:
                above = key.rpartition(".")[0]
                covered = ((0, entry, ""), (number, entry, above), (sheet.above or 0, entry, above))
                if (number, entry, key) in told or any(c in told for c in covered if c != (number, entry, key)):
                    told.add((number, entry, key))
                    continue
                told.add((number, entry, key))
                files += self._gone(number, given, entry, key)
        return files

    def _gone(self, number: int, given: GivenSheet, entry: str, key: str) -> Iterator[Path]:
        target = self.target(entry)
        row = target.known.get((number, key)) if target is not None else None
        if target is None or row is None:
            return
        words = next((cell for cell in row.cells if cell), "")
        done = self.remove
        if self.remove and number == 0:
            yield target.held.path
        elif self.remove:
            done = target.edits.remove(row.loc)
        if done:
            self.applied.append(Applied(target.held.path, f"{key} {excerpt(words, MOST_SHOWN)}".strip(), words, ""))
            return
        message = msg(
            "row {row} of {entry} was taken out of the workbook; it stays on the site. With `--remove` it is taken out there, too",
            row=key or entry,
            entry=entry,
        )
        self.doubts.append(Doubt("IMP030", Place(given.kept.name), words, message, Severity.WARNING))

"""A scorecard as a table: a row for each criterion with its maximum and its scores, between them the lines of the scale.

Provinces draw this form differently (what is called `Điểm tự chấm`, `Tự đánh giá`, `Điểm chuẩn` …); what they have in common is a
column of names, one of maxima, and one or several of scores.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from decimal import Decimal

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.vietnamese import fold, show_number
from site_gen.importers.assembly import Whole, assemble
from site_gen.importers.columns import Matched, match
from site_gen.importers.draft import Doubt, Noted
from site_gen.importers.importing import Asked
from site_gen.importers.rows import Row, RowKind
from site_gen.importers.table import Book, Cell, Place
from site_gen.importers.targets.cells import one_line, points, things
from site_gen.importers.targets.numbers import figure_in
from site_gen.importers.targets.papers import paper
from site_gen.importers.targets.persons import UNNAMED, Persons
from site_gen.importers.targets.plan_areas import sentence_case
from site_gen.importers.targets.scorecard_form import COLUMNS, SCORES, headed
from site_gen.importers.targets.scorecard_numbers import number_of_criterion
from site_gen.importers.targets.scorecard_persons import ONLY_A_NAME, give_to, without_names
from site_gen.importers.targets.scorecard_tree import Criterion, Number, Tree, decimal, has_room

ENOUGH = 3
"""Rows that make a table a scorecard."""
_TOTAL = re.compile(r"(?:tong|cong)\b(?: (?:cong|so|diem|chung|muc|phan|linh vuc|[ivx]{1,4}|[a-h]|\d{1,2}))*")
_OUT_OF = re.compile(r"(?P<score>\d+(?:[.,]\d+)?)\s*/\s*(?P<max>\d+(?:[.,]\d+)?)(?:\s*điểm)?")
_NAME = re.compile(r"(?:[A-ZĐÀ-ỸĂÂÊÔƠƯ][^\W\d_A-ZĐ]*\s+){1,4}[A-ZĐÀ-ỸĂÂÊÔƠƯ][^\W\d_A-ZĐ]*")
"""What is written like a person's name: two words and more, each with a capital."""


@dataclass(slots=True)
class ScoreTable:
    """What was read of a scorecard: the tree of its criteria, what is doubtful, its row of sums, its headings, and the text around it."""

    tree: Tree
    doubts: list[Doubt] = field(default_factory=list)
    total: dict[str, str] = field(default_factory=dict)
    mapping: list[tuple[str, Matched | None]] = field(default_factory=list)
    above: tuple[str, ...] = ()


def read_table(book: Book, asked: Asked) -> ScoreTable | None:
    """The tables of a file as one scorecard; None where none of them is one."""
    wholes = [
        whole
        for whole in assemble(book, lambda texts: headed(texts, asked.mapping))
        if headed(whole.headings, asked.mapping) and len(whole.rows) >= ENOUGH
    ]
    if not wholes:
        return None
    reading = _Reading(asked)
    for whole in wholes:
        reading.read(whole)
    return reading.finished()


class _Reading:
    """The rows so far: sections, the criteria of each, and the sums."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.out = ScoreTable(Tree())
        self.persons = Persons()
        self.sections: list[Criterion] = []
        """The open ones: a letter, and within it a roman number."""
        self.tree = self.out.tree
        self.seen: set[Number] = set()
        self.columns: dict[str, int] = {}
        self.summed = False
        """Whether the row above is one of sums."""

    def read(self, whole: Whole) -> None:
        """One table."""
        matched = match(whole.headings, COLUMNS, self.asked.mapping)
        self.columns = {found.column.key: number for number, found in matched.items()}
        self.out.mapping = self.out.mapping or [
            (text, matched.get(number)) for number, text in enumerate(whole.headings)
        ]
        self.out.above += whole.above
        for row in whole.rows:
            self._row(row)
        self.out.doubts += [Doubt("IMP001", at, "", message) for at, message in whole.remarks]

    def _row(self, row: Row) -> None:
        label_cell = self._cell(row, "label")
        label = label_cell.line if label_cell else row.title
        if _TOTAL.fullmatch(fold(re.sub(r"\(.*?\)", "", label))):
            self._sum(row)
            return
        said = number_of_criterion(self._cell(row, "row"), label, self.seen)
        label = sentence_case(said.label)
        if not said.number and not said.section and (self.summed or row.kind is RowKind.NOTE):
            self.out.above += (label,)  # what stands below the form may name the grade
            return
        self.summed = False
        if said.section:
            found = self._open_section(said.section, label, row.at)
        elif said.number:
            next_top = self.tree.roots[-1].number[:1] == (said.number[0] - 1,) if self.tree.roots else True
            found = self.tree.open(said.number, label, row.at, top=next_top)
            self.seen.add(found.number)
        elif self.tree.numbered is not None:
            self._below(row, label)
            return
        else:
            found = self.tree.open_unnumbered(label, row.at)
        found.doubts += said.doubts
        self.out.doubts += [*self._fill(found, row), *found.doubts]

    def _cell(self, row: Row, key: str) -> Cell | None:
        place = self.columns.get(key)
        cell = row.cells.get(place) if place is not None else None
        return cell if cell is not None and cell.text else None

    def _open_section(self, name: str, label: str, at: Place) -> Criterion:
        """A part of the form that stands above numbered criteria: `I. Kết quả tự chấm`, in `A. …` where there is one."""
        last = self.sections[0].said_no if self.sections else ""
        lettered = len(name) == 1 and (
            name not in "IVX" or (len(last) == 1 and ord(name) == ord(last) + 1 and last not in "IVX")
        )
        outer = [] if lettered else [one for one in self.sections[:1] if one.said_no not in _ROMAN]
        found = Criterion((), label, at, said_no=name)
        (outer[0].children if outer else self.out.tree.roots).append(found)
        self.sections = [*outer, found]
        self.tree = Tree(found.children)
        self.seen.clear()
        return found

    # --- what a row says -------------------------------------------------------------------------------

    def _fill(self, found: Criterion, row: Row) -> Iterator[Doubt]:
        """The cells of a criterion's own row."""
        yield from self._scores(found, row)
        yield from self._details(found, row)

    def _details(self, found: Criterion, row: Row) -> Iterator[Doubt]:
        """What stands beside the scores, behind what rows above have said of the same criterion."""
        for key in ("requirement", "deadline", "note"):
            if cell := self._cell(row, key):
                said, doubts = without_names(found, one_line(cell.text), cell.at, self.persons)
                _append(found, key, said)
                yield from doubts
        if cell := self._cell(row, "reason"):
            said, doubts = without_names(found, one_line(cell.text), cell.at, self.persons)
            found.deduct(said, self._points(row, "lost_declared"))
            yield from doubts
        if cell := self._cell(row, "evidence"):
            before = found.values.setdefault("evidence", [])
            assert isinstance(before, list)
            before += [paper(thing) for thing in things(cell.text)]
        if cell := self._cell(row, "remedy"):
            for point in points(cell.text):
                said, doubts = without_names(found, point, cell.at, self.persons)
                found.add("remedy", said.strip(" ."))
                yield from doubts
        if cell := self._cell(row, "assignee_roles"):
            yield from self._in_charge(found, cell)

    def _scores(self, found: Criterion, row: Row) -> Iterator[Doubt]:
        out_of = ""
        given: dict[str, str] = {}
        for key in ("max", *SCORES, "lost_declared"):
            cell = self._cell(row, key)
            if cell is None or cell.text.strip("-– ") == "":
                continue
            figure, both = figure_in(cell), _OUT_OF.fullmatch(cell.line)
            if both and key in SCORES:
                given[key], out_of = both["score"], both["max"]
            elif figure is not None:
                given[key] = figure.verbatim
            else:
                yield Doubt("IMP019", cell.at, cell.line, msg("this is not a number"))
                found.values.setdefault("verbatim", cell.line)
        counts = next((key for key in SCORES if key in given), "")
        if maximum := given.get("max") or out_of:
            found.values["max"] = maximum
        if counts:
            found.values["declared"] = given[counts]
            for key, kept in (("self_score", "self_score"), ("appraised", "appraised_score")):
                if key != counts and key in given and decimal(given[key]) != decimal(given[counts]):
                    found.values[kept] = given[key]
        if "lost_declared" in given and decimal(given["lost_declared"]):
            found.values["lost_declared"] = given["lost_declared"]

    def _points(self, row: Row, key: str) -> str:
        cell = self._cell(row, key)
        figure = figure_in(cell) if cell else None
        return figure.verbatim if figure is not None and figure.value else ""

    def _in_charge(self, found: Criterion, cell: Cell) -> Iterator[Doubt]:
        text = one_line(cell.text)
        if self.asked.units and self.asked.knows_unit(text):
            found.values["unit"] = text
        elif _NAME.fullmatch(text):
            give_to(found, UNNAMED)
            yield Doubt("IMP017", cell.at, text, ONLY_A_NAME)
        else:
            for point in points(cell.text):
                said, doubts = without_names(found, point, cell.at, self.persons)
                give_to(found, said.strip(" ."))
                yield from doubts

    def _below(self, row: Row, label: str) -> None:
        """A row without a number: a criterion of its own where it is scored beside the one above, else a line of that one's scale."""
        owner = self.tree.numbered
        assert owner is not None
        own = Criterion((), label, row.at)
        doubts = [*self._scores(own, row)]
        score, most = own.value("declared"), own.maximum
        if score is not None and most is not None and "declared" in owner.values:
            within = owner.maximum is not None and most < owner.maximum and has_room(owner, most)
            found = self.tree.open_unnumbered(label, row.at, str(own.value("max")), beside=not within)
            self.out.doubts += self._fill(found, row)
            return
        self.out.doubts += doubts
        said = points(label)[0] if points(label) else label
        points_of_line = str(own.value("max") or "")
        if points_of_line and not re.search(
            rf"(?<![\d.,]){re.escape(points_of_line)}(?:\s*điểm)?$", said.rstrip(" .;)")
        ):
            said = f"{said.rstrip(' .;:')}: {points_of_line}"
        _append(owner, "requirement", said.strip(" ;."))
        self.out.doubts += self._details(owner, row)
        if score is not None:
            owner.values.setdefault("declared", score)

    # --- sums ------------------------------------------------------------------------------------------

    def _sum(self, row: Row) -> None:
        """A row of sums; the last one is the whole form's."""
        own = Criterion((), "", row.at)
        self.out.doubts += self._scores(own, row)
        self.summed = True
        self.out.total = {key: str(own.values[key]) for key in ("declared", "max", "self_score") if key in own.values}

    def finished(self) -> ScoreTable:
        """All of it, with an id of its own for each criterion whose number stands in several sections."""
        numbers = [one.number for one in self.out.tree if one.number]
        _give_ids(self.out.tree.roots, "", len(set(numbers)) < len(numbers))
        self.out.doubts += _filled_from_parts(self.out.tree.roots)
        return self.out


_ROMAN = frozenset(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"))


def _append(found: Criterion, key: str, text: str) -> None:
    """One more sentence of a text."""
    found.values[key] = "; ".join(filter(None, (str(found.values.get(key, "")), text)))


def _give_ids(criteria: Iterable[Criterion], section: str, again: bool) -> None:
    """An id for each section, and, where numbers begin again in each, for every criterion within them."""
    for one in criteria:
        inner = section
        if not one.number and one.said_no:
            one.id = inner = f"{section}.{one.said_no}".lstrip(".")
        elif again and section and one.number:
            one.id = f"{section}.{'.'.join(map(str, one.number))}"
        _give_ids(one.children, inner, again)


def _filled_from_parts(criteria: Iterable[Criterion]) -> Iterator[Doubt]:
    """Scores of what the form leaves blank above parts that are all scored, the innermost first."""
    for one in criteria:
        yield from _filled_from_parts(one.children)
        for key in ("declared", "max"):
            parts = [decimal(child.value(key)) for child in one.children]
            if key in one.values or not parts or None in parts:
                continue
            total = show_number(sum((part for part in parts if part is not None), Decimal(0)))
            message = msg("blank in the form; its parts come to {total}", total=total)
            doubt = Doubt("IMP016", one.at, one.label, message)
            one.values[key] = Noted(total, (doubt,))
            yield doubt

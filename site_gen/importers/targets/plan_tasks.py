"""The annex of a plan: targets, tasks and their parts out of the rows of its tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import slug
from site_gen.importers.assembly import Whole
from site_gen.importers.columns import Matched, match, without_number
from site_gen.importers.draft import Doubt, Noted
from site_gen.importers.rows import Row, RowKind
from site_gen.importers.table import Cell
from site_gen.importers.targets.alignment import aligned
from site_gen.importers.targets.cells import has_bullets, one_line, own_number, points
from site_gen.importers.targets.plan_areas import Areas
from site_gen.importers.targets.plan_cells import bodies, put_back, said_in, series_of
from site_gen.importers.targets.plan_columns import COLUMNS, label_of
from site_gen.model.refusing import BLANK

_HEADINGS = ("task", "part", "outputs", "lead", "coordinating", "deadline", "budget")
_PART_NUMBER = re.compile(r"(?m)^\s*(\d{1,2})[.)](?!\d)")
Said = dict[str, object]


@dataclass(slots=True)
class Appendix:
    """What an annex holds: `tasks.yml`, and what belongs to the plan itself.

    Attributes:
        data: The keys of `tasks.yml`.
        areas: The plan's areas.
        money: What it says of its money.
        doubts: What is doubtful.
        rows: How many rows were read.
        columns: The columns of the first table, by place.
    """

    data: Said
    areas: list[Said]
    money: Said
    doubts: list[Doubt]
    rows: int
    columns: Mapping[int, Matched]


def read_appendix(wholes: Iterable[Whole], year: int | None, given: Mapping[str, str] | None = None) -> Appendix:
    """Tasks, targets and areas of the tables of an annex.

    Args:
        wholes: Its tables, whole.
        year: The plan's year, for judging deadlines.
        given: Which heading stands for which column, where somebody decided it.
    """
    reader = _Reader(year)
    columns: dict[int, Matched] = {}
    headings: Said = {}
    for whole in wholes:
        found = match(whole.headings, COLUMNS, given)
        said = {one.column.key: without_number(whole.headings[place]) for place, one in found.items()}
        columns, headings = columns or found, headings or {key: said[key] for key in _HEADINGS if key in said}
        reader.read(whole, {one.column.key: place for place, one in found.items()})
    reader.areas.check_sums()
    data: Said = {"headings": headings, "targets": reader.targets, "tasks": reader.tasks}
    doubts = [*reader.doubts, *reader.areas.doubts]
    return Appendix(data, reader.areas.found, reader.areas.money, doubts, reader.rows, columns)


class _Reader:
    """One pass over the rows; remembers the area, the target and the task to which the next row belongs."""

    def __init__(self, year: int | None) -> None:
        self.year = year
        self.areas = Areas()
        self.targets: list[Said] = []
        self.tasks: list[Said] = []
        self.doubts: list[Doubt] = []
        self.rows = 0
        self.target = ""
        self.last_number = 0

    def read(self, whole: Whole, places: Mapping[str, int]) -> None:
        """The rows of a table; `places` says where each column stands."""
        before = self.areas.code
        self.areas.open_annex(whole)
        if self.areas.code != before:
            self.target, self.last_number = "", 0
        series = series_of(whole.rows, places)
        for row in whole.rows:
            if row.kind is RowKind.GROUP:
                area = self.areas.code
                if self.areas.group_row(row, "budget" in places):
                    self.last_number = 0
                if self.areas.code != area:
                    self.target = ""
            elif row.kind is RowKind.TOTAL:
                self.areas.total_row(row, whole.headings)
            elif row.kind is RowKind.ITEM:
                self.rows += 1
                self.areas.open_nameless()
                self._item(row, places, series)
        self.doubts += [Doubt("IMP001", at, "", message, Severity.INFO) for at, message in whole.remarks]

    def _item(self, row: Row, places: Mapping[str, int], series: Mapping[str, str]) -> None:
        cells = {key: row.cells[place] for key, place in places.items() if place in row.cells}
        doubts = [*put_back(cells, series), *self._counted(row)]
        target, task, part = (cells.get(key) for key in ("target", "task", "part"))
        if target is not None:
            self._open_target(target)
        said = said_in(cells, row, places, self.year)
        if task is not None or not self.tasks or "part" not in places:
            self.tasks.append(self._task(row, task))
        current = self.tasks[-1]
        if target is not None and "targets" not in current:
            current["targets"] = [self.target]
        if part is not None:
            parts = current.setdefault("parts", [])
            assert isinstance(parts, list)
            parts += self._parts(row, part, cells, said, doubts)
            return
        if "part" not in places and task is not None and has_bullets(task.text):
            current["parts"] = [{"text": _sentence(point)} for point in points(task.text)]
        self._fill(current, said, doubts)

    def _counted(self, row: Row) -> list[Doubt]:
        """Whether a number is missing or comes twice."""
        if not row.number.isdigit():
            return []
        number, before = int(row.number), self.last_number
        self.last_number = number
        if before and number > before + 1:
            missing = ", ".join(map(str, range(before + 1, number)))
            message = msg(
                "row {missing} is missing: {before} is followed by {number}",
                missing=missing,
                before=before,
                number=number,
            )
            return [Doubt("IMP003", row.at, row.number, message)]
        if before and number == before:
            return [Doubt("IMP004", row.at, row.number, msg("the number {number} comes twice", number=number))]
        return []

    def _open_target(self, cell: Cell) -> None:
        number, text = own_number(cell.text)
        self.target = number or f"t{len(self.targets) + 1}"
        named = {"id": self.target, "no": number} if number else {"id": self.target}
        self.targets.append({**named, "area": self.areas.code, "text": one_line(text)})

    def _task(self, row: Row, cell: Cell | None) -> Said:
        number, text = own_number(cell.text) if cell is not None else ("", "")
        letter = {"remedy": "a", "maintain": "b"}.get(self.areas.group, "")
        place = f"{letter}{slug(row.number)}" if row.number else f"x{len(self.tasks) + 1}"
        task: Said = {
            "id": number or f"{slug(self.areas.code) or 'nv'}.{place}",
            "no": number or row.number,
            "area": self.areas.code,
            "group": self.areas.group,
        }
        if self.target:
            task["targets"] = [self.target]
        task["text"] = one_line(text) or Noted(BLANK, (Doubt("IMP006", row.at, "", msg("the row has no task")),))
        return task

    def _parts(self, row: Row, cell: Cell, cells: Mapping[str, Cell], said: Said, doubts: list[Doubt]) -> list[Said]:
        """The parts of a cell: one, or several points to which leads and deadlines stand in the same order."""
        number, text = own_number(cell.text)
        found = aligned(text, {key: cells[key].text for key in ("lead", "deadline") if key in cells})
        if len(found.parts) < 2:
            part: Said = {"no": number, "row": row.number if number else "", "text": one_line(text)}
            self._fill(part, said, doubts)
            return [part]
        numbered = _PART_NUMBER.findall(text)
        numbers = numbered if len(numbered) == len(found.parts) else [""] * len(found.parts)
        parts: list[Said] = [
            {"no": no, "text": _sentence(point)} for no, point in zip(numbers, found.parts, strict=True)
        ]
        for key, values in found.beside.items():
            for one, value in zip(parts, values, strict=True):
                one.update(_keyed(key, [value]))
        for key, values in found.unclear.items():
            message = msg(
                "{parts} parts stand beside {values} entries of “{column}”; they were given to the task as a whole",
                parts=len(parts),
                values=len(values),
                column=label_of(key),
            )
            doubts.append(Doubt("IMP009", cells[key].at, cells[key].line[:80], message))
            self.tasks[-1].update(_keyed(key, values))
        rest = {key: value for key, value in said.items() if key not in ("lead", "coordinating", "deadline")}
        self._fill(self.tasks[-1] if len(rest) > 1 else parts[0], rest, doubts)
        return parts

    def _fill(self, into: Said, said: Said, doubts: list[Doubt]) -> None:
        """Puts what a row says into a task or part; what is doubtful of the row stands above its text."""
        into.update(said)
        self.doubts += doubts
        if doubts:
            text = into.get("text", "")
            into["text"] = Noted(text.value if isinstance(text, Noted) else text, tuple(doubts))
        self.areas.spend(said.get("budget"))


def _keyed(key: str, values: list[str]) -> Said:
    """Values of a column as keys of a task or part."""
    return bodies("; ".join(values)) if key == "lead" else {key: "; ".join(value.rstrip(" .;") for value in values)}


def _sentence(text: str) -> str:
    return text.rstrip(" .;") + "."

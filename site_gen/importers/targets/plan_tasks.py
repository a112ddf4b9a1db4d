"""The annex of a plan: areas, targets, tasks and their parts out of the rows of its tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import fold, number_in_words, same_words, show_number, slug
from site_gen.importers.assembly import Whole
from site_gen.importers.columns import Column, Matched, likeness, match
from site_gen.importers.draft import Doubt, Noted
from site_gen.importers.rows import Row, RowKind, is_group_number
from site_gen.importers.table import Cell, Place
from site_gen.importers.targets.alignment import aligned
from site_gen.importers.targets.cells import has_bullets, lead_and_others, names, one_line, own_number, points, things
from site_gen.importers.targets.numbers import figure_in, money_unit_of
from site_gen.kinds.plan.choices import CanonicalArea
from site_gen.model.deadline import DATED, parse

COLUMNS = (
    Column("row", ("TT", "STT", "Số TT", "Số thứ tự"), "số thứ tự"),
    Column("target", ("Mục tiêu", "Chỉ tiêu", "Mục tiêu, chỉ tiêu", "Chỉ số", "Yêu cầu"), "mục tiêu"),
    Column("task", ("Nhiệm vụ", "Nội dung, nhiệm vụ", "Nội dung", "Nhiệm vụ cụ thể", "Nội dung công việc", "Tên nhiệm vụ", "Công việc",
                    "Nội dung khắc phục/duy trì thực hiện", "Nội dung thực hiện", "Nhiệm vụ trọng tâm", "Nhóm nhiệm vụ", "Tiêu chí"), "nhiệm vụ"),
    Column("part", ("Hoạt động", "Nhiệm vụ, giải pháp thực hiện", "Giải pháp", "Hoạt động cụ thể", "Biện pháp thực hiện",
                    "Nhiệm vụ, giải pháp", "Nội dung cụ thể", "Các hoạt động chính"), "hoạt động"),
    Column("outputs", ("Kết quả/ Sản phẩm", "Sản phẩm", "Sản phẩm, kết quả", "Kết quả", "Sản phẩm đầu ra", "Sản phẩm dự kiến", "Sản phẩm hoàn thành",
                       "Kết quả đầu ra", "Kết quả cần đạt"), "sản phẩm"),
    Column("lead", ("Cơ quan chủ trì", "Bộ phận chủ trì", "Đơn vị chủ trì", "Cơ quan thực hiện", "Đơn vị thực hiện", "Chủ trì", "Chủ trì thực hiện",
                    "Bộ phận thực hiện", "CQ thực hiện", "CQ chủ trì", "Người thực hiện", "Cán bộ phụ trách", "Phân công thực hiện", "Cơ quan, đơn vị chủ trì",
                    "Đơn vị chủ trì thực hiện", "Công chức phụ trách"), "chủ trì"),
    Column("coordinating", ("Cơ quan phối hợp", "Bộ phận phối hợp", "Đơn vị phối hợp", "Phối hợp", "Phối hợp thực hiện", "Cơ quan, đơn vị phối hợp"), "phối hợp"),
    Column("deadline", ("Thời gian thực hiện", "Thời gian hoàn thành", "Thời hạn", "Thời hạn hoàn thành", "Thời gian", "Tiến độ", "Hạn hoàn thành",
                        "Thời hạn thực hiện", "Tiến độ thực hiện"), "thời gian"),
    Column("budget", ("Kinh phí", "Dự kiến kinh phí", "Kinh phí triển khai", "Kinh phí thực hiện", "Kinh phí dự kiến", "Dự toán kinh phí"), "kinh phí"),
    Column("note", ("Ghi chú",), "ghi chú"),
)  # fmt: skip  # a table
INHERITABLE = ("outputs", "lead", "coordinating", "deadline")
_REMEDY, _MAINTAIN = re.compile(r"\bkhac phuc\b"), re.compile(r"\bduy tri\b")
_ANNEX = re.compile(r"phụ\s+lục(?:\s+số)?\s*:?\s*(?P<no>\d{1,2}|[IVX]{1,4})\b\s*[:.–-]?\s*(?P<name>.*)", re.IGNORECASE)
_YEAR_IN_NAME = re.compile(r"\s*\bnăm\s+(20\d\d)\b", re.IGNORECASE)


@dataclass(slots=True)
class Appendix:
    """What the annex holds: `tasks.yml`, and the areas and sums that belong to the plan itself."""

    data: dict[str, object]
    areas: list[dict[str, object]]
    money: dict[str, object]
    doubts: list[Doubt]
    rows: int
    columns: dict[int, Matched]


@dataclass(slots=True)
class _State:
    """Where a reader of the rows is."""

    area: str = ""
    group: str = ""
    target: str = ""
    targets: list[dict[str, object]] = field(default_factory=list)
    tasks: list[dict[str, object]] = field(default_factory=list)
    areas: list[dict[str, object]] = field(default_factory=list)
    sums: dict[str, Decimal] = field(default_factory=dict)
    money: dict[str, object] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    rows: int = 0
    last_number: int = 0


def headed(texts: Sequence[str]) -> float:
    """How likely texts are the headings of an annex: three of its columns, one of them a task."""
    if any(len(text) > 120 for text in texts):
        return 0.0
    keys = {found.column.key for found in match(list(texts), COLUMNS).values()}
    return len(keys) / 3 if keys & {"task", "part"} and len(keys) > 1 else 0.0


def read_appendix(wholes: Iterable[Whole], year: int | None, given: dict[str, str] | None = None) -> Appendix:
    """Tasks, targets and areas of the tables of an annex.

    Args:
        wholes: Its tables, whole.
        year: The plan's year, for judging deadlines.
        given: Which heading stands for which column, where somebody decided it.
    """
    state = _State()
    columns: dict[int, Matched] = {}
    headings: dict[str, str] = {}
    for whole in wholes:
        columns = match(whole.headings, COLUMNS, given)
        headings = headings or _headings(whole, columns)
        _open_annex(state, whole)
        _read_rows(state, whole, columns, year)
        state.doubts += [Doubt("IMP010", at, "", message, Severity.INFO) for at, message in whole.remarks]
    _check_sums(state)
    data: dict[str, object] = {"headings": headings, "targets": state.targets, "tasks": state.tasks}
    return Appendix(data, state.areas, state.money, state.doubts, state.rows, columns)


def _headings(whole: Whole, columns: dict[int, Matched]) -> dict[str, str]:
    from site_gen.importers.columns import _NUMBERING

    wanted = ("task", "part", "outputs", "lead", "coordinating", "deadline", "budget")
    said = {found.column.key: _NUMBERING.sub("", whole.headings[number]) for number, found in columns.items()}
    return {key: said[key] for key in wanted if key in said}


def _open_annex(state: _State, whole: Whole) -> None:
    """An annex that is called by a number, as the area of its tasks where its rows name none."""
    text = " ".join(whole.above[-3:])
    hit = _ANNEX.search(text)
    if hit is None or any(row.kind is RowKind.GROUP for row in whole.rows):
        return
    number = hit["no"]
    code = f"PL{int(number):02d}" if number.isdigit() else f"PL{number}"
    name = _YEAR_IN_NAME.sub("", hit["name"]).strip(" .:")
    year = _YEAR_IN_NAME.search(hit["name"])
    _open_area(state, code, name, year[1] if year else "")


def _open_area(state: _State, code: str, name: str, year: str = "") -> None:
    state.area, state.group, state.target, state.last_number = code, "", "", 0
    canonical = _canonical(name)
    state.areas.append(
        {
            "code": code,
            "name": sentence_case(name),
            "canonical": canonical.value if canonical else "",
            "year_stated": year,
        }
    )


def _canonical(name: str) -> CanonicalArea | None:
    """The area of the common list that a plan's own name means."""
    best = max(CanonicalArea, key=lambda area: likeness(name, (area.label, *_ALSO.get(area, ()))))
    return best if likeness(name, (best.label, *_ALSO.get(best, ()))) >= 0.6 else None


_ALSO = {
    CanonicalArea.ORGANISATION: ("Cải cách tổ chức bộ máy hành chính nhà nước",),
    CanonicalArea.DIGITAL_GOVERNMENT: ("Chuyển đổi số", "Hiện đại hóa nền hành chính", "Xây dựng chính quyền điện tử"),
    CanonicalArea.DIRECTION: (
        "Công tác chỉ đạo, điều hành",
        "Công tác chỉ đạo điều hành cải cách hành chính",
        "Tổ chức chỉ đạo, điều hành",
    ),
    CanonicalArea.PUBLIC_FINANCE: ("Đổi mới cơ chế tài chính",),
    CanonicalArea.IMPACT: ("Đánh giá tác động của cải cách hành chính đến người dân, tổ chức",),
    CanonicalArea.SOCIO_ECONOMIC: ("Các chỉ tiêu phát triển kinh tế xã hội",),
}
"""What plans also call the areas."""


def sentence_case(text: str) -> str:
    """A heading in capitals as a sentence; abbreviations stay, a text with small letters too."""
    if not text.isupper():
        return text
    words = [word if word in _ABBREVIATIONS else word.lower() for word in text.split()]
    line = " ".join(words)
    return line[:1].upper() + line[1:]


_ABBREVIATIONS = {"UBND", "HĐND", "CCHC", "TTHC", "QPPL", "CNTT", "DVC", "MTTQ", "VBQPPL"}


def _read_rows(state: _State, whole: Whole, columns: dict[int, Matched], year: int | None) -> None:
    by_key = {found.column.key: number for number, found in columns.items()}
    leading = _leading_numbers(whole, by_key)
    for row in whole.rows:
        if row.kind is RowKind.GROUP:
            _group(state, row, by_key)
        elif row.kind is RowKind.TOTAL:
            _total(state, row, whole)
        elif row.kind is RowKind.ITEM:
            state.rows += 1
            _item(state, row, by_key, leading, year)


def _leading_numbers(whole: Whole, by_key: dict[str, int]) -> dict[str, str]:
    """The first part of the numbers in the columns of targets, tasks and parts: 1 in 1.1, 1.2, 1.3."""
    out: dict[str, str] = {}
    for key in ("target", "task", "part"):
        found = Counter(
            number.split(".")[0] for row in whole.rows if (number := own_number(row.text(by_key.get(key)))[0])
        )
        if found and found.total() > 2:
            out[key] = found.most_common(1)[0][0]
    return out if len(set(out.values())) == len(out) else {}


def _group(state: _State, row: Row, by_key: dict[str, int]) -> None:
    """A row that names an area, or a group within it."""
    title = row.title
    says = fold(title)
    if not is_group_number(row.number) and (_REMEDY.search(says) or _MAINTAIN.search(says)):
        state.group = "remedy" if _REMEDY.search(says) else "maintain"
        state.last_number = 0
        return
    if row.number and (is_group_number(row.number) or title.isupper()):
        _open_area(state, row.number, title)
    elif title.isupper() or not state.areas:
        _open_area(state, slug(title)[:40] or "chung", title)
    else:
        state.doubts.append(
            Doubt(
                "IMP011",
                row.at,
                title,
                msg("a heading that names no area; the rows below were put under {area}", area=state.area or "–"),
            )
        )
        return
    figures = [
        figure for cell in row.cells.values() if (figure := figure_in(cell)) is not None and cell.line != row.number
    ]
    if figures and "budget" in by_key:
        state.areas[-1]["budget_declared"] = figures[0].verbatim
        state.sums[state.area] = Decimal(0)


def _total(state: _State, row: Row, whole: Whole) -> None:
    """The sum of the table: never an item; it is compared with what the rows come to."""
    figures = [figure for cell in row.cells.values() if (figure := figure_in(cell)) is not None]
    if figures:
        state.money["total_declared"] = figures[0].verbatim
    for cell in row.cells.values():
        if "bang chu" in fold(cell.text) and (hit := re.search(r"bằng chữ\s*:?\s*([^()]+)", cell.line, re.IGNORECASE)):
            state.money["total_words"] = hit[1].strip(" .)")
    for heading in whole.headings:
        if unit := money_unit_of(heading):
            state.money["money_unit"] = unit


def _item(state: _State, row: Row, by_key: dict[str, int], leading: dict[str, str], year: int | None) -> None:
    cells = {key: row.cells[number] for key, number in by_key.items() if number in row.cells}
    doubts = _shifted(cells, leading)
    doubts += _count_on(state, row)
    target = cells.get("target")
    if target is not None:
        _target(state, target)
    doing = _step(cells, doubts, row, by_key, year)
    task, part = cells.get("task"), cells.get("part")
    has_parts = "part" in by_key
    if task is not None or not state.tasks or not has_parts:
        state.tasks.append(_task(state, row, task))
        if not has_parts:
            current = state.tasks[-1]
            if task is not None and has_bullets(task.text):
                current["parts"] = [{"text": point.rstrip(" .;") + "."} for point in points(task.text)]
            _note(state, current, doing, doubts)
            return
    current = state.tasks[-1]
    if target is not None and "targets" not in current:
        current["targets"] = [state.target]
    if part is None:
        _note(state, current, doing, doubts)
    else:
        parts = current.setdefault("parts", [])
        assert isinstance(parts, list)
        parts += _parts(state, row, part, cells, doing, doubts)


def _count_on(state: _State, row: Row) -> list[Doubt]:
    """Whether a number is missing or comes twice."""
    if not row.number.isdigit():
        return []
    number, before = int(row.number), state.last_number
    state.last_number = number
    if before and number > before + 1:
        missing = ", ".join(map(str, range(before + 1, number)))
        return [
            Doubt(
                "IMP012",
                row.at,
                row.number,
                msg(
                    "row {missing} is missing: {before} is followed by {number}",
                    missing=missing,
                    before=before,
                    number=number,
                ),
            )
        ]
    if before and number == before:
        return [Doubt("IMP013", row.at, row.number, msg("the number {number} comes twice", number=number))]
    return []


def _shifted(cells: dict[str, Cell], leading: dict[str, str]) -> list[Doubt]:
    """Cells that slipped into a neighbour's column: their number counts in another column's series."""
    doubts: list[Doubt] = []
    for key in ("target", "task", "part"):
        cell = cells.get(key)
        number = own_number(cell.text)[0].split(".")[0] if cell is not None else ""
        home = next((other for other, first in leading.items() if first == number and other != key), None)
        if cell is not None and home and leading.get(key) != number and home not in cells:
            cells[home] = cells.pop(key)
            doubts.append(
                Doubt(
                    "IMP014",
                    cell.at,
                    cell.line,
                    msg(
                        "the cell stands in the column of another one; its number belongs to the column “{column}”, where it was put",
                        column=_label(home),
                    ),
                )
            )
    return doubts


def _label(key: str) -> str:
    return next(str(column) for column in COLUMNS if column.key == key)


def _target(state: _State, cell: Cell) -> None:
    number, text = own_number(cell.text)
    id = slug(number.replace(".", "-")).replace("-", ".") if number else f"t{len(state.targets) + 1}"
    state.targets.append({"id": id, **({"no": number} if number else {}), "area": state.area, "text": one_line(text)})
    state.target = id


def _task(state: _State, row: Row, cell: Cell | None) -> dict[str, object]:
    number, text = own_number(cell.text) if cell is not None else ("", "")
    place = row.number if not number else ""
    letter = {"remedy": "a", "maintain": "b"}.get(state.group, "")
    id = number or (
        f"{slug(state.area)}.{letter}{slug(row.number)}"
        if row.number
        else f"{slug(state.area) or 'nv'}.x{len(state.tasks) + 1}"
    )
    task: dict[str, object] = {"id": id, "no": number or place, "area": state.area}
    if state.group:
        task["group"] = state.group
    if state.target:
        task["targets"] = [state.target]
    task["text"] = one_line(text) or Noted("?", (Doubt("IMP015", row.at, "", msg("the row has no task")),))
    return task


def _step(
    cells: dict[str, Cell], doubts: list[Doubt], row: Row, by_key: dict[str, int], year: int | None
) -> dict[str, object]:
    """What a row says of products, who does it, when and for how much."""
    out: dict[str, object] = {}
    if cell := cells.get("outputs"):
        out["outputs"] = things(cell.text)
    if cell := cells.get("lead"):
        out |= _bodies("; ".join(points(cell.text)))
    if cell := cells.get("coordinating"):
        found = names("; ".join(points(cell.text)))
        out["coordinating"] = found if len(found) > 1 else "".join(found)
    if cell := cells.get("deadline"):
        out["deadline"] = _with_doubts(one_line(cell.text), _deadline_doubts(cell, year))
    if cell := cells.get("budget"):
        figure = figure_in(cell)
        if figure is not None:
            out["budget"] = figure.verbatim
        else:
            out["budget_note"] = _with_doubts(one_line(cell.text), _budget_doubts(cell, cells, year))
    inherited = [key for key in INHERITABLE if by_key.get(key) in row.below]
    blank = [
        key
        for key in INHERITABLE
        if key in by_key and key not in cells and key not in inherited and cells.keys() - {"row"}
    ]
    if inherited or blank:
        misplaced = isinstance(out.get("budget_note"), Noted)
        unsure = [key for key in blank if not (key == "deadline" and misplaced)]
        doubt = Doubt(
            "IMP016",
            row.at,
            "",
            msg(
                "blank cells ({cells}) were taken to say the same as the row above",
                cells=", ".join(map(_label, unsure)),
            ),
        )
        out["inherited"] = _with_doubts(inherited + unsure, [doubt] if unsure else [])
    if cell := cells.get("note"):
        out["note"] = one_line(cell.text)
    return out


def _with_doubts(value: object, doubts: Sequence[Doubt]) -> object:
    return Noted(value, tuple(doubts)) if doubts else value


def _deadline_doubts(cell: Cell, year: int | None) -> list[Doubt]:
    read = parse(one_line(cell.text), year)
    doubts = [doubt for part in read.parts for doubt in getattr(part, "doubts", ())]
    if doubts:
        return [Doubt("IMP017", cell.at, cell.line, msg("the deadline is doubtful: check the day in the original"))]
    return []


def _budget_doubts(cell: Cell, cells: dict[str, Cell], year: int | None) -> list[Doubt]:
    """Words of time in the column of money while the column of time is empty."""
    if "deadline" in cells or re.search(r"kinh phi|muc chi|ngan sach|dinh muc|bo tri|nguon", fold(cell.text)):
        return []
    read = parse(one_line(cell.text), year)
    if any(
        part.kind in DATED or fold(part.verbatim).startswith(("thuc hien sau", "sau khi", "khi co"))
        for part in read.parts
    ) or re.search(r"\b(?:sau khi|thuong xuyen|quy|thang|nam|truoc ngay)\b", fold(cell.text)):
        return [
            Doubt(
                "IMP014",
                cell.at,
                cell.line,
                msg("this may be the time, one column too far right; it was left under money"),
            )
        ]
    return []


def _parts(
    state: _State, row: Row, cell: Cell, cells: dict[str, Cell], doing: dict[str, object], doubts: list[Doubt]
) -> list[dict[str, object]]:
    """The parts of a cell: one, or several points to which leads and deadlines stand in the same order."""
    number, text = own_number(cell.text)
    found = aligned(text, {key: cells[key].text for key in ("lead", "deadline") if key in cells})
    if len(found.parts) < 2:
        named = {"no": number, "row": row.number} if number else {}
        part: dict[str, object] = {**named, "text": one_line(text)}
        _note(state, part, doing, doubts)
        return [part]
    numbered = re.findall(r"(?m)^\s*(\d{1,2})[.)](?!\d)", text)
    parts: list[dict[str, object]] = [{"text": point.rstrip(" .;") + "."} for point in found.parts]
    if len(numbered) == len(parts):
        parts = [{"no": no, **part} for no, part in zip(numbered, parts, strict=True)]
    for key, values in found.beside.items():
        for part, value in zip(parts, values, strict=True):
            part.update(_bodies(value) if key == "lead" else {key: value.rstrip(" .;")})
    for key, values in found.unclear.items():
        doubts.append(
            Doubt(
                "IMP018",
                cells[key].at,
                cells[key].line[:80],
                msg(
                    "{parts} parts stand beside {values} entries of “{column}”; they were given to the task as a whole",
                    parts=len(parts),
                    values=len(values),
                    column=_label(key),
                ),
            )
        )
        task = state.tasks[-1]
        task.update(
            _bodies("; ".join(values)) if key == "lead" else {key: "; ".join(value.rstrip(" .;") for value in values)}
        )
    rest = {key: value for key, value in doing.items() if key not in ("lead", "coordinating", "deadline")}
    _note(state, parts[0] if len(rest) < 2 else state.tasks[-1], rest, doubts)
    return parts


def _bodies(text: str) -> dict[str, object]:
    """Who leads and who takes part, as the two keys."""
    lead, others = [], []
    for name in names(text):
        first, second = lead_and_others(name)
        lead.append(first)
        others += names(second)
    return {
        key: found if len(found) > 1 else "".join(found)
        for key, found in (("lead", lead), ("coordinating", others))
        if found
    }


def _note(state: _State, into: dict[str, object], doing: dict[str, object], doubts: list[Doubt]) -> None:
    into.update(doing)
    inner = [doubt for value in doing.values() if isinstance(value, Noted) for doubt in value.doubts]
    state.doubts += [*doubts, *inner]
    if doubts and "text" in into:
        text = into["text"]
        into["text"] = Noted(text.value if isinstance(text, Noted) else text, tuple(doubts))
    if isinstance(budget := into.get("budget"), str) and state.area in state.sums:
        figure = figure_in(Cell(budget, 0, 0))
        state.sums[state.area] += figure.value if figure else 0


def _check_sums(state: _State) -> None:
    """What areas and the table say their sums are, against what the rows come to."""
    total = Decimal(0)
    for area in state.areas:
        declared = figure_in(Cell(str(area.get("budget_declared", "")), 0, 0))
        if declared is None:
            continue
        total += declared.value
        counted = state.sums.get(str(area["code"]), Decimal(0))
        if counted and counted != declared.value:
            state.doubts.append(
                Doubt(
                    "IMP019",
                    Place(),
                    str(declared),
                    msg(
                        "area {area} says {declared}, its rows come to {counted}",
                        area=str(area["code"]),
                        declared=str(declared),
                        counted=show_number(counted),
                    ),
                )
            )
    declared = figure_in(Cell(str(state.money.get("total_declared", "")), 0, 0))
    if declared is None:
        return
    if total and total != declared.value:
        state.doubts.append(
            Doubt(
                "IMP019",
                Place(),
                str(declared),
                msg(
                    "the table says {declared} in all, its areas come to {counted}",
                    declared=str(declared),
                    counted=show_number(total),
                ),
            )
        )
    words = state.money.get("total_words")
    if (
        isinstance(words, str)
        and declared.value == int(declared.value)
        and not same_words(words, int(declared.value), "triệu đồng")
        and not same_words(words, int(declared.value), "đồng")
    ):
        state.doubts.append(
            Doubt(
                "IMP019",
                Place(),
                words,
                msg(
                    "the words say another sum than the figure {figure}: “{words}”",
                    figure=str(declared),
                    words=number_in_words(int(declared.value)),
                ),
            )
        )


def canonical_words(message: Message) -> str:
    """A message on one line."""
    return " ".join(str(message).split())


_TASK_WORDS = re.compile(
    r"\b(?:trien khai|thuc hien|xay dung|tiep tuc|to chuc|tang cuong|duy tri|doi moi|danh gia|kien toan|cung co|ban hanh)\b"
)
_OUTPUT_WORDS = re.compile(
    r"^\W*(?:ke hoach|bao cao|quyet dinh|nghi quyet|to trinh|van ban|phuong an|de an|danh muc|quy che|cong van|xay dung ke hoach|dua can bo)\b"
)
_LEAD_WORDS = re.compile(
    r"^\W*(?:cong chuc|cong$|can bo|cb\b|cc\b|ubnd|van phong|cac phong|phong\b|hdnd|truong|ban\b|chuc\b|tu phap|vhxh|kttc|co lien|lien quan|quan$)"
)
_TIME_WORDS = re.compile(
    r"\b(?:thang \d|thang thang|quy \w|nam \d{4}|thuong xuyen|dinh ky|hang (?:thang|quy|nam)|truoc|trong nam|hoan thanh|theo ke hoach|khi co|\d{1,2} (?:thang|nam)|cac quy)\b|\b20\d\d\b"
)


def _likely_task(text: str, folded: str) -> float:
    return (1.0 if len(text) > 34 else -0.6 if len(text) < 26 else 0.0) + (0.4 if _TASK_WORDS.search(folded) else 0.0)


def _likely_output(text: str, folded: str) -> float:
    return (1.6 if _OUTPUT_WORDS.search(folded) else 0.3 if text[:1] in "-–" else 0.0) - (
        0.6 if len(text) > 38 else 0.0
    )


def _likely_lead(text: str, folded: str) -> float:
    return (2.0 if _LEAD_WORDS.search(folded) else -0.8) - (1.0 if len(text) > 24 else 0.0)


def _likely_time(text: str, folded: str) -> float:
    return (1.4 if _TIME_WORDS.search(folded) else -0.4) - (1.0 if len(text) > 34 else 0.0)


LIKELY = {"task": _likely_task, "outputs": _likely_output, "lead": _likely_lead, "deadline": _likely_time}
"""How well a line of a table that a conversion took apart fits its columns."""

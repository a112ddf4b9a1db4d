"""A tracking sheet of a plan as dated progress: `plans/<plan>/progress/<period>.yml`, one for each period that has columns of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import fold, show_date
from site_gen.importers.assembly import Whole, assemble
from site_gen.importers.columns import Column, Matched, match
from site_gen.importers.draft import Doubt, Draft, Noted, unsaid
from site_gen.importers.importing import Asked, Imported, KnownTask
from site_gen.importers.rows import Row, RowKind
from site_gen.importers.table import Book, Cell, Place
from site_gen.importers.targets.cells import one_line
from site_gen.importers.targets.entries import bare
from site_gen.importers.targets.periods import find_period
from site_gen.importers.targets.values import value_of
from site_gen.kinds.plan.choices import ReportedStatus
from site_gen.kinds.plan.model import Appendix, Update
from site_gen.model.catalog import Catalog
from site_gen.model.period import Period

NAME = "progress"
SURE = 1.5
"""How likely a table with tasks and states is one; more than for a plan, which has tasks, too."""
_TASK = (
    Column("row", ("STT", "TT", "Số TT")),
    Column("item", ("Mã việc", "Mã nhiệm vụ", "Mã")),
    Column("task", ("Nhiệm vụ", "Nội dung công việc", "Tên nhiệm vụ", "Nội dung, nhiệm vụ", "Công việc")),
)
_STATE = (
    Column("status", ("Tình trạng", "Trạng thái", "Tình hình thực hiện", "Tiến độ thực hiện", "Tiến độ")),
    Column("percent", ("Tỷ lệ hoàn thành", "Tỷ lệ (%)", "% hoàn thành", "Phần trăm", "Mức độ hoàn thành")),
    Column("text", ("Kết quả", "Kết quả thực hiện", "Đã làm được gì")),
    Column("completed_on", ("Ngày hoàn thành", "Thời gian hoàn thành thực tế", "Hoàn thành ngày")),
    Column("reason", ("Lý do chậm", "Nguyên nhân", "Lý do", "Khó khăn, vướng mắc")),
)
_WORDS = (
    ("cancelled", r"khong thuc hien|\bhuy\b|\bdung\b"),
    ("not_started", r"\bchua (?:thuc hien|trien khai|bat dau|lam)"),
    ("under_way", r"\bdang\b|\bchua (?:hoan thanh|xong)|mot phan"),
    ("done", r"hoan thanh|\bda xong\b|\bxong\b|\bdat\b"),
)
"""How sheets say a state; the first that fits, for `chưa hoàn thành` holds `hoàn thành`."""
_PER_CENT = re.compile(r"(\d{1,3})(?:[.,]\d+)?\s*%?")


@dataclass(frozen=True, slots=True)
class _Group:
    """The columns of one period; None where the sheet is about one alone."""

    period: Period | None
    columns: Mapping[str, int]


def fits(book: Book) -> float:
    """How likely a file follows up a plan: tasks beside states or per cents, and no column that only a plan has."""
    best = 0.0
    for whole in assemble(book, _headed):
        names = " ".join(fold(text) for text in whole.headings)
        if re.search(r"tinh trang|trang thai|ty le|phan tram|hoan thanh|ket qua thuc hien", names):
            best = max(best, _headed(whole.headings))
    return best


def _headed(texts: Sequence[str]) -> float:
    tasks = {one.column.key for one in match(list(texts), _TASK).values() if one.sure} - {"row"}
    states = {key for group in _groups(texts, {}) for key in group.columns} & {"status", "percent"}
    return SURE if tasks and states else 0.0


def known_tasks(catalog: Catalog) -> tuple[KnownTask, ...]:
    """Every task and part of a site's plans, as progress names them."""
    out: list[KnownTask] = []
    for entry in catalog.all(Appendix):
        for task in entry.model.tasks:
            out.append(KnownTask(entry.id, task.id, task.no or "", task.row or "", task.text))
            for number, part in enumerate(task.parts, 1):
                out.append(KnownTask(entry.id, f"{task.id}/{number}", part.no or "", part.row or "", part.text))
    return tuple(out)


def read(book: Book, asked: Asked) -> Imported:
    """A draft for each period. The plan is the first part of `asked.id`, or the one whose tasks the sheet names."""
    wholes = assemble(book, _headed)
    text = " ".join([*(t for whole in wholes for t in whole.above), *(p.text for p in book.paragraphs[:20]), book.name])
    plan, _, named = asked.id.partition("/")
    plan = plan or _plan_meant(wholes, asked)
    tasks = [task for task in asked.tasks if task.plan == plan]
    updates: dict[str, tuple[Period | None, dict[str, dict[str, object]]]] = {}
    doubts: list[Doubt] = []
    mapping: list[tuple[str, Matched | None]] = []
    count = 0
    for whole in wholes:
        of_task = {found.column.key: n for n, found in match(whole.headings, _TASK, asked.mapping).items()}
        groups = _groups(whole.headings, asked.mapping)
        mapping = mapping or _mapping(whole.headings, asked.mapping)
        for row in whole.rows:
            if row.kind in (RowKind.GROUP, RowKind.NOTE, RowKind.TOTAL):
                continue
            count += 1
            item, doubt = _item(row, of_task, tasks)
            if doubt is not None:
                doubts.append(doubt)
                continue
            for group in groups:
                period = group.period or find_period(f"{named} {text}")
                if update := _update(item, row, group.columns):
                    told = updates.setdefault(period.key if period else named or "ky-bao-cao", (period, {}))[1]
                    if str(bare(item)) in told:
                        message = msg("{item} stands in a row above already; the first one stays", item=bare(item))
                        doubts.append(Doubt("IMP021", row.at, row.title, message))
                    told.setdefault(bare(item), update)
    drafts = [_draft(plan or "ke-hoach", key, *found, book, asked) for key, found in updates.items()]
    if not drafts:
        message = msg("no row with the state of a known task was found; say with `--id` which plan it is of")
        doubts.append(Doubt("IMP013", Place(), "", message, Severity.ERROR))
    return Imported(NAME, drafts, doubts, mapping, count if drafts else 0)


def _mapping(headings: Sequence[str], given: Mapping[str, str]) -> list[tuple[str, Matched | None]]:
    found = {**match([_without_period(text) for text in headings], (*_TASK, *_STATE), given)}
    return [(text, found.get(number)) for number, text in enumerate(headings)]


def _groups(headings: Sequence[str], given: Mapping[str, str]) -> list[_Group]:
    """The columns of states, those below one period together."""
    by_period: dict[Period | None, list[int]] = {}
    for number, text in enumerate(headings):
        by_period.setdefault(find_period(text), []).append(number)
    out = []
    for period, numbers in by_period.items():
        texts = [_without_period(headings[n]) or "Tình trạng" for n in numbers]
        found = {one.column.key: numbers[n] for n, one in match(texts, _STATE, given).items()}
        if found.keys() & {"status", "percent", "text"}:
            out.append(_Group(period, found))
    several = any(group.period for group in out)
    return [group for group in out if group.period is not None or not several]


def _without_period(text: str) -> str:
    return re.sub(
        r"(?:quý\s+(?:IV|I{1,3}|[1-4])|(?:6|9)?\s*tháng(?:\s+\d{1,2}|\s+(?:đầu|cuối))?)?\s*(?:/|năm)?\s*20\d\d\s*[-–:]?",
        "",
        text,
        flags=re.IGNORECASE,
    ).strip(" -–:/")


def _plan_meant(wholes: Sequence[Whole], asked: Asked) -> str:
    """The plan of which most tasks are in the sheet."""
    words = {fold(cell.text) for whole in wholes for row in whole.rows for cell in row.cells.values()}
    counts: dict[str, int] = {}
    for task in asked.tasks:
        counts[task.plan] = counts.get(task.plan, 0) + (fold(task.text) in words)
    best = max(counts, key=lambda plan: counts[plan], default="")
    return best if counts.get(best) or len(counts) == 1 else ""


def _item(row: Row, columns: Mapping[str, int], tasks: Sequence[KnownTask]) -> tuple[str | Noted, Doubt | None]:
    """Which task a row is about: by its id, its words, else its number."""

    def cell(key: str) -> str:
        found = row.cells.get(columns.get(key, -1))
        return one_line(found.text) if found is not None else ""

    id, words, number = cell("item"), fold(cell("task")), cell("row").rstrip(".")
    for task in tasks:
        if id and id == task.item:
            return task.item, None
    alike = [task for task in tasks if words and fold(task.text) == words]
    if len(alike) == 1:
        return alike[0].item, None
    numbered = [task for task in tasks if number and number in (task.row, task.no)]
    if len(numbered) == 1 and not id:
        doubt = Doubt(
            "IMP025", row.at, cell("task"), msg("taken for {item} by its number alone", item=numbered[0].item)
        )
        return Noted(numbered[0].item, (doubt,)), None
    return "", Doubt("IMP025", row.at, cell("task") or id, msg("the plan has no such task: the row was left out"))


def _update(item: str | Noted, row: Row, columns: Mapping[str, int]) -> dict[str, object]:
    """What a row says of one period; empty where it says nothing."""
    cells = {key: row.cells[n] for key, n in columns.items() if n in row.cells and row.cells[n].text}
    if not cells:
        return {}
    out: dict[str, object] = {"item": item, "status": _status(cells)}
    if (day := cells.get("completed_on")) is not None:
        read = value_of(day, Update, "completed_on")
        doubt = Doubt("IMP019", day.at, day.line, read.doubt) if read.doubt is not None else None
        out["completed_on"] = Noted(read.value, (doubt,)) if doubt is not None else read.value
    for key in ("text", "reason"):
        if key in cells:
            out[key] = one_line(cells[key].text)
    if (percent := cells.get("percent")) is not None:
        out["done_count"] = _percent_words(percent)
    return out


def _percent_words(cell: Cell) -> str:
    """`50%`; a spreadsheet holds 0.5."""
    if isinstance(cell.value, float) and 0 <= cell.value <= 1 and "%" not in cell.text:
        return f"{round(cell.value * 100)}%"
    hit = _PER_CENT.fullmatch(cell.line)
    return f"{hit[1]}%" if hit else cell.line


def _status(cells: Mapping[str, Cell]) -> object:
    """The state by its words, else by the per cent; a per cent that contradicts the words is told."""
    words = cells.get("status")
    percent = _PER_CENT.match(_percent_words(cells["percent"])) if "percent" in cells else None
    by_percent = (
        ("done" if int(percent[1]) >= 100 else "under_way" if int(percent[1]) else "not_started") if percent else ""
    )
    said = fold(words.text) if words is not None else ""
    found = next((state for state, pattern in _WORDS if re.search(pattern, said)), "")
    if words is not None and not found and not by_percent:
        found = ReportedStatus.UNDER_WAY.value
        message = msg("no state is known by these words; “{label}” was written", label=ReportedStatus.UNDER_WAY.label)
        return Noted(found, (Doubt("IMP025", words.at, words.line, message),))
    if found and by_percent and found != by_percent and "cancelled" not in (found, by_percent):
        assert words is not None
        message = msg("the words say “{words}”, the per cent says otherwise", words=ReportedStatus.read(found).label)
        return Noted(found, (Doubt("IMP025", cells["percent"].at, cells["percent"].line, message),))
    if found or by_percent:
        return found or by_percent
    doubt = Doubt(
        "IMP025",
        next(iter(cells.values())).at,
        "",
        msg("a result without a state: “{label}” was written", label=ReportedStatus.UNDER_WAY.label),
    )
    return Noted(ReportedStatus.UNDER_WAY.value, (doubt,))


def _draft(
    plan: str, key: str, period: Period | None, rows: Mapping[str, dict[str, object]], book: Book, asked: Asked
) -> Draft:
    words = str(period) if period else ""
    data: dict[str, object] = {
        "draft": "có",
        "title": f"Tiến độ {words}" if words else unsaid("title"),
        "period": words[:1].upper() + words[1:] if words else unsaid("period"),
        "date": show_date(min(period.last, asked.day)) if period else unsaid("date"),
        "updates": list(rows.values()),
    }
    return Draft(f"plans/{plan}/progress/{key}.yml", data, "", asked.said(book.name))

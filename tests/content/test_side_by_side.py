"""The five plans and their content laid side by side, row by row and point by point: every fact of one in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from seed_rows import criteria, roles, tables
from seeds import folded, raw, seed, with_seeds
from test_five_plans import SITES, appendix, catalog, each_site, items, nodes, plan

from site_gen.base.vietnamese import fold
from site_gen.kinds.plan.model import Task
from site_gen.kinds.plan.target_model import PlanTarget
from site_gen.kinds.unit.model import Unit, UnitType
from site_gen.model.model import Model

pytestmark = with_seeds
TABLES = [s for s in SITES if s != "phu-thuong"]  # Phú Thượng has a score and eleven roles instead of a table


OURS = frozenset({"id", "no", "row", "area", "targets", "criterion", "place", "note", "deadline_read_as", "children"})
"""What an editor adds to the words of the plan: marks by which a row is found, and remarks."""


def words(*values: object, skip: frozenset[str] = OURS) -> str:
    """All words of some values, nested ones too, in their order."""
    out: list[str] = []
    for value in values:
        if isinstance(value, Model):
            out.append(words(*(getattr(value, n) for n in type(value).model_fields if n not in skip), skip=skip))
        elif isinstance(value, tuple):
            out.append(words(*value, skip=skip))
        elif value is not None:
            out.append(str(getattr(value, "verbatim", value)))
    return " ".join(out)


@cache
def pieces(site: str) -> dict[str, tuple[str, str]]:
    """What the plan says and what content says, by the name of the piece."""
    return {name: pair for name, *pair in {"phu-thuong": _scored}.get(site, _tabled)(site)}


def _targets(site: str, task: Task) -> str:
    return words(*(t for t in appendix(site).targets if t.id in task.targets))


def _tabled(site: str) -> Iterator[tuple[str, str, str]]:
    table = tables(site)
    for task in appendix(site).tasks:
        if site == "cam-giang":  # targets, tasks and activities have numbers of their own
            yield task.id, table[task.id]["text"], words(task.text)
            for part in task.parts:
                yield str(part.no), table[str(part.no)]["text"], words(part.text)
        elif site == "hoang-giang":
            yield task.id, table[task.id]["row"], words(task)
        else:
            told = " ".join(table[task.id][cell] for cell in ("content", "text", "deadline") if cell in table[task.id])
            yield (
                task.id,
                told,
                words(task.text, task.deadline, *((p.text, p.deadline) for p in task.parts), _targets(site, task)),
            )
    if site == "cam-giang":
        for target in appendix(site).targets:
            yield target.id, table[target.id]["text"], words(target.text, target.measures)
    if site == "huong-thuy":
        yield from _sections()
    if site == "hoang-giang":
        yield from _chapters(
            site, r"2\.\d\.|[5-7]\.|Cải cách chế độ công vụ", ("2.1. Cải cách", "III. KINH PHÍ"), "## 2.1"
        )
    if site == "cam-giang":
        yield from _chapters(site, r"\d\.", ("III. GIẢI PHÁP", "IV. TỔ CHỨC"), "## Giải pháp")


def _chapters(site: str, head: str, part: tuple[str, str], start: str) -> Iterator[tuple[str, str, str]]:
    """A part of the running text, cut at headings that the body of content has too, from `start` on."""
    text, body = raw(site), plan(site).body
    texts = (text[text.index(part[0]) : text.index(part[1])], body[body.index(start) :])
    cut = [re.split(rf"^(?:## )?\s*({head})", t, flags=re.MULTILINE)[1:] for t in texts]
    assert cut[0][::2] == cut[1][::2]
    yield from ((f"section {no}", a, b) for no, a, b in zip(cut[0][::2], cut[0][1::2], cut[1][1::2], strict=True))


def _sections() -> Iterator[tuple[str, str, str]]:
    """Hương Thủy's chapter II: the targets under a) and the points under b) of each section."""
    text = raw("huong-thuy")
    text = text[text.index("II. NHIỆM VỤ CÔNG TÁC") : text.index("(Các nhiệm vụ cụ thể")]
    body = re.split(r"^### \d\. ", plan("huong-thuy").body, flags=re.MULTILINE)[1:]
    for no, (section, here) in enumerate(zip(re.split(r"^\d\. ", text, flags=re.MULTILINE)[1:], body, strict=True), 1):
        goals, points = section.split("b) Nhiệm vụ:")
        mine: list[PlanTarget] = [t for t in appendix("huong-thuy").targets if t.place == f"mục II.{no}a"]
        wanted = [line for line in goals.split("a) Chỉ tiêu:")[1].splitlines() if line.strip()]
        assert len(wanted) == len(mine)
        for target, line in zip(mine, wanted, strict=True):
            yield target.id, line, words(target.text, target.measures)
        there = [line for line in points.splitlines() if line.strip()]
        for point, (line, told) in enumerate(zip(there, re.findall(r"^- (.*)", here, re.MULTILINE), strict=True), 1):
            yield f"II.{no}b, {point}", line, told


def _scored(site: str) -> Iterator[tuple[str, str, str]]:
    """Phú Thượng: a criterion with what is listed below it without a number; then the items of the eleven roles."""
    told: dict[str, list[object]] = {}
    for node in nodes():
        told.setdefault(re.sub(r"\.[a-z]$", "", node.key), []).append(words(node.criterion))
    for key, text in criteria().items():
        yield key, text, words(*told[key])
    there = [item for role in roles() for item in role]
    for task, text in zip(appendix(site).tasks, there, strict=True):
        yield task.id, text, words(task)


# --- figures

ELSEWHERE: dict[tuple[str, str], tuple[set[str], str]] = {
    ("cam-giang", "3.35"): ({"2023"}, "the end of 2.30, which runs on in the next row"),
    ("tuy-phuoc", "i.b3"): ({"2", "3", "4"}, "the numbers of the lines of a cell, kept as numbers of the parts"),
    ("tuy-phuoc", "vii.a2"): ({"1"}, "“01 phần” is a misreading of “một phần”"),
    ("phu-thuong", "3.1.2"): ({"0.5", "2021"}, "an unnumbered criterion follows, which content keeps under 3.1"),
    ("phu-thuong", "3.2.1"): ({"1"}, "“bộ phận 1 cửa” is the one-stop shop"),
}
"""Figures of a piece of a plan that content has in another place, or writes as a word."""
ADDED: dict[tuple[str, str], tuple[set[str], str]] = {
    ("cam-giang", "2.30"): ({"2023"}, "its end stands in the next row, see 3.35"),
    ("cam-giang", "1.3"): ({"2.7"}, "the task by which the target is understood"),
    ("cam-giang", "1.4"): ({"2.8"}, "the task by which the target is understood"),
    ("cam-giang", "1.5"): ({"2.9"}, "the task by which the target is understood"),
    ("hoang-giang", "section Cải cách chế độ công vụ"): ({"5"}, "a remark on the missing number of the section"),
    ("phu-thuong", "3.1"): ({"0", "2021"}, "the unnumbered criterion that stands under 3.1.2"),
    ("tuy-phuoc", "i.b4"): ({"1"}, "“ít nhất một hình thức”"),
}
"""Figures of content that the piece of the plan does not write as figures."""


def figures(text: str) -> set[str]:
    """Every figure, with its percent sign; a date as day/month/year; zeros in front do not count."""
    text = re.sub(r"ngày (\d+) tháng (\d+) năm (\d+)", r"\1/\2/\3", text)
    found = re.finditer(r"(?<!\w)(\d+(?:[.,]\d+)*)\s*(%)?", text)
    return {".".join(n.lstrip("0") or "0" for n in re.split("[.,]", m[1])) + (m[2] or "") for m in found}


@each_site
def test_every_figure_of_a_row_or_point_is_in_the_same_row_or_point(site: str) -> None:
    none: tuple[set[str], str] = (set(), "")
    lost = {n: figures(a) - figures(b) - ELSEWHERE.get((site, n), none)[0] for n, (a, b) in pieces(site).items()}
    assert {name: missing for name, missing in lost.items() if missing} == {}


@each_site
def test_no_figure_of_a_row_or_point_is_invented(site: str) -> None:
    none: tuple[set[str], str] = (set(), "")
    new = {n: figures(b) - figures(a) - ADDED.get((site, n), none)[0] for n, (a, b) in pieces(site).items()}
    assert {name: more for name, more in new.items() if more} == {}


@each_site
def test_most_of_each_plan_is_laid_side_by_side(site: str) -> None:
    assert len(pieces(site)) >= {"hoang-giang": 31, "tuy-phuoc": 51}.get(site, 89)


# --- people

PEOPLE = (
    "cán bộ",
    "công chức",
    "viên chức",
    "người dân",
    "doanh nghiệp",
    "cá nhân",
    "người đứng đầu",
    "HĐND",
    "Chính phủ",
)
SHORT = {"can bo": ("cbcc", "cbccvc", "cb"), "cong chuc": ("cbcc", "cbccvc", "cc"), "vien chuc": ("cbccvc",)}
"""Short forms under which content may name them."""


def people(text: str) -> set[str]:
    """Whom a text speaks of."""
    told = f" {fold(text)} "
    return {p for p in PEOPLE if any(f" {n} " in told for n in (fold(p), *SHORT.get(fold(p), ())))}


@each_site
def test_whoever_a_row_or_point_speaks_of_is_not_dropped(site: str) -> None:
    lost = {name: people(there) - people(here) for name, (there, here) in pieces(site).items()}
    assert {name: missing for name, missing in lost.items() if missing} == {}


# --- cells of the tables


def cell(text: str) -> str:
    """A cell as words, without the marks and words by which it joins several bodies or times."""
    return " ".join(re.sub(r"\b(?:chu tri|phoi hop voi|va|voi)\b", " ", fold(text)).split())


ODD_CELLS: dict[tuple[str, str], tuple[str, str]] = {
    ("tuy-phuoc", "i.b3"): ("tran tran", "tran"),  # a word stands on both sides of a page break
    ("tuy-phuoc", "vii.b5"): ("su nganh", "su nghiep"),  # noted beside the row
}


@pytest.mark.parametrize("site", ["cam-giang", "huong-thuy", "tuy-phuoc"])
def test_who_does_a_row_by_when_stands_in_the_same_row(site: str) -> None:
    table = tables(site)
    wrong = []
    for task in appendix(site).tasks:
        mine = [i for i in items(site) if i.task is task]
        rows = [(f"TT {i.row}", [i]) for i in mine if i.row] if site == "cam-giang" else [(task.id, mine)]
        for key, here in rows:
            there = table[key]
            if site == "huong-thuy":
                here = here[:1]  # its parts share the cells of their row
            inherited = here[0].inherited if site == "cam-giang" else frozenset()
            bodies = cell(f"{there['lead']} {there.get('coordinating', '')}")
            old, new = ODD_CELLS.get((site, key), ("", ""))
            names = [n for i in here for n in (*i.lead, *i.coordinating)]
            if not {"lead", "coordinating"} & inherited and bodies.replace(old, new) != cell(" ".join(names)):
                wrong.append((key, bodies, cell(" ".join(names))))
            time = cell(" ".join(i.written.verbatim for i in here))
            if "deadline" not in inherited and cell(there["deadline"]) != time:
                wrong.append((key, cell(there["deadline"]), time))
    assert wrong == []


def test_hoang_giangs_rows_name_their_own_bodies_and_times() -> None:
    table = tables("hoang-giang")
    wrong = []
    for task in appendix("hoang-giang").tasks:
        there = f" {fold(table[task.id]['row'])} "
        times = [] if task.id == "pl06.4" else (task.deadline or "").split(";")  # its cell holds the text of the task
        for value in (*task.lead, *times):
            known = (
                fold(value).replace("cb cc co", "cb ccco")
                if "ccco" in there.replace(" ", "") and "CB,CC" in value
                else fold(value)
            )
            if f" {known} " not in there and fold(value) != "can bo cong chuc":
                wrong.append((task.id, value))
    assert wrong == []


def test_huong_thuys_rows_and_areas_cost_what_the_plan_says() -> None:
    table = tables("huong-thuy")
    assert {t.id: str(t.budget or "") for t in appendix("huong-thuy").tasks} == {
        t.id: table[t.id]["budget"] for t in appendix("huong-thuy").tasks
    }
    assert {a.code: str(a.budget_declared or "") for a in plan("huong-thuy").areas} == {
        a.code: table[f"area {a.code}"]["budget"] for a in plan("huong-thuy").areas
    }


def test_cam_giangs_rows_say_of_money_what_the_plan_says() -> None:
    table = tables("cam-giang")
    assert {i.row: i.budget_note for i in items("cam-giang") if i.row} == {
        key[3:]: cells["budget"] for key, cells in table.items() if key.startswith("TT ")
    }


@pytest.mark.parametrize("site", ["cam-giang", "huong-thuy"])
def test_a_row_has_as_many_outputs_as_the_plan_gives_it(site: str) -> None:
    table = tables(site)
    rows = {
        f"TT {i.row}" if site == "cam-giang" else i.task.id: i for i in items(site) if i.row or site == "huong-thuy"
    }
    empty = {key for key, i in rows.items() if not i.outputs or "outputs" in i.inherited}
    assert empty == {key for key in rows if not table[key]["outputs"]}


# --- numbers of documents, days, moments, bodies

NUMBER = re.compile(r"(?<![\w/])\d+[a-z]?(?:/\d{4})?/[A-ZĐ][A-Za-zĐ]*(?:-[A-ZĐ]+\d*)+|(?<![\w/])\d+-[A-Z]+/[A-Z]+")
DAY = re.compile(r"(?<![\d/])(\d{1,2})\s?/\s?(\d{1,2})\s?/\s?(\d{4})(?!\d)|ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})")
MOMENT = re.compile(r"T(\d\d:\d\d:\d\d)\+")


@cache
def content_words(site: str) -> str:
    """All words of a site's entries, and of its settings."""
    return words(catalog(site).site, *(e.model for e in catalog(site).entries()), skip=frozenset())


def days(text: str) -> set[tuple[int, ...]]:
    return {tuple(int(n) for n in m if n) for m in DAY.findall(text)}


@each_site
def test_every_number_of_a_document_in_the_plan_is_in_content(site: str) -> None:
    text = re.sub(r"\s*([-–/])\s*", r"\1", seed(site)).replace("–", "-")
    assert sorted(set(NUMBER.findall(text)) - set(NUMBER.findall(content_words(site)))) == []


@each_site
def test_every_day_in_the_plan_is_in_content(site: str) -> None:
    assert sorted(days(seed(site)) - days(content_words(site))) == []


@each_site
def test_every_moment_of_signing_is_in_content(site: str) -> None:
    assert [at for at in MOMENT.findall(raw(site)) if at not in content_words(site)] == []


def bodies(site: str) -> dict[str, str]:
    """Names of bodies of more than one word, folded, with the id of each; groups have no name of their own."""
    return {
        fold(name): unit.id
        for unit in catalog(site).all(Unit)
        if unit.model.type is not UnitType.GROUP
        for name in (unit.model.name, unit.model.short_name or "", *unit.model.aliases)
        if len(name.split()) > 1
    }


def named(site: str, text: str) -> set[str]:
    """Bodies that a text names, the longest name first."""
    rest, found = f" {fold(text)} ", set()
    for name, id in sorted(bodies(site).items(), key=lambda pair: -len(pair[0])):
        if f" {name} " in rest:
            found.add(id)
            rest = rest.replace(f" {name} ", " # ")
    return found


@each_site
def test_every_body_that_the_plan_names_is_named_in_content(site: str) -> None:
    told = named(site, content_words(site))
    assert named(site, folded(site)) - told == set()

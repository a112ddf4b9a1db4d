"""The five plans as content: every row, figure, deadline and name carried over, and no person with them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel
from seeds import folded, holds, names, seed, with_seeds
from site_folders import CONTENT, shipped_sites

from site_gen.base.vietnamese import fold
from site_gen.kinds.plan.choices import TaskGroup
from site_gen.kinds.plan.items import Item, items_of
from site_gen.kinds.plan.model import Appendix, Plan, Task
from site_gen.kinds.plan.rules_money import task_budget
from site_gen.kinds.scorecard.model import Scorecard
from site_gen.kinds.scorecard.tree import Node, walk
from site_gen.kinds.unit.model import Unit
from site_gen.model import deadline as grammar
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Entry
from site_gen.model.figures import Figure
from site_gen.model.published import Published

SITES = ["cam-giang", "huong-thuy", "hoang-giang", "phu-thuong", "tuy-phuoc"]
each_site = pytest.mark.parametrize("site", SITES)
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]


def catalog(site: str) -> Catalog:
    found = shipped_sites()[site].catalog
    assert found is not None
    return found


def plan(site: str) -> Plan:
    [entry] = catalog(site).all(Plan)
    return entry.model


def appendix(site: str) -> Appendix:
    [entry] = catalog(site).all(Appendix)
    return entry.model


def card(site: str) -> Scorecard:
    [entry] = catalog(site).all(Scorecard)
    return entry.model


def items(site: str) -> tuple[Item, ...]:
    return items_of(plan(site), appendix(site))


def tasks_by_area(site: str) -> list[int]:
    counts = Counter(task.area for task in appendix(site).tasks)
    return [counts[area.code] for area in plan(site).areas]


def values(value: Any, loc: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Every value inside a model, with its place."""
    yield loc, value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from values(getattr(value, name), (*loc, name))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from values(inner, (*loc, index))


def written_from_the_plan(site: str) -> list[Entry[Published]]:
    """Entries that carry over what the plan says; progress is sample data, pages are our own."""
    return [e for e in catalog(site).entries() if not e.model.sample and e.kind in ("plan", "scorecard")]


# --- all five


@each_site
def test_it_is_read_without_a_finding(site: str) -> None:
    assert [(d.at, str(d.message)) for d in shipped_sites()[site].found] == []


@each_site
def test_it_says_plainly_that_it_is_not_the_authoritys_own_page(site: str) -> None:
    assert catalog(site).site.illustration is not None


@each_site
def test_every_report_of_progress_is_marked_as_sample(site: str) -> None:
    assert all(e.model.sample for e in catalog(site).entries() if "/progress/" in e.path)


@pytest.mark.parametrize("site", [s for s in SITES if s != "phu-thuong"])  # its tasks stand by role
def test_every_task_stands_under_an_area_of_the_plan_in_its_order(site: str) -> None:
    codes = [area.code for area in plan(site).areas]
    places = [codes.index(task.area) for task in appendix(site).tasks]
    assert places == sorted(places)


@each_site
def test_nobody_of_the_five_plans_is_named_except_by_role(site: str) -> None:
    people = [e.model for e in catalog(site).entries() if e.kind == "person"]
    assert people
    assert all(getattr(person, "name", None) is None for person in people)


# --- 000 Cẩm Giàng


def test_cam_giang_has_seven_areas_and_every_number_from_first_to_last() -> None:
    here = appendix("cam-giang")
    assert [a.code for a in plan("cam-giang").areas] == ROMAN[:7]
    assert [t.no for t in here.targets] == [f"1.{n}" for n in range(1, 26)]
    assert [t.no for t in here.tasks] == [f"2.{n}" for n in range(1, 36)]
    assert [p.no for t in here.tasks for p in t.parts] == [f"3.{n}" for n in range(1, 45)]
    assert tasks_by_area("cam-giang") == [6, 9, 1, 2, 4, 7, 6]


def test_cam_giang_keeps_the_row_numbers_with_their_gap() -> None:
    rows = [int(p.row) for t in appendix("cam-giang").tasks for p in t.parts if p.row]
    assert rows == [n for n in range(1, 46) if n != 40]


def test_cam_giang_marks_every_blank_cell_as_read_from_above() -> None:
    blank = {item.key: item.inherited for item in items("cam-giang") if item.inherited}
    assert {key for key, cells in blank.items() if "deadline" in cells} == {
        *("2.2/1", "2.8/1", "2.17/2", "2.22/1", "2.24/2", "2.26/2", "2.28/2"),
        "2.13",  # a row without a number, which brings a task of its own
    }
    assert {key for key, cells in blank.items() if "lead" in cells} == {"2.2/1", "2.17/2", "2.22/1", "2.26/2"}
    assert {key for key, cells in blank.items() if "outputs" in cells} == {"2.26/2", "2.28/2"}


def test_cam_giang_leaves_number_and_day_blank_as_the_document_does() -> None:
    here = plan("cam-giang")
    assert here.number is None
    assert str(here.date) == "tháng 01/2023"


# --- 001 Hương Thủy


def test_huong_thuy_has_its_decision() -> None:
    decision = plan("huong-thuy").decision
    assert decision is not None
    assert (decision.number, str(decision.date)) == ("3951/QĐ-UBND", "30/12/2022")


def test_huong_thuy_has_seven_areas_and_22_tasks() -> None:
    assert [a.code for a in plan("huong-thuy").areas] == ROMAN[:7]
    assert tasks_by_area("huong-thuy") == [5, 3, 2, 3, 2, 3, 4]
    assert len(appendix("huong-thuy").tasks) == 22


def test_huong_thuy_adds_up_to_406_million_in_figures_and_words() -> None:
    here = plan("huong-thuy")
    declared = [str(a.budget_declared) if a.budget_declared else "–" for a in here.areas]
    assert declared == ["5", "21", "–", "200", "–", "70", "110"]
    assert (str(here.total_declared), here.total_words) == ("406", "Bốn trăm linh sáu triệu đồng")
    assert here.money_unit is not None
    assert here.money_unit.label == "triệu đồng"


def test_huong_thuys_tasks_bear_the_money_of_their_areas() -> None:
    def of(area: str) -> list[Decimal]:
        return [task_budget(t) for t in appendix("huong-thuy").tasks if t.area == area and task_budget(t)]

    assert [of(area) for area in ROMAN[:7]] == [[5], [16, 5], [], [200], [], [20, 20, 30], [10, 60, 40]]


def test_huong_thuy_has_the_duties_of_its_eight_bodies() -> None:
    assert list(dict.fromkeys(d.unit for d in plan("huong-thuy").duties)) == [
        "Phòng Nội vụ",
        "Phòng Tư pháp",
        "Văn phòng HĐND và UBND thị xã",
        "Phòng Kinh tế",
        "Phòng Tài chính - Kế hoạch",
        "Phòng Văn hóa và Thông tin",
        "Trung tâm Văn hóa - Thông tin và Thể thao thị xã",
        "Các cơ quan, đơn vị và UBND các xã, phường",
    ]
    assert len(plan("huong-thuy").duties) == 15


# --- 002 Hoằng Giang


def test_hoang_giang_has_seven_appendices_and_24_tasks() -> None:
    assert [a.code for a in plan("hoang-giang").areas] == [f"PL0{n}" for n in range(1, 8)]
    assert tasks_by_area("hoang-giang") == [3, 4, 3, 3, 3, 4, 4]
    assert len(appendix("hoang-giang").targets) == 7


def test_hoang_giang_keeps_the_year_each_heading_states() -> None:
    assert [a.year_stated for a in plan("hoang-giang").areas] == [2023, 2022, 2022, 2022, 2022, 2022, 2023]


# --- 003 Phú Thượng


def nodes() -> list[Node]:
    return list(walk(card("phu-thuong")))


def test_phu_thuong_has_eight_areas_and_every_criterion() -> None:
    counts = Counter(card("phu-thuong").criteria[int(node.loc[1])].no for node in nodes())
    assert [counts[str(n)] for n in range(1, 9)] == [12, 8, 31, 26, 8, 4, 14, 6]


def test_phu_thuong_has_the_scores_of_its_areas_and_its_total() -> None:
    here = card("phu-thuong")
    scores = [(str(c.declared), str(c.max)) for c in here.criteria]
    assert scores == [
        *[("8,5", "10"), ("6,5", "7"), ("11,25", "20"), ("13,5", "20")],
        *[("9", "10"), ("5", "5"), ("7,5", "12"), ("12,5", "16")],
    ]
    assert (str(here.total_declared), str(here.total_max)) == ("73,25", "100")
    assert here.grade is not None
    assert here.grade.label == "khá"


def test_phu_thuong_keeps_points_and_commas_as_written() -> None:
    written = {node.key: node.criterion.declared for node in nodes()}
    assert [d.verbatim for key in ("1", "1.3", "1.7") if (d := written[key])] == ["8.5", "1.5", "0,5"]


def test_phu_thuong_has_every_deduction_and_remedy() -> None:
    assert sum(len(node.criterion.deductions) for node in nodes()) == 46
    assert sum(bool(node.criterion.remedy) for node in nodes()) == 24
    assert [r.no for r in card("phu-thuong").remedies] == ["a", "b", "c", "d", "d", "e", "f", "g", "h", "i", "k"]


def test_phu_thuongs_plan_turns_its_eleven_roles_into_tasks() -> None:
    assert [a.code for a in plan("phu-thuong").areas] == [str(n) for n in range(1, 9)]
    assert len(appendix("phu-thuong").tasks) == 48
    assert (plan("phu-thuong").number, str(plan("phu-thuong").date)) == ("23/KH-UBND", "14/03/2022")


# --- 004 Tuy Phước


def test_tuy_phuoc_has_nine_areas_and_51_items_to_remedy_and_maintain() -> None:
    here = appendix("tuy-phuoc").tasks
    assert [a.code for a in plan("tuy-phuoc").areas] == ROMAN
    assert tasks_by_area("tuy-phuoc") == [8, 3, 6, 4, 7, 6, 12, 3, 2]
    assert Counter(t.group for t in here) == {TaskGroup.REMEDY: 17, TaskGroup.MAINTAIN: 32, None: 2}


def test_tuy_phuoc_numbers_every_group_from_one() -> None:
    groups: dict[tuple[str, TaskGroup | None], list[Task]] = {}
    for task in appendix("tuy-phuoc").tasks:
        groups.setdefault((task.area, task.group), []).append(task)
    assert len(groups) == 15
    assert all([t.no for t in group] == [str(n) for n in range(1, len(group) + 1)] for group in groups.values())


def test_tuy_phuoc_has_an_agency_and_a_deadline_for_every_part() -> None:
    here = items("tuy-phuoc")
    assert len(here) == 88
    assert all(item.part is not None and item.lead and item.deadline.verbatim for item in here)


def test_tuy_phuoc_has_its_index_rank_and_three_components() -> None:
    here = card("tuy-phuoc")
    assert (str(here.total_declared), here.total_unit, here.rank) == ("82,13", "%", "04/11")
    assert [(str(c.score), str(c.max) if c.max else "–") for c in here.components] == [
        ("51,15", "–"),
        ("6,71", "10"),
        ("23,27", "30"),
    ]


# --- against the original wording


@with_seeds
@each_site
def test_no_person_whom_the_plan_names_is_named_in_its_site(site: str) -> None:
    files = sorted(p for p in (CONTENT / site).rglob("*") if p.suffix in (".yml", ".md"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    assert [name for name in sorted(names(site)) if re.search(rf"(?<!\w){name}(?!\w)", text)] == []


@with_seeds
def test_the_plans_do_name_people() -> None:
    assert len(names("phu-thuong")) >= 6
    assert len(names("tuy-phuoc")) == 2


@with_seeds
@each_site
def test_every_deadline_is_written_as_the_plan_writes_it(site: str) -> None:
    condensed = {("hoang-giang", "pl06.4")}  # the cell holds the text of the task, see X50
    words = [
        (str(loc), part)
        for entry in written_from_the_plan(site)
        for loc, value in values(entry.model)
        if loc and loc[-1] in ("deadline", "due") and isinstance(value, str)
        for part in value.split(";")
        if fold(part)
    ]
    condensed_words = {
        part for t in appendix(site).tasks if (site, t.id) in condensed for part in (t.deadline or "").split(";")
    }
    assert [(loc, part) for loc, part in words if part not in condensed_words and not holds(site, part)] == []


@with_seeds
@each_site
def test_every_figure_is_written_as_the_plan_writes_it(site: str) -> None:
    figures = {
        value.verbatim.strip("% ")
        for entry in written_from_the_plan(site)
        for _, value in values(entry.model)
        if isinstance(value, Figure)
    }
    assert [f for f in sorted(figures) if not re.search(rf"(?<![\d.,]){re.escape(f)}(?!\d|[.,]\d)", seed(site))] == []


@with_seeds
@each_site
def test_every_number_of_a_document_is_written_as_the_plan_writes_it(site: str) -> None:
    numbers = {
        value
        for entry in written_from_the_plan(site)
        for loc, value in values(entry.model)
        if loc and loc[-1] == "number" and isinstance(value, str)
    }
    assert [number for number in sorted(numbers) if not holds(site, number)] == []


@with_seeds
def test_phu_thuongs_scores_are_those_of_the_plan_one_for_one() -> None:
    def plain(number: str) -> Decimal:
        return Decimal(number.replace(",", ".")).normalize()

    pairs = re.findall(r"(\d+(?:[.,]\d+)?)\s*/\s*(\d+(?:[.,]\d+)?)\s*điểm", seed("phu-thuong"))
    there = Counter((plain(score), plain(most)) for score, most in pairs)
    here: Counter[tuple[Decimal, Decimal]] = Counter()
    for node in nodes():
        c = node.criterion
        here.update(
            (s.value.normalize(), c.max.value.normalize()) for s in (c.declared, c.appraised_score) if s and c.max
        )
    assert there - here == {(plain("73,25"), plain("100")): 1}
    assert here - there == Counter()


@with_seeds
def test_phu_thuong_takes_no_more_points_than_the_plan() -> None:
    taken = [Decimal(n.replace(",", ".")) for n in re.findall(r"[Tt]rừ (\d+(?:[.,]\d+)?) ?điểm", seed("phu-thuong"))]
    listed = Counter(d.points.value for node in nodes() for d in node.criterion.deductions if d.points)
    assert listed - Counter(taken) == Counter()


_CITES = re.compile(r"\d|ke hoach|nghi quyet|quyet dinh|nghi dinh|chuong trinh|de an|thong tu|luat")
LONGEST_RUN = 12


@with_seeds
@each_site
def test_no_long_run_of_words_is_copied_from_the_plan(site: str) -> None:
    """Names of documents and of bodies carry over; sentences are our own."""
    known = {fold(area.name) for area in plan(site).areas}
    known |= {fold(name) for unit in catalog(site).all(Unit) for name in (unit.model.name, *unit.model.aliases)}
    long = {name for name in known if len(name.split()) > 4}
    copied = []
    for entry in written_from_the_plan(site):
        for loc, value in values(entry.model):
            if (
                loc
                and loc[-1] in ("text", "body", "reason", "duty", "requirement", "summary")
                and isinstance(value, str)
            ):
                copied += [(str(loc), run) for run in _runs(site, value, long)]
    assert copied == []


def _runs(site: str, text: str, known: set[str]) -> Iterator[str]:
    """Runs of more than twelve words of one clause that stand in the plan and name no document or body."""
    prose = re.sub(r"^#.*$", "", text, flags=re.MULTILINE)  # headings are the plan's names for its areas
    for clause in re.split(r"[.;:,()\n“”]|\s[-–]\s", prose):
        words = fold(clause).split()
        for start in range(len(words) - LONGEST_RUN):
            run = " ".join(words[start : start + LONGEST_RUN + 1])
            around = " ".join(words[max(0, start - 8) : start + LONGEST_RUN + 9])
            if f" {run} " in folded(site) and not _CITES.search(around) and not any(name in run for name in known):
                yield run


@each_site
def test_every_deadline_is_understood_or_known_as_a_fault_of_the_plan(site: str) -> None:
    odd = {item.key for item in items(site) if any(p.kind is grammar.Kind.invalid for p in item.deadline.parts)}
    assert odd == ({"pl06.4"} if site == "hoang-giang" else set())

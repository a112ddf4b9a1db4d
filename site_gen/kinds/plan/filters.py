"""Filters as plain pages: a plan's items by lead, by quarter and by state. No script is needed to choose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Key, Record
from site_gen.base.vietnamese import fold, sort_key
from site_gen.kinds.plan.choices import FINISHED, OPEN, TaskState
from site_gen.kinds.plan.headings import lower_first
from site_gen.kinds.plan.quarters import NUMERALS, Quarter, days_named, due_in, quarters, reports_due_in
from site_gen.kinds.plan.records import Head, ShownDuty, TaskRow
from site_gen.kinds.plan.standing import Standing
from site_gen.kinds.plan.views import Show
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Link

ByUnit = dict[str, tuple[str, list[Standing]]]
"""Label and items of each unit, by its id."""

_ALWAYS = {
    True: (*FINISHED, TaskState.LATE, *OPEN),
    False: (TaskState.SOON, TaskState.PENDING, TaskState.UNREPORTED),
}
"""States that items enter and leave as days pass, in a plan with reports and in one without: their pages stay, also while they are empty."""


@dataclass(frozen=True)
class FilterLink(Record):
    """A way to some of the items, with how many they are."""

    label: str
    url: Address
    count: int
    family: Key = ""


@dataclass(frozen=True)
class Filters(Record):
    """All ways to choose from the items of a plan; `by_unit` says what units do in it, `table` leads to units by quarter."""

    by_unit: str
    units: tuple[FilterLink, ...]
    quarters: tuple[FilterLink, ...]
    states: tuple[FilterLink, ...]
    table: Address


@dataclass(frozen=True)
class FilteredRow(Record):
    """A row of the appendix in a list; `days` are its days in the quarter, `anchored` whether it can be cited here."""

    row: TaskRow
    days: str
    anchored: bool


@dataclass(frozen=True)
class FilteredBlock(Record):
    """Rows under a heading, or under none."""

    id: Key
    title: str
    rows: tuple[FilteredRow, ...]


@dataclass(frozen=True)
class ReportDue(Record):
    """A report to be sent in a quarter, with the days of it."""

    report: ShownDuty
    days: str


@dataclass(frozen=True)
class FilterPage(Shown):
    """The items of one unit, quarter or state."""

    template = "plan/filter.html"
    plan: Head
    count: int
    blocks: tuple[FilteredBlock, ...]
    reports: tuple[ReportDue, ...]
    filters: Filters


@dataclass(frozen=True)
class UnitLine(Record):
    """A unit in the table of quarters; last the items that no day binds to one."""

    unit: Link
    cells: tuple[FilterLink, ...]


@dataclass(frozen=True)
class QuartersPage(Shown):
    """Units by quarter: how many items each has in each, leading to the list."""

    template = "plan/quarters.html"
    plan: Head
    heads: tuple[Link, ...]
    rows: tuple[UnitLine, ...]


def slug(state: TaskState) -> str:
    """The part of an address that names a state: its label without marks, `qua-han`."""
    return fold(state.label).replace(" ", "-")


def filter_links(show: Show) -> Filters:
    """The filters of a plan with how many items each holds."""
    column = show.headings.lead if show.headings else None
    units = _units(show)
    return Filters(
        by_unit=show.say(msg("By {column}", column=lower_first(column)) if column else msg("By lead")),
        units=tuple(FilterLink(label, _unit_url(show, id), len(mine)) for id, (label, mine) in units.items()),
        quarters=tuple(
            FilterLink(
                show.say(msg("Quarter {number}", number=NUMERALS[q.number])) if q.own else q.name(show),
                _quarter_url(show, q),
                len(mine),
            )
            for q, mine in _quarters(show).items()
        ),
        states=tuple(
            FilterLink(show.snapshot.word(state), _state_url(show, state), len(mine), state.family)
            for state, mine in _states(show).items()
        ),
        table=_table_url(show) if units else "",
    )


def filter_pages(show: Show) -> Iterator[Page]:
    """A page for each lead, quarter and state that holds anything, and the table of units by quarter."""
    units = _units(show)
    column = show.headings.lead if show.headings else None
    for id, (label, mine) in units.items():
        led = msg("{column}: {unit}", column=column, unit=label) if column else msg("Led by {unit}", unit=label)
        yield _page(show, _unit_url(show, id), show.say(led), mine, _by_quarter(show, mine), find=True)
    for quarter, mine in _quarters(show).items():
        due = msg("Due in quarter {number}/{year}", number=NUMERALS[quarter.number], year=str(quarter.year))
        reports = tuple(
            ReportDue(fill(ShownDuty, show.snapshot, duty), days) for duty, days in reports_due_in(show.plan, quarter)
        )
        block = FilteredBlock("", "", _rows(show, mine, quarter))
        yield _page(show, _quarter_url(show, quarter), show.say(due), mine, (block,), reports)
    for state, mine in _states(show).items():
        title = show.say(msg("Status: {state}", state=show.snapshot.word(state)))
        blocks = (FilteredBlock("", "", _rows(show, mine)),) if mine else ()
        yield _page(show, _state_url(show, state), title, mine, blocks)
    if units:
        yield _table(show, units)


def _page(
    show: Show,
    url: str,
    title: str,
    mine: list[Standing],
    blocks: tuple[FilteredBlock, ...],
    reports: tuple[ReportDue, ...] = (),
    find: bool = False,
) -> Page:
    context = FilterPage(show.head(), len(mine), blocks, reports, filter_links(show))
    return show.page(url, title, context, find=find)


def _rows(show: Show, standings: list[Standing], quarter: Quarter | None = None) -> tuple[FilteredRow, ...]:
    return tuple(
        FilteredRow(show.row(s), days_named(s.item.deadline, quarter) if quarter else "", True) for s in standings
    )


def _by_quarter(show: Show, standings: list[Standing]) -> tuple[FilteredBlock, ...]:
    """Items by quarter; last those that no day binds to one. A row that comes again keeps its anchor where it stands first."""
    found: list[FilteredBlock] = []
    placed: set[str] = set()
    for quarter in quarters(show.plan):
        if mine := due_in(standings, quarter):
            rows = _rows(show, mine, quarter)
            rows = tuple(replace(r, anchored=s.item.key not in placed) for r, s in zip(rows, mine, strict=True))
            found.append(FilteredBlock(f"quy-{quarter.key}", quarter.name(show), rows))
            placed |= {s.item.key for s in mine}
    if rest := [s for s in standings if s.item.key not in placed]:
        title = show.say(msg("All year round, or when there is reason to"))
        found.append(FilteredBlock("ca-nam", title, _rows(show, rest)))
    return tuple(found)


def _table(show: Show, units: ByUnit) -> Page:
    every = quarters(show.plan)
    rows: list[UnitLine] = []
    for id, (label, mine) in units.items():
        url = _unit_url(show, id)
        cells = [FilterLink(q.name(show), f"{url}#quy-{q.key}", len(due_in(mine, q))) for q in every]
        rest = sum(not any(due_in((s,), q) for q in every) for s in mine)
        cells.append(FilterLink(show.say(msg("All year")), f"{url}#ca-nam", rest))
        rows.append(UnitLine(Link(label, url), tuple(cells)))
    heads = [Link(q.name(show), _quarter_url(show, q) if due_in(show.bundle.standings, q) else "") for q in every]
    heads.append(Link(show.say(msg("All year")), ""))
    title = show.say(msg("Who does what in which quarter"))
    return show.page(_table_url(show), title, QuartersPage(show.head(), tuple(heads), tuple(rows)), find=False)


def _units(show: Show) -> ByUnit:
    """Items by the unit that leads them, by unit id."""
    found: ByUnit = {}
    for s in show.bundle.standings:
        for text in s.item.lead:
            name = show.snapshot.catalog.named("unit", text)
            if name and s not in found.setdefault(name.id, (name.label, []))[1]:
                found[name.id][1].append(s)
    return dict(sorted(found.items(), key=lambda pair: sort_key(pair[1][0])))


def _quarters(show: Show) -> dict[Quarter, list[Standing]]:
    """The quarters in which anything falls."""
    found = {q: due_in(show.bundle.standings, q) for q in quarters(show.plan)}
    return {q: mine for q, mine in found.items() if mine}


def _states(show: Show) -> dict[TaskState, list[Standing]]:
    always = _ALWAYS[bool(show.bundle.reports)]
    found = {state: [s for s in show.bundle.standings if s.state is state] for state in TaskState}
    return {state: mine for state, mine in found.items() if mine or state in always}


def _unit_url(show: Show, id: str) -> str:
    return show.url(f"don-vi/{id}")


def _quarter_url(show: Show, quarter: Quarter) -> str:
    return show.url(f"quy/{quarter.key}")


def _state_url(show: Show, state: TaskState) -> str:
    return show.url(f"tinh-trang/{slug(state)}")


def _table_url(show: Show) -> str:
    return show.url("theo-quy")

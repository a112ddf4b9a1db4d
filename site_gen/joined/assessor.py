"""Pages for the assessor: each plan, each scorecard and the duties, line by line with their proof, what is missing first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Key, Record
from site_gen.base.vietnamese import show_number
from site_gen.joined.assessor_urls import TITLE, URL, set_url
from site_gen.joined.proofs import DUTIES, tasks_by_criterion
from site_gen.joined.suppliers import SupplierHead, supplier_heads, supplier_pages
from site_gen.pages.evidence import ShownPaper, show_paper
from site_gen.pages.frames import Shown
from site_gen.pages.life import Status
from site_gen.pages.page import Page, latest
from site_gen.pages.parts import in_parts
from site_gen.pages.proofs import ProofLine, ProofSet, besides, shown_series, with_shared
from site_gen.pages.recurring import ShownSeries, lacks_dated
from site_gen.rules.snapshot import Link, Snapshot

FOOT = 60
"""Its place among the links at the foot of every page."""


@dataclass(frozen=True)
class ProofRow(Record):
    """A line with its proof.

    `wins` is the criterion whose points it is to win back, `won_by` are the tasks that are to win its points back.
    """

    id: Key
    line: Link
    no: str
    score: str
    state: Status | None
    papers: tuple[ShownPaper, ...]
    series: ShownSeries | None
    stake: str | None
    bare: bool
    wins: Link | None
    won_by: tuple[Link, ...]


@dataclass(frozen=True)
class Component(Record):
    """A way to the lines of one component, with how many there are and of how many something is missing."""

    title: str
    url: Address
    lines: int
    lacking: int


@dataclass(frozen=True)
class Head(Record):
    """A set in a word: what it is, how many lines it has, of how many something is missing, and the points at stake.

    `day` is that on which it stands still, None for one that goes on.
    """

    title: str
    url: Address
    source: Address
    day: date | None
    lines: int
    proved: int
    lacking: int
    stake: str | None
    sample: bool
    scored: bool


@dataclass(frozen=True)
class AssessorPage(Shown):
    """The first page: every set, who has to hand in what, and what is missing."""

    template = "assessor.html"
    sets: tuple[Head, ...]
    suppliers: tuple[SupplierHead, ...]
    missing: tuple[MissingRow, ...]


@dataclass(frozen=True)
class MissingRow(Record):
    """A line of which something is missing: what, and the assessor's page of the component that it belongs to."""

    row: ProofRow
    papers: str
    of: Link


@dataclass(frozen=True)
class ProofPage(Shown):
    """A set, or one component of it: what is missing first, then the rest."""

    template = "proofs.html"
    head: Head
    component: str
    components: tuple[Component, ...]
    whole: Address
    lacking: tuple[ProofRow, ...]
    rest: tuple[ProofRow, ...]


def component_url(found: ProofSet, number: int) -> str:
    """The assessor's page of a component of a set, counted from 1."""
    return f"{set_url(found).removesuffix('.html')}/{number}.html"


def assessor_pages(snapshot: Snapshot, sets: Sequence[ProofSet]) -> Iterator[Page]:
    """The first page, a page for each set, for each component, and for each who has to hand in papers."""
    tasks = tasks_by_criterion(snapshot, sets)
    shown = [(found, tuple(proof_rows(snapshot, found, tasks))) for found in sets]
    of_sets = [
        part for found, rows in shown for page in _of_set(snapshot, found, rows) for part in in_parts(snapshot, page)
    ]
    places = dict(_places(of_sets))
    missing = [
        MissingRow(row, _lacking(snapshot, line), Link(found.title, places[set_url(found), row.id]))
        for found, rows in shown
        if found.kind != DUTIES
        for line, row in sorted(zip(found.lines, rows, strict=True), key=lambda pair: -(pair[0].stake or 0))
        if line.unproved
    ]
    heads = tuple(_head(snapshot, found) for found in sets)
    context = AssessorPage(heads, supplier_heads(snapshot, sets), tuple(missing))
    front = Page(
        URL,
        context.template,
        snapshot.say(TITLE),
        context,
        tuple(dict.fromkeys(path for found in sets for path in found.sources)),
        updated=latest(found.updated for found in sets),
        footer=FOOT,
        long=("sets", "suppliers", "missing"),
    )
    yield from in_parts(snapshot, front)
    yield from of_sets
    for page in supplier_pages(snapshot, sets):
        yield from in_parts(snapshot, page)


def _places(pages: Iterable[Page]) -> Iterator[tuple[tuple[str, str], str]]:
    """Where each row of each set stands: on the page, or the part of a page, of its component, where the set has such."""
    for page in pages:
        context = page.context
        assert isinstance(context, ProofPage)
        for row in (*context.lacking, *context.rest):
            yield (context.head.url, row.id), f"{page.url}#{row.id}"


def _lacking(snapshot: Snapshot, line: ProofLine) -> str:
    """What is missing of a line, in a few words."""
    titles = [*dict.fromkeys(paper.evidence.published.title for paper in line.lacking)]
    if line.series and line.series.lacking:
        titles.insert(0, snapshot.say(lacks_dated(line.series)))
    return "; ".join(titles) or snapshot.say(msg("no paper named"))


def _of_set(snapshot: Snapshot, found: ProofSet, rows: tuple[ProofRow, ...]) -> Iterator[Page]:
    head = _head(snapshot, found)
    areas = [line.area for line in found.lines]
    components = tuple(
        Component(
            name,
            component_url(found, number),
            areas.count(key),
            sum(line.unproved for line in found.lines if line.area == key),
        )
        for number, (key, name) in enumerate(found.areas, 1)
    )
    context = ProofPage(head, "", components, set_url(found), *_parted(found.lines, rows))
    page = Page(
        set_url(found),
        context.template,
        snapshot.say(msg("Evidence: {title}", title=found.title)),
        context,
        found.sources,
        ((snapshot.say(TITLE), URL),),
        updated=found.updated,
        find=False,
        sample=found.sample and found.kind == "scorecard",
        long=("lacking", "rest"),
    )
    yield page
    for (key, name), component in zip(found.areas, components, strict=True):
        mine = [(line, row) for line, row in zip(found.lines, rows, strict=True) if line.area == key]
        lacking, rest = _parted([line for line, _ in mine], [row for _, row in mine])
        part = replace(context, component=name, lacking=lacking, rest=rest)
        title = snapshot.say(msg("Evidence: {title}", title=name))
        yield replace(
            page, url=component.url, title=title, context=part, crumbs=(*page.crumbs, (found.title, page.url))
        )


def _parted(lines: Sequence[ProofLine], rows: Sequence[ProofRow]) -> tuple[tuple[ProofRow, ...], tuple[ProofRow, ...]]:
    """Rows of which something is missing, and the others."""
    pairs = list(zip(lines, rows, strict=True))
    return tuple(row for line, row in pairs if line.unproved), tuple(row for line, row in pairs if not line.unproved)


def _head(snapshot: Snapshot, found: ProofSet) -> Head:
    lacking = len(found.unproved)
    return Head(
        title=found.title,
        url=set_url(found),
        source=found.url,
        day=found.day if found.day < snapshot.as_of else None,
        lines=len(found.lines),
        proved=sum(bool(line.papers) and not line.unproved for line in found.lines),
        lacking=lacking,
        stake=show_number(found.stake) if found.stake else None,
        sample=found.sample,
        scored=any(line.score for line in found.lines),
    )


def proof_rows(snapshot: Snapshot, found: ProofSet, tasks: Mapping[str, tuple[ProofLine, ...]]) -> Iterator[ProofRow]:
    """The lines of a set with their proof, in its order; `tasks` are those that win points back, by criterion."""
    papers = (
        {line.key: tuple(show_paper(snapshot, paper) for paper in line.papers) for line in found.lines}
        if found.kind == DUTIES
        else with_shared(snapshot, found)
    )
    for line in found.lines:
        criterion = snapshot.catalog.named("criterion", line.criterion) if line.criterion else None
        won_by = tasks.get(f"{found.id}/{line.key}", ()) if found.kind == "scorecard" else ()
        yield ProofRow(
            id=anchor(line.key),
            line=Link(line.text, line.url),
            no=line.no,
            score=line.score,
            state=line.state,
            papers=besides(line, papers[line.key]),
            series=shown_series(snapshot, line, papers[line.key]),
            stake=show_number(line.stake) if line.stake and line.unproved else None,
            bare=line.bare,
            wins=Link(criterion.text.rpartition("/")[2] + " " + criterion.label, criterion.url) if criterion else None,
            won_by=tuple(Link(task.text, task.url) for task in won_by),
        )


def anchor(key: str) -> str:
    """The place of a line on its page, by which an assessor cites it."""
    return "mc-" + re.sub(r"[^\w.-]+", "-", key)

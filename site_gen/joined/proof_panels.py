"""What is missing as proof, where those look who owe it: on the pages of units; and the tasks beside the criteria of an area."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_gen.base.dataclass import dataclass
from site_gen.base.values import Address, Record
from site_gen.base.vietnamese import show_number
from site_gen.joined.assessor_urls import set_url
from site_gen.joined.proofs import tasks_by_criterion
from site_gen.joined.suppliers import suppliers_of
from site_gen.pages.evidence import ShownPaper, show_paper
from site_gen.pages.frames import Shown, panel
from site_gen.pages.life import Status
from site_gen.pages.page import Panel
from site_gen.pages.proofs import ProofLine, ProofSet
from site_gen.pages.recurring import lacks_dated
from site_gen.rules.snapshot import Link, Snapshot

MOST = 15
"""So many lines are named on the page of a unit; of the rest only how many."""


@dataclass(frozen=True)
class OwedRow(Record):
    """A line with the papers that a unit owes, the periods that lack any, and the points that hang on them."""

    line: Link
    of: Link
    papers: tuple[ShownPaper, ...]
    periods: str
    stake: str | None
    sample: bool


@dataclass(frozen=True)
class OwedPanel(Shown):
    """The papers that a unit still owes; `more` is how many lines are not named here, `all` the page of all that it supplies."""

    template = "owed_papers_panel.html"
    rows: tuple[OwedRow, ...]
    more: int
    all: Address


@dataclass(frozen=True)
class WinningRow(Record):
    """A criterion with the tasks that are to win its points back."""

    criterion: Link
    tasks: tuple[WinningTask, ...]


@dataclass(frozen=True)
class WinningTask(Record):
    """A task, how far it is, and how many papers it has and lacks."""

    task: Link
    state: Status | None
    there: int
    lacking: int


@dataclass(frozen=True)
class WinningPanel(Shown):
    """On the page of an area of a scorecard: who wins its points back, criterion by criterion."""

    template = "winning_panel.html"
    rows: tuple[WinningRow, ...]


def proof_panels(snapshot: Snapshot, sets: Sequence[ProofSet]) -> Iterator[Panel]:
    """Panels for units that owe papers, and for the areas of scorecards that have pages of their own.

    What was not made public of a duty is no paper of a unit: the ledger tells it.
    """
    owed: dict[str, list[OwedRow]] = {}
    for found in sets:
        for line in found.lines:
            for unit, row in _owed(snapshot, found, line):
                owed.setdefault(unit, []).append(row)
    pages = {who.unit: who.url for who in suppliers_of(snapshot, sets) if who.unit}
    for unit, url in pages.items():
        rows = owed.get(unit, [])
        yield panel(("unit", unit), 25, OwedPanel(tuple(rows[:MOST]), max(len(rows) - MOST, 0), url))
    yield from _winning(snapshot, sets)


def _owed(snapshot: Snapshot, found: ProofSet, line: ProofLine) -> Iterator[tuple[str, OwedRow]]:
    papers = [paper for paper in line.besides if paper.lacking]
    periods = snapshot.say(lacks_dated(line.series)) if line.series and line.series.late else ""
    names = [*(name for paper in papers for name in paper.units), *(line.units if periods else ())]
    answering = set(map(snapshot.unit_id, line.units))
    for unit in sorted({id for name in names if (id := snapshot.unit_id(name))}):
        mine = [paper for paper in papers if unit in map(snapshot.unit_id, paper.units)]
        yield (
            unit,
            OwedRow(
                Link(line.heading, line.url),
                Link(found.title, set_url(found)),
                tuple(show_paper(snapshot, paper) for paper in mine),
                periods if unit in answering else "",
                show_number(line.stake) if line.stake else None,
                found.sample,
            ),
        )


def _winning(snapshot: Snapshot, sets: Sequence[ProofSet]) -> Iterator[Panel]:
    pages: dict[str, list[WinningRow]] = {}
    for id, tasks in tasks_by_criterion(snapshot, sets).items():
        name = snapshot.catalog.named("criterion", id)
        if name is not None:
            text = f"{name.text.rpartition('/')[2]} {name.label}"
            row = WinningRow(Link(text, name.url), tuple(_task(task) for task in tasks))
            pages.setdefault(name.url.partition("#")[0], []).append(row)
    for url, rows in pages.items():
        yield panel(("scorecard area", url), 20, WinningPanel(tuple(rows)))


def _task(line: ProofLine) -> WinningTask:
    lacking = len(line.lacking) + line.bare
    return WinningTask(Link(line.text, line.url), line.state, len(line.papers) - len(line.lacking), lacking)

"""Who has to hand in which papers: a page for each unit and each role, over all scorecards, plans and duties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Record
from site_gen.base.vietnamese import show_number, slug, sort_key
from site_gen.joined.assessor_urls import TITLE, URL, set_url
from site_gen.pages.evidence import Paper, ShownPaper, show_paper
from site_gen.pages.frames import Shown
from site_gen.pages.page import Page, latest
from site_gen.pages.proofs import ProofLine, ProofSet
from site_gen.pages.recurring import lacks_dated
from site_gen.rules.snapshot import Link, Snapshot


@dataclass(frozen=True, slots=True)
class Supplier:
    """A unit, or a role that is no unit of the site; `unit` is the unit's id, empty for a role."""

    name: str
    unit: str
    key: str

    @property
    def url(self) -> str:
        """Its page."""
        return f"minh-chung/nop/{self.key}.html"


@dataclass(frozen=True)
class SuppliedLine(Record):
    """A line with the papers that one supplies for it, what is missing of its periods, and the points that hang on it."""

    line: Link
    of: Link
    papers: tuple[ShownPaper, ...]
    periods: str
    until: date | None
    stake: str | None
    sample: bool


@dataclass(frozen=True)
class SupplierHead(Record):
    """A supplier in a list, with how many of how many lines something is missing."""

    name: str
    url: Address
    lines: int
    lacking: int


@dataclass(frozen=True)
class SupplierPage(Shown):
    """What one has to hand in: what is missing first, by its day, then the rest."""

    template = "supplier.html"
    unit: Link | None
    lacking: tuple[SuppliedLine, ...]
    rest: tuple[SuppliedLine, ...]


@dataclass(frozen=True, slots=True)
class Supplied:
    """A line of a set with the papers of one supplier, and whether the periods of the line are its own to prove."""

    found: ProofSet
    line: ProofLine
    papers: tuple[Paper, ...]
    periods: bool

    @property
    def lacking(self) -> bool:
        """Whether anything of it is missing."""
        return self._periods_lack or any(paper.lacking for paper in self.papers)

    @property
    def _periods_lack(self) -> bool:
        return self.periods and self.line.series is not None and bool(self.line.series.lacking)

    @property
    def until(self) -> date | None:
        """The first day by which something that is missing was, or is, to be there."""
        days = [paper.until for paper in self.papers if paper.lacking and paper.until]
        if self._periods_lack and self.line.series:
            days.append(self.line.series.lacking[0].instance.due)
        return min(days, default=None)


def suppliers_of(snapshot: Snapshot, sets: Sequence[ProofSet]) -> dict[Supplier, tuple[Supplied, ...]]:
    """Every supplier with what it has to hand in, by name."""
    found: dict[str, tuple[Supplier, list[Supplied]]] = {}
    for one in sets:
        for line in one.lines:
            mine: dict[Supplier, list[Paper]] = {}
            for paper in line.besides:
                for name in _names(line, paper):
                    mine.setdefault(_supplier(snapshot, name), []).append(paper)
            answering = (
                {_supplier(snapshot, name) for name in line.units} if line.series and line.series.dated else set()
            )
            for who in dict.fromkeys((*mine, *sorted(answering, key=lambda who: who.key))):
                supplied = Supplied(one, line, tuple(mine.get(who, ())), who in answering)
                found.setdefault(who.key, (who, []))[1].append(supplied)
    ordered = sorted(found.values(), key=lambda pair: sort_key(pair[0].name))
    return {who: tuple(lines) for who, lines in ordered}


def _names(line: ProofLine, paper: Paper) -> tuple[str, ...]:
    """Who supplies a paper, as the content names them: who answers for the line where it names nobody."""
    return paper.suppliers or line.units


def _supplier(snapshot: Snapshot, name: str) -> Supplier:
    unit = snapshot.unit_id(name)
    if unit:
        return Supplier(snapshot.link("unit", unit).text, unit, unit)
    return Supplier(name, "", f"chuc-danh-{slug(name)}")


def supplier_pages(snapshot: Snapshot, sets: Sequence[ProofSet]) -> Iterator[Page]:
    """A page for each of them."""
    crumbs = ((snapshot.say(TITLE), URL),)
    for who, supplied in suppliers_of(snapshot, sets).items():
        ordered = sorted(supplied, key=lambda one: (one.until or date.max, -(one.line.stake or 0)))
        lacking = tuple(_shown(snapshot, one) for one in ordered if one.lacking)
        rest = tuple(_shown(snapshot, one) for one in supplied if not one.lacking)
        unit = snapshot.link("unit", who.unit) if who.unit else None
        context = SupplierPage(unit, lacking, rest)
        sources = tuple(dict.fromkeys(path for one in supplied for path in one.found.sources))
        title = snapshot.say(msg("{name}: papers to hand in", name=who.name))
        updated = latest(one.found.updated for one in supplied)
        yield Page(
            who.url,
            context.template,
            title,
            context,
            sources,
            crumbs,
            updated=updated,
            find=False,
            long=("lacking", "rest"),
        )


def _shown(snapshot: Snapshot, one: Supplied) -> SuppliedLine:
    series = one.line.series
    papers = sorted(one.papers, key=lambda paper: not paper.lacking)
    return SuppliedLine(
        Link(one.line.heading, one.line.url),
        Link(one.found.title, set_url(one.found)),
        tuple(show_paper(snapshot, paper) for paper in papers),
        snapshot.say(lacks_dated(series)) if one.periods and series and series.lacking else "",
        one.until,
        show_number(one.line.stake) if one.line.stake and one.lacking else None,
        one.found.sample,
    )


def supplier_heads(snapshot: Snapshot, sets: Sequence[ProofSet]) -> tuple[SupplierHead, ...]:
    """The suppliers as the first page of the assessor lists them."""
    return tuple(
        SupplierHead(who.name, who.url, len(supplied), sum(one.lacking for one in supplied))
        for who, supplied in suppliers_of(snapshot, sets).items()
    )

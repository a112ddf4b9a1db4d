"""What is to be proved, line by line, with the papers that prove it: the values that kinds give, and what follows from them.

A kind says what its lines are (criteria, items of a plan); the pages of the assessor, the lists of what is missing, the panels
of units and the evidence pack are made of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import show_number
from site_gen.model.evidence import EvidenceState
from site_gen.model.instances import InstanceState, name_of
from site_gen.pages.evidence import Paper, ShownPaper, lacks, show_paper
from site_gen.pages.life import Deadline, Life, Reminder, Status, Subject, life
from site_gen.pages.recurring import Series, ShownSeries, lacks_dated, show_series
from site_gen.rules.snapshot import Link, Snapshot


@dataclass(frozen=True, slots=True)
class ProofLine:
    """Something that is to be proved.

    Attributes:
        key: What tells it from the other lines of its set.
        no: Its number in the document; empty where it has none.
        text: What it is called.
        url: Where the site shows it.
        place: Where editors find it.
        area: The component that it belongs to, by its key.
        papers: The papers asked for and those handed in.
        units: Who answers for it, as the content names them.
        stake: The points that hang on its papers, None where nobody knows.
        score: What was reached of what could be; empty where nothing is scored.
        bare: Whether it is called done and no paper is named at all.
        criterion: The criterion that it is to win back points of, as `scorecard/number`.
        state: How far it is, where that is known.
        series: Its instances, where it is due again and again.
    """

    key: str
    no: str
    text: str
    url: str
    place: str
    area: str
    papers: tuple[Paper, ...] = ()
    units: tuple[str, ...] = ()
    stake: Decimal | None = None
    score: str = ""
    bare: bool = False
    criterion: str = ""
    state: Status | None = None
    series: Series | None = None

    @property
    def lacking(self) -> tuple[Paper, ...]:
        """The papers that an assessor would not count."""
        return tuple(paper for paper in self.papers if paper.lacking)

    @property
    def unproved(self) -> bool:
        """Whether anything is missing."""
        dated = self.series is not None and bool(self.series.lacking)
        return self.bare or dated or any(paper.lacking for paper in self.papers)

    @property
    def besides(self) -> tuple[Paper, ...]:
        """The papers that prove no instance of its series."""
        return tuple(paper for paper in self.papers if not (self.series and self.series.holds(paper)))

    @property
    def heading(self) -> str:
        """Number and text."""
        return f"{self.no} {self.text}" if self.no else self.text


@dataclass(frozen=True, slots=True)
class ProofSet:
    """A plan, a scorecard, the apology notices, or the duties of disclosure, as an assessor goes through them.

    Attributes:
        kind: `plan`, `scorecard`, `apologies` or `duties`.
        id: Of the entry; empty for notices and duties.
        title: What it is called.
        url: Its page.
        areas: Key and name of each component, in order.
        lines: What is to be proved, in the order of the document.
        day: The day on which it is reckoned.
        last: The last day on which it changes by itself.
        sources: Content files.
        sample: Whether any of it is invented.
        updated: The newest change of its content.
    """

    kind: str
    id: str
    title: str
    url: str
    areas: tuple[tuple[str, str], ...]
    lines: tuple[ProofLine, ...]
    day: date
    last: date = date.max
    sources: tuple[str, ...] = ()
    sample: bool = False
    updated: date | None = None

    @property
    def unproved(self) -> tuple[ProofLine, ...]:
        """The lines of which something is missing."""
        return tuple(line for line in self.lines if line.unproved)

    @property
    def stake(self) -> Decimal:
        """The points that hang on what is missing."""
        return sum((line.stake or Decimal(0) for line in self.unproved), Decimal(0))


def at_stake(line: ProofLine) -> Message | None:
    """The points that hang on a line, in words; None where nobody knows them."""
    return msg("{points} points", points=show_number(line.stake)) if line.stake else None


def told(snapshot: Snapshot, line: ProofLine, paper: Paper) -> str:
    """What lists say of a paper that is missing: “3.2.22: thiếu … (0,25 điểm)”."""
    words = snapshot.say(lacks(paper))
    stake = at_stake(line)
    return f"{line.no or line.text}: {words}{f' ({snapshot.say(stake)})' if stake else ''}"


def lives_of(snapshot: Snapshot, found: ProofSet) -> Iterator[Life]:
    """What is expected of each line: the papers that have not come, or are not accepted, and the instances without any."""
    for line in found.lines:
        for paper in line.besides:
            if paper.lacking:
                subject = Subject(line.text, line.url, line.place, ", ".join(paper.suppliers), found.sample)
                what = told(snapshot, line, paper)
                yield life(subject, _expected(paper, what, found.last), counted_on=found.day)
        if line.series:
            subject = Subject(line.text, line.url, line.place, ", ".join(line.units), found.sample)
            yield life(subject, *_of_series(snapshot, line, line.series, found.last), counted_on=found.day)


def _of_series(snapshot: Snapshot, line: ProofLine, series: Series, last: date) -> Iterator[Deadline | Reminder]:
    """One reminder of all instances that lack a proof, for 26 would hide the rest, and each instance to come."""
    if series.late:
        words = msg("{what}: {lack}", what=line.heading.rstrip("."), lack=lacks_dated(series))
        yield Reminder("missing", words, series.lacking[0].instance.due, counted=False)
    for one in series.dated:
        due = one.instance.due
        if one.state is InstanceState.NOT_DUE and due <= last:
            words = msg("{what}: evidence for {period}", what=line.heading.rstrip("."), period=name_of(one.instance))
            late = msg("{what}; overdue", what=words) if series.reported else msg("{what}; missing", what=words)
            yield Deadline(
                due, words, overdue=late if due < last else None, late="missing", key=f"{one.instance.frequency}-{due}"
            )


def _expected(paper: Paper, what: str, last: date) -> Deadline | Reminder:
    until = paper.until
    if until is None or paper.state is EvidenceState.UNFIT:
        return Reminder("missing", what, until, counted=False)
    late = msg("{what}; overdue", what=what)
    return Deadline(until, what, overdue=late if until < last else None, late="missing")


def with_shared(snapshot: Snapshot, found: ProofSet) -> dict[str, tuple[ShownPaper, ...]]:
    """The papers of each line as pages show them, each with the other lines that the same paper proves."""
    where: dict[str, list[ProofLine]] = {}
    for line in found.lines:
        for paper in line.papers:
            if paper.evidence.there:
                where.setdefault(paper.evidence.key, []).append(line)

    def also(line: ProofLine, paper: Paper) -> tuple[Link, ...]:
        others = where.get(paper.evidence.key, ()) if paper.evidence.there else ()
        return tuple(Link(other.no or other.text, other.url) for other in others if other.key != line.key)

    return {
        line.key: tuple(show_paper(snapshot, paper, also(line, paper)) for paper in line.papers) for line in found.lines
    }


def only_once(lines: Iterable[ProofLine], above: Callable[[str], Iterable[str]]) -> tuple[ProofLine, ...]:
    """Lines whose points are counted once: what hangs on a part does not hang on the whole once more.

    `above` gives the keys of what a line is part of.
    """
    kept = tuple(lines)
    counted = {key for line in kept if line.unproved for key in above(line.key)}
    return tuple(replace(line, stake=None) if line.key in counted else line for line in kept)


def shown_series(snapshot: Snapshot, line: ProofLine, shown: tuple[ShownPaper, ...]) -> ShownSeries | None:
    """The instances of a line as pages show them; `shown` are its papers as they do. None where it has no series."""
    if line.series is None:
        return None
    return show_series(snapshot, line.series, dict(zip(line.papers, shown, strict=True)))


def besides(line: ProofLine, shown: tuple[ShownPaper, ...]) -> tuple[ShownPaper, ...]:
    """The papers of a line that stand beside its instances and not among them, as pages show them."""
    apart = set(line.besides)
    return tuple(one for paper, one in zip(line.papers, shown, strict=True) if paper in apart)

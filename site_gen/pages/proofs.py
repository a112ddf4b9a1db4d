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
from site_gen.base.values import Address, Record
from site_gen.base.vietnamese import show_number
from site_gen.model.evidence import Evidence, EvidenceState
from site_gen.pages.life import Deadline, Life, Reminder, Status, Subject, life
from site_gen.rules.snapshot import CitedDocument, Link, Snapshot

FAMILIES = {
    EvidenceState.PRESENT: "done",
    EvidenceState.MISSING: "soon",
    EvidenceState.UNFIT: "late",
    EvidenceState.OVERDUE: "late",
}
LACKING = frozenset(EvidenceState) - {EvidenceState.PRESENT}


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as it stands on a day.

    Attributes:
        evidence: What the content says of it.
        state: How it stands.
        until: The last good day for handing it in, None where it has none.
        units: Who must supply it, as the content names them.
        page: The page of this site that is the proof, or shows it; empty for none.
    """

    evidence: Evidence
    state: EvidenceState
    until: date | None = None
    units: tuple[str, ...] = ()
    page: str = ""

    @property
    def lacking(self) -> bool:
        """Whether an assessor would not count it."""
        return self.state in LACKING


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

    @property
    def lacking(self) -> tuple[Paper, ...]:
        """The papers that an assessor would not count."""
        return tuple(paper for paper in self.papers if paper.lacking)

    @property
    def unproved(self) -> bool:
        """Whether anything is missing."""
        return self.bare or any(paper.lacking for paper in self.papers)

    @property
    def heading(self) -> str:
        """Number and text."""
        return f"{self.no} {self.text}" if self.no else self.text


@dataclass(frozen=True, slots=True)
class ProofSet:
    """A plan, a scorecard, or the duties of disclosure, as an assessor goes through them.

    Attributes:
        kind: `plan`, `scorecard` or `duties`.
        id: Of the entry; empty for the duties.
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


@dataclass(frozen=True)
class ShownPaper(Record):
    """A paper as pages show it; `also` names the other lines that it proves."""

    document: CitedDocument
    state: Status
    answers: str | None
    proves: str | None
    period: str | None
    units: tuple[Link, ...]
    role: str | None
    due: str | None
    until: date | None
    unfit: str | None
    sha256: str
    inside: bool
    page: Address
    also: tuple[Link, ...] = ()


def paper_of(
    snapshot: Snapshot,
    evidence: Evidence,
    day: date,
    year: int | None,
    units: Iterable[str],
    otherwise: date | None = None,
) -> Paper:
    """A paper on a day; `year` is that of days without a year, `units` who supplies what names nobody, by `otherwise` where
    it names no day.
    """
    until = evidence.until(year) if evidence.due else otherwise
    chosen = (evidence.unit,) if evidence.unit else () if evidence.role else tuple(units)
    return Paper(evidence, evidence.state_on(day, until), until, chosen, _page(snapshot, evidence))


def _page(snapshot: Snapshot, evidence: Evidence) -> str:
    """The page of the register of documents on which the paper stands: the same number, and the same day where that is told."""
    if not evidence.number or evidence.inside:
        return ""
    exact = evidence.date.exact if evidence.date else None
    told = f"{evidence.number} ngày {exact:%d/%m/%Y}" if exact else evidence.number
    name = snapshot.catalog.named("document", told)
    return name.url if name else ""


def show_paper(snapshot: Snapshot, paper: Paper, also: tuple[Link, ...] = ()) -> ShownPaper:
    """A paper as pages show it, without what may not be told of one that is kept inside."""
    told = paper.evidence.published
    file = snapshot.catalog.attachments.get(paper.evidence.file or "")
    return ShownPaper(
        document=snapshot.document(paper.evidence),
        state=Status(FAMILIES[paper.state], snapshot.word(paper.state)),
        answers=told.answers,
        proves=told.proves,
        period=str(told.period) if told.period else None,
        units=tuple(snapshot.links("unit", paper.units)),
        role=told.role,
        due=told.due,
        until=paper.until,
        unfit=told.unfit,
        sha256=told.sha256 or (file.sha256 if file and told.inside else ""),
        inside=told.inside,
        page=paper.page,
        also=also,
    )


def lacks(paper: Paper) -> Message:
    """What is wrong with a paper, in words for lists."""
    name = paper.evidence.published.title
    period = paper.evidence.published.period
    title = f"{name}, {period}" if period else name
    if paper.state is EvidenceState.UNFIT:
        return msg("“{paper}” is not accepted: {reason}", paper=title, reason=_reason(paper))
    if paper.state is EvidenceState.OVERDUE:
        return msg("“{paper}” is missing and overdue", paper=title)
    return msg("“{paper}” is missing", paper=title)


def _reason(paper: Paper) -> str:
    return paper.evidence.published.unfit or "–"


def at_stake(line: ProofLine) -> Message | None:
    """The points that hang on a line, in words; None where nobody knows them."""
    return msg("{points} points", points=show_number(line.stake)) if line.stake else None


def told(snapshot: Snapshot, line: ProofLine, paper: Paper) -> str:
    """What lists say of a paper that is missing: “3.2.22: thiếu … (0,25 điểm)”."""
    words = snapshot.say(lacks(paper))
    stake = at_stake(line)
    return f"{line.no or line.text}: {words}{f' ({snapshot.say(stake)})' if stake else ''}"


def lives_of(snapshot: Snapshot, found: ProofSet) -> Iterator[Life]:
    """What is expected of each line: the papers that have not come, or are not accepted."""
    for line in found.lines:
        for paper in line.lacking:
            subject = Subject(line.text, line.url, line.place, ", ".join(paper.units), found.sample)
            what = told(snapshot, line, paper)
            yield life(subject, _expected(paper, what, found.last), counted_on=found.day)


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

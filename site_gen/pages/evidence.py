"""A paper as it stands on a day: whether it is there, until when it may come, who must supply it; and as pages show it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg
from site_gen.base.values import Address, Record
from site_gen.model.evidence import Evidence, EvidenceState
from site_gen.pages.life import Status
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
    def suppliers(self) -> tuple[str, ...]:
        """Who must supply it: units, and the role where one is named."""
        return tuple(dict.fromkeys((*self.units, *((self.evidence.role,) if self.evidence.role else ()))))

    @property
    def lacking(self) -> bool:
        """Whether an assessor would not count it."""
        return self.state in LACKING


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

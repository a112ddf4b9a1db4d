"""What is owed again and again: each instance with its due day and the papers that prove it, as values and as pages show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg
from site_gen.base.values import Record
from site_gen.model.deadline import Deadline
from site_gen.model.deadline.periods import Frequency, Instance
from site_gen.model.evidence import EvidenceState
from site_gen.model.instances import InstanceState, frequencies_of, name_of, proves
from site_gen.pages.evidence import Paper, ShownPaper
from site_gen.pages.life import Status
from site_gen.rules.snapshot import Snapshot

FAMILIES = {
    InstanceState.NOT_DUE: "calm",
    InstanceState.PRESENT: "done",
    InstanceState.MISSING: "soon",
    InstanceState.OVERDUE: "late",
    InstanceState.UNFIT: "late",
}
LACKING = frozenset({InstanceState.MISSING, InstanceState.OVERDUE, InstanceState.UNFIT})
FEW = 3
"""So many instances are named in a sentence; of the rest only how many."""
SHOWN = 6
"""So many rows of a table are open; the rest waits behind one word, for two weeks make 26 of a year."""


@dataclass(frozen=True, slots=True)
class DatedProof:
    """An instance on a day, with the papers that prove it."""

    instance: Instance
    state: InstanceState
    papers: tuple[Paper, ...] = ()

    @property
    def lacking(self) -> bool:
        """Whether its day has passed and nothing proves it."""
        return self.state in LACKING


@dataclass(frozen=True, slots=True)
class Series:
    """Every instance of a recurring deadline, by day.

    Attributes:
        dated: The instances.
        reported: Whether anything was said of it: what lacks is overdue then, else only missing.
        ad_hoc: Whether it also falls due when somebody asks, which makes no instance by itself.
        unsaid: Whether it comes again, and nobody says how often.
    """

    dated: tuple[DatedProof, ...]
    reported: bool = True
    ad_hoc: bool = False
    unsaid: bool = False

    @property
    def lacking(self) -> tuple[DatedProof, ...]:
        """The instances that should be proved and are not."""
        return tuple(one for one in self.dated if one.lacking)

    @property
    def late(self) -> bool:
        """Whether an instance is overdue or not accepted, and not only missing where nobody reports: then all that lack are."""
        return any(one.state in (InstanceState.OVERDUE, InstanceState.UNFIT) for one in self.dated)

    @property
    def proved(self) -> int:
        """How many instances are proved."""
        return sum(one.state is InstanceState.PRESENT for one in self.dated)

    def holds(self, paper: Paper) -> bool:
        """Whether a paper proves one of its instances."""
        return any(paper in one.papers for one in self.dated)


def series_of(
    deadline: Deadline, first: date, last: date, papers: Sequence[Paper], day: date, *, reported: bool
) -> Series | None:
    """The instances that fall due from `first` to `last`, as they stand on a day; None where nothing comes again.

    What is past due is overdue where anything was `reported` of it, else it is only missing: nobody said a word yet.
    """
    often = frequencies_of(deadline)
    if not often:
        return None
    dated = tuple(_dated(one, papers, day, reported) for one in deadline.instances(first, last))
    return Series(dated, reported, Frequency.ad_hoc in often, Frequency.unknown in often)


def _dated(one: Instance, papers: Iterable[Paper], day: date, reported: bool) -> DatedProof:
    found = tuple(paper for paper in papers if proves(paper.evidence, one))
    if any(paper.state is EvidenceState.PRESENT for paper in found):
        state = InstanceState.PRESENT
    elif any(paper.state is EvidenceState.UNFIT for paper in found):
        state = InstanceState.UNFIT
    elif day <= one.due:
        state = InstanceState.NOT_DUE
    else:
        state = InstanceState.OVERDUE if reported else InstanceState.MISSING
    return DatedProof(one, state, found)


def lacks_dated(series: Series) -> Message:
    """What is missing of a series, in words for lists: how many of how many instances, and the first of them."""
    lacking = series.lacking
    named = ", ".join(name_of(one.instance) for one in lacking[:FEW])
    n, m, more = len(lacking), len(series.dated), len(lacking) - FEW
    if more > 0:
        return msg("no evidence for {n} of {m} periods: {periods} and {more} more", n=n, m=m, periods=named, more=more)
    return msg("no evidence for {n} of {m} periods: {periods}", n=n, m=m, periods=named)


@dataclass(frozen=True)
class ShownDated(Record):
    """An instance as pages show it."""

    name: str
    due: date
    state: Status
    papers: tuple[ShownPaper, ...]


@dataclass(frozen=True)
class ShownSeries(Record):
    """A series as pages show it: what should be looked after first, then the rest by day.

    `proved` of `all` instances are proved; `ad_hoc` and `unsaid` as of the series.
    """

    first: tuple[ShownDated, ...]
    rest: tuple[ShownDated, ...]
    proved: int
    all: int
    lacking: int
    ad_hoc: bool
    unsaid: bool


def show_series(snapshot: Snapshot, series: Series, shown: Mapping[Paper, ShownPaper]) -> ShownSeries:
    """A series as pages show it; `shown` are the papers of its line as they do."""
    coming = [one for one in series.dated if one.state is InstanceState.NOT_DUE]
    ordered = [*series.lacking, *coming[:1]]
    first, waiting = ordered[:SHOWN], ordered[SHOWN:]
    if len(series.dated) <= SHOWN:
        first, waiting = list(series.dated), []
    rest = [one for one in series.dated if one in waiting or (one not in ordered and one not in first)]

    def row(one: DatedProof) -> ShownDated:
        return ShownDated(
            name_of(one.instance),
            one.instance.due,
            Status(FAMILIES[one.state], snapshot.word(one.state)),
            tuple(shown[paper] for paper in one.papers if paper in shown),
        )

    return ShownSeries(
        tuple(map(row, first)),
        tuple(map(row, rest)),
        series.proved,
        len(series.dated),
        len(series.lacking),
        series.ad_hoc,
        series.unsaid,
    )

"""What the templates of scorecards are given: the list, a scorecard with its areas and remedies, and its panels."""

from __future__ import annotations

from site_gen.base.dataclass import dataclass
from site_gen.base.values import Address, Record
from site_gen.kinds.scorecard.views import Card, Loss, Role, ShownCriterion
from site_gen.kinds.scorecard.years import AreaOverYears, ShownYear
from site_gen.pages.charts.bars import Stack
from site_gen.pages.charts.scale import Axis
from site_gen.pages.frames import Shown
from site_gen.rules.snapshot import CitedDocument, Link, ShownNote


@dataclass(frozen=True)
class Index(Shown):
    """The list."""

    template = "scorecard/list.html"
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class ShownComponent(Record):
    """A part of the index that is scored apart."""

    name: str
    score: str
    max: str | None
    bar: Stack | None


@dataclass(frozen=True)
class Whole(Shown):
    """The page of a scorecard.

    Attributes:
        count: How many criteria there are.
        computed: What the areas add up to.
        lost: The largest losses.
        lost_count: How many losses there are.
        lost_sum: What all of them add up to.
        lost_total: What the total lacks of the maximum.
        lost_elsewhere: The points of which the document does not say where they were lost.
        area_bars: What each area reached and lost, all on one scale.
        area_axis: That scale.
        worst: Where most was lost, in words.
        years: The results of the same unit, year beside year.
        area_years: What became of each area.
        split: Whether each area has a page of its own.
        remedies: The page of remedies, where the scorecard is so long that they have one.
    """

    template = "scorecard/page.html"
    card: Card
    decision: CitedDocument | None
    scheme: CitedDocument | None
    years_stated: tuple[int, ...]
    summary: str | None
    components: tuple[ShownComponent, ...]
    count: int
    computed: str | None
    lost: tuple[Loss, ...]
    lost_count: int
    lost_sum: str
    lost_total: str | None
    lost_elsewhere: str | None
    area_bars: tuple[Stack | None, ...]
    area_axis: Axis
    worst: str | None
    years: tuple[ShownYear, ...]
    area_years: tuple[AreaOverYears, ...]
    areas: tuple[ShownCriterion, ...]
    split: bool
    roles: tuple[Role, ...]
    remedies: Address | None
    notes: list[ShownNote]


@dataclass(frozen=True)
class Area(Shown):
    """The page of an area of a long scorecard."""

    template = "scorecard/area.html"
    card: Card
    area: ShownCriterion
    previous: Link | None
    following: Link | None


@dataclass(frozen=True)
class Remedies(Shown):
    """The page of remedies of a long scorecard."""

    template = "scorecard/remedies.html"
    card: Card
    roles: tuple[Role, ...]


@dataclass(frozen=True)
class Newest(Shown):
    """The newest scorecard, on the home page."""

    template = "scorecard/home_panel.html"
    card: Card | None


@dataclass(frozen=True)
class UnitScore(Record):
    """A criterion in the charge of a unit."""

    url: Address
    no: str | None
    label: str
    year: int
    declared: str | None
    max: str | None
    bar: Stack | None
    lost: str | None
    remedy: tuple[str, ...]


@dataclass(frozen=True)
class UnitScores(Shown):
    """The criteria in the charge of a unit, on its page."""

    template = "scorecard/unit_panel.html"
    criteria: tuple[UnitScore, ...]

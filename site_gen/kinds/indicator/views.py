"""Results of an indicator as its page shows them: unit by unit, period by period, who met and who missed what."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Record
from site_gen.base.vietnamese import show_number
from site_gen.kinds.indicator import pictures
from site_gen.kinds.indicator.moments import url
from site_gen.kinds.indicator.readings import (
    AnyIndicator,
    Reading,
    as_declared,
    exact_together,
    readings,
    running,
    show_target,
    show_value,
    with_unit,
)
from site_gen.model.period import Period
from site_gen.pages.charts.bars import Bullet
from site_gen.pages.charts.lines import LineChart
from site_gen.pages.life import Status
from site_gen.rules.snapshot import Link, Snapshot

MOST_PERIODS = 12


@dataclass(frozen=True)
class Cell(Record):
    """One result: value, the two numbers as `part`, verdict; the declared value where it differs from theirs."""

    value: str | None
    part: str | None
    declared: str | None
    nothing: bool
    state: Status
    judged: bool
    note: str | None


@dataclass(frozen=True)
class Summary(Record):
    """An indicator in a list: its target and the units of its latest period by verdict; `together` is all of them as one
    share, `bar` the same beside the target; of an indicator of one unit, what that unit reached."""

    title: str
    url: Address
    group: str
    denominator: str | None
    target: str | None
    period: str | None
    together: str | None
    bar: Bullet | None
    met: tuple[Link, ...]
    missed: tuple[Link, ...]
    open: tuple[Link, ...]
    units: int
    sample: bool


@dataclass(frozen=True)
class Head(Record):
    """A period at the head of a column, with the target that held in it."""

    text: str
    target: str | None


@dataclass(frozen=True)
class UnitRow(Record):
    """What a unit reached in each period, None where there is nothing; and the same as a line."""

    unit: Link
    chart: LineChart | None
    last: Cell
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True)
class Remark(Record):
    """What a result has beside its figures."""

    unit: str
    period: str
    note: str


@dataclass(frozen=True)
class Step(Record):
    """How many of the judged units met the target in a period."""

    period: str
    met: int
    judged: int
    together: str | None


@dataclass(frozen=True)
class Other(Record):
    """A result of a longer period that stands beside the series."""

    period: str
    unit: Link
    target: str | None
    cell: Cell


def state(snapshot: Snapshot, met: bool | None) -> Status:
    """The verdict as a status: shape, word and colour together."""
    family, word = {
        True: ("done", msg("met")),
        False: ("late", msg("missed")),
        None: ("calm", msg("not judged")),
    }[met]
    return Status(family, snapshot.say(word))


def cell(snapshot: Snapshot, entry: AnyIndicator, reading: Reading) -> Cell:
    """One result."""
    indicator, result = entry.model, reading.result
    part, whole, declared = result.numerator, result.denominator_value, result.value
    adds_up = as_declared(indicator, result)
    differs = declared is not None and adds_up is not None and adds_up != declared.value
    return Cell(
        show_value(indicator, reading.exact, reading.target),
        f"{show_number(part)}/{show_number(whole)}" if part is not None and whole is not None else None,
        with_unit(indicator, str(declared)) if differs else None,
        whole == 0 and reading.exact is None,
        state(snapshot, reading.met),
        reading.met is not None,
        result.note,
    )


def together(entry: AnyIndicator, mine: list[Reading]) -> str | None:
    """All units of a period as one share, as the page writes it; None where one of them gives no numbers."""
    return show_value(entry.model, exact_together(entry, mine), mine[0].target)


def latest_of(snapshot: Snapshot, entry: AnyIndicator) -> tuple[Period | None, list[Reading]]:
    """The latest period with its readings."""
    periods = running(readings(entry, snapshot.catalog))
    return (max(periods), periods[max(periods)]) if periods else (None, [])


def summary(snapshot: Snapshot, entry: AnyIndicator) -> Summary:
    """An indicator as lists show it."""
    indicator = entry.model
    latest, mine = latest_of(snapshot, entry)

    def named(met: bool | None) -> tuple[Link, ...]:
        return tuple(snapshot.link("unit", r.unit) for r in mine if r.met is met)

    return Summary(
        indicator.title,
        url(entry.id),
        snapshot.word(indicator.group),
        indicator.denominator,
        target=show_target(indicator, mine[0].target if mine else None),
        period=str(latest) if latest else None,
        together=together(entry, mine) if mine else None,
        bar=pictures.summary_bar(entry, mine),
        met=named(True),
        missed=named(False),
        open=named(None),
        units=len(mine),
        sample=indicator.sample,
    )


def finding(snapshot: Snapshot, entry: AnyIndicator) -> str:
    """The latest period in one sentence."""
    latest, mine = latest_of(snapshot, entry)
    if latest is None:
        return snapshot.say(msg("No result has been published yet"))
    period = str(latest).capitalize()
    verdicts = [r.met for r in mine if r.met is not None]
    if not verdicts:
        return snapshot.say(msg("{period}: no unit can be judged", period=period))
    return snapshot.say(
        msg("{period}: {met} of {judged} units met the target", period=period, met=sum(verdicts), judged=len(verdicts))
    )


def last_periods(snapshot: Snapshot, entry: AnyIndicator) -> dict[Period, list[Reading]]:
    """The last twelve periods as time counts them."""
    periods = running(readings(entry, snapshot.catalog))
    return {period: mine for period, mine in periods.items() if period > max(periods).shift(-MOST_PERIODS)}


def heads(snapshot: Snapshot, entry: AnyIndicator) -> Iterator[Head]:
    """The periods, each with its target."""
    for period, mine in last_periods(snapshot, entry).items():
        yield Head(_short(period), show_target(entry.model, mine[0].target))


def by_unit(snapshot: Snapshot, entry: AnyIndicator) -> Iterator[UnitRow]:
    """What each unit reached in each period, on one scale."""
    periods = last_periods(snapshot, entry)
    scale = pictures.shared_scale(entry, [r for mine in periods.values() for r in mine])
    for unit in dict.fromkeys(r.unit for mine in reversed(periods.values()) for r in mine):
        found = (next((r for r in mine if r.unit == unit), None) for mine in periods.values())
        readings_of_unit = tuple(found)
        cells = tuple(cell(snapshot, entry, r) if r else None for r in readings_of_unit)
        last = next(c for c in reversed(cells) if c)
        chart = pictures.of_unit(entry, {r.period: r for r in readings_of_unit if r}, scale)
        yield UnitRow(snapshot.link("unit", unit), chart, last, cells)


def remarks(snapshot: Snapshot, entry: AnyIndicator) -> Iterator[Remark]:
    """What is written beside results, unit by unit."""
    periods = last_periods(snapshot, entry)
    units = list(dict.fromkeys(r.unit for mine in reversed(periods.values()) for r in mine))
    noted = [r for mine in periods.values() for r in mine if r.result.note]
    for r in sorted(noted, key=lambda r: units.index(r.unit)):
        yield Remark(snapshot.link("unit", r.unit).text, _short(r.period), r.result.note or "")


def trend(snapshot: Snapshot, entry: AnyIndicator) -> Iterator[Step]:
    """Period by period: how many of the judged units met the target, and what all reached together."""
    for period, mine in last_periods(snapshot, entry).items():
        verdicts = [r.met for r in mine if r.met is not None]
        yield Step(str(period), sum(verdicts), len(verdicts), together(entry, mine))


def other_spans(snapshot: Snapshot, entry: AnyIndicator) -> Iterator[Other]:
    """Results of longer periods."""
    everything = readings(entry, snapshot.catalog)
    series = running(everything)
    for r in everything:
        if r.period not in series:
            target = show_target(entry.model, r.target)
            yield Other(str(r.period), snapshot.link("unit", r.unit), target, cell(snapshot, entry, r))


def _short(period: Period) -> str:
    return str(period).removeprefix("tháng ")

"""Parts of the pages of statistics: figures, units, late dossiers, online services, fields with small numbers hidden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from site_gen.base.dataclass import dataclass
from site_gen.base.values import Address, Record
from site_gen.base.vietnamese import show_number
from site_gen.kinds.dossier_statistics.breakdown import Line, breakdown
from site_gen.kinds.dossier_statistics.model import Counts
from site_gen.kinds.dossier_statistics.moments import share, url
from site_gen.kinds.dossier_statistics.pictures import outcome, outcome_scale
from site_gen.kinds.dossier_statistics.series import Month, before, rows_by_unit
from site_gen.kinds.dossier_statistics.tally import ALL, DONE, MAIN, RECEIVED, Tally, percent
from site_gen.model.model import label_of
from site_gen.pages.charts.bars import Stack
from site_gen.rules.snapshot import Link, Snapshot

SHARES: Mapping[str, tuple[str, ...]] = {
    "received_online": RECEIVED,
    "e_payment": ("payment_required",),
    "digitised_result": (*DONE, "returned"),
    "e_result": (*DONE, "returned"),
    "e_certified": ("certified",),
}
"""What is asked of online services, each part with its whole: denominators matter."""


@dataclass(frozen=True)
class Figures(Record):
    """Counts and sums in words."""

    carried_over: str
    received: str
    received_online: str
    received_direct: str
    received_post: str
    done: str
    done_early: str
    done_on_time: str
    done_late: str
    in_time: str
    pending: str
    pending_in_time: str
    pending_late: str
    returned: str
    late: int
    rate: str | None


@dataclass(frozen=True)
class Headline(Record):
    """A period in lists and panels."""

    period: str
    url: Address
    published_at: date | None
    figures: Figures
    sample: bool


@dataclass(frozen=True)
class UnitRow(Record):
    """What a unit did, `bar` what became of it; of one whose dossiers all stand in one row, of which field and procedure they are."""

    unit: Link
    figures: Figures
    bar: Stack
    field: str | None = None
    procedure: Link | None = None


@dataclass(frozen=True)
class LateRow(Record):
    """A unit with late dossiers, how many became late in the period, how many had their apology, and why."""

    unit: Link
    done_late: int
    pending_late: int
    newly: int
    apologised: int | None
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class ServiceCell(Record):
    """A share with its part and whole."""

    label: str
    rate: str | None
    part: str | None


@dataclass(frozen=True)
class ServiceRow(Record):
    """The shares of a unit, and how many dossiers it took on paper though online is offered."""

    unit: Link
    cells: tuple[ServiceCell, ...]
    paper: int | None


@dataclass(frozen=True)
class Services(Record):
    """Shares of online services by unit; `paper` is whether anybody states what was taken on paper."""

    labels: tuple[str, ...]
    rows: tuple[ServiceRow, ...]
    paper: bool
    took_paper: tuple[Link, ...]


@dataclass(frozen=True)
class FieldRow(Record):
    """A field or procedure; counts as they may be shown."""

    field: str
    procedure: Link | None
    received_online: str
    received_direct: str
    received_post: str
    done_early: str
    done_on_time: str
    done_late: str
    returned: str
    rate: str | None


@dataclass(frozen=True)
class Block(Record):
    """The fields and procedures of a unit; none where they are `too_few` to be shown safely."""

    unit: Link
    too_few: bool
    lines: tuple[FieldRow, ...]


@dataclass(frozen=True)
class Declared(Record):
    """Where the report's own total differs from the sum of its rows: both figures."""

    label: str
    declared: str
    computed: str


def figures(tally: Tally) -> Figures:
    """Counts and sums of a tally."""
    return Figures(
        **{name: show_number(tally.counts[name] or 0) for name in MAIN},
        received=show_number(tally.received),
        done=show_number(tally.done),
        in_time=show_number(tally.done - tally.sum(["done_late"])),
        pending=show_number(tally.pending),
        late=tally.late,
        rate=_share(tally.on_time_rate),
    )


def _share(rate: Decimal | None) -> str | None:
    return None if rate is None else share(rate)


def headline(month: Month) -> Headline:
    """What lists and panels say of a period."""
    model = month.entry.model
    return Headline(str(month.period), url(month.period), model.published_at, figures(month.total), model.sample)


def unit_rows(snapshot: Snapshot, units: Mapping[str, Tally]) -> tuple[UnitRow, ...]:
    """One row a unit."""
    scale = outcome_scale(units.values())
    return tuple(
        UnitRow(snapshot.link("unit", unit), figures(tally), outcome(scale, tally)) for unit, tally in units.items()
    )


def unit_rows_of(snapshot: Snapshot, month: Month) -> Iterator[UnitRow]:
    """The units of one period."""
    rows, scale = rows_by_unit(month.entry, snapshot.catalog), outcome_scale(month.units.values())
    for unit, tally in month.units.items():
        own = rows[unit][0][1] if len(rows[unit]) == 1 else None
        procedure = snapshot.link("procedure", own.procedure) if own and own.procedure else None
        field = own.field if own else None
        yield UnitRow(snapshot.link("unit", unit), figures(tally), outcome(scale, tally), field, procedure)


def without_late(snapshot: Snapshot, month: Month) -> tuple[Link, ...]:
    """The units that were late with nothing."""
    return tuple(snapshot.link("unit", unit) for unit, tally in month.units.items() if not tally.late)


def late_rows(snapshot: Snapshot, month: Month, series: tuple[Month, ...]) -> Iterator[LateRow]:
    """The units with late dossiers, most of them first."""
    earlier = before(month, series)
    rows = rows_by_unit(month.entry, snapshot.catalog)
    for unit, tally in sorted(month.units.items(), key=lambda pair: -pair[1].late):
        if tally.late:
            yield LateRow(
                snapshot.link("unit", unit),
                tally.sum(["done_late"]),
                tally.sum(["pending_late"]),
                newly=tally.newly_late(earlier.units.get(unit) if earlier else None),
                apologised=tally.counts["apologised"],
                reasons=tuple(dict.fromkeys(text for _, row in rows[unit] for text in row.late_reason)),
            )


def services(snapshot: Snapshot, month: Month) -> Services:
    """Shares of online services by unit; a share whose part nobody states is left out.

    The whole is counted over the rows that state the part: a row without figures is not a row with none.
    """
    language = snapshot.site.language.value
    found: dict[str, dict[str, tuple[int, int]]] = {}
    for unit, rows in rows_by_unit(month.entry, snapshot.catalog).items():
        found[unit] = {}
        for part, wholes in SHARES.items():
            stating = Tally.of(row for _, row in rows if getattr(row, part) is not None)
            n, of = stating.counts[part], stating.sum(wholes)
            if n is not None and of > 0:
                found[unit][part] = (n, of)
    labels = {part: label_of(Counts, part, language) for part in SHARES if any(part in mine for mine in found.values())}

    def cell(label: str, pair: tuple[int, int] | None) -> ServiceCell:
        if pair is None:
            return ServiceCell(label, None, None)
        return ServiceCell(label, _share(percent(*pair)), f"{show_number(pair[0])}/{show_number(pair[1])}")

    paper = {unit: tally.counts["paper_where_online"] for unit, tally in month.units.items()}
    return Services(
        tuple(labels.values()),
        tuple(
            ServiceRow(
                snapshot.link("unit", unit),
                tuple(cell(label, mine.get(part)) for part, label in labels.items()),
                paper[unit],
            )
            for unit, mine in found.items()
        ),
        any(n is not None for n in paper.values()),
        tuple(snapshot.link("unit", unit) for unit, n in paper.items() if n),
    )


def blocks(snapshot: Snapshot, month: Month) -> Iterator[Block]:
    """By unit, its fields and procedures, small numbers hidden."""
    for unit, lines in breakdown(snapshot.catalog, month.entry).items():
        shown = tuple(field_row(snapshot, line) for line in lines or ())
        yield Block(snapshot.link("unit", unit), lines is None, shown)


def field_row(snapshot: Snapshot, line: Line) -> FieldRow:
    """A field or procedure; no share where that would give away what is hidden."""
    done, late = line.together(DONE), line.shown["done_late"]
    rate = percent(done - late, done) if done is not None and isinstance(late, int) else None
    return FieldRow(
        line.field,
        snapshot.link("procedure", line.procedure) if line.procedure else None,
        **{name: line.text(name) for name in (*RECEIVED, *DONE, "returned")},
        rate=_share(rate),
    )


def declared_rows(month: Month) -> Iterator[Declared]:
    """The counts in which the report's own total differs from the sum of its rows."""
    declared, total = month.entry.model.total_declared, month.total
    for name in ALL if declared else ():
        says, sums = getattr(declared, name), total.counts[name] or 0
        if declared and name in declared.model_fields_set and says is not None and says != sums:
            yield Declared(label_of(Counts, name), show_number(says), show_number(sums))

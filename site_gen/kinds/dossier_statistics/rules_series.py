"""What must be true between the files of a series: stocks carry over, periods and units are complete, apologies are."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.names import name_key
from site_gen.kinds.dossier_statistics.model import DossierRow, DossierStatistics
from site_gen.kinds.dossier_statistics.series import AnyStatistics, Month, before, gaps, rows_by_unit, running
from site_gen.kinds.dossier_statistics.tally import Tally
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot


def _with_before(entry: AnyStatistics, snapshot: Snapshot) -> tuple[Month | None, Month | None]:
    """The entry as a member of the running series, and the period before it."""
    series = running(snapshot.catalog)
    mine = next((m for m in series if m.entry.path == entry.path), None)
    return mine, before(mine, series) if mine else None


def _by_field(rows: list[tuple[int, DossierRow]]) -> dict[str, list[tuple[int, DossierRow]]]:
    out: dict[str, list[tuple[int, DossierRow]]] = {}
    for index, row in rows:
        out.setdefault(name_key(row.field or ""), []).append((index, row))
    return out


@rule(
    "DOSSIER002",
    msg("what was carried over is not what was left"),
    Severity.WARNING,
    DossierStatistics,
    wrong="carried_over: 3   # kỳ trước còn 5 hồ sơ đang giải quyết",
    right="carried_over: 5",
)
def stock_carries_over(entry: AnyStatistics, snapshot: Snapshot) -> Iterator[Finding]:
    """What a unit had pending when the last period ended is what this one begins with.

    Compared by field where both periods name the same fields of the unit, otherwise for the unit as a whole.
    """
    mine, earlier = _with_before(entry, snapshot)
    if mine is None or earlier is None:
        return
    then = rows_by_unit(earlier.entry, snapshot.catalog)
    for unit, rows in rows_by_unit(entry, snapshot.catalog).items():
        if unit not in then:
            continue
        now_fields, then_fields = _by_field(rows), _by_field(then[unit])
        split = now_fields.keys() == then_fields.keys() and len(now_fields) > 1
        pairs = [(now_fields[f], then_fields[f]) for f in now_fields] if split else [(rows, then[unit])]
        for now, past in pairs:
            begun, left = Tally.of(r for _, r in now).sum(["carried_over"]), Tally.of(r for _, r in past).pending
            if begun != left:
                index, row = now[0]
                place = " · ".join(text for text in (row.unit, row.field if split else None) if text)
                yield Finding(
                    entry.at("rows", index, "carried_over"),
                    msg(
                        "{place}: {begun} dossiers carried over, but {period} ended with {left} pending",
                        place=place,
                        begun=begun,
                        left=left,
                        period=str(earlier.period),
                    ),
                    msg("check both files; where the software counts otherwise, acknowledge it"),
                    place,
                    "" if split else str(begun),
                    "" if split else str(left),
                )


@rule(
    "DOSSIER003",
    msg("not every late dossier had its apology"),
    Severity.WARNING,
    DossierStatistics,
    wrong="done_late: 2\npending_late: 1\napologised: 2",
    right="done_late: 2\npending_late: 1\napologised: 3",
    law=LawRef("Kế hoạch cải cách hành chính", "100% hồ sơ trễ hẹn có thư xin lỗi", "V"),
)
def lateness_is_apologised(entry: AnyStatistics, snapshot: Snapshot) -> Iterator[Finding]:
    """Every dossier that becomes late is owed a written apology: 100 %, no exception for short delays.

    Reckoned for each unit: answered late and pending late, less what was late already when the last period ended. In
    the first period of a series what was carried over may have been late, and apologised for, before.
    """
    mine, earlier = _with_before(entry, snapshot)
    if mine is None:
        return
    for unit, rows in rows_by_unit(entry, snapshot.catalog).items():
        tally = mine.units[unit]
        owed = tally.newly_late(earlier.units.get(unit) if earlier else None)
        given = tally.counts["apologised"]
        before_it = tally.sum(["carried_over"]) if earlier is None else 0
        if (owed == 0 and given is None) or (given is not None and owed - before_it <= given <= owed):
            continue
        at = next((i for i, r in rows if r.apologised is not None), None)
        late = next((i for i, r in rows if r.done_late or r.pending_late), rows[0][0])
        yield Finding(
            entry.at("rows", late) if at is None else entry.at("rows", at, "apologised"),
            msg("{unit}: {owed} dossiers became late, the apologies are not counted", unit=rows[0][1].unit, owed=owed)
            if given is None
            else msg(
                "{unit}: {owed} dossiers became late, {given} had an apology",
                unit=rows[0][1].unit,
                owed=owed,
                given=given,
            ),
            msg("send the missing apologies and count them in `apologised`, or correct the figures"),
            unit,
        )


@rule(
    "DOSSIER006",
    msg("periods are missing between two others"),
    Severity.WARNING,
    DossierStatistics,
    wrong="period: tháng 3/2023   # có tệp tháng 1 và tháng 3, không có tháng 2",
    right="period: tháng 3/2023   # có đủ tệp tháng 1, 2 và 3",
)
def periods_are_complete(entry: AnyStatistics, snapshot: Snapshot) -> Iterator[Finding]:
    """The figures are published for every month; a gap hides a month, and the sums since January are too low."""
    for later, missing in gaps(running(snapshot.catalog)):
        if later.entry.path == entry.path:
            yield Finding(
                entry.at("period"),
                msg("before it is missing: {periods}", periods=", ".join(str(p) for p in missing)),
                msg("add a file for each, also where nothing came in"),
            )


@rule(
    "DOSSIER007",
    msg("a unit has dropped out of the statistics"),
    Severity.WARNING,
    DossierStatistics,
    wrong="rows: [{unit: Văn phòng}]   # tháng trước có cả Tư pháp - Hộ tịch",
    right="rows: [{unit: Văn phòng}, {unit: Tư pháp - Hộ tịch}]",
)
def units_are_complete(entry: AnyStatistics, snapshot: Snapshot) -> Iterator[Finding]:
    """A unit that reported last time reports this time, too, with zeros if nothing came in.

    Where it was dissolved or merged, acknowledge it once.
    """
    mine, earlier = _with_before(entry, snapshot)
    if mine is None or earlier is None:
        return
    for unit, rows in rows_by_unit(earlier.entry, snapshot.catalog).items():
        if unit not in mine.units:
            yield Finding(
                entry.at("rows"),
                msg("{unit} is missing; it was there for {period}", unit=rows[0][1].unit, period=str(earlier.period)),
                msg("add its row, or acknowledge that the unit has ended"),
                unit,
            )


RULES: tuple[Rule, ...] = (
    stock_carries_over,
    lateness_is_apologised,
    periods_are_complete,
    units_are_complete,
)

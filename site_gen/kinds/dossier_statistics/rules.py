"""What must be true of one file of statistics: it balances, no part exceeds its whole, nothing is counted twice."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.names import name_key
from site_gen.base.vietnamese import show_date, show_number
from site_gen.kinds.dossier_statistics.model import Counts, DossierRow, DossierStatistics
from site_gen.kinds.dossier_statistics.series import AnyStatistics, rows_by_unit, unit_key
from site_gen.kinds.dossier_statistics.tally import ALL, DONE, MAIN, RECEIVED, Tally
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

REMEDY_PLAN = LawRef("Kế hoạch cải cách hành chính", "đơn vị có hồ sơ trễ hẹn giải trình lý do", "V")
WITHIN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("digitised_input", ("carried_over", *RECEIVED)),
    ("digitised_result", (*DONE, "returned")),
    ("e_result", (*DONE, "returned")),
    ("e_payment", ("payment_required",)),
    ("e_certified", ("certified",)),
    ("paper_where_online", ("received_direct", "received_post")),
    ("apologised", ("done_late", "pending_late")),
)
"""Each count that cannot be more than others together."""


def label_of(name: str) -> str:
    """The Vietnamese label of a count."""
    return Counts.model_fields[name].title or name


def place_of(row: DossierRow) -> str:
    """A row in words: unit, field, procedure."""
    return " · ".join(text for text in (row.unit, row.field, row.procedure) if text)


@rule(
    "DOSSIER001",
    msg("the dossiers of a row do not balance"),
    Severity.WARNING,
    DossierStatistics,
    wrong="carried_over: 5\nreceived_online: 40\ndone_on_time: 41   # còn thiếu 4 hồ sơ",
    right="carried_over: 5\nreceived_online: 40\ndone_on_time: 41\npending_in_time: 4",
)
def row_balances(entry: AnyStatistics, snapshot: Snapshot) -> Iterator[Finding]:
    """What was carried over and what came in was answered, waits, or was returned; no dossier may vanish or appear.

    Most often a count was left out (what is left out is 0) or a dossier was counted in two columns. Where the report
    itself does not balance, acknowledge it: the page then says so.
    """
    for index, row in enumerate(entry.model.rows):
        tally = Tally.of([row])
        if tally.to_do == tally.accounted:
            continue
        whole_unit = row.field is None and row.procedure is None
        yield Finding(
            entry.at("rows", index),
            msg(
                "{place}: {to_do} dossiers were to be answered, {accounted} are accounted for",
                place=place_of(row),
                to_do=tally.to_do,
                accounted=tally.accounted,
            ),
            msg("carried over + received = done + pending + returned: look for the count that is missing or too much"),
            place_of(row),
            # The numbers of a breakdown may be small; a note on the page would show them.
            show_number(tally.to_do) if whole_unit else "",
            show_number(tally.accounted) if whole_unit else "",
            " + ".join(str(n) for n in (tally.done, tally.pending, tally.sum(["returned"]))) if whole_unit else "",
        )


@rule(
    "DOSSIER004",
    msg("a part is larger than its whole"),
    Severity.ERROR,
    DossierStatistics,
    wrong="payment_required: 20\ne_payment: 25",
    right="payment_required: 20\ne_payment: 15",
)
def parts_fit(entry: AnyStatistics, snapshot: Snapshot) -> Iterator[Finding]:
    """Nobody pays online more often than somebody has to pay, and no count is below zero.

    Digitised and electronic results are among the answered dossiers, apologies among the late ones, paper dossiers
    among those handed in at the counter or by post.
    """
    for index, row in enumerate(entry.model.rows):
        for name in ALL:
            value = getattr(row, name)
            if value is not None and value < 0:
                yield Finding(
                    entry.at("rows", index, name),
                    msg("`{label}` is {value}", label=label_of(name), value=value),
                    msg("a count is 0 or more; check the figure"),
                    place_of(row),
                )
        for part, wholes in WITHIN:
            value, whole = getattr(row, part), Tally.of([row]).sum(wholes)
            stated = any(getattr(row, name) is not None for name in wholes)
            if value is not None and stated and value > whole:
                yield Finding(
                    entry.at("rows", index, part),
                    msg(
                        "`{label}` is {value}, but `{wholes}` is only {whole}",
                        label=label_of(part),
                        value=value,
                        wholes=" + ".join(label_of(name) for name in wholes),
                        whole=whole,
                    ),
                    msg("check both figures"),
                    place_of(row),
                )


@rule(
    "DOSSIER005",
    msg("the report's total is not the sum of its rows"),
    Severity.WARNING,
    DossierStatistics,
    wrong="rows: [{unit: Văn phòng, received_online: 40}]\ntotal_declared: {received_online: 45}",
    right="rows: [{unit: Văn phòng, received_online: 45}]\ntotal_declared: {received_online: 45}",
)
def total_is_the_sum(entry: AnyStatistics, snapshot: Snapshot) -> Iterator[Finding]:
    """Both figures would be quoted, so they must be one. Only the totals that are written are compared."""
    declared = entry.model.total_declared
    if declared is None:
        return
    total = Tally.of(entry.model.rows)
    for name in ALL:
        if name not in declared.model_fields_set:
            continue
        says, adds = getattr(declared, name), total.counts[name] or 0
        if says is not None and says != adds:
            yield Finding(
                entry.at("total_declared", name),
                msg(
                    "`{label}`: the total says {declared}, the rows add up to {computed}",
                    label=label_of(name),
                    declared=says,
                    computed=adds,
                ),
                msg("check the rows, or acknowledge it under `anomalies`"),
                label_of(name),
                show_number(says),
                show_number(adds),
            )


@rule(
    "DOSSIER008",
    msg("dossiers are late and nothing says why"),
    Severity.WARNING,
    DossierStatistics,
    wrong="done_late: 2",
    right="done_late: 2\nlate_reason: Chờ ý kiến của cơ quan đăng ký đất đai",
    law=REMEDY_PLAN,
)
def lateness_is_explained(entry: AnyStatistics, snapshot: Snapshot) -> Iterator[Finding]:
    """A unit with late dossiers owes the citizens the reason (giải trình lý do), in a few words and without names.

    It is enough to give it in one row of the unit.
    """
    for unit, rows in rows_by_unit(entry, snapshot.catalog).items():
        late = [(index, row) for index, row in rows if row.done_late + row.pending_late > 0]
        if late and not any(row.late_reason for _, row in rows):
            yield Finding(
                entry.at("rows", late[0][0]),
                msg(
                    "{unit} has {count} late dossiers and gives no reason",
                    unit=late[0][1].unit,
                    count=sum(row.done_late + row.pending_late for _, row in late),
                ),
                msg("add `late_reason`"),
                unit,
            )


@rule(
    "DOSSIER009",
    msg("a row is there twice"),
    Severity.ERROR,
    DossierStatistics,
    wrong="rows:\n  - {unit: Văn phòng, field: Hộ tịch}\n  - {unit: Văn phòng, field: Hộ tịch}",
    right="rows:\n  - {unit: Văn phòng, field: Hộ tịch}\n  - {unit: Văn phòng, field: Chứng thực}",
)
def no_row_twice(entry: AnyStatistics, snapshot: Snapshot) -> Iterator[Finding]:
    """Unit, field and procedure together may stand once: a second row counts the same dossiers again."""
    seen: set[tuple[str, str, str]] = set()
    for index, row in enumerate(entry.model.rows):
        procedure = snapshot.catalog.named("procedure", row.procedure) if row.procedure else None
        key = (
            unit_key(snapshot.catalog, row.unit),
            name_key(row.field or ""),
            procedure.id if procedure else name_key(row.procedure or ""),
        )
        if key in seen:
            yield Finding(
                entry.at("rows", index),
                msg("`{place}` stands a second time", place=place_of(row)),
                msg("keep one row, or add the two up"),
                place_of(row),
            )
        seen.add(key)


@rule(
    "DOSSIER010",
    msg("the period has not begun"),
    Severity.ERROR,
    DossierStatistics,
    wrong="period: tháng 3/2032",
    right="period: tháng 3/2023",
)
def period_has_begun(entry: AnyStatistics, snapshot: Snapshot) -> Iterator[Finding]:
    """Nothing can have been counted yet."""
    if entry.model.period.first > snapshot.as_of:
        yield Finding(
            entry.at("period"),
            msg(
                "{period} has not begun; today is {today}",
                period=str(entry.model.period),
                today=show_date(snapshot.as_of),
            ),
            msg("check month and year"),
        )


@rule(
    "DOSSIER012",
    msg("a total may be counted as a row"),
    Severity.WARNING,
    DossierStatistics,
    wrong="rows:\n  - {unit: Văn phòng, received_online: 40}   # dòng cộng\n  - {unit: Văn phòng, field: Hộ tịch, received_online: 30}\n  - {unit: Văn phòng, field: Đất đai, received_online: 10}",
    right="rows:\n  - {unit: Văn phòng, field: Hộ tịch, received_online: 30}\n  - {unit: Văn phòng, field: Đất đai, received_online: 10}",
)
def no_total_among_rows(entry: AnyStatistics, snapshot: Snapshot) -> Iterator[Finding]:
    """The rows of a unit are added up; one that is the sum of the others would double everything.

    Leave the line of totals out, or write the one of the whole report under `total_declared`.
    """
    for rows in rows_by_unit(entry, snapshot.catalog).values():
        plain = [(index, row) for index, row in rows if row.field is None and row.procedure is None]
        others = Tally.of(row for _, row in rows if row.field is not None or row.procedure is not None)
        for index, row in plain:
            mine = Tally.of([row])
            if mine.to_do and all(mine.counts[name] == others.counts[name] for name in MAIN):
                yield Finding(
                    entry.at("rows", index),
                    msg("this row of {unit} is exactly the sum of its other rows", unit=row.unit),
                    msg("delete it; totals are computed"),
                    place_of(row),
                )


RULES: tuple[Rule, ...] = (
    row_balances,
    parts_fit,
    total_is_the_sum,
    lateness_is_explained,
    no_row_twice,
    period_has_begun,
    no_total_among_rows,
)

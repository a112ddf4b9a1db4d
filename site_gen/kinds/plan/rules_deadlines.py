"""What must be true of deadlines: understood, after the plan, near it, in their own column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import excerpt, fold, show_date
from site_gen.kinds.plan.model import Appendix, Plan
from site_gen.kinds.plan.rules_items import deadline_at, items_at, own_deadlines, plan_of
from site_gen.model import deadline as grammar
from site_gen.model.entry import Entry
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot


@rule(
    "PLAN009",
    msg("a deadline cannot be understood"),
    Severity.WARNING,
    Appendix,
    wrong="deadline: tháng 13/2023",
    right="deadline: tháng 12/2023",
)
def deadlines_are_understood(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[Finding]:
    """No day can be counted from these words, so the task can never be due or late on the site."""
    for loc, item in own_deadlines(entry, snapshot):
        for part in item.written.parts:
            if part.kind is grammar.Kind.invalid:
                yield Finding(
                    entry.at(*loc),
                    msg("“{words}” is not a deadline", words=excerpt(part.verbatim, 80)),
                    msg(
                        "write for example `Quý III/2023`, `trước ngày 31/12/2023` or `Thường xuyên`; acknowledge it if the document says so"
                    ),
                    item.key,
                    part.verbatim,
                )


@rule(
    "PLAN010",
    msg("a deadline lies far outside the plan's years"),
    Severity.WARNING,
    Appendix,
    wrong="deadline: tháng 01/2032   # kế hoạch năm 2023",
    right="deadline: tháng 01/2023",
)
def deadlines_lie_near_the_plan(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[Finding]:
    """More than two years away from the plan, a year is almost always mistyped."""
    plan = plan_of(entry, snapshot)
    for loc, item in own_deadlines(entry, snapshot) if plan else ():
        for part in item.written.parts:
            if plan and part.latest and not plan.year - 2 <= part.latest.year <= (plan.year_to or plan.year) + 2:
                yield Finding(
                    entry.at(*loc),
                    msg("“{words}” in a plan of {year}", words=part.verbatim, year=str(plan.year)),
                    msg("check the year, or acknowledge it under `anomalies`"),
                    item.key,
                    str(part.latest.year),
                    str(plan.year),
                )


def issued_not_before(plan: Plan) -> date:
    """The first day on which the plan can have been issued: its own date, or the latest document it cites."""
    if plan.date is not None and plan.date.exact:
        return plan.date.exact
    first = plan.date.first if plan.date else date(plan.year, 1, 1)
    cited = [d.date.exact for d in plan.basis if d.date and d.date.exact and d.date.exact.year <= plan.year]
    return max([first, *cited])


@rule(
    "PLAN011",
    msg("a deadline was over before the plan was issued"),
    Severity.WARNING,
    Appendix,
    wrong="deadline: Trước ngày 31/12/2022   # kế hoạch ban hành ngày 05/01/2023",
    right="deadline: Trước ngày 31/12/2023",
)
def deadlines_follow_the_issue(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[Finding]:
    """What was due before the plan existed cannot be a promise of it: usually a year was copied from an older plan."""
    plan = plan_of(entry, snapshot)
    if plan is None:
        return
    issued = issued_not_before(plan)
    for loc, item in own_deadlines(entry, snapshot):
        for part in item.written.parts:
            standing = part.kind is grammar.Kind.prev_year_quarter  # a rule for every year, not a promise of this one
            if (
                part.latest
                and part.latest <= issued
                and part.latest.year >= plan.year - 2
                and part.kind in grammar.DATED
                and not standing
            ):
                yield Finding(
                    entry.at(*loc),
                    msg(
                        "“{words}” ends {day}, the plan is of {issued}",
                        words=part.verbatim,
                        day=show_date(part.latest),
                        issued=str(plan.date or plan.year),
                    ),
                    msg("check the year, or acknowledge it under `anomalies`"),
                    item.key,
                    part.verbatim,
                )


@rule(
    "PLAN012",
    msg("a deadline lies outside the plan's year"),
    Severity.INFO,
    Appendix,
    wrong="deadline: Trước ngày 15/01/2024   # kế hoạch năm 2023",
    right="deadline: Quý IV/2023",
)
def deadlines_lie_in_the_year(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[Finding]:
    """Allowed, since some reports fall due in the next January; worth a look."""
    plan = plan_of(entry, snapshot)
    for loc, item in own_deadlines(entry, snapshot):
        latest = item.written.latest
        if (
            plan
            and latest
            and latest > issued_not_before(plan)  # earlier, or years away: PLAN011 and PLAN010 speak of it
            and not plan.year <= latest.year <= (plan.year_to or plan.year)
            and abs(latest.year - plan.year) <= 2
        ):
            yield Finding(
                entry.at(*loc),
                msg("“{words}” ends {day}", words=item.written.verbatim, day=show_date(latest)),
                msg("nothing needs to be done if it is meant"),
                item.key,
                item.written.verbatim,
            )


@rule(
    "PLAN017",
    msg("a deadline stands in the budget column"),
    Severity.WARNING,
    Appendix,
    wrong="budget_note: Thực hiện sau khi có hướng dẫn của tỉnh   # không có deadline",
    right="deadline: Thực hiện sau khi có hướng dẫn của tỉnh",
)
def cells_are_in_their_column(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[Finding]:
    """Words about time under "Kinh phí" beside an empty "Thời gian": the cell slid one column to the right."""
    for loc, item in items_at(entry, snapshot):
        if item.written.kind is grammar.Kind.none and item.budget_note:
            kinds = {p.kind for p in grammar.parse(item.budget_note).parts}
            if (
                kinds
                and not kinds & {grammar.Kind.invalid, grammar.Kind.none}
                and not fold(item.budget_note).startswith("theo muc chi")
            ):
                yield Finding(
                    entry.at(*loc, "budget_note"),
                    msg("“{words}” speaks of time, not of money", words=item.budget_note),
                    msg("move it to `deadline`, or acknowledge it if the document has it there"),
                    item.key,
                    item.budget_note,
                )


@rule(
    "PLAN036",
    msg("the plan of a year is due at its end"),
    Severity.WARNING,
    Appendix,
    wrong="text: Xây dựng kế hoạch tuyên truyền năm 2023\ndeadline: Quý IV/2023",
    right="text: Xây dựng kế hoạch tuyên truyền năm 2023\ndeadline: Quý I/2023",
)
def plans_precede_their_year(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[Finding]:
    """Drawing up the plan for a year in the last months of that year comes too late to be carried out."""
    for loc, item in items_at(entry, snapshot):
        hit = re.search(r"(?:xây dựng|lập|ban hành)?\s*kế hoạch\b[^.;]*?\bnăm (\d{4})", item.text, re.IGNORECASE)
        latest = item.written.latest
        if (
            hit
            and latest
            and latest.year == int(hit[1])
            and item.written.earliest
            and item.written.earliest.month >= 10
        ) and not re.search(r"thực hiện|kết quả|báo cáo|triển khai", item.text, re.IGNORECASE):
            yield Finding(
                entry.at(*deadline_at(loc, item)),
                msg("the plan for {year} is due {day}", year=hit[1], day=show_date(latest)),
                msg("check the quarter and the year; acknowledge it if the document says so"),
                item.key,
                item.written.verbatim,
            )


@rule(
    "PLAN043",
    msg("a deadline is read as another without saying why"),
    Severity.WARNING,
    Appendix,
    wrong="deadline: tháng 01/2032\ndeadline_read_as: tháng 01/2023   # không có mục nào trong anomalies",
    right="deadline: tháng 01/2032\ndeadline_read_as: tháng 01/2023\n# anomalies: [{code: PLAN010, at: pl01.2, reason: …}]",
)
def readings_have_a_reason(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[Finding]:
    """Days are counted by `deadline_read_as`, so it names a time, and `anomalies` tells the reader what the document says.

    Whoever finds the document itself saying something else must see that the site knows, and why.
    """
    known = {anomaly.at for anomaly in entry.model.anomalies}
    for loc, item in own_deadlines(entry, snapshot):
        if not item.read_as:
            continue
        at = (*loc[:-1], "deadline_read_as")
        if any(p.kind in (grammar.Kind.invalid, grammar.Kind.none) for p in item.deadline.parts):
            yield Finding(
                entry.at(*at),
                msg("“{words}” is not a deadline", words=excerpt(item.read_as, 80)),
                msg("write the time that the document must mean, for example `tháng 01/2023`"),
                item.key,
            )
        elif item.key not in known:
            yield Finding(
                entry.at(*at),
                msg("“{words}” is read as “{meant}”", words=excerpt(item.written.verbatim, 60), meant=item.read_as),
                msg(
                    "say under `anomalies`, at `{item}`, what the document says and why it must be a misprint",
                    item=item.key,
                ),
                item.key,
                item.written.verbatim,
                item.read_as,
            )


RULES: tuple[Rule, ...] = (
    deadlines_are_understood,
    deadlines_lie_near_the_plan,
    deadlines_follow_the_issue,
    deadlines_lie_in_the_year,
    cells_are_in_their_column,
    plans_precede_their_year,
    readings_have_a_reason,
)

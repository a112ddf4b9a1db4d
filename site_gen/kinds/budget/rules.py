"""What must be true of a budget table besides its sums: unit, explanation, posting, timetable, the set of stages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_date
from site_gen.kinds.budget.model import Budget
from site_gen.kinds.budget.timetable import LAST_OLD_YEAR, OLD_FORMS, last_day, law, missing_after, public_since, years
from site_gen.model.entry import Entry
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

AnyBudget = Entry[Budget]
POSTED_DAYS = 30


@rule(
    "BUDGET006",
    msg("a table was posted for less than 30 days"),
    Severity.WARNING,
    Budget,
    law=LawRef("10/2022/QH15", "Điều 13 khoản 2"),
    wrong="posted_from: 05/01/2026\nposted_to: 20/01/2026",
    right="posted_from: 05/01/2026\nposted_to: 04/02/2026",
)
def posting_lasts(entry: AnyBudget, snapshot: Snapshot) -> Iterator[Finding]:
    """What is posted on the notice board hangs there for at least 30 days on end."""
    first, last = entry.model.posted_from, entry.model.posted_to
    if first and last and last < first + timedelta(POSTED_DAYS):
        days = (last - first).days
        message = msg("posted from {first} to {last}: {days} days", first=first, last=last, days=days)
        hint = msg("post it until {day} at least", day=first + timedelta(POSTED_DAYS))
        yield Finding(entry.at("posted_to"), message, hint, "posted_to", str(days), str(POSTED_DAYS))


@rule(
    "BUDGET007",
    msg("a table was made public after its last day"),
    Severity.WARNING,
    Budget,
    wrong="due_on: 15/04/2026\npublished_at: 20/05/2026",
    right="due_on: 15/04/2026\npublished_at: 10/04/2026",
)
def public_by_the_day_named(entry: AnyBudget, snapshot: Snapshot) -> Iterator[Finding]:
    """The entry itself names the last day (`due_on`); publishing on the website or posting on the board counts, whichever was first.

    A table that is entered but nowhere said to be public is found, too, once its day has passed.
    """
    due, since = entry.model.due_on, public_since(entry.model)
    if due is not None and (since or snapshot.as_of) > due:
        place = ("published_at" if since == entry.model.published_at else "posted_from") if since else "due_on"
        message = (
            msg("public since {day}, due {due}", day=since, due=due)
            if since
            else msg("due {due}, and nothing says since when it is public", due=due)
        )
        hint = msg("check the dates, or acknowledge it under `anomalies` with the reason")
        yield Finding(entry.at(place), message, hint, "due_on", show_date(since) if since else "", show_date(due))


@rule(
    "BUDGET008",
    msg("a budget up to 2025 was made public later than the circular allows"),
    Severity.WARNING,
    Budget,
    law=LawRef("343/2016/TT-BTC", "Điều 18"),
    wrong="year: 2025\nstage: thực hiện 03 tháng\npublished_at: 10/05/2025   # hạn cuối là 15/04/2025",
    right="year: 2025\nstage: thực hiện 03 tháng\npublished_at: 12/04/2025",
)
def public_in_time(entry: AnyBudget, snapshot: Snapshot) -> Iterator[Finding]:
    """Up to the budget of 2025: what was carried out within 15 days after the period, decided estimates and final accounts within 30 days, submitted estimates within five working days.

    The last two run from the day of `resolution`. Budgets from 2026 on follow 26/2026/TT-BTC, whose dates are set
    by Điều 37 of NĐ 73/2026/NĐ-CP; these have not been verified, so nothing is said of them.
    """
    since, last = public_since(entry.model), last_day(entry.model, snapshot.site)
    if since and last and since > last and entry.model.due_on is None:
        place = "published_at" if since == entry.model.published_at else "posted_from"
        message = msg("public since {day}; the last good day was {last}", day=since, last=last)
        hint = msg("check the dates, or acknowledge it under `anomalies` with the reason")
        yield Finding(entry.at(place), message, hint, place, show_date(since), show_date(last))


@rule(
    "BUDGET009",
    msg("a stage of a year's budget is missing"),
    Severity.WARNING,
    Budget,
    law=LawRef("26/2026/TT-BTC", "Điều 26"),
    wrong="stage: thực hiện 06 tháng   # chỉ có thêm dự toán; thiếu 03 tháng của cùng năm",
    right="stage: thực hiện 06 tháng   # có đủ dự toán và 03 tháng của cùng năm",
)
def stages_are_whole(entry: AnyBudget, snapshot: Snapshot) -> Iterator[Finding]:
    """A commune publishes estimates (submitted, decided), what was carried out after 3, 6, 9 months and the year, and the final accounts.

    Asked is only of years of which two stages are here, and only long after a stage was due: the exact dates for
    budgets from 2026 on have not been verified. Budgets up to 2025 follow 343/2016/TT-BTC.
    """
    for year in years(snapshot.catalog):
        if entry.id != min(e.id for e in year.entries):
            continue
        for stage in year.missing(snapshot.as_of):
            message = msg(
                "budget {year}: “{stage}” is not here; it was expected by {day} ({law})",
                year=str(year.year),
                stage=stage.label,
                day=missing_after(year.year, stage),
                law=law(year.year).number,
            )
            hint = msg("add its table, or acknowledge it under `anomalies` with the reason")
            yield Finding(entry.at("year"), message, hint, f"{year.year}/{stage.value}")


@rule(
    "BUDGET010",
    msg("a table does not say its unit of money"),
    Severity.WARNING,
    Budget,
    wrong="form_no: 113/CK TC-NSNN   # không có money_unit",
    right="form_no: 113/CK TC-NSNN\nmoney_unit: nghìn đồng",
)
def the_unit_is_stated(entry: AnyBudget, snapshot: Snapshot) -> Iterator[Finding]:
    """Nobody can know whether 1.200 means đồng or triệu đồng."""
    if entry.model.money_unit is None:
        message = msg("nothing says in which unit the amounts are written")
        hint = msg("add `money_unit`: đồng, nghìn đồng or triệu đồng")
        yield Finding(entry.at("form_no"), message, hint, "money_unit")


@rule(
    "BUDGET011",
    msg("the number of the form does not fit the stage"),
    Severity.WARNING,
    Budget,
    law=LawRef("343/2016/TT-BTC", "Điều 15"),
    wrong="year: 2025\nstage: quyết toán\nform_no: 113/CK TC-NSNN",
    right="year: 2025\nstage: quyết toán\nform_no: 116/CK TC-NSNN",
)
def forms_fit_stages(entry: AnyBudget, snapshot: Snapshot) -> Iterator[Finding]:
    """Up to the budget of 2025 communes use forms 103-107 for submitted estimates, 108-112 for decided ones, 113-115 for what was carried out, 116-120 for final accounts."""
    b = entry.model
    hit = re.search(r"\d+", b.form_no)
    stages = OLD_FORMS.get(int(hit[0])) if hit and b.year <= LAST_OLD_YEAR else None
    if stages and hit and b.stage not in stages:
        listed = ", ".join(s.label for s in stages)
        message = msg(
            "form {form} is for: {stages}; this one is “{stage}”", form=hit[0], stages=listed, stage=b.stage.label
        )
        hint = msg("check `form_no` and `stage` against the document")
        yield Finding(entry.at("form_no"), message, hint, "form_no", hit[0])


@rule(
    "BUDGET012",
    msg("a table has no explanation"),
    Severity.WARNING,
    Budget,
    law=LawRef("26/2026/TT-BTC", "Điều 26"),
    wrong="stage: thực hiện 06 tháng   # không có explanation",
    right="stage: thực hiện 06 tháng\nexplanation: Thu đạt 52 % dự toán nhờ …",
)
def figures_are_explained(entry: AnyBudget, snapshot: Snapshot) -> Iterator[Finding]:
    """Figures are published together with an explanation in words; without it the duty is not fulfilled.

    Where one explanation goes with several tables of a stage, it may stand in one of them.
    """
    b = entry.model
    same = [e.model for y in years(snapshot.catalog) if entry in y.entries for e in y.entries]
    if not any((other.explanation or "").strip() for other in same if other.stage is b.stage):
        message = msg("“{stage}” of {year} has figures only", stage=b.stage.label, year=str(b.year))
        hint = msg("add `explanation`")
        yield Finding(entry.at("stage"), message, hint, "explanation")


RULES: tuple[Rule, ...] = (
    posting_lasts,
    public_by_the_day_named,
    public_in_time,
    stages_are_whole,
    the_unit_is_stated,
    forms_fit_stages,
    figures_are_explained,
)

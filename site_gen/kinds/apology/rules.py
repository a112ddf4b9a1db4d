"""What must be true of apology notices: one rescheduling, in time, complete, posted long enough, and nobody recognisable."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.names import name_key
from site_gen.base.vietnamese import show_date
from site_gen.kinds.apology.model import Apology, ApologyKind
from site_gen.model.entry import Entry
from site_gen.model.model import label_of
from site_gen.rules.duplicates import is_copy
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

Notice = Entry[Apology]
ONE_STOP = LawRef("61/2018/NĐ-CP", "Điều 19 khoản 9")
SHORTEST_REASON = 20


@rule(
    "APOLOGY001",
    msg("a result is put off a second time"),
    Severity.ERROR,
    Apology,
    law=ONE_STOP,
    wrong="reschedule_no: 2",
    right="reschedule_no: 1",
)
def put_off_once(entry: Notice, snapshot: Snapshot) -> Iterator[Finding]:
    """A result may be put off only once: somebody who was told a new day must be able to rely on it."""
    if entry.model.reschedule_no > 1:
        yield Finding(
            entry.at("reschedule_no"),
            msg("this is rescheduling number {n}", n=entry.model.reschedule_no),
            msg("settle the dossier by the day promised first; where the number is a slip, write 1"),
        )


@rule(
    "APOLOGY002",
    msg("the letter was sent too late"),
    Severity.WARNING,
    Apology,
    law=ONE_STOP,
    wrong="due_on: 04/11/2026\nsent_on: 05/11/2026",
    right="due_on: 04/11/2026\nsent_on: 03/11/2026",
)
def sent_before_the_day(entry: Notice, snapshot: Snapshot) -> Iterator[Finding]:
    """For a dossier that will be late, the letter goes out at the latest one day before the promised day.

    Then nobody comes for nothing. The finding stays; acknowledge it with the reason where it can no longer be put right.
    """
    notice = entry.model
    if notice.kind is ApologyKind.OVERDUE and notice.sent_on and notice.sent_on > notice.due_on - timedelta(1):
        yield Finding(
            entry.at("sent_on"),
            msg(
                "sent on {sent}, at the latest it had to be sent on {last}",
                sent=show_date(notice.sent_on),
                last=show_date(notice.due_on - timedelta(1)),
            ),
            msg("check both dates; if they are right, acknowledge it under `anomalies` and say why"),
        )


@rule(
    "APOLOGY003",
    msg("the new day is no later than the old one"),
    Severity.ERROR,
    Apology,
    wrong="due_on: 04/11/2026\nnew_due_on: 03/11/2026",
    right="due_on: 04/11/2026\nnew_due_on: 10/11/2026",
)
def new_day_is_later(entry: Notice, snapshot: Snapshot) -> Iterator[Finding]:
    """The citizen plans by the new day; it must come after the day that was missed and not before the letter."""
    notice = entry.model
    new = notice.new_due_on
    if new is None or _odd_day(notice):
        return
    first = max(notice.date, notice.due_on + timedelta(1)) if notice.kind is ApologyKind.OVERDUE else notice.date
    if new < first:
        yield Finding(
            entry.at("new_due_on"),
            msg("{new} comes before {first}", new=show_date(new), first=show_date(first)),
            msg("write the day on which the result will be ready"),
        )


PARTS: dict[ApologyKind, tuple[str, ...]] = {
    ApologyKind.OVERDUE: ("new_due_on",),
    ApologyKind.ERROR: ("remedy",),
    ApologyKind.LOST: ("remedy", "new_due_on"),
}
"""What a letter must say besides what every letter says, by what it apologises for."""


@rule(
    "APOLOGY004",
    msg("the letter lacks a part that its kind needs"),
    Severity.ERROR,
    Apology,
    law=ONE_STOP,
    wrong="kind: mất, hỏng hồ sơ\nnew_due_on: 10/11/2026",
    right="kind: mất, hỏng hồ sơ\nnew_due_on: 10/11/2026\nremedy: Bộ phận Một cửa lập lại hồ sơ từ bản số hóa, người nộp không phải nộp lại.",
)
def complete_for_its_kind(entry: Notice, snapshot: Snapshot) -> Iterator[Finding]:
    """What a letter must say depends on what happened.

    Overdue: the reason and the new day. An error in the result: how it is put right. A lost or damaged dossier: how it is
    made anew, and by when.
    """
    notice = entry.model
    for name in PARTS[notice.kind]:
        if getattr(notice, name) is None:
            label = label_of(Apology, name)
            yield Finding(
                entry.at("kind"),
                msg(
                    "`{key}` ({label}) is missing for the kind `{kind}`", key=name, label=label, kind=notice.kind.label
                ),
                msg("add a line `{key}: …`", key=name),
                item=name,
            )


DAYS = ("received_on", "due_on", "date", "sent_on", "new_due_on", "posted_from", "resolved_on")


def _odd_day(notice: Apology) -> str:
    """The one day whose year is none of the others': a slip of the pen that would put all of them out of order."""
    years = {key: day.year for key in DAYS if (day := getattr(notice, key)) is not None}
    for key, year in years.items():
        others = [other for name, other in years.items() if name != key]
        if len(others) > 2 and max(others) - min(others) <= 1 and min(abs(year - other) for other in others) > 1:
            return key
    return ""


@rule(
    "APOLOGY006",
    msg("the days of the letter are out of order"),
    Severity.ERROR,
    Apology,
    wrong="received_on: 05/11/2026\ndue_on: 04/11/2026",
    right="received_on: 28/10/2026\ndue_on: 04/11/2026",
)
def days_in_order(entry: Notice, snapshot: Snapshot) -> Iterator[Finding]:
    """Received, due, signed, sent, posted, settled: each of these days has its place, or one of them is a slip.

    Where one day lies years apart from all others, only that one is named.
    """
    notice = entry.model
    if odd := _odd_day(notice):
        yield Finding(
            entry.at(odd),
            msg(
                "`{key}` ({day}) lies years apart from the other days of the letter",
                key=odd,
                day=show_date(getattr(notice, odd)),
            ),
            msg("check the year"),
            item=odd,
        )
        return
    pairs: tuple[tuple[str, date | None, str, date | None], ...] = (
        ("received_on", notice.received_on, "due_on", notice.due_on),
        ("received_on", notice.received_on, "date", notice.date),
        ("date", notice.date, "sent_on", notice.sent_on),
        ("date", notice.date, "posted_from", notice.posted_from),
        ("received_on", notice.received_on, "resolved_on", notice.resolved_on),
    )
    for earlier, first, later, second in pairs:
        if first and second and second < first:
            yield Finding(
                entry.at(later),
                msg(
                    "`{later}` ({second}) comes before `{earlier}` ({first})",
                    later=later,
                    second=show_date(second),
                    earlier=earlier,
                    first=show_date(first),
                ),
                msg("check both dates"),
                item=later,
            )
    if notice.resolved_on and notice.resolved_on > snapshot.as_of:
        yield Finding(
            entry.at("resolved_on"),
            msg("{day} has not come yet", day=show_date(notice.resolved_on)),
            msg("write `resolved_on` when the result has been handed over"),
            item="resolved_on",
        )


@rule(
    "APOLOGY008",
    msg("the reason says nothing"),
    Severity.WARNING,
    Apology,
    law=ONE_STOP,
    wrong="reason: Quá hạn",
    right="reason: Phải xác minh với xã nơi cư trú trước đây, xã đó trả lời sau ngày hẹn.",
)
def reason_is_given(entry: Notice, snapshot: Snapshot) -> Iterator[Finding]:
    """Somebody who waited is told why, in a sentence that means something."""
    if len(entry.model.reason) < SHORTEST_REASON:
        yield Finding(
            entry.at("reason"),
            msg("`{reason}` does not say why", reason=entry.model.reason),
            msg("write one or two sentences: what held it up, and what is done about it"),
        )


@rule(
    "APOLOGY009",
    msg("the new day has passed, too"),
    Severity.WARNING,
    Apology,
    law=ONE_STOP,
    wrong="new_due_on: 10/4/2023   # hôm nay là 15/4/2023",
    right="new_due_on: 10/4/2023\nresolved_on: 10/4/2023",
)
def settled_by_the_new_day(entry: Notice, snapshot: Snapshot) -> Iterator[Finding]:
    """The day that was promised anew has passed and nothing says that the result was handed over."""
    notice = entry.model
    if notice.new_due_on and notice.resolved_on is None and notice.new_due_on < snapshot.as_of:
        yield Finding(
            entry.at("new_due_on"),
            msg("{day} has passed and the dossier is not settled", day=show_date(notice.new_due_on)),
            msg("add `resolved_on` with the day on which the result was handed over"),
        )


@rule(
    "APOLOGY011",
    msg("two letters speak of one dossier"),
    Severity.WARNING,
    Apology,
    law=ONE_STOP,
    wrong="dossier_code: MAU-0415   # thư 2026-006, ký trước đó, cũng ghi mã này",
    right="dossier_code: MAU-0416",
)
def one_letter_for_a_dossier(entry: Notice, snapshot: Snapshot) -> Iterator[Finding]:
    """A dossier is put off once, so it has one letter of the same kind. A second letter of another day says that it was put off again.

    If that is so, acknowledge it with its reason: citizens may read what happened.
    """
    mine = name_key(entry.model.dossier_code)
    if is_copy(entry, snapshot):
        return
    for other in snapshot.catalog.all(Apology):
        if (
            other.model.date < entry.model.date
            and other.model.kind is entry.model.kind
            and name_key(other.model.dossier_code) == mine
        ):
            yield Finding(
                entry.at("dossier_code"),
                msg("`{other}` has the same dossier code and kind", other=other.id),
                msg("check the code; if the dossier was put off again, acknowledge it in `anomalies` and say why"),
            )


RULES: tuple[Rule, ...] = (
    put_off_once,
    sent_before_the_day,
    new_day_is_later,
    complete_for_its_kind,
    days_in_order,
    reason_is_given,
    settled_by_the_new_day,
    one_letter_for_a_dossier,
)

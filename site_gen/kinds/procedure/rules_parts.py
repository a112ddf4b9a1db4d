"""What must be true of the parts of a guide: exemptions and fees, time limits, cases, films, online services."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.names import name_key
from site_gen.base.vietnamese import show_number
from site_gen.kinds.procedure.choices import OnlineLevel
from site_gen.kinds.procedure.completeness import missing, unanswered
from site_gen.kinds.procedure.model import Procedure
from site_gen.kinds.procedure.parts import Fee, TimeLimit
from site_gen.model.entry import Entry, Loc
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

Guide = Entry[Procedure]
PARTS = LawRef("63/2010/NĐ-CP", "Điều 8 khoản 2")


@rule(
    "PROC001",
    msg("a guide is incomplete"),
    Severity.WARNING,
    Procedure,
    law=PARTS,
    wrong="steps: []",
    right="steps:\n  - Nộp hồ sơ tại Bộ phận Một cửa.\n  - Nhận kết quả theo giấy hẹn.",
)
def guides_are_complete(entry: Guide, snapshot: Snapshot) -> Iterator[Finding]:
    """Seven parts belong to every procedure: name, steps, ways of handing in, papers with the number of sets, time limit, who may use it, who decides.

    Four more exist where they apply: forms, result, conditions, fees. Where one does not, say so under `not_applicable`, so
    that a citizen can tell "there is none" from "nobody wrote it".
    """
    if not entry.model.state.applies:
        return
    for name in missing(entry.model):
        label = str(Procedure.model_fields[name].title)
        yield Finding(
            entry.at("code"),
            msg("`{key}` ({label}) is missing", key=name, label=label),
            msg("add `{key}` from the decision that publishes the procedure", key=name),
            item=name,
        )
    for name in unanswered(entry.model):
        label = str(Procedure.model_fields[name].title)
        yield Finding(
            entry.at("code"),
            msg("nothing is said about `{key}` ({label})", key=name, label=label),
            msg("add `{key}`, or list it under `not_applicable`", key=name),
            item=name,
        )


@rule(
    "PROC002",
    msg("nobody knows who need not pay"),
    Severity.WARNING,
    Procedure,
    law=PARTS,
    wrong="fees:\n  - {label: Lệ phí, amount: 8.000}",
    right="fees:\n  - {label: Lệ phí, amount: 8.000}\nexempting: chưa đối chiếu",
)
def exemptions_are_answered(entry: Guide, snapshot: Snapshot) -> Iterator[Finding]:
    """Where there is a fee, the page says who pays less or nothing; a blank reads as "nobody".

    `exempting` is `listed` with `exemptions` below it, `nobody`, or `unchecked` where that has not been compared yet.
    """
    guide = entry.model
    fees = bool(guide.fees) or any(case.fees for case in guide.cases)
    if fees and guide.exempting is None:
        yield Finding(
            entry.at("fees"),
            msg("a fee is stated, and nothing about exemptions"),
            msg("add `exempting`, and `exemptions` where there are any"),
        )
    listed = bool(guide.exemptions) or any(case.exemptions for case in guide.cases)
    if guide.exempting is not None and listed != (guide.exempting.value == "listed"):
        yield Finding(
            entry.at("exempting"),
            msg("`exempting` says `{word}`", word=guide.exempting.label),
            msg("make `exempting` and `exemptions` agree"),
        )


@rule(
    "PROC011",
    msg("two cases have one name"),
    Severity.ERROR,
    Procedure,
    wrong="cases:\n  - name: Nộp hộ\n  - name: Nộp hộ",
    right="cases:\n  - name: Tự nộp\n  - name: Nộp hộ",
)
def cases_differ(entry: Guide, snapshot: Snapshot) -> Iterator[Finding]:
    """A citizen chooses the case by its name."""
    counts = Counter(name_key(case.name) for case in entry.model.cases)
    for index, case in enumerate(entry.model.cases):
        if counts[name_key(case.name)] > 1 and name_key(case.name) in {
            name_key(c.name) for c in entry.model.cases[:index]
        }:
            message = msg("another case is called `{name}`, too", name=case.name)
            yield Finding(entry.at("cases", index, "name"), message, msg("say what tells them apart"), item=case.name)


@rule(
    "PROC012",
    msg("a fee says neither how much nor in which words"),
    Severity.ERROR,
    Procedure,
    law=PARTS,
    wrong="fees:\n  - label: Lệ phí",
    right="fees:\n  - label: Lệ phí\n    amount: 8.000\n    per: trường hợp",
)
def fees_are_stated(entry: Guide, snapshot: Snapshot) -> Iterator[Finding]:
    """A fee is an amount in đồng (0 only where the source says that nothing is taken), or the source's own words."""
    for loc, fee in fees_of(entry.model):
        if fee.amount is None and fee.verbatim is None:
            message = msg("`{label}` has neither `amount` nor `verbatim`", label=fee.label)
            yield Finding(entry.at(*loc), message, msg("add one of them"), item=fee.label)


def fees_of(guide: Procedure) -> Iterator[tuple[Loc, Fee]]:
    """Every fee of a guide and of its cases, with its place."""
    for index, fee in enumerate(guide.fees):
        yield ("fees", index), fee
    for number, case in enumerate(guide.cases):
        for index, fee in enumerate(case.fees):
            yield ("cases", number, "fees", index), fee


@rule(
    "PROC013",
    msg("a time limit cannot be meant"),
    Severity.ERROR,
    Procedure,
    law=PARTS,
    wrong="time_limit: {value: 0, unit: ngày}",
    right="time_limit: {verbatim: trong ngày}",
)
def limits_can_be_meant(entry: Guide, snapshot: Snapshot) -> Iterator[Finding]:
    """A time limit is a number of hours or days, or the decision's own words; nothing takes no time, and little takes a year."""
    for loc, limit in _limits(entry.model):
        if limit.value is None and limit.verbatim is None:
            yield Finding(
                entry.at(*loc), msg("the time limit says nothing"), msg("add `value` and `unit`, or `verbatim`")
            )
        elif limit.value is not None and (limit.unit is None or not 0 < limit.value <= 365):
            yield Finding(
                entry.at(*loc),
                msg("`{value}` is no time limit", value=limit.value),
                msg("write `value` from 1 to 365 and its `unit`; “the same day” is `verbatim: trong ngày`"),
            )


def _limits(guide: Procedure) -> Iterator[tuple[Loc, TimeLimit]]:
    if guide.time_limit:
        yield ("time_limit",), guide.time_limit
    for index, use in enumerate(guide.channels):
        if use.time_limit:
            yield ("channels", index, "time_limit"), use.time_limit
    for index, case in enumerate(guide.cases):
        if case.time_limit:
            yield ("cases", index, "time_limit"), case.time_limit


LEAST_FEE = 1000
"""In đồng: no fee of the field is smaller, for there is no smaller money."""


@rule(
    "PROC034",
    msg("a fee is smaller than any money"),
    Severity.WARNING,
    Procedure,
    wrong="fees:\n  - {label: Lệ phí, amount: 10, per: lần}",
    right="fees:\n  - {label: Lệ phí, amount: 10.000, per: lần}",
)
def fees_are_whole(entry: Guide, snapshot: Snapshot) -> Iterator[Finding]:
    """Fees are written in đồng; who thinks in thousands writes `10` for ten thousand, and the page would promise ten đồng."""
    for loc, fee in fees_of(entry.model):
        if fee.amount is not None and 0 < fee.amount.value < LEAST_FEE:
            yield Finding(
                entry.at(*loc, "amount"),
                msg("`{label}` is {amount} đồng", label=fee.label, amount=str(fee.amount)),
                msg("write the whole amount in đồng; is `{meant}` meant?", meant=show_number(fee.amount.value * 1000)),
                item=fee.label,
                declared=str(fee.amount),
            )


@rule(
    "PROC014",
    msg("a video has no captions"),
    Severity.WARNING,
    Procedure,
    law=LawRef("26/2020/TT-BTTTT", "Điều 5 khoản 1"),
    wrong="videos:\n  - {title: Cách nộp trực tuyến, file: files/huong-dan.mp4}",
    right="videos:\n  - {title: Cách nộp trực tuyến, file: files/huong-dan.mp4, captions: files/huong-dan.txt}",
)
def videos_have_captions(entry: Guide, snapshot: Snapshot) -> Iterator[Finding]:
    """Who cannot hear, or sits in a quiet room, reads the captions or the text of a video."""
    for index, video in enumerate(entry.model.videos):
        if video.captions is None:
            message = msg("`{title}` has no captions", title=video.title)
            yield Finding(entry.at("videos", index), message, msg("add `captions`: a file with the spoken text"))


@rule(
    "PROC016",
    msg("a service is called end to end, and nothing leads to it"),
    Severity.WARNING,
    Procedure,
    wrong="online_level: toàn trình",
    right="online_level: toàn trình\nportal_url: https://dichvucong.gov.vn/…",
)
def online_services_are_linked(entry: Guide, snapshot: Snapshot) -> Iterator[Finding]:
    """Who reads that it can be done online wants the way there."""
    guide = entry.model
    linked = guide.portal_url or any(use.url for use in guide.channels)
    if guide.online_level in (OnlineLevel.FULL, OnlineLevel.PARTIAL) and guide.state.applies and not linked:
        message = msg("the level is `{level}`, and there is no link", level=guide.online_level.label)
        yield Finding(entry.at("online_level"), message, msg("add `portal_url`"))


RULES: tuple[Rule, ...] = (
    guides_are_complete,
    exemptions_are_answered,
    cases_differ,
    fees_are_stated,
    limits_can_be_meant,
    fees_are_whole,
    videos_have_captions,
    online_services_are_linked,
)

"""What must be true of a guide: complete, dated, sure of its fees, and honest about what is out of force."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import fold, show_date
from site_gen.kinds.procedure.completeness import missing, unanswered
from site_gen.kinds.procedure.items import applies, by_code
from site_gen.kinds.procedure.model import Fee, OnlineLevel, Procedure, ProcedureList, TimeLimit
from site_gen.kinds.procedure.timing import STALE_AFTER, decided, guide_posted, judged, last_day
from site_gen.model.entry import Entry, Loc
from site_gen.rules.posting import base
from site_gen.rules.rule import Finding, Rule, View, rule

Guide = Entry[Procedure]
PARTS = LawRef("63/2010/NĐ-CP", "Điều 8 khoản 2")
AT_ONCE = LawRef("224/2026/NĐ-CP", "Điều 9 khoản 3")
LAG_CLAUSES = ("Điều 18 khoản 4", "Điều 12 khoản 3")
"""Five working days: in the law on access to information, and in that on grassroots democracy which followed it."""
FIVE_DAYS = LawRef("10/2022/QH15", LAG_CLAUSES[1])
CODE = re.compile(r"\d\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2}\.H\d{2,3})?")


@rule(
    "PROC001",
    msg("a guide is incomplete"),
    Severity.WARNING,
    Procedure,
    law=PARTS,
    wrong="steps: []",
    right="steps:\n  - Nộp hồ sơ tại Bộ phận Một cửa.\n  - Nhận kết quả theo giấy hẹn.",
)
def guides_are_complete(entry: Guide, view: View) -> Iterator[Finding]:
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
def exemptions_are_answered(entry: Guide, view: View) -> Iterator[Finding]:
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
    "PROC003",
    msg("a procedure out of force lacks its day or its successor"),
    Severity.ERROR,
    Procedure,
    law=LawRef("63/2010/NĐ-CP", "Điều 15"),
    wrong="state: được thay thế",
    right='state: được thay thế\nended_on: 01/8/2026\nsuccessor: "1.004884"',
)
def ends_are_told(entry: Guide, view: View) -> Iterator[Finding]:
    """Somebody who has the old name in hand must learn since when it no longer applies, and what does instead."""
    guide = entry.model
    if not guide.state.applies and guide.ended_on is None:
        yield Finding(entry.at("state"), msg("since when is not said"), msg("add `ended_on`"), item="ended_on")
    if guide.state.value == "replaced" and guide.successor is None:
        yield Finding(entry.at("state"), msg("what replaces it is not said"), msg("add `successor`"), item="successor")


@rule(
    "PROC004",
    msg("successors lead in a circle"),
    Severity.ERROR,
    Procedure,
    wrong='code: "1.004884"\nsuccessor: "1.004884"',
    right='code: "1.004884"\nsuccessor: "1.000656"',
)
def successors_lead_on(entry: Guide, view: View) -> Iterator[Finding]:
    """Following "replaced by" must end at a procedure that applies."""
    here: Guide | None = entry
    seen: set[str] = set()
    while here is not None and here.model.successor:
        seen.add(here.id)
        name = view.catalog.named("procedure", here.model.successor)
        here = view.catalog.get(Procedure, name.id) if name else None
        if here is not None and here.id in seen:
            if here.id == entry.id:
                message = msg("following `successor` leads back to {code}", code=entry.model.code)
                yield Finding(entry.at("successor"), message, msg("correct one of the successors"))
            return


@rule(
    "PROC005",
    msg("a code has an unusual shape"),
    Severity.WARNING,
    Procedure,
    wrong='code: "1.1193"',
    right='code: "1.001193"',
)
def codes_are_codes(entry: Guide, view: View) -> Iterator[Finding]:
    """Codes of the national database are a digit, a point and six digits; some bear the province's ending."""
    if not CODE.fullmatch(entry.model.code):
        yield Finding(
            entry.at("code"),
            msg("`{code}` does not look like a code", code=entry.model.code),
            msg("copy it from the national database; it is text, keep every zero"),
        )


@rule(
    "PROC006",
    msg("the file is not named by its code"),
    Severity.ERROR,
    Procedure,
    wrong='code: "1.001193"   # tệp tên khai-sinh.yml',
    right='code: "1.001193"   # tệp tên 1.001193.yml',
)
def files_bear_codes(entry: Guide, view: View) -> Iterator[Finding]:
    """The file name becomes the address, and citizens, registers and other pages look for the code."""
    if entry.id != entry.model.code.lower():
        yield Finding(
            entry.at("code"),
            msg("the file is named `{name}`, the code is {code}", name=entry.id, code=entry.model.code),
            msg("rename the file to `{code}.yml`", code=entry.model.code),
        )


@rule(
    "PROC007",
    msg("a guide is not in the full list"),
    Severity.WARNING,
    Procedure,
    law=LawRef("63/2010/NĐ-CP", "Điều 16"),
    wrong='code: "1.009999"   # danh mục không có mã này',
    right='code: "1.001193"',
)
def guides_are_listed(entry: Guide, view: View) -> Iterator[Finding]:
    """Where a full list is published, it holds every procedure that has a guide."""
    item = by_code(view.catalog, view.as_of)[entry.model.code]
    if view.catalog.all(ProcedureList) and item.row is None and entry.model.state.applies:
        yield Finding(
            entry.at("code"),
            msg("{code} is in no list under `procedure-lists/`", code=entry.model.code),
            msg("add it to the list, or check the code"),
        )


@rule(
    "PROC008",
    msg("guide and list call a procedure differently"),
    Severity.WARNING,
    Procedure,
    wrong="name: Đăng ký khai sinh   # danh mục ghi: Thủ tục đăng ký khai sinh lưu động",
    right="name: Thủ tục đăng ký khai sinh lưu động",
)
def names_agree(entry: Guide, view: View) -> Iterator[Finding]:
    """One procedure has one official name; two make a citizen think of two procedures."""
    item = by_code(view.catalog, view.as_of)[entry.model.code]
    if item.row is None:
        return
    for key, mine, listed in (
        ("name", entry.model.name, item.row.name),
        ("procedure_field", entry.model.procedure_field, item.row.procedure_field),
    ):
        if fold(mine) != fold(listed):
            message = msg("the list says `{listed}`", listed=listed)
            yield Finding(entry.at(key), message, msg("use the name of the province's decision in both"), item=key)


@rule(
    "PROC011",
    msg("two cases have one name"),
    Severity.ERROR,
    Procedure,
    wrong="cases:\n  - name: Nộp hộ\n  - name: Nộp hộ",
    right="cases:\n  - name: Tự nộp\n  - name: Nộp hộ",
)
def cases_differ(entry: Guide, view: View) -> Iterator[Finding]:
    """A citizen chooses the case by its name."""
    counts = Counter(fold(case.name) for case in entry.model.cases)
    for index, case in enumerate(entry.model.cases):
        if counts[fold(case.name)] > 1 and fold(case.name) in {fold(c.name) for c in entry.model.cases[:index]}:
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
def fees_are_stated(entry: Guide, view: View) -> Iterator[Finding]:
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
def limits_can_be_meant(entry: Guide, view: View) -> Iterator[Finding]:
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


@rule(
    "PROC014",
    msg("a video has no captions"),
    Severity.WARNING,
    Procedure,
    law=LawRef("26/2020/TT-BTTTT", "Điều 5 khoản 1"),
    wrong="videos:\n  - {title: Cách nộp trực tuyến, file: files/huong-dan.mp4}",
    right="videos:\n  - {title: Cách nộp trực tuyến, file: files/huong-dan.mp4, captions: files/huong-dan.txt}",
)
def videos_have_captions(entry: Guide, view: View) -> Iterator[Finding]:
    """Who cannot hear, or sits in a quiet room, reads the captions or the text of a video."""
    for index, video in enumerate(entry.model.videos):
        if video.captions is None:
            message = msg("`{title}` has no captions", title=video.title)
            yield Finding(entry.at("videos", index), message, msg("add `captions`: a file with the spoken text"))


@rule(
    "PROC015",
    msg("a guide was not compared for a year"),
    Severity.INFO,
    Procedure,
    law=AT_ONCE,
    wrong="last_checked: 01/3/2022   # hôm nay là 15/4/2023",
    right="last_checked: 01/3/2023",
)
def guides_are_compared(entry: Guide, view: View) -> Iterator[Finding]:
    """Fees and papers change; a guide that nobody compared with the province's decision for a year may mislead.

    `last_checked` is the day on which somebody did compare it; leave it out until then. `sitegen list stale` lists them.
    """
    day = entry.model.last_checked
    if not applies(entry.model, view.as_of) or (day is not None and view.as_of - day <= STALE_AFTER):
        return
    message = msg("compared last on {day}", day=show_date(day)) if day else msg("nobody has compared it yet")
    yield Finding(
        entry.at("last_checked" if day else "code"),
        message,
        msg("compare it with the decision, then renew `last_checked`"),
    )


@rule(
    "PROC016",
    msg("a service is called end to end, and nothing leads to it"),
    Severity.WARNING,
    Procedure,
    wrong="online_level: toàn trình",
    right="online_level: toàn trình\nportal_url: https://dichvucong.gov.vn/…",
)
def online_services_are_linked(entry: Guide, view: View) -> Iterator[Finding]:
    """Who reads that it can be done online wants the way there."""
    guide = entry.model
    linked = guide.portal_url or any(use.url for use in guide.channels)
    if guide.online_level in (OnlineLevel.FULL, OnlineLevel.PARTIAL) and guide.state.applies and not linked:
        message = msg("the level is `{level}`, and there is no link", level=guide.online_level.label)
        yield Finding(entry.at("online_level"), message, msg("add `portal_url`"))


@rule(
    "PROC017",
    msg("a guide was published late"),
    Severity.WARNING,
    Procedure,
    law=FIVE_DAYS,
    wrong="decision: {title: Quyết định công bố, number: 15/QĐ-UBND, date: 01/3/2023}\npublished_at: 20/3/2023",
    right="decision: {title: Quyết định công bố, number: 15/QĐ-UBND, date: 01/3/2023}\npublished_at: 08/3/2023",
)
def published_at_once(entry: Guide, view: View) -> Iterator[Finding]:
    """A procedure is published as soon as the province has announced it, at the latest five working days later.

    The day of publication is `posted_on` of the decision; without it, `published_at` of the guide.
    """
    guide = entry.model
    day = decided(guide.decision) if guide.decision else None
    posted = guide_posted(guide)
    if day and posted and judged(view.catalog.site, day) and posted > (last := last_day(day)):
        yield Finding(
            entry.at(*_posted_at(guide)),
            msg(
                "announced on {day}, published on {published}; five working days end on {last}",
                day=show_date(day),
                published=show_date(posted),
                last=show_date(last),
            ),
            msg("check both dates; if they are right, acknowledge it under `anomalies` and say why"),
            law=base(day, *LAG_CLAUSES),
        )


def _posted_at(guide: Procedure) -> Loc:
    return ("decision", "posted_on") if guide.decision and guide.decision.posted_on else ("published_at",)


RULES: tuple[Rule, ...] = (
    guides_are_complete,
    exemptions_are_answered,
    ends_are_told,
    successors_lead_on,
    codes_are_codes,
    files_bear_codes,
    guides_are_listed,
    names_agree,
    cases_differ,
    fees_are_stated,
    limits_can_be_meant,
    videos_have_captions,
    guides_are_compared,
    online_services_are_linked,
    published_at_once,
)

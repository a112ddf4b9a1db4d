"""What must be true of a guide as a whole: its code and name, its life, its place in the list, how soon it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import Message, msg
from site_gen.base.names import name_key
from site_gen.kinds.procedure.items import applies, row_of
from site_gen.kinds.procedure.model import Procedure, ProcedureList
from site_gen.kinds.procedure.timing import STALE_AFTER, decided, guide_posted, judged, last_day
from site_gen.model.entry import Entry, Loc
from site_gen.rules.duplicates import is_copy
from site_gen.rules.posting import base
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

Guide = Entry[Procedure]
AT_ONCE = LawRef("224/2026/NĐ-CP", "Điều 9 khoản 3")
DELAY_CLAUSES = ("Điều 18 khoản 4", "Điều 12 khoản 3")
"""Five working days: in the law on access to information, and in that on grassroots democracy which followed it."""
FIVE_DAYS = LawRef("10/2022/QH15", DELAY_CLAUSES[1])
CODE = re.compile(r"\d\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2}\.H\d{2,3})?")


@rule(
    "PROC003",
    msg("a procedure out of force lacks its day or its successor"),
    Severity.ERROR,
    Procedure,
    law=LawRef("63/2010/NĐ-CP", "Điều 15"),
    wrong="state: được thay thế",
    right='state: được thay thế\nended_on: 01/8/2026\nsuccessor: "1.004884"',
)
def ends_are_stated(entry: Guide, snapshot: Snapshot) -> Iterator[Finding]:
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
def successors_lead_on(entry: Guide, snapshot: Snapshot) -> Iterator[Finding]:
    """Following "replaced by" must end at a procedure that applies."""
    here: Guide | None = entry
    seen: set[str] = set()
    while here is not None and here.model.successor:
        seen.add(here.id)
        name = snapshot.catalog.named("procedure", here.model.successor)
        here = snapshot.catalog.get(Procedure, name.id) if name else None
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
def codes_are_codes(entry: Guide, snapshot: Snapshot) -> Iterator[Finding]:
    """Codes of the national database are a digit, a point and six digits; some bear the province's ending."""
    if not CODE.fullmatch(entry.model.code):
        yield Finding(
            entry.at("code"),
            msg("`{code}` does not look like a code", code=entry.model.code),
            like_a_code(entry.model.code),
        )


def like_a_code(text: str) -> Message:
    """What a code may have been before a spreadsheet took it for a number."""
    digits = re.sub(r"\D", "", text)
    hit = re.fullmatch(r"(\d)[.,]?(\d{1,6})", text.strip())
    if hit and (len(digits) == 7 or re.match(r"\d[.,]\d{3,5}$", text.strip())):
        return msg(
            "spreadsheets take codes for numbers and drop zeros and points: is it `{code}`? Compare it with the national database; write it in quotation marks",
            code=f"{hit[1]}.{hit[2]:0<6}",
        )
    return msg("copy it from the national database; it is text, keep every zero")


@rule(
    "PROC006",
    msg("the file is not named by its code"),
    Severity.ERROR,
    Procedure,
    wrong='code: "1.001193"   # tệp tên khai-sinh.yml',
    right='code: "1.001193"   # tệp tên 1.001193.yml',
)
def files_bear_codes(entry: Guide, snapshot: Snapshot) -> Iterator[Finding]:
    """The file name becomes the address, and citizens, registers and other pages look for the code."""
    if entry.id != entry.model.code.lower() and not is_copy(entry, snapshot):
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
def guides_are_listed(entry: Guide, snapshot: Snapshot) -> Iterator[Finding]:
    """Where a full list is published, it holds every procedure that has a guide."""
    row = row_of(snapshot.catalog, entry.model.code, snapshot.as_of)
    if snapshot.catalog.all(ProcedureList) and row is None and entry.model.state.applies:
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
def names_agree(entry: Guide, snapshot: Snapshot) -> Iterator[Finding]:
    """One procedure has one official name; two make a citizen think of two procedures."""
    row = row_of(snapshot.catalog, entry.model.code, snapshot.as_of)
    if row is None:
        return
    for key, mine, listed in (
        ("name", entry.model.name, row.name),
        ("procedure_field", entry.model.procedure_field, row.procedure_field),
    ):
        if name_key(mine) != name_key(listed):
            message = msg("the list says `{listed}`", listed=listed)
            yield Finding(entry.at(key), message, msg("use the name of the province's decision in both"), item=key)


@rule(
    "PROC015",
    msg("a guide was not compared for a year"),
    Severity.INFO,
    Procedure,
    law=AT_ONCE,
    wrong="last_checked: 01/3/2022   # hôm nay là 15/4/2023",
    right="last_checked: 01/3/2023",
)
def guides_are_compared(entry: Guide, snapshot: Snapshot) -> Iterator[Finding]:
    """Fees and papers change; a guide that nobody compared with the province's decision for a year may mislead.

    `last_checked` is the day on which somebody did compare it; leave it out until then. `sitegen list stale` lists them.
    """
    day = entry.model.last_checked
    if not applies(entry.model, snapshot.as_of) or (day is not None and snapshot.as_of - day <= STALE_AFTER):
        return
    message = msg("compared last on {day}", day=day) if day else msg("nobody has compared it yet")
    yield Finding(
        entry.at("last_checked" if day else "code"),
        message,
        msg("compare it with the decision, then renew `last_checked`"),
    )


@rule(
    "PROC017",
    msg("a guide was published late"),
    Severity.WARNING,
    Procedure,
    law=FIVE_DAYS,
    wrong="decision: {title: Quyết định công bố, number: 15/QĐ-UBND, date: 01/3/2023}\npublished_at: 20/3/2023",
    right="decision: {title: Quyết định công bố, number: 15/QĐ-UBND, date: 01/3/2023}\npublished_at: 08/3/2023",
)
def published_at_once(entry: Guide, snapshot: Snapshot) -> Iterator[Finding]:
    """A procedure is published as soon as the province has announced it, at the latest five working days later.

    The day of publication is `posted_on` of the decision; without it, `published_at` of the guide.
    """
    guide = entry.model
    day = decided(guide.decision) if guide.decision else None
    posted = guide_posted(guide)
    if (
        day
        and posted
        and judged(snapshot.catalog.site, day)
        and posted > (last := last_day(day, snapshot.catalog.site))
    ):
        yield Finding(
            entry.at(*_posted_at(guide)),
            msg(
                "announced on {day}, published on {published}; five working days end on {last}",
                day=day,
                published=posted,
                last=last,
            ),
            msg("check both dates; if they are right, acknowledge it under `anomalies` and say why"),
            law=base(day, *DELAY_CLAUSES),
        )


def _posted_at(guide: Procedure) -> Loc:
    return ("decision", "posted_on") if guide.decision and guide.decision.posted_on else ("published_at",)


RULES: tuple[Rule, ...] = (
    ends_are_stated,
    successors_lead_on,
    codes_are_codes,
    files_bear_codes,
    guides_are_listed,
    names_agree,
    guides_are_compared,
    published_at_once,
)

"""What must be true of frozen registers: after their quarter, whole, in order, and silent about persons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import fold
from site_gen.kinds.register.model import Register, RegisterRow
from site_gen.model.entry import Entry
from site_gen.rules.duplicates import is_copy
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

AnyRegister = Entry[Register]
GRACE = timedelta(15)
"""How long after a quarter its register may take; the law says only "every quarter"."""
EACH_QUARTER = LawRef("10/2022/QH15", "Điều 13 khoản 2")


@rule(
    "REGISTER001",
    msg("a quarter that is over has no frozen register"),
    Severity.WARNING,
    Register,
    law=EACH_QUARTER,
    wrong="# registers/2026-q1.yml, registers/2026-q3.yml\nquarter: quý III/2026",
    right="# registers/2026-q1.yml, registers/2026-q2.yml, registers/2026-q3.yml\nquarter: quý III/2026",
)
def every_quarter_is_frozen(entry: AnyRegister, snapshot: Snapshot) -> Iterator[Finding]:
    """The law wants the list of what was made public brought up to date every quarter.

    Once a site freezes its register, each following quarter needs one, within 15 days after its end. `sitegen new register 2026-q3` writes it from what the site had published by then.
    """
    here = entry.model
    if here.sample or here.quarter.months != 3:
        return
    have = {e.model.quarter for e in snapshot.catalog.all(Register)}
    quarter, end = here.quarter.next, snapshot.site.valid_to or date.max
    while quarter not in have and quarter.last + GRACE < snapshot.as_of and quarter.last <= end:
        message = msg("{quarter} ended on {day} and has no register", quarter=str(quarter), day=quarter.last)
        hint = msg("write it with `sitegen new register {id}`", id=quarter.key)
        yield Finding(entry.at("quarter"), message, hint, quarter.key)
        quarter = quarter.next


@rule(
    "REGISTER002",
    msg("a register was frozen before its quarter was over"),
    Severity.ERROR,
    Register,
    law=EACH_QUARTER,
    wrong="quarter: quý III/2026\nfrozen_on: 20/9/2026",
    right="quarter: quý III/2026\nfrozen_on: 02/10/2026",
)
def frozen_after_the_quarter(entry: AnyRegister, snapshot: Snapshot) -> Iterator[Finding]:
    """A register that was frozen too early lacks what was made public afterwards, and nobody would notice."""
    register = entry.model
    if register.frozen_on <= register.quarter.last:
        message = msg("{day} is not after the end of {quarter}", day=register.frozen_on, quarter=str(register.quarter))
        hint = msg("freeze it after {day}", day=register.quarter.last)
        yield Finding(entry.at("frozen_on"), message, hint)
    for index, row in enumerate(register.rows):
        if row.published and row.published > register.quarter.last:
            message = msg("{day} is after the end of {quarter}", day=row.published, quarter=str(register.quarter))
            hint = msg("it belongs to the register of a later quarter")
            yield Finding(entry.at("rows", index, "published"), message, hint, str(index + 1))


@rule(
    "REGISTER003",
    msg("the file of a register bears another name than its quarter"),
    Severity.ERROR,
    Register,
    wrong="# registers/2026-q2.yml\nquarter: quý III/2026",
    right="# registers/2026-q3.yml\nquarter: quý III/2026",
)
def named_by_its_quarter(entry: AnyRegister, snapshot: Snapshot) -> Iterator[Finding]:
    """The address of a frozen register is its quarter, so that an inspector finds it without searching."""
    quarter = entry.model.quarter
    if quarter.months != 3:
        message = msg("{period} is not a quarter", period=str(quarter))
        hint = msg("registers are frozen by the quarter, for example `quý III/2026`")
        yield Finding(entry.at("quarter"), message, hint)
    elif entry.id != quarter.key and not is_copy(entry, snapshot):
        message = msg("the file is called `{id}` and holds {quarter}", id=entry.id, quarter=str(quarter))
        hint = msg("rename it to `{name}`", name=f"{quarter.key}.yml")
        yield Finding(entry.at("quarter"), message, hint)


@rule(
    "REGISTER004",
    msg("rows of a register are out of order"),
    Severity.WARNING,
    Register,
    wrong="rows:\n  - {title: B, topic: news, published: 20/8/2026}\n  - {title: A, topic: news, published: 01/7/2026}",
    right="rows:\n  - {title: A, topic: news, published: 01/7/2026}\n  - {title: B, topic: news, published: 20/8/2026}",
)
def rows_are_in_order(entry: AnyRegister, snapshot: Snapshot) -> Iterator[Finding]:
    """Rows stand by the day on which they were made public, those without a day first: so two registers can be compared."""
    newest = date.min
    for index, row in enumerate(entry.model.rows):
        here = row.published or date.min
        if here < newest:
            message = msg("row {no} comes after a row with a later day", no=index + 1)
            hint = msg("put it where its day belongs")
            yield Finding(entry.at("rows", index), message, hint, str(index + 1))
        newest = max(newest, here)


@rule(
    "REGISTER005",
    msg("a register says more of an apology than its number"),
    Severity.ERROR,
    Register,
    wrong="rows:\n  - {title: Thư xin lỗi về hồ sơ đất đai ở thôn Hạ, topic: apology, number: 12/TXL}",
    right="rows:\n  - {title: Thư xin lỗi, topic: apology, number: 12/TXL}",
)
def apologies_by_number(entry: AnyRegister, snapshot: Snapshot) -> Iterator[Finding]:
    """A frozen register stays for ever, an apology is shown for thirty days.

    So its row holds number and days only: a title that speaks of the dossier, or an address, would keep alive what has to be gone.
    """
    for index, row in enumerate(entry.model.rows):
        if row.topic.split("/")[0] == "apology" and says_more(row):
            message = msg("row {no} names more than the number of the letter", no=index + 1)
            hint = msg("write `title: Thư xin lỗi` and `number`, and leave `url` out")
            yield Finding(entry.at("rows", index), message, hint, str(index + 1))


def says_more(row: RegisterRow) -> bool:
    """Whether a row of an apology holds anything beside kind, number, days and form."""
    return row.url is not None or not re.fullmatch(r"(?:thu|van ban|phieu) xin loi", fold(row.title))


RULES: tuple[Rule, ...] = (
    every_quarter_is_frozen,
    frozen_after_the_quarter,
    named_by_its_quarter,
    rows_are_in_order,
    apologies_by_number,
)

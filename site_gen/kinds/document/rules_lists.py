"""What must be true of the lists that announce which documents are out of force."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_date
from site_gen.kinds.document.model import ExpiredList, ListKind, Validity
from site_gen.kinds.document.register import register
from site_gen.kinds.document.rules_effect import GONE
from site_gen.model.entry import Entry
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

AnyList = Entry[ExpiredList]


@rule(
    "DOCUMENT009",
    msg("a list of expired documents lacks one"),
    Severity.WARNING,
    ExpiredList,
    wrong="year: 2025\nitems: [{document: 12/2021/QĐ-UBND}]   # 07/2020/QĐ-UBND cũng hết hiệu lực trong năm 2025",
    right="year: 2025\nitems: [{document: 12/2021/QĐ-UBND}, {document: 07/2020/QĐ-UBND}]",
)
def lists_are_whole(entry: AnyList, snapshot: Snapshot) -> Iterator[Finding]:
    """The list of a year names every legal document that ceased to be in force in that year.

    Asked for are the legal documents of this site's register whose dates, or whose successor's, end in that year.
    """
    announced = entry.model
    if announced.kind is not ListKind.EXPIRED:
        return
    listed = {
        name.id
        for item in announced.items
        for text in (item.document, item.number)
        if text and (name := snapshot.catalog.named("document", text))
    }
    for filed in register(snapshot.catalog, snapshot.as_of).all:
        last, out = filed.ended, filed.out_of_force
        ended = last and out and last < snapshot.as_of and last.year == out.year == announced.year
        if ended and out and filed.entry.model.legal and filed.entry.id not in listed:
            message = msg(
                "{number}, no longer in force since {day}, is not in the list of {year}",
                number=filed.entry.model.number,
                day=out,
                year=str(announced.year),
            )
            hint = msg("check its dates; if the announced list lacks it, acknowledge it under `anomalies`")
            yield Finding(entry.at("items"), message, hint, filed.entry.id)


@rule(
    "DOCUMENT010",
    msg("a list of expired documents names one that is in force"),
    Severity.WARNING,
    ExpiredList,
    wrong="items: [{document: 12/2021/QĐ-UBND}]   # văn bản này còn hiệu lực",
    right="items: [{document: 12/2021/QĐ-UBND}]   # văn bản này đã khai effective_to hoặc replaced_by",
)
def listed_documents_are_gone(entry: AnyList, snapshot: Snapshot) -> Iterator[Finding]:
    """A citizen reads in one place that a document no longer holds, and in another that it does."""
    found = register(snapshot.catalog, snapshot.as_of)
    for index, item in enumerate(entry.model.items):
        text = item.document or item.number or ""
        named = snapshot.catalog.named("document", text) if text else None
        filed = found.by_id.get(named.id) if named else None
        if filed is None or item.validity not in GONE or filed.validity in GONE:
            continue
        says = filed.validity.label if filed.validity else Validity.IN_FORCE.label
        message = msg(
            "the list says of {number} “{here}”, its entry “{there}”",
            number=text,
            here=item.validity.label,
            there=says,
        )
        hint = msg("add `effective_to` or `replaced_by` to the document, or correct the list")
        yield Finding(entry.at("items", index), message, hint, filed.entry.id, item.validity.label, says)


@rule(
    "DOCUMENT014",
    msg("a row of a list names no document"),
    Severity.ERROR,
    ExpiredList,
    wrong="items: [{reason: Bị thay thế}]",
    right="items: [{number: 12/2021/QĐ-UBND, abstract: Quy định thu gom rác thải, reason: Bị thay thế}]",
)
def rows_name_documents(entry: AnyList, snapshot: Snapshot) -> Iterator[Finding]:
    """A row is a document of the register, or at least number and abstract of one that is not on this site."""
    for index, item in enumerate(entry.model.items):
        if not item.document and not (item.number and item.abstract):
            message = msg("row {row} has neither `document` nor `number` and `abstract`", row=index + 1)
            hint = msg("add `document`, or both `number` and `abstract`")
            yield Finding(entry.at("items", index), message, hint, str(index + 1))


@rule(
    "DOCUMENT015",
    msg("a row lies outside the year of its list"),
    Severity.WARNING,
    ExpiredList,
    wrong="year: 2025\nitems: [{document: 12/2021/QĐ-UBND, expired_on: 15/3/2024}]",
    right="year: 2025\nitems: [{document: 12/2021/QĐ-UBND, expired_on: 15/3/2025}]",
)
def rows_lie_in_the_year(entry: AnyList, snapshot: Snapshot) -> Iterator[Finding]:
    """The list of a year holds what ended in that year; the first day of the next year is still taken."""
    announced = entry.model
    first = announced.year_from or announced.year
    for index, item in enumerate(announced.items):
        day = item.expired_on
        if day is None or announced.year >= day.year >= first:
            continue
        if (day.year, day.month, day.day) != (announced.year + 1, 1, 1):
            message = msg("{day} is not in {year}", day=day, year=str(announced.year))
            hint = msg("check the day, or acknowledge it under `anomalies`")
            yield Finding(
                entry.at("items", index, "expired_on"),
                message,
                hint,
                item.document or item.number or str(index + 1),
                show_date(day),
                str(announced.year),
            )


RULES: tuple[Rule, ...] = (lists_are_whole, listed_documents_are_gone, rows_name_documents, rows_lie_in_the_year)

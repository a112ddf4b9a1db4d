"""Rules on what is written inside texts, whatever the kind: numbers of documents, laws, dates, periods."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import excerpt, fold
from site_gen.model.entry import Entry
from site_gen.model.published import Published
from site_gen.reading.shipped import legal_bases
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot
from site_gen.rules.values import documents, item, texts

AnyEntry = Entry[Published]
_TYPES = {
    "quyết định": "QĐ",
    "kế hoạch": "KH",
    "báo cáo": "BC",
    "thông báo": "TB",
    "nghị quyết": "NQ",
    "nghị định": "NĐ",
    "thông tư": "TT",
    "công văn": "",
    "chỉ thị": "CT",
}
_FOLDED = {fold(words): words for words in _TYPES}


@rule(
    "DOC001",
    msg("the type of a document and its symbol differ"),
    Severity.WARNING,
    wrong="title: Quyết định về kế hoạch\nnumber: 3134/KH-UBND",
    right="title: Kế hoạch\nnumber: 3134/KH-UBND",
    law=LawRef("30/2020/NĐ-CP", "Điều 8 khoản 2"),
)
def symbol_fits_type(entry: AnyEntry, snapshot: Snapshot) -> Iterator[Finding]:
    """The symbol in a document's number abbreviates its type: `QĐ` for a decision, `KH` for a plan.

    Where title and symbol differ, a reader cannot tell which document is meant.
    """
    for loc, document in documents(entry):
        symbol = re.search(r"/(?:\d{4}/)?([A-ZĐ]+)-", document.number or "")
        if not symbol or symbol[1] not in _TYPES.values():
            continue
        folded = fold(document.title)
        kind = next((words for key, words in _FOLDED.items() if folded.startswith(key)), "")
        right = _TYPES.get(kind)
        if right and symbol[1] != right:
            number, title = document.number or "", excerpt(document.title, 60)
            message = msg("`{title}` carries the symbol `{symbol}`", title=title, symbol=symbol[1])
            hint = msg(
                "check the number against the document; the symbol of “{kind}” is `{right}`", kind=kind, right=right
            )
            yield Finding(entry.at(*loc, "number"), message, hint, number, declared=number)


_NUMBER = re.compile(r"(?<!\d)(\d{1,4})\s*/\s*(\d{4})\s*/\s*([A-ZĐ]{2,}(?:\s*[-–]\s*[A-ZĐa-z]+\d*)?|QH\d+)(?!\w)")


@rule(
    "DOC002",
    msg("a law is cited by a number that does not exist"),
    Severity.WARNING,
    wrong="text: theo Nghị định 61/2019/NĐ-CP",
    right="text: theo Nghị định 61/2018/NĐ-CP",
)
def cited_laws_exist(entry: AnyEntry, snapshot: Snapshot) -> Iterator[Finding]:
    """A number that differs only by its year from a document in the list of legal bases is almost certainly a typing mistake.

    A reader who looks it up finds nothing, or something else.
    """
    known = legal_bases()
    for loc, text in texts(entry):
        for hit in _NUMBER.finditer(text) if "/" in text else ():
            symbol = re.sub(r"\s", "", hit[3]).replace("–", "-")
            if f"{hit[1]}/{hit[2]}/{symbol}" in known:
                continue
            beside = (f"{hit[1]}/{year}/{symbol}" for year in (int(hit[2]) - 1, int(hit[2]) + 1))
            if meant := next((known[number] for number in beside if number in known), None):
                message = msg("`{number}` is not in the list of legal bases", number=hit[0])
                hint = msg(
                    "is {number} ({title}) meant? Acknowledge it if the document says so",
                    number=meant.number,
                    title=meant.title,
                )
                where = item(entry.model, loc)
                yield Finding(entry.at(*loc), message, hint, where, declared=hit[0], computed=meant.number)


@rule(
    "DOC003",
    msg("a legal base is not in the list"),
    Severity.ERROR,
    wrong="law: nd-61-2019",
    right="law: nd-61-2018",
)
def legal_base_is_listed(entry: AnyEntry, snapshot: Snapshot) -> Iterator[Finding]:
    """`law` names an entry of the shipped list of legal bases by its id, so that the page can say what replaced it."""
    ids = {basis.id for basis in legal_bases().values()}
    for loc, document in documents(entry):
        if document.law and document.law not in ids:
            hint = msg("leave `law` out; the number is recognised by itself")
            if near := get_close_matches(document.law, ids, 1):
                hint = msg("did you mean `{id}`?", id=near[0])
            message = msg("there is no legal base `{id}`", id=document.law)
            yield Finding(entry.at(*loc, "law"), message, hint, document.law)


_DATE = re.compile(r"(?<![\d/.])(\d{1,2})/(\d{1,2})/(\d{4,})(?![\d/])")
_QUARTERS = re.compile(r"[Qq]uý\s+((?:I{1,3}|IV|[1-4])(?:\s*(?:,|và)\s*(?:I{1,3}|IV|[1-4])\b)+)")


@rule(
    "TEXT001",
    msg("a date in the text does not exist"),
    Severity.WARNING,
    wrong="text: báo cáo trước 14/11/20233",
    right="text: báo cáo trước 14/11/2023",
)
def dates_in_text_exist(entry: AnyEntry, snapshot: Snapshot) -> Iterator[Finding]:
    """A date inside a sentence has an impossible day, month or year; citizens would not know which is meant."""
    for loc, text in texts(entry):
        for hit in _DATE.finditer(text) if "/" in text else ():
            try:
                if len(hit[3]) == 4 and date(int(hit[3]), int(hit[2]), int(hit[1])):
                    continue
            except ValueError:
                pass
            hint = msg("correct it, or acknowledge it if the document says so")
            message = msg("`{date}` is not a date", date=hit[0])
            yield Finding(entry.at(*loc), message, hint, item(entry.model, loc), declared=hit[0])


@rule(
    "TEXT002",
    msg("a period is named twice"),
    Severity.WARNING,
    wrong="reason: thiếu báo cáo quý I, II, II",
    right="reason: thiếu báo cáo quý I, II, III",
)
def periods_named_once(entry: AnyEntry, snapshot: Snapshot) -> Iterator[Finding]:
    """A list of quarters names one of them twice, so another is probably missing."""
    for loc, text in texts(entry):
        for hit in _QUARTERS.finditer(text) if "uý" in text else ():
            names = re.split(r"\s*(?:,|và)\s*", hit[1])
            if len(set(names)) < len(names):
                message, hint = msg("`{text}` names a quarter twice", text=hit[0]), msg("check which quarter is meant")
                yield Finding(entry.at(*loc), message, hint, item(entry.model, loc), declared=hit[0])


WORDING: tuple[Rule, ...] = (
    symbol_fits_type,
    cited_laws_exist,
    legal_base_is_listed,
    dates_in_text_exist,
    periods_named_once,
)

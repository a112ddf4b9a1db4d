"""What must be true of a document by itself: number, dates, signature, text, publication."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_date
from site_gen.kinds.document.model import Document, DocumentType
from site_gen.kinds.document.numbers import SYMBOLS, parts
from site_gen.kinds.document.register import register, sequence
from site_gen.model.entry import Entry
from site_gen.model.signed_file import Whose
from site_gen.rules.duplicates import is_copy
from site_gen.rules.publication import published_late
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.signatures import own_files
from site_gen.rules.snapshot import Snapshot

AnyDocument = Entry[Document]
SIGNED_SINCE = date(2020, 3, 5)
"""Since NĐ 30/2020/NĐ-CP an electronic document is signed digitally; older ones may be scans."""


@rule(
    "DOCUMENT001",
    msg("two documents of a year have the same number"),
    Severity.WARNING,
    Document,
    law=LawRef("30/2020/NĐ-CP", "Điều 15"),
    wrong="number: 12/QĐ-UBND   # 12/QĐ-UBND đã cấp cho quyết định khác của năm 2026",
    right="number: 13/QĐ-UBND",
)
def numbers_are_unique(entry: AnyDocument, snapshot: Snapshot) -> Iterator[Finding]:
    """A number is given once a year by an authority for documents of one type, so that it can be cited.

    Legal documents are counted apart from the others. One of the two is mistyped, or the number was given twice by mistake.
    """
    place = sequence(entry.model, snapshot.catalog)
    same = register(snapshot.catalog, snapshot.as_of).by_sequence[place] if place else [entry.id]
    if entry.id != min(same) and not is_copy(entry, snapshot):
        message = msg(
            "{number} of {year} is also the number of `{id}`",
            number=entry.model.number,
            year=str(entry.model.date.year),
            id=min(same),
        )
        hint = msg(
            "check both numbers on the signed documents; if the number was given twice, acknowledge it in `anomalies`"
        )
        yield Finding(entry.at("number"), message, hint, "number", entry.model.number, min(same))


@rule(
    "DOCUMENT002",
    msg("a document takes effect before it was signed, or ends before it begins"),
    Severity.WARNING,
    Document,
    wrong="date: 15/03/2026\neffective_from: 01/03/2026",
    right="date: 15/03/2026\neffective_from: 15/03/2026",
)
def dates_are_in_order(entry: AnyDocument, snapshot: Snapshot) -> Iterator[Finding]:
    """Signed, in force, no longer in force: in this order.

    What was signed later than it takes effect is rare and needs a reason; mostly day and month were exchanged.
    """
    d = entry.model
    for name, earlier in (("effective_from", d.date), ("effective_to", d.effective_from or d.date)):
        day: date | None = getattr(d, name)
        if day is not None and day < earlier:
            message = msg("{day} comes before {earlier}", day=day, earlier=earlier)
            hint = msg("check day, month and year, or acknowledge it under `anomalies`")
            yield Finding(entry.at(name), message, hint, name, show_date(day), show_date(earlier))


@rule(
    "DOCUMENT007",
    msg("a document of the authority is not signed digitally"),
    Severity.WARNING,
    Document,
    law=LawRef("30/2020/NĐ-CP", "Điều 5"),
    wrong="issuer: UBND xã   # không khai signature",
    right="issuer: UBND xã\nsignature: {person: có, organisation: có}",
)
def own_documents_are_signed(entry: AnyDocument, snapshot: Snapshot) -> Iterator[Finding]:
    """What the authority itself issues is signed by the person in charge and by the office.

    Unsigned documents count nothing as evidence when the PAR index is scored. Documents of others, and those
    older than NĐ 30/2020/NĐ-CP, are not asked. Where the file lies on the site and could be read, the file itself is asked.
    """
    d, own = entry.model, snapshot.catalog.named("unit", snapshot.site.unit)
    issuer = snapshot.catalog.named("unit", d.issuer)
    if own is None or issuer is None or issuer.id != own.id or d.date < SIGNED_SINCE:
        return
    files = [file for file in own_files(entry, snapshot.catalog) if not file.signed.unread]
    signed = {one.whose for file in files for one in file.signed.signatures}
    if Whose.UNKNOWN in signed:  # whoever signed may be either
        return
    if files:
        place, person, office = entry.at("file"), Whose.PERSON in signed, Whose.OFFICE in signed
    elif d.signature is not None:
        place, person, office = entry.at("signature"), d.signature.person, d.signature.organisation
    else:
        message = msg("nothing says whether {number} is signed digitally", number=d.number)
        hint = msg("publish the signed copy under `file`, or add `signature` as it shows it")
        yield Finding(entry.at("number"), message, hint, "signature")
        return
    if not (person and office):
        who = msg("the person in charge") if not person else msg("the office")
        message = msg("{number} lacks the digital signature of {who}", number=d.number, who=who)
        hint = msg("publish the copy that is signed, or acknowledge it under `anomalies`")
        yield Finding(place, message, hint, "signature")


@rule(
    "DOCUMENT008",
    msg("a document was published late"),
    Severity.WARNING,
    Document,
    law=LawRef("10/2022/QH15", "Điều 12 khoản 3"),
    wrong="date: 05/01/2026\npublished_at: 26/01/2026",
    right="date: 05/01/2026\npublished_at: 09/01/2026",
)
def published_in_time(entry: AnyDocument, snapshot: Snapshot) -> Iterator[Finding]:
    """What must be public is published within five working days of being made.

    Holidays are not counted; of years whose holidays are not known nothing is said. For documents made up to
    31/8/2026 the clause is Điều 18 khoản 4 of Luật 104/2016/QH13, later Điều 12 khoản 3 of Luật 10/2022/QH15.
    """
    d = entry.model
    yield from published_late(entry.at("published_at"), d.date, d.published_at, snapshot.site)


@rule(
    "DOCUMENT011",
    msg("the symbol in a number does not fit the type"),
    Severity.WARNING,
    Document,
    law=LawRef("30/2020/NĐ-CP", "Phụ lục III", "M"),
    wrong="type: quyết định\nnumber: 12/KH-UBND",
    right="type: kế hoạch\nnumber: 12/KH-UBND",
)
def symbols_fit_types(entry: AnyDocument, snapshot: Snapshot) -> Iterator[Finding]:
    """`QĐ` stands for a decision, `KH` for a plan; a reader who looks for one does not find it under the other."""
    d, number = entry.model, parts(entry.model.number)
    right = SYMBOLS.get(d.type, "")
    if number and right and number.symbol in SYMBOLS.values() and number.symbol != right:
        message = msg(
            "{number} is called {type}, whose symbol is `{right}`", number=d.number, type=d.type.label, right=right
        )
        hint = msg("check `type` and `number` against the document")
        yield Finding(entry.at("number"), message, hint, "number", number.symbol, right)


@rule(
    "DOCUMENT012",
    msg("the year in a number is not that of the document"),
    Severity.WARNING,
    Document,
    wrong="number: 05/2025/QĐ-UBND\ndate: 15/01/2026",
    right="number: 05/2026/QĐ-UBND\ndate: 15/01/2026",
)
def years_agree(entry: AnyDocument, snapshot: Snapshot) -> Iterator[Finding]:
    """Legal documents carry the year of signing in their number; another year is a slip in one of the two."""
    d, number = entry.model, parts(entry.model.number)
    if number and number.year is not None and number.year != d.date.year:
        message = msg("{number} was signed on {day}", number=d.number, day=d.date)
        hint = msg("check `number` and `date` against the document")
        yield Finding(entry.at("number"), message, hint, "number", str(number.year), str(d.date.year))


@rule(
    "DOCUMENT016",
    msg("a document cannot be read"),
    Severity.INFO,
    Document,
    wrong="number: 12/QĐ-UBND   # không có file, url",
    right="number: 12/QĐ-UBND\nfile: files/12-qd-ubnd.pdf",
)
def documents_can_be_read(entry: AnyDocument, snapshot: Snapshot) -> Iterator[Finding]:
    """Number and abstract alone do not publish a document: its text is missing, and the duty counts as not fulfilled."""
    if entry.model.file is None and entry.model.url is None:
        message = msg("{number} has neither a file nor a link", number=entry.model.number)
        hint = msg("add `file` or `url`")
        yield Finding(entry.at("number"), message, hint, "file")


@rule(
    "DOCUMENT017",
    msg("a type cannot be a legal normative document"),
    Severity.WARNING,
    Document,
    wrong="type: thông báo\nlegal: có",
    right="type: quyết định\nlegal: có",
)
def legal_documents_are_resolutions_or_decisions(entry: AnyDocument, snapshot: Snapshot) -> Iterator[Finding]:
    """Of local bodies only resolutions (HĐND) and decisions (UBND) can be legal normative documents.

    What is called one is asked for in the yearly list of documents no longer in force.
    """
    d = entry.model
    if d.legal and d.type not in (DocumentType.RESOLUTION, DocumentType.DECISION):
        message = msg("a document of the type “{type}” is called a legal normative one", type=d.type.label)
        hint = msg("take `legal` out, or correct `type`")
        yield Finding(entry.at("legal"), message, hint, "legal")


@rule(
    "DOCUMENT018",
    msg("a legal document does not say since when it is in force"),
    Severity.WARNING,
    Document,
    wrong="number: 05/2026/QĐ-UBND\nlegal: có",
    right="number: 05/2026/QĐ-UBND\nlegal: có\neffective_from: 01/02/2026",
)
def legal_documents_say_their_day(entry: AnyDocument, snapshot: Snapshot) -> Iterator[Finding]:
    """Whoever has to follow a document must know from which day; its last article says it."""
    if entry.model.legal and entry.model.effective_from is None:
        message = msg("{number} has no day on which it came into force", number=entry.model.number)
        hint = msg("add `effective_from`")
        yield Finding(entry.at("legal"), message, hint, "effective_from")


RULES: tuple[Rule, ...] = (
    numbers_are_unique,
    dates_are_in_order,
    own_documents_are_signed,
    published_in_time,
    symbols_fit_types,
    years_agree,
    documents_can_be_read,
    legal_documents_are_resolutions_or_decisions,
    legal_documents_say_their_day,
)

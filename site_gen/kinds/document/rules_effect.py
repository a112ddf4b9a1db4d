"""What must be true between documents: what is in force, what replaced what, what the yearly lists say."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.names import name_key
from site_gen.base.vietnamese import show_date
from site_gen.kinds.document.model import Document, Validity
from site_gen.kinds.document.register import Register, contradicted, register
from site_gen.model.entry import Entry, marked
from site_gen.model.fields import RefTo
from site_gen.model.published import Published
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

AnyDocument = Entry[Document]
GONE = (Validity.EXPIRED, Validity.PARTLY_EXPIRED)


@rule(
    "DOCUMENT003",
    msg("what is declared of a document's effect contradicts its dates"),
    Severity.WARNING,
    Document,
    wrong="effective_to: 31/12/2025\nvalidity: còn hiệu lực   # nay đã là năm 2026",
    right="effective_to: 31/12/2025\nvalidity: hết hiệu lực",
)
def validity_fits_dates(entry: AnyDocument, snapshot: Snapshot) -> Iterator[Finding]:
    """The dates of effect, and those of a successor, say on each day whether a document is in force.

    What is declared beside them grows old. The page goes by the dates; leave `validity` out where they say enough.
    """
    declared = entry.model.validity
    dated = contradicted(register(snapshot.catalog, snapshot.as_of).by_id[entry.id], snapshot.as_of)
    if dated and declared:
        message = msg(
            "declared “{declared}”, on {day} the dates say “{dated}”",
            declared=declared.label,
            day=snapshot.as_of,
            dated=dated.label,
        )
        hint = msg("correct the dates, or leave `validity` out")
        yield Finding(entry.at("validity"), message, hint, "validity", declared.label, dated.label)


@rule(
    "DOCUMENT004",
    msg("nothing says why a document is no longer in force"),
    Severity.WARNING,
    Document,
    wrong="validity: hết hiệu lực",
    right="validity: hết hiệu lực\nreplaced_by: 15/2026/QĐ-UBND",
)
def expiry_has_a_reason(entry: AnyDocument, snapshot: Snapshot) -> Iterator[Finding]:
    """Who relied on a document needs to know what ended it: its own last day, a successor, or another reason."""
    d = entry.model
    filed = register(snapshot.catalog, snapshot.as_of).by_id[entry.id]
    known = d.expiry_reason or filed.ended or (d.validity is Validity.PARTLY_EXPIRED and filed.amended_by)
    if d.validity in GONE and not known:
        message = msg("{number} is declared “{validity}” without a reason", number=d.number, validity=d.validity.label)
        hint = msg("add `effective_to`, `replaced_by` or `expiry_reason`")
        yield Finding(entry.at("validity"), message, hint, "validity")


@rule(
    "DOCUMENT005",
    msg("only one of two documents says that it replaces the other"),
    Severity.INFO,
    Document,
    wrong="replaced_by: 15/2026/QĐ-UBND   # 15/2026/QĐ-UBND không khai replaces",
    right="replaced_by: 15/2026/QĐ-UBND   # và 15/2026/QĐ-UBND khai replaces: 12/2021/QĐ-UBND",
)
def replacement_is_mutual(entry: AnyDocument, snapshot: Snapshot) -> Iterator[Finding]:
    """The pages of both show it anyway; but who reads the files should find it in both, and one of the two may be wrong."""

    def means(texts: tuple[str, ...], id: str) -> bool:
        return any((name := snapshot.catalog.named("document", t)) and name.id == id for t in texts)

    for name, back in (("replaced_by", "replaces"), ("replaces", "replaced_by")):
        for index, text in enumerate(getattr(entry.model, name)):
            named = snapshot.catalog.named("document", text)
            other = snapshot.catalog.get(Document, named.id) if named else None
            if other is None or other.id == entry.id:
                continue
            if not means(getattr(other.model, back), entry.id):
                message = msg("`{id}` does not name this document under `{key}`", id=other.id, key=back)
                hint = msg("add `{key}` there, or correct it here", key=back)
                yield Finding(entry.at(name, index), message, hint, name)


def _loops(found: Register, id: str) -> tuple[str, ...]:
    """The way from a document over its successors back to itself, empty where there is none."""
    ways: list[tuple[str, ...]] = [(id,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for new in found.by_id[way[-1]].replaced_by if way[-1] in found.by_id else ():
            if new == id:
                return (*way, id)
            if new not in seen:
                seen.add(new)
                ways.append((*way, new))
    return ()


@rule(
    "DOCUMENT006",
    msg("documents replace each other in a circle"),
    Severity.ERROR,
    Document,
    wrong="replaced_by: 15/2026/QĐ-UBND   # mà 15/2026/QĐ-UBND lại khai replaced_by văn bản này",
    right="replaced_by: 15/2026/QĐ-UBND",
)
def nothing_replaces_itself(entry: AnyDocument, snapshot: Snapshot) -> Iterator[Finding]:
    """Following the successors leads back to the document itself, so that none of them would be in force."""
    own = [
        name
        for name in ("replaced_by", "replaces")
        for text in getattr(entry.model, name)
        if (hit := snapshot.catalog.named("document", text)) and hit.id == entry.id
    ]
    way = (entry.id, entry.id) if own else _loops(register(snapshot.catalog, snapshot.as_of), entry.id)
    if way and entry.id == min(way):
        name = own[0] if own else "replaced_by" if entry.model.replaced_by else "replaces"
        message = msg("it leads in a circle: {way}", way=" → ".join(way))
        hint = msg("correct `replaced_by` and `replaces` of these documents")
        yield Finding(entry.at(name), message, hint, name)


@rule(
    "DOCUMENT013",
    msg("a number fits several documents"),
    Severity.WARNING,
    None,
    wrong="replaces: 12/QĐ-UBND   # có 12/QĐ-UBND của năm 2025 và của năm 2026",
    right="replaces: 12/QĐ-UBND ngày 05/01/2025",
)
def numbers_mean_one_document(entry: Entry[Published], snapshot: Snapshot) -> Iterator[Finding]:
    """Numbers begin anew every year, so a number alone may mean two documents; the link would lead to one of them by chance."""
    by_number = register(snapshot.catalog, snapshot.as_of).by_number
    for loc, mark, text in marked(entry.model):
        fitting = by_number.get(name_key(text), []) if isinstance(mark, RefTo) and mark.kind == "document" else []
        if len(fitting) > 1 and snapshot.catalog.get(Document, text) is None:
            example = min(fitting, key=lambda e: e.id)
            message = msg("{number} is the number of {ids}", number=text, ids=", ".join(sorted(e.id for e in fitting)))
            hint = msg(
                "write the id, or the number with its day: `{example}`",
                example=f"{example.model.number} ngày {show_date(example.model.date)}",
            )
            yield Finding(entry.at(*loc), message, hint, text)


RULES: tuple[Rule, ...] = (
    validity_fits_dates,
    expiry_has_a_reason,
    replacement_is_mutual,
    nothing_replaces_itself,
    numbers_mean_one_document,
)

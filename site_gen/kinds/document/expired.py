"""What is no longer in force: all of it, and the yearly lists that announced it."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date
from site_gen.kinds.document.model import ExpiredList, ListedDocument, ListKind, Validity
from site_gen.kinds.document.offers import SECTION
from site_gen.kinds.document.register import Filed
from site_gen.kinds.document.views import GONE_INDEX, INDEX, Show, list_url, shown, url
from site_gen.model.entry import Entry
from site_gen.pages.page import Page


def lists(show: Show) -> list[Entry[ExpiredList]]:
    """The lists, newest first."""
    return sorted(show.snapshot.catalog.all(ExpiredList), key=lambda e: (-e.model.year, e.model.kind.value, e.id))


def _item_id(show: Show, item: ListedDocument) -> str:
    name = show.snapshot.catalog.named("document", item.document or item.number or "")
    return name.id if name else ""


def listings(show: Show, id: str = "") -> list[Plain]:
    """The lists as links; with an id only those that name this document."""
    return [
        {
            "title": e.model.title,
            "url": list_url(e),
            "kind": show.snapshot.word(e.model.kind),
            "year": e.model.year,
            "count": len(e.model.items),
            "sample": e.model.sample,
        }
        for e in lists(show)
        if not id or any(_item_id(show, item) == id for item in e.model.items)
    ]


def expired_pages(show: Show) -> Iterator[Page]:
    """The page of all that ended, by year, and one for each announced list."""
    gone = sorted(
        (f for f in show.register.all if f.validity is Validity.EXPIRED),
        key=lambda f: (f.out_of_force is None, f.out_of_force or f.entry.model.date),
        reverse=True,
    )
    by_year: dict[str, list[Plain]] = {}
    for filed in gone:
        year = str(filed.out_of_force.year) if filed.out_of_force else ""
        by_year.setdefault(year, []).append({**show.row(filed), "reason": _reason(show, filed)})
    title = show.say(msg("Documents no longer in force"))
    context: Context = {
        "years": [{"year": year, "rows": rows} for year, rows in sorted(by_year.items(), reverse=True)],
        "count": len(gone),
        "lists": listings(show),
        "unit": show.snapshot.link("unit", show.snapshot.catalog.site.unit),
    }
    above = ((show.say(msg("Disclosure")), "cong-khai/index.html"), (show.say(SECTION.title), INDEX))
    announced = lists(show)
    yield Page(
        GONE_INDEX,
        "document/expired.html",
        title,
        context,
        (*(f.entry.path for f in gone), *(e.path for e in announced)),
        above,
        SECTION.menu,
        updated=max((_updated(e) for e in announced), default=""),
        sample=any(f.entry.model.sample for f in gone) or any(e.model.sample for e in announced),
    )
    for entry in announced:
        yield _list(show, entry, (*above, (title, GONE_INDEX)))


def _updated(entry: Entry[ExpiredList]) -> str:
    day = entry.model.updated_at or entry.model.published_at or entry.model.decision.date
    return str(day) if hasattr(day, "isoformat") else ""


def _reason(show: Show, filed: Filed) -> str:
    d = filed.entry.model
    if d.expiry_reason:
        return d.expiry_reason
    if filed.replaced_by:
        return ""
    return show.say(msg("its own last day, {day}", day=shown(d.effective_to))) if d.effective_to else ""


def _listed(filed: Filed | None, item: ListedDocument) -> str:
    """How the list itself calls a document that the register calls otherwise."""
    if filed is None:
        return ""
    own = filed.entry.model
    told = (item.number if item.number != own.number else "", item.abstract if item.abstract != own.abstract else "")
    return ", ".join(words for words in told if words)


def _list(show: Show, entry: Entry[ExpiredList], above: tuple[tuple[str, str], ...]) -> Page:
    announced, snapshot = entry.model, show.snapshot
    rows: list[Plain] = []
    for number, item in enumerate(announced.items, 1):
        filed = show.register.by_id.get(_item_id(show, item))
        rows.append(
            {
                "no": number,
                "number": filed.entry.model.number if filed else (item.number or item.document or ""),
                "listed": _listed(filed, item),
                "date": show_date(filed.entry.model.date) if filed else "",
                "type": snapshot.word(filed.entry.model.type) if filed else "",
                "abstract": filed.entry.model.abstract if filed else (item.abstract or ""),
                "url": url(filed.entry.id) if filed else "",
                "validity": snapshot.word(item.validity),
                "expired_on": shown(item.expired_on or (filed.out_of_force if filed else None)),
                "reason": item.reason or (_reason(show, filed) if filed else ""),
                "replaced_by": show.ids(filed.replaced_by) if filed and not item.reason else [],
            }
        )
    decision = snapshot.document(announced.decision)
    registered = snapshot.catalog.named("document", announced.decision.number or "")
    context: Context = {
        "rows": rows,
        "kind": snapshot.word(announced.kind),
        "systematised": announced.kind is ListKind.SYSTEMATISED,
        "years": f"{announced.year_from}–{announced.year}" if announced.year_from else str(announced.year),
        "decision": decision,
        "decision_url": registered.url if registered else "",
        "files": [show.file(announced.file, show.say(msg("The list")))] if announced.file else [],
        "issuer": snapshot.link("unit", announced.issuer or snapshot.catalog.site.unit),
        "notes": snapshot.notes_of(entry.path),
    }
    return Page(
        list_url(entry),
        "document/expired_list.html",
        announced.title,
        context,
        (entry.path,),
        above,
        SECTION.menu,
        ("expired_list", entry.id),
        updated=_updated(entry),
        sample=announced.sample,
    )

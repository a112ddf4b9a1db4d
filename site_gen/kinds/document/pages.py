"""The register: everything, filters as plain pages, a page for each document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeVar

from site_gen.base.messages import msg
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date, slug, sort_key
from site_gen.kinds.document.expired import expired_pages, listings
from site_gen.kinds.document.model import Validity, Verified
from site_gen.kinds.document.moment import show_moment
from site_gen.kinds.document.offers import SECTION
from site_gen.kinds.document.register import Filed, register
from site_gen.kinds.document.views import GONE_INDEX, INDEX, Show, shown, url
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot

NEWEST = 50
"""So many documents stand on the first page; the filters show all."""


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The index, its filters, the lists of what is no longer in force, and every document."""
    show = Show(snapshot, register(snapshot.catalog, snapshot.as_of))
    everything = show.register.all
    chosen = list(_filters(show, everything))
    links: list[Plain] = [
        {
            "label": group,
            "links": [{"label": label, "url": address, "count": len(some)} for label, address, _, some in rows],
        }
        for group, rows in chosen
    ]
    title = show.say(SECTION.title)
    yield _list(show, INDEX, title, everything, links, NEWEST)
    for _, rows in chosen:
        for _, address, heading, some in rows:
            if address != GONE_INDEX:  # that page shows more of what ended, and why
                yield _list(show, address, heading, some, links, len(some))
    yield from expired_pages(show)
    for filed in everything:
        yield _document(show, filed)


def crumbs(show: Show) -> tuple[tuple[str, str], ...]:
    """From below home down to the register."""
    return ((show.say(msg("Disclosure")), "cong-khai/index.html"), (show.say(SECTION.title), INDEX))


Row = tuple[str, str, str, tuple[Filed, ...]]
K = TypeVar("K")


def _grouped(everything: tuple[Filed, ...], key: Callable[[Filed], K]) -> dict[K, tuple[Filed, ...]]:
    out: dict[K, list[Filed]] = {}
    for filed in everything:
        out.setdefault(key(filed), []).append(filed)
    return {value: tuple(some) for value, some in out.items()}


def _filters(show: Show, everything: tuple[Filed, ...]) -> Iterator[tuple[str, list[Row]]]:
    """Groups of filters: label, address, heading and documents of each."""
    word = show.snapshot.word
    by_state = _grouped(everything, lambda f: f.validity)
    states: list[Row] = [
        (
            word(state),
            GONE_INDEX if state is Validity.EXPIRED else f"van-ban/tinh-trang/{slug(state.label)}.html",
            show.say(msg("Documents {what}", what=word(state))),
            by_state[state],
        )
        for state in Validity
        if state in by_state
    ]
    by_type = _grouped(everything, lambda f: f.entry.model.type)
    types: list[Row] = [
        (
            word(kind),
            f"van-ban/loai/{slug(kind.label)}.html",
            show.say(msg("Documents of the type “{type}”", type=word(kind))),
            by_type[kind],
        )
        for kind in sorted(by_type, key=lambda kind: sort_key(word(kind)))
    ]
    for title, address, some in (
        (msg("ISO announcements"), "van-ban/loai/cong-bo-iso.html", [f for f in everything if f.entry.model.iso]),
        (
            msg("Legal normative documents"),
            "van-ban/loai/quy-pham-phap-luat.html",
            [f for f in everything if f.entry.model.legal],
        ),
    ):
        if some:
            types.insert(0, (show.say(title), address, show.say(title), tuple(some)))
    by_year = _grouped(everything, lambda f: f.entry.model.date.year)
    years: list[Row] = [
        (str(year), f"van-ban/nam/{year}.html", show.say(msg("Documents of {year}", year=str(year))), by_year[year])
        for year in sorted(by_year, reverse=True)
    ]
    for label, rows in ((msg("By effect"), states), (msg("By type"), types), (msg("By year"), years)):
        if rows:
            yield show.say(label), rows


def updated(some: tuple[Filed, ...]) -> str:
    """The last day on which one of the documents was changed or published."""
    days = [f.entry.model.updated_at or f.entry.model.published_at for f in some]
    return max((d.isoformat() for d in days if d), default="")


def _list(show: Show, address: str, title: str, some: tuple[Filed, ...], links: list[Plain], most: int) -> Page:
    context: Context = {
        "here": address,
        "filters": links,
        "rows": [show.row(f) for f in some[:most]],
        "count": len(some),
        "unit": show.snapshot.link("unit", show.snapshot.catalog.site.unit),
        "lists": listings(show) if address == INDEX else [],
        "first": address == INDEX,
    }
    return Page(
        address,
        "document/list.html",
        title,
        context,
        tuple(f.entry.path for f in some),
        crumbs(show)[: 1 if address == INDEX else 2],
        SECTION.menu,
        updated=updated(some),
        find=address == INDEX,
        sample=any(f.entry.model.sample for f in some[:most]),
        long=("rows",),
    )


def _signature(show: Show, filed: Filed) -> Context:
    signature = filed.entry.model.signature
    if signature is None:
        return {}
    signers = ((signature.person, msg("the person in charge")), (signature.organisation, msg("the office")))
    return {
        "by": [show.say(who) for signed, who in signers if signed],
        "at": [show_moment(at) for at in signature.timestamps],
        "verified": show.snapshot.word(signature.verified),
        "family": {Verified.VALID: "done", Verified.INVALID: "late"}.get(signature.verified, "calm"),
    }


def _history(show: Show, filed: Filed) -> list[Plain]:
    """What happened to a document, oldest first; what is to come stands there with its day."""
    d, by_id = filed.entry.model, show.register.by_id
    events: list[tuple[date, int, str, str]] = [(d.date, 0, show.say(msg("Signed")), "")]
    if d.published_at:
        events.append((d.published_at, 1, show.say(msg("Published on this website")), ""))
    if d.effective_from:
        events.append((d.effective_from, 2, show.say(msg("In force from this day")), ""))
    others = [(id, True) for id in filed.amended_by] + [(id, False) for id in filed.replaced_by]
    for other, amends in ((by_id[id].entry, amends) for id, amends in others if id in by_id):
        name = show.name(other.model)
        what = msg("Amended by {document}", document=name) if amends else msg("Replaced by {document}", document=name)
        events.append((other.model.effective_from or other.model.date, 3, show.say(what), url(other.id)))
    if filed.out_of_force:
        events.append((filed.out_of_force, 4, show.say(msg("No longer in force")), ""))
    return [{"day": show_date(day), "text": text, "url": link} for day, _, text, link in sorted(events)]


def _document(show: Show, filed: Filed) -> Page:
    d, snapshot = filed.entry.model, show.snapshot
    files = [show.file(d.file, show.say(msg("The document")))] if d.file else []
    for number, path in enumerate(d.appendices, 1):
        label = (
            show.say(msg("Appendix {number}", number=number)) if len(d.appendices) > 1 else show.say(msg("Appendix"))
        )
        files.append(show.file(path, label))
    row = show.row(filed)
    context: Context = {
        "doc": row,
        "name": show.name(d),
        "legal": d.legal,
        "iso": d.iso,
        "signer_role": d.signer_role or "",
        "field": d.field or "",
        "effective_from": shown(d.effective_from),
        "effective_to": shown(d.effective_to),
        "expiry_reason": d.expiry_reason or "",
        "amends": show.ids(_named(show, d.amends)),
        "amended_by": show.ids(filed.amended_by),
        "replaces": show.ids(filed.replaces),
        "files": list(files),
        "link": d.url or "",
        "signature": _signature(show, filed),
        "history": _history(show, filed),
        "lists": listings(show, filed.entry.id),
        "note": d.note or "",
        "notes": snapshot.notes_of(filed.entry.path),
    }
    return Page(
        url(filed.entry.id),
        "document/page.html",
        f"{show.name(d)}: {d.abstract}",
        context,
        (filed.entry.path,),
        crumbs(show),
        SECTION.menu,
        ("document", filed.entry.id),
        updated=updated((filed,)),
        sample=d.sample,
    )


def _named(show: Show, texts: tuple[str, ...]) -> tuple[str, ...]:
    names = (show.snapshot.catalog.named("document", text) for text in texts)
    return tuple(dict.fromkeys(name.id for name in names if name))

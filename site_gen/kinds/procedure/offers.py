"""What procedures give to other pages, to the ledger of duties, to open data and feeds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.messages import Message, msg, say
from site_gen.base.vietnamese import show_date
from site_gen.kinds.procedure.completeness import complete
from site_gen.kinds.procedure.items import Item, guide_url, items
from site_gen.kinds.procedure.model import Procedure, ProcedureList
from site_gen.kinds.procedure.pages import SECTION, by_unit
from site_gen.kinds.procedure.rules import STALE_AFTER
from site_gen.kinds.procedure.views import cost, limit, row
from site_gen.pages.edition import Edition
from site_gen.pages.offer import Column, Disclosure, FeedItem, Table, Turn
from site_gen.pages.page import Agenda, Context, Panel, Plain

TABLE = "thu-tuc"
MOST = 12
"""So many procedures are named on another page; the rest is a link away."""


def _say(edition: Edition, message: Message) -> str:
    return say(message, edition.catalog.site.language.value)


def panels(edition: Edition) -> Iterator[Panel]:
    """The most needed on the home page; on each unit's page what it receives or decides."""
    live = [i for i in items(edition.catalog) if i.state.applies]
    common = [i for i in live if i.guide and i.guide.model.common]
    if common:
        rows: list[Plain] = [row(edition, i) for i in common[:8]]
        home: Context = {"rows": rows, "more": SECTION.url, "rest": 0, "sample": any(i.sample for i in common)}
        yield Panel(("site", "home"), 5, "procedure/panel.html", home)
    for _, url, mine in by_unit(edition, live):
        id = url.removeprefix("thu-tuc/don-vi/").removesuffix(".html")
        chosen = sorted(mine, key=lambda i: i.guide is None)[:MOST]
        rows = [row(edition, i) for i in chosen]
        sample = any(i.sample for i in chosen)
        context: Context = {"rows": rows, "more": url, "rest": len(mine) - len(chosen), "sample": sample}
        yield Panel(("unit", id), 40, "procedure/panel.html", context)


def agenda(edition: Edition) -> Iterator[Agenda]:
    """Guides that lack a part, and those nobody compared for a year."""
    for entry in edition.catalog.all(Procedure):
        guide = entry.model
        who = guide.receiving_point or guide.authority or ""
        place, url = entry.path, guide_url(guide.code)
        if not guide.state.applies:
            continue
        if not complete(guide):
            what = _say(edition, msg("guide {code} is incomplete: {name}", code=guide.code, name=guide.name))
            yield Agenda("missing", "", what, who, place, url)
        checked = guide.last_checked
        if checked and edition.as_of - checked > STALE_AFTER:
            what = _say(
                edition, msg("guide {code} was compared last on {day}", code=guide.code, day=show_date(checked))
            )
            days = (edition.as_of - checked - STALE_AFTER).days
            yield Agenda("stale", (checked + STALE_AFTER).isoformat(), what, who, place, url, days)


def _unit(edition: Edition, text: str | None) -> str:
    name = edition.catalog.named("unit", text) if text else None
    return name.id if name else ""


def disclosures(edition: Edition) -> Iterator[Disclosure]:
    """The lists and the guides; they stay for good, so they have no last day."""
    for entry in edition.catalog.all(ProcedureList):
        listing = entry.model
        yield Disclosure(
            "procedure/list",
            listing.title,
            SECTION.url,
            created=listing.taken_on,
            published=listing.published_at,
            unit=_unit(edition, listing.unit),
            entry=entry.path,
            sample=listing.sample,
        )
    for guide_entry in edition.catalog.all(Procedure):
        guide = guide_entry.model
        decided = guide.decision.date.exact if guide.decision and guide.decision.date else None
        topics = (
            ["procedure/guide"] + ["procedure/sample"] * bool(guide.samples) + ["procedure/video"] * bool(guide.videos)
        )
        for topic in topics:
            yield Disclosure(
                topic,
                f"{guide.name} ({guide.code})",
                guide_url(guide.code),
                created=decided,
                published=guide.published_at,
                until=guide.ended_on,
                number=(guide.decision.number or "") if guide.decision else "",
                unit=_unit(edition, guide.authority),
                entry=guide_entry.path,
                complete=complete(guide),
                sample=guide.sample,
            )


def tables(edition: Edition) -> Iterator[Table]:
    """Every procedure of both tiers."""
    found = items(edition.catalog)
    if not found:
        return
    yield Table(
        TABLE,
        _say(edition, msg("Administrative procedures")),
        (
            Column("code", "Mã thủ tục"),
            Column("name", "Tên thủ tục"),
            Column("procedure_field", "Lĩnh vực"),
            Column("state", "Tình trạng"),
            Column("time_limit", "Thời hạn"),
            Column("fee", "Phí, lệ phí"),
            Column("online_level", "Mức trực tuyến"),
            Column("has_guide", "Có hướng dẫn chi tiết", "boolean"),
            Column("source", "Nguồn"),
            Column("taken_on", "Lấy ngày", "date"),
            Column("confidence", "Mức tin cậy"),
            Column("url", "Địa chỉ trên trang"),
        ),
        tuple(_cells(edition, item) for item in found),
        tuple(dict.fromkeys(e.path for i in found for e in (i.guide, i.list) if e is not None)),
        any(i.sample for i in found),
    )


def _cells(edition: Edition, item: Item) -> tuple[Plain, ...]:
    guide = item.guide.model if item.guide else None
    source = guide.sources[0] if guide and guide.sources else None
    listing = item.list.model if item.list else None
    listed_on = (item.row.taken_on if item.row else None) or (listing.taken_on if listing else None)
    taken: date | None = source.taken_on if source else listed_on
    return (
        item.code,
        item.name,
        item.field,
        item.state.value,
        (limit(edition, guide.time_limit) if guide else item.row.time_limit if item.row else None) or None,
        cost(edition, item) or None,
        guide.online_level.value if guide else None,
        guide is not None,
        source.title if source else listing.source if listing else None,
        taken.isoformat() if taken else None,
        item.row.confidence.value if item.row and item.row.confidence else None,
        item.url,
    )


def feed(edition: Edition) -> Iterator[FeedItem]:
    """Changes in the life of guides, on the day of the change."""
    for entry in edition.catalog.all(Procedure):
        for change in entry.model.history:
            if change.date <= edition.as_of:
                yield FeedItem(change.date, guide_url(entry.model.code), entry.model.name, change.text)


def turns(edition: Edition) -> Iterator[Turn]:
    """Decisions that take effect: nothing on a page changes by itself, but the list is judged anew."""
    for entry in edition.catalog.all(ProcedureList):
        for announced in entry.model.announcements:
            day = announced.effective_from
            if day and day > edition.as_of:
                what = _say(edition, msg("{decision} takes effect", decision=announced.title))
                yield Turn(day, what, entry.path, SECTION.url)

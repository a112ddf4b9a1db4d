"""What procedures give to other pages, to the ledger of duties, to open data and feeds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.messages import msg
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date
from site_gen.kinds.procedure.changes import CHANGES
from site_gen.kinds.procedure.choices import Confidence, OnlineLevel, State
from site_gen.kinds.procedure.completeness import complete, missing, unanswered
from site_gen.kinds.procedure.frame import SECTION
from site_gen.kinds.procedure.items import Item, applies, guide_url, items
from site_gen.kinds.procedure.model import Decision, Procedure, ProcedureList, Video
from site_gen.kinds.procedure.pages import by_unit
from site_gen.kinds.procedure.timing import STALE_AFTER, decided, guide_posted, judged, last_day, list_posted
from site_gen.kinds.procedure.views import cost, limit, row
from site_gen.pages.columns import Column, coded
from site_gen.pages.contributions import Disclosure, FeedItem, ScheduledChange, Table, keys_of
from site_gen.pages.page import Agenda, Panel
from site_gen.rules.snapshot import Snapshot

TABLE = "thu-tuc"
MOST = 12
"""So many procedures are named on another page; the rest is a link away."""


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """The most needed on the home page; on each unit's page what it receives or decides."""
    live = [i for i in items(snapshot.catalog, snapshot.as_of) if i.applies]
    common = [i for i in live if i.guide and i.guide.model.common]
    if common:
        rows: list[Plain] = [row(snapshot, i) for i in common[:8]]
        home: Context = {"rows": rows, "more": SECTION.url, "rest": 0, "sample": any(i.sample for i in common)}
        yield Panel(("site", "home"), 5, "procedure/panel.html", home)
    for _, url, mine in by_unit(snapshot, live):
        id = url.removeprefix("thu-tuc/don-vi/").removesuffix(".html")
        chosen = sorted(mine, key=lambda i: i.guide is None)[:MOST]
        rows = [row(snapshot, i) for i in chosen]
        sample = any(i.sample for i in chosen)
        context: Context = {"rows": rows, "more": url, "rest": len(mine) - len(chosen), "sample": sample}
        yield Panel(("unit", id), 40, "procedure/panel.html", context)


def agenda(snapshot: Snapshot) -> Iterator[Agenda]:
    """Guides that lack a part; guides and lists that nobody compared for a year; decisions not carried over in time."""
    for entry in snapshot.catalog.all(Procedure):
        guide = entry.model
        who = guide.receiving_point or guide.authority or ""
        place, url = entry.path, guide_url(guide.code)
        if not applies(guide, snapshot.as_of):
            continue
        if not complete(guide):
            what = snapshot.say(
                msg(
                    "guide {code} is incomplete: {name}; add {keys}",
                    code=guide.code,
                    name=guide.name,
                    keys=_lacks(guide),
                )
            )
            yield Agenda("missing", "", what, who, place, url)
        checked = guide.last_checked
        if checked is None:
            what = snapshot.say(msg("guide {code} was never compared: {name}", code=guide.code, name=guide.name))
            yield Agenda("stale", "", what, who, place, url)
        elif snapshot.as_of - checked > STALE_AFTER:
            what = snapshot.say(msg("guide {code} was compared last on {day}", code=guide.code, day=show_date(checked)))
            yield _stale(snapshot, checked, what, who, place, url)
        if guide.decision and guide_posted(guide) is None:
            yield from _late(snapshot, guide.decision, who, place, url)
    for listing in snapshot.catalog.all(ProcedureList):
        taken = listing.model.taken_on
        if snapshot.as_of - taken > STALE_AFTER:
            what = snapshot.say(msg("{list} was taken on {day}", list=listing.model.title, day=show_date(taken)))
            yield _stale(snapshot, taken, what, listing.model.unit, listing.path, SECTION.url)
        for announcement in listing.model.announcements:
            if list_posted(listing.model, announcement, snapshot.catalog.site) is None:
                yield from _late(snapshot, announcement, listing.model.unit, listing.path, CHANGES)


def _stale(snapshot: Snapshot, day: date, what: str, who: str, place: str, url: str) -> Agenda:
    due = day + STALE_AFTER
    return Agenda("stale", due.isoformat(), what, who, place, url, (snapshot.as_of - due).days)


def _late(snapshot: Snapshot, decision: Decision, who: str, place: str, url: str) -> Iterator[Agenda]:
    """A decision of which nothing says that it was published here, once its five working days are over."""
    day = decided(decision)
    if day and judged(snapshot.catalog.site, day) and (last := last_day(day, snapshot.catalog.site)) < snapshot.as_of:
        what = snapshot.say(msg("not carried over yet: {decision}", decision=decision.title))
        yield Agenda("late", last.isoformat(), what, who, place, url, (snapshot.as_of - last).days)


def _unit(snapshot: Snapshot, text: str | None) -> str:
    name = snapshot.catalog.named("unit", text) if text else None
    return name.id if name else ""


def disclosures(snapshot: Snapshot) -> Iterator[Disclosure]:
    """The lists and the guides; they stay for good, so they have no last day."""
    for entry in snapshot.catalog.all(ProcedureList):
        listing = entry.model
        yield Disclosure(
            "procedure/list",
            listing.title,
            SECTION.url,
            created=listing.taken_on,
            published=listing.published_at,
            unit=_unit(snapshot, listing.unit),
            entry=entry.path,
            sample=listing.sample,
        )
    for guide_entry in snapshot.catalog.all(Procedure):
        guide = guide_entry.model
        topics = [("procedure/guide", complete(guide))]
        topics += [("procedure/sample", True)] if guide.samples else []
        topics += [("procedure/video", all(v.captions for v in guide.videos))] if guide.videos else []
        for topic, whole in topics:
            yield Disclosure(
                topic,
                f"{guide.name} ({guide.code})",
                guide_url(guide.code),
                created=decided(guide.decision) if guide.decision else None,
                published=guide.published_at,
                until=guide.ended_on,
                number=(guide.decision.number or "") if guide.decision else "",
                unit=_unit(snapshot, guide.authority),
                entry=guide_entry.path,
                complete=whole,
                lacks="" if whole else _lacks(guide) if topic == "procedure/guide" else keys_of(Video, "captions"),
                sample=guide.sample,
            )


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Every procedure of both tiers."""
    found = items(snapshot.catalog, snapshot.as_of)
    if not found:
        return
    yield Table(
        TABLE,
        snapshot.say(msg("Administrative procedures")),
        (
            Column("code", "Mã thủ tục"),
            Column("name", "Tên thủ tục"),
            Column("procedure_field", "Lĩnh vực"),
            coded("state", "Tình trạng", State),
            Column("time_limit", "Thời hạn"),
            Column("fee", "Phí, lệ phí"),
            coded("online_level", "Mức trực tuyến", OnlineLevel),
            Column("has_guide", "Có hướng dẫn chi tiết", "boolean"),
            Column("source", "Nguồn"),
            Column("taken_on", "Lấy ngày", "date"),
            coded("confidence", "Mức tin cậy", Confidence),
            Column("url", "Địa chỉ trên trang"),
        ),
        tuple(_cells(snapshot, item) for item in found),
        tuple(dict.fromkeys(e.path for i in found for e in (i.guide, i.list) if e is not None)),
        any(i.sample for i in found),
        tuple(f"procedure/{name}.html" for name in ("front", "group", "panel")),
        snapshot.say(
            msg(
                "Every procedure that the unit handles, those with a guide of their own and those that are only listed."
            )
        ),
    )


def _cells(snapshot: Snapshot, item: Item) -> tuple[Plain, ...]:
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
        (limit(snapshot, guide.time_limit) if guide else item.row.time_limit if item.row else None) or None,
        cost(snapshot, item) or None,
        guide.online_level.value if guide else None,
        guide is not None,
        source.title if source else listing.source if listing else None,
        taken.isoformat() if taken else None,
        item.row.confidence.value if item.row and item.row.confidence else None,
        item.url,
    )


def feed(snapshot: Snapshot) -> Iterator[FeedItem]:
    """New guides, changes in the life of guides, and what the lists took over from the province."""
    for entry in snapshot.catalog.all(Procedure):
        guide, url = entry.model, guide_url(entry.model.code)
        days = {change.date for change in guide.history}
        unit = guide.receiving_point or guide.authority or ""
        if guide.published_at and guide.published_at <= snapshot.as_of and guide.published_at not in days:
            summary = guide.summary or snapshot.say(msg("A new guide: {code}", code=guide.code))
            yield FeedItem(guide.published_at, url, guide.name, summary, unit)
        for change in guide.history:
            if change.date <= snapshot.as_of:
                yield FeedItem(change.date, url, guide.name, change.text, unit)
    for listing in snapshot.catalog.all(ProcedureList):
        for announcement in listing.model.announcements:
            day = list_posted(listing.model, announcement, snapshot.catalog.site)
            if day and day <= snapshot.as_of:
                summary = snapshot.say(
                    msg(
                        "{added} new, {changed} amended, {abolished} abolished procedures",
                        added=len(announcement.added),
                        changed=len(announcement.changed),
                        abolished=len(announcement.abolished),
                    ),
                )
                yield FeedItem(day, CHANGES, announcement.title, summary, listing.model.unit)


def turns(snapshot: Snapshot) -> Iterator[ScheduledChange]:
    """The days on which a decision takes effect or a procedure ends."""
    for entry in snapshot.catalog.all(Procedure):
        guide, url = entry.model, guide_url(entry.model.code)
        if guide.ended_on and guide.ended_on > snapshot.as_of and not guide.state.applies:
            what = snapshot.say(msg("{name} no longer applies", name=guide.name))
            yield ScheduledChange(guide.ended_on, what, entry.path, url)
        decisions = (guide.decision, *(change.decision for change in guide.history))
        for day in sorted({d.effective_from for d in decisions if d and d.effective_from}):
            if day > snapshot.as_of:
                yield ScheduledChange(
                    day, snapshot.say(msg("{decision} takes effect", decision=guide.name)), entry.path, url
                )
    for listing in snapshot.catalog.all(ProcedureList):
        for ending in listing.model.rows:
            if ending.ended_on and ending.ended_on > snapshot.as_of and not ending.state.applies:
                what = snapshot.say(msg("{name} no longer applies", name=ending.name))
                yield ScheduledChange(ending.ended_on, what, listing.path, SECTION.url)
        for announcement in listing.model.announcements:
            effective = announcement.effective_from
            if effective and effective > snapshot.as_of:
                what = snapshot.say(msg("{decision} takes effect", decision=announcement.title))
                yield ScheduledChange(effective, what, listing.path, CHANGES)


def _lacks(guide: Procedure) -> str:
    """The parts that an incomplete guide does not fill in; of some it may say under `not_applicable` that there are none."""
    return keys_of(Procedure, *missing(guide), *unanswered(guide))

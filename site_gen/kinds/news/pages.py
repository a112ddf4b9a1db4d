"""News, newest first, twenty to a page; a page for each item."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from site_gen.base.messages import msg
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date
from site_gen.kinds.news.model import News, Topic
from site_gen.model.entry import Entry
from site_gen.pages.columns import Column, coded
from site_gen.pages.contributions import Disclosure, FeedItem, ScheduledChange, Section, Table
from site_gen.pages.page import Page, Panel
from site_gen.rules.snapshot import Snapshot

SECTION = Section("tin", "tin/index.html", msg("News"), msg("What the commune does and announces."), 10)
A_PAGE = 20
TABLE = "tin-bai"


def url(id: str) -> str:
    """Address of an item."""
    return f"tin/{id}.html"


def newest(snapshot: Snapshot) -> list[Entry[News]]:
    """All items whose day has come, newest first."""
    found = (e for e in snapshot.catalog.all(News) if e.model.date <= snapshot.as_of)
    return sorted(found, key=lambda e: (-e.model.date.toordinal(), e.id))


def row(snapshot: Snapshot, entry: Entry[News]) -> Context:
    """An item in a list."""
    item = entry.model
    return {
        "id": entry.id,
        "url": url(entry.id),
        "title": item.title,
        "day": show_date(item.date),
        "unit": snapshot.link("unit", item.unit),
        "topic": snapshot.word(item.topic),
        "summary": item.summary or "",
        "over": bool(item.until and item.until < snapshot.as_of),
        "outage": _outage(item),
        "sample": item.sample,
    }


def _outage(item: News) -> Context:
    if item.outage is None:
        return {}
    return {
        "since": show_date(item.outage.since),
        "until": show_date(item.outage.until),
        "last": item.outage.until.isoformat(),
        "what": item.outage.what,
        "planned": item.outage.planned,
    }


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The list, in pages, and every item."""
    found = newest(snapshot)
    chunks = [found[i : i + A_PAGE] for i in range(0, len(found), A_PAGE)] or [[]]
    addresses = [SECTION.url, *(f"tin/trang-{n}.html" for n in range(2, len(chunks) + 1))]
    title = snapshot.say(SECTION.title)
    for number, chunk in enumerate(chunks):
        context: Context = {
            "rows": [row(snapshot, e) for e in chunk],
            "count": len(found),
            "number": number + 1,
            "newer": addresses[number - 1] if number else "",
            "older": addresses[number + 1] if number + 1 < len(chunks) else "",
        }
        yield Page(
            addresses[number],
            "news/list.html",
            title if number == 0 else f"{title} ({number + 1})",
            context,
            tuple(e.path for e in chunk),
            () if number == 0 else ((title, SECTION.url),),
            SECTION.menu,
            updated=chunk[0].model.date.isoformat() if chunk else "",
            sample=any(e.model.sample for e in chunk),
        )
    for entry in found:
        yield _item(snapshot, entry, title)


def _item(snapshot: Snapshot, entry: Entry[News], title: str) -> Page:
    item = entry.model
    context: Context = {
        **row(snapshot, entry),
        "author": item.author or "",
        "source": item.source or "",
        "body": item.body,
        "until": show_date(item.until) if item.until else "",
        "images": [{"file": i.file, "alt": i.alt or ""} for i in item.images if i.file in snapshot.catalog.attachments],
        "notes": snapshot.notes_of(entry.path),
    }
    return Page(
        url(entry.id),
        "news/page.html",
        item.title,
        context,
        (entry.path,),
        ((title, SECTION.url),),
        SECTION.menu,
        ("news", entry.id),
        updated=(item.updated_at or item.date).isoformat(),
        sample=item.sample,
    )


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """The newest three on the home page, the newest five on each unit's."""
    found = newest(snapshot)
    if not found:
        return
    home: list[Plain] = [row(snapshot, e) for e in found[:3]]
    yield Panel(("site", "home"), 40, "news/panel.html", {"rows": home, "more": SECTION.url})
    units: dict[str, list[Plain]] = {}
    for entry in found:
        if name := snapshot.catalog.named("unit", entry.model.unit):
            units.setdefault(name.id, []).append(row(snapshot, entry))
    for id, rows in units.items():
        yield Panel(("unit", id), 70, "news/panel.html", {"rows": rows[:5], "more": SECTION.url})


def disclosures(snapshot: Snapshot) -> Iterator[Disclosure]:
    """Each item, with its unit: one a year is what each unit owes."""
    for entry in newest(snapshot):
        name = snapshot.catalog.named("unit", entry.model.unit)
        yield Disclosure(
            "news",
            entry.model.title,
            url(entry.id),
            created=entry.model.date,
            published=entry.model.date,
            until=entry.model.until,
            unit=name.id if name else "",
            entry=entry.path,
            sample=entry.model.sample,
        )


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Every item."""
    found = newest(snapshot)
    yield Table(
        TABLE,
        snapshot.say(SECTION.title),
        (
            Column("date", "Ngày", "date"),
            Column("title", "Tiêu đề"),
            Column("unit", "Đơn vị"),
            coded("topic", "Chuyên mục", Topic),
            Column("url", "Địa chỉ trên trang"),
        ),
        tuple((e.model.date.isoformat(), e.model.title, e.model.unit, e.model.topic.value, url(e.id)) for e in found),
        tuple(e.path for e in found),
        any(e.model.sample for e in found),
        ("news/list.html", "news/panel.html"),
    )


def feed(snapshot: Snapshot) -> Iterator[FeedItem]:
    """Every item."""
    for entry in newest(snapshot):
        yield FeedItem(entry.model.date, url(entry.id), entry.model.title, entry.model.summary or "", entry.model.unit)


def turns(snapshot: Snapshot) -> Iterator[ScheduledChange]:
    """Announcements whose last day passes; the new year, in which units that told nothing in the old one are named."""
    year = snapshot.as_of.year
    if any(e.model.date.year == year for e in newest(snapshot)):
        what = snapshot.say(msg("{year} is over: units without news are named", year=str(year)))
        yield ScheduledChange(date(year + 1, 1, 1), what, SECTION.url, "tin/theo-don-vi.html")
    for entry in newest(snapshot):
        until = entry.model.until
        if until and until >= snapshot.as_of:
            what = snapshot.say(msg("news “{title}”: no longer current", title=entry.model.title))
            yield ScheduledChange(until + timedelta(1), what, entry.path, url(entry.id))

"""The life of news: an item is published, and an announcement ends; a year ends, too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.messages import msg
from site_gen.kinds.news.model import News
from site_gen.model.entry import Entry
from site_gen.pages.life import DAY, Disclosed, Life, Moment, Subject, life, subject_of
from site_gen.pages.life import News as FeedNews
from site_gen.rules.snapshot import Snapshot

BY_UNIT = "tin/theo-don-vi.html"
"""The table of units and years."""


def url(id: str) -> str:
    """Address of an item."""
    return f"tin/{id}.html"


def newest(snapshot: Snapshot) -> list[Entry[News]]:
    """All items whose day has come, newest first."""
    found = (entry for entry in snapshot.catalog.all(News) if entry.model.date <= snapshot.as_of)
    return sorted(found, key=lambda e: (-e.model.date.toordinal(), e.id))


def lives(snapshot: Snapshot) -> Iterator[Life]:
    """Each item, of which a unit owes one a year; and the new year, in which units without any are named."""
    found = newest(snapshot)
    year = snapshot.as_of.year
    if any(entry.model.date.year == year for entry in found):
        over = msg("{year} is over: units without news are named", year=str(year))
        yield life(Subject("", BY_UNIT, "tin/index.html"), Moment(date(year + 1, 1, 1), change=over))
    for entry in found:
        item = entry.model
        made = Disclosed(topic="news", created=item.date, published=item.date, until=item.until)
        over = msg("news “{title}”: no longer current", title=item.title)
        yield life(
            subject_of(entry, item.title, url(entry.id), item.unit),
            Moment(item.date, disclosed=made, news=FeedNews(item.summary or "")),
            Moment(item.until + DAY, change=over) if item.until else None,
        )

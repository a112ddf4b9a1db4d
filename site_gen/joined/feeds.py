"""The feeds of a site: everything that is new, notices, and one for each unit that has something to tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.joined.lives import feed_of_kinds
from site_gen.pages.contributions import FeedItem
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot

ALL, NOTICES = "tin-moi.atom", "thu-xin-loi/thong-bao.atom"
NOTICE_PAGES = "thu-xin-loi/"
MOST = 50
"""So many items a feed holds, the newest."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: where it is, what it is called, the page it belongs to, its items."""

    path: str
    title: str
    page: str
    items: tuple[FeedItem, ...]


def feeds_of(snapshot: Snapshot) -> tuple[Feed, ...]:
    """The feed of everything first, then that of notices, then those of units; what is still to come is in none."""
    catalog, name = snapshot.catalog, snapshot.catalog.site.short_name
    items = tuple(item for item in feed_of_kinds(snapshot) if item.day <= snapshot.as_of)
    notices = snapshot.say(msg("{name}: notices posted now", name=name))
    out = [
        Feed(ALL, title_of_all(snapshot), "index.html", items),
        Feed(NOTICES, notices, "thu-xin-loi/index.html", tuple(i for i in items if i.notice)),
    ]
    by_unit: dict[str, list[FeedItem]] = {}
    labels: dict[str, tuple[str, str]] = {}
    for item in items:
        unit = catalog.named("unit", item.unit) if item.unit else None
        if unit is not None:
            by_unit.setdefault(unit.id, []).append(item)
            labels[unit.id] = (unit.label, unit.url)
    for id in sorted(by_unit):
        label, page = labels[id]
        title = snapshot.say(msg("{name}: news of {unit}", name=name, unit=label))
        out.append(Feed(f"don-vi/{id}.atom", title, page, tuple(by_unit[id])))
    return tuple(out)


def title_of_all(snapshot: Snapshot) -> str:
    """What the feed of everything is called."""
    return snapshot.say(msg("{name}: what is new", name=snapshot.catalog.site.short_name))


def with_feeds(pages: Iterable[Page], feeds: Sequence[Feed]) -> Iterator[Page]:
    """Each page with the feeds that tell of it; that of everything is named by the frame of all pages."""
    by_page = {feed.page: (feed.path, feed.title) for feed in feeds if feed.path != ALL}
    notices = next((feed.path, feed.title) for feed in feeds if feed.path == NOTICES)
    for page in pages:
        mine = by_page.get(page.url) or (notices if page.url.startswith(NOTICE_PAGES) and page.index else None)
        yield replace(page, feeds=(mine,)) if mine else page

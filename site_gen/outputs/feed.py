"""Atom feeds (RFC 4287) of what is new. An item that may no longer be shown is simply not in them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from site_gen.base.dataclass import dataclass
from site_gen.base.vietnamese import slug
from site_gen.joined.feeds import MOST, Feed
from site_gen.pages.contributions import FeedItem
from site_gen.pages.page import Artifact


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose feeds they are: the author's name, the site's address if it has one, the day of building."""

    author: str
    home: str
    as_of: date


def feed_file(feed: Feed, origin: Origin) -> Artifact:
    """The newest items, newest first. Without an address links are relative to the feed, and ids are tag URIs (RFC 4151)."""
    chosen = sorted(feed.items, key=lambda i: (-i.day.toordinal(), i.url, i.title))[:MOST]
    newest = max((i.day for i in chosen), default=origin.as_of)
    rows = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">',
        f"<title>{escape(feed.title)}</title>",
        f"<id>{escape(_id(origin, feed.path))}</id>",
        f"<updated>{_time(newest)}</updated>",
        f"<author><name>{escape(origin.author)}</name></author>",
        f'<link rel="alternate" type="text/html" href={quoteattr(_address(origin, feed, feed.page))}/>',
    ]
    if origin.home:
        rows.append(f'<link rel="self" type="application/atom+xml" href={quoteattr(f"{origin.home}/{feed.path}")}/>')
    for item, name in zip(chosen, _names(chosen), strict=True):
        rows += [
            "<entry>",
            f"<title>{escape(item.title)}</title>",
            f"<id>{escape(_id(origin, name))}</id>",
            f"<updated>{_time(item.day)}</updated>",
            f'<link rel="alternate" type="text/html" href={quoteattr(_address(origin, feed, item.url))}/>',
            f"<summary>{escape(item.summary or item.title)}</summary>",
            "</entry>",
        ]
    return Artifact(feed.path, ("\n".join([*rows, "</feed>"]) + "\n").encode())


def _names(items: Iterable[FeedItem]) -> list[str]:
    """A name for each item, the same in every feed and every build: one page may have news on several days."""
    out: list[str] = []
    for item in items:
        name = f"{item.url}{'&' if '#' in item.url else '#'}{item.day.isoformat()}"
        out.append(f"{name}-{slug(item.title)}" if name in out else name)
    return out


def _address(origin: Origin, feed: Feed, url: str) -> str:
    return f"{origin.home}/{url}" if origin.home else "../" * feed.path.count("/") + url


def _id(origin: Origin, name: str) -> str:
    return f"{origin.home}/{name}" if origin.home else f"tag:sitegen.invalid,2026:{slug(origin.author)}/{name}"


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00+07:00"

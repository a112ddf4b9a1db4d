"""An Atom feed (RFC 4287) of what is new. An item that may no longer be shown is simply not in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from site_gen.base.vietnamese import slug
from site_gen.pages.offer import FeedItem
from site_gen.pages.page import Artifact

PATH = "tin-moi.atom"
MOST = 50


def feed(items: Iterable[FeedItem], title: str, base_url: str, as_of: date) -> Artifact:
    """The newest items, newest first. Without `base_url` addresses are relative to the feed, and ids are tag URIs."""
    chosen = sorted(items, key=lambda i: (-i.day.toordinal(), i.url))[:MOST]
    home = base_url.rstrip("/")
    newest = max((i.day for i in chosen), default=as_of)
    rows = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{escape(title)}</title>",
        f"<id>{escape(_id(home, title, ''))}</id>",
        f"<updated>{_time(newest)}</updated>",
        f"<author><name>{escape(title)}</name></author>",
        f'<link rel="alternate" href={quoteattr(home + "/" if home else "index.html")}/>',
    ]
    if home:
        rows.append(f'<link rel="self" href={quoteattr(f"{home}/{PATH}")}/>')
    for item in chosen:
        address = f"{home}/{item.url}" if home else item.url
        rows += [
            "<entry>",
            f"<title>{escape(item.title)}</title>",
            f"<id>{escape(_id(home, title, item.url))}</id>",
            f"<updated>{_time(item.day)}</updated>",
            f"<link href={quoteattr(address)}/>",
            f"<summary>{escape(item.summary or item.title)}</summary>",
            "</entry>",
        ]
    return Artifact(PATH, ("\n".join([*rows, "</feed>"]) + "\n").encode())


def _id(home: str, title: str, url: str) -> str:
    return f"{home}/{url}" if home else f"tag:sitegen.invalid,2026:{slug(title)}/{url}"


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00+07:00"

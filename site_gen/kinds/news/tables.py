"""News as open data."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.kinds.news.model import News
from site_gen.kinds.news.moments import newest, url
from site_gen.kinds.news.pages import SECTION
from site_gen.pages.columns import address, columns
from site_gen.pages.contributions import Table, entry_table
from site_gen.rules.snapshot import Snapshot

COLUMNS = (*columns(News, "date", "title", "unit", "topic"), address(lambda entry: url(entry.id)))


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Every item."""
    shown = ("news/list.html", "news/panel.html")
    yield entry_table("tin-bai", snapshot.say(SECTION.title), COLUMNS, newest(snapshot), shown=shown)

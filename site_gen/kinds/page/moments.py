"""The life of a free page: it is published."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.kinds.page.model import FreePage
from site_gen.pages.life import Disclosed, Life, Moment, life, subject_of
from site_gen.rules.snapshot import Snapshot


def url(id: str) -> str:
    """Address of a page, at the site's root."""
    return f"{id}.html"


def lives(snapshot: Snapshot) -> Iterator[Life]:
    """Each page is disclosed under its own id, so that a duty may be fulfilled by one (`page/quy-che`)."""
    for entry in snapshot.catalog.all(FreePage):
        day = entry.model.published_at
        made = Disclosed(topic=f"page/{entry.id}", published=day)
        yield life(subject_of(entry, entry.model.title, url(entry.id)), Moment(day, disclosed=made))

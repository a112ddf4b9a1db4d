"""Free pages: one for each file."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.dataclass import dataclass
from site_gen.kinds.page.model import FreePage
from site_gen.kinds.page.moments import url
from site_gen.pages.fill import fill
from site_gen.pages.frames import Shown
from site_gen.pages.page import Page
from site_gen.rules.snapshot import ShownNote, Snapshot


@dataclass(frozen=True)
class Text(Shown):
    """A text under its title."""

    template = "page/page.html"
    summary: str | None
    body: str
    notes: list[ShownNote]


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """One page for each file; those of the menu stand at the foot of every page."""
    for entry in snapshot.catalog.all(FreePage):
        page = entry.model
        day = page.updated_at or page.published_at
        yield Page(
            url(entry.id),
            Text.template,
            page.title,
            fill(Text, snapshot, entry, notes=snapshot.notes_of(entry.path)),
            (entry.path,),
            subject=("page", entry.id),
            updated=day,
            footer=page.order if page.in_menu else None,
            sample=page.sample,
        )

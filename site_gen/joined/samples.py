"""Whether a page shows sample data throughout, so that its notice says it once, or here and there, so that rows bear the mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot


def with_mixed(snapshot: Snapshot, pages: Iterable[Page]) -> Iterator[Page]:
    """Each page; one that shows sample data is mixed unless everything it comes from is known to be sample data."""
    invented = {entry.path for entry in snapshot.catalog.entries() if entry.model.sample}
    for page in pages:
        whole = page.sources and invented.issuperset(page.sources)
        yield replace(page, mixed=True) if page.sample and not whole else page

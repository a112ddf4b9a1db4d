"""The life of a scorecard: it is published."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.kinds.scorecard.model import Scorecard
from site_gen.model.entry import Entry
from site_gen.model.period import Period
from site_gen.pages.life import Disclosed, Life, Moment, life, subject_of
from site_gen.rules.snapshot import Snapshot


def url(id: str) -> str:
    """Address of a scorecard."""
    return f"chi-so/{id}.html"


def in_order(snapshot: Snapshot) -> list[Entry[Scorecard]]:
    """Every scorecard, the newest result first."""
    return sorted(snapshot.catalog.all(Scorecard), key=lambda e: (-e.model.year_assessed, e.id))


def lives(snapshot: Snapshot) -> Iterator[Life]:
    """Each scorecard is made public once, and stays."""
    for entry in in_order(snapshot):
        card = entry.model
        made = Disclosed(
            topic="scorecard",
            created=card.published_on,
            published=card.published_at,
            number=(card.decision.number or "") if card.decision else "",
            period=Period.of(card.year_assessed, 1, 12),
        )
        yield life(subject_of(entry, card.title, url(entry.id), card.unit), Moment(card.published_at, disclosed=made))

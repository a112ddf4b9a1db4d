"""The life of an initiative: it is made public, and nothing of it changes by itself."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.kinds.initiative.model import Initiative
from site_gen.model.entry import Entry
from site_gen.model.period import Period
from site_gen.pages.life import Disclosed, Life, Moment, life, subject_of
from site_gen.rules.snapshot import Snapshot


def url(id: str) -> str:
    """Address of an initiative."""
    return f"sang-kien/{id}.html"


def newest_first(snapshot: Snapshot) -> list[Entry[Initiative]]:
    """Every initiative, the newest year first."""
    return sorted(snapshot.catalog.all(Initiative), key=lambda entry: (-entry.model.year, entry.id))


def lives(snapshot: Snapshot) -> Iterator[Life]:
    """Each initiative as it was made public."""
    for entry in newest_first(snapshot):
        initiative = entry.model
        decided = initiative.decision.date if initiative.decision else None
        made = Disclosed(
            topic="initiative",
            created=(decided.exact if decided else None) or initiative.registered_on,
            published=initiative.published_at,
            number=(initiative.decision.number or "") if initiative.decision else "",
            period=Period.of(initiative.year, 1, 12),
        )
        yield life(subject_of(entry, initiative.title, url(entry.id), initiative.unit), Moment(None, disclosed=made))

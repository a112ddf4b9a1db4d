"""Dossier statistics on the notice board: a sheet for each period."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.kinds.dossier_statistics.model import DossierStatistics
from site_gen.kinds.dossier_statistics.pages import page_title, shown, updated
from site_gen.kinds.dossier_statistics.series import month_of, running
from site_gen.kinds.dossier_statistics.views import url
from site_gen.pages.contributions import Sheet
from site_gen.rules.snapshot import Snapshot


def sheets(snapshot: Snapshot) -> Iterator[Sheet]:
    """Every period that the site has; unasked, the latest."""
    series = running(snapshot.catalog)
    entries = sorted(snapshot.catalog.all(DossierStatistics), key=lambda e: (e.model.period, e.id))
    latest = series[-1].entry if series else entries[-1] if entries else None
    for entry in entries:
        month = next((m for m in series if m.entry is entry), None) or month_of(entry, snapshot.catalog)
        yield Sheet(
            "statistics",
            entry.model.period.key,
            f"thong-ke/{entry.model.period.key}",
            page_title(snapshot, entry.model.period),
            "statistics",
            shown(snapshot, month, series),
            url(entry.model.period),
            (entry.path,),
            standing=entry is latest,
            updated="/".join(reversed(updated(entry).split("-"))),
            term=snapshot.say(msg("at least 30 days")),
            sample=entry.model.sample,
        )

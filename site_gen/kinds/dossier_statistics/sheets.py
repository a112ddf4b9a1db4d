"""Dossier statistics on the notice board: a sheet for each period."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.base.values import named_values
from site_gen.base.vietnamese import show_date
from site_gen.kinds.dossier_statistics.moments import title, url
from site_gen.kinds.dossier_statistics.pages import whole
from site_gen.kinds.dossier_statistics.series import in_order, running
from site_gen.pages.contributions import Sheet
from site_gen.pages.frames import last_change
from site_gen.rules.snapshot import Snapshot


def sheets(snapshot: Snapshot) -> Iterator[Sheet]:
    """Every period that the site has; unasked, the latest."""
    series, entries = running(snapshot.catalog), in_order(snapshot.catalog)
    latest = series[-1].entry if series else entries[-1] if entries else None
    for entry in entries:
        period, updated = entry.model.period, last_change(entry)
        yield Sheet(
            "statistics",
            period.key,
            f"thong-ke/{period.key}",
            title(snapshot, period),
            "statistics",
            dict(named_values(whole(snapshot, entry))),
            url(period),
            (entry.path,),
            standing=entry is latest,
            updated=show_date(updated) if updated else "",
            term=snapshot.say(msg("at least 30 days")),
            sample=entry.model.sample,
        )

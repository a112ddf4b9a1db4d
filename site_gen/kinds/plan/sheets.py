"""Plans on the notice board: the appendix of tasks, landscape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from site_gen.base.messages import msg
from site_gen.base.values import as_printed
from site_gen.base.vietnamese import show_date
from site_gen.kinds.plan.appendix import appendix, appendix_url
from site_gen.kinds.plan.moments import short
from site_gen.kinds.plan.views import shows, sources, updated
from site_gen.pages.contributions import Sheet
from site_gen.rules.snapshot import Snapshot


def sheets(snapshot: Snapshot) -> Iterator[Sheet]:
    """Every plan with an appendix; unasked, those of the newest year."""
    found = [show for show in shows(snapshot) if show.bundle.appendix]
    newest = max((show.plan.year for show in found), default=0)
    for show in found:
        day, shown = updated(show.bundle), appendix(show, show.bundle.tasks)
        yield Sheet(
            "plan",
            show.id,
            f"ke-hoach/{show.id}",
            snapshot.say(msg("Appendix: {plan}", plan=short(show.bundle.entry))),
            "plan",
            as_printed(replace(shown, plan=replace(shown.plan, day=show.bundle.day))),
            appendix_url(show),
            sources(show.bundle),
            landscape=True,
            standing=show.plan.year == newest,
            updated=show_date(day) if day else "",
            term=snapshot.say(msg("at least 30 days")),
            sample=show.bundle.sample or show.plan.sample,
        )

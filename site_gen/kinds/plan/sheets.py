"""Plans on the notice board: the appendix of tasks, landscape."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.kinds.plan.appendix import appendix, appendix_url
from site_gen.kinds.plan.frame import short, sources, updated
from site_gen.kinds.plan.views import Show
from site_gen.kinds.plan.work import dossiers
from site_gen.pages.contributions import Sheet
from site_gen.rules.snapshot import Snapshot


def sheets(snapshot: Snapshot) -> Iterator[Sheet]:
    """Every plan with an appendix; unasked, those of the newest year."""
    found = [d for d in dossiers(snapshot.catalog, snapshot.as_of, snapshot.catalog.site.due_soon_days) if d.appendix]
    newest = max((d.plan.year for d in found), default=0)
    for d in found:
        yield Sheet(
            "plan",
            d.entry.id,
            f"ke-hoach/{d.entry.id}",
            snapshot.say(msg("Appendix: {plan}", plan=short(d.entry))),
            "plan",
            appendix(Show(snapshot, d)),
            appendix_url(d.entry.id),
            sources(d),
            landscape=True,
            standing=d.plan.year == newest,
            updated="/".join(reversed(updated(d).split("-"))),
            term=snapshot.say(msg("at least 30 days")),
            sample=d.sample or d.plan.sample,
        )

"""Notices on the board: each letter that is posted on the day, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.base.values import Context
from site_gen.base.vietnamese import show_date
from site_gen.kinds.apology.pages import SECTION, letter, row, title, url
from site_gen.kinds.apology.posting import Stage, postings
from site_gen.pages.contributions import Sheet
from site_gen.rules.snapshot import Snapshot


def sheets(snapshot: Snapshot) -> Iterator[Sheet]:
    """Nothing of a notice before its posting begins, nothing after it has ended."""
    posted = [p for p in postings(snapshot.catalog, snapshot.as_of) if p.stage is Stage.POSTED]
    if posted:
        context: Context = {
            "notices": [row(snapshot, p) for p in posted],
            "days": snapshot.catalog.site.apology_days,
            "basis": snapshot.catalog.site.apology_basis or "",
        }
        yield Sheet(
            "apologies",
            "",
            "thu-xin-loi/danh-sach",
            snapshot.say(msg("Apology notices posted now")),
            "apologies",
            context,
            SECTION.url,
            tuple(p.entry.path for p in posted),
            updated=show_date(max(p.first for p in posted)),
            first=max(p.first for p in posted),
            last=min(p.last for p in posted),
            sample=any(p.entry.model.sample for p in posted),
        )
    for p in posted:
        yield Sheet(
            "apologies",
            p.entry.id,
            f"thu-xin-loi/{p.entry.id}",
            title(snapshot, p),
            "apology",
            letter(snapshot, p),
            url(p.entry.id),
            (p.entry.path,),
            first=p.first,
            last=p.last,
            sample=p.entry.model.sample,
        )

"""Notices on the board: each letter that is posted on the day, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.base.values import Context, named_values
from site_gen.base.vietnamese import show_date
from site_gen.kinds.apology.model import Apology
from site_gen.kinds.apology.moments import SECTION, begun, is_posted, title, url
from site_gen.kinds.apology.pages import letter, row_of
from site_gen.model.model import label_of
from site_gen.pages.contributions import Sheet
from site_gen.rules.snapshot import Snapshot


def sheets(snapshot: Snapshot) -> Iterator[Sheet]:
    """Nothing of a notice before its posting begins, nothing after it has ended."""
    posted = [entry for entry in begun(snapshot) if is_posted(snapshot, entry)]
    if not posted:
        return
    days, language = snapshot.site.apology_days, snapshot.site.language.value
    labels = {name: label_of(Apology, name, language) for name in ("number", "procedure", "dossier_code", "reason")}
    newest = max(entry.model.posted_from for entry in posted)
    context: Context = {
        "notices": [row_of(snapshot, entry) for entry in posted],
        "days": days,
        "basis": snapshot.site.apology_basis,
        "labels": labels,
    }
    yield Sheet(
        "apologies",
        "",
        "thu-xin-loi/danh-sach",
        snapshot.say(msg("Apology notices posted now")),
        "apologies",
        context,
        SECTION.url,
        tuple(entry.path for entry in posted),
        updated=show_date(newest),
        first=newest,
        last=min(entry.model.last_day(days) for entry in posted),
        sample=any(entry.model.sample for entry in posted),
    )
    for entry in posted:
        yield Sheet(
            "apologies",
            entry.id,
            f"thu-xin-loi/{entry.id}",
            title(snapshot, entry),
            "apology",
            {**named_values(letter(snapshot, entry)), "resolved_on": entry.model.resolved_on, "labels": labels},
            url(entry.id),
            (entry.path,),
            first=entry.model.posted_from,
            last=entry.model.last_day(days),
            sample=entry.model.sample,
        )

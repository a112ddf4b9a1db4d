"""What changed in procedures: in the life of guides, and by announcements of the province."""

from __future__ import annotations

from site_gen.base.messages import msg
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date
from site_gen.kinds.procedure.frame import SECTION, crumbs, sources, updated
from site_gen.kinds.procedure.items import Item
from site_gen.kinds.procedure.model import ProcedureList
from site_gen.kinds.procedure.timing import decided, list_posted, publication_delay
from site_gen.kinds.procedure.views import decision
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot

CHANGES = "thu-tuc/thay-doi.html"
MOST_CHANGES = 60


def changes_page(snapshot: Snapshot, everything: tuple[Item, ...]) -> Page:
    """What changed, newest first: in the life of guides, and by announcements of the province."""
    found: list[tuple[str, Plain]] = []
    for item in everything:
        if item.guide is None:
            continue
        for change in item.guide.model.history:
            line: Context = {
                "day": show_date(change.date),
                "name": item.name,
                "code": item.code,
                "url": item.url,
                "text": change.text,
                "decision": decision(snapshot, change.decision),
                "sample": item.sample,
            }
            found.append((change.date.isoformat(), line))
    found.sort(key=lambda pair: pair[0], reverse=True)
    return Page(
        CHANGES,
        "procedure/changes.html",
        snapshot.say(msg("What changed in procedures")),
        {"changes": [line for _, line in found[:MOST_CHANGES]], "announcements": _announcements(snapshot)},
        sources(everything),
        crumbs(snapshot),
        SECTION.menu,
        updated=updated(everything),
        sample=any(i.sample for i in everything),
    )


def _announcements(snapshot: Snapshot) -> list[Plain]:
    """What the province announced, newest first, with how soon the list followed."""
    found: list[tuple[str, Plain]] = []
    for entry in snapshot.catalog.all(ProcedureList):
        for a in entry.model.announcements:
            posted = list_posted(entry.model, a, snapshot.catalog.site)
            behind = publication_delay(a, posted, snapshot.catalog.site)
            line: Context = {
                **decision(snapshot, a),
                "added": snapshot.links("procedure", a.added),
                "changed": snapshot.links("procedure", a.changed),
                "abolished": snapshot.links("procedure", a.abolished),
                "codes": snapshot.links("procedure", a.codes),
                "posted": show_date(posted) if posted else "",
                "lag": -1 if behind is None else behind,
                "coming": bool(a.effective_from and a.effective_from > snapshot.as_of),
                "sample": entry.model.sample,
            }
            found.append(((decided(a) or a.effective_from or snapshot.as_of).isoformat(), line))
    return [line for _, line in sorted(found, key=lambda pair: pair[0], reverse=True)]

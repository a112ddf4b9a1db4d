"""What changed in procedures: in the life of guides, and by announcements of the province."""

from __future__ import annotations

from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_date
from site_gen.kinds.procedure.frame import SECTION, crumbs, sources, updated
from site_gen.kinds.procedure.items import Item
from site_gen.kinds.procedure.model import ProcedureList
from site_gen.kinds.procedure.timing import decided, lag, list_posted
from site_gen.kinds.procedure.views import decision
from site_gen.pages.edition import Edition
from site_gen.pages.page import Context, Page, Plain

CHANGES = "thu-tuc/thay-doi.html"
MOST_CHANGES = 60


def changes_page(edition: Edition, everything: tuple[Item, ...]) -> Page:
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
                "decision": decision(edition, change.decision),
                "sample": item.sample,
            }
            found.append((change.date.isoformat(), line))
    found.sort(key=lambda pair: pair[0], reverse=True)
    return Page(
        CHANGES,
        "procedure/changes.html",
        edition.say(msg("What changed in procedures")),
        {"changes": [line for _, line in found[:MOST_CHANGES]], "announcements": _announcements(edition)},
        sources(everything),
        crumbs(edition),
        SECTION.menu,
        updated=updated(everything),
        sample=any(i.sample for i in everything),
    )


def _announcements(edition: Edition) -> list[Plain]:
    """What the province announced, newest first, with how soon the list followed."""
    found: list[tuple[str, Plain]] = []
    for entry in edition.catalog.all(ProcedureList):
        for a in entry.model.announcements:
            posted = list_posted(entry.model, a, edition.catalog.site)
            behind = lag(a, posted, edition.catalog.site)
            line: Context = {
                **decision(edition, a),
                "added": edition.links("procedure", a.added),
                "changed": edition.links("procedure", a.changed),
                "abolished": edition.links("procedure", a.abolished),
                "codes": edition.links("procedure", a.codes),
                "posted": show_date(posted) if posted else "",
                "lag": -1 if behind is None else behind,
                "coming": bool(a.effective_from and a.effective_from > edition.as_of),
                "sample": entry.model.sample,
            }
            found.append(((decided(a) or a.effective_from or edition.as_of).isoformat(), line))
    return [line for _, line in sorted(found, key=lambda pair: pair[0], reverse=True)]

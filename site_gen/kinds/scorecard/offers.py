"""What scorecards give to other pages and to the register."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.values import Plain
from site_gen.base.vietnamese import show_number
from site_gen.kinds.scorecard.model import Scorecard
from site_gen.kinds.scorecard.tree import walk
from site_gen.kinds.scorecard.views import sentence, share, summary, url
from site_gen.model.period import Period
from site_gen.pages.contributions import Disclosure
from site_gen.pages.page import Panel
from site_gen.rules.snapshot import Snapshot


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """The newest scorecard on the home page; on a unit's page the scores in its charge."""
    cards = sorted(snapshot.catalog.all(Scorecard), key=lambda e: (-e.model.year_assessed, e.id))
    if cards:
        yield Panel(("site", "home"), 20, "scorecard/home_panel.html", {"card": summary(snapshot, cards[0])})
    units: dict[str, list[Plain]] = {}
    for entry in cards:
        for node in walk(entry.model):
            texts = {t for t in (node.criterion.unit, *node.criterion.assignee_roles) if t}
            for id in sorted({n.id for t in texts if (n := snapshot.catalog.named("unit", t))}):
                c = node.criterion
                units.setdefault(id, []).append(
                    {
                        "no": c.no or "",
                        "label": c.label,
                        "score": str(c.declared or ""),
                        "max": str(c.max or ""),
                        "share": share(c.declared, c.max),
                        "lost": show_number(node.lost) if node.lost else "",
                        "remedy": [sentence(r) for r in c.remedy],
                        "url": f"{url(entry.id)}#tc-{node.key}",
                        "year": entry.model.year_assessed,
                    }
                )
    for id, rows in units.items():
        yield Panel(("unit", id), 30, "scorecard/unit_panel.html", {"criteria": rows})


def disclosures(snapshot: Snapshot) -> Iterator[Disclosure]:
    """Each scorecard, as the register lists it."""
    for entry in snapshot.catalog.all(Scorecard):
        card = entry.model
        unit = snapshot.catalog.named("unit", card.unit)
        yield Disclosure(
            "scorecard",
            card.title,
            url(entry.id),
            created=card.published_on,
            published=card.published_at,
            number=(card.decision.number or "") if card.decision else "",
            period=Period.of(card.year_assessed, 1, 12),
            unit=unit.id if unit else "",
            entry=entry.path,
            sample=card.sample,
        )

"""What all pages of a plan share: how it is called, where it stands, from which files it comes."""

from __future__ import annotations

from site_gen.base.messages import msg
from site_gen.base.values import Context
from site_gen.base.vietnamese import show_date
from site_gen.kinds.plan.headings import words
from site_gen.kinds.plan.model import Plan
from site_gen.kinds.plan.views import Show, plan_url
from site_gen.kinds.plan.work import PlanBundle
from site_gen.model.entry import Entry

SECTION = "ke-hoach"


def short(entry: Entry[Plan]) -> str:
    """What lists and breadcrumbs call a plan."""
    return entry.model.short_title or entry.model.title


def crumbs(show: Show, *more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """The way from home down to the list of plans, and `more` below it."""
    return ((show.say(msg("Plans and progress")), "ke-hoach/index.html"), *more)


def below(show: Show) -> tuple[tuple[str, str], ...]:
    """The way down to the plan, for pages below it."""
    return crumbs(show, (short(show.dossier.entry), plan_url(show.dossier.entry.id)))


def sources(dossier: PlanBundle) -> tuple[str, ...]:
    """Every file that the plan's pages come from."""
    appendix = (dossier.appendix.path,) if dossier.appendix else ()
    return (dossier.entry.path, *appendix, *(r.path for r in dossier.reports))


def updated(dossier: PlanBundle) -> str:
    """ISO date of the plan's last change: its newest report, else its own date."""
    days = [r.model.date for r in dossier.reports]
    days += [d for e in (dossier.entry, dossier.appendix) if e and (d := e.model.updated_at or e.model.published_at)]
    if not days and dossier.plan.date and dossier.plan.date.exact:
        days.append(dossier.plan.date.exact)
    return max(days).isoformat() if days else ""


def head(show: Show) -> Context:
    """What stands under the title of every page of the plan."""
    d = show.dossier
    plan = d.plan
    return {
        "title": plan.title,
        "short": short(d.entry),
        "url": plan_url(d.entry.id),
        "kind": show.snapshot.word(plan.kind),
        "year": plan.year,
        "number": plan.number or "",
        "date": str(plan.date or ""),
        "decision": show.snapshot.document(plan.decision) if plan.decision else {},
        "words": words(show.headings, show.say),
        "issuer": show.snapshot.link("unit", plan.issuer),
        "sample": d.sample,
        "reported": bool(d.reports),
        "day": show_date(d.day),
        "closed": d.closed,
        "last_report": d.reports[-1].model.title if d.reports else "",
        "areas": len(plan.areas),
        "targets": len(d.appendix.model.targets) if d.appendix else 0,
        "tasks": len(d.appendix.model.tasks) if d.appendix else 0,
        "items": len(d.items),
        "has_money": d.has_money,
    }

"""What plans give to the whole site: their section, and what of them the register of disclosures lists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from site_gen.base.messages import msg, say
from site_gen.kinds.plan.frame import SECTION as MENU
from site_gen.kinds.plan.frame import short
from site_gen.kinds.plan.views import STATE_WORDS, plan_url
from site_gen.kinds.plan.work import PlanBundle, closes, dossiers
from site_gen.model.period import Period, read_period
from site_gen.pages.contributions import Disclosure, ScheduledChange, Section
from site_gen.rules.snapshot import Snapshot

SECTION = Section(
    MENU,
    "ke-hoach/index.html",
    msg("Plans and progress"),
    msg("Reform plans, each task with who, by when and what came of it."),
    10,
)


def disclosures(snapshot: Snapshot) -> Iterator[Disclosure]:
    """Each plan by what it is for, and each of its progress reports."""
    for dossier in dossiers(snapshot.catalog, snapshot.as_of, snapshot.catalog.site.due_soon_days):
        plan = dossier.plan
        unit = snapshot.catalog.named("unit", plan.issuer)
        who = unit.id if unit else ""
        yield Disclosure(
            f"plan/{plan.kind.value}",
            plan.title,
            plan_url(dossier.entry.id),
            created=plan.date.exact if plan.date else None,
            published=plan.published_at,
            number=plan.number or "",
            period=Period.of(plan.year, 1, 12),
            unit=who,
            entry=dossier.entry.path,
            sample=plan.sample,
        )
        for report in dossier.reports:
            yield Disclosure(
                f"plan/{plan.kind.value}/progress",
                f"{report.model.title} ({short(dossier.entry)})",
                plan_url(dossier.entry.id) + "#cap-nhat",
                created=report.model.date,
                published=report.model.published_at or report.model.date,
                number=(report.model.document.number or "") if report.model.document else "",
                period=read_period(report.model.period),
                unit=who,
                entry=report.path,
                sample=report.model.sample,
            )


def turns(snapshot: Snapshot) -> Iterator[ScheduledChange]:
    """The days on which an item becomes due soon or late, and on which a plan is closed, though nobody reports anything."""
    site = snapshot.catalog.site
    for dossier in dossiers(snapshot.catalog, snapshot.as_of, site.due_soon_days):
        if dossier.closed or dossier.day < snapshot.as_of:
            continue
        for day in sorted(_candidates(dossier, site.due_soon_days)):
            if day > snapshot.as_of and (site.valid_to is None or day <= site.valid_to):
                yield from _turned(snapshot, dossier, day)


def _candidates(dossier: PlanBundle, soon: int) -> set[date]:
    lasts = [s.item.deadline.latest for s in dossier.standings if s.item.deadline.latest]
    near = {last - timedelta(soon) for last in lasts}
    past = {last + timedelta(1) for last in lasts}
    return near | past | {closes(dossier.plan)}


def _turned(snapshot: Snapshot, dossier: PlanBundle, day: date) -> Iterator[ScheduledChange]:
    soon = snapshot.catalog.site.due_soon_days

    def at(when: date) -> PlanBundle:
        return next(d for d in dossiers(snapshot.catalog, when, soon) if d.entry.id == dossier.entry.id)

    before, after = at(day - timedelta(1)), at(day)
    url = plan_url(dossier.entry.id)
    if after.closed and not before.closed:
        words = msg("{plan}: the plan is closed", plan=short(dossier.entry))
        yield ScheduledChange(day, say(words, snapshot.catalog.site.language.value), dossier.entry.path, url)
        return
    for old, new in zip(before.standings, after.standings, strict=True):
        if old.state is not new.state:
            words = msg("{item}: {state}", item=new.item.text, state=STATE_WORDS[new.state])
            place = f"{dossier.entry.id}#{new.item.key}"
            yield ScheduledChange(day, say(words, snapshot.catalog.site.language.value), place, url)

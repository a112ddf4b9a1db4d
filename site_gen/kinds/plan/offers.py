"""What plans give to the whole site: their section, and what of them the register of disclosures lists."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.kinds.plan.frame import SECTION as MENU
from site_gen.kinds.plan.frame import short
from site_gen.kinds.plan.views import plan_url
from site_gen.kinds.plan.work import dossiers
from site_gen.model.period import Period, read_period
from site_gen.pages.edition import Edition
from site_gen.pages.offer import Disclosure, Section

SECTION = Section(
    MENU,
    "ke-hoach/index.html",
    msg("Plans and progress"),
    msg("Reform plans, each task with who, by when and what came of it."),
    10,
)


def disclosures(edition: Edition) -> Iterator[Disclosure]:
    """Each plan by what it is for, and each of its progress reports."""
    for dossier in dossiers(edition.catalog, edition.as_of, edition.catalog.site.due_soon_days):
        plan = dossier.plan
        unit = edition.catalog.named("unit", plan.issuer)
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

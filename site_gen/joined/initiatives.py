"""Targets of plans that are counted in initiatives, beside the register of initiatives."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.values import Address, Record
from site_gen.base.vietnamese import fold, show_number
from site_gen.kinds.initiative.model import Initiative
from site_gen.kinds.initiative.pages import SECTION
from site_gen.kinds.plan.model import Plan, Progress
from site_gen.kinds.plan.results import latest
from site_gen.kinds.plan.standing import PlanBundle, bundles_of
from site_gen.kinds.plan.target_model import Measure, PlanTarget
from site_gen.kinds.plan.targets import goal, with_unit
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Entry
from site_gen.pages.frames import Shown, panel
from site_gen.pages.page import Panel
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

Counted = tuple[PlanTarget, Measure]


@dataclass(frozen=True)
class CountedTarget(Record):
    """A target with what it asks for, what the newest report says, and what the register holds for the years of the plan."""

    name: str
    scope: str | None
    goal: str
    result: str
    registered: int
    recognised: int


@dataclass(frozen=True)
class CountedPanel(Shown):
    """On the page of a plan's targets: those that are counted in initiatives."""

    template = "counted_initiatives_panel.html"
    years: str
    targets: tuple[CountedTarget, ...]
    register: Address = SECTION.url


def initiative_panels(snapshot: Snapshot) -> Iterator[Panel]:
    """A panel for each plan that has such a target."""
    for bundle in bundles_of(snapshot):
        found = tuple(_counted(bundle))
        if found:
            registered, recognised = counts(snapshot.catalog, bundle.plan)
            targets = tuple(_shown(bundle, target, measure, registered, recognised) for target, measure in found)
            plan = bundle.plan
            years = f"{plan.year}–{plan.year_to}" if plan.year_to else str(plan.year)
            yield panel(("plan targets", bundle.entry.id), 10, CountedPanel(years, targets))


def _counted(bundle: PlanBundle) -> Iterator[Counted]:
    for target in bundle.appendix.model.targets if bundle.appendix else ():
        yield from ((target, measure) for measure in target.measures if fold(measure.unit).startswith("sang kien"))


def counts(catalog: Catalog, plan: Plan) -> tuple[int, int]:
    """How many initiatives the register holds for the years of a plan, and how many of them were recognised."""
    years = range(plan.year, (plan.year_to or plan.year) + 1)
    mine = [entry.model for entry in catalog.all(Initiative) if entry.model.year in years]
    return len(mine), sum(initiative.state.recognised for initiative in mine)


def _shown(bundle: PlanBundle, target: PlanTarget, measure: Measure, registered: int, recognised: int) -> CountedTarget:
    last = latest(bundle, target, measure)
    return CountedTarget(
        name=measure.label or target.text,
        scope=measure.scope,
        goal=goal(measure),
        result=with_unit(last.shown, measure.unit) if last and last.shown is not None else "",
        registered=registered,
        recognised=recognised,
    )


@rule(
    "BETWEEN011",
    msg("a plan reports other initiatives than the register holds"),
    Severity.WARNING,
    Progress,
    wrong="value: 2   # sổ sáng kiến của năm chỉ có 01 sáng kiến được công nhận",
    right="value: 1",
)
def initiatives_are_in_the_register(entry: Entry[Progress], snapshot: Snapshot) -> Iterator[Finding]:
    """The newest result of a target that is counted in initiatives is the number that the register holds for the year.

    A target that speaks of registering is held against all of them, any other against those that were recognised. A
    target for each single unit is left alone, and so is a year of which the register holds nothing.
    """
    for bundle in bundles_of(snapshot):
        registered, recognised = counts(snapshot.catalog, bundle.plan)
        for target, measure in _counted(bundle) if registered else ():
            last = latest(bundle, target, measure)
            if last is None or last.report is not entry.model or last.value is None or measure.scope:
                continue
            asked = fold(f"{target.text} {measure.label or ''}")
            held = registered if "dang ky" in asked else recognised
            if last.value != held:
                yield Finding(
                    entry.at("results", last.index, "value"),
                    msg(
                        "the report says {stated}, the register holds {held}", stated=show_number(last.value), held=held
                    ),
                    msg("add what is missing under `initiatives/`, or correct the report"),
                    target.id,
                    show_number(last.value),
                    str(held),
                )


INITIATIVES: tuple[Rule, ...] = (initiatives_are_in_the_register,)

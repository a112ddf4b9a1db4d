"""Which duties an authority has: the shipped list with what its `site.yml` adds, changes and switches off."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, Severity, Span
from site_gen.base.messages import msg
from site_gen.kinds.unit.model import Level, Unit
from site_gen.model.catalog import Catalog
from site_gen.model.duty import Duty, DutyChange, Tier
from site_gen.reading.shipped import shipped_duties

EVERY = "all"
"""Switching this id off says that the site keeps no ledger at all."""
UNKNOWN, TWICE = "DUTY001", "DUTY002"


@dataclass(frozen=True, slots=True)
class Owed:
    """A duty as this authority has it: `off` is the reason why it does not apply, `changed` why a due day differs."""

    duty: Duty
    off: str = ""
    changed: tuple[str, ...] = ()


def no_ledger(catalog: Catalog) -> str:
    """Why the site keeps no ledger; empty where it keeps one."""
    return next((o.reason for o in catalog.site.duties.off if o.id == EVERY), "")


def duties_of(catalog: Catalog) -> tuple[Owed, ...]:
    """The duties of the authority's tier, in order of the list, its own last."""
    wishes, tier = catalog.site.duties, tier_of(catalog)
    off = {o.id: o.reason for o in wishes.off}
    out: list[Owed] = []
    for duty in (*shipped_duties(), *wishes.add):
        if duty.levels and tier not in duty.levels:
            continue
        changes = [c for c in wishes.changed if c.id == duty.id]
        out.append(Owed(_with(duty, changes), off.get(duty.id, ""), tuple(c.reason for c in changes)))
    return tuple(out)


def tier_of(catalog: Catalog) -> Tier:
    """The authority's tier; a site whose unit is not known is taken for a commune's."""
    name = catalog.named("unit", catalog.site.unit)
    unit = catalog.get(Unit, name.id) if name else None
    return Tier.DISTRICT if unit is not None and unit.model.level is Level.DISTRICT else Tier.COMMUNE


def _with(duty: Duty, changes: list[DutyChange]) -> Duty:
    for change in changes:
        if change.evidence:
            duty = duty.model_copy(update={"evidence": (*duty.evidence, *change.evidence)})
        update = {k: v for k, v in (("due", change.due), ("every", change.every)) if v is not None}
        parts = tuple(
            part.model_copy(update=update) if change.topic is None or change.topic in part.topics else part
            for part in duty.parts
        )
        duty = duty.model_copy(update={"parts": parts})
    return duty


def duty_faults(catalog: Catalog, shown: str) -> Iterator[Diagnostic]:
    """What is wrong with `duties` of `site.yml`: ids and topics that no duty has, ids given twice."""
    wishes, at = catalog.site.duties, Span(shown, 1, 1)
    known: dict[str, Duty] = {duty.id: duty for duty in shipped_duties()}
    for duty in wishes.add:
        if duty.id in known or duty.id == EVERY:
            message = msg("the duty `{id}` under `add` has an id that is taken", id=duty.id)
            yield Diagnostic(TWICE, Severity.ERROR, message, at, msg("give it an id of its own, for example `x-01`"))
        known.setdefault(duty.id, duty)
    named = [o.id for o in wishes.off if o.id != EVERY] + [c.id for c in wishes.changed]
    for id in named:
        if id not in known:
            message = msg("`duties` of site.yml speaks of `{id}`, and no duty has that id", id=id)
            yield Diagnostic(UNKNOWN, Severity.ERROR, message, at, msg("the ids are d01 to d35, and those under `add`"))
    for change in wishes.changed:
        topics = [t for part in known[change.id].parts for t in part.topics] if change.id in known else []
        if change.topic is not None and change.id in known and change.topic not in topics:
            message = msg("the duty `{id}` has no topic `{topic}`", id=change.id, topic=change.topic)
            hint = msg("its topics: {topics}", topics=", ".join(topics) or "–")
            yield Diagnostic(UNKNOWN, Severity.ERROR, message, at, hint)

"""What the rules of the appendix share: its plan, and its items with their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_gen.kinds.plan.items import Item, items_of
from site_gen.kinds.plan.model import Appendix, Plan, Task
from site_gen.kinds.plan.target_model import PlanTarget
from site_gen.model.entry import Entry, Loc
from site_gen.rules.snapshot import Snapshot


def plan_of(entry: Entry[Appendix], snapshot: Snapshot) -> Plan | None:
    """The plan that an appendix belongs to."""
    found = snapshot.catalog.get(Plan, entry.id)
    return found.model if found else None


def items_at(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[tuple[Loc, Item]]:
    """Items with the place of their row."""
    plan = plan_of(entry, snapshot)
    if plan is None:
        return
    where = {task.id: index for index, task in enumerate(entry.model.tasks)}
    for item in items_of(plan, entry.model):
        loc: Loc = ("tasks", where[item.task.id])
        yield (*loc, "parts", item.position - 1) if item.part else loc, item


def deadline_at(loc: Loc, item: Item) -> Loc:
    """Where the deadline of an item is written: at the part, or at its task."""
    own = item.part.deadline if item.part else item.task.deadline
    return (*loc, "deadline") if own or not item.part else (*loc[:2], "deadline")


def own_deadlines(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[tuple[Loc, Item]]:
    """Items whose deadline is not that of the row above, with the place where it is written."""
    for loc, item in items_at(entry, snapshot):
        if "deadline" not in item.inherited:
            yield deadline_at(loc, item), item


def both_lists(appendix: Appendix) -> tuple[tuple[str, Sequence[Task | PlanTarget]], ...]:
    """The rows of an appendix by the key they stand under: its tasks, then its targets."""
    return ("tasks", appendix.tasks), ("targets", appendix.targets)

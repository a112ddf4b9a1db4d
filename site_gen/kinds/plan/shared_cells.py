"""Cells of the appendix that several tasks share."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import groupby

from site_gen.kinds.plan.records import ShownTask


def sharing_targets(tasks: Sequence[ShownTask], columns: Collection[str]) -> tuple[ShownTask, ...]:
    """Tasks one below the other that serve the same share the cell that says what, where the table has a column for it."""
    if "targets" not in columns:
        return tuple(tasks)
    found: list[ShownTask] = []
    for _, group in groupby(enumerate(tasks), key=lambda place: place[1].targets or place[0]):
        first, *others = (task for _, task in group)
        rows = first.targets_rows + sum(task.targets_rows for task in others)
        found += (replace(first, targets_rows=rows), *(replace(task, targets_rows=0) for task in others))
    return tuple(found)

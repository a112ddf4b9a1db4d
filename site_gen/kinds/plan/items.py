"""What a plan's appendix promises, item by item.

An item is what is followed up: a part of a task, or the task itself where it has no parts. Blank
cells that the content marks as inherited take the value of the item above and say so.
"""

from __future__ import annotations

from site_gen.base.dataclass import dataclass
from site_gen.kinds.plan.model import Appendix, Part, Plan, Task
from site_gen.model import deadline as grammar
from site_gen.model.deadline import Deadline
from site_gen.model.figures import Figure


@dataclass(frozen=True, slots=True)
class Item:
    """One row of the appendix as it is followed up.

    `written` is the deadline as the document has it, `deadline` the one that days are counted by: they
    differ where the content says that a misprint is to be read as something else.
    """

    key: str
    task: Task
    part: Part | None
    position: int
    lead: tuple[str, ...]
    coordinating: tuple[str, ...]
    outputs: tuple[str, ...]
    deadline: Deadline
    written: Deadline
    budget: Figure | None
    budget_note: str
    remark: str
    inherited: frozenset[str]

    @property
    def text(self) -> str:
        """What is to be done."""
        return self.part.text if self.part else self.task.text

    @property
    def row(self) -> str:
        """Its number in the appendix."""
        return (self.part.row if self.part else None) or (self.task.row or "")

    @property
    def number(self) -> str:
        """What stands under "TT": the row's number, else the task's; "1." within a cell numbers no row."""
        return self.row or self.task.no or (self.part.no if self.part else None) or ""

    @property
    def read_as(self) -> str:
        """What a misprinted deadline is read as; empty where it is read as it stands."""
        return self.deadline.verbatim if self.deadline is not self.written else ""


def items_of(plan: Plan, appendix: Appendix) -> tuple[Item, ...]:
    """All items in the order of the document, blank cells resolved."""
    out: list[Item] = []
    for task in appendix.tasks:
        for position, part in enumerate(task.parts or (None,), 1):
            out.append(_item(plan, task, part, position, out[-1] if out else None))
    return tuple(out)


def _item(plan: Plan, task: Task, part: Part | None, position: int, above: Item | None) -> Item:
    step = part or task
    inherited = frozenset(i.value for i in step.inherited) if above else frozenset()

    def cell(name: str) -> tuple[str, ...]:
        own: tuple[str, ...] = getattr(step, name) or getattr(task, name)
        return own or (getattr(above, name) if name in inherited else ())

    words = step.deadline or task.deadline
    meant = step.deadline_read_as or (None if step.deadline else task.deadline_read_as)
    if words is None and "deadline" in inherited and above is not None:
        written, deadline = above.written, above.deadline
    else:
        written = deadline = grammar.parse(words or "", plan.year)
    if meant:
        deadline = grammar.parse(meant, plan.year)
    return Item(
        key=f"{task.id}/{position}" if part else task.id,
        task=task,
        part=part,
        position=position,
        lead=cell("lead"),
        coordinating=cell("coordinating"),
        outputs=cell("outputs"),
        deadline=deadline,
        written=written,
        budget=step.budget if part else task.budget,
        budget_note=step.budget_note or (above.budget_note if above and "budget_note" in inherited else ""),
        remark=step.remark or task.remark or "",
        inherited=inherited,
    )

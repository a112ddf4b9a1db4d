"""The columns of an appendix: those that the document prints, in its order and with its own words for them."""

from __future__ import annotations

from collections.abc import Iterator, Set

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg, say
from site_gen.base.values import Record
from site_gen.kinds.plan.items import Item
from site_gen.kinds.plan.model import Headings, Task
from site_gen.model.model import label_of

OTHER_NAMES = {"task": "text", "part": "parts"}
"""Columns that are not called as the field of a task that stands in them."""
USUAL = ("task", "lead", "deadline")
"""Columns that a table has where the document's own are not told."""
WITH = {"part": "task", "coordinating": "lead"}
"""What stands in another cell where the document has no column for it: what is done in parts, and who helps."""


@dataclass(frozen=True)
class Words(Record):
    """The heading of every column, by the field that stands in it."""

    row: str
    targets: str
    task: str
    part: str
    outputs: str
    lead: str
    coordinating: str
    deadline: str
    budget: str
    remark: str


def words(own: Headings | None, language: str) -> Words:
    """The headings of an appendix in the language of the site."""

    def heading(name: str) -> str:
        usual = say(msg("No."), language) if name == "row" else label_of(Task, OTHER_NAMES.get(name, name), language)
        return getattr(own, name, None) or usual

    return Words(**{name: heading(name) for name in Headings.model_fields})


def columns(own: Headings | None, held: Set[str]) -> tuple[str, ...]:
    """The names of the columns of the table after that of the numbers, from left to right.

    Those that the document prints are all there, even where nothing stands in them. What it prints no column for and `held` names
    has one at its usual place, unless it stands in the cell of its kin; targets are in the table only where the document has them there.
    """
    names = [name for name in own.order if name != "row"] if own else []
    stated = frozenset(names)
    usual = tuple(Headings.model_fields)
    for name in usual:
        missing = name in held or name == "task" or (not stated and name in USUAL)
        if name in names or name == "targets" or not missing or WITH.get(name) in stated:
            continue
        before = [names.index(other) for other in usual[: usual.index(name)] if other in names]
        names.insert(max(before, default=-1) + 1, name)
    return tuple(names)


def held_by(item: Item) -> Iterator[str]:
    """The columns in which a row of the table holds something."""
    task = item.task
    cells = {
        "part": item.part,
        "outputs": item.outputs,
        "lead": item.lead,
        "coordinating": item.coordinating,
        "deadline": item.written.verbatim,
        "budget": item.budget or item.budget_note or task.budget or task.budget_note,
        "remark": item.remark,
    }
    yield from (name for name, value in cells.items() if value)


def lower_first(words: str) -> str:
    """A heading within a sentence: `Cơ quan thực hiện` as `cơ quan thực hiện`; `CQ thực hiện` stays."""
    return words[:1].lower() + words[1:] if not words[:2].isupper() else words

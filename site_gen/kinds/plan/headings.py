"""How the columns of an appendix are called: the document's own heading, else the usual word."""

from __future__ import annotations

from dataclasses import dataclass

from site_gen.base.values import Record
from site_gen.kinds.plan.model import Headings, Task
from site_gen.model.fields import label_of

OTHER_NAMES = {"task": "text", "part": "parts"}
"""Columns that are not called as the field of a task that stands in them."""


@dataclass(frozen=True)
class Words(Record):
    """The heading of every column, by the field that stands in it."""

    task: str
    part: str
    outputs: str
    lead: str
    coordinating: str
    deadline: str
    budget: str


def words(own: Headings | None, language: str) -> Words:
    """The headings of an appendix in the language of the site."""

    def heading(name: str) -> str:
        return getattr(own, name, None) or label_of(Task, OTHER_NAMES.get(name, name), language)

    return Words(**{name: heading(name) for name in Headings.model_fields})


def lower_first(words: str) -> str:
    """A heading within a sentence: `Cơ quan thực hiện` as `cơ quan thực hiện`; `CQ thực hiện` stays."""
    return words[:1].lower() + words[1:] if not words[:2].isupper() else words

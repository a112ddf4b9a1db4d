"""Records for templates, filled from the content: a field that bears the name of a field of the model shows its value.

So a value has one name from the file to the page, and is not copied by hand on its way. What has to be worked out is given.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

from site_gen.base.values import Record
from site_gen.model.annotations import mark_of
from site_gen.model.choice import Choice
from site_gen.model.entry import Entry
from site_gen.model.fields import RefTo
from site_gen.model.figures import Figure
from site_gen.model.model import Model
from site_gen.model.period import Period
from site_gen.model.published import DocumentRef
from site_gen.rules.snapshot import CitedDocument, Snapshot

R = TypeVar("R", bound=Record)
Show = Callable[[Snapshot, Any], Any]


def fill(cls: type[R], snapshot: Snapshot, thing: Entry[Any] | Model, **computed: Any) -> R:
    """A record that shows an entry, or a model inside one.

    Fields that are not `computed` are taken from the model: a reference as a link, a cited document linked to its file, a
    choice in words, a figure and a period as they are written, a model as the record that the field names, dates, numbers
    and texts as they are, a list as a tuple of these, an absent value as None. `id` is the entry's. Raises AttributeError
    for a field that is neither computed nor in the model.
    """
    model = thing.model if isinstance(thing, Entry) else thing
    record: Any = cls
    kind: Any = type(model)
    values = dict(computed)
    for name, show in _fields(record, kind, tuple(computed)):
        whose = thing if name == "id" and isinstance(thing, Entry) else model
        value = getattr(whose, name)
        values[name] = None if value is None else show(snapshot, value)
    return cls(**values)


@cache
def _fields(record: Any, model: Any, computed: tuple[str, ...]) -> tuple[tuple[str, Show], ...]:
    """The fields of a record that are not computed, each with how a value of the model is shown in it."""
    own, hints = model.model_fields, get_type_hints(record)
    return tuple(
        (field.name, _shown_as(own.get(field.name), _record_in(hints[field.name])))
        for field in fields(record)
        if field.name not in computed
    )


def _record_in(hint: Any) -> Any:
    """The record that a field holds, one or several of them; None where it holds something else."""
    if isinstance(hint, type) and issubclass(hint, Record) and hint is not CitedDocument:
        return hint
    return next((found for part in get_args(hint) if (found := _record_in(part))), None)


def _shown_as(info: Any, record: Any) -> Show:
    marks = (*info.metadata, mark_of(info.annotation, RefTo)) if info else ()
    kind = next((mark.kind for mark in marks if isinstance(mark, RefTo)), "")

    def show(snapshot: Snapshot, value: Any) -> Any:
        match value:  # texts first: they are most, and to ask whether something is a model takes long
            case str() if type(value) is str:
                return snapshot.link(kind, value) if kind else value
            case None:
                return None
            case Choice():
                return snapshot.word(value)
            case str():
                return snapshot.link(kind, value) if kind else value
            case tuple():
                return tuple(show(snapshot, item) for item in value)
            case Figure() | Period():
                return str(value)
            case Model() if record:
                return fill(record, snapshot, value)
            case DocumentRef():
                return snapshot.document(value)
        return value

    return show

"""Whole entries as open data: a row for each, a column for each field of its model, named and explained by the model.

Tables of rows (`Kind.tables`) tell what people add up; these tell everything else that an entry says. A form offers one
where all that is written may be read by everybody on every day; what is suppressed, ends with a term or is taken down
again has tables of its own that know about it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from site_gen.base.messages import msg
from site_gen.base.values import Plain
from site_gen.joined.carried import home_of
from site_gen.kind import Kind, form_label
from site_gen.kinds import KINDS
from site_gen.model.choice import Choice
from site_gen.model.entry import Form, inner_model
from site_gen.model.figures import Figure
from site_gen.model.published import Published
from site_gen.pages.columns import Column
from site_gen.pages.contributions import Table
from site_gen.rules.snapshot import Snapshot

UNTOLD = frozenset({"draft", "secrecy", "formerly", "anomalies"})
"""What every entry may carry and what is about publishing it, not about its subject."""
ITEMS, PARTS = " | ", ", "
"""Between the things of a list, and between what one of them says."""


def records(snapshot: Snapshot) -> Iterator[Table]:
    """A table for each form that offers one and has entries, and one for the rows of a form that has many."""
    for kind in KINDS:
        for form in kind.forms:
            if form.records and snapshot.catalog.all(form.model):
                yield _entries(snapshot, kind, form)
                if form.rows:
                    yield _rows(snapshot, kind, form)


def _entries(snapshot: Snapshot, kind: Kind, form: Form) -> Table:
    """A row for each entry."""
    fields = {n: i for n, i in form.model.model_fields.items() if told(n, i) and n != form.rows}
    rows = tuple(
        (e.id, *(_cell(snapshot, getattr(e.model, name)) for name in fields), home_of(snapshot, kind, e)[0])
        for e in snapshot.catalog.all(form.model)
    )
    title = snapshot.say(msg("Everything written: {what}", what=form_label(kind, form)))
    return _table(snapshot, kind, form, form.records, title, fields, rows)


def _rows(snapshot: Snapshot, kind: Kind, form: Form) -> Table:
    """A row for each item of the field that holds many."""
    info = form.model.model_fields[form.rows]
    item = inner_model(info.annotation)
    assert item is not None
    fields = {n: i for n, i in item.model_fields.items() if told(n, i)}
    rows = tuple(
        (e.id, *(_cell(snapshot, getattr(one, name)) for name in fields), home_of(snapshot, kind, e)[0])
        for e in snapshot.catalog.all(form.model)
        for one in getattr(e.model, form.rows)
    )
    what = f"{form_label(kind, form)}, {str(info.title).lower()}"
    title = snapshot.say(msg("Everything written: {what}", what=what))
    return _table(snapshot, kind, form, f"{form.records}-dong", title, fields, rows)


def _table(
    snapshot: Snapshot,
    kind: Kind,
    form: Form,
    name: str,
    title: str,
    fields: Mapping[str, FieldInfo],
    rows: tuple[tuple[Plain, ...], ...],
) -> Table:
    columns = (
        Column("entry", "Tệp nội dung", help="Tên tệp, không có phần đuôi."),
        *(_column(n, info) for n, info in fields.items()),
        Column("page", "Địa chỉ trên trang"),
    )
    entries = snapshot.catalog.all(form.model)
    return Table(
        name,
        title,
        columns,
        rows,
        tuple(entry.path for entry in entries),
        any(entry.model.sample for entry in entries),
        (f"{kind.name}/page.html",) if form is kind.forms[0] else (),
        snapshot.say(msg("Every field as it was written; several things in a cell are parted by “{sign}”.", sign="|")),
        group=kind.label,
    )


def told(name: str, info: FieldInfo) -> bool:
    """Whether a field of an entry is offered."""
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    return name not in UNTOLD and "x-not-shown" not in extra


def _column(name: str, info: FieldInfo) -> Column:
    kinds = {bool: "boolean", int: "integer", Figure: "number", date: "date"}
    held = [kinds[t] for t in _types(info.annotation) if t in kinds]
    choice = next((t for t in _types(info.annotation) if isinstance(t, type) and issubclass(t, Choice)), None)
    words = tuple((c.value, c.label) for c in choice) if choice else ()
    return Column(name, str(info.title), held[0] if held else "string", info.description or "", words)


def _types(annotation: Any) -> tuple[Any, ...]:
    """The classes that a field's value may be, where it is one value and not a list of several."""
    args = getattr(annotation, "__args__", None)
    if args is None:
        return (annotation,)
    if getattr(annotation, "__origin__", None) is tuple:
        return ()
    return tuple(t for arg in args for t in _types(arg))


def _cell(snapshot: Snapshot, value: Any) -> Plain:
    """A field's value, as its column's type says."""
    if isinstance(value, bool | int) or value is None:
        return value
    if isinstance(value, Figure):
        return float(value.value)
    if isinstance(value, Choice):
        return value.value
    return _words(snapshot, value) or None


def _words(snapshot: Snapshot, value: Any) -> str:
    """A value as text: what is inside a list or a group has no column of its own."""
    match value:
        case None | False:
            return ""
        case True:
            return snapshot.say(msg("yes"))
        case Choice():
            return snapshot.word(value)
        case Figure():
            return value.verbatim
        case datetime():
            return value.isoformat()
        case date():
            return value.isoformat()
        case Published() | BaseModel():
            told_here = (n for n, i in type(value).model_fields.items() if told(n, i))
            return PARTS.join(words for n in told_here if (words := _words(snapshot, getattr(value, n))))
        case tuple():
            return ITEMS.join(words for item in value if (words := _words(snapshot, item)))
    return str(value)

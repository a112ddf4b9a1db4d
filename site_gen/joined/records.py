"""Whole entries as open data: a row for each, a column for each field of its model, named and explained by the model.

Tables of rows (`Kind.tables`) tell what people add up; these tell everything else that an entry says. A form offers one
where all that is written may be read by everybody on every day; what is suppressed, ends with a term or is taken down
again has tables of its own that know about it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from site_gen.base.messages import msg
from site_gen.base.traces import not_stored, remembered
from site_gen.base.values import Plain
from site_gen.joined.carried import home_of
from site_gen.kind import Kind, form_label
from site_gen.kinds import KINDS
from site_gen.model.annotations import inner_model
from site_gen.model.choice import Choice
from site_gen.model.entry import Entry, Form
from site_gen.model.evidence import Evidence
from site_gen.model.figures import Figure
from site_gen.pages.columns import Column, Value, computed, described
from site_gen.pages.contributions import Table, entry_table
from site_gen.rules.snapshot import Snapshot

NOT_OFFERED = frozenset({"draft", "secrecy", "formerly", "anomalies"})
"""What every entry may carry and what is about publishing it, not about its subject."""
ITEMS, PARTS = " | ", ", "
"""Between the things of a list, and between what one of them says."""


def records(snapshot: Snapshot) -> Iterator[Table]:
    """A table for each form that offers one and has entries, and one for the rows of a form that has many."""
    for kind in KINDS:
        for form in kind.forms:
            if form.records and snapshot.catalog.all(form.model):
                yield from _of_form(snapshot, kind, kind.forms.index(form))


@remembered
@not_stored
def _of_form(snapshot: Snapshot, kind: Kind, number: int) -> Iterator[Table]:
    form = kind.forms[number]
    yield _entries(snapshot, kind, form)
    if form.rows:
        yield _rows(snapshot, kind, form)


def _entries(snapshot: Snapshot, kind: Kind, form: Form) -> Table:
    """A row for each entry."""
    columns = _columns(snapshot, kind, form.model, leave=form.rows)
    rows = [(entry.model, entry) for entry in snapshot.catalog.all(form.model)]
    return _table(snapshot, kind, form, form.records, form_label(kind, form), columns, rows)


def _rows(snapshot: Snapshot, kind: Kind, form: Form) -> Table:
    """A row for each item of the field that holds many."""
    info = form.model.model_fields[form.rows]
    item = inner_model(info.annotation)
    assert item is not None
    columns = _columns(snapshot, kind, item)
    rows = [(one, entry) for entry in snapshot.catalog.all(form.model) for one in getattr(entry.model, form.rows)]
    what = f"{form_label(kind, form)}, {str(info.title).lower()}"
    return _table(snapshot, kind, form, f"{form.records}-dong", what, columns, rows)


def _columns(snapshot: Snapshot, kind: Kind, model: type[BaseModel], leave: str = "") -> tuple[Column, ...]:
    """The columns of a model, between the file that a row stands in and the page that shows it."""

    def value(name: str) -> Value:
        def held(row: tuple[Any, Entry[Any]]) -> Plain:
            found = getattr(row[0], name)
            return found if found is None or type(found) is str else _cell(snapshot, found)

        return held

    fields = {name: info for name, info in model.model_fields.items() if is_offered(name, info) and name != leave}
    return (
        computed("entry", "Tệp nội dung", lambda row: row[1].id, help="Tên tệp, không có phần đuôi."),
        *(described(name, info, value(name)) for name, info in fields.items()),
        computed("page", "Địa chỉ trên trang", lambda row: home_of(snapshot, kind, row[1])[0]),
    )


def _table(
    snapshot: Snapshot,
    kind: Kind,
    form: Form,
    name: str,
    what: str,
    columns: tuple[Column, ...],
    rows: list[tuple[Any, Entry[Any]]],
) -> Table:
    table = entry_table(
        name,
        snapshot.say(msg("Everything written: {what}", what=what)),
        columns,
        rows,
        snapshot.catalog.all(form.model),
        shown=(f"{kind.name}/page.html",) if form is kind.forms[0] else (),
        text=snapshot.say(
            msg("Every field as it was written; several things in a cell are parted by “{sign}”.", sign="|")
        ),
    )
    return replace(table, group=kind.label)


def is_offered(name: str, info: FieldInfo) -> bool:
    """Whether a field of an entry is offered."""
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    return name not in NOT_OFFERED and "x-not-shown" not in extra


def _cell(snapshot: Snapshot, value: Any) -> Plain:
    """A field's value, as its column's type says."""
    if isinstance(value, bool | int):
        return value
    if isinstance(value, Choice):
        return value.value
    if isinstance(value, Figure):
        return float(value.value)
    return _words(snapshot, value) or None


def _words(snapshot: Snapshot, value: Any) -> str:
    """A value as text: what is inside a list or a group has no column of its own."""
    match value:
        case str() if type(value) is str:  # first, for most are
            return value
        case None | False:
            return ""
        case True:
            return snapshot.say(msg("yes"))
        case Choice():
            return snapshot.word(value)
        case tuple():
            return ITEMS.join(filter(None, [_words(snapshot, item) for item in value]))
        case Figure():
            return value.verbatim
        case datetime() | date():
            return value.isoformat()
        case BaseModel():
            told = value.published if isinstance(value, Evidence) else value
            return PARTS.join(filter(None, [_words(snapshot, getattr(told, name)) for name in _offered(type(value))]))
    return str(value)


@cache
def _offered(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a group that are offered."""
    return tuple(name for name, info in model.model_fields.items() if is_offered(name, info))

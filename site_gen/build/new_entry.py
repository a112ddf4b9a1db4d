"""A new entry: the specimen of a form, brought home to the site it is for, and marked as a draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from site_gen.base.vietnamese import show_date
from site_gen.build.forms import form_name
from site_gen.build.specimens import (
    as_draft,
    at_home,
    period_in,
    placed,
    redated,
    sentence,
    specimen,
    with_values,
    without,
    year_in,
)
from site_gen.build.teaching import explained
from site_gen.joined.register import frozen_text
from site_gen.kind import Kind
from site_gen.kinds.plan.model import Progress
from site_gen.kinds.plan.report_form import report_form
from site_gen.kinds.register.model import Register
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Form, Loc
from site_gen.model.published import Published

FILLED: dict[type[Published], Callable[[Catalog, str, date], str]] = {
    Progress: report_form,
    Register: frozen_text,
}
"""Forms of which the site itself knows most: from the first part of the id, the text that takes the place of the example's
from the key on with which it begins."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be begun.

    Attributes:
        kind: The content type.
        form: Which of its forms.
        id: The id; for an entry below another one, `plan/report`.
        day: The day of writing.
        name: What it is to be called, empty for the specimen's name.
    """

    kind: Kind
    form: Form
    id: str
    day: date
    name: str = ""


def new_entry(asked: Asked, catalog: Catalog | None) -> dict[str, str]:
    """Path and text of each file; `catalog` is what the site holds, None where it cannot be read."""
    return {placed(form, asked.id): _text(asked, form, catalog) for form in together(asked.kind, asked.form)}


def together(kind: Kind, form: Form) -> tuple[Form, ...]:
    """The form, and those that lie beside it and make no sense without it: a plan and its tasks."""
    folder, _, name = form.pattern.rpartition("/")
    beside = (f for f in kind.forms if f.pattern.rpartition("/")[0] == folder)
    return (form,) if "*" in name else tuple(beside)


def parents_of(kind: Kind, form: Form) -> tuple[str, ...]:
    """What an id of the form consists of: `("plan", "progress")`, or the form alone."""
    return (kind.name, form_name(kind, form)) if form.pattern.count("*") > 1 else (form_name(kind, form),)


def _text(asked: Asked, form: Form, catalog: Catalog | None) -> str:
    kept = specimen(asked.kind, form)
    text = redated(kept.text, year_in(asked.id.split("/")[-1], asked.day), asked.day)
    text = without(text, kept.path, "sample")
    if asked.name:  # the specimen's other names belong to the specimen's unit
        for key in ("short_name", "aliases", "short_title"):
            text = without(text, kept.path, key)
    if catalog is not None:
        text = at_home(text, kept.path, form.model, partial(_knows, catalog), catalog.site.unit)
    text = with_values(text, kept.path, _values(asked, form))
    if catalog is not None and (fill := FILLED.get(form.model)):
        rest = fill(catalog, asked.id.split("/")[0], asked.day)
        text = text[: text.index(rest.partition(":")[0] + ":")] + rest if rest else text
    return explained(as_draft(text, kept.path), kept.path, form.model)


def _knows(catalog: Catalog, unit: str) -> bool:
    return catalog.named("unit", unit) is not None


def _values(asked: Asked, form: Form) -> dict[Loc, str]:
    """Name, period and day as the command and the id give them."""
    values: dict[Loc, str] = {}
    fields = form.model.model_fields
    if "period" in fields and (named := period_in(asked.id.split("/")[-1])):
        period, last = named
        day = min(last, asked.day)
        named_so = {"title": f"Tiến độ {period}", "period": sentence(period), "date": show_date(day)}
        values |= {(key,): text for key, text in named_so.items() if key in fields}
    if form is asked.form and "code" in fields and fields["code"].is_required():  # its file is named by its code
        values["code",] = asked.id
    if asked.name and form is asked.form:
        label = next(key for key in ("title", "name", "role") if key in fields and fields[key].is_required())
        values[label,] = asked.name
    return values

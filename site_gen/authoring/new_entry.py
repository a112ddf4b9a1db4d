"""A new entry: the keys of a form with what is known already, a blank for every other fact, marked as a draft."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from site_gen.authoring.blanks import blank_form
from site_gen.authoring.forms import form_name
from site_gen.authoring.periods import period_in, year_in
from site_gen.authoring.specimens import sentence, specimen
from site_gen.authoring.teaching import explained
from site_gen.base.dataclass import dataclass
from site_gen.base.vietnamese import show_date
from site_gen.joined.register import frozen_text
from site_gen.kind import Kind
from site_gen.kinds.plan.model import Progress
from site_gen.kinds.plan.report_form import report_form
from site_gen.kinds.register.model import Register
from site_gen.model.annotations import is_of
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Form
from site_gen.model.fields import PeriodField, Year
from site_gen.model.period import Period
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
        name: What it is to be called, empty where that is not known.
        unit: The unit it is of, empty where that is not known.
        period: What it reports on, None where the id says it or nobody does.
    """

    kind: Kind
    form: Form
    id: str
    day: date
    name: str = ""
    unit: str = ""
    period: Period | None = None


def new_entry(asked: Asked, catalog: Catalog | None) -> dict[str, str]:
    """Path and text of each file; `catalog` is what the site holds, None where it cannot be read."""
    return {form.file_of(asked.id): _text(asked, form, catalog) for form in together(asked.kind, asked.form)}


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
    text = blank_form(kept.text, kept.path, form.model, known(asked, form))
    if catalog is not None and (fill := FILLED.get(form.model)):
        rest = fill(catalog, asked.id.split("/")[0], asked.day)
        text = text[: text.index(rest.partition(":")[0] + ":")] + rest if rest else text
    return explained(text, kept.path, form.model)


def known(asked: Asked, form: Form) -> dict[str, str]:
    """What the command and the id say: name, unit, period, year and code, each by the key in which it belongs."""
    fields = form.model.model_fields
    values: dict[str, str] = {}
    period = asked.period or period_in(asked.id, asked.day)
    if year := period.year if period else year_in(asked.id.split("/")[-1]):
        values |= dict.fromkeys(_required(form, Year), str(year))
    if period:
        values |= dict.fromkeys(_required(form, PeriodField), str(period))
        if form.model is Progress:
            day = show_date(min(period.last, asked.day))
            values |= {"title": f"Tiến độ {period}", "period": sentence(str(period)), "date": day}
    if form is asked.form:
        if "code" in fields and fields["code"].is_required():  # its file is named by its code
            values["code"] = asked.id
        for key, given in ((name_key(form), asked.name), (unit_key(form), asked.unit)):
            if key and given:
                values[key] = given
    return values


def name_key(form: Form) -> str | None:
    """The key that holds what an entry of the form is called; None where it is known by something else."""
    fields = form.model.model_fields
    names = ("title", "name", "role", "abstract")
    return next((key for key in names if key in fields and fields[key].is_required()), None)


def unit_key(form: Form) -> str | None:
    """The key that holds the unit an entry of the form is of; None where it is of none."""
    return next((key for key in ("unit", "handler", "issuer") if key in form.model.model_fields), None)


def has_period(form: Form) -> bool:
    """Whether an entry of the form is about a period or a year."""
    return form.model is Progress or bool(_required(form, PeriodField) or _required(form, Year))


def _required(form: Form, kind: object) -> list[str]:
    """The keys that every entry of the form has and that hold values of a kind."""
    return [name for name, info in form.model.model_fields.items() if info.is_required() and is_of(info, kind)]

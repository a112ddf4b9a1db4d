"""What content still says although an example says it: facts of specimens, words that `sitegen new site` wrote.

`sitegen new` leaves blanks, but examples also stand in the reference and in files that were begun earlier. Only what
cannot be equal by chance counts: texts of some length, and values with several digits, without their years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from site_gen.authoring.forms import forms
from site_gen.authoring.specimens import specimen
from site_gen.authoring.teaching import document_of
from site_gen.base.diagnostics import Diagnostic, Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import excerpt
from site_gen.kinds.page.model import FreePage
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Entry, Form, Loc, Places
from site_gen.model.published import Published
from site_gen.reading.document import Document
from site_gen.reading.refusals import Refusal

LEFT, UNTOUCHED = "SAMPLE001", "SAMPLE002"
SAMPLES: tuple[Refusal, ...] = (
    Refusal(LEFT, Severity.ERROR, msg("a value is still that of the example"),
            msg("More than two thirds of what the example that ships with sitegen says stands word for word in this entry. It is invented, so citizens would be misled. Put your own values in their places, or mark the entry with `draft: có`."),
            "number: 07/TXL-UBND\ndossier_code: MAU-2026-0415", "number: 12/TXL-UBND\ndossier_code: H40.15-2026-0099"),
    Refusal(UNTOUCHED, Severity.INFO, msg("text written for a new site is still there"),
            msg("`sitegen new site` writes an introduction and an address that fit every authority. Readers learn more from your own."),
            "contact:\n  address: Trụ sở UBND xã Mẫu", "contact:\n  address: Thôn Trung Tâm, xã Mẫu"),
)  # fmt: skip  # a table: code, severity and title in a line, its texts below
_FEWEST, _LONG = 2, 60
"""So many values must be equal before an entry counts as the example; so long is a text that nobody writes twice."""
_NUMBERING = ("id", "no", "item")
"""Keys that number what stands in a file; two plans that count from 1 have nothing in common."""
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def leftovers(catalog: Catalog, settings: Places | None) -> Iterator[Diagnostic]:
    """An error for each value of an entry that is still the example it was begun from; what nobody has touched yet."""
    for _, form in forms().values():
        for entry in catalog.all(form.model):
            if form.model is FreePage:
                yield from _introduction(entry, form)
            elif not entry.model.sample:
                yield from _values(entry, form)
    site = catalog.site
    if settings is not None and site.contact.address == f"Trụ sở {site.short_name}":
        words = msg("the address is still the one that `sitegen new site` wrote")
        hint = msg("write the house number, village or street; add `phone`, `email` and `hours`")
        yield Diagnostic(UNTOUCHED, Severity.INFO, words, settings.at(("contact", "address")), hint)


def _values(entry: Entry[Published], form: Form) -> Iterator[Diagnostic]:
    facts = _facts(form)
    if len(facts) < _FEWEST or not isinstance(entry.places, Document):
        return
    there = {loc: value for loc in facts if (value := _at(entry.places.data, loc)) is not None}
    same = [loc for loc, value in there.items() if _without_years(value) == facts[loc]]
    if len(same) < _FEWEST or 3 * len(same) <= 2 * len(facts):
        return
    for loc in same:
        words = msg("this is still the value of the example: `{value}`", value=excerpt(there[loc], 60))
        hint = msg("put your own value in its place, or delete the line; until then write `draft: có`")
        yield Diagnostic(LEFT, Severity.ERROR, words, entry.places.at(loc), hint, entry.id)


def _introduction(entry: Entry[Published], form: Form) -> Iterator[Diagnostic]:
    if isinstance(entry.model, FreePage) and _without_years(entry.model.body) == _facts(form)["body",]:
        words = msg("this text is still the one that `sitegen new site` wrote")
        hint = msg("say in your own words what this site is, or delete the page")
        yield Diagnostic(UNTOUCHED, Severity.INFO, words, entry.at("body"), hint, entry.id)


@cache
def _facts(form: Form) -> Mapping[Loc, str]:
    """The telling values of a form's example by their place."""
    kind = next(kind for kind, its in forms().values() if its == form)
    kept = specimen(kind, form)
    found = {loc: _without_years(text) for loc, text in _leaves(document_of(kept.text, kept.path).data, ())}
    if kept.path.endswith(".md"):
        found["body",] = _without_years(kept.text.split("---\n", 2)[2])
    return {
        loc: text
        for loc, text in found.items()
        if loc[-1] not in _NUMBERING and (sum(map(str.isdigit, text)) > 1 or len(text) >= _LONG)
    }


def _without_years(text: str) -> str:
    """A value without its years, which move with the site, and with its blanks folded."""
    return " ".join(_YEAR.sub("", text).split())


def _leaves(value: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, str):
        yield loc, value
    for key, inner in (
        value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield from _leaves(inner, (*loc, key))


def _at(value: Any, loc: Loc) -> str | None:
    """The text at a place of a file's plain values, None where there is none."""
    for step in loc:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value if isinstance(value, str) else None

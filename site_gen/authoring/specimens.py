"""Specimens: the clean example of each form, as `sitegen new` writes it for a site.

`kinds/<kind>/example/` holds one small, correct file of each form, written as of one day. They are
shown in the reference, judged by the tests, and copied from here with the years, dates, names and
ids of the site that asks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from pydantic import BaseModel

from site_gen.authoring.teaching import document_of
from site_gen.base.dataclass import dataclass
from site_gen.base.vietnamese import show_date
from site_gen.base.yaml_scalar import scalar
from site_gen.kind import Kind
from site_gen.model.entry import Form, Loc

YEAR, DAY = 2026, date(2026, 7, 15)
"""The year of which the specimens speak, and the day as of which they were written."""


@dataclass(frozen=True, slots=True)
class Specimen:
    """A content file: its path below the site folder, its text, and the model of what it holds."""

    path: str
    text: str
    model: type[BaseModel]


def specimen(kind: Kind, form: Form) -> Specimen:
    """The example of a form as it is kept."""
    root = kind.folder / "example"
    (path,) = root.glob(form.pattern)
    return Specimen(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"), form.model)


def redated(text: str, year: int, day: date) -> str:
    """The text as if written on `day` about `year`.

    Whole dates tell what happened: they move with the year, but never past `day`. Other years move.
    """

    def moved(hit: re.Match[str]) -> str:
        shifted = int(hit["year"]) - YEAR + year
        if not hit["date"]:
            return str(shifted)
        written = date(int(hit["year"]), int(hit["m"]), int(hit["d"]))
        return show_date(day if written == DAY else min(written.replace(year=shifted), day))

    years = f"{YEAR - 1}|{YEAR}|{YEAR + 1}"
    return re.sub(rf"(?P<date>(?P<d>\d\d)/(?P<m>\d\d)/)?(?<!\d)(?P<year>{years})(?!\d)", moved, text)


def sentence(words: str) -> str:
    """With a capital at its beginning; the rest stays (`quý IV`)."""
    return words[:1].upper() + words[1:]


def with_values(text: str, path: str, values: Mapping[Loc, str]) -> str:
    """The file with other values at some places, each of which is on one line."""
    document = document_of(text, path)
    lines = text.split("\n")
    for span, value in sorted(((document.at(loc), value) for loc, value in values.items()), reverse=True):
        row = lines[span.line - 1]
        lines[span.line - 1] = row[: span.column - 1] + scalar(value) + row[span.end_column - 1 :]
    return "\n".join(lines)

"""Specimens: the clean example of each form, as `sitegen new` writes it for a site.

`kinds/<kind>/example/` holds one small, correct file of each form, written as of one day. They are
shown in the reference, judged by the tests, and copied from here with the years, dates, names and
ids of the site that asks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel

from site_gen.base.vietnamese import show_date
from site_gen.build.teaching import document_of
from site_gen.kind import Kind
from site_gen.model.entry import Form, Loc, marked
from site_gen.model.fields import RefTo
from site_gen.reading.bind import bind

YEAR, DAY = 2026, date(2026, 7, 15)
"""The year of which the specimens speak, and the day as of which they were written."""
_ROMAN = ("I", "II", "III", "IV")


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


def year_in(id: str, day: date) -> int:
    """The year an id speaks of (`cchc-2027`), else that of `day`."""
    hit = re.search(r"(?<!\d)(20\d\d)(?!\d)", id)
    return int(hit[1]) if hit else day.year


def placed(form: Form, id: str) -> str:
    """The path of an entry; the parts of its id, joined by `/`, take the places of the stars."""
    parts = iter(id.split("/"))
    return re.sub(r"\*", lambda _: next(parts), form.pattern)


def period_in(id: str) -> tuple[str, date] | None:
    """Which period the id of a report names (`2026-q3`, `2026-07`, `2026`), and its last day."""
    hit = re.fullmatch(r"(20\d\d)(?:-q([1-4])|-(0[1-9]|1[0-2]))?", id)
    if not hit:
        return None
    year, month = int(hit[1]), int(hit[2]) * 3 if hit[2] else int(hit[3] or 12)
    last = date(year + month // 12, month % 12 + 1, 1).toordinal() - 1
    words = f"quý {_ROMAN[int(hit[2]) - 1]}/{year}" if hit[2] else f"tháng {hit[3]}/{year}" if hit[3] else f"năm {year}"
    return words, date.fromordinal(last)


def sentence(words: str) -> str:
    """With a capital at its beginning; the rest stays (`quý IV`)."""
    return words[:1].upper() + words[1:]


def scalar(text: str) -> str:
    """A text as a YAML value: plain where that cannot be misread, else in quotation marks."""
    plain = re.fullmatch(r"[^\W\d_](?:[\w ,.()/’'–-]*[\w.)])?|\d\d/\d\d/\d{4}", text) and text.lower() != "null"
    return text if plain else json.dumps(text, ensure_ascii=False)


def with_values(text: str, path: str, values: Mapping[Loc, str]) -> str:
    """The file with other values at some places, each of which stands on one line."""
    document = document_of(text, path)
    lines = text.split("\n")
    for span, value in sorted(((document.at(loc), value) for loc, value in values.items()), reverse=True):
        row = lines[span.line - 1]
        lines[span.line - 1] = row[: span.column - 1] + scalar(value) + row[span.end_column - 1 :]
    return "\n".join(lines)


def without(text: str, path: str, key: str) -> str:
    """The file without a key of its top level and what lies below it, if it has it."""
    document = document_of(text, path)
    lines = text.split("\n")
    if key in document.data:
        first = document.at((key,), key=True).line - 1
        last = first + 1
        while last < len(lines) and lines[last].startswith((" ", "- ")):
            last += 1
        del lines[first:last]
    return "\n".join(lines)


def as_draft(text: str, path: str) -> str:
    """The file marked as a draft, so that a specimen's figures are never published by mistake."""
    lines = text.split("\n")
    lines.insert(1 if path.endswith(".md") else 0, "draft: có")
    return "\n".join(lines)


def at_home(text: str, path: str, model: type[BaseModel], knows: Callable[[str], bool], own: str) -> str:
    """The file with each unit that the site does not know replaced by the authority's own."""
    document = document_of(text, path)
    entry, found = bind(document, model)
    assert entry is not None, found
    strange = [loc for loc, mark, name in marked(entry) if mark == RefTo("unit") and not knows(name)]
    return with_values(text, path, dict.fromkeys(strange, own))

"""A new site: every file of a small, correct site for the authority that asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath

from pydantic import BaseModel

from site_gen.authoring.forms import forms
from site_gen.authoring.specimens import redated, sentence, specimen, with_values
from site_gen.authoring.teaching import explained
from site_gen.base.dataclass import dataclass
from site_gen.base.plain_text import normalise
from site_gen.base.vietnamese import slug
from site_gen.model.entry import Loc
from site_gen.model.period import read_period
from site_gen.model.settings import Site

DATA = Path(__file__).parents[1] / "data" / "new_site"
BEGUN = ("unit", "person", "plan", "tasks", "progress", "page")
"""The forms of which a new site has an example; invented scores would help nobody."""
_BODIES = {
    "đặc khu": ("special_zone", "commune"),
    "thị trấn": ("township", "commune"),
    "thị xã": ("town", "district"),
    "thành phố": ("city", "province"),
    "phường": ("ward", "commune"),
    "huyện": ("district", "district"),
    "quận": ("urban_district", "district"),
    "tỉnh": ("province", "province"),
    "xã": ("commune", "commune"),
}
"""What an authority governs, with the type and level of its unit."""


@dataclass(frozen=True, slots=True)
class Authority:
    """Whose site it is. `word` says what it governs: xã, phường, đặc khu …"""

    name: str
    short_name: str
    word: str

    @property
    def unit(self) -> str:
        """The id of its own unit."""
        return slug(self.short_name)


def authority(name: str) -> Authority:
    """The full and the short name, whichever of the two is given, with or without `UBND`."""
    words = " ".join(normalise(name).split())
    place = re.sub(r"^(?:[ỦU][ỷy] ban nhân dân|ủy ban nhân dân|ubnd)\s+", "", words, flags=re.IGNORECASE)
    for word in _BODIES:
        if place.lower().startswith(word + " "):
            place = word + place[len(word) :]
            return Authority(f"Ủy ban nhân dân {place}", f"UBND {place}", word)
    return Authority(words, words, "xã")


def is_nameable(text: str) -> bool:
    """Whether a name holds only what names hold: letters, digits, blanks and a few marks."""
    return re.fullmatch(r"[^\W\d_][\w ,.()’'–-]{1,118}[\w.)]", normalise(text)) is not None


def new_site(whose: Authority, place: str, year: int, day: date) -> dict[str, str]:
    """Path and text of every file below the site folder.

    Args:
        whose: The authority.
        place: Where it is: `huyện …, tỉnh …` or `tỉnh …`.
        year: The year of the plan. Only a plan of the running year has a progress report.
        day: The day on which the site is begun.
    """
    out = {}
    for path, text, model in _begun():
        if model is _PROGRESS and year != day.year:
            continue
        path, text = (redated(_named(part, whose, place), year, day) for part in (path, text))
        if model is _PROGRESS:
            path, text = _report(path, text, year, day)
        if path == f"units/{whose.unit}.yml":
            type_, level = _BODIES[whose.word]
            text = with_values(text, path, {("type",): type_, ("level",): level})
        out[path] = explained(text, path, model) if model else text
    return dict(sorted(out.items()))


_FORMS = forms()
_PROGRESS = _FORMS["progress"][1].model


def _begun() -> Iterator[tuple[str, str, type[BaseModel] | None]]:
    """Path, text and model of each file as it is kept."""
    for path in sorted(DATA.rglob("*.*")):
        relative = path.relative_to(DATA).as_posix()
        yield relative, path.read_text(encoding="utf-8"), _model(relative)
    for kept in (specimen(*_FORMS[name]) for name in BEGUN):
        yield kept.path, kept.text, kept.model
    yield "files/.gitkeep", "", None


def _model(path: str) -> type[BaseModel] | None:
    if path == "site.yml":
        return Site
    return next((form.model for _, form in _FORMS.values() if PurePosixPath(path).match(form.pattern)), None)


def _named(text: str, whose: Authority, place: str) -> str:
    words = {
        "Ủy ban nhân dân xã Mẫu": whose.name,
        "UBND xã Mẫu": whose.short_name,
        "ubnd-xa-mau": whose.unit,
        "tỉnh Mẫu": place,
    }
    pattern = "|".join(map(re.escape, words)) + r"|\bxã\b(?! hội)"
    return re.sub(pattern, lambda hit: words.get(hit[0], whose.word), text)


def _report(path: str, text: str, year: int, day: date) -> tuple[str, str]:
    """The report of the running quarter."""
    id = f"{year}-q{(day.month + 2) // 3}"
    period = str(read_period(id))
    values: dict[Loc, str] = {("title",): f"Tiến độ {period}", ("period",): sentence(period)}
    return f"{path.rpartition('/')[0]}/{id}.yml", with_values(text, path, values)

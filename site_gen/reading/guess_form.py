"""Guesses: which content type the keys of a file belong to, and which folder or file a name means."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any

from site_gen.base.vietnamese import slug
from site_gen.model.entry import Form
from site_gen.model.published import Published
from site_gen.reading.bind import names_of

FILES = "files"
_FILES_CALLED = (
    "files", "file", "tệp", "tập tin", "tệp đính kèm", "đính kèm", "tài liệu", "attachments", "uploads", "media", "pdf", "scan",
    "images", "image", "img", "pictures", "photos", "ảnh", "hình", "hình ảnh", "hình anh", "videos", "static", "assets",
)  # fmt: skip  # words of a list, read as a paragraph
_ALIKE = 0.7
"""The share of a file's keys that a form must know to be taken for its own."""
_CLEARLY = 0.34
"""How much larger the share of keys must be that another form knows than the form of the folder."""


def likely_form(data: Any, forms: Sequence[Form], current: Form | None = None) -> Form | None:
    """The form whose keys these are; None where there is none, or where `current`, the form of its folder, fits about as well."""
    keys = {slug(str(key)) for key in data} if isinstance(data, dict) else set()
    fits = sorted((_fit(keys, form) for form in forms if form is not current), key=lambda fit: fit[:3], reverse=True)
    if not fits or fits[0][0] < _ALIKE or -fits[0][1] > 1 or fits[0][2] < 2:
        return None
    if len(fits) > 1 and fits[1][:3] == fits[0][:3]:
        return None
    if current is not None:
        own = _fit(keys, current)
        if own[0] + _CLEARLY > fits[0][0] or own[1] > fits[0][1]:
            return None
    return fits[0][3]


def _fit(keys: set[str], form: Form) -> tuple[float, int, int, Form]:
    """How well keys fit a form: share known, required ones that lack (negative), how many are known."""
    names = names_of(form.model)
    asked = [key for key in keys if key != "body" and names.get(key) not in Published.model_fields]
    known = {names[key] for key in asked if key in names}
    lacking = sum(info.is_required() and name not in known for name, info in form.model.model_fields.items())
    return (len(known) / len(asked) if asked else 0.0, -lacking, len(known), form)


@cache
def _words(above: tuple[str, ...], forms: tuple[Form, ...]) -> dict[str, frozenset[str]]:
    """What people call each fixed part of a pattern that stands below `above`, as slugs.

    A form gives its words to the last fixed part of its pattern, the first form of a folder also to that folder.
    """
    depth = len(above)
    words: dict[str, set[str]] = {}
    kinds: set[str] = set()
    for form in forms:
        parts = form.pattern.split("/")
        fixed = [index for index, part in enumerate(parts) if "*" not in part]
        if depth not in fixed or tuple(parts[:depth]) != above:
            continue
        part = parts[depth]
        texts = [part.rpartition(".")[0] or part]
        if depth == fixed[-1] or part not in words:
            texts += [form.label, *form.called]
        if depth == 0 and form.kind not in kinds:
            texts += [form.kind, f"{form.kind}s"]
            kinds.add(form.kind)
        words.setdefault(part, set()).update(filter(None, map(slug, texts)))
    if not above:
        words[FILES] = {slug(text) for text in _FILES_CALLED}
    return {part: frozenset(slugs) for part, slugs in words.items()}


def meant_part(name: str, above: Sequence[str], forms: Sequence[Form]) -> str | None:
    """The fixed folder or file that `name` means below `above`, a pattern's first parts; None where nothing comes near.

    `name` is without its ending.
    """
    slugs = {word: part for part, spoken in _words(tuple(above), tuple(forms)).items() for word in sorted(spoken)}
    squeezed = {word.replace("-", ""): part for word, part in slugs.items()}
    said = slug(name)
    bare = "-".join(word for word in said.split("-") if not word.isdecimal())  # `01-thu-tuc`, `tin-2026`
    for text in filter(None, (said, bare)):
        if hit := slugs.get(text) or squeezed.get(text.replace("-", "")):
            return hit
    if near := get_close_matches(bare, slugs, 1, 0.78):
        return slugs[near[0]]
    inside = [word for word in slugs if len(word) > 3 and bare and (_within(word, bare) or _within(bare, word))]
    return slugs[min(inside, key=lambda word: (abs(len(word) - len(bare)), word))] if inside else None


def _within(part: str, whole: str) -> bool:
    return f"-{part}-" in f"-{whole}-"

"""Entries in which every field is filled, each with a word of its own, made from the models alone.

A test that wants to know whether a value reaches a page asks for the page's text; what it looks for is `Word.shown`.
A field of a type that is not known here raises, so that a new type is taught before it is used.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator

from site_gen.base.vietnamese import show_date, show_number
from site_gen.model.annotations import inner_model
from site_gen.model.choice import Choice
from site_gen.model.fields import FileIn, RefTo
from site_gen.model.published import Published

Fixed = Mapping[str, Any]
"""Values that a field needs for its entry to be on a page at all, by `Model.field`."""

LEFT = frozenset({"draft", "secrecy", "sample", "anomalies", "formerly"})
"""What every entry may carry and what changes how it is published rather than what is told; each has tests of its own."""

DAY = date(2026, 12, 1)
"""The day of building; days in the entries lie before it."""


@dataclass(frozen=True, slots=True)
class Word:
    """One value of a full entry.

    Attributes:
        field: `Model.field`.
        path: Where it stands in the entry, `tasks.parts.budget`.
        shown: The ways in which a page may show it; any of them will do.
        link: Whether it is shown as the target of a link.
        written: How content writes it, where that is another word than those.
    """

    field: str
    path: str
    shown: tuple[str, ...]
    link: bool = False
    written: tuple[str, ...] = ()


@dataclass(slots=True)
class Full:
    """Makes one full entry, and keeps its words and what they refer to. Every yes-or-no is yes, but for the one `negated`.

    A `bare` one holds what it must hold and nothing else.
    """

    fixed: Fixed
    negated: str = ""
    bare: bool = False
    words: list[Word] = field(default_factory=list)
    references: dict[str, list[str]] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    count: int = 0

    def entry(self, model: type[BaseModel], path: str = "", within: tuple[type[BaseModel], ...] = ()) -> dict[str, Any]:
        """The entry as content writes it."""
        made: dict[str, Any] = {}
        for name, info in model.model_fields.items():
            key, here = f"{model.__name__}.{name}", f"{path}.{name}".strip(".")
            if name in LEFT and issubclass(model, Published):
                continue
            if key in self.fixed:
                if self.fixed[key] is not None:
                    made[name] = self.fixed[key]
                continue
            if self.bare and not info.is_required():
                continue
            marks = list(info.metadata)
            inner = inner_model(info.annotation)
            if inner is not None:
                if within.count(inner) < 2:
                    one = self.entry(inner, here, (*within, inner))
                    made[name] = [one] if _many(info.annotation) else one
                continue
            annotation, more = _plain(info.annotation)
            extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
            word, made[name] = self.value(annotation, [*marks, *more], Word(key, here, ()))
            if "x-not-shown" in extra:
                self.flags = [name for name in self.flags if name != key]
            elif word.shown:
                self.words.append(word)
            if _many(info.annotation):
                made[name] = [made[name]]
        return made

    def value(self, annotation: Any, marks: list[Any], word: Word) -> tuple[Word, Any]:
        """A value of its own for one field."""
        self.count += 1
        n = self.count
        mark = next((m for m in marks if isinstance(m, RefTo | FileIn)), None)
        parses = [m.func.__name__ for m in marks if isinstance(m, BeforeValidator)]
        parse = parses[-1] if parses else ""  # the last reads one thing, those before it part a list
        link = isinstance(mark, FileIn) or parse in ("url", "link")
        shown: tuple[str, ...]
        written: Any
        if isinstance(mark, RefTo):
            written = self.refer(mark.kind, n)
            shown = (written,)
        elif isinstance(mark, FileIn):
            written = f"files/tep-{n}-{word.path.lower().replace('.', '-').replace('_', '-')}.pdf"
            self.files.append(written)
            shown = (written,)
        elif isinstance(annotation, type) and issubclass(annotation, Choice):
            member = list(annotation)[-1]
            written, shown = member.value, (member.label,)
        elif annotation is bool:
            self.flags.append(word.field)
            written, shown = word.field != self.negated, ()
        elif annotation is int and parse == "year":
            written = str(1931 + n % 60)
            shown = (written,)
        elif annotation is int:
            written = str(100 + 7 * n)
            shown = (written, show_number(Decimal(written)))
        elif parse in ("score", "cell") or (annotation.__name__ == "Figure" and parse != "amount"):
            written = f"{n % 90 + 10},{n % 89 + 11}"
            shown = (written, written.rstrip("0"))
        elif annotation.__name__ == "Figure":
            written = f"{n + 100}.000"
            shown = (written,)
        elif annotation is date:
            day = DAY - timedelta(days=700 - n)
            written = show_date(day)
            shown = (written, written.removeprefix("0"))
        elif annotation.__name__ == "PartialDate":
            written = show_date(DAY - timedelta(days=2000 - n))
            shown = (written,)
        elif annotation.__name__ == "datetime":
            written = (DAY - timedelta(days=900 - n)).isoformat() + "T13:43:32+0700"
            shown = (show_date(DAY - timedelta(days=900 - n)),)
        elif annotation.__name__ == "Period":
            month = n % 11 + 1
            written = f"tháng {month}/2026"
            shown = (written, f"tháng {month:02}/2026")
        elif parse == "formula":
            written = "3=2/1"
            shown = (written,)
        elif parse == "page":
            written = f"trang-{n}.html"
            shown, link = (written,), True
        elif parse == "_slug":
            written = f"ma-{n}"
            shown = (written,)
        elif parse == "_digest":
            written = f"{n:064x}"
            shown = (written,)
        elif parse == "coordinates":
            written = f"21.50{100 + n}, 105.80{100 + n}"
            shown = (written,)
        elif parse in ("url", "link"):
            written = f"https://example.gov.vn/dia-chi-{n}"
            shown = (written,)
        elif parse in ("_line", "typed", "_texts"):
            written = f"Chữ{n} của {word.path.split('.')[-1].replace('_', ' ')}"
            shown = (f"Chữ{n}",)
        else:
            raise TypeError(f"{word.field}: full_entries does not know the type {annotation} ({parse})")
        return Word(word.field, word.path, shown, link, (str(written),)), written

    def refer(self, kind: str, n: int) -> str:
        """A name that an entry of `kind` will bear."""
        name = f"Mục{n} {kind}"
        self.references.setdefault(kind, []).append(name)
        return name


def _many(annotation: Any) -> bool:
    origin = get_origin(annotation)
    if origin is tuple:
        return True
    return origin in (Annotated, Union, types.UnionType) and any(_many(a) for a in get_args(annotation))


def _plain(annotation: Any) -> tuple[Any, list[Any]]:
    """The class inside an annotation such as `tuple[Line, ...] | None`, with the marks on its way."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, more = _plain(annotation.__args__[0])
        return inner, [*annotation.__metadata__, *more]
    if origin in (tuple, Union, types.UnionType):
        return _plain(next(a for a in get_args(annotation) if a not in (type(None), Ellipsis)))
    return annotation, []

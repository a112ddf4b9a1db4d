"""Procedures as citizens look for them: the guide where there is one, else the row of the full list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from site_gen.base.vietnamese import slug, sort_key, strip_marks
from site_gen.kinds.procedure.model import LifeEvent, Procedure, ProcedureList, Row, State
from site_gen.model.catalog import Catalog, Name
from site_gen.model.entry import Entry

KIND = "procedure"


@dataclass(frozen=True, slots=True)
class Item:
    """One procedure by its code; at least one of guide and row is there."""

    code: str
    name: str
    field: str
    state: State
    guide: Entry[Procedure] | None
    row: Row | None
    list: Entry[ProcedureList] | None

    @property
    def url(self) -> str:
        """Its own page, or its row on the page of its field."""
        return guide_url(self.code) if self.guide else row_url(self.field, self.code)

    @property
    def sample(self) -> bool:
        """Whether what is shown of it was invented or copied to show how the site works."""
        entry = self.guide or self.list
        return bool(entry and entry.model.sample)

    @property
    def events(self) -> tuple[LifeEvent, ...]:
        """The events of life it belongs to."""
        return self.guide.model.life_events if self.guide else ()


def guide_url(code: str) -> str:
    """The page of a detailed guide."""
    return f"thu-tuc/{code.lower()}.html"


def field_url(field: str) -> str:
    """The page of a field."""
    return f"thu-tuc/linh-vuc/{slug(field)}.html"


def row_url(field: str, code: str) -> str:
    """Where a row of the full list is shown."""
    return f"{field_url(field)}#{code}"


def listed(entry: Entry[ProcedureList]) -> Iterator[Name]:
    """The rows of a list, by code and by name."""
    for row in entry.model.rows:
        url = row_url(row.procedure_field, row.code)
        for text in (row.code, row.name):
            yield Name(KIND, row.code, text, row.name, url, listed=True)


@lru_cache(maxsize=8)
def items(catalog: Catalog) -> tuple[Item, ...]:
    """Every procedure once, in the order of a dictionary."""
    rows: dict[str, tuple[Row, Entry[ProcedureList]]] = {}
    for entry in catalog.all(ProcedureList):
        for listed_row in entry.model.rows:
            rows.setdefault(listed_row.code, (listed_row, entry))
    guides = {entry.model.code: entry for entry in catalog.all(Procedure)}
    found = []
    for code in sorted({*rows, *guides}):
        guide = guides.get(code)
        row = rows[code][0] if code in rows else None
        of = rows[code][1] if code in rows else None
        shown = guide.model if guide else row
        assert shown is not None
        found.append(Item(code, shown.name, shown.procedure_field, shown.state, guide, row, of))
    return tuple(sorted(found, key=lambda i: (sort_key(plain(i.name)), i.code)))


def plain(name: str) -> str:
    """A name without the words that every other name begins with, for the alphabet."""
    rest = re.sub(r"^(?:thủ tục|tthc)\s+", "", name, flags=re.IGNORECASE)
    return rest[:1].upper() + rest[1:]


def letter(name: str) -> str:
    """The letter under which a name stands; Đ has its own."""
    first = plain(name)[:1].upper()
    return "Đ" if first == "Đ" else strip_marks(first) if first.isalpha() else "0–9"


def letter_slug(mark: str) -> str:
    """A letter as part of an address: `d` and `dd` for D and Đ."""
    return {"Đ": "dd", "0–9": "so"}.get(mark, mark.lower())

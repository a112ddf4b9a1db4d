"""Procedures as citizens look for them: the guide where there is one, else the row of the full list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.traces import remembered
from site_gen.base.vietnamese import slug, sort_key, strip_marks
from site_gen.kinds.procedure.choices import ProcedureState
from site_gen.kinds.procedure.model import Announcement, ListedProcedure, Procedure, ProcedureList
from site_gen.model.catalog import Catalog, Name
from site_gen.model.entry import Entry
from site_gen.model.life_events import LifeEvent, events_of
from site_gen.pages.contributions import Section
from site_gen.reading.shipped import life_events

SECTION = Section(
    "thu-tuc",
    "thu-tuc/index.html",
    msg("Procedures"),
    msg("What to bring, what it costs, how long it takes, where to hand it in."),
    10,
)
CHANGES = "thu-tuc/thay-doi.html"
PART = 45
"""So many rows of a field stand on one page; a page may not weigh more than 50 kB."""


@dataclass(frozen=True, slots=True)
class Item:
    """One procedure by its code; at least one of guide and row is there.

    `applies` is true until the day on which it ends; `part` says on which page of its field it stands; `events` are the
    events of life to which it belongs, at least one.
    """

    code: str
    name: str
    field: str
    state: ProcedureState
    guide: Entry[Procedure] | None
    row: ListedProcedure | None
    list: Entry[ProcedureList] | None
    applies: bool = True
    part: int = 1
    events: tuple[LifeEvent, ...] = ()

    @property
    def given(self) -> str | None:
        """The everyday name, where the content gives one."""
        return (self.guide and self.guide.model.everyday_name) or (self.row and self.row.everyday_name) or None

    @property
    def called(self) -> str:
        """What citizens call it: the name that is given, else the legal one without the words that say nothing."""
        return self.given or everyday(self.name)

    @property
    def url(self) -> str:
        """Its own page, or its row on the page of its field."""
        return guide_url(self.code) if self.guide else row_url(self.field, self.code, self.part)

    @property
    def sample(self) -> bool:
        """Whether what is shown of it was invented or copied to show how the site works."""
        entry = self.guide or self.list
        return bool(entry and entry.model.sample)


def guide_url(code: str) -> str:
    """The page of a detailed guide."""
    return f"thu-tuc/{code.lower()}.html"


def field_url(field: str, part: int = 1) -> str:
    """The page of a field, or a further part of it."""
    return f"thu-tuc/linh-vuc/{slug(field)}{f'-{part}' if part > 1 else ''}.html"


def row_url(field: str, code: str, part: int = 1) -> str:
    """Where a row of the full list is shown."""
    return f"{field_url(field, part)}#{code}"


@lru_cache(maxsize=8)  # it holds the lists
def parts(entry: Entry[ProcedureList]) -> Mapping[str, int]:
    """On which page of its field each row of a list stands, by code: in the order of a dictionary, so many to a page.

    It depends on the list alone, so that a row can be referred to before the rest of the site is known.
    """
    fields: dict[str, list[ListedProcedure]] = defaultdict(list)
    for row in entry.model.rows:
        fields[slug(row.procedure_field)].append(row)
    return {
        row.code: number // PART + 1
        for rows in fields.values()
        for number, row in enumerate(
            sorted(rows, key=lambda r: (sort_key(headword(r.everyday_name or everyday(r.name))), r.code))
        )
    }


def listed(entry: Entry[Any]) -> Iterator[Name]:
    """The rows of a list, by code and by name; a guide lists nothing."""
    if not isinstance(entry.model, ProcedureList):
        return
    part = parts(entry)
    for row in entry.model.rows:
        url = row_url(row.procedure_field, row.code, part[row.code])
        for text in (row.code, row.name):
            yield Name("procedure", row.code, text, row.name, url, listed=True)


def applies(shown: Procedure | ListedProcedure, day: date) -> bool:
    """Whether citizens can use it on a day; one that will end is in force until then."""
    return shown.state.applies or (shown.ended_on is not None and shown.ended_on > day)


@remembered
def by_code(catalog: Catalog, as_of: date) -> Mapping[str, Item]:
    """Every procedure once, by its code."""
    rows: dict[str, tuple[ListedProcedure, Entry[ProcedureList]]] = {}
    for entry in catalog.all(ProcedureList):
        for listed_row in entry.model.rows:
            rows.setdefault(listed_row.code, (listed_row, entry))
    guides = {entry.model.code: entry for entry in catalog.all(Procedure)}
    own = catalog.site.life_events
    found: dict[str, Item] = {}
    for code in sorted({*rows, *guides}):
        guide = guides.get(code)
        row, of = rows.get(code, (None, None))
        shown = guide.model if guide else row
        assert shown is not None
        part = parts(of)[code] if of and row and slug(row.procedure_field) == slug(shown.procedure_field) else 1
        found[code] = Item(
            code,
            shown.name,
            shown.procedure_field,
            shown.state,
            guide,
            row,
            of,
            applies(shown, as_of),
            part,
            (guide.model.life_events if guide else ())
            or events_of(shown.name, shown.procedure_field, own, life_events()),
        )
    return found


@remembered
def item_of(catalog: Catalog, code: str, as_of: date) -> Item | None:
    """The procedure with a code. Who asks for one is not asked again when another changes."""
    return by_code(catalog, as_of).get(code)


def row_of(catalog: Catalog, code: str, as_of: date) -> ListedProcedure | None:
    """The row of a list that has a code."""
    item = item_of(catalog, code, as_of)
    return item.row if item else None


@remembered
def items(catalog: Catalog, as_of: date) -> tuple[Item, ...]:
    """Every procedure once, in the order of a dictionary."""
    return tuple(sorted(by_code(catalog, as_of).values(), key=lambda i: (sort_key(headword(i.called)), i.code)))


def entries_of(found: Iterable[Item]) -> tuple[Entry[Any], ...]:
    """The content behind procedures: guides and lists, each once."""
    return tuple(dict.fromkeys(entry for item in found for entry in (item.guide, item.list) if entry is not None))


@remembered
def announced(catalog: Catalog) -> Mapping[str, tuple[Announcement, ...]]:
    """The announcements of the province that change or abolish a procedure, by its code."""
    found: dict[str, list[Announcement]] = defaultdict(list)
    for entry in catalog.all(ProcedureList):
        for announcement in entry.model.announcements:
            for code in (*announcement.changed, *announcement.abolished):
                found[code].append(announcement)
    return {code: tuple(mine) for code, mine in found.items()}


_USUAL = re.compile(r"^(?:thủ tục|tthc)\s+", re.IGNORECASE)


def everyday(name: str) -> str:
    """A legal name as one says it at the counter: without “Thủ tục” before it and “(cấp xã)” behind it."""
    rest = _LEVEL.sub("", _USUAL.sub("", name))
    return rest[:1].upper() + rest[1:]


_LEVEL = re.compile(r"\s*\((?:cấp|tại) xã\)\s*$", re.IGNORECASE)


def headword(name: str) -> str:
    """The part of a name by which the alphabet goes: who looks for “khai sinh” looks under K, not under T or Đ."""
    rest = _WITHOUT.sub("", name)
    return rest[:1].upper() + rest[1:] if rest else name


_WITHOUT = re.compile(r"^(?:(?:thủ tục|tthc)\s+)?(?:đăng ký\s+)?(?:lại\s+)?", re.IGNORECASE)


def letter(name: str) -> str:
    """The letter under which a name stands in every list from A to Z; Đ has its own."""
    first = headword(name)[:1].upper()
    return "Đ" if first == "Đ" else strip_marks(first) if first.isalpha() else "0–9"


def letter_slug(mark: str) -> str:
    """A letter as part of an address: `d` and `dd` for D and Đ."""
    return {"Đ": "dd", "0–9": "so"}.get(mark, mark.lower())

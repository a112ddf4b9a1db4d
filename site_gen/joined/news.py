"""News by unit and year: each body of the authority owes at least one item a year (a unit without any is named)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from operator import itemgetter

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.traces import remembered
from site_gen.base.values import Key, Record
from site_gen.base.vietnamese import sort_key
from site_gen.kinds.news.model import News
from site_gen.kinds.unit.model import Unit, UnitType
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Entry
from site_gen.pages.columns import computed
from site_gen.pages.contributions import Table, entry_table
from site_gen.pages.frames import Shown
from site_gen.pages.life import State, Status
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Link, Snapshot

URL = "tin/theo-don-vi.html"
TITLE = msg("News by unit and year")
BODIES = (UnitType.DEPARTMENT, UnitType.SECTION, UnitType.PUBLIC_SERVICE_UNIT)
"""Offices of the authority itself; groups, councils and bodies beside it owe no news."""


def bodies(catalog: Catalog, year: int) -> list[Entry[Unit]]:
    """The units that owe news in a year: offices of the authority that were in life then."""

    def lived(unit: Unit) -> bool:
        begun = unit.valid_from is None or unit.valid_from.year <= year
        return begun and (unit.valid_to is None or unit.valid_to.year >= year)

    found = [e for e in catalog.all(Unit) if e.model.type in BODIES and e.model.level.value == "internal"]
    return sorted((e for e in found if lived(e.model)), key=lambda e: sort_key(e.model.name))


@remembered
def counts(catalog: Catalog) -> dict[int, dict[str, int]]:
    """How many items each unit has, by year and unit id."""
    out: dict[int, dict[str, int]] = {}
    for entry in catalog.all(News):
        name = catalog.named("unit", entry.model.unit)
        if name is not None:
            year = out.setdefault(entry.model.date.year, {})
            year[name.id] = year.get(name.id, 0) + 1
    return out


@dataclass(frozen=True)
class Cell(Record):
    """How many items a unit had in a year; its state where it had none and owed one."""

    n: int
    state: Status | None


@dataclass(frozen=True)
class UnitRow(Record):
    """A unit with its years."""

    id: Key
    unit: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class ByUnit(Shown):
    """Units down, years across."""

    template = "news_by_unit.html"
    years: tuple[int, ...]
    rows: tuple[UnitRow, ...]


def _without(snapshot: Snapshot, year: int) -> Status:
    """What is said of a unit without news: while the year runs it can still tell something."""
    over = snapshot.as_of > date(year, 12, 31)
    state = State("late", msg("0 items")) if over else State("calm", msg("0 items so far"))
    return state.shown(snapshot)


def news_pages(snapshot: Snapshot) -> Iterator[Page]:
    """One table: units down, years across."""
    by_year = counts(snapshot.catalog)
    years = tuple(sorted(by_year, reverse=True)[:5])
    owing = {year: {e.id: e.model.name for e in bodies(snapshot.catalog, year)} for year in years}
    units = {id: name for year in years for id, name in owing[year].items()}
    rows = tuple(
        UnitRow(
            id,
            snapshot.link("unit", id),
            tuple(
                Cell(by_year[year].get(id, 0), _without(snapshot, year) if id in owing[year] else None)
                for year in years
            ),
        )
        for id in sorted(units, key=lambda id: sort_key(units[id]))
    )
    entries = snapshot.catalog.all(News)
    yield Page(
        URL,
        ByUnit.template,
        snapshot.say(TITLE),
        ByUnit(years, rows),
        tuple(e.path for e in entries),
        ((snapshot.say(msg("News")), "tin/index.html"),),
        "tin",
        sample=any(e.model.sample for e in entries),
    )


COLUMNS = (
    computed("year", "Năm", itemgetter(0), "integer"),
    computed("unit", "Mã đơn vị", itemgetter(1)),
    computed("unit_name", "Đơn vị", itemgetter(2)),
    computed("count", "Số tin", itemgetter(3), "integer"),
    computed(
        "owes",
        "Phải có tin",
        itemgetter(4),
        "boolean",
        help="Cơ quan, bộ phận của chính cơ quan này, có trong năm ấy.",
    ),
)


def news_table(snapshot: Snapshot) -> Table:
    """The same counts as open data, each year's units with those that told nothing."""
    rows: list[tuple[int, str, str, int, bool]] = []
    for year, mine in sorted(counts(snapshot.catalog).items(), reverse=True):
        owing = [e.id for e in bodies(snapshot.catalog, year)]
        for id in dict.fromkeys((*owing, *mine)):
            rows.append((year, id, snapshot.link("unit", id).text, mine.get(id, 0), id in owing))
    entries = snapshot.catalog.all(News)
    return entry_table("tin-theo-don-vi", snapshot.say(TITLE), COLUMNS, rows, entries, shown=(ByUnit.template,))

"""News by unit and year: each body of the authority owes at least one item a year (a unit without any is named)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from site_gen.base.messages import msg, say
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import sort_key
from site_gen.kinds.news.model import News
from site_gen.kinds.unit.model import Unit, UnitType
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Entry
from site_gen.pages.columns import Column
from site_gen.pages.contributions import Table
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot

URL = "tin/theo-don-vi.html"
BODIES = (UnitType.DEPARTMENT, UnitType.SECTION, UnitType.PUBLIC_SERVICE_UNIT)
"""Offices of the authority itself; groups, councils and bodies beside it owe no news."""


def bodies(catalog: Catalog, year: int) -> list[Entry[Unit]]:
    """The units that owe news in a year: offices of the authority that were in life then."""

    def lived(unit: Unit) -> bool:
        begun = unit.valid_from is None or unit.valid_from.year <= year
        return begun and (unit.valid_to is None or unit.valid_to.year >= year)

    found = [e for e in catalog.all(Unit) if e.model.type in BODIES and e.model.level.value == "internal"]
    return sorted((e for e in found if lived(e.model)), key=lambda e: sort_key(e.model.name))


@lru_cache(maxsize=8)
def counts(catalog: Catalog) -> dict[int, dict[str, int]]:
    """How many items each unit has, by year and unit id."""
    out: dict[int, dict[str, int]] = {}
    for entry in catalog.all(News):
        name = catalog.named("unit", entry.model.unit)
        if name is not None:
            year = out.setdefault(entry.model.date.year, {})
            year[name.id] = year.get(name.id, 0) + 1
    return out


def _nought(snapshot: Snapshot, year: int) -> Context:
    """What is said of a unit without news: while the year runs it can still tell something."""
    over = snapshot.as_of > date(year, 12, 31)
    word = say(msg("0 items") if over else msg("0 items so far"), snapshot.catalog.site.language.value)
    return {"family": "late" if over else "calm", "word": word, "detail": ""}


def news_pages(snapshot: Snapshot) -> Iterator[Page]:
    """One table: units down, years across."""
    catalog = snapshot.catalog
    by_year = counts(catalog)
    years = sorted(by_year, reverse=True)[:5]
    rows: list[Plain] = []
    units = {e.id: e for year in years for e in bodies(catalog, year)}
    for id in sorted(units, key=lambda id: sort_key(units[id].model.name)):
        asked = [any(e.id == id for e in bodies(catalog, year)) for year in years]
        cells: list[Plain] = [
            {"n": by_year[year].get(id, 0), "state": _nought(snapshot, year) if owed else {}}
            for year, owed in zip(years, asked, strict=True)
        ]
        rows.append({"id": id, "unit": snapshot.link("unit", id), "cells": cells})
    context: Context = {"years": list(years), "rows": rows}
    entries = catalog.all(News)
    yield Page(
        URL,
        "news_by_unit.html",
        say(msg("News by unit and year"), catalog.site.language.value),
        context,
        tuple(e.path for e in entries),
        ((say(msg("News"), catalog.site.language.value), "tin/index.html"),),
        "tin",
        sample=any(e.model.sample for e in entries),
    )


def news_table(snapshot: Snapshot) -> Table:
    """The same counts as open data, each year's units with those that told nothing."""
    catalog = snapshot.catalog
    rows: list[tuple[Plain, ...]] = []
    for year, mine in sorted(counts(catalog).items(), reverse=True):
        owing = [e.id for e in bodies(catalog, year)]
        for id in dict.fromkeys((*owing, *mine)):
            rows.append((year, id, snapshot.link("unit", id).text, mine.get(id, 0), id in owing))
    entries = catalog.all(News)
    columns = (
        Column("year", "Năm", "integer"),
        Column("unit", "Mã đơn vị"),
        Column("unit_name", "Đơn vị"),
        Column("count", "Số tin", "integer"),
        Column("owes", "Phải có tin", "boolean", "Cơ quan, bộ phận của chính cơ quan này, có trong năm ấy."),
    )
    return Table(
        "tin-theo-don-vi",
        say(msg("News by unit and year"), catalog.site.language.value),
        columns,
        tuple(rows),
        tuple(e.path for e in entries),
        any(e.model.sample for e in entries),
        ("news_by_unit.html",),
    )

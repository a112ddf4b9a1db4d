"""A site on which nobody works changes only on the days that were foretold, and then something has changed."""

from __future__ import annotations

import runpy
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from site_folders import BASE_SITE, case_files, lay_out, read_site

from site_gen.joined.lives import changes_of_kind
from site_gen.joined.news import news_pages
from site_gen.kind import Kind
from site_gen.kinds import KINDS
from site_gen.model.catalog import Catalog
from site_gen.pages import life
from site_gen.rules.snapshot import Snapshot

FIRST, LAST = date(2026, 5, 1), date(2027, 3, 16)


def files_of(kind: Kind) -> dict[str, str]:
    """A site with things of the kind in every state; of a kind that changes only when somebody edits, its example."""
    own = Path(__file__).parent / kind.name / "life_files.py"
    if own.is_file():
        found: dict[str, str] = runpy.run_path(str(own))["FILES"]
        return found
    return {name: path.read_text(encoding="utf-8") for name, path in case_files(kind.folder / "example").items()}


def shown(kind: Kind, catalog: Catalog, day: date) -> list[Any]:
    """Everything of the kind that reaches a page or a feed."""
    snapshot = Snapshot(catalog.on(day), day)
    pages = [*kind.pages(snapshot), *(news_pages(snapshot) if kind.name == "news" else ())]
    return (
        [(p.url, p.context, p.expires) for p in pages]
        + [(p.subject, p.context) for p in kind.panels(snapshot)]
        + [tuple(life.feed(snapshot, kind.lives(snapshot)))]
    )


def foretold(kind: Kind, catalog: Catalog, day: date) -> set[date]:
    """The days to come on which something of the kind changes, as they are known on a day."""
    return {change.day for change in changes_of_kind(Snapshot(catalog.on(day), day), kind)}


def looked_at(known: set[date]) -> list[date]:
    """Every foretold day and the one before it, and of the days between, on which nothing may have changed, each third."""
    steady = {FIRST + timedelta(n) for n in range(3, (LAST - FIRST).days + 1, 3)}
    return sorted({day for day in steady | known | {day - timedelta(1) for day in known} if day > FIRST} | {LAST})


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_pages_change_on_the_foretold_days_and_on_no_other(kind: Kind, tmp_path: Path) -> None:
    root = lay_out(tmp_path / "site", [BASE_SITE])
    for name, text in files_of(kind).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    catalog = read_site(root).catalog
    assert catalog is not None
    assert kind.name in {entry.kind for entry in catalog.entries()}
    known = {day for day in foretold(kind, catalog, FIRST) if day <= LAST}

    changed = set()
    before = shown(kind, catalog, FIRST)
    for day in looked_at(known):
        now = shown(kind, catalog, day)
        if now != before:
            changed.add(day)
        before = now
    assert changed == known
    for n in range(0, (LAST - FIRST).days, 20):  # what a later build announces is what the first one knew
        day = FIRST + timedelta(n)
        assert {one for one in known if one > day} <= foretold(kind, catalog, day)

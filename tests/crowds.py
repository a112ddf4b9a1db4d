"""Sites with very many entries of one kind: the shared site with the example of every form, and copies of one entry."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from site_folders import BASE_SITE, lay_out, read_site

from site_gen.base.theme import theme_of
from site_gen.joined.site import chrome, decided
from site_gen.kind import Kind
from site_gen.kinds import KINDS
from site_gen.model.catalog import Catalog
from site_gen.outputs.assets import fingerprinted
from site_gen.pages.page import Page
from site_gen.pipeline.decide import dressed
from site_gen.pipeline.gather import naming
from site_gen.render.html import render_one
from site_gen.render.job import Frame, Job
from site_gen.rules.snapshot import Snapshot

DAY = date(2026, 11, 21)


def base_catalog(folder: Path) -> Catalog:
    """The shared site with the example of every form, laid out in `folder`."""
    root = lay_out(folder / "content", [BASE_SITE])
    for example in (f for kind in KINDS for f in kind.folder.glob("example/*") if f.is_dir()):
        shutil.copytree(example, root / example.name, dirs_exist_ok=True)
    catalog = read_site(root).catalog
    assert catalog is not None
    return catalog


def crowded(base: Catalog, kind: Kind, count: int, changed: Callable[[int], dict[str, Any]] = lambda n: {}) -> Snapshot:
    """The site with `count` more entries of a kind; `changed` gives the fields in which the nth differs from the example."""
    entries = list(base.entries())
    [first, *_] = [e for e in entries if e.kind == kind.name and isinstance(e.model, kind.forms[0].model)]
    for n in range(count):
        own = {
            name: f"{n}.{text}"
            for name in ("code", "number")
            if isinstance(text := getattr(first.model, name, None), str)
        }
        entries.append(replace(first, id=f"{first.id}-{n}", model=first.model.model_copy(update=own | changed(n))))
    names = [name for entry in entries for name in naming(entry)]
    return Snapshot(Catalog("", base.site, entries, names, (), base.attachments), DAY)


def rendered(snapshot: Snapshot, choose: Callable[[Page], bool]) -> Iterator[tuple[Page, bytes]]:
    """The pages that are chosen, as they are written."""
    pages = decided(snapshot).pages
    look, _ = dressed(fingerprinted(theme_of()), "#ffffff")
    frame = {**chrome(snapshot, pages), **look, "portal": ""}
    for page in pages:
        if choose(page):
            made = render_one(Job(page, page.url, Frame(frame)), theme_of())
            assert hasattr(made, "data"), made
            yield page, made.data

"""Snapshots of the shared small site with further content files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from site_folders import BASE_SITE, lay_out, read_site

from site_gen.rules.snapshot import Snapshot


def edition_of(tmp_path: Path, files: Mapping[str, str], as_of: date) -> Snapshot:
    """The shared site, with these files over it, on a day."""
    root = lay_out(tmp_path / "site", (BASE_SITE,))
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    loaded = read_site(root)
    assert loaded.catalog is not None
    assert loaded.found == ()
    return Snapshot(loaded.catalog, as_of)

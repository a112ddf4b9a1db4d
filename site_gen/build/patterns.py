"""The pattern book: one page that shows every component of a theme with its kept examples."""

from __future__ import annotations

import json
from pathlib import Path

from site_gen.base.diagnostics import Diagnostic
from site_gen.build.decide import accent_sheet
from site_gen.outputs.assets import fingerprinted
from site_gen.outputs.hosting.policy import META
from site_gen.pages.page import Context, Page
from site_gen.render.html import render_one
from site_gen.render.job import Job

URL = "patterns.html"


def examples(theme: Path) -> Context:
    """The examples of each component, by its name."""
    return {
        path.parent.name: json.loads(path.read_bytes())
        for path in sorted((theme / "components").glob("*/examples.json"))
    }


def pattern_book(theme: Path, language: str = "vi", accent: str = "#9b1c1f") -> dict[str, bytes]:
    """The page and its assets, by path. Raises ValueError where a component's template fails."""
    files, names = fingerprinted(theme)
    sheet = accent_sheet(accent, "")
    frame: Context = {
        "name": "sitegen",
        "short_name": "sitegen",
        "place": "pattern book",
        "ended": "",
        "language": language,
        "menu": [],
        "extra": [],
        "letters": "",
        "guide": "",
        "home": "index.html",
        "contact": {"address": "", "phone": "", "email": "", "hours": ""},
        "spokesperson": [],
        "illustration": {},
        "index": False,
        "built": "",
        "newest": "",
        "base_url": "",
        "portal": "",
        "feeds": [],
        "assets": dict(names),
        "accent": sheet.path,
        "policy": dict(META),
    }
    made = render_one(Job(Page(URL, "patterns.html", "Pattern book", {"examples": examples(theme)}), URL, frame), theme)
    if isinstance(made, Diagnostic):
        raise ValueError(f"{made.at.path}:{made.at.line}: {made.message}")
    return {a.path: a.data for a in (*files, sheet, made)}

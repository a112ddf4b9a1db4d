"""The pattern book: one page that shows every component of a theme with its kept examples."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from site_gen.base.diagnostics import Diagnostic
from site_gen.base.theme import Theme
from site_gen.base.values import Context
from site_gen.outputs.assets import fingerprinted
from site_gen.pages.page import Page
from site_gen.pipeline.decide import dressed
from site_gen.render.html import render_one
from site_gen.render.job import Frame, Job

URL = "patterns.html"

_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def examples(theme: Theme) -> Context:
    """The examples of each component, by its name. A text in ISO form, `2026-01-20`, is a date."""

    def dated(values: dict[str, Any]) -> dict[str, Any]:
        return {
            key: date.fromisoformat(value) if isinstance(value, str) and _ISO.fullmatch(value) else value
            for key, value in values.items()
        }

    return {
        path.parent.name: json.loads(path.read_bytes(), object_hook=dated)
        for path in theme.files("components/*/examples.json").values()
    }


def pattern_book(theme: Theme, language: str = "vi", accent: str = "#9b1c1f") -> dict[str, bytes]:
    """The page and its assets, by path. Raises ValueError where a component's template fails."""
    assets = fingerprinted(theme)
    look, own = dressed(assets, accent)
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
        "counter": {"hours": "", "phone": ""},
        "feedback": "",
        "newest": "",
        "base_url": "",
        "portal": "",
        "feeds": [],
        **look,
    }
    made = render_one(
        Job(Page(URL, "patterns.html", "Pattern book", {"examples": examples(theme)}), URL, Frame(frame)), theme
    )
    if isinstance(made, Diagnostic):
        raise ValueError(f"{made.at.path}:{made.at.line}: {made.message}")
    return {a.path: a.data for a in (*assets[0], *own, made)}

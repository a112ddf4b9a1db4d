"""What is to be rendered, as values: known to who decides and to who renders."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from site_gen.base.values import Context
from site_gen.pages.page import Page


@dataclass(frozen=True, slots=True)
class Job:
    """A page, where it goes, and the frame it is shown in."""

    page: Page
    path: str
    frame: Context


def themes_dir() -> Path:
    """Where the shipped themes are: inside the installed package, or beside it in a checkout."""
    inside = Path(__file__).parents[1] / "themes"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "themes"

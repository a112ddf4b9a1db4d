"""A small site whose texts link and show, checked in this process."""

from __future__ import annotations

from pathlib import Path

import pytest
from builds import change, lay
from written_links import Told, told_of


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return lay(tmp_path / "content")


@pytest.fixture
def told(site: Path) -> Told:
    """What is told of a text: code, line, column and the hint."""

    def tell(text: str, name: str = "pages/huong-dan.md") -> list[str]:
        return told_of(site, {name: text})[name]

    return tell


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    for name in ("binh-an", "hoa-binh"):
        change(lay(content / name) / "site.yml", "https://binhan.example.gov.vn", f"https://xa.example.gov.vn/{name}")
    (content / "fleet.yml").write_text(
        "title: Cổng\nsites: [binh-an, hoa-binh]\nbase_url: https://xa.example.gov.vn\n", encoding="utf-8"
    )
    return content

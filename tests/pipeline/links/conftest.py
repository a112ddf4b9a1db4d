"""A small site whose texts link and show, checked in this process."""

from __future__ import annotations

from pathlib import Path

import pytest
from builds import change, lay
from written_links import PAGE, Told, links_of

from site_gen.base.messages import say


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return lay(tmp_path / "content")


@pytest.fixture
def told(site: Path) -> Told:
    """What is told of a text: code, line, column and the hint."""

    def tell(text: str, name: str = "pages/huong-dan.md") -> list[str]:
        path = site / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(PAGE + text, encoding="utf-8")
        return [
            f"{d.code} {d.at.line - 3}:{d.at.column} {say(d.hint, 'vi') if d.hint else ''}"
            for d in links_of(site)
            if d.at.path.endswith(name)
        ]

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

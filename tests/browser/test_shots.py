"""The contact sheet that a reviewer looks through: `make shots`."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from builds import REPOSITORY
from PIL import Image

pytestmark = pytest.mark.browser
TOOL = [sys.executable, str(REPOSITORY / "tools" / "shots.py")]


def test_a_contact_sheet_shows_a_page_on_every_screen_and_on_paper(built: Path, tmp_path: Path) -> None:
    asked = ["--only", "home", "--only", "search with results", "--site", str(built), "-d", str(tmp_path)]
    ran = subprocess.run([*TOOL, *asked], capture_output=True, text=True, encoding="utf-8", check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    sheet = (tmp_path / "index.html").read_text("utf-8")
    shown = re.findall(r'<img src="([^"]+)" alt="[^"]+"', sheet)
    assert sorted(shown) == sorted(path.name for path in tmp_path.glob("*.jpg"))
    sizes = {}
    for name in shown:
        with Image.open(tmp_path / name) as picture:
            sizes[name] = picture.size
            dark = picture.convert("L").resize((1, 1)).getpixel((0, 0))
        assert isinstance(dark, int)
        assert (dark < 110) == ("dark" in name), name
    assert set(sizes.values()) == {(360, 740), (1280, 740), (794, 1123)}
    assert len(sizes) == 10


def test_a_kind_of_page_that_is_not_there_is_told(tmp_path: Path) -> None:
    ran = subprocess.run(
        [*TOOL, "--only", "hoem", "-d", str(tmp_path)], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (ran.returncode, ran.stderr) == (2, "no such kind of page: hoem; they are listed in kinds_of_pages.py\n")

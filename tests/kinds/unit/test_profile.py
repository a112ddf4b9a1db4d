"""The profile of the commune: shown on its page, and a disclosure once any part of it is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from builds import DAY, built, lay

from site_gen.joined.lives import disclosures_of_kind
from site_gen.kinds.unit import KIND
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request

PARTS = {
    "org_chart": "org_chart: |\n  - Văn phòng\n  - Ba phòng\n",
    "map": "map: files/so-do.png\n",
    "nature": "nature: Rộng 21 km².\n",
    "history": "history: Xã thành lập năm 1953.\n",
}


def site(tmp_path: Path, *parts: str) -> Path:
    content = lay(tmp_path / "content")
    with (content / "units/ubnd-xa-binh-an.yml").open("a", encoding="utf-8") as file:
        file.write("\n" + "".join(PARTS[part] for part in parts))
    return content


@pytest.mark.parametrize(("parts", "complete"), [((), []), (("history",), [False]), (tuple(PARTS), [True])])
def test_it_is_disclosed_whole_or_in_part(tmp_path: Path, parts: tuple[str, ...], complete: list[bool]) -> None:
    (snapshot,) = gather(Request(site(tmp_path, *parts), tmp_path / "output", DAY)).snapshots
    assert [(d.topic, d.complete) for d in disclosures_of_kind(snapshot, KIND)] == [
        ("unit/profile", c) for c in complete
    ]


def test_it_is_shown_on_the_page_of_the_commune(tmp_path: Path) -> None:
    built(site(tmp_path, *PARTS), tmp_path / "output")
    page = (tmp_path / "output/don-vi/ubnd-xa-binh-an.html").read_text(encoding="utf-8")
    assert '<img src="../files/so-do.png"' in page
    for words in ("Rộng 21 km².", "Xã thành lập năm 1953.", "<li>Ba phòng</li>"):
        assert words in page

"""Who has to hand in papers finds them in one place: what is missing first, over all plans and scorecards."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from builds import built
from proof_site import DAY, lay_proofs

from site_gen.cli.verb_list import lines_of
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    content = lay_proofs(tmp_path_factory.mktemp("suppliers") / "content")
    card = next((content / "scorecards").glob("*.yml"))
    words = card.read_text(encoding="utf-8")
    asked = "          - title: Báo cáo kiểm soát\n            due: trước ngày 20/11\n"
    named = asked + "          - title: Sổ theo dõi\n            role: Công chức Văn hóa - Xã hội\n"
    assert asked in words
    card.write_text(words.replace(asked, named), encoding="utf-8")
    return content


@pytest.fixture(scope="module")
def output(site: Path) -> dict[str, str]:
    out = site.parent / "output"
    outcome = built(site, out, as_of=DAY)
    assert outcome.published is not None, [(d.code, d.at, str(d.message)) for d in outcome.found if d.severity > 1]
    pages = {p.relative_to(out).as_posix(): p for p in out.rglob("*.html")}
    return {name: path.read_text(encoding="utf-8") for name, path in pages.items()}


def text(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).replace("\u00a0", " ").split())


def test_a_unit_has_a_page_of_what_it_hands_in_with_what_is_missing_first(output: dict[str, str]) -> None:
    page = text(output["minh-chung/nop/tu-phap.html"])
    assert "trước hết ngày 19/11/2023" in page
    assert "1 điểm" in page
    assert page.index("Báo cáo kiểm soát") < page.index("Kế hoạch kiểm soát")


def test_a_role_that_is_no_unit_has_a_page_too(output: dict[str, str]) -> None:
    page = output["minh-chung/nop/chuc-danh-cong-chuc-van-hoa-xa-hoi.html"]
    assert "Sổ theo dõi" in page
    assert 'href="../../chi-so/chi-so.html#tc-3.1"' in page
    assert "Báo cáo kiểm soát" not in page


def test_unit_and_assessor_lead_there(output: dict[str, str]) -> None:
    assert "minh-chung/nop/tu-phap.html" in output["don-vi/tu-phap.html"]
    assert "nop/chuc-danh-cong-chuc-van-hoa-xa-hoi.html" in output["minh-chung/index.html"]


def test_what_is_kept_inside_stays_inside(output: dict[str, str]) -> None:
    assert not [name for name, page in output.items() if name.startswith("minh-chung/nop/") and "Zebra" in page]


def test_the_list_can_be_asked_for_a_role(site: Path) -> None:
    (snapshot,) = gather(Request(site, site.parent / "none", DAY)).snapshots
    found = list(lines_of(snapshot, "missing", None, "", "văn hóa"))
    assert [(line.place, line.who) for line in found] == [("chi-so#3.1", "Công chức Văn hóa - Xã hội")]

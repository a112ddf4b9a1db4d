"""Statistics of a commune with many units, whose names are long: still a page for a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from builds import built, lay
from looking import opened
from playwright.sync_api import Browser

from site_gen.pages.parts import BUDGET

pytestmark = pytest.mark.browser
UNITS = [f"Bộ phận giải quyết thủ tục hành chính lĩnh vực {n} của xã" for n in range(1, 13)]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a year of statistics of twelve units, one of them late with more than can be told apart."""
    root = tmp_path_factory.mktemp("many")
    content = lay(root / "content")
    for n, name in enumerate(UNITS):
        (content / "units" / f"bo-phan-{n}.yml").write_text(
            f"name: {name}\ntype: bộ phận\nlevel: nội bộ\n", encoding="utf-8"
        )
    for month in range(1, 13):
        rows = "".join(
            f"  - {{unit: '{name}', received_online: {1000 + 37 * n}, done_on_time: {1000 + 37 * n - late}, done_late: {late},"
            f" late_reason: Chờ xác minh}}\n".replace(", late_reason: Chờ xác minh" if not late else "\0", "")
            for n, name in enumerate(UNITS)
            for late in (0 if n % 3 else (month * n) % 15,)
        )
        text = f"period: tháng {month}/2025\npublished_at: 20/12/2025\nrows:\n{rows}"
        (content / "dossiers").mkdir(exist_ok=True)
        (content / "dossiers" / f"2025-{month:02}.yml").write_text(text, encoding="utf-8")
    outcome = built(content, root / "out")
    assert outcome.published is not None, outcome.found
    return root / "out"


@pytest.mark.parametrize("page", ["thong-ke/index.html", "thong-ke/2025-12.html"])
def test_it_fits_a_phone_and_its_budget(browser: Browser, site: Path, page: str) -> None:
    opened_page = opened(browser, (site / page).as_uri(), viewport={"width": 320, "height": 740})

    assert opened_page.evaluate("document.documentElement.scrollWidth") <= 320
    assert opened_page.locator(".multiples li").count() >= len(UNITS)
    opened_page.context.close()
    assert (site / page).stat().st_size <= BUDGET

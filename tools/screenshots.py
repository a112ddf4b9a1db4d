"""The pictures in README.md: a plan on a phone and on a wide screen, from the example content.

    python tools/screenshots.py     write docs/images/plan-360.png and plan-1280.png

The day is pinned and the colours are the light ones, so that only a change of the pages changes them.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path

from browser import found
from playwright.sync_api import sync_playwright

from site_gen.pipeline.build import build
from site_gen.pipeline.request import Request

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
PAGE = "cam-giang/ke-hoach/cchc-2023.html"
DAY = date(2026, 11, 21)
SIZES = ((360, 740, 1.5, "h1"), (1280, 800, 1.0, "html"))
"""Width and height in CSS pixels, how many image pixels one of them takes, and what stands at the top."""
MOST = 150_000
"""Bytes of a picture, so that the page that shows it opens on a slow network."""


def main() -> int:
    """Build, photograph; 1 where a picture is too large, 2 where there is no browser."""
    browser = found()
    if browser is None:
        sys.stderr.write("no Chromium; run `python tools/browser.py`\n")
        return 2
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        outcome = build(Request(ROOT / "content", Path(folder) / "site", DAY))
        if outcome.published is None:
            sys.stderr.write("the example content does not build; see `sitegen check`\n")
            return 1
        _photograph(browser, (Path(folder) / "site" / PAGE).as_uri())
    sizes = {path.name: path.stat().st_size for path in sorted(IMAGES.glob("plan-*.png"))}
    sys.stdout.write("".join(f"{name}: {size:,} bytes\n" for name, size in sizes.items()))
    return 1 if max(sizes.values()) > MOST else 0


def _photograph(browser: str, address: str) -> None:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for width, height, scale, top in SIZES:
            page = chromium.new_page(
                viewport={"width": width, "height": height},
                device_scale_factor=scale,
                color_scheme="light",
                reduced_motion="reduce",
            )
            page.goto(address)
            page.locator(top).first.evaluate("node => scrollTo(0, node.getBoundingClientRect().top - 16)")
            page.screenshot(path=IMAGES / f"plan-{width}.png")
        chromium.close()


if __name__ == "__main__":
    sys.exit(main())

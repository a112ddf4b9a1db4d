"""A contact sheet: the first screen of every kind of page, on a phone and on a desk, light, dark and on paper.

    python tools/shots.py                        build the example content, write shots/index.html
    python tools/shots.py --only home            of one kind of page; may be given several times
    python tools/shots.py --site output -d /tmp  of a site that is built already, into another folder

A reviewer looks through it in a minute; a click shows a picture in its own size. The day is pinned.
"""

from __future__ import annotations

import argparse
import html
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from runpy import run_path
from typing import Any

from browser import found
from playwright.sync_api import Browser, sync_playwright

from site_gen.pipeline.build import build
from site_gen.pipeline.request import Request

ROOT = Path(__file__).parents[1]
KINDS_OF_PAGES: dict[str, str] = run_path(str(ROOT / "tests" / "browser" / "kinds_of_pages.py"))["KINDS_OF_PAGES"]
DAY = date(2026, 11, 21)
VIEWS: dict[str, tuple[int, int, dict[str, Any]]] = {
    "360 light": (360, 740, {"media": "screen", "color_scheme": "light"}),
    "360 dark": (360, 740, {"media": "screen", "color_scheme": "dark"}),
    "1280 light": (1280, 740, {"media": "screen", "color_scheme": "light"}),
    "1280 dark": (1280, 740, {"media": "screen", "color_scheme": "dark"}),
    "print": (794, 1123, {"media": "print", "color_scheme": "light"}),
}
"""Width and height in CSS pixels, and what the browser is asked for; paper is A4 at 96 to the inch."""
HEAD = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Contact sheet</title>
<style>
body { margin: 1rem; font: 14px/1.4 system-ui, sans-serif; background: #777; color: #fff; }
section { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 1.25rem; }
h2 { flex-basis: 100%; margin: 0; font-size: 1rem; }
h2 small { font-weight: 400; }
a { color: inherit; }
img { display: block; height: 15rem; width: auto; background: #fff; }
</style>
<h1>Contact sheet</h1>
"""


def main(arguments: list[str] | None = None) -> int:
    """Build, photograph, lay out; 1 where the content does not build, 2 where there is no browser or no such page."""
    asked = _parsed(arguments)
    browser = found()
    if browser is None:
        sys.stderr.write("no Chromium; run `python tools/browser.py`\n")
        return 2
    if unknown := [name for name in asked.only if name not in KINDS_OF_PAGES]:
        sys.stderr.write(f"no such kind of page: {', '.join(unknown)}; they are listed in kinds_of_pages.py\n")
        return 2
    with _site(asked.site) as site:
        if site is None:
            sys.stderr.write("the example content does not build; see `sitegen check`\n")
            return 1
        names = asked.only or list(KINDS_OF_PAGES)
        asked.destination.mkdir(parents=True, exist_ok=True)
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
            rows = [_row(chromium, site, name, asked.destination) for name in names]
            chromium.close()
    sheet = asked.destination / "index.html"
    sheet.write_text(HEAD + "".join(rows), encoding="utf-8")
    sys.stdout.write(f"{len(names)} kinds of pages, {len(names) * len(VIEWS)} pictures: {sheet}\n")
    return 0


def _parsed(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="A contact sheet of every kind of page.")
    parser.add_argument("--only", action="append", default=[], metavar="KIND", help="a kind of page, as tests name it")
    parser.add_argument("--site", type=Path, metavar="FOLDER", help="a site that is built already")
    parser.add_argument("-d", "--destination", type=Path, default=ROOT / "shots", metavar="FOLDER")
    return parser.parse_args(arguments)


@contextmanager
def _site(built: Path | None) -> Iterator[Path | None]:
    """The folder of the site; a new one goes when it was photographed."""
    if built is not None:
        yield built
        return
    with tempfile.TemporaryDirectory() as folder:
        outcome = build(Request(ROOT / "content", Path(folder) / "site", DAY))
        yield Path(folder) / "site" if outcome.published is not None else None


def _row(browser: Browser, site: Path, name: str, folder: Path) -> str:
    """A line of the sheet, its pictures written."""
    address, _, query = KINDS_OF_PAGES[name].partition("?")
    url = (site / address).resolve().as_uri() + (f"?{query}" if query else "")
    stem = name.lower().replace(" ", "-")
    shown = "".join(_figure(f"{stem}-{view.replace(' ', '-')}.jpg", f"{name}, {view}") for view in VIEWS)
    for view in VIEWS:
        _photograph(browser, url, view, folder / f"{stem}-{view.replace(' ', '-')}.jpg")
    return f"<section><h2>{html.escape(name)} <small>{html.escape(address)}</small></h2>{shown}</section>\n"


def _figure(file: str, words: str) -> str:
    return f'<a href="{file}"><img src="{file}" alt="{html.escape(words)}" loading="lazy"></a>'


def _photograph(browser: Browser, url: str, view: str, file: Path) -> None:
    width, height, media = VIEWS[view]
    page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
    page.emulate_media(**media)
    page.goto(url)
    page.screenshot(path=file, type="jpeg", quality=70)
    page.close()


if __name__ == "__main__":
    sys.exit(main())

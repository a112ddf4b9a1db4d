"""The small site: what a change of theme, kinds or engine does to pages and files is read here like prose.

Kept are one page with its frame, the main part of one page of each kind, one file of each kind of output, and the list
of all paths. `make golden` keeps them anew.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from builds import SMALL, built, tree
from kept import lines, main_part, plain

from site_gen.outputs.writer.record import damaged, manifest

KEPT = SMALL.parent / "kept"
PAGES = (
    "404.html",
    "chi-so/chi-so-2025.html",
    "chi-so/index.html",
    "cong-khai/danh-muc.html",
    "cong-khai/tinh-trang.html",
    "doi-thoai/index.html",
    "don-vi/index.html",
    "don-vi/van-phong.html",
    "du-lieu/don-vi.html",
    "gioi-thieu.html",
    "ke-hoach/cchc-2026.html",
    "ke-hoach/cchc-2026/muc-tieu.html",
    "ke-hoach/cchc-2026/nhiem-vu/nv-1.html",
    "ke-hoach/cchc-2026/phu-luc.html",
    "ke-hoach/cchc-2026/quy/3.html",
    "ke-hoach/cchc-2026/theo-quy.html",
    "ke-hoach/cchc-2026/van-ban.html",
    "ke-hoach/index.html",
    "lien-he.html",
    "muc-luc/v.html",
    "tim-kiem.html",
)
FILES = (
    "_headers",
    "du-lieu/don-vi.csv",
    "du-lieu/v1/don-vi.json",
    "du-lieu/v1/don-vi.schema.json",
    "robots.txt",
    "tin-moi.atom",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, built."""
    out = tmp_path_factory.mktemp("golden") / "output"
    outcome = built(SMALL, out)
    assert outcome.published is not None, outcome.found
    return out


def read(path: Path) -> str:
    """A file as it is, line ends and all."""
    return path.read_bytes().decode("utf-8")


# --- kept ---------------------------------------------------------------------------------------------
def test_these_files_are_published_and_no_others(site: Path, golden: Callable[[Path, str], None]) -> None:
    golden(KEPT / "paths.txt", "".join(f"{path}\n" for path in sorted(map(plain, tree(site)))))


def test_the_home_page_is_as_kept_with_the_frame_that_every_page_has(
    site: Path, golden: Callable[[Path, str], None]
) -> None:
    golden(KEPT / "index.html", lines(read(site / "index.html")))


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_says_is_as_kept(page: str, site: Path, golden: Callable[[Path, str], None]) -> None:
    golden(KEPT / page, lines(main_part(read(site / page))))


@pytest.mark.parametrize("file", FILES)
def test_a_file_for_programs_is_as_kept(file: str, site: Path, golden: Callable[[Path, str], None]) -> None:
    golden(KEPT / file, plain(read(site / file)))


@pytest.mark.parametrize(
    ("file", "member", "mark"), [("datapackage.json", "resources", "name"), ("dcat.jsonld", "dcat:dataset", "@id")]
)
def test_a_catalogue_is_as_kept_with_one_of_its_tables(
    file: str, member: str, mark: str, site: Path, golden: Callable[[Path, str], None]
) -> None:
    catalogue = json.loads(read(site / "du-lieu" / file))
    (one,) = (table for table in catalogue[member] if "don-vi" in re.split(r"[/.]", table[mark]))
    kept = {**catalogue, member: [one]}
    golden(KEPT / "du-lieu" / file, plain(json.dumps(kept, ensure_ascii=False, indent=1)) + "\n")


def test_the_calendar_is_as_kept_with_its_first_days(site: Path, golden: Callable[[Path, str], None]) -> None:
    events = plain(read(site / "cong-khai" / "lich.ics")).partition("BEGIN:VEVENT")
    first = "BEGIN:VEVENT".join(events[2].split("BEGIN:VEVENT")[:3])
    golden(KEPT / "cong-khai" / "lich.ics", events[0] + events[1] + first)


def test_the_titles_that_search_knows_are_as_kept(site: Path, golden: Callable[[Path, str], None]) -> None:
    (index,) = (site / "tim-kiem").glob("muc-luc.*.js")
    golden(KEPT / "tim-kiem" / "muc-luc.js", plain(read(index)).replace('",', '",\n') + "\n")


def test_nothing_is_kept_that_no_test_reads() -> None:
    parts = {"du-lieu/datapackage.json", "du-lieu/dcat.jsonld", "cong-khai/lich.ics", "tim-kiem/muc-luc.js"}
    assert set(tree(KEPT)) == {"paths.txt", "index.html", *PAGES, *FILES, *parts}


# --- true of the whole --------------------------------------------------------------------------------
def test_every_link_inside_the_site_leads_to_a_file_of_it(site: Path) -> None:
    files = set(tree(site))
    astray = []
    for path in sorted(files):
        if not path.endswith(".html"):
            continue
        html = (site / path).read_text(encoding="utf-8")
        ids = set(re.findall(r' id="([^"]+)"', html))
        for target in re.findall(r' (?:href|src)="([^"]*)"', html):
            if target.startswith(("http:", "https:", "mailto:", "tel:", "data:")):
                continue
            inner, _, fragment = target.partition("#")
            # "Not found" is shown at any depth, so its links begin at the root of the host.
            inner = inner.removeprefix("/") if path == "404.html" else inner
            full = posixpath.normpath(posixpath.join(posixpath.dirname(path), inner)) if inner else path
            if full not in files or (fragment and full == path and fragment not in ids):
                astray.append((path, target))
    assert astray == []


def test_no_page_bears_an_id_twice(site: Path) -> None:
    twice = {
        path.name: again
        for path in sorted(site.rglob("*.html"))
        if (again := [i for i, n in Counter(re.findall(r' id="([^"]+)"', path.read_text("utf-8"))).items() if n > 1])
    }
    assert twice == {}


def test_what_is_published_is_what_the_record_lists(site: Path) -> None:
    assert set(manifest(site)) == set(tree(site)) - {".sitegen.json"}
    assert damaged(site, verify=True) == set()

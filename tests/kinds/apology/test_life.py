"""The life of a notice: nothing before its first day, everything while it is posted, nothing but a number afterwards.

Asked of the bytes of the whole output, so that a place nobody thought of is asked, too.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import feedparser
import pytest
from builds import built, change, clean, lay_bare, tree
from posted_notice import CODE, FILE, FIRST, LAST, PAGE, REASON, TRACES, written

from site_gen.joined.site import pages_of, scheduled_changes_of
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request
from site_gen.rules.snapshot import Snapshot

Output = Callable[[date], dict[str, bytes]]
"""The files of the output on a day."""


@pytest.fixture(scope="module")
def on(tmp_path_factory: pytest.TempPathFactory) -> Output:
    """The output on a day, as a build without any memory makes it; built once for each day that is asked for."""
    home = tmp_path_factory.mktemp("life")
    content = written(home / "content", lay_bare)
    return cache(lambda day: clean(content, home / day.isoformat(), as_of=day))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The site, for one test to change."""
    return written(tmp_path / "content", lay_bare)


def traces(files: dict[str, bytes]) -> dict[str, list[str]]:
    """Which files, by name or content, tell of the dossier."""
    found: dict[str, list[str]] = {}
    for path, data in files.items():
        text = path + "\n" + data.decode("utf-8", "replace")
        if hits := [trace for trace in TRACES if trace in text]:
            found[path] = hits
    return found


def shown(files: dict[str, bytes]) -> set[str]:
    """Which files speak of the letter by its number."""
    return {path for path, data in files.items() if b"07/TXL-UBND" in data}


@pytest.mark.parametrize("day", [FIRST, FIRST + timedelta(15), LAST])
def test_while_it_is_posted_it_is_listed_everywhere_but_for_search_engines(on: Output, day: date) -> None:
    files = on(day)
    assert {PAGE, "thu-xin-loi/index.html", "du-lieu/thu-xin-loi.csv", "du-lieu/v1/thu-xin-loi.json"} <= set(
        traces(files)
    )
    assert FILE in files
    assert {"index.html", "tin-moi.atom", "don-vi/trung-tam-phuc-vu.html", "thu-xin-loi/so-cong-khai.html"} <= shown(
        files
    )
    for path in (PAGE, "thu-xin-loi/index.html"):
        assert b'<meta name="robots" content="noindex">' in files[path]
    assert b"thu-xin-loi/2026-007" not in files["sitemap.xml"]
    feeds = {path: files[path] for path in files if path.endswith(".atom")}
    notices = {path for path, data in feeds.items() if b"07/TXL-UBND" in data}
    assert notices == {"tin-moi.atom", "thu-xin-loi/thong-bao.atom", "don-vi/trung-tam-phuc-vu.atom"}
    assert not set(feeds) & set(traces(files))
    for path in ("du-lieu/datapackage.json", "du-lieu/dcat.jsonld"):
        assert b"thu-xin-loi.csv" not in files[path].replace(b"so-cong-khai-thu-xin-loi.csv", b"")
    assert b"05/12/2026" in files[PAGE]


def test_a_feed_tells_less_than_the_letter(on: Output) -> None:
    (entry,) = feedparser.parse(on(FIRST)["thu-xin-loi/thong-bao.atom"]).entries
    assert entry.title == "Thư xin lỗi 07/TXL-UBND"
    assert entry.summary == "trung-tam-phuc-vu xin lỗi: quá hạn. Công khai đến hết ngày 05/12/2026."


def test_before_its_first_day_nothing_tells_of_it(on: Output) -> None:
    files = on(FIRST - timedelta(1))
    assert (traces(files), shown(files), PAGE in files) == ({}, set(), False)


@pytest.mark.parametrize("late", [1, 2, 400])
def test_after_its_last_day_no_trace_is_left_but_its_number(on: Output, late: int) -> None:
    files = on(LAST + timedelta(late))
    assert traces(files) == {}
    assert FILE not in files
    assert "07/TXL-UBND" in files["thu-xin-loi/so-cong-khai.html"].decode()
    assert not {"index.html", "tin-moi.atom", "don-vi/trung-tam-phuc-vu.html", "thu-xin-loi/index.html", PAGE} & shown(
        files
    )


def test_its_address_answers_without_data(on: Output) -> None:
    page = on(LAST + timedelta(1))[PAGE].decode()
    assert "Đã hết thời gian công khai" in page
    assert '<meta name="robots" content="noindex">' in page
    assert not [word for word in (*TRACES, "07/TXL-UBND", "Phó Chủ tịch", "quá hạn") if word in page]


def test_counts_and_rates_remain(content: Path, tmp_path: Path) -> None:
    change(content / "apologies" / "2026-007.yml", "on_board: có", "on_board: có\nresolved_on: 12/11/2026")
    page = clean(content, tmp_path / "out", as_of=LAST + timedelta(1))["thu-xin-loi/index.html"].decode()
    assert "quá hạn: 1" in page
    assert "phải xác minh thêm: 1" in page
    assert "1/1" in page  # the new day was kept


@pytest.fixture(scope="module")
def taken_down(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the site was built on the last day, and on the next one again."""
    home = tmp_path_factory.mktemp("taken-down")
    content = written(home / "content", lay_bare)
    built(content, home / "output", as_of=LAST)
    assert traces(tree(home / "output"))
    built(content, home / "output", as_of=LAST + timedelta(1))
    return home


def test_the_next_build_takes_it_down_as_if_nothing_had_been_there(on: Output, taken_down: Path) -> None:
    after = tree(taken_down / "output")
    assert after == on(LAST + timedelta(1))
    assert traces(after) == {}


def test_what_a_build_remembers_of_its_pages_tells_nothing_either(taken_down: Path) -> None:
    kept = {p.name: p.read_text(encoding="utf-8") for p in (taken_down / ".sitegen" / "output").rglob("*.json*")}
    assert set(json.loads(kept["pages.json"])["pages"]) >= {PAGE}
    # `parsed.jsonl` is the content itself, read; it lies beside the output and never in it, as `memory.pickle`.
    told = {name for name, text in kept.items() if CODE in text or REASON in text}
    assert told <= {"parsed.jsonl"}


def test_the_days_on_which_something_changes_are_named_beforehand(content: Path) -> None:
    day = FIRST - timedelta(2)
    (site,) = gather(Request(content, content.parent / "output", day)).snapshots

    def notices(as_of: date) -> list[object]:
        pages = pages_of(Snapshot(site.catalog, as_of))
        return [(p.url, p.context) for p in pages if p.url.startswith("thu-xin-loi/")]

    days = [day + timedelta(n) for n in range(60)]
    told = [notices(d) for d in days]
    changed = [d for d, before, now in zip(days[1:], told, told[1:], strict=False) if before != now]
    named = sorted({t.day for t in scheduled_changes_of(site) if t.place.endswith("2026-007.yml")})
    assert named == changed == [FIRST, date(2026, 11, 13), LAST + timedelta(1)]


def test_a_longer_term_of_the_province_holds(content: Path, tmp_path: Path) -> None:
    with (content / "site.yml").open("a", encoding="utf-8") as settings:
        settings.write('apology_days: "45"\n')
    files = clean(content, tmp_path / "out", as_of=LAST + timedelta(15))
    assert CODE.encode() in files[PAGE]
    assert traces(clean(content, tmp_path / "later", as_of=LAST + timedelta(16))) == {}

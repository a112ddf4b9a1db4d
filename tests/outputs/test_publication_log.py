"""The publication log: what it holds follows from what was published, and a changed past shows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.outputs.publication_log import (
    BEGINNING,
    Did,
    Log,
    Published,
    append,
    changes,
    page_digest,
    published_digest,
    read_log,
)

DAYS = (date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 22))
A = Published("van-ban/a.html", "1" * 64, "Quyết định A", "12/QĐ-UBND", "ubnd-xa", DAYS[0], None, "documents/a.yml")
B = Published("files/b.pdf", "2" * 64)
sites = st.lists(
    st.dictionaries(st.sampled_from(["a", "b", "c", "ô/d"]), st.sampled_from(["1", "2"])), min_size=1, max_size=6
)


def written(*sites: list[Published]) -> str:
    """The log of sites published one after the other, a day each."""
    log, text = Log(), ""
    for site, day in zip(sites, DAYS, strict=False):
        text += "".join(line.text() + "\n" for line in changes(log, site, day))
        log = read_log(text)
        assert log.broken == 0
    return text


@given(sites)
def test_what_stands_by_the_log_is_what_was_published_last(published: list[dict[str, str]]) -> None:
    text, log = "", Log()
    for site in published:
        now = [Published(path, digest * 64) for path, digest in site.items()]
        text += "".join(line.text() + "\n" for line in changes(log, now, DAYS[0]))
        log = read_log(text)
        assert log.standing() == {one.path: one for one in now}
        assert changes(log, now, DAYS[1]) == ()
    assert log.gone().isdisjoint(log.standing())


def test_lines_say_what_happened_and_when() -> None:
    log = read_log(written([A], [A, B], [B]))
    assert [(line.day, line.did, line.what.path) for line in log.lines] == [
        (DAYS[0], Did.UP, A.path),
        (DAYS[1], Did.UP, B.path),
        (DAYS[2], Did.DOWN, A.path),
    ]
    assert log.lines[0].what == A
    assert log.days_of(A.path) == (DAYS[0], DAYS[2])
    assert log.days_of(B.path) == (DAYS[1], None)
    assert log.days_of("nothing") == (None, None)


def test_the_first_line_follows_from_nothing_and_each_from_the_one_before() -> None:
    log = read_log(written([A], [A, B]))
    assert log.lines[0].previous == BEGINNING
    assert log.lines[1].previous == Log(log.lines[:1]).last
    assert Log().last == BEGINNING


@given(st.data())
def test_whatever_is_changed_in_the_past_shows(data: st.DataObject) -> None:
    rows = written([A], [A, B], [B]).splitlines()
    number = data.draw(st.integers(0, len(rows) - 2))
    sort = data.draw(st.sampled_from(["drop", "twice", "letter", "swap"]))
    if sort == "drop":
        del rows[number]
    elif sort == "twice":
        rows.insert(number, rows[number])
    elif sort == "swap":
        rows[number], rows[number + 1] = rows[number + 1], rows[number]
    else:
        at = data.draw(st.integers(0, len(rows[number]) - 1))
        other = "x" if rows[number][at] != "x" else "y"
        rows[number] = rows[number][:at] + other + rows[number][at + 1 :]
    assert 0 < read_log("\n".join(rows) + "\n").broken <= number + 2


@pytest.mark.parametrize("row", ["", "{", "[]", "null", '"x"', "{}", "[" * 9999, '{"day": 1}', "<<<<<<< HEAD"])
def test_a_line_that_is_none_breaks_the_log_there(row: str) -> None:
    text = written([A])
    log = read_log(f"{text}{row}\n{text}")
    assert (len(log.lines), log.broken) == (1, 2)


def test_the_words_of_a_page_count_and_nothing_around_them() -> None:
    page = b"<html><head><title>x</title></head><body><main><h1>Quy\xe1\xba\xbft &amp; \n  l\xe1\xbb\x87nh</h1></main></body></html>"
    same = "<main class=a><script>1</script><p>Quyết <b>&amp;</b></p>\tlệnh </main><footer>khác</footer>".encode()
    assert page_digest(page) == page_digest(same)
    assert page_digest(page) != page_digest(page.replace(b"l\xe1\xbb\x87nh", b"l\xe1\xbb\x87ch"))
    assert published_digest("a.pdf", page) != published_digest("a.html", page)


def test_lines_are_added_behind_those_that_stand(tmp_path: Path) -> None:
    file = tmp_path / "publication-log.jsonl"
    append(file, changes(Log(), [A], DAYS[0]))
    before = file.read_bytes()
    append(file, changes(read_log(before.decode()), [A, B], DAYS[1]))
    assert file.read_bytes().startswith(before)
    assert [path.name for path in tmp_path.iterdir()] == [file.name]
    assert read_log(file.read_text(encoding="utf-8")).broken == 0

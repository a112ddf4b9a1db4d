from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from builds import REPOSITORY
from hypothesis import given
from hypothesis import strategies as st

from site_gen.joined.search_entries import search_entries
from site_gen.joined.site import pages_of
from site_gen.model.search_words import SearchWords
from site_gen.outputs.search import search_files
from site_gen.outputs.search.index import _differences
from site_gen.outputs.search.words import words
from site_gen.pages.contributions import SearchEntry
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request
from site_gen.reading.shipped import search_words

WORDS = SearchWords.model_validate({"synonyms": [["ủy ban nhân dân", "UBND"]], "stop_words": ["thủ tục", "của"]})


def item(n: int = 0, **more: Any) -> SearchEntry:
    return SearchEntry(**{"url": f"x/{n}.html", "title": f"Trang {n}", "group": "Tin", "weight": 0, **more})


def data(script: bytes, call: str) -> Any:
    text = script.decode()
    head, tail = f"sitegenSearch.{call}(", ");\n"
    assert text.startswith(head)
    assert text.endswith(tail)
    return json.loads(text[len(head) : -len(tail)])


def numbers(letters: str) -> Iterator[int]:
    """What the browser makes of the letters of one word."""
    last, value = -1, 0
    for letter in letters:
        value = value * 26 + ord(letter.lower()) - ord("a")
        if letter.isupper():
            last += value + 1
            yield last
            value = 0


@given(st.sets(st.integers(0, 100_000), min_size=1))
def test_the_pages_of_a_word_are_read_back_from_letters(pages: set[int]) -> None:
    assert list(numbers(_differences(sorted(pages)))) == sorted(pages)


def test_a_word_leads_to_the_pages_that_hold_it_beyond_their_title() -> None:
    found = [item(0, text="Nộp tờ khai"), item(1, title="Tờ khai", text="tờ khai ở đây"), item(2, text="Tờ báo")]
    held = data(search_files(found, WORDS)[1].data, "texts")
    pages = {word: list(numbers(p)) for word, p in zip(held["words"].split(), held["pages"].split(), strict=True)}
    assert pages == {"nop": [0], "to": [0, 2], "khai": [0], "bao": [2], "day": [1]}


def test_neither_figures_nor_stop_words_of_a_text_are_indexed() -> None:
    found = [item(0, text="thủ tục của ông 0912345678 ngày 12/11/2026 a")]
    held = data(search_files(found, WORDS)[1].data, "texts")
    assert held["words"].split() == ["ngay", "ong"]


def test_what_a_row_shares_with_its_neighbour_is_written_once() -> None:
    found = [
        item(url="a.html#1.000001", codes=("1.000001",)),
        item(url="a.html#1.000002", codes=("1.000002", "khác")),
        item(url="thu-tuc/1.000003.html", codes=("1.000003",)),
    ]
    titles = data(search_files(found, WORDS)[0].data, "open")["entries"]
    assert titles["url"] == ["a.html#1.000001", "#1.000002", "thu-tuc/1.000003.html"]
    assert titles["codes"] == ["#", "#|khác", "/"]


def test_words_that_mean_the_same_are_those_of_the_package_and_of_the_site() -> None:
    titles = data(search_files([item()], WORDS, (("sổ đỏ", "GCN QSDĐ"),))[0].data, "open")
    assert titles["synonyms"] == [["uy ban nhan dan", "ubnd"], ["so do", "gcn qsdd"]]
    assert titles["stop"] == ["thu tuc", "cua"]


def test_an_address_changes_with_what_the_file_holds() -> None:
    first, again, other = (search_files([item(title=t)], WORDS)[0].path for t in ("Một", "Một", "Hai"))
    assert first == again != other
    assert first.startswith("tim-kiem/muc-luc.")


def test_a_title_cannot_end_the_script_that_carries_it() -> None:
    hostile = 'x"); alert(1); //</script>\u2028'
    script = search_files([item(title=hostile)], WORDS)[0].data
    assert data(script, "open")["entries"]["title"] == [hostile]
    assert "\u2028".encode() not in script


def test_nothing_at_all_makes_two_files_too() -> None:
    titles, texts = search_files([], WORDS)
    assert data(titles.data, "open")["entries"]["title"] == []
    assert data(texts.data, "texts") == {"words": "", "pages": ""}


@pytest.fixture(scope="module")
def everything() -> tuple[SearchEntry, ...]:
    """What the richest of the example sites holds."""
    gathered = gather(Request(REPOSITORY / "content", Path("nowhere"), date(2026, 11, 21)))
    (snapshot,) = (e for e in gathered.snapshots if e.catalog.folder == "cam-giang")
    return search_entries(snapshot, pages_of(snapshot))


def test_the_words_of_2000_pages_cost_at_most_150_kilobytes(everything: tuple[SearchEntry, ...]) -> None:
    said = [word for f in everything for word in f.text.split()]
    rng = random.Random(1)

    def text() -> str:
        """Runs of real words, as long as the text of a real guide."""
        return " ".join(" ".join(said[at : at + 30]) for at in (rng.randrange(len(said) - 30) for _ in range(7)))

    many = [replace(everything[n % len(everything)], url=f"x/{n}.html", text=text()) for n in range(2000)]
    files = search_files(many, search_words())
    texts = [file.data for file in files if file.path.startswith("tim-kiem/t.")]
    assert len(texts) > 1
    assert sum(len(gzip.compress(data)) for data in texts) <= 150_000
    assert len(words(many[0].text)) > 150

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from search_engine import real_entries

from site_gen.model.search_words import SearchWords
from site_gen.outputs.search import search_files
from site_gen.outputs.search.postings import differences
from site_gen.outputs.search.words import words
from site_gen.pages.contributions import SearchEntry
from site_gen.reading.shipped import search_words

WORDS = SearchWords.model_validate(
    {
        "classes": [{"name": "thân nhân", "words": ["mẹ", "ông nội"]}],
        "groups": [
            {"pages": ["khai tử"], "said": ["{thân nhân} mất", "báo tử"], "source": "x", "kind": "life"},
            {"pages": ["ủy ban nhân dân"], "said": ["UBND"], "source": "x", "kind": "same"},
        ],
        "elsewhere": [{"said": ["ly hôn"], "what": "Ly hôn", "where": "Tòa án", "source": "Luật"}],
        "fillers": ["thủ tục", "của", "cho mình hỏi", "mình", "cho", "hỏi", "bao lâu"],
        "light_words": ["mẹ"],
        "spellings": [{"typed": "ko", "means": "không"}],
    }
)


def item(n: int = 0, **more: Any) -> SearchEntry:
    return SearchEntry(**{"url": f"x/{n}.html", "title": f"Trang {n}", "group": "Tin", "weight": 0, **more})


def data(script: bytes, call: str) -> Any:
    text = script.decode()
    head, tail = f"sitegenSearch.{call}(", ");\n"
    assert text.startswith(head)
    assert text.endswith(tail)
    said = json.loads(f"[{text[len(head) : -len(tail)]}]")
    return said[0] if len(said) == 1 else said


def read(script: bytes) -> dict[str, list[int]]:
    """The words of texts and their entries."""
    held, pages = data(script, "texts")
    return {word: list(numbers(p)) for word, p in zip(held.split(), pages.split(), strict=True)}


def numbers(letters: str) -> Iterator[int]:
    """What the browser makes of the letters of one word."""
    last, value = -1, 0
    for letter in letters:
        value = value * 26 + ord(letter.lower()) - ord("a")
        if letter.isupper():
            last += value
            yield last
            value = 0


@given(st.sets(st.integers(0, 100_000), min_size=1))
def test_the_pages_of_a_word_are_read_back_from_letters(pages: set[int]) -> None:
    assert list(numbers(differences(sorted(pages)))) == sorted(pages)


def test_a_word_leads_to_the_pages_that_hold_it_beyond_their_title() -> None:
    found = [item(0, text="Nộp tờ khai"), item(1, title="Tờ khai", text="tờ khai ở đây"), item(2, text="Tờ báo")]
    pages = read(search_files(found, WORDS)[1].data)
    # In the order of titles, "Tờ khai" stands before "Trang 0" and "Trang 2".
    assert pages == {"nop": [1], "to": [1, 2], "khai": [1], "bao": [2], "day": [0]}


def test_neither_figures_nor_idle_words_of_a_text_are_indexed() -> None:
    found = [item(0, text="thủ tục của ông 0912345678 ngày 12/11/2026 a")]
    assert list(read(search_files(found, WORDS)[1].data)) == ["ngay", "ong", "thu", "tuc"]


def entries(found: list[SearchEntry]) -> list[list[str]]:
    """The lines of the entries of an index."""
    opened = data(search_files(found, WORDS)[0].data, "open")
    return [line.split("\t") for line in opened["entries"].split("\n")][: len(found)]


def test_what_a_place_or_an_address_says_is_not_written_again() -> None:
    field = "thu-tuc/linh-vuc/ho-tich.html"
    found = [
        item(title="A", url=f"{field}#1.000001", codes=("1.000001",), place="Hộ tịch"),
        item(title="B", url="a.html#x", codes=("khác",), place="Hộ tịch"),
        item(title="C", url="thu-tuc/1.000003.html", codes=("1.000003",), level="cấp xã", online=True),
    ]
    assert entries(found) == [
        ["A", "Hộ tịch", "/", "#", "1.000001"],
        ["B", "Hộ tịch", "a.html", "#x", "khác"],
        ["C", "", "", "thu-tuc/1.000003.html", "/", "oA"],
    ]


def phrases(found: list[SearchEntry], synonyms: tuple[tuple[str, ...], ...] = ()) -> Any:
    return data(search_files(found, WORDS, synonyms)[0].data, "open")["said"]


def test_a_pair_of_words_is_held_by_one_of_them_and_leads_to_the_titles_that_are_meant() -> None:
    found = [item(title="Thủ tục đăng ký khai tử"), item(title="Đăng ký kết hôn")]
    # In the order of titles "Đăng ký kết hôn" comes first; A stands for a relative.
    # Behind the number: what it is worth, and that a phrase is nothing but this pair.
    assert phrases(found)["mat"] == f"{differences([1])}c|-A:{differences([1])}w"
    assert "tu:" in phrases(found)["bao"] or "-bao:" in phrases(found)["tu"]


def test_a_phrase_that_leads_to_nothing_here_is_not_shipped() -> None:
    assert set(phrases([item(title="Đăng ký kết hôn")])) == {"hon", "li"}


def test_names_for_one_thing_lead_both_ways_and_those_of_a_site_go_before() -> None:
    found = [item(0, title="Ủy ban nhân dân xã"), item(1, title="Văn phòng UBND xã"), item(2, title="Khai tử")]
    order = {"Khai tử": 0, "Ủy ban nhân dân xã": 1, "Văn phòng UBND xã": 2}
    leads = phrases(found)
    assert leads["ubnd"] == f"{differences([order['Ủy ban nhân dân xã']])}w"
    assert differences([order["Văn phòng UBND xã"]]) in "".join(leads.values())
    assert phrases(found, (("Văn phòng", "báo tử"),))["bao"].startswith(differences([order["Văn phòng UBND xã"]]))


def test_what_is_the_business_of_others_is_found_by_its_phrases_only() -> None:
    opened = data(search_files([item(title="Khai tử")], WORDS)[0].data, "open")
    assert opened["entries"].split("\n")[1].split("\t") == ["Ly hôn", "Tòa án", "", "", "", "", "Luật"]
    assert opened["said"]["hon"] == f"{differences([1])}c"
    assert "toa" not in opened["words"].split()


def test_runs_of_words_that_say_nothing_are_told_where_their_words_do_not() -> None:
    language = data(search_files([item()], WORDS)[0].data, "open")["language"]
    assert language["fillers"] == "của|mình|cho|hỏi"
    assert language["runs"] == "bao lau|thu tuc"
    assert language["spellings"] == "ko=khong"


def test_an_address_changes_with_what_the_file_holds() -> None:
    first, again, other = (search_files([item(title=t)], WORDS)[0].path for t in ("Một", "Một", "Hai"))
    assert first == again != other
    assert first.startswith("tim-kiem/muc-luc.")


def test_a_title_cannot_end_the_script_that_carries_it() -> None:
    hostile = 'x"); alert(1); //</script>\u2028'
    script = search_files([item(title=hostile)], WORDS)[0].data
    assert data(script, "open")["entries"].startswith(hostile.replace("\u2028", "\u2028"))
    assert "\u2028".encode() not in script


def test_nothing_at_all_makes_two_files_too() -> None:
    titles, texts = search_files([], WORDS)
    assert data(titles.data, "open")["entries"].startswith("Ly hôn")
    assert read(texts.data) == {}


@pytest.fixture(scope="module")
def everything() -> tuple[SearchEntry, ...]:
    return real_entries()


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

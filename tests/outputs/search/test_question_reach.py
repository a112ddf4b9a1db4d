"""What the search of the richest example site makes of questions: those of citizens, and those that differ as typing differs."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from search_engine import Answer, ask, parted_index, real_entries, whole_index

from site_gen.base.vietnamese import strip_marks
from site_gen.outputs.search.words import words
from site_gen.pages.contributions import SearchEntry
from site_gen.pages.page import Artifact

REACH = {"questions.yml": (0.91, 0.98), "questions_aside.yml": (0.77, 0.93)}
"""What share of each file's questions must be answered first, and among the first ten; a change that answers less is worse."""
TONES = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}
LETTERS = {"\u0306": "w", "\u0302": "", "\u031b": "w"}
FIGURES = {
    "\u0301": "1",
    "\u0300": "2",
    "\u0309": "3",
    "\u0303": "4",
    "\u0323": "5",
    "\u0302": "6",
    "\u031b": "7",
    "\u0306": "8",
}


@pytest.fixture(scope="module")
def real() -> tuple[SearchEntry, ...]:
    return real_entries()


@pytest.fixture(scope="module")
def parted() -> tuple[Artifact, ...]:
    return parted_index()


@pytest.fixture(scope="module")
def whole() -> tuple[Artifact, ...]:
    return whole_index()


def code_of(url: str) -> str:
    """The code of the guide or row that an address leads to."""
    page, _, fragment = url.partition("#")
    return fragment or page.removeprefix("thu-tuc/").removesuffix(".html")


@pytest.mark.parametrize("name", REACH)
def test_questions_of_citizens_lead_to_the_right_procedure(name: str, parted: Sequence[Artifact]) -> None:
    questions: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))
    first, ten = REACH[name]
    answers = ask(parted, [{"q": question["q"], "first": True} for question in questions])
    places = [
        next((n for n, url in enumerate(answer.urls) if code_of(url) in question["codes"]), 99)
        for question, answer in zip(questions, answers, strict=True)
    ]
    assert len({question["who"] for question in questions}) >= 5
    assert sum(place < 1 for place in places) >= first * len(places)
    assert sum(place < 10 for place in places) >= ten * len(places)


def telex(text: str) -> str:
    """A text as the keys of Telex, where no input method has made marks of them."""
    return " ".join(map(_telex_word, text.split()))


def _telex_word(word: str) -> str:
    out, tone = "", ""
    for letter in unicodedata.normalize("NFD", word.replace("đ", "dd").replace("Đ", "DD")):
        if letter in TONES:
            tone = TONES[letter]
        elif letter in LETTERS:
            out += LETTERS[letter] or out[-1]
        else:
            out += letter
    return out + tone


def vni(text: str) -> str:
    """The same for VNI, whose marks are figures behind the letter."""
    split = unicodedata.normalize("NFD", text.replace("đ", "d9").replace("Đ", "D9"))
    return "".join(FIGURES.get(letter, letter) for letter in split)


def joined(text: str) -> str:
    """The first two words that are syllables written as one, others left as they are."""
    first, second, *rest = text.split()
    return " ".join([first + second, *rest])


def slipped(text: str) -> str:
    """Two letters exchanged in the middle of the longest word."""
    longest = max(text.split(), key=len)
    at = len(longest) // 2
    return text.replace(longest, longest[: at - 1] + longest[at] + longest[at - 1] + longest[at + 1 :], 1)


WAYS: dict[str, Callable[[str], str]] = {
    "as it stands": lambda text: text,
    "no marks": strip_marks,
    "capitals": str.upper,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "full width": lambda text: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in strip_marks(text)),
    "slashes": lambda text: text.replace(" ", "/"),
    "Telex": telex,
    "VNI": vni,
    "two words joined": joined,
    "a question around it": lambda text: f"cho mình hỏi {text} cần giấy tờ gì ạ",
    "another question around it": lambda text: f"dạ em muốn {text} thì nộp ở đâu vậy ad",
    "chat around it": lambda text: f"ad ơi {text} cần giấy tờ j vs mất bao lâu z, làm online đc ko",
}
LAST = {
    "two words joined": 0.97,
    "a question around it": 0.99,
    "another question around it": 0.99,
    "chat around it": 0.98,
}
"""What share of the titles must stay among the first three where less than all is promised."""


@pytest.fixture(scope="module")
def asked(real: tuple[SearchEntry, ...]) -> list[SearchEntry]:
    """Procedures whose title no other one bears, with titles that a person would type."""
    rng = random.Random(7)
    titles = [tuple(words(f.title)) for f in real]
    alone = [f for f, title in zip(real, titles, strict=True) if titles.count(title) == 1]
    typed = [f for f in alone if f.codes and f.url.startswith("thu-tuc/") and 3 <= len(f.title.split()) <= 14]
    return rng.sample(typed, 120)


@pytest.mark.parametrize("way", WAYS)
def test_a_title_is_found_however_it_is_typed(whole: Sequence[Artifact], asked: list[SearchEntry], way: str) -> None:
    answers = ask(whole, [{"q": WAYS[way](f.title)} for f in asked], fresh=False)
    missed = [f.title for f, answer in zip(asked, answers, strict=True) if f.url not in answer.urls[:3]]
    assert len(missed) <= (1 - LAST.get(way, 1)) * len(asked), missed


def test_a_slip_in_a_title_leaves_it_among_the_first_three(whole: Sequence[Artifact], asked: list[SearchEntry]) -> None:
    answers = ask(whole, [{"q": slipped(f.title)} for f in asked], fresh=False)
    missed = [f.title for f, answer in zip(asked, answers, strict=True) if f.url not in answer.urls[:3]]
    assert len(missed) <= 0.03 * len(asked), missed


SAID = {
    "khai tử gồm những gì": "1.000656",
    "khai sinh nhé": "1.001193",
    "tách hộ với ạ": "1.010038",
    "kết hôn qua mạng": "1.000894",
    "khai sinh hết bao nhiêu ngày": "1.001193",
    "mới sinh em bé": "1.001193",
    "mẹ em mất": "1.000656",
    "ba tôi qua đời": "1.000656",
    "lấy vợ": "1.000894",
    "dawng kys khai sinh": "1.001193",
    "d9a8ng ky1 khai sinh": "1.001193",
    "dc ko ad, khai sinh giấy tờ j": "1.001193",
    "hokinhdoanh": "1.001612",
    "thôi hộ kinh doanh": "1.001266",
    "NVQS": "1.013133",
    "birth certificate": "1.001193",
}


@pytest.fixture(scope="module")
def said(whole: Sequence[Artifact]) -> dict[str, Answer]:
    return dict(zip(SAID, ask(whole, [{"q": q} for q in SAID], fresh=False), strict=True))


@pytest.mark.parametrize("question", SAID)
def test_everyday_words_lead_to_the_procedure(said: dict[str, Answer], question: str) -> None:
    assert code_of(said[question].urls[0]) == SAID[question]


@pytest.mark.parametrize("question", ["GCNQSDĐ", "gcnqsdd", "làm sổ đỏ lần đầu"])
def test_the_certificate_of_land_is_found_by_what_people_call_it(whole: Sequence[Artifact], question: str) -> None:
    (answer,) = ask(whole, [{"q": question}])
    assert "1.013978" in map(code_of, answer.urls[:2])


def test_two_things_in_a_question_are_both_answered(whole: Sequence[Artifact]) -> None:
    (answer,) = ask(whole, [{"q": "khai sinh/kết hôn"}])
    found = [code_of(url) for url in answer.urls[:10]]
    assert any(code in found for code in ("1.001193", "2.000635"))
    assert "1.000894" in found


@pytest.mark.parametrize("question", ["giờ làm việc", "may gio mo cua", "mấy giờ mở cửa vậy ad"])
def test_when_the_office_is_open_is_answered_by_the_page_that_says_so(whole: Sequence[Artifact], question: str) -> None:
    (answer,) = ask(whole, [{"q": question}])
    assert answer.urls[0] == "lien-he.html"


def test_what_is_no_longer_in_force_stands_behind_what_is(
    whole: Sequence[Artifact], real: tuple[SearchEntry, ...]
) -> None:
    (answer,) = ask(whole, [{"q": "vệ sinh môi trường"}])
    expired = {f.url for f in real if f.expired}
    living = [n for n, url in enumerate(answer.urls) if url not in expired]
    dead = [n for n, url in enumerate(answer.urls) if url in expired]
    assert dead
    assert living[0] == 0


@pytest.mark.parametrize("question", ["ly hôn", "làm giấy ly hôn ở đâu ạ", "đổi bằng lái xe", "làm hộ chiếu"])
def test_what_is_not_a_communes_business_is_told(whole: Sequence[Artifact], question: str) -> None:
    (answer,) = ask(whole, [{"q": question}])
    assert answer.elsewhere


@pytest.mark.parametrize("question", ["cấp lại giấy phép xây dựng", "đăng ký kết hôn", "khai sinh cho con"])
def test_nobody_is_sent_away_with_what_can_be_done_here(whole: Sequence[Artifact], question: str) -> None:
    (answer,) = ask(whole, [{"q": question}])
    assert not answer.elsewhere

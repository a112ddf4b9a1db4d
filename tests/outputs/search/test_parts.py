"""A long index lies in parts: a first question takes little, and is answered as if all were there."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
import yaml
from builds import REPOSITORY
from hypothesis import given
from hypothesis import strategies as st
from search_engine import ask, parted_index, real_entries, weight, whole_index

from site_gen.outputs.search import search_files
from site_gen.outputs.search.index import pieces_of
from site_gen.outputs.search.parts import blocks, cut, name_of, parts_of
from site_gen.pages.contributions import SearchEntry
from site_gen.pages.page import Artifact
from site_gen.reading.shipped import search_words

FIRST = 25_000
"""Packed bytes that a first question may take, the script included."""
QUESTIONS = [
    query["q"]
    for query in yaml.safe_load((REPOSITORY / "tests/browser/search_queries.yml").read_text(encoding="utf-8"))
    if query.get("site", "cam-giang") == "cam-giang"
]

words = st.text("abc", min_size=1, max_size=5)


@given(st.dictionaries(words, st.integers(1, 40), min_size=1), st.integers(10, 60))
def test_every_word_lies_in_one_part_in_order_and_no_part_is_too_heavy(weights: dict[str, int], most: int) -> None:
    weights = dict(sorted(weights.items()))
    parts = list(cut(weights, most))
    assert [word for part in parts for word in part] == list(weights)
    assert all(len(part) == 1 or sum(weights[word] for word in part) <= most for part in parts)


@given(st.binary())
def test_a_name_never_looks_like_a_number(content: bytes) -> None:
    assert re.fullmatch(r"[a-z]{6}", name_of([content]))


def test_a_new_word_moves_only_borders_between_words_that_begin_alike() -> None:
    rng = random.Random(4)
    weights = {"".join(rng.choices("abcdefgh", k=4)): rng.randrange(5, 60) for _ in range(600)}
    before = {tuple(part) for part in cut(dict(sorted(weights.items())), 400)}
    after = {tuple(part) for part in cut(dict(sorted((weights | {"deaa": 30}).items())), 400)}
    moved = {word for part in before ^ after for word in part}
    assert moved <= {word for word in (*weights, "deaa") if word.startswith("d")}
    assert len(before & after) >= 0.8 * len(before)


def test_every_entry_lies_in_one_part_of_one_block() -> None:
    assert [n for block in blocks(1001) for part in parts_of(block) for n in part] == list(range(1001))


@given(st.text("0123456789abc", min_size=1, max_size=9), st.integers(0, 6))
def test_any_three_signs_of_a_code_are_a_piece_of_it(code: str, at: int) -> None:
    part = code[at : at + 3]
    assert len(part) < 3 or f"#{part}" in pieces_of(code)


@pytest.fixture(scope="module")
def real() -> tuple[SearchEntry, ...]:
    return real_entries()


@pytest.fixture(scope="module")
def parted() -> tuple[Artifact, ...]:
    return parted_index()


@pytest.fixture(scope="module")
def whole() -> tuple[Artifact, ...]:
    return whole_index()


def test_a_parted_index_answers_the_kept_questions_as_a_whole_one_does(
    whole: Sequence[Artifact], parted: Sequence[Artifact]
) -> None:
    expected = ask(whole, [{"q": q} for q in QUESTIONS])
    found = ask(parted, [{"q": q, "all": True} for q in QUESTIONS])
    assert len(parted) > 100
    assert len(whole) == 2
    # Further down they may differ: of the words that begin like the last one, a parted index looks at two parts.
    assert [a.urls[:5] for a in found] == [a.urls[:5] for a in expected]


def test_the_best_answer_is_the_same_though_not_every_entry_is_looked_at(
    whole: Sequence[Artifact], parted: Sequence[Artifact]
) -> None:
    expected = ask(whole, [{"q": q} for q in QUESTIONS])
    found = ask(parted, [{"q": q} for q in QUESTIONS])
    assert [(q, a.urls[:1]) for q, a in zip(QUESTIONS, found, strict=True)] == [
        (q, a.urls[:1]) for q, a in zip(QUESTIONS, expected, strict=True)
    ]
    assert any(a.rest for a in found)


@pytest.mark.parametrize("question", ["phai sinh", "xhai sinh", "khai xinh", "khaisinh", "khai si", "1193", "001193"])
def test_a_slip_even_at_the_first_letter_and_a_part_of_a_word_or_code_are_found(
    parted: Sequence[Artifact], whole: Sequence[Artifact], question: str
) -> None:
    (expected,), (found,) = ask(whole, [{"q": question}]), ask(parted, [{"q": question, "all": True}])
    assert found.urls
    assert found.urls[:3] == expected.urls[:3]


def test_what_was_loaded_for_one_question_serves_the_next(parted: Sequence[Artifact]) -> None:
    once, twice = ask(parted, [{"q": "khai sinh"}, {"q": "khai sinh"}], fresh=False)
    assert twice == once


@pytest.mark.parametrize("question", ["khai xinh", "đăng ký khai sinh", "sổ đỏ"])
def test_who_asks_again_for_the_texts_too_keeps_the_best_answer(parted: Sequence[Artifact], question: str) -> None:
    first, again = ask(parted, [{"q": question}, {"q": question, "texts": True}], fresh=False)
    assert again.urls[0] == first.urls[0]
    assert set(again.urls) >= set(first.urls[:3])


def test_a_first_question_over_a_large_example_site_keeps_its_budget(parted: Sequence[Artifact]) -> None:
    answers = ask(parted, [{"q": q, "first": True} for q in QUESTIONS])
    heavy = {q: n for q, a in zip(QUESTIONS, answers, strict=True) if (n := weight(parted, a)) > FIRST}
    assert heavy == {}


def test_a_first_question_over_10_000_titles_keeps_its_budget() -> None:
    files, questions = (
        search_files(many(10_000), search_words()),
        ["khai sinh", "cấp lại giấy phép", "1.004321", "nghe"],
    )
    answers = ask(files, [{"q": q, "first": True} for q in questions])
    assert all(a.urls for a in answers)
    assert {q: n for q, a in zip(questions, answers, strict=True) if (n := weight(files, a)) > FIRST} == {}


def test_the_edit_of_one_entry_changes_few_files() -> None:
    before = many(2_000)
    after = [replace(e, title=f"{e.title} ở nước ngoài") if n == 700 else e for n, e in enumerate(before)]
    old, new = ({f.path: f.data for f in search_files(found, search_words())} for found in (before, after))
    changed = [path for path, data in new.items() if old.get(path) != data]
    assert len(new) > 500
    assert len({path for path in changed if path.startswith("tim-kiem/m.")}) <= 16
    assert len([path for path in changed if not path.startswith("tim-kiem/m.")]) <= 120


def many(count: int) -> list[SearchEntry]:
    """Titles as those of a list of procedures: few verbs, many things, some additions."""
    rng = random.Random(3)
    verbs = ("Đăng ký", "Cấp", "Cấp lại", "Cấp đổi", "Thu hồi", "Xác nhận", "Chứng thực", "Gia hạn", "Công nhận")
    things = (
        "khai sinh",
        "giấy phép",
        "hộ nghèo",
        "kết hôn",
        "chữ ký",
        "quyền sử dụng đất",
        "trợ cấp",
        "tàu cá",
        "nghề",
    )
    for_whom = ("người cao tuổi", "trẻ em", "hộ kinh doanh", "người khuyết tật", "tổ chức", "cá nhân nước ngoài")
    heads = ["b", "c", "ch", "d", "đ", "g", "h", "kh", "l", "m", "ng", "ph", "qu", "t", "th", "tr", "v"]
    rhymes = ["a", "an", "ang", "anh", "ao", "âm", "ân", "âu", "iên", "inh", "oan", "ông", "uyên", "ương"]
    syllables = [head + rhyme for head in heads for rhyme in rhymes]
    return [
        SearchEntry(
            f"thu-tuc/1.{n:06}.html",
            f"{rng.choice(verbs)} {rng.choice(things)} {' '.join(rng.sample(syllables, 3))} cho {rng.choice(for_whom)}",
            "Thủ tục",
            6,
            f"Lĩnh vực {n % 90}",
            (f"1.{n:06}",),
        )
        for n in range(count)
    ]

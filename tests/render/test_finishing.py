"""Abbreviations are explained where they first stand in a sentence; days and months have one form."""

from __future__ import annotations

import pytest

from site_gen.render.finishing import finished

WORDS = {"TTHC": "thủ tục hành chính", "CBCC": "cán bộ, công chức", "CBCCVC": "cán bộ, công chức, viên chức"}


def body(html: str) -> str:
    return finished(f"<title>TTHC</title><body>{html}</body>", WORDS).partition("<body>")[2].removesuffix("</body>")


def test_an_abbreviation_is_explained_once_where_it_first_stands() -> None:
    assert body("<p>TTHC và TTHC</p>") == '<p><abbr title="thủ tục hành chính">TTHC</abbr> và TTHC</p>'


def test_the_longer_of_two_is_not_taken_for_the_shorter() -> None:
    assert body("<p>CBCCVC</p>") == '<p><abbr title="cán bộ, công chức, viên chức">CBCCVC</abbr></p>'


@pytest.mark.parametrize("kept", ["23/KH-TTHC", "TTHC-01", "XTTHC", "TTHCX", "tthc", "TTHC/2026"])
def test_a_part_of_a_number_is_no_abbreviation(kept: str) -> None:
    assert body(f"<p>{kept}</p>") == f"<p>{kept}</p>"


def test_a_full_stop_behind_it_is_none_of_it() -> None:
    assert body("<p>Rà soát TTHC.</p>") == '<p>Rà soát <abbr title="thủ tục hành chính">TTHC</abbr>.</p>'


@pytest.mark.parametrize(
    "kept",
    [
        '<a href="TTHC.html" title="TTHC">x</a>',
        "<script>TTHC</script>",
        "<option>TTHC</option>",
        "<svg><title>TTHC</title></svg>",
        '<abbr title="x">TTHC</abbr>',
        "<code>TTHC</code>",
    ],
)
def test_what_is_no_sentence_is_left_alone(kept: str) -> None:
    assert body(kept) == kept


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("ngày 5/1/2023", "ngày 05/01/2023"),
        ("ngày 14/3/2022", "ngày 14/03/2022"),
        ("từ 1/12/2025-3/2/2026", "từ 01/12/2025-03/02/2026"),
        ("tháng 3/2026", "tháng 03/2026"),
        ("21/11/2026", "21/11/2026"),
        ("số 5/2023/QĐ", "số 5/2023/QĐ"),
        ("số 108/2020/NĐ-CP", "số 108/2020/NĐ-CP"),
        ("1/2/20256", "1/2/20256"),
        ("điểm 3/4/2026", "điểm 03/04/2026"),
    ],
)
def test_days_and_months_have_one_form(written: str, shown: str) -> None:
    assert body(f"<p>{written}</p>") == f"<p>{shown}</p>"


def test_an_address_keeps_its_digits() -> None:
    assert body('<a href="tin/5/1/2023.html">x</a>') == '<a href="tin/5/1/2023.html">x</a>'


PHRASES = {"PAR Index": "en", "Bản Tày": "tay"}


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>PAR Index 2021</p>", '<p><span lang="en">PAR Index</span> 2021</p>'),
        ("<p>PAR Index, PAR Index</p>", '<p><span lang="en">PAR Index</span>, <span lang="en">PAR Index</span></p>'),
        ('<p lang="en">PAR Index</p>', '<p lang="en">PAR Index</p>'),
        ('<a title="PAR Index">x</a>', '<a title="PAR Index">x</a>'),
        ("<option>PAR Index</option>", "<option>PAR Index</option>"),
        ("<p>PAR Indexes</p>", "<p>PAR Indexes</p>"),
        ("<p>Bản Tày</p>", '<p><span lang="tay">Bản Tày</span></p>'),
        ("<p>par index</p>", "<p>par index</p>"),
    ],
)
def test_a_phrase_of_another_language_says_so(html: str, marked: str) -> None:
    assert finished(f"<body>{html}</body>", {}, PHRASES) == f"<body>{marked}</body>"


def test_an_abbreviation_inside_a_foreign_phrase_is_left_to_it() -> None:
    text = finished("<body><p>PAR Index; PAR</p></body>", {"PAR": "cải cách hành chính"}, PHRASES)
    assert text == (
        '<body><p><span lang="en">PAR Index</span>; <abbr title="cải cách hành chính">PAR</abbr></p></body>'
    )

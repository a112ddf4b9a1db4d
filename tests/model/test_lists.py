"""One text that is a list: how people number and part things, and what stays as it is."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from site_gen.base.vietnamese import fold
from site_gen.kinds.procedure.choices import Part, Subject
from site_gen.model.lists import parts, read, read_steps, words

AB = ["Nộp hồ sơ", "Nhận kết quả"]
IN_LINE = "{0} {1} {2} {3}"
IN_ROWS = "{0} {1}\n{2} {3}\n"
MARKS = [
    ("1.", "2."),
    ("1)", "2)"),
    ("(1)", "(2)"),
    ("01.", "02."),
    ("1/", "2/"),
    ("1-", "2-"),
    ("a)", "b)"),
    ("a.", "b."),
    ("A.", "B."),
    ("i)", "ii)"),
    ("I.", "II."),
    ("+", "+"),
    ("*", "*"),
    ("•", "•"),
    ("\uf0b7", "\uf0b7"),
]


@pytest.mark.parametrize(("first", "second"), MARKS)
@pytest.mark.parametrize("shape", [IN_LINE, IN_ROWS])
def test_numbers_letters_and_bullets_part_items_and_are_no_part_of_them(shape: str, first: str, second: str) -> None:
    assert read(shape.format(first, AB[0], second, AB[1])) == AB


@pytest.mark.parametrize(
    "text", ["- Nộp hồ sơ\n- Nhận kết quả", "– Nộp hồ sơ;\n– Nhận kết quả", "Nộp hồ sơ\nNhận kết quả"]
)
def test_lines_are_items(text: str) -> None:
    assert read(text) == AB


@pytest.mark.parametrize("sign", [":", ".", ")", " -", ""])
@pytest.mark.parametrize("shape", [IN_LINE, IN_ROWS])
def test_the_page_numbers_steps_so_their_number_is_dropped_and_elsewhere_kept(shape: str, sign: str) -> None:
    text = shape.format(f"Bước 1{sign}", AB[0], f"Bước 2{sign}", AB[1])
    assert read_steps(text) == AB
    assert read(text) == [f"Bước 1{sign} {AB[0]}", f"Bước 2{sign} {AB[1]}"]


def test_nothing_is_lost_where_the_numbers_do_not_run_on() -> None:
    assert read("1. Nộp hồ sơ\n3. Nhận kết quả") == ["1. Nộp hồ sơ", "3. Nhận kết quả"]
    assert read(["2. Nộp hồ sơ", "3. Nhận kết quả"]) == ["2. Nộp hồ sơ", "3. Nhận kết quả"]


def test_semicolons_part_items_but_not_inside_brackets() -> None:
    assert read("Báo cáo (quý; năm); Tờ trình; Quyết định") == ["Báo cáo (quý; năm)", "Tờ trình", "Quyết định"]


def test_an_item_of_a_list_keeps_its_semicolon() -> None:
    assert read(["Đã khắc phục; năm sau làm tiếp"]) == ["Đã khắc phục; năm sau làm tiếp"]


def test_a_line_that_goes_on_with_a_small_letter_belongs_to_the_one_above() -> None:
    assert read("Nộp hồ sơ tại quầy\nhoặc trên Cổng.\nNhận kết quả.") == [
        "Nộp hồ sơ tại quầy hoặc trên Cổng.",
        "Nhận kết quả.",
    ]


@pytest.mark.parametrize(
    "items", [["1. Nộp hồ sơ", "2. Nhận kết quả"], ["• Nộp hồ sơ", "• Nhận kết quả"], ["1. Nộp hồ sơ 2. Nhận kết quả"]]
)
def test_items_of_a_list_lose_markers_of_their_own(items: list[str]) -> None:
    assert read(items) == AB


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 12/QĐ-UBND ngày 1/7/2026",
        "1.001193",
        "Phòng Văn hóa - Xã hội",
        "Đạt 3.5 điểm, tăng 1,2 điểm",
        "Điều 1. Phạm vi điều chỉnh",
        "a/c hồ sơ",
    ],
)
def test_a_line_of_words_stays_one_item(text: str) -> None:
    assert read(text) == [text]


def test_dashes_in_one_line_are_given_back_as_a_list_to_copy() -> None:
    with pytest.raises(PydanticCustomError) as caught:
        read("- Báo cáo của Phòng Văn hóa - Xã hội - Tờ trình")
    assert "\n  - Báo cáo của Phòng Văn hóa\n" in str((caught.value.context or {})["hint"])


def test_codes_are_parted_by_commas_semicolons_and_lines() -> None:
    assert words("1.001193, 1.000894;1.000656\n- 1.004873") == ["1.001193", "1.000894", "1.000656", "1.004873"]


KNOWN = {"phong kinh te", "phong van hoa xa hoi", "van phong hdnd va ubnd xa", "ubnd xa", "ban a b"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Phòng Kinh tế, Phòng Văn hóa - Xã hội", ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"]),
        ("Phòng Kinh tế và Văn phòng HĐND và UBND xã", ["Phòng Kinh tế", "Văn phòng HĐND và UBND xã"]),
        ("Ban A, B; Phòng Kinh tế", ["Ban A, B", "Phòng Kinh tế"]),
        ("Phòng Kinh tế\nUBND xã", ["Phòng Kinh tế", "UBND xã"]),
        ("Phòng Kinh tế, Ban Nọ và Kia, UBND xã", ["Phòng Kinh tế", "Ban Nọ và Kia", "UBND xã"]),
        ("các cấp, các ngành", ["các cấp, các ngành"]),
    ],
)
def test_the_longest_known_name_wins_and_what_is_unknown_stays_whole(text: str, names: list[str]) -> None:
    assert parts(text, lambda name: fold(name) in KNOWN) == names


def test_choices_stand_in_one_line_and_one_with_a_comma_is_one() -> None:
    assert Subject.several("cá nhân, doanh nghiệp") == ["cá nhân", "doanh nghiệp"]
    assert Subject.several("cá nhân, cơ quan, tổ chức") == ["cá nhân", "cơ quan, tổ chức"]


def test_a_choice_that_a_comma_parted_is_given_back_in_quotation_marks() -> None:
    with pytest.raises(PydanticCustomError) as caught:
        Part.several(["yêu cầu", "điều kiện"])
    assert '`["yêu cầu, điều kiện"]`' in str((caught.value.context or {})["hint"])

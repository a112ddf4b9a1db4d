"""What the text of a field means, and how it is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

import site_gen.kinds  # noqa: F401 — every list of choices is there to be judged
from site_gen.base.messages import Message
from site_gen.base.vietnamese import fold, show_date, show_number
from site_gen.kinds.unit.model import Level, UnitType
from site_gen.model.choice import Choice
from site_gen.model.dates import PartialDate
from site_gen.model.fields import (
    Amount,
    Day,
    Dong,
    Line,
    Lines,
    PDate,
    Prose,
    Score,
    SiteFile,
    Slug,
    Url,
    Whole,
    Year,
    YesNo,
)
from site_gen.model.figures import Figure
from site_gen.model.refusing import WRONG

SCALARS: list[Any] = [Amount, Day, Line, PDate, Prose, Score, SiteFile, Slug, Url, Whole, Year, YesNo, UnitType]
amounts = st.decimals(0, 10**12, places=2)
scores = st.decimals(-999, 999, places=2)


def read(field: Any, value: object) -> Any:
    return TypeAdapter(field).validate_python(value)


def refusal(field: Any, value: object) -> tuple[str, str]:
    """What is wrong, and how to fix it."""
    with pytest.raises(ValidationError) as caught:
        read(field, value)
    [error] = caught.value.errors()
    assert error["type"] == WRONG
    message, hint = error["ctx"]["message"], error["ctx"]["hint"]
    assert isinstance(message, Message)
    assert isinstance(hint, Message)
    return str(message), str(hint)


@pytest.mark.parametrize("field", SCALARS)
@pytest.mark.parametrize(
    ("value", "message"),
    [
        (None, "a value is missing here"),
        ([], "expected one line of text, found a list"),
        ({}, "expected one line of text, found a group of keys"),
        (["a", "b"], "one line of text belongs here, not a list"),
        ({"Bước 1": "Nộp"}, "the colon in `Bước 1: Nộp` makes keys and values of a line of text"),
        ({"Gồm": None}, "the colon in `Gồm:` makes keys and values of a line of text"),
        ({"a": "b", "c": "d"}, "expected one line of text, found a group of keys"),
    ],
)
def test_what_is_no_text_is_refused_in_words(field: Any, value: object, message: str) -> None:
    assert refusal(field, value)[0] == message


def test_a_line_with_a_colon_is_given_back_in_quotation_marks() -> None:
    assert refusal(Line, {"Bước 3": 'Nhận "kết quả"'})[1].endswith('`"Bước 3: Nhận \\"kết quả\\""`')


@pytest.mark.parametrize(
    ("text", "number"),
    [("1,5 triệu", 1_500_000), ("15 nghìn", 15_000), ("10k", 10_000), ("10 000", 10_000), ("10.000 VNĐ", 10_000)],
)
def test_a_fee_is_read_in_words_too(text: str, number: int) -> None:
    assert read(Dong, text) == Figure(Decimal(number), text)


@pytest.mark.parametrize(
    ("text", "mended"), [("1,5 triệu", "`1,5`"), ("10,000", "`10.000`"), ("1,250,000.50", "`1.250.000,50`")]
)
def test_an_amount_whose_unit_is_the_tables_is_given_back_as_it_is_written(text: str, mended: str) -> None:
    assert mended in refusal(Amount, text)[1]


@pytest.mark.parametrize("field", [f for f in SCALARS if f not in (Line, Prose)])
def test_a_refusal_names_the_actual_value(field: Any) -> None:
    assert "`Số #12?`" in refusal(field, "Số #12?")[0]


@pytest.mark.parametrize("field", SCALARS)
@given(text=st.text(max_size=30))
def test_any_text_is_read_or_refused(field: Any, text: str) -> None:
    try:
        value = read(field, text)
    except ValidationError as refused:
        kinds = [e["type"] for e in refused.errors()]
    else:
        kinds = [WRONG]
        assert read(field, value) == value
    assert kinds == [WRONG]


@given(amounts)
def test_an_amount_is_read_as_it_is_shown(number: Decimal) -> None:
    shown = show_number(number)
    assert read(Amount, shown) == Figure(number, shown)
    assert str(read(Amount, shown)) == shown


@given(scores)
def test_a_score_is_read_as_it_is_shown(number: Decimal) -> None:
    shown = show_number(number)
    assert read(Score, shown) == Figure(number, shown)


@given(st.integers(-(10**12), 10**12))
def test_a_whole_number_is_read_as_it_is_shown(number: int) -> None:
    assert read(Whole, show_number(number)) == number
    assert read(Whole, str(number)) == number


@given(st.dates(date(1800, 1, 1), date(2899, 12, 31)))
def test_a_day_is_read_as_it_is_shown_and_in_iso(day: date) -> None:
    assert read(Day, show_date(day)) == day
    assert read(Day, day.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "value"),
    [("8.000", "8000"), ("8000", "8000"), ("1.250.000 đồng", "1250000"), ("8,5", "8.5"), ("5 đ", "5"), ("0", "0")],
)
def test_points_part_the_thousands_of_money(text: str, value: str) -> None:
    assert read(Amount, text) == Figure(Decimal(value), text)


@pytest.mark.parametrize("text", ["8,000", "1.25", "5 triệu", "1e3", "-5", "1.2345", "12.34.567", "năm đồng"])
def test_what_could_be_another_amount_is_refused(text: str) -> None:
    assert refusal(Amount, text)[0] == f"`{text}` is not an amount of money"


@pytest.mark.parametrize(
    ("text", "value"),
    [("8.5", "8.5"), ("0,5", "0.5"), ("73,25", "73.25"), ("95%", "95"), ("82,13 %", "82.13"), ("01", "1")],
)
def test_comma_and_point_both_mark_the_decimals_of_a_score(text: str, value: str) -> None:
    assert read(Score, text) == Figure(Decimal(value), text)


@pytest.mark.parametrize(
    ("text", "plain", "decimal"),
    [("73.250", "73250", "73,25"), ("1.000", "1000", "1"), ("51,125", "51125", "51,1250")],
)
def test_a_score_that_can_be_read_in_two_ways_is_refused_with_both(text: str, plain: str, decimal: str) -> None:
    _, hint = refusal(Score, text)
    assert hint == f"write `{plain}` for thousands or `{decimal}` for the decimal"
    assert read(Score, plain).value == 1000 * read(Score, decimal).value


@pytest.mark.parametrize("text", ["1.5", "12a", "1e3", "8.00", "8,000"])
def test_a_whole_number_has_digits_only(text: str) -> None:
    refusal(Whole, text)


@pytest.mark.parametrize("digits", [25, 5000])
def test_a_whole_number_has_an_end(digits: int) -> None:
    assert refusal(Whole, "9" * digits) == (f"`{'9' * 23}…` is too long for a number", "check the digits")


@pytest.mark.parametrize("text", ["23", "1.004220", "20233", "7:30", "no", "1899", "2100"])
def test_a_year_has_four_digits(text: str) -> None:
    assert refusal(Year, text)[0] == f"`{text}` is not a year"


@pytest.mark.parametrize(
    "text",
    [
        "5/1/2023",
        "05/01/2023",
        "05-01-2023",
        "05.01.2023",
        "2023-01-05",
        "ngày 05 tháng 01 năm 2023",
        "ngày 5/1/2023",
        "05/ 01/ 2023",
    ],
)
def test_a_day_is_understood_in_the_ways_documents_write_it(text: str) -> None:
    assert read(Day, text) == date(2023, 1, 5)


@pytest.mark.parametrize("text", ["30/02/2023", "31/04/2023", "2023-13-01", "00/01/2023", "29/02/2023"])
def test_a_day_that_does_not_exist_is_named(text: str) -> None:
    assert refusal(Day, text)[0] == f"there is no day `{text}`"


@pytest.mark.parametrize("text", ["tháng 1/2023", "2023", "05/01/23", "20230105", "1719792000", "ngày mai"])
def test_half_a_date_is_no_day(text: str) -> None:
    refusal(Day, text)


@pytest.mark.parametrize(
    ("text", "parts", "shown"),
    [
        ("05/01/2023", (2023, 1, 5), "05/01/2023"),
        ("tháng 01/2023", (2023, 1, None), "tháng 01/2023"),
        ("Tháng 1 năm 2023", (2023, 1, None), "tháng 01/2023"),
        ("1-2023", (2023, 1, None), "tháng 01/2023"),
        ("2023", (2023, None, None), "năm 2023"),
        ("năm 2023", (2023, None, None), "năm 2023"),
    ],
)
def test_a_date_may_lack_its_day_or_month(text: str, parts: tuple[int, int | None, int | None], shown: str) -> None:
    value = read(PDate, text)
    assert (value.year, value.month, value.day) == parts
    assert value.verbatim == text
    assert str(value) == shown


def test_a_date_that_lacks_its_day_begins_with_its_first() -> None:
    assert PartialDate(2023, 2, None, "").first == date(2023, 2, 1)
    assert PartialDate(2023, None, None, "").first == date(2023, 1, 1)
    assert PartialDate(2023, 2, None, "").exact is None


@pytest.mark.parametrize("text", ["tháng 13/2023", "13/2023", "quý I/2023", "30/02/2023", "0/2023"])
def test_a_month_that_does_not_exist_is_no_date(text: str) -> None:
    refusal(PDate, text)


@pytest.mark.parametrize("text", ["có", "Có", "CO", "yes", "true", "đúng"])
def test_yes(text: str) -> None:
    assert read(YesNo, text) is True


@pytest.mark.parametrize("text", ["không", "Khong", "no", "false", "sai"])
def test_no(text: str) -> None:
    assert read(YesNo, text) is False


@pytest.mark.parametrize("text", ["no", "7:30", "1.004220", "0123456", "null ", "8.000", "01/01/2023"])
def test_a_line_keeps_what_looks_like_something_else(text: str) -> None:
    assert read(Line, text) == text.strip()


def test_blanks_in_a_line_are_folded() -> None:
    assert read(Line, "  Văn\u00a0phòng \n UBND\u200b  xã ") == "Văn phòng UBND xã"


@pytest.mark.parametrize("text", ["", "  ", "\u200b", "a\x07b"])
def test_a_line_says_something_one_can_see(text: str) -> None:
    refusal(Line, text)


def test_prose_keeps_its_lines() -> None:
    assert read(Prose, "\nA\n\n- b\n") == "A\n\n- b"


@pytest.mark.parametrize("text", ["a", "2.1", "nv-2.1", "ke-hoach-2023", "pl01.2"])
def test_an_id_is_fit_for_an_address(text: str) -> None:
    assert read(Slug, text) == text


@pytest.mark.parametrize("text", ["A", "kế-hoạch", "a b", "a/b", "../a", ".a", "a.", "a--b", "a_b", "x" * 81, ""])
def test_an_id_that_is_not_is_refused(text: str) -> None:
    refusal(Slug, text)


@pytest.mark.parametrize("text", ["https://a.gov.vn/b?c=d", "http://a.vn", "mailto:a@b.vn", "tel:+842093"])
def test_a_link_leads_to_the_web_a_mailbox_or_a_telephone(text: str) -> None:
    assert read(Url, text) == text


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "a.gov.vn", "//a.vn", "https://", "data:text/html,x", 'https://a.vn/"><b>', "ftp://a.vn"],
)
def test_any_other_link_is_refused(text: str) -> None:
    refusal(Url, text)


@pytest.mark.parametrize(
    "text",
    [
        "files/../site.yml",
        "../a.pdf",
        "/etc/passwd",
        "files//a.pdf",
        "files/./a",
        "files\\a.pdf",
        "a.pdf",
        "files/",
        "files/a/..",
    ],
)
def test_a_file_lies_below_the_folder_for_files(text: str) -> None:
    refusal(SiteFile, text)


@pytest.mark.parametrize(
    ("text", "member"),
    [
        ("commune", UnitType.COMMUNE),
        ("xã", UnitType.COMMUNE),
        ("XA", UnitType.COMMUNE),
        ("Phòng ban", UnitType.DEPARTMENT),
    ],
)
def test_a_choice_is_understood_by_value_and_label(text: str, member: UnitType) -> None:
    assert read(UnitType, text) is member


@pytest.mark.parametrize(
    ("field", "text", "near"),
    [
        (Level, "xa", "cấp xã"),
        (UnitType, "phòng", "phòng, ban"),
        (UnitType, "comune", "xã"),
    ],
)
def test_a_choice_that_does_not_exist_is_answered_with_the_nearest(field: Any, text: str, near: str) -> None:
    assert refusal(field, text)[1].startswith(f"did you mean `{near}`?")


def test_a_choice_nothing_comes_near_is_answered_with_all() -> None:
    _, hint = refusal(Level, "không biết")
    assert hint.startswith("choose one of: central (trung ương), ")


def test_no_two_choices_of_a_kind_are_called_alike() -> None:
    for choice in Choice.__subclasses__():
        names: dict[str, Any] = {}
        for member in choice:
            for name in {fold(member.value), fold(member.label)}:
                if name:
                    assert names.setdefault(name, member) is member, (choice, name)


def test_a_single_text_stands_for_a_list_of_one() -> None:
    assert read(Lines, "Kế hoạch") == ("Kế hoạch",)
    assert read(Lines, ["Kế hoạch", "Báo cáo"]) == ("Kế hoạch", "Báo cáo")


@pytest.mark.parametrize("field", SCALARS)
def test_the_example_of_a_field_is_one(field: Any) -> None:
    schema = TypeAdapter(field).json_schema()
    for sample in schema.get("examples", schema.get("enum", [])):
        read(field, sample)


def test_a_field_may_be_annotated_further() -> None:
    assert read(Annotated[Line, "chú thích"], "A") == "A"


def _choices(of: type[Choice] = Choice) -> list[type[Choice]]:
    return [found for each in of.__subclasses__() for found in (each, *_choices(each))]


@pytest.mark.parametrize("choice", _choices(), ids=lambda choice: f"{choice.__module__}.{choice.__name__}")
def test_no_two_choices_of_a_list_are_told_apart_by_marks_alone(choice: type[Choice]) -> None:
    """Choices are read without regard to marks, so a word without marks must mean one of them."""
    words: dict[str, set[str]] = {}
    for member in choice:
        for text in (member.value, member.label):
            if fold(text):
                words.setdefault(fold(text), set()).add(member.value)
    assert [word for word, members in words.items() if len(members) > 1] == []

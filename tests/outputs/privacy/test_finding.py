"""What is personal is found in every usual spelling; what only looks like it is left alone."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.outputs.privacy import key, masked, masked_line, scan


def found(text: str) -> list[tuple[str, str]]:
    return [(hit.code[-1], hit.key) for hit in scan(text)]


PERSONAL = {
    "0912345678": [("2", "0912345678")],
    "gọi 0912 345 678 nhé": [("2", "0912345678")],
    "091.234.5678": [("2", "0912345678")],
    "0912-345-678": [("2", "0912345678")],
    "0912 34 56 78": [("2", "0912345678")],
    "09.12.34.56.78": [("2", "0912345678")],
    "(0912) 345 678": [("2", "0912345678")],
    "+84 912 345 678": [("2", "0912345678")],
    "(+84) 912.345.678": [("2", "0912345678")],
    "+84(0)912345678": [("2", "0912345678")],
    "0084912345678": [("2", "0912345678")],
    "SĐT:0912345678": [("2", "0912345678")],
    "ĐT 84912345678": [("2", "0912345678")],
    "Điện thoại: 912345678": [("2", "0912345678")],
    "điện thoại 0 9 1 2 3 4 5 6 7 8": [("2", "0912345678")],
    "zalo.me/0912345678": [("2", "0912345678")],
    "0208 3 000 111": [("2", "02083000111")],
    "02083 000 111": [("2", "02083000111")],
    "(0208) 3000111": [("2", "02083000111")],
    "0208.3.000.111": [("2", "02083000111")],
    "024 3825 1234": [("2", "02438251234")],
    "028.3822.1234": [("2", "02838221234")],
    "+84 208 3000 111": [("2", "02083000111")],
    "02083000111/0912345678": [("2", "02083000111"), ("2", "0912345678")],
    "02083000111-0912345678": [("2", "02083000111"), ("2", "0912345678")],
    "0912345678, 0912345679": [("2", "0912345678"), ("2", "0912345679")],
    "".join(chr(0xFF10 + int(d)) for d in "0912345678"): [("2", "0912345678")],
    "0912\u00a0345\u00a0678": [("2", "0912345678")],
    "0912\u200b345\u2060678": [("2", "0912345678")],
    "001085012345": [("1", "001085012345")],
    "001 085 012 345": [("1", "001085012345")],
    "0010.8501.2345": [("1", "001085012345")],
    "don-001085012345.pdf": [("1", "001085012345")],
    "CMND số: 095 123 456": [("1", "095123456")],
    "CMND/CCCD số 095123456": [("1", "095123456")],
    "Số chứng minh nhân dân\n095123456": [("1", "095123456")],
    "hộ chiếu B1234567": [("1", "b1234567")],
    "ten.rieng+1@gmail.com": [("3", "ten.rieng+1@gmail.com")],
    "ten (at) gmail.com": [("3", "ten@gmail.com")],
    "ten\uff20gmail.com": [("3", "ten@gmail.com")],
    "Ngày sinh: 01/02/1990": [("4", "01021990")],
    "ngày, tháng, năm sinh: 1-2-1990": [("4", "01021990")],
    "NGÀY SINH 01.02.1990": [("4", "01021990")],
    "bà B, sinh ngày 1 tháng 2 năm 1990": [("4", "01021990")],
    "ông A (sinh năm 1980)": [("4", "1980")],
    "Năm sinh: 1980": [("4", "1980")],
    "STK 1234567890": [("5", "1234567890")],
    "Số tài khoản: 8600 201 001 234": [("5", "8600201001234")],
    "tài khoản số 123.456.789.012": [("5", "123456789012")],
    "STK Agribank: 8600201001234": [("5", "8600201001234")],
    "số phát hành CH 123456": [("6", "ch123456")],
    "GCNQSDĐ số AA 01234567": [("6", "aa01234567")],
    "số vào sổ cấp GCN: CS 01234": [("6", "cs01234")],
    "hộ ông A, thửa đất số 12, tờ bản đồ số 5": [("6", "thuadatso12tobandoso5")],
    "Tờ bản đồ số 5, thửa 12 của bà B": [("6", "tobandoso5thua12")],
    "Chủ hồ sơ: Nguyễn Văn A": [("7", "nguyenvana")],
    "Người nộp hồ sơ: bà LÒ THỊ B": [("7", "lothib")],
}


@pytest.mark.parametrize("text", PERSONAL)
def test_a_personal_value_is_found_in_every_usual_spelling(text: str) -> None:
    assert found(text) == PERSONAL[text]
    assert found(unicodedata.normalize("NFD", text)) == PERSONAL[text]


INNOCENT = [
    "1.250.000 đồng",
    "84.912.345.678",
    "tăng +84.912.345.678 đồng",
    "tổng dự toán 912.345.678.000",
    "1.001193",
    "1.001193.000.00.00.H03",
    "23/KH-UBND",
    "61/2018/NĐ-CP",
    "H23.45-260301-0001",
    "000.00.12.H23-260301-0007",
    "000.00.12.H23-031234-0001",
    "15/03/2023",
    "2023-09-15 2023-10-15",
    "2023-09-15T08:30:12+07:00",
    "202303150830",
    "sáng 7:30–11:30, chiều 13:30–17:00",
    "site.39bd64386f.css",
    "0a0912345678f1",
    "0,912345678",
    "0.0912345678",
    "001 002 003 004",
    "05 12 15 20 30",
    "0 3 1 0 2 0 1 0 5 0",
    "1900 1234",
    "1022",
    "mã số thuế 0312345678",
    "MST: 0312345678",
    "phát sinh năm 2023",
    "vệ sinh ngày 15/3/2023",
    "khai sinh ngày 15/3/2023",
    "học sinh năm học 2023",
    "ngày sinh hoạt 15/3/2023",
    "công dân sinh năm 2007",
    "công dân nam sinh năm 2007",
    "sinh năm 1990 đến 1999",
    "kỷ niệm ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890)",
    "lập tài khoản dịch vụ công, đạt 125.000",
    "số tài khoản định danh điện tử đã kích hoạt 1.250.000",
    "tài khoản 3713",
    "cấp 12.345 thẻ CCCD",
    "CCCD gắn chip cho 123.456.789 người",
    "thửa đất số 12, tờ bản đồ số 5",
    "giấy chứng nhận cho 123456 hộ",
    "Chủ hồ sơ: Trung tâm Phục vụ",
    "Người nộp lệ phí tại Bộ phận Một cửa",
    "logo@2x.png",
    "tag:sitegen.invalid,2026:xa/tin.html",
    "M120.5 0912345,678 0912.345",
]


@pytest.mark.parametrize("text", INNOCENT)
def test_what_only_looks_personal_is_left_alone(text: str) -> None:
    assert found(text) == []


SHAPES = [(10,), (4, 3, 3), (3, 3, 4), (4, 2, 2, 2), (2, 4, 4), (3, 4, 3), (4, 6), (5, 5), (3, 7), (6, 4), (4, 4, 2)]
SIGNS = [" ", ".", "-", "\u00a0", " - ", "·"]
MOBILE = (
    st.tuples(st.sampled_from("35789"), st.text("0123456789", min_size=8, max_size=8)).map("".join).map("0{}".format)
)
AROUND = st.sampled_from(["{}", "gọi {}.", "({})", "ĐT:{};", "<{}>", "số {}, gặp chị A", "15/3/2023 {}", "{} hoặc {}"])


def grouped(number: str, shape: tuple[int, ...], sign: str) -> str:
    groups, at = [], 0
    for size in shape:
        groups.append(number[at : at + size])
        at += size
    return sign.join(groups)


@given(MOBILE, st.sampled_from(SHAPES), st.sampled_from(SIGNS), AROUND)
def test_every_mobile_number_is_found_in_every_grouping(
    number: str, shape: tuple[int, ...], sign: str, around: str
) -> None:
    text = around.replace("{}", grouped(number, shape, sign))
    assert {hit.key for hit in scan(text)} == {number}


@given(MOBILE, st.sampled_from(["+84 ", "+84", "(+84)", "0084", "+84.", "+84-"]), st.sampled_from(["", " ", ".", "-"]))
def test_every_number_with_its_country_is_the_same_number(number: str, head: str, sign: str) -> None:
    written = head + sign.join([number[1:4], number[4:7], number[7:]])
    assert {hit.key for hit in scan(written)} == {number} == {key(written)}


@given(
    st.sampled_from(["001", "019", "034", "079", "096"]),
    st.sampled_from("0123"),
    st.text("0123456789", min_size=8, max_size=8),
    st.sampled_from([(12,), (3, 9), (6, 6)]),
    st.sampled_from(SIGNS),
)
def test_every_citizens_number_is_found(
    province: str, century: str, rest: str, shape: tuple[int, ...], sign: str
) -> None:
    number = province + century + rest
    if len(shape) > 1 and shape == (6, 6) and rest[2] == "0":
        return  # two groups that both begin with 0 are a row of a table
    if shape == (3, 9) and century == "0":
        return
    assert [(hit.code, hit.key) for hit in scan(f"số {grouped(number, shape, sign)}.")] == [("PRIVACY001", number)]


@given(st.integers(0, 10**13))
def test_an_amount_of_money_is_never_personal(amount: int) -> None:
    written = f"{amount:,}"
    for text in (written.replace(",", "."), written.replace(",", " ") + " đồng", f"chi {written} đồng"):
        assert scan(text) == []


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.times())
def test_a_date_or_time_is_never_personal(day: object, time: object) -> None:
    iso = str(day)
    text = f"ngày {iso} {time} {'/'.join(reversed(iso.split('-')))} {iso}T{time}+07:00 {iso.replace('-', '')}"
    assert scan(text) == []


@given(st.integers(1, 9999), st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.integers(1, 99))
def test_the_code_of_a_dossier_or_procedure_is_never_personal(number: int, day: object, office: int) -> None:
    short = str(day)[2:].replace("-", "")
    text = f"H{office:02d}.{office}-{short}-{number:04d} 000.00.{office:02d}.H23-{short}-{number:04d} {number % 4}.{number:06d}"
    assert scan(text) == []


@given(st.lists(st.integers(0, 99), max_size=40), st.sampled_from([" ", "\t", "\n", "; "]))
def test_a_row_of_small_numbers_is_never_personal(numbers: list[int], sign: str) -> None:
    assert scan(sign.join(f"{n:02d}" for n in numbers)) == []
    assert scan(sign.join(map(str, numbers))) == []


@given(st.binary(min_size=32, max_size=32))
def test_a_digest_or_fingerprint_is_never_personal(data: bytes) -> None:
    digest = "x" + data.hex()
    assert scan(f"sha256-{digest} site.{digest[:11]}.css") == []


@given(st.text())
def test_any_text_is_scanned_without_a_fault_and_hits_are_where_they_say(text: str) -> None:
    for hit in scan(text):
        assert hit.start < hit.end
        assert hit.key


@given(MOBILE)
def test_a_value_is_never_shown_whole(number: str) -> None:
    assert number not in masked(number)
    line = f"phone: {number}   # gọi {grouped(number, (4, 3, 3), ' ')}"
    assert len(masked_line(line)) == len(line)
    assert scan(masked_line(line)) == []


def test_the_mask_leaves_the_ends_by_which_its_owner_knows_it() -> None:
    assert masked("0912 345 678") == "0912•••678"
    assert masked("ten.rieng@gmail.com") == "te•••@gmail.com"
    assert masked("Nguyễn Văn A") == "N•••"
    assert masked("01/02/1990") == "01•••90"


@pytest.mark.parametrize(
    "text",
    [
        "0912345678 " * 50_000,
        "0" * 200_000,
        "0 1 " * 50_000,
        "sinh " * 50_000,
        "a@" * 50_000,
        "tài khoản " * 20_000,
        "(0" * 50_000,
    ],
)
def test_a_hostile_text_does_not_keep_the_scan_busy(text: str) -> None:
    scan(text)


@pytest.mark.parametrize("gap", [0, 1, 60, 78, 80, 90, 120, 135, 150, 158, 159, 160, 161, 200, 240])
def test_two_values_at_any_distance_are_both_found_whole(gap: int) -> None:
    mail = "vanphong@xa.example.gov.vn"
    assert [hit.text for hit in scan(f"{mail} {'x ' * (gap // 2)}{mail} tiếp theo")] == [mail, mail]

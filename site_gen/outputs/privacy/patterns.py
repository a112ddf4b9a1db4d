"""How personal numbers are written in Vietnam, as regular expressions.

Every expression looks for a shape, not for any row of digits: a row of a table, an amount of money, a dossier's code
or a date must not be taken for a person. Shapes that alone would say too little need a word before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_BLANK = r"[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_SIGN = r"[.\-–\u2011·]"
JOIN = rf"(?:{_BLANK}{{1,3}}|{_BLANK}?{_SIGN}{_BLANK}?)"
"""What may stand between two groups of one number."""

# A number begins where no letter or digit stands before, and is no later part of a code such as 23-031234-0001. Behind
# a slash or after a whole number and a dash a second number may follow.
_START = r"(?<![^\W_])(?<!\d[.,\-–])"
_AGAIN = r"(?<![^\W_])(?:(?<!\d[.,\-–])|(?<=\d{4}[\-–]))"
_END = r"(?![^\W_])(?![.,]\d)(?![\-–](?!0)\d)(?!/(?!0)\d)"
_NO_MONEY = r"(?!\s*(?:đồng\b|đ\b|vnđ\b|vnd\b|triệu\b|tỷ\b|%))"


def _grouped(head: str, shapes: Iterable[tuple[int, ...]]) -> str:
    """Numbers in groups of the given sizes; the first group begins with `head`, two digits long, and may be bracketed."""
    return "|".join(
        rf"\(?{head}\d{{{first - 2}}}\)?" + "".join(rf"{JOIN}\d{{{size}}}" for size in rest) for first, *rest in shapes
    )


_MOBILE = _grouped(
    "0[35789]",
    [(4, 3, 3), (3, 3, 4), (4, 2, 2, 2), (2, 4, 4), (3, 4, 3), (4, 4, 2), (3, 2, 2, 3), (4, 6), (5, 5), (3, 7), (6, 4)],
)
_LANDLINE = _grouped(
    "02",
    [(4, 1, 3, 3), (4, 3, 2, 2), (3, 4, 2, 2), (3, 2, 3, 3), (4, 3, 4), (3, 4, 4), (4, 4, 3), (3, 3, 5), (3, 5, 3),
     (4, 1, 6), (3, 2, 6), (4, 7), (3, 8), (5, 6), (5, 3, 3), (6, 5)],
)  # fmt: skip
_ABROAD = (
    rf"\(?(?:\+|00){_BLANK}?84\)?{JOIN}?(?:\(0\){JOIN}?|0{JOIN}?)?(?:[35789](?:{JOIN}?\d){{8}}|2(?:{JOIN}?\d){{9}})"
)

PHONE = re.compile(
    rf"{_AGAIN}(?:0[35789]\d{{8}}|02\d{{9}}){_END}"
    rf"|(?<![^\W_])\(0\d{{2,3}}\)(?:{JOIN}?\d){{7,8}}{_END}{_NO_MONEY}"
    rf"|{_START}(?:{_MOBILE}|{_LANDLINE}|0[35789](?:\.\d\d){{4}}){_END}{_NO_MONEY}"
    rf"|(?<![^\W_]){_ABROAD}{_END}{_NO_MONEY}",
    re.IGNORECASE,
)
"""Mobile numbers, landlines and numbers with +84, in groups that people write."""

CITIZEN_ID = re.compile(rf"{_AGAIN}0\d{{11}}{_END}")
"""Twelve digits that begin with 0."""

CITIZEN_ID_GROUPED = re.compile(
    rf"{_START}(?:0\d\d{JOIN}\d{{3}}{JOIN}\d{{3}}{JOIN}\d{{3}}|0\d{{3}}{JOIN}\d{{4}}{JOIN}\d{{4}}"
    rf"|0\d\d{JOIN}\d{{3}}{JOIN}\d{{6}}|0\d{{5}}{JOIN}\d{{6}}|0\d\d{JOIN}\d{{9}}){_END}"
)
"""The same in groups; only believed where its parts are a province, a century and a year."""

EMAIL = re.compile(
    r"(?<![\w.+\-])[\w.+\-]{1,64}\s?(?:@|[(\[]\s?(?:at|@|a còng)\s?[)\]])\s?"
    r"[^\W_][\w\-]*(?:\.[\w\-]+)*\.(?!(?:png|jpe?g|webp|svg|gif|css|js|invalid)\b)[^\W\d_]{2,24}(?![\w\-])",
    re.IGNORECASE,
)

_GAP = r"[^\d]{0,30}?"

# The words with which a match may begin, in small letters; `scan` looks for these first.
ID_SIGNS = (
    "cccd", "căn cước", "cmnd", "cmtnd", "cmt", "chứng minh", "giấy chứng minh", "định danh", "số định danh", "hộ chiếu",
    "can cuoc", "chung minh", "ho chieu",
)  # fmt: skip
PHONE_SIGNS = (
    "điện thoại", "dien thoai", "sđt", "đt", "số máy", "di động", "zalo", "viber", "hotline", "tel", "phone", "mobile",
    "liên hệ", "gọi",
)  # fmt: skip
EMAIL_SIGNS = ("@", "(at", "[at", "( at", "[ at", "(@", "a còng")
ACCOUNT_SIGNS = (
    "stk", "số tk", "tk số", "số tài khoản", "tài khoản", "số thẻ", "so tai khoan", "tai khoan so", "account n",
)  # fmt: skip
SERIAL_SIGNS = ("số phát hành", "giấy chứng nhận", "gcn", "sổ đỏ", "sổ hồng", "sê", "ser")
HOLDER_SIGNS = ("chủ hồ sơ", "người nộp", "tên công dân", "tên người", "tên chủ hồ sơ", "hồ sơ của")

LABELLED_ID = re.compile(
    r"(?<![^\W_])(?P<label>cccd|căn cước(?: công dân)?|cmnd|cmtnd|cmt|chứng minh (?:nhân dân|thư)|giấy chứng minh|"
    r"định danh (?:cá nhân|công dân)|số định danh|hộ chiếu|can cuoc(?: cong dan)?|chung minh nhan dan|ho chieu)(?![^\W_])"
    rf"{_GAP}(?<![^\W_])(?P<value>[A-Z]?\d(?:{JOIN}?\d){{6,11}}){_END}{_NO_MONEY}",
    re.IGNORECASE,
)

LABELLED_PHONE = re.compile(
    r"(?<![^\W_])(?P<label>điện thoại|dien thoai|s?đt|số máy|di động|zalo|viber|hotline|tel|phone|mobile|liên hệ|gọi)"
    rf"(?![^\W_])[^\d+(]{{0,25}}?(?<![^\W_])(?P<value>[+(]?\d(?:[()]?{JOIN}?[()]?\d){{8,12}}){_END}{_NO_MONEY}",
    re.IGNORECASE,
)

_DATE = r"(?:ngày\s*)?(?P<day>\d{1,2})\s*(?:[/.\-–]|tháng)\s*(?P<month>\d{1,2})\s*(?:[/.\-–]|năm)\s*(?P<year>\d{4}|\d\d)(?!\d)"
BIRTH = re.compile(
    r"(?<![^\W_])(?P<label>(?:ngày|ngay)(?:\s*[,/]?\s*(?:tháng|thang))?(?:\s*[,/]?\s*(?:năm|nam))?\s+sinh|(?:năm|nam)\s+sinh|"
    r"sinh\s+(?:ngày|ngay|năm|nam)|sinh|date of birth|dob)(?![^\W_])"
    rf"[\s:;.,()\-–|]{{0,6}}(?:(?:vào|là)\s+)?(?:{_DATE}|(?:năm\s*)?(?P<only>(?:19|20)\d\d)(?![\d/]))",
    re.IGNORECASE,
)

ACCOUNT = re.compile(
    r"(?<![^\W_])(?P<label>stk|số\s+tk|tk\s+số|số\s+tài\s+khoản|tài\s+khoản\s+(?:số|ngân\s+hàng|cá\s+nhân)|số\s+thẻ|tài\s+khoản(?=\s*:|\s+\d{9})|"
    r"so tai khoan|tai khoan so|account (?:no|number))(?![^\W_])"
    rf"(?P<gap>[^\d\n]{{0,40}}?(?:\s{{0,3}}\n\s{{0,3}})?[^\d\n]{{0,10}}?)(?<![^\W_])(?P<value>\d(?:{JOIN}?\d){{5,23}}){_END}{_NO_MONEY}",
    re.IGNORECASE,
)

LAND_SERIAL = re.compile(
    r"(?<![^\W_])(?P<label>số\s+phát\s+hành|giấy\s+chứng\s+nhận|gcn\w*|sổ\s+(?:đỏ|hồng)|s[êe]\s*-?\s*ri)(?![^\W_])"
    r"[^\d]{0,120}?(?<![^\W_])(?P<value>[A-ZĐ]{1,2}\s?\d{6,8})(?![^\W_])",
    re.IGNORECASE,
)
LAND_BOOK = re.compile(
    r"số\s+vào\s+sổ(?:\s+cấp)?(?:\s+(?:gcn\w*|giấy\s+chứng\s+nhận))?[^\d\n]{0,20}?(?P<value>(?<![^\W_])[A-ZĐ]{0,3}[ .\-]?\d{3,8})(?![^\W_])",
    re.IGNORECASE,
)
PARCEL = re.compile(
    r"thửa(?:\s+đất)?(?:\s+số)?[\s:]*\d+[^\n\d]{0,30}(?:\n[^\n\d]{0,20})?tờ(?:\s+bản\s+đồ)?(?:\s+số)?[\s:]*\d+"
    r"|tờ\s+bản\s+đồ(?:\s+số)?[\s:]*\d+[^\n\d]{0,30}(?:\n[^\n\d]{0,20})?thửa(?:\s+đất)?(?:\s+số)?[\s:]*\d+",
    re.IGNORECASE,
)
SOMEBODY = re.compile(
    r"(?<![^\W_])(?:ông|bà|anh|chị|hộ|gia\s+đình|chủ\s+sử\s+dụng|người\s+sử\s+dụng|họ\s+(?:và\s+)?tên)(?![^\W_])",
    re.IGNORECASE,
)
"""Whose parcel it is: a parcel of nobody is a place, not personal data."""

_FAMILIES = (
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Nông Hà Ma Triệu Bàn Lường Hứa Đinh Trịnh "
    "Đoàn Lương Mai Tô Trương Đào Lục Vi Lò Giàng Vàng Sùng Thào Chu Cao Lâm Tạ Tăng Quách Đàm Thái Phùng Hoa La Lưu Vương"
)
_FAMILY = "|".join(name for family in _FAMILIES.split() for name in (family, family.upper()))
HOLDER = re.compile(
    r"(?i:chủ\s+hồ\s+sơ|người\s+nộp(?:\s+hồ\s+sơ)?|tên\s+(?:công\s+dân|người\s+(?:nộp|yêu\s+cầu|dân)|chủ\s+hồ\s+sơ)|hồ\s+sơ\s+của)"
    r"(?i:\s*[:\n]\s*|\s+(?=ông|bà|anh|chị))(?i:(?:ông|bà|anh|chị)\s*(?:\(bà\)|/\s*bà)?\s*:?\s*)?"
    rf"(?P<value>(?:{_FAMILY})(?:\s+(?!UBND)[A-ZĐÀ-Ỹ][\w]*){{1,4}})"
)
"""A dossier's holder by name."""

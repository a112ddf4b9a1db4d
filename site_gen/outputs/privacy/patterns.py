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
    """Numbers in groups of the given sizes; the first group begins with `head`, two digits long, and may be bracketed.

    All have the same number of digits, so no two shapes fit one text, and what they begin with is written once.
    """
    return "|".join(rf"\(?{head}\d{{{first - 2}}}\)?" + _behind(rest) for first, rest in _by_first(shapes).items())


def _behind(shapes: list[tuple[int, ...]]) -> str:
    """What follows a group, in each of the shapes that go on from it."""
    if shapes == [()]:
        return ""
    return JOIN + "(?:" + "|".join(rf"\d{{{size}}}" + _behind(rest) for size, rest in _by_first(shapes).items()) + ")"


def _by_first(shapes: Iterable[tuple[int, ...]]) -> dict[int, list[tuple[int, ...]]]:
    out: dict[int, list[tuple[int, ...]]] = {}
    for first, *rest in shapes:
        out.setdefault(first, []).append(tuple(rest))
    return out


_MOBILE = _grouped(
    "0[35789]",
    [(4, 3, 3), (3, 3, 4), (4, 2, 2, 2), (2, 4, 4), (3, 4, 3), (4, 4, 2), (3, 2, 2, 3), (4, 6), (5, 5), (3, 7), (6, 4)],
)
_LANDLINE = _grouped(
    "02",
    [(4, 1, 3, 3), (4, 3, 2, 2), (3, 4, 2, 2), (3, 2, 3, 3), (4, 3, 4), (3, 4, 4), (4, 4, 3), (3, 3, 5), (3, 5, 3),
     (4, 1, 6), (3, 2, 6), (4, 7), (3, 8), (5, 6), (5, 3, 3), (6, 5)],
)  # fmt: skip  # groups of digits, read as a paragraph
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
    r"(?<![\w.+\-])[\w.+\-]{1,64}+\s?(?:@|[(\[]\s?(?:at|@|a còng)\s?[)\]])\s?"
    r"[^\W_][\w\-]*(?:\.[\w\-]+)*\.(?!(?:png|jpe?g|webp|svg|gif|css|js|invalid)\b)[^\W\d_]{2,24}(?![\w\-])",
    re.IGNORECASE,
)

_GAP = r"[^\d]{0,30}?"

# The words with which a match may begin, in small letters; `scan` looks for these first.
ID_SIGNS = (
    "cccd", "căn cước", "cmnd", "cmtnd", "cmt", "chứng minh", "giấy chứng minh", "định danh", "số định danh", "hộ chiếu", "đdcn", "đdcd",
    "can cuoc", "chung minh", "ho chieu",
)  # fmt: skip  # words of a list, read as a paragraph
PHONE_SIGNS = (
    "điện thoại", "dien thoai", "sđt", "đt", "số máy", "di động", "zalo", "viber", "hotline", "tel", "phone", "mobile",
    "liên hệ", "gọi",
)  # fmt: skip  # words of a list, read as a paragraph
EMAIL_SIGNS = ("@", "(at", "[at", "( at", "[ at", "(@", "a còng")
ACCOUNT_SIGNS = (
    "stk", "số tk", "tk số", "số tài khoản", "tài khoản", "số thẻ", "so tai khoan", "tai khoan so", "account n",
)  # fmt: skip  # words of a list, read as a paragraph
SERIAL_SIGNS = (
    "cnqsd", "bìa đỏ", "bìa hồng", "số phát hành", "giấy chứng nhận", "gcn", "sổ đỏ", "sổ hồng", "sê", "ser",
)  # fmt: skip  # words of a list, read as a paragraph
BIRTH_SIGNS = ("sinh", "birth", "dob", "sn", "s.n", "s/n", "ns:", "ns :")
LAND_BOOK_SIGNS = ("số vào sổ",)
PARCEL_SIGNS = ("thửa", "tờ bản đồ")
HOLDER_SIGNS = ("chủ hồ sơ", "người nộp", "tên công dân", "tên người", "tên chủ hồ sơ", "hồ sơ của")

LABELLED_ID = re.compile(
    r"(?<![^\W_])(?P<label>cccd|căn cước(?: công dân)?|cmnd|cmtnd|cmt|chứng minh (?:nhân dân|thư)|giấy chứng minh|"
    r"định danh (?:cá nhân|công dân)|đdcn|đdcd|số định danh|hộ chiếu|can cuoc(?: cong dan)?|chung minh nhan dan|ho chieu)(?![^\W_])"
    rf"{_GAP}(?<![^\W_])(?P<value>[A-Z]?\d(?:(?:{JOIN}|[/_|*~•]{{1,2}})?\d){{6,11}}){_END}{_NO_MONEY}",
    re.IGNORECASE,
)

LABELLED_PHONE = re.compile(
    r"(?<![^\W_])(?P<label>điện thoại|dien thoai|s?đt|số máy|di động|zalo|viber|hotline|tel|phone|mobile|liên hệ|gọi)"
    rf"(?![^\W_])[^\d+(]{{0,25}}?(?<![^\W_])(?P<value>[+(]?\d(?:[()]?{JOIN}?[()]?\d){{8,12}}){_END}{_NO_MONEY}",
    re.IGNORECASE,
)

_DATE = r"(?:ngày\s*)?(?:m[ùồ]ng\s*)?(?P<day>\d{1,2})\s*(?:[/.\-–]|tháng)\s*(?P<month>\d{1,2})\s*(?:[/.\-–]|năm)\s*(?P<year>\d{4}|\d\d)(?!\d)"
BIRTH = re.compile(
    r"(?<![^\W_])(?P<label>(?:ngày|ngay)(?:\s*[,/]?\s*(?:tháng|thang))?(?:\s*[,/]?\s*(?:năm|nam))?\s+sinh|(?:năm|nam)\s+sinh|"
    r"sinh\s+(?:ngày|ngay|năm|nam)|sinh|sn|s\.n\.?|s/n|nsinh|ns(?=\s*:)|date of birth|dob)(?![^\W_])"
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
    r"(?<![^\W_])(?P<label>số\s+phát\s+hành|giấy\s+chứng\s+nhận|gcn\w*|cnqsd\w*|sổ\s+(?:đỏ|hồng)|s[êe]\s*-?\s*ri|bìa\s+(?:đỏ|hồng)|serial)(?![^\W_])"
    r"[^\d]{0,120}?(?<![^\W_])(?P<value>[A-ZĐ]{1,2}[\s.–-]{0,2}\d(?:[\s.]?\d){5,7})(?![^\W_])",
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

# Numbers of insurance, tax, vehicles and patients.
_GROUP = rf"(?:{JOIN}|[/_|])?"
_HEALTH_CLASSES = (
    "DN HX CH NN TK HC XK HT TB NO CT XB TN CS QN CA CY XN MS CC CK CB "
    "KC HD TE BT HN DT DK XD TS TC TQ TA TY HG LS PV HS SV GB GD"
)
HEALTH_CLASSES = frozenset(_HEALTH_CLASSES.split())
HEALTH_CARD = re.compile(rf"[A-Z]{{2}}{JOIN}?[1-5](?:{_GROUP}\d){{12}}(?![^\W_])")
"""A card of health insurance: a class of persons in two letters, the share that is paid, and twelve more digits."""

INSURANCE_SIGNS = ("bhyt", "bhxh", "bảo hiểm", "bao hiem")
INSURANCE = re.compile(
    r"(?:bhyt|bhxh|bảo\s+hiểm(?:\s+(?:y\s+tế|xã\s+hội))?|bao\s+hiem(?:\s+(?:y\s+te|xa\s+hoi))?)(?![^\W_])"
    rf"[^\d\n]{{0,30}}?(?<![^\W_])(?P<value>(?:[A-Z]{{2}}{JOIN}?)?\d(?:{_GROUP}\d){{9}}(?:(?:{_GROUP}\d){{3}}|(?:{_GROUP}\d){{5}})?){_END}{_NO_MONEY}",
    re.IGNORECASE,
)

TAX_SIGNS = ("mst", "mã số thuế", "mã thuế", "ma so thue")
TAX = re.compile(
    r"(?P<label>(?:mst|mã\s+(?:số\s+)?thuế|ma\s+so\s+thue)(?:\s+(?:tncn|cá\s+nhân|ca\s+nhan|thu\s+nhập\s+cá\s+nhân|của\s+(?:ông|bà|anh|chị)))?)(?![^\W_])"
    rf"[^\d\n]{{0,40}}?(?<![^\W_])(?P<value>\d(?:{_GROUP}\d){{9}}(?:(?:{_GROUP}\d){{2,3}})?){_END}{_NO_MONEY}",
    re.IGNORECASE,
)
OF_A_PERSON = re.compile(
    r"(?<![^\W_])(?:tncn|cá\s+nhân|ca\s+nhan|ông|bà|anh|chị|hộ\s+kinh\s+doanh|người\s+nộp\s+thuế)(?![^\W_])",
    re.IGNORECASE,
)

_SERIES = r"[1-9]\d\s?[-–]?\s?(?:[A-Z]{1,2}|[A-Z]\d)"
PLATE = re.compile(rf"(?<![^\W_])(?<![\d.,/-]){_SERIES}[\s.–-]{{0,3}}\d{{3}}\.\d\d(?![^\W_])(?![.,]\d)")
"""A number plate as it is painted: 29A-123.45, 29-X1 123.45."""
PLATE_SIGNS = ("biển số", "biển kiểm soát", "bks", "bien so", "biển đăng ký")
LABELLED_PLATE = re.compile(
    r"(?:biển\s+(?:số|kiểm\s+soát|đăng\s+ký)|bks|bien\s+so)(?![^\W_])"
    rf"[^\d\n]{{0,25}}?(?<![^\W_])(?P<value>{_SERIES}[\s.–-]{{0,3}}\d{{2,3}}[.\s]?\d{{2}})(?![^\W_])",
    re.IGNORECASE,
)

PATIENT_SIGNS = ("bệnh án", "bệnh nhân", "mã y tế")
PATIENT = re.compile(
    r"(?:(?:số|mã)\s+(?:hồ\s+sơ\s+)?bệnh\s+(?:án|nhân)|bệnh\s+án\s+số|mã\s+y\s+tế)(?![^\W_])[^\d\n]{0,15}?(?<![^\W_])(?P<value>[A-Z]{0,3}\d[\d./-]{3,})",
    re.IGNORECASE,
)

_NAME = rf"(?:{_FAMILY})(?:\s+(?!UBND)[A-ZĐÀ-Ỹ][\w]*){{1,4}}"
_ILLNESS = r"(?:ung\s+thư|nhiễm\s+hiv|viêm\s+gan|tâm\s+thần|trầm\s+cảm|tiểu\s+đường|động\s+kinh|suy\s+thận|nghiện|bại\s+liệt|tự\s+kỷ|khuyết\s+tật)"
_AILMENT = (
    r"(?:(?:bị|mắc|nhiễm|điều\s+trị)\s+(?:bệnh\s+)?(?:[\w-]+\s+)?(?:ung\s+thư|hiv|lao|viêm\s+gan|tâm\s+thần|trầm\s+cảm|tiểu\s+đường|động\s+kinh|suy\s+thận|"
    r"nghiện|ma\s+t[uú]ý|tai\s+biến|bại\s+liệt|down|tự\s+kỷ)|nhiễm\s+hiv|khuyết\s+tật\s+(?:đặc\s+biệt\s+)?nặng|bệnh\s+hiểm\s+nghèo)"
)
AILING_SIGNS = ("ung thư", "hiv", "viêm gan", "tâm thần", "trầm cảm", "tiểu đường", "động kinh", "suy thận", "nghiện", "ma tuý", "ma túy",
                "tai biến", "bại liệt", "tự kỷ", "khuyết tật", "hiểm nghèo", "bệnh lao", "mắc lao", "nhiễm lao")  # fmt: skip  # words of a list, read as a paragraph
AILING = re.compile(
    rf"(?i:(?<![^\W_])(?:ông|bà|anh|chị|em|cháu|bé))\s+(?P<value>{_NAME})(?:[^.\n]{{0,60}}?(?i:{_AILMENT})|\s*[,–(-]\s*(?i:{_ILLNESS}))(?![^\W_])"
)
"""Somebody's name and what ails them."""

NAMED_BIRTH = re.compile(
    rf"(?<![^\W_])(?P<name>{_NAME})\s*[,(–-]\s*(?P<day>\d{{1,2}})[/.-](?P<month>\d{{1,2}})[/.-](?P<year>19\d\d|200\d|201[0-4])(?![\d/])"
)
"""A day of birth behind a name, without a word that says so."""

NAMED_BIRTH_YEAR = re.compile(
    rf"(?<![^\W_]){_NAME}\s*[,(–-]?\s*(?i:sinh)\s*(?:(?i:năm)\s*)?(?P<value>19\d\d|20[01]\d)(?![\d/])"
)
"""A name and the year of birth."""

LETTERED_SIGNS = ("cccd", "cmnd", "căn cước", "sđt", "điện thoại", "đt", "zalo")
LETTERED = re.compile(
    rf"(?:cccd|cmnd|căn\s+cước|s?đt|điện\s+thoại|zalo)(?![^\W_])[^\w\n]{{0,5}}(?:số\s+)?(?<![^\W_])(?P<value>[\doil](?:{JOIN}?[\doil]){{8,11}})(?![^\W_])",
    re.IGNORECASE,
)
"""Digits of which some are letters that look like them."""

SPOKEN_SIGNS = ("không",)
_SPOKEN = "không một hai ba bốn tư năm lăm sáu bảy bẩy tám chín"
SPOKEN = re.compile(
    rf"(?<![^\W_])(?:(?:(?:{'|'.join(_SPOKEN.split())})(?![^\W_])|\d)[\s.,–-]{{0,3}}){{9,13}}(?![^\W_])", re.IGNORECASE
)
"""Digits as they are read out, perhaps with figures among them."""
DIGIT_OF = {"không": "0", "một": "1", "hai": "2", "ba": "3", "bốn": "4", "tư": "4", "năm": "5", "lăm": "5", "sáu": "6", "bảy": "7",
            "bẩy": "7", "tám": "8", "chín": "9"}  # fmt: skip  # digits in words, side by side
SPACED_ID = re.compile(rf"{_START}0(?:{JOIN}\d){{11}}{_END}|{_START}0\d{{2}}(?:[_|/]\d{{3}}){{3}}{_END}")
"""A citizen's number with something behind each digit, or in groups that are parted by other signs."""

SIGNS = (
    *ID_SIGNS, *PHONE_SIGNS, *EMAIL_SIGNS, *BIRTH_SIGNS, *ACCOUNT_SIGNS, *SERIAL_SIGNS, *LAND_BOOK_SIGNS, *PARCEL_SIGNS, *HOLDER_SIGNS,
    *INSURANCE_SIGNS, *TAX_SIGNS, *PLATE_SIGNS, *PATIENT_SIGNS, *AILING_SIGNS, *LETTERED_SIGNS, *SPOKEN_SIGNS,
)  # fmt: skip  # names of a list, read as a paragraph
"""All of them."""

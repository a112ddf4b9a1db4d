"""Personal data in a text: one look at cheap signs, then only the expressions that these call for. Pure."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator

from site_gen.outputs.privacy import patterns, registers
from site_gen.outputs.privacy.first_look import Text, held_by
from site_gen.outputs.privacy.hit import (
    ACCOUNT,
    BIRTH,
    EMAIL,
    HOLDER,
    ID,
    LAND,
    PHONE,
    Hit,
    at_signs,
    digits,
    hit_of,
    key,
    near,
)

_ODD = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad\uff01-\uff5e\U0001d7ce-\U0001d7ff]")
"""Letters that nobody sees, and such as are ordinary ones in another width or weight."""
_UNSEEN = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")


def readable(text: str) -> str:
    """The text as a reader takes it: composed letters, ordinary digits, nothing invisible inside a number."""
    if not text.isascii():
        if _ODD.search(text):
            text = unicodedata.normalize("NFKC", _UNSEEN.sub("", text))
        elif not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
        text = text.replace("\u00a0", " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def scan(text: str) -> list[Hit]:
    """Every personal value of a text, in the order in which they stand; of two over one place the graver one."""
    text = readable(text)
    low = text.lower()
    if len(low) != len(text):  # a letter that grows in lower case would shift every place
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    looked = Text(text, low, held_by(text))
    found: list[Hit] = []
    for look in _LOOKS:
        for hit in look(looked):
            at = bisect(found, hit.start, key=lambda other: other.start)
            before, behind = found[at - 1] if at else None, found[at] if at < len(found) else None
            if (before is None or before.end <= hit.start) and (behind is None or hit.end <= behind.start):
                found.insert(at, hit)
    return found


def masked_line(line: str, places: Iterable[tuple[int, int]] = ()) -> str:
    """A line of a file with every personal value dotted out but for its ends, and what stands at `places`; as long as before."""
    for start, end in places:
        line = line[:start] + _dotted(line[start:end]) + line[end:]
    for hit in scan(line):
        line = line.replace(hit.text, _dotted(hit.text))
    return _ANY_LONG.sub(lambda number: _dotted(number[0]), _ANY_MAIL.sub(lambda mail: _dotted(mail[0]), line))


_ANY_LONG = re.compile(r"\d(?:[^\w\n]{0,4}\d){7,}")
_ANY_MAIL = re.compile(r"[\w.+\-]+(?=@)")


def _dotted(text: str) -> str:
    last = len(text) - 3 if len(text) > 8 else len(text)
    return "".join("•" if c.isalnum() and 2 <= place < last else c for place, c in enumerate(text))


_PROVINCE_CODES = (
    "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 "
    "045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 "
    "092 093 094 095 096"
)
_PROVINCES = frozenset(_PROVINCE_CODES.split())
"""Thông tư 59/2021/TT-BCA: the codes of provinces by which citizens' numbers begin."""


_LONG = tuple(re.compile(sign + r"\(?\d(?:[^\w\n]{0,3}\d){7}") for sign in (r"0", r"\+"))
"""Nine digits behind a zero or a plus: without them there is no phone and no citizen's number. One sign is looked for faster than two."""


def _numbers(looked: Text) -> Iterator[Hit]:
    text = looked.text
    places = sorted([match.start() for long in _LONG for match in long.finditer(text)])
    if places:
        yield from _citizen_ids(text, places)
        yield from _phones(text, places)


def _citizen_ids(text: str, places: list[int]) -> Iterator[Hit]:
    for match in near(text, places, patterns.CITIZEN_ID, 2, 60):
        yield hit_of(ID, match)
    for match in near(text, places, patterns.CITIZEN_ID_GROUPED, 2, 60):
        number = digits(match[0])
        parts = re.findall(r"\d+", match[0])
        # 001 002 003 004 is a row of a table; a person's number has a province, a century and two random ends.
        if number[:3] in _PROVINCES and number[3] in "0123" and not all(part[0] == "0" for part in parts):
            yield hit_of(ID, match)


def _labelled_ids(looked: Text) -> Iterator[Hit]:
    for match in at_signs(looked, patterns.ID_SIGNS, patterns.LABELLED_ID):
        value = match["value"]
        passport = value[0].isalpha() and len(digits(value)) == 7 and "chi" in match["label"].lower()
        if passport or (not value[0].isalpha() and len(digits(value)) in (9, 12) and not _amount(looked.text, match)):
            yield hit_of(ID, match, "value")


_TAX = re.compile(r"(?:mã\s+số\s+thuế|mst|mã\s+số\s+(?:doanh\s+nghiệp|dn)|đkkd)[^\d\n]{0,20}$", re.IGNORECASE)
_INSTITUTION = re.compile(r"^0\d{9}$")


def _phones(text: str, places: list[int]) -> Iterator[Hit]:
    for match in near(text, places, patterns.PHONE, 3, 60):
        if _INSTITUTION.match(match[0]) and _TAX.search(text, max(0, match.start() - 45), match.start()):
            continue  # an enterprise's tax code has the same ten digits
        yield hit_of(PHONE, match)


def _labelled_phones(looked: Text) -> Iterator[Hit]:
    for match in at_signs(looked, patterns.PHONE_SIGNS, patterns.LABELLED_PHONE):
        value = key(match["value"])
        if re.fullmatch(r"0[2-9]\d{8,9}|01\d{9}", value):
            yield hit_of(PHONE, match, "value", value)
        elif re.fullmatch(r"[35789]\d{8}", value) and not _thousands(match["value"]):
            yield hit_of(PHONE, match, "value", "0" + value)  # a spreadsheet that took it for a number lost the zero


_AT = re.compile(r"\s?(?:[(\[]\s?(?:at|@|a còng)\s?[)\]]|@)\s?", re.IGNORECASE)


def _emails(looked: Text) -> Iterator[Hit]:
    places = sorted(place for sign in patterns.EMAIL_SIGNS for place in looked.places_of(sign))
    for match in near(looked.text, places, patterns.EMAIL, 80, 160):
        yield hit_of(EMAIL, match, value=key(_AT.sub("@", match[0]).lstrip(".")))


_NO_BIRTH = re.compile(
    r"(?:phát|vệ|khai|học|thí|hộ|ký|kí|hy|nảy|tái|trường|dân|phục|kháng|giáo|mưu|tiểu|môn|diễn|hóa|hoá|an)\s+$",
    re.IGNORECASE,
)
_ANYBODY = re.compile(
    r"(?:công\s+dân|thanh\s+niên|trẻ(?:\s+em)?|người|học\s+sinh|đối\s+tượng|cháu|em)(?:\s+(?:nam|nữ))?\s+$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:đến|trở|-|–|,\s*\d{4}|và\s+\d{4})", re.IGNORECASE)


def _births(looked: Text) -> Iterator[Hit]:
    text = looked.text
    places = sorted(place for sign in patterns.BIRTH_SIGNS for place in looked.places_of(sign))
    for match in near(text, places, patterns.BIRTH, 30, 80):
        before = text[max(0, match.start() - 20) : match.start()]
        if match["label"].lower().startswith("sinh") and _NO_BIRTH.search(before):
            continue
        if match["only"]:
            label = match["label"].lower()
            generic = _ANYBODY.search(before) or _RANGE.match(text, match.end())
            if generic or label == "sinh" or label.endswith(("ngày", "ngay")):
                continue
            yield hit_of(BIRTH, match, "only", digits(match["only"]))
            continue
        day, month = int(match["day"]), int(match["month"])
        if 1 <= day <= 31 and 1 <= month <= 12:
            start, end = match.start("day"), match.end("year")
            yield Hit(BIRTH, f"{day:02d}{month:02d}{digits(match['year'])}", text[start:end], start, end)


def _accounts(looked: Text) -> Iterator[Hit]:
    for match in at_signs(looked, patterns.ACCOUNT_SIGNS, patterns.ACCOUNT):
        said = sum(c.isalpha() for c in match["gap"])
        if said and (len(digits(match["value"])) < 8 or _thousands(match["value"])):
            continue
        yield hit_of(ACCOUNT, match, "value")


def _land(looked: Text) -> Iterator[Hit]:
    for match in at_signs(looked, patterns.SERIAL_SIGNS, patterns.LAND_SERIAL):
        if match["value"][0].isupper():  # “gcn đ 123456” is a word and an amount
            yield hit_of(LAND, match, "value")
    for match in at_signs(looked, patterns.LAND_BOOK_SIGNS, patterns.LAND_BOOK):
        yield hit_of(LAND, match, "value")
    for match in at_signs(looked, patterns.PARCEL_SIGNS, patterns.PARCEL):
        if patterns.SOMEBODY.search(looked.text, max(0, match.start() - 160), match.end() + 160):
            yield hit_of(LAND, match)


def _holders(looked: Text) -> Iterator[Hit]:
    for match in at_signs(looked, patterns.HOLDER_SIGNS, patterns.HOLDER):
        yield hit_of(HOLDER, match, "value")


def _amount(text: str, match: re.Match[str]) -> bool:
    """Whether what follows a word for an identity card is an amount: in thousands, and with other words between the two."""
    between = text[match.end("label") : match.start("value")].lower().replace("số", "")
    return _thousands(match["value"]) and match["value"][0] != "0" and any(c.isalpha() for c in between)


def _thousands(text: str) -> bool:
    """Whether a number is written as an amount is: 1.250.000."""
    return re.fullmatch(r"\d{1,3}(?:\.\d{3})+", text) is not None


_LOOKS: tuple[Callable[[Text], Iterator[Hit]], ...] = (
    _labelled_ids,
    registers.numbers,
    _accounts,
    _births,
    registers.named_births,
    _numbers,
    registers.spelt,
    _labelled_phones,
    _emails,
    _land,
    registers.ailing,
    _holders,
)
"""What to look for; over one place the first of them speaks."""

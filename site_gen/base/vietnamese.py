"""Vietnamese text: slugs, folding for comparison, collation, dates and numbers as officials write them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

NBSP = "\u00a0"
_BASE = {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONE = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # huyền hỏi ngã sắc nặng
_LETTER_MARKS = "\u0306\u0302\u031b"  # breve, circumflex, horn: they make another letter


_MARKS = re.compile("[\u0300-\u034e\u0350-\u036f]")
"""The marks of Vietnamese among them; U+034F joins letters and is no mark."""


def strip_marks(text: str) -> str:
    """Letters without tone or letter marks; đ by hand, for NFD does not split it."""
    if text.isascii():
        return text
    plain = _MARKS.sub("", unicodedata.normalize("NFD", text)).replace("đ", "d").replace("Đ", "D")
    return plain if plain.isascii() else "".join(c for c in plain if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """A key for searching and suggesting, and for the words of closed lists; names are compared by `names.name_key`.

    Lower case, no marks, `&` as `và`, dashes and slashes as spaces, single spaces: what somebody types without marks
    is found, and Thôn Hà meets Thôn Hạ.
    """
    plain = strip_marks(unicodedata.normalize("NFC", text)).lower().replace("&", " va ")
    return " ".join(re.findall(r"[a-z0-9]+", plain))


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """`Cải cách thể chế` becomes `cai-cach-the-che`; empty where nothing is left."""
    return "-".join(re.findall(r"[a-z0-9]+", strip_marks(text).lower()))


def safe_name(name: str) -> str:
    """A file's name as it may stand in an address: small letters without marks, its ending kept."""
    stem, dot, ending = name.rpartition(".")
    return (slug(stem) or "tep") + f".{ending.lower()}" if dot else slug(name) or "tep"


@lru_cache(maxsize=4096)
def excerpt(text: str, most: int) -> str:
    """A text of at most `most` letters; a longer one ends between two words, with `…`."""
    if len(text) <= most:
        return text
    begun = text[: most - 1]
    blank = begun.rfind(" ", most // 2)
    return begun[: blank if blank > 0 else None].rstrip(" ,;:.") + "…"


@cache
def _weight(letter: str) -> tuple[str, str]:
    """The place of a letter among letters, and of its tone among tones."""
    parts = unicodedata.normalize("NFD", letter.lower())
    base, tone = parts[0], 0
    for mark in parts[1:]:
        if mark in _LETTER_MARKS:
            base = unicodedata.normalize("NFC", base + mark)
        elif mark in _TONE:
            tone = _TONE[mark]
    if base in _BASE:
        return _LETTER + chr(_BASE[base]), chr(tone)
    return (_OTHER if base.isalnum() else _SIGN) + base[0], chr(tone)


_SIGN, _NUMBER, _LETTER, _OTHER = map(chr, range(4))
"""What goes before what in a dictionary; the place within follows."""


def _number_weight(piece: str) -> tuple[str, str]:
    """The place of a number, by its size: the longer one is larger. It has no tone."""
    digits = str(int(piece))
    return _NUMBER + chr(len(digits)) + digits, chr(0)


@lru_cache(1 << 14)
def sort_key(text: str) -> tuple[str, str, str]:
    """Dictionary order of Vietnamese: letters first (a ă â … đ …), then tones, then case; numbers by their size.

    A number stands before letters, so `Thôn 2`, `Thôn 10`, `Thôn Ao`.
    """
    text = unicodedata.normalize("NFC", text)
    if _DIGIT.search(text):
        pieces = _PIECES.findall(text)
        weights = [_number_weight(piece) if piece.isdecimal() else _weight(piece) for piece in pieces]
    else:
        weights = list(map(_weight, text))
    return "".join([place for place, _ in weights]), "".join([tone for _, tone in weights]), text.swapcase()


_DIGIT = re.compile(r"\d")
_PIECES = re.compile(r"\d{1,100}|.", re.DOTALL)


def natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Order of item numbers: `2.9` before `2.10`, `I` as written."""
    return tuple((0, int(p), "") if p.isdecimal() else (1, 0, p) for p in re.findall(r"\d+|[^\d.]+", text))


def show_date(day: date) -> str:
    """dd/mm/yyyy."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def show_number(value: Decimal | int, places: int | None = None) -> str:
    """Decimal comma, points between thousands: `1.234.567,5`. `places` fixes the digits after the comma."""
    number = Decimal(value)
    text = f"{number:,.{places}f}" if places is not None else f"{number:,f}"
    whole, _, rest = text.partition(".")
    rest = rest.rstrip("0") if places is None else rest
    return whole.replace(",", ".") + ("," + rest if rest else "")


def show_change(value: Decimal | int) -> str:
    """A difference with its sign, a true minus: `+2,5`, `−1`, `0`."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return sign + show_number(-value if value < 0 else value)


_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def _three(n: int, full: bool) -> list[str]:
    hundreds, tens, ones = n // 100, n // 10 % 10, n % 10
    words: list[str] = []
    if hundreds or full:
        words += [_DIGITS[hundreds], "trăm"]
    if tens == 0 and ones and words:
        words.append("linh")
    elif tens == 1:
        words.append("mười")
    elif tens > 1:
        words += [_DIGITS[tens], "mươi"]
    if ones == 1 and tens > 1:
        words.append("mốt")
    elif ones == 5 and tens:
        words.append("lăm")
    elif ones:
        words.append(_DIGITS[ones])
    return words


def number_in_words(n: int) -> str:
    """`406` becomes `bốn trăm linh sáu`. For 0 ≤ n < 10^18."""
    if not 0 <= n < 10**18:
        raise ValueError(n)
    if n == 0:
        return _DIGITS[0]
    billions, rest = divmod(n, 10**9)
    words = [number_in_words(billions), "tỷ"] if billions else []
    for power, name in ((10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        group = rest // power % 1000
        if group:
            words += [*_three(group, full=bool(words)), *([name] if name else [])]
    return " ".join(words)


_SAME_WORDS = {"le": "linh", "tu": "bon", "ngan": "nghin", "ti": "ty", "nham": "lam"}


def same_words(declared: str, n: int, unit: str) -> bool:
    """Whether an amount in words says `n` `unit`, whichever way it is spelt (linh/lẻ, nghìn/ngàn)."""
    says = [_SAME_WORDS.get(w, w) for w in fold(declared.rstrip("./ ")).split()]
    means = [_SAME_WORDS.get(w, w) for w in fold(f"{number_in_words(n)} {unit}").split()]
    return [w for w in says if w not in ("chan",)] == means

"""Numbers as officials write them, kept beside their own wording; units of money, and rows that are totals."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import excerpt, fold, show_number
from site_gen.model.choice import Choice
from site_gen.model.refusing import typed, wrong

MOST_DIGITS = 24
"""A whole number is at most so long, with its points."""


_GROUPED = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+")
_BLANK = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
"""A blank between thousands, as Excel may show it."""
_BY_COMMA = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?")
_WORDED = re.compile(r"(\d[\d.]*(?:,\d+)?)\s*(k|nghìn|ngàn|triệu|tr|tỷ|tỉ)\.?", re.IGNORECASE)
_TIMES = {"k": 3, "nghìn": 3, "ngàn": 3, "triệu": 6, "tr": 6, "tỷ": 9, "tỉ": 9}


def whole(value: object) -> object:
    """A whole number; points group thousands."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = _BLANK.sub(".", typed(value))
    if len(text) > MOST_DIGITS:  # beyond a few thousand Python itself refuses, in its own words
        wrong(msg("`{value}` is too long for a number", value=excerpt(text, MOST_DIGITS)), msg("check the digits"))
    if re.fullmatch(r"[+-]?\d+", text):
        return int(text)
    if _GROUPED.fullmatch(text):
        return int(text.replace(".", ""))
    wrong(
        msg("`{value}` is not a whole number", value=excerpt(text, 60)),
        msg("write digits only, for example `12` or `8.000`"),
    )


def year(value: object) -> object:
    """A year of four digits."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = typed(value)
    if not re.fullmatch(r"(?:19|20)\d\d", text):
        wrong(msg("`{value}` is not a year", value=excerpt(text, 60)), msg("write four digits, for example `2023`"))
    return int(text)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number together with the way the document writes it."""

    value: Decimal
    verbatim: str

    def __str__(self) -> str:
        return show_number(self.value)


def score(value: object) -> object:
    """Scores and percentages: comma or point is the decimal mark; thousands are not grouped."""
    if isinstance(value, Figure):
        return value
    text = typed(value)
    number = text.removesuffix("%").strip()
    if not re.fullmatch(r"[+-]?\d+(?:[.,]\d{1,4})?", number):
        wrong(
            msg("`{value}` is not a number", value=excerpt(text, 60)),
            msg("write it with a decimal comma, for example `73,25`"),
        )
    if re.fullmatch(r"[+-]?\d{1,3}[.,]\d{3}", number):
        wrong(
            msg("`{value}` can be read in two ways: as thousands or as a decimal", value=excerpt(text, 60)),
            msg(
                "write `{plain}` for thousands or `{decimal}` for the decimal",
                plain=re.sub("[.,]", "", number),
                decimal=_decimal(number),
            ),
        )
    return Figure(Decimal(number.replace(",", ".")), text)


def _decimal(number: str) -> str:
    """The number so that it can only be a decimal: never three digits behind the comma."""
    short = number.replace(".", ",").rstrip("0").rstrip(",")
    return short + "0" if re.search(r",\d{3}$", short) else short


def amount(value: object) -> object:
    """Money: points group thousands (`8.000` is eight thousand), the comma is the decimal mark."""
    if isinstance(value, Figure):
        return value
    text = typed(value)
    number = _bare(text)
    if not _AMOUNT.fullmatch(number):
        wrong(msg("`{value}` is not an amount of money", value=excerpt(text, 60)), _as_amount(number))
    return Figure(Decimal(number.replace(".", "").replace(",", ".")), text)


def dong(value: object) -> object:
    """Money in đồng: words say the thousands, too (`1,5 triệu`, `15 nghìn`, `10k`)."""
    if isinstance(value, Figure):
        return value
    text = typed(value)
    number = _in_dong(_bare(text))
    return amount(value) if number is None else Figure(number, text)


_AMOUNT = re.compile(r"(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d{1,2})?")


def _bare(text: str) -> str:
    """The number of an amount, without its đồng."""
    return re.sub(r"\s*(?:đồng|đ|vnđ|vnd)\.?$", "", _BLANK.sub(".", text), flags=re.IGNORECASE)


def _in_dong(text: str) -> Decimal | None:
    """What words such as `15 nghìn` come to, None where they say something else."""
    hit = _WORDED.fullmatch(text)
    if hit is None or not re.fullmatch(r"(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?", hit[1]):
        return None
    number = Decimal(hit[1].replace(".", "").replace(",", ".")).scaleb(_TIMES[hit[2].lower()])
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else None


def _as_amount(text: str) -> Message:
    """How an amount that cannot be read is written, with its own figure where that is sure."""
    if (number := _in_dong(text)) is not None and (hit := _WORDED.fullmatch(text)):
        return msg(
            "write it in the unit of the table: `{dong}` where that is đồng, `{number}` where it is {unit}",
            dong=show_number(number),
            number=hit[1],
            unit={3: "nghìn đồng", 6: "triệu đồng", 9: "tỷ đồng"}[_TIMES[hit[2].lower()]],
        )
    if _BY_COMMA.fullmatch(text):
        return msg(
            "points separate thousands and a comma separates decimals: `{number}`",
            number=text.replace(".", "\0").replace(",", ".").replace("\0", ","),
        )
    if len(parts := re.split(r"\s*/\s*", text, maxsplit=1)) == 2 and _AMOUNT.fullmatch(_bare(parts[0])):
        return msg("write only `{number}` here and `{per}` under `per`", number=_bare(parts[0]), per=parts[1])
    return msg("points separate thousands and a comma separates decimals, for example `1.250.000` or `8,5`")


class MoneyUnit(Choice):
    """The unit in which a table's money columns are written."""

    DONG = "dong", "đồng"
    THOUSAND = "thousand", "nghìn đồng"
    MILLION = "million", "triệu đồng"

    @property
    def in_dong(self) -> int:
        """How many đồng one of it is."""
        return {MoneyUnit.DONG: 1, MoneyUnit.THOUSAND: 1_000, MoneyUnit.MILLION: 1_000_000}[self]


_TOTAL = re.compile(r"tong cong|tong so|cong tong")
_TOTAL_IN_ONE_WORD = {"tổng", "cộng", "tong", "cong"}
"""Without marks only as a whole word that nobody marked: `Công` and `Cống` are other words."""
_OF_WHAT = re.compile(
    r"[\s:.;*]*(?:\([^()]*\)|\b(?:chung|cả|toàn (?:xã|phường|huyện|tỉnh|bộ)|[IVX]+|[A-Z]))?[\s:.;*]*$"
)


def is_total(text: str) -> bool:
    """Whether a row says that it is the sum of the others: `Tổng cộng`, `Tổng số`, `Cộng`, `Tổng`, however they are spelt."""
    plain = _OF_WHAT.sub("", unicodedata.normalize("NFC", text).strip(" :.*-–"), count=1).strip()
    return plain.lower() in _TOTAL_IN_ONE_WORD or _TOTAL.fullmatch(fold(plain)) is not None

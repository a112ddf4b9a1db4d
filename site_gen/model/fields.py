"""Field types. Every scalar arrives as the text the author typed; the type decides what it means.

Pydantic's own number and date parsing is not used: it reads a fee of `8.000` đồng as 8 and
`1719792000` as a date. A type refuses with :class:`Wrong`, which says what is wrong with the
actual value and how to write it instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from typing import Annotated, Any, NoReturn, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import excerpt, fold, show_date, show_number

WRONG = "sitegen_wrong"  # the pydantic error type under which our own refusals travel


def wrong(message: Message, hint: Message) -> NoReturn:
    """Refuse a value, from inside a validator."""
    raise PydanticCustomError(WRONG, "{text}", {"text": str(message), "message": message, "hint": hint})


class Model(BaseModel):
    """Base of every model: frozen, no unknown keys, built when first used."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, defer_build=True, arbitrary_types_allowed=True, hide_input_in_errors=True
    )


def field(label: str, help: str, default: Any = ..., aliases: tuple[str, ...] = ()) -> Any:
    """A field with its Vietnamese label and help.

    Args:
        label: What forms, table headers and messages call the field.
        help: One sentence for the editor.
        default: Value where the key is absent; without one the key is required.
        aliases: Other names people write, for "did you mean".
    """
    return Field(
        default,
        title=label,
        description=help,
        json_schema_extra={"x-aliases": list(aliases)} if aliases else None,
    )


_NOTHINGS = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))  # invisible, pasted along from web pages and Word


def _typed(value: object) -> str:
    if isinstance(value, str):
        return value.translate(_NOTHINGS).strip()
    if value is None:
        wrong(msg("a value is missing here"), msg("write the value after the colon, or delete the line"))
    wrong(
        msg("expected one line of text, found {found}", found=found(value)),
        msg("write a single value after the colon"),
    )


def found(value: object) -> Message:
    """What a value of the wrong shape is, in words."""
    if isinstance(value, dict):
        return msg("a group of keys")
    if isinstance(value, list):
        return msg("a list")
    return msg("nothing")


def _text(value: object) -> object:
    return value if not isinstance(value, str | dict | list | type(None)) else _typed(value)


def _line(value: object) -> str:
    text = _typed(value)
    if not text:
        wrong(msg("this text is empty"), msg("write the text, or delete the line"))
    if any(ord(c) < 32 and c not in "\n\t" for c in text):
        wrong(msg("the text holds an invisible control character"), msg("retype the text by hand"))
    return " ".join(text.replace("\u00a0", " ").split())


def _prose(value: object) -> str:
    return _typed(value)


def _slug(value: object) -> str:
    text = _typed(value)
    if not re.fullmatch(r"[a-z0-9]+(?:[.-][a-z0-9]+)*", text) or len(text) > 80:
        wrong(
            msg("`{value}` cannot be an id", value=excerpt(text, 60)),
            msg("use small letters without marks, digits, `-` and `.`, for example `nv-2.1`"),
        )
    return text


MOST_DIGITS = 24
"""A whole number is at most so long, with its points."""
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+")


def _whole(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = _typed(value)
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


def _year(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = _typed(value)
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


def _score(value: object) -> object:
    """Scores and percentages: comma or point is the decimal mark; thousands are not grouped."""
    if isinstance(value, Figure):
        return value
    text = _typed(value)
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


def _amount(value: object) -> object:
    """Money: points group thousands (`8.000` is eight thousand), the comma is the decimal mark."""
    if isinstance(value, Figure):
        return value
    text = _typed(value)
    number = re.sub(r"\s*(?:đồng|đ|vnđ|vnd)\.?$", "", text, flags=re.IGNORECASE)
    if not re.fullmatch(r"(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d{1,2})?", number):
        wrong(
            msg("`{value}` is not an amount of money", value=excerpt(text, 60)),
            msg("points part the thousands and a comma the decimals, for example `1.250.000` or `8,5`"),
        )
    return Figure(Decimal(number.replace(".", "").replace(",", ".")), text)


_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _day(text: str) -> date | None:
    for pattern, order in (
        (r"(?:ngày\s+)?(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})", (3, 2, 1)),
        (r"(\d{4})-(\d{1,2})-(\d{1,2})", (1, 2, 3)),
        (r"(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", (3, 2, 1)),
    ):
        hit = re.fullmatch(pattern, text, flags=re.IGNORECASE)
        if hit:
            y, m, d = (int(hit[i]) for i in order)
            try:
                return date(y, m, d)
            except ValueError:
                wrong(
                    msg("there is no day `{value}`", value=excerpt(text, 60)),
                    msg("check the day and the month; dates are written day/month/year, for example `05/01/2023`"),
                )
    return None


def _date(value: object) -> object:
    if isinstance(value, date):
        return value
    text = _typed(value)
    day = _day(text)
    if day is None:
        wrong(
            msg("`{value}` is not a whole date", value=excerpt(text, 60)),
            msg("write day/month/year, for example `05/01/2023`"),
        )
    return day


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which a document may give only the month or only the year."""

    year: int
    month: int | None
    day: int | None
    verbatim: str

    @property
    def first(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def exact(self) -> date | None:
        """The day itself where it is whole."""
        return date(self.year, self.month, self.day) if self.month and self.day else None

    def __str__(self) -> str:
        if exact := self.exact:
            return show_date(exact)
        return f"tháng {self.month:02d}/{self.year}" if self.month else f"năm {self.year}"


def _partial(value: object) -> object:
    if isinstance(value, PartialDate):
        return value
    text = _typed(value)
    if day := _day(text):
        return PartialDate(day.year, day.month, day.day, text)
    hit = re.fullmatch(r"(?:(?:tháng\s+)?(\d{1,2})(?:\s*[/-]\s*|\s+năm\s+))?(?:năm\s+)?(\d{4})", text, re.IGNORECASE)
    if not hit or not 1 <= int(hit[1] or 1) <= 12:
        wrong(
            msg("`{value}` is not a date", value=excerpt(text, 60)),
            msg("write `05/01/2023`, `tháng 01/2023` or `2023`"),
        )
    return PartialDate(int(hit[2]), int(hit[1]) if hit[1] else None, None, text)


_YES = {"co", "yes", "true", "dung"}
_NO = {"khong", "no", "false", "sai"}


def _yes_no(value: object) -> object:
    if isinstance(value, bool):
        return value
    key = fold(_typed(value))
    if key not in _YES | _NO:
        wrong(msg("`{value}` is neither yes nor no", value=excerpt(str(value), 60)), msg("write `có` or `không`"))
    return key in _YES


class Choice(StrEnum):
    """One of a few values, each with its Vietnamese label; content may use either."""

    label: str
    english: str

    def __new__(cls, value: str, label: str, english: str = "") -> Self:
        """A member written as `NAME = "value", "label"`, with its English words where the value is too short for them."""
        self = str.__new__(cls, value)
        self._value_ = value
        self.label = label
        self.english = english or value.replace("_", " ")
        return self

    @classmethod
    def read(cls, value: object) -> Self:
        """The member meant by a value or a label, whichever way it is spelt."""
        if isinstance(value, cls):
            return value
        text = _typed(value)
        for member in cls:
            if text in (member.value, member.label):
                return member
        key = fold(text)  # signs such as `>=` fold to nothing and are compared as written only
        for member in cls:
            if key and key in (fold(member.value), fold(member.label)):
                return member
        choices = ", ".join(f"{m.value} ({m.label})" for m in cls)
        near = cls._near(key)
        wrong(
            msg("`{value}` is not one of the choices", value=excerpt(text, 60)),
            msg("did you mean `{near}`? The choices are: {choices}", near=near.label, choices=choices)
            if near
            else msg("choose one of: {choices}", choices=choices),
        )

    @classmethod
    def _near(cls, key: str) -> Self | None:
        """The one member of whose label the key is a word, else the one that is spelt most alike."""
        names = {fold(text): member for member in cls for text in (member.value, member.label)}
        worded = {names[name] for name in names if key and f" {key} " in f" {name} "}
        if len(worded) == 1:
            return worded.pop()
        close = get_close_matches(key, names, 1, 0.7)
        return names[close[0]] if close else None

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Reads through `read`; in JSON Schema the values and labels are both offered."""
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: Any) -> dict[str, Any]:
        """The values, with the labels as their descriptions."""
        return {
            "type": "string",
            "enum": [m.value for m in cls] + [m.label for m in cls if m.label != m.value],
            "x-labels": {m.value: m.label for m in cls},
        }


@dataclass(frozen=True, slots=True)
class RefTo:
    """Marks a text field as a reference to an entry of `kind`, by id, name or alias."""

    kind: str


@dataclass(frozen=True, slots=True)
class FileIn:
    """Marks a text field as a path below the site's `files/` folder."""


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """Marks a text field that the page shows as Markdown."""


def _url(value: object) -> str:
    text = _typed(value)
    if not re.match(r"(?:https?://[^\s/]+|mailto:\S+@|tel:\+?\d)", text, re.IGNORECASE) or re.search(r"[\s<>\"]", text):
        wrong(
            msg("`{value}` is not a link that may be published", value=excerpt(text, 80)),
            msg("write a full address that begins with `https://`"),
        )
    return text


def _file(value: object) -> str:
    text = _typed(value)
    if not text.startswith("files/") or "\\" in text or any(p in ("", ".", "..") for p in text.split("/")):
        wrong(
            msg("`{value}` is not a file below `files/`", value=excerpt(text, 80)),
            msg("put the file in the site's `files/` folder and write `files/name.pdf`"),
        )
    return text


def _texts(value: object) -> object:
    """One text stands for a list of one: `outputs: Kế hoạch`."""
    return [value] if isinstance(value, str) else value


def _schema(sample: str, pattern: str | None = None) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "examples": [sample], **({"pattern": pattern} if pattern else {})})


def _kind(
    parse: Callable[[object], object], sample: str, pattern: str | None = None
) -> tuple[BeforeValidator, WithJsonSchema]:
    return BeforeValidator(parse), _schema(sample, pattern)


Line = Annotated[str, *_kind(_line, "Văn phòng UBND xã")]
"""One line of text, blanks folded."""
Prose = Annotated[str, *_kind(_prose, "Đoạn văn, có thể dùng Markdown."), MarkdownText()]
"""Markdown of any length."""
Slug = Annotated[str, *_kind(_slug, "ke-hoach-2023")]
"""A stable id."""
Whole = Annotated[int, *_kind(_whole, "12")]
"""A whole number; `8.000` is eight thousand."""
Year = Annotated[int, *_kind(_year, "2023", r"^(19|20)\d\d$")]
"""A calendar year."""
Score = Annotated[Figure, *_kind(_score, "73,25")]
"""A score, percentage or other plain number."""
Amount = Annotated[Figure, *_kind(_amount, "1.250.000")]
"""An amount of money in the unit its table states."""
Day = Annotated[date, *_kind(_date, "05/01/2023")]
"""A whole date."""
PDate = Annotated[PartialDate, *_kind(_partial, "tháng 01/2023")]
"""A date that may lack its day or month."""
YesNo = Annotated[bool, *_kind(_yes_no, "có")]
"""`có` or `không`."""
Url = Annotated[str, *_kind(_url, "https://example.gov.vn/van-ban")]
"""An external link."""
SiteFile = Annotated[str, *_kind(_file, "files/ke-hoach.pdf"), FileIn()]
"""A file below the site's `files/`."""
DeadlineText = Annotated[str, *_kind(_line, "Quý III/2023")]
"""A deadline in the document's own words, read by `model.deadline`."""
UnitRef = Annotated[str, *_kind(_line, "Văn phòng UBND xã"), RefTo("unit")]
"""A unit by id, name or alias, as the document spells it."""
PersonRef = Annotated[str, *_kind(_line, "chu-tich"), RefTo("person")]
"""A role holder by id or role."""
Lines = Annotated[tuple[Line, ...], BeforeValidator(_texts)]
"""Texts; a single one may stand without a dash."""
Units = Annotated[tuple[UnitRef, ...], BeforeValidator(_texts)]
"""Units; a single one may stand without a dash."""

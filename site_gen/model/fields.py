"""Field types. Every scalar arrives as the text the author typed; the type decides what it means.

Pydantic's own number and date parsing is not used: it reads a fee of `8.000` đồng as 8 and
`1719792000` as a date. A type refuses through `refusing.wrong`, which says what is wrong with the
actual value and how to write it instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.vietnamese import excerpt, fold
from site_gen.model import addresses, lists
from site_gen.model.coordinates import coordinates, track
from site_gen.model.dates import PartialDate, day, partial_date
from site_gen.model.figures import Figure, amount, dong, score, whole, year
from site_gen.model.period import Period, period
from site_gen.model.refusing import typed, wrong

MOST_DAYS = 3660

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
"""What no text holds; a line end and a tab are blanks."""


def _line(value: object) -> str:
    text = typed(value)
    if not text:
        wrong(msg("this text is empty"), msg("write the text, or delete the line"))
    if _CONTROL.search(text):
        wrong(msg("the text holds an invisible control character"), msg("retype the text by hand"))
    return " ".join(text.replace("\u00a0", " ").split())


def _slug(value: object) -> str:
    text = typed(value)
    if not re.fullmatch(r"[a-z0-9]+(?:[.-][a-z0-9]+)*", text) or len(text) > 80:
        wrong(
            msg("`{value}` cannot be an id", value=excerpt(text, 60)),
            msg("use small letters without marks, digits, `-` and `.`, for example `nv-2.1`"),
        )
    return text


def _days(value: object) -> object:
    count = whole(value)
    if isinstance(count, int) and count > MOST_DAYS:
        wrong(msg("{n} days are more than ten years", n=count), msg("write the number of days alone, for example `30`"))
    return count


def _percent(value: object) -> object:
    figure = score(value)
    if isinstance(figure, Figure) and not 0 <= figure.value <= 100:
        wrong(
            msg("`{value}` is no share in percent", value=excerpt(str(value), 20)),
            msg("write a number from 0 to 100, for example `98` or `99,5`"),
        )
    return figure


_YES = {"co", "yes", "true", "dung"}
_NO = {"khong", "no", "false", "sai"}


def says_yes(value: object) -> bool:
    """Whether a value as it was typed means `có`."""
    return isinstance(value, str) and fold(value) in _YES


def _yes_no(value: object) -> object:
    if isinstance(value, bool):
        return value
    key = fold(typed(value))
    if key not in _YES | _NO:
        wrong(msg("`{value}` is neither yes nor no", value=excerpt(str(value), 60)), msg("write `có` or `không`"))
    return key in _YES


@dataclass(frozen=True, slots=True)
class RefTo:
    """Marks a text field as a reference to an entry of `kind`, by id, name or alias."""

    kind: str


@dataclass(frozen=True, slots=True)
class FileIn:
    """Marks a text field as a path below the site's `files/` folder.

    Attributes:
        shown: Whether the page shows it, where it is a picture; else it is there to be opened.
        picture: Whether it must be one.
    """

    shown: bool = False
    picture: bool = False


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """Marks a text field that the page shows as Markdown."""


@dataclass(frozen=True, slots=True)
class WebAddress:
    """Marks a text field as a whole address, of another site or of this one."""


def _schema(sample: str, pattern: str | None = None) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "examples": [sample], **({"pattern": pattern} if pattern else {})})


def _kind(
    parse: Callable[[object], object], sample: str, pattern: str | None = None
) -> tuple[BeforeValidator, WithJsonSchema]:
    return BeforeValidator(parse), _schema(sample, pattern)


Line = Annotated[str, *_kind(_line, "Văn phòng UBND xã")]
"""One line of text, blanks folded."""


Prose = Annotated[str, *_kind(typed, "Đoạn văn, có thể dùng Markdown."), MarkdownText()]
"""Markdown of any length."""


Slug = Annotated[str, *_kind(_slug, "ke-hoach-2023")]
"""A stable id."""


Whole = Annotated[int, *_kind(whole, "12")]
"""A whole number; `8.000` is eight thousand."""


Days = Annotated[int, *_kind(_days, "30")]
"""So many days, ten years at most."""


Year = Annotated[int, *_kind(year, "2023", r"^(19|20)\d\d$")]
"""A calendar year."""


Score = Annotated[Figure, *_kind(score, "73,25")]
"""A score, percentage or other plain number."""


Percent = Annotated[Figure, *_kind(_percent, "98,5")]
"""A share from 0 to 100."""


Amount = Annotated[Figure, *_kind(amount, "1.250.000")]
"""An amount of money in the unit its table states."""


Dong = Annotated[Figure, *_kind(dong, "8.000")]
"""An amount of money in đồng."""


Day = Annotated[date, *_kind(day, "05/01/2023")]
"""A whole date."""


PDate = Annotated[PartialDate, *_kind(partial_date, "tháng 01/2023")]
"""A date that may lack its day or month."""


PeriodField = Annotated[Period, *_kind(period, "quý III/2026")]
"""A reporting period: month, quarter, six or nine months, year."""


YesNo = Annotated[bool, *_kind(_yes_no, "có")]
"""`có` or `không`."""


At = Annotated[str, *_kind(coordinates, "21.59420, 105.84820")]
"""A place on the ground: latitude, longitude."""


Track = Annotated[tuple[At, ...], BeforeValidator(track)]
"""Places one after the other, such as the bends of a road; in one line, separated by semicolons, or as a list."""


Url = Annotated[str, *_kind(addresses.url, "https://example.gov.vn/van-ban"), WebAddress()]
"""An external link."""


LinkAddress = Annotated[str, *_kind(addresses.link, "thu-tuc/index.html"), WebAddress()]
"""A page of this site, from its root, or an external link."""


SiteFile = Annotated[str, *_kind(addresses.file, "files/ke-hoach.pdf"), FileIn()]
"""A file below the site's `files/`."""


HomeAddress = Annotated[str, *_kind(addresses.home, "https://xamau.example.gov.vn")]
"""The address at which a website is published."""


PictureFile = Annotated[str, *_kind(addresses.file, "files/mot-cua.jpg"), FileIn(shown=True, picture=True)]
"""A picture below the site's `files/`, shown on the page."""


PictureOrFile = Annotated[str, *_kind(addresses.file, "files/ban-do.png"), FileIn(shown=True)]
"""A file below the site's `files/`, shown on the page where it is a picture."""


OldAddress = Annotated[str, *_kind(addresses.old_address, "tin/bai-cu.html")]
"""Where a page used to be, from the site's root: a page or, with `/` at its end, a folder."""


OldAddresses = Annotated[tuple[OldAddress, ...], BeforeValidator(lists.words)]
"""Old addresses; a single one may stand without a dash."""


PageAddress = Annotated[str, *_kind(addresses.page, "thu-tuc/index.html")]
"""A page of this site, from its root."""


DeadlineText = Annotated[str, *_kind(_line, "Quý III/2023")]
"""A deadline in the document's own words, read by `model.deadline`."""


UnitRef = Annotated[str, *_kind(_line, "Văn phòng UBND xã"), RefTo("unit")]
"""A unit by id, name or alias, as the document spells it."""


PersonRef = Annotated[str, *_kind(_line, "chu-tich"), RefTo("person")]
"""A role holder by id or role."""


ProcedureRef = Annotated[str, *_kind(_line, "1.001193"), RefTo("procedure")]
"""An administrative procedure by its code or name."""


PlanRef = Annotated[str, *_kind(_line, "cchc-2026"), RefTo("plan")]
"""A plan by its id or title."""


RegisteredRef = Annotated[str, *_kind(_line, "23/KH-UBND"), RefTo("document")]
"""A document of the site's register, by its id or its number and symbol."""


Registered = Annotated[tuple[RegisteredRef, ...], BeforeValidator(lists.read)]
"""Documents of the register; a single one may stand without a dash."""


Lines = Annotated[tuple[Line, ...], BeforeValidator(lists.read)]
"""Texts; a single one may stand without a dash, several as one text that numbers or parts them."""


Steps = Annotated[tuple[Line, ...], BeforeValidator(lists.read_steps)]
"""Texts that the page numbers; `Bước 1:` in front of one is no part of it."""


Codes = Annotated[tuple[Line, ...], BeforeValidator(lists.words)]
"""Codes; several may stand in one line, separated by commas."""


Slugs = Annotated[tuple[Slug, ...], BeforeValidator(lists.words)]
"""Ids; several may stand in one line, separated by commas."""


Years = Annotated[tuple[Year, ...], BeforeValidator(lists.words)]
"""Years; several may stand in one line, separated by commas."""


Files = Annotated[tuple[SiteFile, ...], BeforeValidator(lists.words)]
"""Files below the site's `files/`; a single one may stand without a dash."""


Units = Annotated[tuple[UnitRef, ...], BeforeValidator(lists.read)]
"""Units; a single one may stand without a dash. Names in one line are split where all names are known
(`reading.split_names`)."""

"""Whole and partial dates as officials write them."""

from __future__ import annotations

import re
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.vietnamese import excerpt, show_date
from site_gen.model.refusing import typed, wrong

FIRST_YEAR, LAST_YEAR = 1800, 2899
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
            _within_reach(y)
            try:
                return date(y, m, d)
            except ValueError:
                wrong(
                    msg("there is no day `{value}`", value=excerpt(text, 60)),
                    msg("check the day and the month; dates are written day/month/year, for example `05/01/2023`"),
                )
    return None


def _within_reach(year: int) -> None:
    """Refuses a year that nothing on a commune's site can be of, so that no count of days ever runs out of the calendar."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        wrong(msg("the year {year} cannot be meant", year=str(year)), msg("check the year"))


def day(value: object) -> object:
    """A whole date: day/month/year, ISO, or `ngày … tháng … năm …`."""
    if isinstance(value, date):
        return value
    text = typed(value)
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


def partial_date(value: object) -> object:
    """A date that may lack its day or month."""
    if isinstance(value, PartialDate):
        return value
    text = typed(value)
    if day := _day(text):
        return PartialDate(day.year, day.month, day.day, text)
    hit = re.fullmatch(r"(?:(?:tháng\s+)?(\d{1,2})(?:\s*[/-]\s*|\s+năm\s+))?(?:năm\s+)?(\d{4})", text, re.IGNORECASE)
    if not hit or not 1 <= int(hit[1] or 1) <= 12:
        wrong(
            msg("`{value}` is not a date", value=excerpt(text, 60)),
            msg("write `05/01/2023`, `tháng 01/2023` or `2023`"),
        )
    _within_reach(int(hit[2]))
    return PartialDate(int(hit[2]), int(hit[1]) if hit[1] else None, None, text)

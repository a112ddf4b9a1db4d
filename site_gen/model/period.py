"""Reporting periods as officials name them: a month, a quarter, six months, nine months, a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.vietnamese import excerpt, fold
from site_gen.model.deadline.periods import end_of_month
from site_gen.model.refusing import typed, wrong

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_QUARTERS = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A span of whole months inside one year.

    Ordered by its first day, then by its last: a quarter comes after its first month.
    """

    first: date
    last: date

    @classmethod
    def of(cls, year: int, month: int, months: int = 1) -> Period:
        """The period of so many months that begins with this one."""
        return cls(date(year, month, 1), end_of_month(year, month + months - 1))

    @classmethod
    def on(cls, day: date, months: int) -> Period:
        """The month, quarter, half-year or year (1, 3, 6, 12 months) in which a day lies."""
        return cls.of(day.year, (day.month - 1) // months * months + 1, months)

    @property
    def year(self) -> int:
        """The calendar year it lies in."""
        return self.first.year

    @property
    def months(self) -> int:
        """How many months it spans."""
        return self.last.month - self.first.month + 1

    @property
    def key(self) -> str:
        """Its name in ids and addresses: `2026-03`, `2026-q3`, `2026-h1`, `2026-9m`, `2026`."""
        match self.months:
            case 12:
                return f"{self.year}"
            case 9:
                return f"{self.year}-9m"
            case 6:
                return f"{self.year}-h{1 if self.first.month == 1 else 2}"
            case 3:
                return f"{self.year}-q{(self.first.month + 2) // 3}"
        return f"{self.year}-{self.first.month:02d}"

    def __str__(self) -> str:
        match self.months:
            case 12:
                return f"năm {self.year}"
            case 9:
                return f"9 tháng đầu năm {self.year}"
            case 6:
                return f"6 tháng {'đầu' if self.first.month == 1 else 'cuối'} năm {self.year}"
            case 3:
                return f"quý {_QUARTERS[(self.first.month - 1) // 3]}/{self.year}"
        return f"tháng {self.first.month:02d}/{self.year}"

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last

    def within(self, other: Period) -> bool:
        """Whether it lies wholly inside another one."""
        return other.first <= self.first and self.last <= other.last

    def shift(self, count: int) -> Period:
        """The period of the same length so many steps later, or earlier where `count` is negative.

        A year has twelve months, four quarters and two half-years. Nine months are always the first
        nine of a year: they come once a year, like the year itself.
        """
        in_year = 12 // self.months
        year, place = divmod(self.year * in_year + (self.first.month - 1) // self.months + count, in_year)
        return Period.of(year, place * self.months + 1, self.months)

    @property
    def next(self) -> Period:
        """The period of the same length that comes next; after nine months those of the next year."""
        return self.shift(1)

    @property
    def previous(self) -> Period:
        """The period of the same length before it; before nine months those of the year before."""
        return self.shift(-1)

    @property
    def year_before(self) -> Period:
        """The same period one year before."""
        return Period.of(self.year - 1, self.first.month, self.months)

    def between(self, later: Period) -> Iterator[Period]:
        """The periods of its length after it and before a later one; none where nothing lies between the two."""
        period = self.next
        while period < later:
            yield period
            period = period.next

    def day_in_next_month(self, number: int) -> date:
        """The day of this number in the month after its last: the 10th, say, by which its figures are due."""
        return (self.last + timedelta(1)).replace(day=number)


_PATTERNS: tuple[tuple[str, int], ...] = (
    (r"(?:thang )?(?P<n>\d{1,2}) (?P<y>\d{4})|(?P<y2>\d{4}) (?P<n2>\d{1,2})", 1),
    (r"(?:quy )(?P<n>iv|i{1,3}|[1-4]) (?:nam )?(?P<y>\d{4})|(?P<y2>\d{4}) q(?P<n2>[1-4])", 3),
    (r"(?:6|06|sau) thang (?P<n>dau|cuoi)? ?(?:nam )?(?P<y>\d{4})|(?P<y2>\d{4}) h(?P<n2>[12])", 6),
    (r"(?:9|09|chin) thang (?:dau )?(?:nam )?(?P<y>\d{4})|(?P<y2>\d{4}) 9m", 9),
    (r"(?:nam |ca nam )?(?P<y>\d{4})", 12),
)


def _number(text: str) -> int:
    return _ROMAN.get(text) or {"dau": 1, "cuoi": 2, "": 1}.get(text) or int(text)


def read_period(text: str) -> Period | None:
    """The period that words or a key name, None where they name none."""
    key = fold(text)
    for pattern, months in _PATTERNS:
        hit = re.fullmatch(pattern, key)
        if hit is None:
            continue
        found = hit.groupdict()
        year = int(found["y"] or found.get("y2") or 0)
        number = _number(found.get("n") or found.get("n2") or "") if months < 9 else 1
        if 1900 <= year <= 2100 and 1 <= number <= 12 // months:
            return Period.of(year, (number - 1) * months + 1, months)
    return None


def period(value: object) -> object:
    """A period in an official's words (`quý III/2026`, `tháng 3/2026`, `6 tháng đầu năm 2026`) or by its key."""
    if isinstance(value, Period):
        return value
    text = typed(value)
    if (found := read_period(text)) is not None:
        return found
    wrong(
        msg("`{value}` is not a reporting period", value=excerpt(text, 60)),
        msg("write `tháng 3/2026`, `quý III/2026`, `6 tháng đầu năm 2026`, `9 tháng đầu năm 2026` or `năm 2026`"),
    )

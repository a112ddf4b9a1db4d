"""Working days of Vietnamese offices: Monday to Friday, less public holidays.

Holidays are dated data (`data/public_holidays.yml`), for most of them move with the moon and the rest by decision;
a year that the data does not know has weekends only, and `knows` says so.
"""

from __future__ import annotations

from datetime import date, timedelta

from site_gen.base.dataclass import dataclass
from site_gen.model.fields import Day, Line, Year
from site_gen.model.law import Confidence
from site_gen.model.model import Model, field


class Holiday(Model):
    """Ngày nghỉ lễ: one or several days off in a row."""

    first: Day = field("Từ ngày", "Ngày nghỉ đầu tiên.")
    last: Day | None = field("Đến ngày", "Ngày nghỉ cuối; bỏ trống nếu nghỉ một ngày.", None)
    name: Line = field("Dịp", "Nghỉ nhân dịp gì.")


class WorkingDay(Model):
    """Ngày làm bù: a weekend day on which offices are open."""

    day: Day = field("Ngày", "Ngày cuối tuần đi làm.")
    reason: Line = field("Lý do", "Làm bù cho ngày nào, theo văn bản nào.")


class SiteDays(Model):
    """Ngày nghỉ, ngày làm bù mà lịch đi kèm chưa có: announced later, or of this authority alone."""

    years: tuple[Year, ...] = field(
        "Các năm đã ghi đủ",
        "Năm mà mọi ngày nghỉ lễ, Tết đã ghi ở đây, ví dụ 2028; ngày làm việc của năm ấy mới tính được.",
        (),
    )
    off: tuple[Holiday, ...] = field(
        "Ngày nghỉ", "Từng dịp nghỉ, kể cả nghỉ bù và nghỉ hoán đổi.", (), aliases=("nghi",)
    )
    working: tuple[WorkingDay, ...] = field("Ngày làm bù", "Ngày cuối tuần đi làm.", (), aliases=("lam_bu",))


class HolidayYear(Model):
    """Ngày nghỉ lễ của một năm."""

    year: Year = field("Năm", "Năm dương lịch.")
    source: Line = field("Nguồn", "Văn bản hay thông báo về lịch nghỉ.")
    confidence: Confidence = field("Mức đối chiếu", "V, V2, M hoặc N.")
    holidays: tuple[Holiday, ...] = field("Các dịp nghỉ", "Ngày nghỉ bù và nghỉ hoán đổi cũng ghi ở đây.")
    working: tuple[Day, ...] = field("Ngày làm bù", "Ngày cuối tuần phải đi làm thay ngày nghỉ hoán đổi.", ())


class HolidayYears(Model):
    """The shipped calendar."""

    years: tuple[HolidayYear, ...] = field("Các năm", "Lịch nghỉ từng năm.")


@dataclass(frozen=True, slots=True)
class OfficeCalendar:
    """Which days are worked: `off` and `extra` are exceptions to Monday to Friday."""

    off: frozenset[date]
    extra: frozenset[date]
    years: frozenset[int]

    @classmethod
    def of(cls, listed: HolidayYears) -> OfficeCalendar:
        """The calendar of the shipped data."""
        off: set[date] = set()
        extra: set[date] = set()
        for year in listed.years:
            extra.update(year.working)
            for holiday in year.holidays:
                off.update(_days(holiday))
        return cls(frozenset(off), frozenset(extra), frozenset(y.year for y in listed.years))

    def with_days(self, own: SiteDays) -> OfficeCalendar:
        """The calendar with days that a site adds."""
        off = {day for holiday in own.off for day in _days(holiday)}
        extra = frozenset(added.day for added in own.working)
        return OfficeCalendar((self.off | off) - extra, (self.extra - off) | extra, self.years | frozenset(own.years))

    def knows(self, day: date) -> bool:
        """Whether the holidays of the day's year are in the data."""
        return day.year in self.years

    def not_yet_known(self, first: date, last: date) -> tuple[int, ...]:
        """The years of a span whose holidays are still to be announced; what lies before the first year is not asked for."""
        begin = max(first.year, max(self.years, default=0) + 1)
        return tuple(year for year in range(begin, last.year + 1) if year not in self.years)

    def works(self, day: date) -> bool:
        """Whether offices are open on a day."""
        return day in self.extra or (day.weekday() < 5 and day not in self.off)

    def after(self, day: date, count: int) -> date:
        """The `count`-th working day after a day; the day itself is not counted (Bộ luật Dân sự Điều 147)."""
        while count > 0:
            day += timedelta(1)
            count -= self.works(day)
        return day

    def between(self, first: date, last: date) -> int:
        """How many working days lie after `first` up to and with `last`; negative where `last` comes first."""
        if last < first:
            return -self.between(last, first)
        return sum(self.works(date.fromordinal(n)) for n in range(first.toordinal() + 1, last.toordinal() + 1))


def _days(holiday: Holiday) -> list[date]:
    """Every day of a holiday; one that ends before it begins has its first day only."""
    last = max(holiday.last or holiday.first, holiday.first)
    return [date.fromordinal(n) for n in range(holiday.first.toordinal(), last.toordinal() + 1)]

"""Five working days, by the law of the day."""

from __future__ import annotations

from datetime import date

import pytest
from site_folders import BASE_SITE, read_site

from site_gen.rules.publication import publication_delay

CATALOG = read_site(BASE_SITE).catalog
assert CATALOG is not None
SITE = CATALOG.site


@pytest.mark.parametrize(
    ("created", "published"),
    [
        (date(2023, 2, 6), date(2023, 2, 13)),  # Monday to Monday
        (date(2023, 1, 18), date(2023, 2, 1)),  # over Tết
        (date(2023, 2, 6), date(2023, 2, 1)),  # published before it was signed is told elsewhere
        (date(2018, 6, 1), date(2022, 6, 1)),  # older than the law
        (date(2019, 2, 6), date(2019, 3, 15)),  # holidays of 2019 are not known
    ],
)
def test_in_time_or_beyond_telling(created: date, published: date) -> None:
    assert publication_delay(created, published, SITE.calendar) is None


@pytest.mark.parametrize(
    ("created", "published", "days", "last", "law"),
    [
        (date(2023, 2, 6), date(2023, 2, 14), 6, date(2023, 2, 13), "104/2016/QH13"),
        (date(2026, 9, 3), date(2026, 9, 14), 7, date(2026, 9, 10), "10/2022/QH15"),
    ],
)
def test_late_by_so_many_working_days(created: date, published: date, days: int, last: date, law: str) -> None:
    late = publication_delay(created, published, SITE.calendar)
    assert late is not None
    assert (late.days, late.last, late.law.number) == (days, last, law)

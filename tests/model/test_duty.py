"""Due days of duties: after the end of a period, of one of its months, in days or in working days."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from site_gen.model.duty import Due, DutyOff
from site_gen.model.period import read_period
from site_gen.reading.shipped import office_calendar


@pytest.mark.parametrize(
    ("due", "period", "last"),
    [
        ({}, "quý II/2026", date(2026, 6, 30)),
        ({"days": "15"}, "quý II/2026", date(2026, 7, 15)),
        ({"days": "15"}, "quý IV/2026", date(2027, 1, 15)),
        ({}, "tháng 2/2028", date(2028, 2, 29)),
        ({}, "tháng 2/2027", date(2027, 2, 28)),
        ({"days": "1"}, "tháng 2/2028", date(2028, 3, 1)),
        ({"after_months": "0"}, "năm 2027", date(2026, 12, 31)),
        ({"after_months": "0", "days": "30"}, "năm 2027", date(2027, 1, 30)),
        ({"after_months": "3", "days": "15"}, "năm 2026", date(2026, 4, 15)),
        ({"after_months": "2"}, "năm 2028", date(2028, 2, 29)),
        ({"after_months": "12"}, "năm 2026", date(2026, 12, 31)),
        ({"working_days": "5"}, "tháng 6/2026", date(2026, 7, 7)),
    ],
)
def test_the_due_day_of_a_period(due: dict[str, str], period: str, last: date) -> None:
    found = read_period(period)
    assert found is not None
    assert Due.model_validate(due).day(found, office_calendar()) == last


def test_the_id_of_a_duty_may_be_written_with_a_capital() -> None:
    assert DutyOff.model_validate({"id": "D05", "reason": "Không có."}).id == "d05"


@pytest.mark.parametrize("id", ["", "5d", "đ05", "d 05", "d" * 21])
def test_what_cannot_be_an_id_is_refused(id: str) -> None:
    with pytest.raises(ValidationError):
        DutyOff.model_validate({"id": id, "reason": "Không có."})


def test_switching_off_needs_a_reason() -> None:
    with pytest.raises(ValidationError):
        DutyOff.model_validate({"id": "d05"})

"""One share and a grade, reckoned by hand beside."""

from fractions import Fraction

import pytest
from reckoning import day, duty, frame, line, part, shown

from site_gen.joined.coverage import THRESHOLDS, Grade, coverage, share, worth
from site_gen.joined.ledger import Ledger

QUARTERLY = duty(part("quarterly", due={"days": "15"}))


def test_a_duty_is_worth_the_average_of_its_periods() -> None:
    found = line(
        QUARTERLY,
        frame("01/11/2026"),
        shown("10/01/2026", period="quý IV/2025"),
        shown("30/4/2026", period="quý I/2026"),
        shown("10/7/2026", period="quý II/2026", complete=False),
    )
    assert worth(found) == (Fraction(1) + Fraction(1, 2) + Fraction(1, 2) + 0) / 4


def test_what_is_not_due_does_not_count() -> None:
    assert worth(line(QUARTERLY, frame("02/01/2026", since="01/01/2026"))) is None


def test_heavier_duties_count_more() -> None:
    heavy = duty(part("current", "a"), weight="3")
    light = duty(part("current", "b"))
    lines = [line(heavy, frame("01/8/2026"), shown("01/7/2026", "a")), line(light, frame("01/8/2026"))]
    assert share(lines) == Fraction(3, 4)
    found = coverage(Ledger(tuple(lines), day("01/8/2026"), day("01/01/2026")))
    assert (found.met, found.due, found.percent, found.grade) == (1, 2, 75, Grade.FAIR)


def test_percents_are_rounded_down() -> None:
    lines = [line(duty(part("current", "a")), frame("01/8/2026"), shown("01/7/2026", "a")) for _ in range(199)]
    lines.append(line(duty(part("current", "b")), frame("01/8/2026")))
    assert coverage(Ledger(tuple(lines), day("01/8/2026"), day("01/01/2026"))).percent == 99


def test_where_nothing_was_due_there_is_no_grade() -> None:
    found = coverage(Ledger((line(QUARTERLY, frame("02/01/2026")),), day("02/01/2026"), day("01/01/2026")))
    assert (found.percent, found.grade) == (None, None)


@pytest.mark.parametrize(
    ("percent", "grade"),
    [(100, "good"), (90, "good"), (89, "fair"), (70, "fair"), (69, "half"), (50, "half"), (49, "poor"), (0, "poor")],
)
def test_the_thresholds_of_the_grades(percent: int, grade: str) -> None:
    assert next(g.value for least, g in THRESHOLDS if percent >= least) == grade

"""How much of what was owed is there: one share, and a grade. The thresholds are this software's, no law's."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from site_gen.base.dataclass import dataclass
from site_gen.joined.ledger import DutyState, Ledger, Line
from site_gen.model.choice import Choice


class Grade(Choice):
    """The word for a coverage."""

    GOOD = "good", "tốt"
    FAIR = "fair", "khá"
    HALF = "half", "trung bình", "middling"
    POOR = "poor", "còn thiếu nhiều", "much is missing"


THRESHOLDS = ((90, Grade.GOOD), (70, Grade.FAIR), (50, Grade.HALF), (0, Grade.POOR))
"""From how many percent on which grade is given."""
WORTH = {
    DutyState.MET: Fraction(1),
    DutyState.LATE: Fraction(1, 2),
    DutyState.INCOMPLETE: Fraction(1, 2),
    DutyState.MISSING: Fraction(0),
}
"""What was published late or in part counts half, so that it pays to publish it all the same."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Duties met of duties due, and the weighted share in whole percent; `percent` None where nothing was due."""

    met: int
    due: int
    percent: int | None
    grade: Grade | None


def worth(line: Line) -> Fraction | None:
    """How much of a duty is met, from 0 to 1; None where nothing of it was due."""
    values = [WORTH[s.state] for s in line.counted]
    return sum(values, Fraction(0)) / len(values) if values else None


def share(lines: Iterable[Line]) -> Fraction | None:
    """The weighted share over all duties of which something was due."""
    rated = [(line.owed.duty.weight, value) for line in lines if (value := worth(line)) is not None]
    whole = sum(weight for weight, _ in rated)
    return sum((weight * value for weight, value in rated), Fraction(0)) / whole if whole else None


def coverage(ledger: Ledger) -> Coverage:
    """The coverage of a ledger. Percents are rounded down: 100 means all of it."""
    counted = [line for line in ledger.lines if line.counted]
    found = share(ledger.lines)
    met = sum(line.state is DutyState.MET for line in counted)
    if found is None:
        return Coverage(met, len(counted), None, None)
    percent = int(found * 100)
    return Coverage(met, len(counted), percent, next(grade for least, grade in THRESHOLDS if percent >= least))

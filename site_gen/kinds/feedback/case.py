"""Where a case stands: whether it may be shown at all, by when it is answered, and whether that day has passed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from site_gen.kinds.feedback.model import Feedback, FeedbackType
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Entry

REFUSED = frozenset({FeedbackType.COMPLAINT, FeedbackType.DENUNCIATION})
"""What is never shown, also where somebody acknowledges or silences the rule that refuses it."""
CORRECT_WITHIN = timedelta(days=15)


def published(catalog: Catalog) -> Iterator[Entry[Feedback]]:
    """Every case that may be shown."""
    return (entry for entry in catalog.all(Feedback) if entry.model.type not in REFUSED)


def refused(catalog: Catalog) -> Iterator[Entry[Feedback]]:
    """Complaints and denunciations that lie among the content by mistake."""
    return (entry for entry in catalog.all(Feedback) if entry.model.type in REFUSED)


def due(case: Feedback) -> date | None:
    """The day by which it is answered: the day that was set; of a correction at the latest the fifteenth day."""
    if case.type is not FeedbackType.CORRECTION:
        return case.due_on
    last = case.received_on + CORRECT_WITHIN
    return min(case.due_on, last) if case.due_on else last


def is_late(case: Feedback, as_of: date) -> bool:
    """Whether the day for the answer has passed without one."""
    day = due(case)
    return case.answered_on is None and day is not None and day < as_of

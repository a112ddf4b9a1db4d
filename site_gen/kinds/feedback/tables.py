"""Feedback as open data: how it was dealt with, not what it was about."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.kinds.feedback.model import Feedback
from site_gen.kinds.feedback.moments import SECTION, in_order, url
from site_gen.kinds.feedback.pages import working_days
from site_gen.pages.columns import address, column, columns, computed
from site_gen.pages.contributions import Table, entry_table
from site_gen.rules.snapshot import Snapshot


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Every case that may be shown."""
    yield entry_table(
        "phan-anh",
        snapshot.say(SECTION.title),
        (
            *columns(Feedback, "code", "type", "channel", "handler", "received_on"),
            column(Feedback, "due_on", lambda entry: entry.model.answer_due),
            *columns(Feedback, "answered_on"),
            computed("working_days", "Số ngày làm việc", lambda e: working_days(e.model, snapshot.site), "integer"),
            *columns(Feedback, "status"),
            address(lambda entry: url(entry.id)),
        ),
        in_order(snapshot),
        shown=("feedback/list.html", "feedback/panel.html"),
        text=snapshot.say(
            msg("Which cases came in, how long they took, and who answered; without what they were about.")
        ),
    )

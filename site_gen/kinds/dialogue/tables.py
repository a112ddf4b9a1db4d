"""What was asked in dialogues, as open data."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from site_gen.base.messages import msg
from site_gen.kinds.dialogue.model import Dialogue, Question
from site_gen.kinds.dialogue.moments import newest_first
from site_gen.kinds.dialogue.pages import SECTION
from site_gen.pages.columns import columns, inside
from site_gen.pages.contributions import Table, entry_table
from site_gen.rules.snapshot import Snapshot

COLUMNS = (
    *inside(itemgetter(0), *columns(Dialogue, "date", "title")),
    *inside(itemgetter(1), *columns(Question, "summary", "unit", "answer", "answered_on")),
)
"""Of pairs of a dialogue and a question that was asked there."""


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Every question of every dialogue."""
    found = newest_first(snapshot)
    yield entry_table(
        "doi-thoai",
        snapshot.say(SECTION.title),
        COLUMNS,
        [(entry, question) for entry in found for question in entry.model.questions],
        found,
        shown=("dialogue/list.html", "dialogue/page.html", "dialogue/panel.html"),
        text=snapshot.say(msg("A row for each question that was asked, with its answer.")),
    )

"""Notices as open data: those posted now, and the register of all. What is no longer posted leaves a line and a number."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.kinds.apology.model import Apology
from site_gen.kinds.apology.moments import begun, is_posted, number_of
from site_gen.pages.columns import column, columns
from site_gen.pages.contributions import Table, entry_table
from site_gen.rules.snapshot import Snapshot


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """The notices posted now, and the posting register."""
    known = begun(snapshot)
    first = (column(Apology, "number", number_of), *columns(Apology, "unit", "kind"))
    term = (
        *columns(Apology, "posted_from"),
        column(Apology, "posted_to", lambda entry: entry.model.last_day(snapshot.site.apology_days)),
    )
    yield entry_table(
        "thu-xin-loi",
        snapshot.say(msg("Apology notices posted now")),
        (*first, *columns(Apology, "dossier_code", "procedure", "due_on", "new_due_on"), *term),
        [entry for entry in known if is_posted(snapshot, entry)],
        shown=("apology/list.html",),
        text=snapshot.say(
            msg("Only what is posted on this day: a row goes with its notice. Please keep no copy of it.")
        ),
        passing=True,
    )
    yield entry_table(
        "so-cong-khai-thu-xin-loi",
        snapshot.say(msg("Register of posted apology notices")),
        (*first, *term, *columns(Apology, "on_board")),
        known,
        shown=("apology/register.html",),
        text=snapshot.say(msg("Which notices were posted, from when to when; nothing of the dossier or the person.")),
    )

"""Roles and turns of duty as open data.

Without the names of the holders: a downloaded file outlives an assignment, and the page has them.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.kinds.person.model import Person, RosterDuty
from site_gen.model.entry import Entry
from site_gen.model.model import label_of
from site_gen.pages.columns import Column, column, columns, computed, inside
from site_gen.pages.contributions import Table, entry_table
from site_gen.rules.snapshot import Snapshot

_ROLE = (computed("id", "Mã chức danh", lambda entry: entry.id), column(Person, "role"))
_DUTY = (
    *inside(lambda row: row[0], *_ROLE),
    *inside(lambda row: row[1], *columns(RosterDuty, "when", "place", "since", "until")),
)


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Roles with their official contacts, and turns of duty."""
    people, today = snapshot.catalog.all(Person), snapshot.as_of
    if not people:
        return

    def assigned(name: str) -> Column:
        def holds(entry: Entry[Person]) -> bool:
            term = getattr(entry.model, name)
            return term is not None and term.holds(today)

        return computed(name, label_of(Person, name), holds, "boolean")

    yield entry_table(
        "danh-ba",
        snapshot.say(msg("Roles and official contacts")),
        (
            *_ROLE,
            *columns(Person, "unit", "responsibility", "official_phone", "official_email", "one_stop", "counter"),
            assigned("spokesperson"),
            assigned("info_contact"),
            column(Person, "leader"),
        ),
        people,
        shown=("person/page.html", "person/unit_panel.html"),
        text=snapshot.say(
            msg("Roles without the names of their holders: a file that was downloaded outlives an assignment.")
        ),
    )
    roster = [(entry, duty) for entry in people for duty in entry.model.duty if duty.holds(today)]
    if roster:
        title = snapshot.say(msg("Leaders on duty at the one-stop shop"))
        yield entry_table("lich-truc", title, _DUTY, roster, people, shown=("person/page.html",))

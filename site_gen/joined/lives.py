"""What goes by days, of every kind: derived from the lives that kinds declare."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.joined.of_kinds import lives_of_kind
from site_gen.kind import Kind
from site_gen.kinds import KINDS
from site_gen.pages import life
from site_gen.pages.contributions import Disclosure, FeedItem, ScheduledChange
from site_gen.pages.page import Agenda
from site_gen.rules.snapshot import Snapshot


def agenda_of_kind(snapshot: Snapshot, kind: Kind) -> Iterator[Agenda]:
    """What is due, late, missing, expired or stale of one kind."""
    return life.agenda(snapshot, lives_of_kind(snapshot, kind))


def late_of_kind(snapshot: Snapshot, kind: Kind) -> Iterator[Agenda]:
    """What is late of one kind, for pages of others: of notices about persons nothing, which leave with their last day."""
    if kind.name != "apology":
        yield from (line for line in agenda_of_kind(snapshot, kind) if line.state == "late")


def disclosures_of_kind(snapshot: Snapshot, kind: Kind) -> Iterator[Disclosure]:
    """What one kind made public."""
    return life.disclosures(snapshot, lives_of_kind(snapshot, kind))


def feed_of_kinds(snapshot: Snapshot) -> Iterator[FeedItem]:
    """What is new of every kind."""
    for kind in KINDS:
        yield from life.feed(snapshot, lives_of_kind(snapshot, kind))


def changes_of_kind(snapshot: Snapshot, kind: Kind) -> Iterator[ScheduledChange]:
    """The days to come on which pages of one kind change by themselves."""
    return life.scheduled_changes(snapshot, lives_of_kind(snapshot, kind))

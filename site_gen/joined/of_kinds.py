"""What each kind gives to a site, remembered: a kind is asked again only when something that it read has changed."""

from __future__ import annotations

from site_gen.base.traces import not_stored, remembered
from site_gen.kind import Kind
from site_gen.pages.contributions import Table
from site_gen.pages.life import Life
from site_gen.pages.page import Page, Panel
from site_gen.pages.parts import in_parts
from site_gen.pages.proofs import ProofSet, lives_of
from site_gen.rules.snapshot import Snapshot


@remembered
def pages_of_kind(snapshot: Snapshot, kind: Kind) -> tuple[Page, ...]:
    """The pages of a kind, long ones in parts."""
    return tuple(part for page in kind.pages(snapshot) for part in in_parts(snapshot, page))


@remembered
def panels_of_kind(snapshot: Snapshot, kind: Kind) -> tuple[Panel, ...]:
    """What a kind says on other things' pages."""
    return tuple(kind.panels(snapshot))


@remembered
@not_stored
def tables_of_kind(snapshot: Snapshot, kind: Kind) -> tuple[Table, ...]:
    """The open data of a kind."""
    return tuple(kind.tables(snapshot))


@remembered
def lives_of_kind(snapshot: Snapshot, kind: Kind) -> tuple[Life, ...]:
    """The lives of what a kind holds, and of the papers that are to prove it."""
    papers = (one for found in proofs_of_kind(snapshot, kind) for one in lives_of(snapshot, found))
    return (*kind.lives(snapshot), *papers)


@remembered
def proofs_of_kind(snapshot: Snapshot, kind: Kind) -> tuple[ProofSet, ...]:
    """What of a kind is to be proved."""
    return tuple(kind.proofs(snapshot))


@remembered
def hidden_files_of_kind(snapshot: Snapshot, kind: Kind) -> frozenset[str]:
    """Attachments that a kind does not show on the day."""
    return frozenset(kind.hidden_files(snapshot))

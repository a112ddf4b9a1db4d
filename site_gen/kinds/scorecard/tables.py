"""Scorecards as open data: the cards, and every criterion."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.kinds.scorecard.model import Scorecard, ScoredCriterion
from site_gen.kinds.scorecard.moments import in_order, url
from site_gen.kinds.scorecard.pages import SECTION
from site_gen.kinds.scorecard.tree import Node, key_of, walk
from site_gen.pages.columns import Column, address, columns, computed, inside
from site_gen.pages.contributions import Table, entry_table
from site_gen.rules.snapshot import Snapshot

_ID = "Mã bảng điểm"
CARDS = (
    computed("id", _ID, lambda entry: entry.id),
    *columns(Scorecard, "title", "year_assessed", "unit", "total_declared", "total_max", "total_unit"),
    *columns(Scorecard, "rank", "grade", "published_on"),
    address(lambda entry: url(entry.id)),
)


def _of_criterion(*names: str) -> tuple[Column, ...]:
    return inside(lambda node: node.criterion, *columns(ScoredCriterion, *names))


def _parent(node: Node) -> str | None:
    return key_of(node.parents[-1]) if node.parents else None


_NODE = (
    computed("key", "Mã tiêu chí", lambda node: node.key),
    *_of_criterion("no"),
    computed("parent", "Tiêu chí trên", _parent, help="Mã của tiêu chí chứa nó; trống là lĩnh vực."),
    computed("level", "Bậc", lambda node: node.depth, "integer", help="0 là lĩnh vực."),
    *_of_criterion("label", "max", "declared", "self_score", "appraised_score"),
    computed("lost", "Điểm mất", lambda node: node.lost, "number", help="Điểm tối đa trừ điểm văn bản ghi."),
    computed("reasons", "Lý do mất điểm", lambda node: [d.reason for d in node.criterion.deductions]),
    *_of_criterion("remedy", "assignee_roles", "deadline", "fixed"),
)
CRITERIA = (computed("scorecard", _ID, lambda row: row[0]), *inside(lambda row: row[1], *_NODE))
"""For rows of a scorecard's id and a node of its tree."""


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Two tables over all scorecards."""
    cards = in_order(snapshot)
    if not cards:
        return
    yield entry_table("bang-diem", snapshot.say(SECTION.title), CARDS, cards, shown=("scorecard/list.html",))
    yield entry_table(
        "tieu-chi",
        snapshot.say(msg("Criteria of the scorecards")),
        CRITERIA,
        [(entry.id, node) for entry in cards for node in walk(entry.model)],
        cards,
        shown=("scorecard/page.html", "scorecard/remedies.html", "scorecard/unit_panel.html"),
        text=snapshot.say(
            msg("The tree of criteria, parents before their children; figures as the document states them.")
        ),
    )

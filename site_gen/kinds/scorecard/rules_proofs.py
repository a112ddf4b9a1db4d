"""What must be true of the papers that prove a scorecard: they are there."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.kinds.scorecard.model import Scorecard
from site_gen.kinds.scorecard.proofs import proof_of
from site_gen.kinds.scorecard.tree import walk
from site_gen.model.entry import Entry
from site_gen.model.evidence import EvidenceState
from site_gen.pages.evidence import lacks
from site_gen.pages.proofs import at_stake
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

AnyCard = Entry[Scorecard]
SEED = LawRef("Kế hoạch 23/KH-UBND xã Phú Thượng 2022", "19 tiêu chí bị trừ điểm vì thiếu minh chứng", "V")


@rule(
    "SCORE018",
    msg("a paper that a criterion asks for is missing"),
    Severity.WARNING,
    Scorecard,
    law=SEED,
    wrong="evidence: [{title: Báo cáo kiểm soát TTHC, period: quý II/2021}]   # chưa có số, ngày, tệp hay liên kết",
    right="evidence: [{title: Báo cáo kiểm soát TTHC, period: quý II/2021, number: 31/BC-UBND, date: 14/6/2021}]",
)
def papers_are_there(entry: AnyCard, snapshot: Snapshot) -> Iterator[Finding]:
    """Assessors give points only for what is proved. A paper that has only a name, or that was not accepted, earns nothing.

    The points that hang on it are told: those the criterion lost, else all that it can give.
    """
    lines = {line.key: line for line in proof_of(snapshot, entry).lines}
    for node in walk(entry.model):
        line = lines.get(node.key)
        for index, paper in enumerate(line.papers if line else ()):
            if line is None or not paper.lacking or (paper.state is EvidenceState.MISSING and paper.until):
                continue  # what is not due yet is no fault
            stake = at_stake(line)
            what = lacks(paper)
            yield Finding(
                entry.at(*node.loc, "evidence", index),
                msg("{no}: {points}; {what}", no=node.key, points=stake, what=what)
                if stake
                else msg("{no}: {what}", no=node.key, what=what),
                msg("add its number, date, file or address when it is there, and take `unfit` out when it is mended"),
                node.key,
            )


RULES: tuple[Rule, ...] = (papers_are_there,)

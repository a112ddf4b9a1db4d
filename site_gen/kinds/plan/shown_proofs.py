"""The proof of a plan's items as pages show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from site_gen.kinds.plan.model import UnitDuty, Update
from site_gen.kinds.plan.proofs import proof_of
from site_gen.kinds.plan.records import TaskRow
from site_gen.kinds.plan.standing import PlanBundle, Standing
from site_gen.model.evidence import Evidence
from site_gen.pages.evidence import ShownPaper, paper_of, show_paper
from site_gen.pages.proofs import ProofLine, besides, shown_series, with_shared
from site_gen.rules.snapshot import Snapshot


class ShownProofs:
    """What proves the items of one plan, each paper with the other items that it proves."""

    def __init__(self, snapshot: Snapshot, bundle: PlanBundle) -> None:
        self.snapshot, self.bundle = snapshot, bundle

    @cached_property
    def _lines(self) -> dict[str, ProofLine]:
        return {line.key: line for line in proof_of(self.snapshot, self.bundle.entry.id).lines}

    @cached_property
    def _papers(self) -> dict[str, tuple[ShownPaper, ...]]:
        return with_shared(self.snapshot, proof_of(self.snapshot, self.bundle.entry.id))

    def papers(self, s: Standing) -> tuple[ShownPaper, ...]:
        """Every paper of one item: what its row asks for, and what reports named."""
        return self._papers[s.item.key]

    def proved(self, row: TaskRow, s: Standing) -> TaskRow:
        """A row with its proof: its instances where it has any, and the papers that prove none of them."""
        line, papers = self._lines[s.item.key], self.papers(s)
        return replace(row, evidence=besides(line, papers), series=shown_series(self.snapshot, line, papers))

    def reported(self, update: Update) -> tuple[ShownPaper, ...]:
        """The papers that one report named."""
        return self._shown(update.evidence, ())

    def of_duty(self, duty: UnitDuty) -> tuple[ShownPaper, ...]:
        """The papers that the plan names of one body."""
        return self._shown(duty.evidence, (duty.unit,))

    def _shown(self, papers: Iterable[Evidence], units: tuple[str, ...]) -> tuple[ShownPaper, ...]:
        day, year = self.bundle.day, self.bundle.plan.year
        return tuple(show_paper(self.snapshot, paper_of(self.snapshot, one, day, year, units)) for one in papers)

"""Everything that a file can become."""

from __future__ import annotations

from site_gen.base.messages import msg
from site_gen.importers.importing import Target
from site_gen.importers.table import Book
from site_gen.importers.targets import budget, dossiers, guides, plan, procedures, progress, scorecard
from site_gen.importers.targets.entries import DOCUMENTS, UNITS

TARGETS = (
    Target("plan", msg("a plan with its annex"), plan.fits, plan.read),
    Target("scorecard", msg("a scorecard of the PAR index"), scorecard.fits, scorecard.read),
    Target("procedure_list", msg("a list of procedures"), procedures.fits, procedures.read),
    Target("procedure", msg("guides to procedures, to be completed"), guides.fits, guides.read),
    Target("progress", msg("a tracking sheet of a plan"), progress.fits, progress.read),
    Target("dossier_statistics", msg("counts of dossiers of a period"), dossiers.fits, dossiers.read),
    Target("budget", msg("a budget table"), budget.fits, budget.read),
    Target(DOCUMENTS.name, msg("a list of documents"), DOCUMENTS.fits, DOCUMENTS.read),
    Target(UNITS.name, msg("a list of units"), UNITS.fits, UNITS.read),
)
LIKELY = 0.9
"""From which likeness on a file is taken for something without being told."""


def likely_target(book: Book) -> Target | None:
    """What a file most likely is; None where nothing fits."""
    found = max(TARGETS, key=lambda target: target.fits(book))
    return found if found.fits(book) >= LIKELY else None

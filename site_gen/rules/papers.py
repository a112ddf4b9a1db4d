"""What must be true of evidence wherever it is written: a digest is that of its file, a paper is of the year that it proves."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.diagnostics import Severity, Span
from site_gen.base.messages import msg
from site_gen.base.traces import remembered
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Entry, Loc
from site_gen.model.evidence import Evidence
from site_gen.model.published import Published
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot
from site_gen.rules.values import documents, item


@rule(
    "PAPER001",
    msg("a digest is not that of its file"),
    Severity.ERROR,
    wrong="file: files/bien-ban.pdf\nsha256: 9b87…   # của bản trước khi sửa",
    right="file: files/bien-ban.pdf   # để trống `sha256`: chương trình tự tính",
)
def digest_is_of_the_file(entry: Entry[Published], snapshot: Snapshot) -> Iterator[Finding]:
    """Whoever compares the paper with the digest on the page would take it for a forgery."""
    for loc, paper in documents(entry):
        if not isinstance(paper, Evidence) or not paper.sha256 or not paper.file:
            continue
        file = snapshot.catalog.attachments.get(paper.file)
        if file is not None and file.sha256 and file.sha256 != paper.sha256:
            yield Finding(
                entry.at(*loc, "sha256"),
                msg("`{file}` has the digest {digest}…", file=paper.file, digest=file.sha256[:12]),
                msg("delete `sha256`, and it is reckoned from the file; or put the file back that was meant"),
                item(entry.model, loc),
            )


@rule(
    "PAPER002",
    msg("a paper of an earlier year is to prove this year"),
    Severity.WARNING,
    wrong="year_assessed: 2024\nevidence: [{title: Báo cáo CCHC, number: 12/BC-UBND, date: 15/12/2023}]",
    right="year_assessed: 2024\nevidence: [{title: Báo cáo CCHC, number: 98/BC-UBND, date: 13/12/2024}]",
)
def papers_are_of_the_year(entry: Entry[Published], snapshot: Snapshot) -> Iterator[Finding]:
    """Last year's paper proves nothing of this year, whether of a plan, its progress or a scorecard.

    What was made earlier and holds for this year says so in `period`. Papers of a duty of disclosure (`duties` in site.yml) are
    held against the year since which the duty is owed, where `since` tells it; those of an apology notice against its year.
    """
    papers = [(loc, paper) for loc, paper in documents(entry) if isinstance(paper, Evidence)]
    years = _years(snapshot.catalog) if papers else {}
    year = years.get((entry.kind, entry.id.split("/")[0]))
    for loc, paper in papers if year else ():
        if year and (found := of_an_earlier_year(paper, year, entry.at(*loc), _line(entry.model, loc))):
            yield found


def of_an_earlier_year(paper: Evidence, year: int, at: Span, line: str) -> Finding | None:
    """That a paper speaks of a year before that which it is to prove; None where it does not."""
    earlier = paper.speaks_of_before(year)
    if earlier is None:
        return None
    years = {"earlier": str(earlier), "year": str(year)}
    message = msg("“{paper}” is of {earlier}, and is to prove {year}", paper=paper.published.title, **years)
    hint = msg("name this year's paper, or say in `period` that this one holds for {year}", year=str(year))
    return Finding(at, message, hint, line)


def _line(model: Published, loc: Loc) -> str:
    """The line that a paper stands at: what an update speaks of, else the innermost item."""
    here: object = model
    for step in loc:
        here = here[step] if isinstance(step, int) else getattr(here, step)  # type: ignore[index]  # a list of the model
        if isinstance(told := getattr(here, "item", None), str):
            return told
    return item(model, loc)


@remembered
def _years(catalog: Catalog) -> dict[tuple[str, str], int]:
    """The year that each plan, scorecard and notice is to prove, by kind and id; what lies in a plan's folder is of the plan's."""
    names = ("year_assessed", "year", "year_of_letter")
    named = ((e, next((y for n in names if (y := getattr(e.model, n, None))), None)) for e in catalog.entries())
    return {(e.kind, e.id): year for e, year in named if isinstance(year, int)}


PAPERS: tuple[Rule, ...] = (digest_is_of_the_file, papers_are_of_the_year)

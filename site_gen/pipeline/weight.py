"""Pages heavier than their budget, told at the entry they come from: who opens them waits, and a weak phone gives up."""

from __future__ import annotations

from site_gen.base.diagnostics import Diagnostic, Severity, Span
from site_gen.base.messages import msg
from site_gen.joined.codes import HEAVY_PAGE
from site_gen.pages.parts import BUDGET
from site_gen.render.job import Job


def too_heavy(job: Job, size: int, shown: str) -> Diagnostic | None:
    """The warning that a page of `size` bytes is beyond the budget; `shown` is the content folder in messages."""
    if size <= BUDGET:
        return None
    sources = job.page.sources
    message = msg(
        "the page `{path}` weighs {size} kB, more than {limit} kB",
        path=job.path,
        size=-(-size // 1000),
        limit=BUDGET // 1000,
    )
    if len(sources) == 1:
        hint = msg("shorten the text, or put long tables and annexes into a file below `files/`")
    else:
        hint = msg(
            "its list is made of {count} files: shorten their titles and summaries, or tell the maintainers",
            count=len(sources),
        )
    # Of a page that many entries make up, no editor can do much: that is for the maintainers.
    severity = Severity.WARNING if len(sources) == 1 else Severity.INFO
    return Diagnostic(HEAVY_PAGE, severity, message, Span(sources[0] if len(sources) == 1 else shown), hint)

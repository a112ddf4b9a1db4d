"""Pages to artifacts. A template's fault becomes a diagnostic at its own line; parallel on all cores."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import TemplateError

from site_gen.base.diagnostics import Diagnostic, Severity, Span
from site_gen.base.messages import msg
from site_gen.pages.page import Artifact, Context, Page
from site_gen.render.environment import Templates, settle

FEW = 120
"""Below so many pages for each worker, starting it costs more than it saves."""


@dataclass(frozen=True, slots=True)
class Job:
    """A page, where it goes, and the frame it is shown in."""

    page: Page
    path: str
    frame: Context


def page_view(page: Page) -> Context:
    """What the layout shows of the page itself."""
    return {
        "title": page.title,
        "url": page.url,
        "crumbs": [{"label": label, "url": url} for label, url in page.crumbs],
        "section": page.section,
        "updated": "/".join(reversed(page.updated.split("-"))) if page.updated else "",
        "index": page.index,
    }


@lru_cache(maxsize=4)
def templates(theme: Path, language: str) -> Templates:
    """The environment of one theme and language, made once in each process."""
    return Templates(theme, language)


def render_one(job: Job, theme: Path) -> Artifact | Diagnostic:
    """One page as bytes, or the place in the template that failed."""
    page = job.page
    environment = templates(theme, str(job.frame["language"])).environment
    try:
        html = environment.get_template(page.template).render(
            page.context, page=page_view(page), site=job.frame, url=page.url
        )
    except TemplateError as error:
        name = getattr(error, "name", None) or page.template
        return _fault(error, str(name), getattr(error, "lineno", None) or _line(error, name), page)
    except Exception as error:  # a template can raise anything: it must name the template, not our code
        return _fault(error, page.template, _line(error, page.template), page)
    return Artifact(job.path, settle(_tidy(html), page.url).encode())


def _tidy(html: str) -> str:
    """Without the blank lines and indents that template tags leave behind."""
    return "\n".join(line for row in html.split("\n") if (line := row.strip())) + "\n"


def _fault(error: Exception, name: str, line: int, page: Page) -> Diagnostic:
    return Diagnostic(
        "THEME001",
        Severity.ERROR,
        msg("the template failed on {url}: {reason}", url=page.url, reason=str(error)[:200] or type(error).__name__),
        Span(name, line),
        msg("correct the template; it may use only what its page gives it"),
    )


def _line(error: Exception, name: object) -> int:
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(str(name).split("/")[-1]):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


_jobs: Sequence[Job] = ()
_theme = Path()


def _begin(jobs: Sequence[Job], theme: Path) -> None:
    global _jobs, _theme  # a worker's own copy, set once when it starts
    _jobs, _theme = jobs, theme


def _run(bounds: tuple[int, int]) -> list[Artifact | Diagnostic]:
    return [render_one(job, _theme) for job in _jobs[slice(*bounds)]]


def render(jobs: Sequence[Job], theme: Path, workers: int) -> Iterator[Artifact | Diagnostic]:
    """All pages in order; on several processes where that pays. The bytes do not depend on `workers`."""
    workers = min(workers, len(jobs) // FEW or 1)
    if workers < 2:
        for job in jobs:
            yield render_one(job, theme)
        return
    # A forked worker inherits the jobs; elsewhere they are sent to it once.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    for name in {(job.page.template, str(job.frame["language"])) for job in jobs}:
        templates(theme, name[1]).environment.get_template(name[0])
    step = max(FEW // 4, len(jobs) // (workers * 8))
    ranges = [(start, start + step) for start in range(0, len(jobs), step)]
    with ProcessPoolExecutor(workers, context, _begin, (jobs, theme)) as pool:
        for batch in pool.map(_run, ranges):
            yield from batch

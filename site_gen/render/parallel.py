"""All pages of a build, on as many processes as pay. The bytes do not depend on how many."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait
from pathlib import Path

from site_gen.base.diagnostics import Diagnostic
from site_gen.pages.page import Artifact
from site_gen.render.html import render_one, templates
from site_gen.render.job import Job

FEW = 120
"""Below so many pages for each worker, starting it costs more than it saves."""


def render(jobs: Sequence[Job], theme: Path, workers: int) -> Iterator[Artifact | Diagnostic]:
    """All pages in the order of `jobs`; on several processes where that pays."""
    workers = min(workers, len(jobs) // FEW or 1)
    if workers < 2:
        for job in jobs:
            yield render_one(job, theme)
        return
    # A forked worker inherits the jobs and the compiled templates; elsewhere the jobs are sent to it once.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    for template, language in {(job.page.template, job.frame.language): None for job in jobs}:
        templates(theme, language).compile(template)
    step = max(FEW // 4, len(jobs) // (workers * 8))
    ranges = [(start, start + step) for start in range(0, len(jobs), step)]
    pool = ProcessPoolExecutor(workers, context, _begin, (jobs, theme))
    try:
        with _uninterrupted():
            batches = pool.map(_run, ranges)  # starts the workers
        done = 0
        try:
            for batch in batches:
                yield from batch
                done += len(batch)
        except BrokenProcessPool:  # a worker was ended from outside, for want of memory perhaps; alone we need less
            for job in jobs[done:]:
                yield render_one(job, theme)
    finally:  # also where the caller has had enough: what nobody waits for is not rendered
        pool.shutdown(cancel_futures=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Keeps the interrupt key waiting: while a process forks, Python would swallow it."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows does not fork
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_jobs: Sequence[Job] = ()
_theme = Path()


def _begin(jobs: Sequence[Job], theme: Path) -> None:
    global _jobs, _theme  # a worker's own copy, set once when it starts
    _jobs, _theme = jobs, theme
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the interrupt key is the parent's to answer, once
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Ends this worker when its parent is gone, however it went.

    A worker that lived on would wait for work for ever, and hold the locks that it was forked with.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _run(bounds: tuple[int, int]) -> list[Artifact | Diagnostic]:
    return [render_one(job, _theme) for job in _jobs[slice(*bounds)]]

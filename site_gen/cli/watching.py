"""`sitegen check --watch`: the findings after each save, until somebody has had enough."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from threading import Event

import click

from site_gen.cli import report, usage
from site_gen.cli.language import language, tr
from site_gen.cli.options import Reporting
from site_gen.cli.serving.watcher import Changes
from site_gen.pipeline.lasting import keep_in_file
from site_gen.pipeline.request import Request
from site_gen.pipeline.steps import check


def check_after_each_save(request: Callable[[], Request], reporting: Reporting) -> None:
    """Checks now and after each change of the content, and reports what it finds. Ctrl-C ends it.

    Args:
        request: Says what to check; asked each time, for the day may be another.
        reporting: How findings are reported.
    """
    try:
        first = request()
        with keep_in_file(first):
            for _ in _changes(first):
                started = time.perf_counter()
                found = check(request())
                report.forget()
                reporting.put(found)
                took = usage.seconds(time.perf_counter() - started)
                said = tr("{summary} ({seconds} s). Waiting for the next save; Ctrl-C ends.")
                click.echo(said.format(summary=report.summary(found, language()), seconds=took), err=True)
                gc.collect()
                gc.freeze()  # what is kept is not looked through again
    except KeyboardInterrupt:
        click.echo(err=True)


def _changes(request: Request) -> Iterator[None]:
    """One at once, then one after each change."""
    roots = [request.source, *([request.theme] if request.theme else [])]
    changes = Changes(roots, [request.out, request.state], Event())
    known = changes.look()
    yield
    while (now := changes.after(known)) is not None:
        known = now
        yield

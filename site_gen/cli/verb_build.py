"""`sitegen build`: check, then build. A build that finds nothing changed says so before anything heavy is imported."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from site_gen.base.diagnostics import Severity
from site_gen.base.in_ci import in_ci
from site_gen.base.messages import Message, say
from site_gen.cli import options, usage
from site_gen.cli.language import language, tr
from site_gen.cli.progress import Progress
from site_gen.pipeline import inputs
from site_gen.pipeline.profile import begin, cpu, spent
from site_gen.pipeline.request import Request

if TYPE_CHECKING:
    from site_gen.pipeline.build import Outcome
    from site_gen.pipeline.removals import Removal

MOST_GOING = 30
"""So many addresses that go are listed one by one."""


@usage.verb(
    "build",
    tr("Check the content and build the site. While something fails nothing is written and the old site stays."),
    "sitegen build",
    "sitegen build --strict --as-of 21/11/2026 -d public",
)
@options.places
@options.destination("output", tr("output folder (default: output)"))
@options.theme
@options.jobs
@click.option("--swap", is_flag=True, help=tr("exchange the whole output folder in one step"))
@click.option(
    "--precompress",
    is_flag=True,
    help=tr("write a compressed copy beside each text: gzip, and brotli where the extra [fast] is installed"),
)
@click.option(
    "--allow-removals",
    is_flag=True,
    help=tr("where CI is set: take down published pages even if they are more than a tenth of the site"),
)
@click.option(
    "--no-log", is_flag=True, help=tr("leave the publication log as it is: for builds that are not published")
)
@click.option("--profile", is_flag=True, help=tr("say where the time of the build went, step by step"))
@click.option("--why", is_flag=True, help=tr("say why each page was rendered"))
@options.reporting
def command(
    source: options.Source,
    destination: Path,
    theme: Path | None,
    jobs: int | None,
    swap: bool,
    precompress: bool,
    allow_removals: bool,
    no_log: bool,
    profile: bool,
    why: bool,
    reporting: options.Reporting,
) -> None:
    """Exit 1 where something is found at or above the fail level; then nothing was written."""
    started = time.perf_counter()
    if profile:
        begin()
    request = source.request(
        destination,
        reporting.fail,
        theme=theme,
        jobs=jobs or options.processors(),
        swap=swap,
        precompress=precompress,
        allow_removals=allow_removals or not in_ci(),
        log=not no_log,
    )
    seen, before = inputs.take(request), inputs.recall(request)
    printed = reporting.format == "full" and reporting.output is None
    if before is not None and printed and inputs.same(seen, before, request):
        if not reporting.quiet:
            text = tr("Nothing has changed: {pages} pages, {warnings} warnings, as built before ({seconds} s).")
            took = usage.seconds(time.perf_counter() - started)
            click.echo(text.format(**before.result, seconds=took), err=True)
        return
    try:
        outcome = _build(request, seen, why, reporting)
    finally:
        if profile:
            click.echo(_profile_text(time.perf_counter() - started), err=not reporting.for_person)
    if not reporting.quiet:
        _summary(request, outcome, started)


def _build(request: Request, seen: inputs.InputState, why: bool, reporting: options.Reporting) -> Outcome:
    from site_gen.cli import report
    from site_gen.pipeline.build import build
    from site_gen.pipeline.lasting import keep_in_file

    def waiting(message: Message) -> None:
        click.echo(say(message, language()), err=True)

    def going(gone: tuple[Removal, ...]) -> None:
        if reporting.least < Severity.ERROR:
            click.echo(_removals_text(gone), err=True)

    progress = Progress(tr("{made} of {count} pages")) if not reporting.quiet and sys.stderr.isatty() else None
    try:
        with keep_in_file(request):
            outcome = build(request, waiting, seen, going, progress)
    finally:
        if progress is not None:
            progress.clear()
    reporting.put(outcome.found)
    if why:
        for path, reason in sorted(outcome.reasons.items()):
            words = ", ".join(tr(r) for r in reason.split(", "))
            click.echo(f"{path}: {words}", err=not reporting.for_person)  # programs read the report alone
    if outcome.published is None:
        click.echo(
            tr("Nothing was written: {summary}. The old site is untouched.").format(
                summary=report.summary(outcome.found, language())
            ),
            err=True,
        )
        raise click.exceptions.Exit(1)
    return outcome


def _profile_text(wall: float) -> str:
    """A line for each step: seconds that passed, seconds of processors, and its share of the time; then all of it."""
    steps: dict[str, tuple[float, float]] = {}
    for one in spent():
        name = say(one.step, language())
        before = steps.get(name, (0.0, 0.0))
        steps[name] = (before[0] + one.wall, before[1] + one.cpu)
    rest = tr("start, and between the steps")
    noted = [sum(times[n] for times in steps.values()) for n in (0, 1)]
    steps = {rest: (wall - noted[0], cpu() - noted[1]), **steps}
    rows = [
        (name, f"{passed:.2f} s", f"{worked:.2f} s", f"{passed / wall:.0%}") for name, (passed, worked) in steps.items()
    ]
    rows = [
        (tr("Step"), tr("passed"), tr("processors"), tr("share")),
        *rows,
        (tr("All of it"), f"{wall:.2f} s", f"{cpu():.2f} s", ""),
    ]
    widths = [max(len(row[n]) for row in rows) for n in range(4)]
    lines = [
        f"{row[0]:<{widths[0]}}  {row[1]:>{widths[1]}}  {row[2]:>{widths[2]}}  {row[3]:>{widths[3]}}".rstrip()
        for row in rows
    ]
    text = "\n".join(lines)
    return text if language() == "en" else text.replace(".", ",")


def _removals_text(gone: tuple[Removal, ...]) -> str:
    """The published addresses that this build takes down, each with the line that keeps it."""
    lines = [tr("Published addresses that this build removes: {count}").format(count=len(gone))]
    for removal in gone[:MOST_GOING]:
        lines.append(f"  {removal.path}" + (f" ({removal.title})" if removal.title else ""))
        if removal.file:
            lines.append(
                "    " + tr("to keep it, write in {file}: {line}").format(file=removal.file, line=removal.line)
            )
    if len(gone) > MOST_GOING:
        lines.append("  " + tr("and {count} more").format(count=len(gone) - MOST_GOING))
    if not all(removal.file for removal in gone):
        lines.append(
            tr(
                "Anyone who saved such an address will find nothing there. If another entry has taken its place, add the address to that entry under `formerly`."
            )
        )
    return "\n".join(lines)


def _summary(request: Request, outcome: Outcome, started: float) -> None:
    from site_gen.cli import report

    done = outcome.published
    assert done is not None
    click.echo(
        tr(
            "{pages} pages of {sites} sites; {written} files written, {removed} removed, {unchanged} unchanged; {summary}; {seconds} s"
        ).format(
            pages=outcome.pages,
            sites=outcome.sites,
            written=len(done.written),
            removed=len(done.removed),
            unchanged=done.unchanged,
            summary=report.summary(outcome.found, language()),
            seconds=usage.seconds(time.perf_counter() - started),
        ),
        err=True,
    )
    for one in outcome.recorded:
        click.echo(tr("{n} lines added to {path}; commit it").format(n=one.lines, path=one.shown), err=True)
    click.echo(tr("Open {path}").format(path=request.out / "index.html"), err=True)

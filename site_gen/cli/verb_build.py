"""`sitegen build`: check, then build. A build that finds nothing changed says so before anything heavy is imported."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import Message, say
from site_gen.cli import options, usage
from site_gen.cli.language import language, tr
from site_gen.pipeline import inputs
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
    why: bool,
    reporting: options.Reporting,
) -> None:
    """Exit 1 where something is found at or above the fail level; then nothing was written."""
    started = time.perf_counter()
    request = source.request(
        destination,
        reporting.fail,
        theme=theme,
        jobs=jobs or options.processors(),
        swap=swap,
        precompress=precompress,
        allow_removals=allow_removals or not _in_ci(),
    )
    seen, before = inputs.take(request), inputs.recall(request)
    printed = reporting.format == "full" and reporting.output is None
    if before is not None and printed and inputs.same(seen, before, request):
        if not reporting.quiet:
            text = tr("Nothing has changed: {pages} pages, {warnings} warnings, as built before ({seconds} s).")
            took = usage.seconds(time.perf_counter() - started)
            click.echo(text.format(**before.result, seconds=took), err=True)
        return
    outcome = _build(request, seen, why, reporting)
    if not reporting.quiet:
        _summary(request, outcome, started)


def _build(request: Request, seen: inputs.InputState, why: bool, reporting: options.Reporting) -> Outcome:
    from site_gen.cli import report
    from site_gen.pipeline.build import build

    def waiting(message: Message) -> None:
        click.echo(say(message, language()), err=True)

    def going(gone: tuple[Removal, ...]) -> None:
        if reporting.least < Severity.ERROR:
            click.echo(_removals_text(gone), err=True)

    outcome = build(request, waiting, seen, going)
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


def _in_ci() -> bool:
    """Whether a machine builds; GitHub, GitLab and the others say so in `CI`."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false", "no")


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
    click.echo(tr("Open {path}").format(path=request.out / "index.html"), err=True)

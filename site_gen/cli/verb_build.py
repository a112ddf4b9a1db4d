"""`sitegen build`: check, then build. A build that finds nothing changed says so before anything heavy is imported."""

from __future__ import annotations

import os
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import Message, say
from site_gen.cli import options, placeholders
from site_gen.cli.language import language, tr
from site_gen.pipeline import inputs
from site_gen.pipeline.request import Request

if TYPE_CHECKING:
    from site_gen.pipeline.build import Outcome
    from site_gen.pipeline.removals import Removal

MOST_GOING = 30
"""So many addresses that go are listed one by one."""


@click.command(
    "build",
    options_metavar=placeholders.OPTIONS,
    help=tr("Check the content and build the site. While something fails nothing is written and the old site stays.")
    + "\n\n"
    + tr("Example:")
    + "\n\n\b\n  sitegen build\n  sitegen build --strict --as-of 21/11/2026 -d public",
)
@options.places
@click.option(
    "-d",
    "--destination",
    type=click.Path(path_type=Path),
    default=Path("output"),
    metavar=placeholders.FOLDER,
    help=tr("output folder (default: output)"),
)
@click.option(
    "--theme",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar=placeholders.FOLDER,
    help=tr("folder of a theme of your own"),
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    metavar=placeholders.NUMBER,
    help=tr("how many processes may render (default: all processors)"),
)
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
    source: Path,
    as_of: date | None,
    base_url: str,
    lang: str | None,
    destination: Path,
    theme: Path | None,
    jobs: int | None,
    swap: bool,
    precompress: bool,
    allow_removals: bool,
    why: bool,
    strict: bool,
    fail_level: str,
    format_: str,
    output: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Exit 1 where something is found at or above the fail level; then nothing was written."""
    started = time.perf_counter()
    fail = options.level(strict, fail_level)
    request = options.request(
        source,
        destination,
        as_of,
        base_url,
        fail,
        theme=theme,
        jobs=jobs or options.processors(),
        swap=swap,
        precompress=precompress,
        allow_removals=allow_removals or not _nobody_watches(),
    )
    seen, before = inputs.take(request), inputs.recall(request)
    if before is not None and format_ == "full" and output is None and inputs.same(seen, before, request):
        if not quiet:
            click.echo(
                tr("Nothing has changed: {pages} pages, {warnings} warnings, as built before ({seconds} s).").format(
                    **before.result, seconds=_seconds(started)
                ),
                err=True,
            )
        return
    least = Severity.INFO if verbose else fail if quiet else Severity.WARNING
    outcome = _build(request, seen, why, format_, output, least)
    if not quiet:
        _summary(request, outcome, started)


def _build(
    request: Request, seen: inputs.InputState, why: bool, format_: str, output: Path | None, least: Severity
) -> Outcome:
    from site_gen.cli import report
    from site_gen.pipeline.build import build

    def waiting(message: Message) -> None:
        click.echo(say(message, language()), err=True)

    def going(gone: tuple[Removal, ...]) -> None:
        if least < Severity.ERROR:
            click.echo(_told(gone), err=True)

    outcome = build(request, waiting, seen, going)
    report.put(outcome.found, format_, language(), output, least)
    if why:
        for path, reason in sorted(outcome.reasons.items()):
            told = ", ".join(tr(r) for r in reason.split(", "))
            click.echo(f"{path}: {told}", err=format_ not in ("full", "concise"))  # programs read the report alone
    if outcome.published is None:
        click.echo(
            tr("Nothing was written: {summary}. The old site is untouched.").format(
                summary=report.summary(outcome.found, language())
            ),
            err=True,
        )
        raise click.exceptions.Exit(1)
    return outcome


def _nobody_watches() -> bool:
    """Whether a machine builds; GitHub, GitLab and the others say so in `CI`."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false", "no")


def _told(gone: tuple[Removal, ...]) -> str:
    """The published addresses that this build takes down, each with the line that keeps it."""
    lines = [tr("Published addresses that go with this build: {count}").format(count=len(gone))]
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
                "Who has saved such an address finds nothing there. If another entry has taken its place, write the address there under `formerly`."
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
            seconds=_seconds(started),
        ),
        err=True,
    )
    click.echo(tr("Open {path}").format(path=request.out / "index.html"), err=True)


def _seconds(started: float) -> str:
    return f"{time.perf_counter() - started:.2f}".replace(".", "," if language() == "vi" else ".")

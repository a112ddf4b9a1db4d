"""`sitegen check`: read and judge, write nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from site_gen.base.diagnostics import Severity, worst
from site_gen.cli import options, placeholders
from site_gen.cli.language import language, tr


@click.command(
    "check",
    options_metavar=placeholders.OPTIONS,
    help=tr("Read the content and judge it by every rule; nothing is written.")
    + "\n\n"
    + tr("Example:")
    + "\n\n\b\n  sitegen check --strict\n  sitegen check -s content --format json -o report.json",
)
@options.places
@options.reporting
def command(
    source: Path,
    as_of: date | None,
    base_url: str,
    lang: str | None,
    strict: bool,
    fail_level: str,
    format_: str,
    output: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Exit 1 where something is found at or above the fail level."""
    from site_gen.build.check import check
    from site_gen.cli import report

    fail = options.level(strict, fail_level)
    found = check(options.request(source, Path("output"), as_of, base_url, fail))
    least = fail if quiet else Severity.INFO if verbose else Severity.WARNING
    report.put(found, format_, language(), output, least)
    if not quiet:
        click.echo(report.summary(found, language()), err=True)
    gravest = worst(found)
    if gravest is not None and gravest >= fail:
        raise click.exceptions.Exit(1)

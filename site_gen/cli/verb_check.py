"""`sitegen check`: read and judge, write nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from site_gen.base.diagnostics import Diagnostic, Severity, in_order, worst
from site_gen.cli import options, placeholders
from site_gen.cli.language import language, tr


@click.command(
    "check",
    options_metavar=placeholders.OPTIONS,
    help=tr(
        "Read the content and judge it by every rule; nothing is written. With --site, walk a built site instead: every link leads somewhere, every page is within three clicks of home."
    )
    + "\n\n"
    + tr("Example:")
    + "\n\n\b\n  sitegen check --strict\n  sitegen check -s content --format json -o report.json\n  sitegen check --site output",
)
@options.places
@click.option(
    "--site",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar=placeholders.FOLDER,
    help=tr("walk the built site in this folder; the content is judged as well only where -s names it"),
)
@options.reporting
def command(
    source: Path,
    as_of: date | None,
    base_url: str,
    lang: str | None,
    site: Path | None,
    strict: bool,
    fail_level: str,
    format_: str,
    output: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Exit 1 where something is found at or above the fail level."""
    from site_gen.cli import report

    fail = options.level(strict, fail_level)
    found: tuple[Diagnostic, ...] = ()
    if site is None or _named("source"):
        from site_gen.pipeline.steps import check

        found = check(options.request(source, Path("output"), as_of, base_url, fail, writes=False))
    if site is not None:
        from site_gen.outputs.links import check_site

        found = in_order([*found, *check_site(site)])
    least = fail if quiet else Severity.INFO if verbose else Severity.WARNING
    report.put(found, format_, language(), output, least)
    if not quiet:
        click.echo(report.summary(found, language()), err=True)
    gravest = worst(found)
    if gravest is not None and gravest >= fail:
        raise click.exceptions.Exit(1)


def _named(parameter: str) -> bool:
    """Whether an option was written out, not left at its default."""
    source = click.get_current_context().get_parameter_source(parameter)
    return source is not click.core.ParameterSource.DEFAULT

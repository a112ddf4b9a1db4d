"""`sitegen check`: read and judge, write nothing."""

from __future__ import annotations

from pathlib import Path

import click

from site_gen.base.diagnostics import Diagnostic, in_order, worst
from site_gen.cli import options, usage
from site_gen.cli.language import language, tr


@usage.verb(
    "check",
    tr(
        "Read the content and check it by every rule; nothing is written. With --site, check a built site instead: every link leads somewhere, every page is within three clicks of home."
    ),
    "sitegen check --strict",
    "sitegen check -s content --format json -o report.json",
    "sitegen check --site output",
)
@options.places
@options.theme
@click.option(
    "--site",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar=usage.FOLDER,
    help=tr("check the built site in this folder; the content is checked as well only where -s names it"),
)
@options.reporting
def command(source: options.Source, theme: Path | None, site: Path | None, reporting: options.Reporting) -> None:
    """Exit 1 where something is found at or above the fail level."""
    from site_gen.cli import report

    found: tuple[Diagnostic, ...] = ()
    if site is None or _named("source"):
        from site_gen.pipeline.steps import check

        found = check(source.request(Path("output"), reporting.fail, writes=False, theme=theme))
    if site is not None:
        from site_gen.outputs.links import check_site

        found = in_order([*found, *check_site(site)])
    reporting.put(found)
    if not reporting.quiet:
        click.echo(report.summary(found, language()), err=True)
    gravest = worst(found)
    if gravest is not None and gravest >= reporting.fail:
        raise click.exceptions.Exit(1)


def _named(parameter: str) -> bool:
    """Whether an option was written out, not left at its default."""
    source = click.get_current_context().get_parameter_source(parameter)
    return source is not click.core.ParameterSource.DEFAULT

"""`sitegen check`: read and judge, write nothing."""

from __future__ import annotations

from pathlib import Path

import click

from site_gen.base.diagnostics import Diagnostic, in_order, worst
from site_gen.cli import options, usage
from site_gen.cli.language import language, tr
from site_gen.pipeline.request import Request


@usage.verb(
    "check",
    tr(
        "Read the content and check it by every rule; nothing is written. With --site, check a built site instead: every link leads somewhere, every page is within three clicks of home."
    ),
    "sitegen check --strict",
    "sitegen check --watch",
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
@click.option("--watch", is_flag=True, help=tr("check again after each save, until Ctrl-C"))
@options.reporting
def command(
    source: options.Source, theme: Path | None, site: Path | None, watch: bool, reporting: options.Reporting
) -> None:
    """Exit 1 where something is found at or above the fail level."""
    from site_gen.cli import report

    def request() -> Request:
        return source.request(Path("output"), reporting.fail, writes=False, theme=theme)

    if watch:
        if site is not None or not reporting.for_person or reporting.output is not None:
            raise click.UsageError(
                tr("`--watch` is for a person and for content: leave out `--site`, `--output` and formats for programs")
            )
        from site_gen.cli.watching import check_after_each_save

        check_after_each_save(request, reporting)
        return
    found: tuple[Diagnostic, ...] = ()
    if site is None or _named("source"):
        from site_gen.pipeline.lasting import keep_in_file
        from site_gen.pipeline.steps import check

        asked = request()
        with keep_in_file(asked):
            found = check(asked)
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

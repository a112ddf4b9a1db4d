"""`sitegen evidence pack`: what an assessor is handed, as a folder and a ZIP."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import click

from site_gen.base.messages import Message, say
from site_gen.cli import options, usage
from site_gen.cli.language import language, tr


@usage.verb(
    "evidence",
    tr(
        "Pack the evidence of scorecards, plans, apology notices and duties for the assessor: a folder and a ZIP each, with an index that opens from a stick, a workbook, a cover sheet, a folder for each criterion, the pages, and the digest of every file; what is missing stands on top. WHAT is the id of a plan or scorecard, `apologies` or `duties`; without it, all."
    ),
    "sitegen evidence pack",
    "sitegen evidence pack cchc-2026 -d ho-so-minh-chung",
    "sitegen evidence pack --check --as-of 20/11/2026",
)
@click.argument("action", type=click.Choice(["pack"]), metavar="pack")
@click.argument("what", nargs=-1, metavar=usage.WHAT)
@options.places
@options.destination("minh-chung", tr("folder of the packs (default: minh-chung)"))
@options.theme
@click.option(
    "--check", is_flag=True, help=tr("say what the packs would lack on the day, write nothing; exit 1 for anything")
)
@options.reporting
def command(
    action: str,
    what: tuple[str, ...],
    source: options.Source,
    destination: Path,
    theme: Path | None,
    check: bool,
    reporting: options.Reporting,
) -> None:
    """Exit 1 where something is found at or above the fail level; then nothing was written."""
    from site_gen.pipeline.evidence_pack import UnknownSet

    if not check and find_spec("xlsxwriter") is None:
        from site_gen.pipeline.extras import install_command

        usage.refuse(
            tr("packing needs packages that are not installed: {names}").format(names="xlsxwriter"),
            tr("install them with `{command}`").format(command=install_command("xlsx")),
        )
    try:
        if check:
            _check(source, destination, what)
        else:
            _pack(source, destination, theme, what, reporting)
    except UnknownSet as unknown:
        otherwise = tr("name the id of a plan or scorecard, or `duties`")
        hint = usage.did_you_mean(unknown.near) if unknown.near else otherwise
        raise click.UsageError(tr("there is no pack `{word}`; {hint}").format(word=unknown.word, hint=hint)) from None


def _check(source: options.Source, destination: Path, what: tuple[str, ...]) -> None:
    """One line for each thing that is missing."""
    from site_gen.pipeline.evidence_pack import lacking

    found = lacking(source.request(destination, writes=False), what)
    for lack in found:
        click.echo(f"{lack.pack}: {lack.what} [{lack.place}]")
    if found:
        click.echo(tr("{count} in all").format(count=len(found)), err=True)
        raise click.exceptions.Exit(1)
    click.echo(tr("Nothing is missing."), err=True)


def _pack(
    source: options.Source,
    destination: Path,
    theme: Path | None,
    what: tuple[str, ...],
    reporting: options.Reporting,
) -> None:
    from site_gen.cli import report
    from site_gen.pipeline.evidence_pack import pack

    def waiting(message: Message) -> None:
        click.echo(say(message, language()), err=True)

    request = source.request(destination, reporting.fail, theme=theme)
    outcome = pack(request, what, waiting)
    reporting.put(outcome.found)
    if outcome.published is None:
        summary = report.summary(outcome.found, language())
        click.echo(tr("Nothing was packed: {summary}.").format(summary=summary), err=True)
        raise click.exceptions.Exit(1)
    if not reporting.quiet:
        for name, files in outcome.packs:
            line = tr("{pack}: {count} files, and the same as {pack}.zip")
            click.echo(line.format(pack=request.out / name, count=files), err=not reporting.for_person)

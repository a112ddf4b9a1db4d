"""`sitegen board`: sheets for the notice board as PDF."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from site_gen.base.messages import Message, say
from site_gen.cli import options, usage
from site_gen.cli.language import language, tr

if TYPE_CHECKING:
    from site_gen.pipeline.board import Outcome
    from site_gen.pipeline.board_prints import Selection
    from site_gen.pipeline.request import Request

GROUPS = "procedures, procedure, poster, apologies, plan, statistics, minutes"


@usage.verb(
    "board",
    tr(
        "Print sheets for the notice board as PDF: lists, guides and posters of procedures, apology notices, plans, the month's statistics, and minutes of posting and taking down. WHAT is a group ({groups}), a code, an id or a period; without it, everything that belongs on the board."
    ).format(groups=GROUPS),
    "sitegen board",
    "sitegen board apologies minutes",
    "sitegen board poster",
    "sitegen board statistics",
    "sitegen board plan cchc-2026 --paper a3",
)
@click.argument("what", nargs=-1, metavar=usage.WHAT)
@options.places
@options.destination("bang-niem-yet", tr("folder of the sheets (default: bang-niem-yet)"))
@options.theme
@click.option("--paper", type=click.Choice(["a4", "a3"]), default="a4", help=tr("size of the paper (default: a4)"))
@click.option(
    "--since",
    type=options.Day(),
    help=tr("minutes of taking down: postings whose last day is this one or later (default: 30 days ago)"),
)
@options.reporting
def command(
    what: tuple[str, ...],
    source: options.Source,
    destination: Path,
    theme: Path | None,
    paper: str,
    since: date | None,
    reporting: options.Reporting,
) -> None:
    """Exit 1 where something is found at or above the fail level; then nothing was written."""
    from site_gen.outputs.board.press import missing_packages
    from site_gen.pipeline.extras import install_command

    if missing_packages():
        usage.refuse(
            tr("printing needs packages that are not installed: {names}").format(names=", ".join(missing_packages())),
            tr("install them with `{command}`").format(command=install_command("pdf")),
        )
    from site_gen.cli import report
    from site_gen.pipeline.board_prints import Selection

    request = source.request(destination, reporting.fail, theme=theme)
    outcome = _board(request, Selection(what, paper, since), reporting.quiet)
    reporting.put(outcome.found)
    if outcome.published is None:
        summary = report.summary(outcome.found, language())
        click.echo(tr("Nothing was printed: {summary}.").format(summary=summary), err=True)
        raise click.exceptions.Exit(1)
    if not reporting.quiet:
        _summary(request, outcome, reporting.for_person)


def _board(request: Request, selection: Selection, quiet: bool) -> Outcome:
    """Print, with a bar where a person watches."""
    from site_gen.pipeline.board import UnknownSheet, board

    def waiting(message: Message) -> None:
        click.echo(say(message, language()), err=True)

    hidden = quiet or not sys.stderr.isatty()
    with click.progressbar(length=1, label=tr("Printing"), file=sys.stderr, hidden=hidden) as bar:

        def printed(done: int, all_: int) -> None:
            bar.length = all_
            bar.update(done - bar.pos)

        try:
            return board(request, selection, printed, waiting)
        except UnknownSheet as unknown:
            otherwise = tr("name one of {groups}, a code, an id or a period").format(groups=GROUPS)
            hint = usage.did_you_mean(unknown.near) if unknown.near else otherwise
            message = tr("there is no sheet `{word}`; {hint}").format(word=unknown.word, hint=hint)
            raise click.UsageError(message) from None


def _summary(request: Request, outcome: Outcome, for_person: bool) -> None:
    """Which sheets are new: these are to be pinned up; the others hang as they are."""
    done = outcome.published
    assert done is not None
    for path in done.written:
        click.echo(request.out / path, err=not for_person)  # programs read the report alone
    for name in outcome.without_address:
        click.echo(
            tr(
                "{site}: sheets bear no QR code, because nothing says where the site is published; set `base_url` in site.yml or give `--base-url`."
            ).format(site=name),
            err=True,
        )
    if not outcome.sheets:
        click.echo(tr("There is nothing to print."), err=True)
    click.echo(
        tr(
            "{sheets} sheets, {pages} pages: {written} new or changed, {unchanged} as before, {removed} taken away"
        ).format(
            sheets=outcome.sheets,
            pages=outcome.pages,
            written=len(done.written),
            unchanged=done.unchanged,
            removed=len(done.removed),
        ),
        err=True,
    )

"""`sitegen doctor`: what a site still needs before it is published, in the order in which an officer works."""

from __future__ import annotations

import json
from pathlib import Path

import click

from site_gen.base.messages import say
from site_gen.cli import options, usage
from site_gen.cli.language import language, tr

MOST = 10
"""Needs of a step that are shown unless all are asked for."""


@usage.verb(
    "doctor",
    tr(
        "Say what a site still needs before it can be published, in the order to do it: what is wrong, units that are missing, blanks, doubts of an import, drafts, open duties."
    ),
    "sitegen doctor",
    "sitegen doctor --all",
)
@options.places
@click.option("--all", "all_", is_flag=True, help=tr("show every line, not the first ten of each step"))
@options.format_of(tr("form of the list (default: text)"), "text", "json")
def command(source: options.Source, all_: bool, format_: str) -> None:
    """Exit 0 however much there is to do; 1 where no site can be read at all."""
    from site_gen.pipeline.doctor import steps
    from site_gen.pipeline.gather import gather

    gathered = gather(source.request(Path("output"), writes=False))
    if not gathered.snapshots:
        options.Reporting().put(gathered.found)
        raise click.exceptions.Exit(1)
    found = steps(gathered)
    if format_ == "json":
        rows = [
            {
                "step": say(step.title, language()),
                "needs": [{"place": need.place, "what": say(need.what, language())} for need in step.needs],
            }
            for step in found
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    if not found:
        click.echo(tr("Nothing is missing. Next: {command}").format(command="sitegen build --strict"))
    for number, step in enumerate(found, 1):
        click.echo(f"{number}. {say(step.title, language())} ({len(step.needs)})")
        click.echo(f"   = {say(step.how, language())}")
        shown = step.needs if all_ else step.needs[:MOST]
        for need in shown:
            click.echo(f"   {need.place}: {say(need.what, language())}")
        if len(shown) < len(step.needs):
            click.echo("   " + tr("… and {n} more; see them with `--all`").format(n=len(step.needs) - len(shown)))

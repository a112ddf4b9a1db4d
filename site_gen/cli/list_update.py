"""A new list of procedures over the one that a site has, on the command line: the difference first, then, if asked, the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from site_gen.base.messages import say
from site_gen.base.vietnamese import excerpt
from site_gen.cli.language import language, tr
from site_gen.cli.usage import writing

if TYPE_CHECKING:
    from site_gen.importers.targets.procedure_update import Update

WIDTH = 50
"""Letters of a name in the table."""


def bring_up_to_date(update: Update, *, dry_run: bool, write: bool) -> None:
    """Shows every procedure that differs and counts the others; writes where that was asked for."""
    from site_gen.importers.targets.procedure_update import TOLD, UNCHANGED

    click.echo(tr("{file} is there already; compared with it:").format(file=update.path))
    counts: dict[str, int] = {}
    for one in update.differences:
        counts[one.what] = counts.get(one.what, 0) + 1
        if one.what != UNCHANGED:
            words = say(TOLD[one.what], language())
            click.echo(f"  {one.code:<10} {words:<22} {excerpt(one.name, WIDTH)}")
            if one.details:
                click.echo(f"{'':<13}{one.details}")
    click.echo("  " + ", ".join(f"{say(TOLD[what], language())}: {count}" for what, count in counts.items()))
    if not update.files:
        click.echo(tr("{path}: unchanged").format(path=update.path))
    elif dry_run or not write:
        click.echo(tr("Nothing was written. With `--replace` these changes are made, and nothing else."))
    else:
        for path, raw in update.files.items():
            with writing(path):
                path.write_bytes(raw)
            click.echo(str(path))

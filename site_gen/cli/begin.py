"""What beginning a site and beginning an entry share."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from site_gen.cli import options
from site_gen.cli.language import tr
from site_gen.cli.refuse import writing

as_of = click.option(
    "--as-of", type=options.Day(), help=tr("the day of writing (default: SOURCE_DATE_EPOCH, else today)")
)
lang = click.option(
    "--lang", type=click.Choice(["vi", "en"]), expose_value=False, help=tr("language of help and reports")
)


def write_new(folder: Path, files: Mapping[str, str]) -> None:
    """New files only; one that is there already stays as it is."""
    for path, text in files.items():
        target = folder / path
        with writing(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                file = target.open("x", encoding="utf-8", newline="\n")
            except FileExistsError:
                continue
            with file:
                file.write(text)
        click.echo(str(target))

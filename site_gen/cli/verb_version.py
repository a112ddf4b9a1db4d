"""`sitegen version`."""

from __future__ import annotations

import click

from site_gen import __version__
from site_gen.cli import placeholders
from site_gen.cli.language import tr


@click.command(
    "version",
    options_metavar=placeholders.OPTIONS,
    help=tr("Print the version.") + "\n\n" + tr("Example:") + "\n\n\b\n  sitegen version",
)
def command() -> None:
    """Without options this is answered by `main` before click is imported."""
    click.echo(f"sitegen {__version__}")

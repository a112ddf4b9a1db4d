"""`sitegen version`."""

from __future__ import annotations

import click

from site_gen import __version__
from site_gen.cli import usage
from site_gen.cli.language import tr


@usage.verb("version", tr("Print the version."), "sitegen version")
def command() -> None:
    """Without options this is answered by `main` before click is imported."""
    click.echo(f"sitegen {__version__}")

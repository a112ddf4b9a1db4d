"""Stopping a command that was understood but cannot be carried out as things stand."""

from __future__ import annotations

from typing import NoReturn

import click

from site_gen.cli.language import tr


def refuse(message: str, hint: str = "") -> NoReturn:
    """Say why on stderr, and how to mend it; exit code 2."""
    click.echo(f"{tr('error')}: {message}", err=True)
    if hint:
        click.echo(f"  = {tr('how to mend it')}: {hint}", err=True)
    raise click.exceptions.Exit(2)

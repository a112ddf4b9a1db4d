"""Stopping a command that was understood but cannot be carried out as things stand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click

from site_gen.base.messages import say
from site_gen.base.os_error import reason
from site_gen.cli.language import language, tr


def refuse(message: str, hint: str = "") -> NoReturn:
    """Say why on stderr, and how to mend it; exit code 2."""
    click.echo(f"{tr('error')}: {message}", err=True)
    if hint:
        click.echo(f"  = {tr('how to mend it')}: {hint}", err=True)
    raise click.exceptions.Exit(2)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Stops the command with the system's reason where `path`, or what is told to be in it, cannot be written."""
    try:
        yield
    except OSError as error:
        why = say(reason(error), language())
        refuse(tr("{path} cannot be written: {reason}").format(path=error.filename or path, reason=why))

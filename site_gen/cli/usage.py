"""What all commands share in their help, and how a command stops that cannot do what it was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

import click

from site_gen.base.messages import say
from site_gen.base.os_error import reason
from site_gen.cli.language import language, tr

# What stands for words and values in usage lines.
OPTIONS, COMMAND = tr("[OPTIONS]"), tr("[COMMAND] …")
FOLDER, FILE, TEXT, NUMBER = tr("FOLDER"), tr("FILE"), tr("TEXT"), tr("NUMBER")
URL, ADDRESS = tr("URL"), tr("ADDRESS")
CODE, ID, SCHEMA = tr("[CODE]"), tr("ID"), tr("[KIND|site|fleet]")
KIND = tr("KIND")
DAY = tr("DD/MM/YYYY")
WHAT = tr("[WHAT] …")


def with_examples(text: str, *examples: str) -> str:
    """A help text that ends with command lines to copy."""
    return f"{text}\n\n{tr('Example:')}\n\n\b\n  " + "\n  ".join(examples)


def verb(
    name: str, text: str, *examples: str, short: str | None = None
) -> Callable[[Callable[..., Any]], click.Command]:
    """Makes a function the command `name`, explained by `text` and examples."""
    return click.command(name, options_metavar=OPTIONS, help=with_examples(text, *examples), short_help=short)


def suggestion(word: str, known: Iterable[str], otherwise: str, most: int = 1, cutoff: float = 0.5) -> str:
    """A hint for a word that is not among those `known`: the nearest of them, else what `otherwise` says."""
    if near := get_close_matches(word, list(known), most, cutoff):
        return did_you_mean(near)
    return otherwise


def did_you_mean(words: Iterable[str]) -> str:
    """Asks whether one of these words was meant."""
    return tr("did you mean {words}?").format(words=", ".join(f"`{word}`" for word in words))


def refuse(message: str, hint: str = "") -> NoReturn:
    """Say on stderr why the command cannot be carried out, and what to do about it; exit code 2."""
    click.echo(f"{tr('error')}: {message}", err=True)
    if hint:
        click.echo(f"  = {tr('how to fix it')}: {hint}", err=True)
    raise click.exceptions.Exit(2)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Stops the command with the system's reason where `path`, or what is to be in it, cannot be written."""
    try:
        yield
    except OSError as error:
        why = say(reason(error), language())
        refuse(tr("{path} cannot be written: {reason}").format(path=error.filename or path, reason=why))


def seconds(duration: float) -> str:
    """A duration as reports write it, with the decimal sign of their language."""
    return f"{duration:.2f}".replace(".", "," if language() == "vi" else ".")

"""How far a long piece of work is, on one line that goes away; only who watches sees it."""

from __future__ import annotations

import time

import click

EVERY, AFTER = 0.2, 1.0
"""Seconds between two lines, and until the first one: a second of work needs none."""


class Progress:
    """Tells a person how much is done.

    Args:
        words: The line, with `{made}` and `{count}`.
    """

    def __init__(self, words: str) -> None:
        self._words = words
        self._shown = ""
        self._next = time.perf_counter() + AFTER

    def __call__(self, made: int, of: int) -> None:
        """So many are done, of so many."""
        if time.perf_counter() < self._next:
            return
        self._next = time.perf_counter() + EVERY
        self.clear()
        self._shown = self._words.format(made=made, count=of)
        click.echo(self._shown, err=True, nl=False)

    def clear(self) -> None:
        """Takes the line away."""
        if self._shown:
            click.echo("\r" + " " * len(self._shown) + "\r", err=True, nl=False)
            self._shown = ""

"""Where the time of a build goes, step by step; noted only where somebody asked for it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg

READ = msg("read the files")
JUDGE = msg("apply the rules")
DECIDE = msg("decide pages, tables and search")
LINKS = msg("follow links, look into attachments")
COMPARE = msg("compare with the last build")
MAKE = msg("render, look for personal data, write")
REMEMBER = msg("remember for the next build")


@dataclass(frozen=True, slots=True)
class Spent:
    """What a step took.

    Attributes:
        step: Its name.
        wall: Seconds that passed.
        cpu: Seconds in which processors worked for it, in this process and in workers that ended meanwhile.
    """

    step: Message
    wall: float
    cpu: float


_spent: list[Spent] | None = None


def begin() -> None:
    """From now on steps are noted."""
    global _spent  # the process's own, for who reads the profile at its end
    _spent = []


def spent() -> tuple[Spent, ...]:
    """The steps so far, in the order in which they ended."""
    return tuple(_spent or ())


def cpu() -> float:
    """Seconds that processors have worked for this process and for workers that have ended."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


@contextmanager
def step(name: Message) -> Iterator[None]:
    """A step of the build."""
    if _spent is None:
        yield
        return
    wall, worked = time.perf_counter(), cpu()
    try:
        yield
    finally:
        _spent.append(Spent(name, time.perf_counter() - wall, cpu() - worked))

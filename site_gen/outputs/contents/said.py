"""What was read of an attachment."""

from __future__ import annotations

from dataclasses import dataclass

LETTERS = 8_000_000
"""So much of an attachment is looked through: some thousand pages."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words and circumstances.

    Attributes:
        text: The words; empty for pictures and films.
        names: Which fields of the metadata still name somebody.
        signed: Whether it bears a digital signature, so that it was not cleaned.
        pictures: Whether it has pages and no word on them: a scan.
        locked: Whether a password keeps it from being read.
        unread: Whether it could not be read whole, for its size, its time or its faults.
    """

    text: str
    names: tuple[str, ...] = ()
    signed: bool = False
    pictures: bool = False
    locked: bool = False
    unread: bool = False

"""Findings: values that are compared, sorted and printed, never raised."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from enum import IntEnum

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message


class Severity(IntEnum):
    """How much a finding weighs. Ordered, so that `>=` reads as "at least as bad"."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    @property
    def word(self) -> str:
        """The word used in reports and in settings: `info`, `warning`, `error`."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file. Lines and columns count from 1, columns in characters after NFC.

    `line` 0 speaks of the file as a whole.
    """

    path: str
    line: int = 0
    column: int = 0
    end_column: int = 0


@dataclass(frozen=True, slots=True)
class LawRef:
    """A clause of law or of a plan that a rule rests on.

    `confidence` is `V` (article text read), `V2` (secondary source), `M` (memory) or `N` (not
    verified); only `V` may be shown to a citizen as law.
    """

    number: str
    clause: str
    confidence: str = "V"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: `message` says what is wrong with the actual value, `hint` how to correct it."""

    code: str
    severity: Severity
    message: Message
    at: Span
    hint: Message | None = None
    entry: str = ""
    law: LawRef | None = None
    related: tuple[tuple[Message, Span], ...] = field(default=())

    @property
    def sort_key(self) -> tuple[Span, str, str]:
        """By place, then by code, so that two runs print the same list."""
        return (self.at, self.code, str(self.message))


def in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """All findings once, sorted by place."""
    return tuple(sorted(dict.fromkeys(found), key=lambda d: d.sort_key))


def worst(found: Iterable[Diagnostic]) -> Severity | None:
    """The gravest severity among the findings, None where there are none."""
    return max((d.severity for d in found), default=None)

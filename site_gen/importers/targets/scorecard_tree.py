"""The tree of criteria of a scorecard, built while its lines or rows are read one after another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from decimal import Decimal

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_number
from site_gen.importers.draft import Doubt, Noted
from site_gen.importers.table import Place

Number = tuple[int, ...]


@dataclass(slots=True)
class Criterion:
    """One criterion as far as it was read.

    Attributes:
        number: Its number, empty where it has none.
        label: Its name.
        at: Where it stands.
        values: What is known of it besides, by key of the model.
        children: Those below it.
        doubts: What is doubtful about it.
        said_no: The number as the document prints it, where that is another one.
        id: What it is known by, where its number stands twice or is that of a section.
    """

    number: Number
    label: str
    at: Place
    values: dict[str, object] = field(default_factory=dict)
    children: list[Criterion] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    said_no: str = ""
    id: str = ""

    @property
    def maximum(self) -> Decimal | None:
        """The most that it can reach."""
        return decimal(self.value("max"))

    def value(self, key: str) -> object:
        """What is known of it, without the doubts about it."""
        found = self.values.get(key)
        return found.value if isinstance(found, Noted) else found

    def add(self, key: str, value: str) -> None:
        """One more line of a list."""
        found = self.values.setdefault(key, [])
        assert isinstance(found, list)
        found.append(value)

    def deduct(self, reason: str, points: str = "") -> None:
        """Points lost, and why."""
        found = self.values.setdefault("deductions", [])
        assert isinstance(found, list)
        found.append({"points": points, "reason": reason})

    def data(self, id: str) -> dict[str, object]:
        """It as content has it; `id` is given to those without a number."""
        said = ".".join(map(str, self.number))
        own: dict[str, object] = {}
        if self.id or self.said_no:
            own |= {"id": self.id or said, "no": self.said_no or said}
        elif said:
            own["no"] = said
        else:
            own["id"] = id
        label: object = Noted(self.label, tuple(self.doubts)) if self.doubts else self.label
        order = ("declared", "max", "self_score", "appraised_score", "lost_declared", "verbatim", "partial", "requirement",
                 "deductions", "remedy", "assignee_roles", "unit", "deadline", "fixed", "evidence", "note")  # fmt: skip  # a list
        own["label"] = label
        own |= {key: self.values[key] for key in order if key in self.values}
        letters = iter("abcdefghiklmnopqrstuvxy")
        name = self.id or said or id
        own["children"] = [
            child.data(f"{name}.{next(letters, 'z') if not child.number else ''}") for child in self.children
        ]
        return own

    def walk(self) -> Iterator[Criterion]:
        """It and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


def decimal(value: object) -> Decimal | None:
    """A score as it is written: with a comma or a point."""
    text = str(value or "").replace(",", ".")
    return Decimal(text) if re.fullmatch(r"\d+(?:\.\d+)?", text) else None


class Tree:
    """All criteria so far; below a section of the document where its list of children is given."""

    def __init__(self, roots: list[Criterion] | None = None) -> None:
        self.roots: list[Criterion] = [] if roots is None else roots
        self.path: list[Criterion] = []

    @property
    def current(self) -> Criterion | None:
        """The one that was read last."""
        return self.path[-1] if self.path else None

    @property
    def numbered(self) -> Criterion | None:
        """The last one with a number."""
        return next((one for one in reversed(self.path) if one.number), None)

    def __iter__(self) -> Iterator[Criterion]:
        return (one for root in self.roots for one in root.walk())

    def open(self, number: Number, label: str, at: Place, top: bool = False) -> Criterion:
        """Begins a criterion with a number, below the one whose number its own begins with.

        A number of one part in the middle of another series is that series' next one with its beginning left out: `4.` behind `1.3`.
        """
        last = self.numbered
        found = Criterion(number, label, at)
        if (
            not top
            and len(number) == 1
            and last is not None
            and len(last.number) > 1
            and number[0] == last.number[-1] + 1
        ):
            found.said_no = f"{number[0]}"
            found.number = (*last.number[:-1], number[0])
            found.doubts.append(
                Doubt(
                    "IMP014",
                    at,
                    f"{number[0]}. {label}",
                    msg(
                        "the number is {said} between {before} and the next one; it was taken for {number}",
                        said=number[0],
                        before=dotted(last.number),
                        number=dotted(found.number),
                    ),
                )
            )
        while self.path and not (
            self.path[-1].number
            and found.number[: len(self.path[-1].number)] == self.path[-1].number
            and len(self.path[-1].number) < len(found.number)
        ):
            self.path.pop()
        (self.path[-1].children if self.path else self.roots).append(found)
        self.path.append(found)
        return found

    def open_unnumbered(self, label: str, at: Place, maximum: str = "", beside: bool = False) -> Criterion:
        """Begins a criterion without a number, below the last one that has one and still has room for it; `beside` it, where it has none."""
        found = Criterion((), label, at)
        while self.path and not self.path[-1].number:
            self.path.pop()
        if beside and len(self.path) > 1:
            self.path.pop()
        adds = decimal(maximum) or Decimal(0)
        while len(self.path) > 1 and not has_room(self.path[-1], adds):
            self.path.pop()
        (self.path[-1].children if self.path else self.roots).append(found)
        self.path.append(found)
        return found


def has_room(parent: Criterion, adds: Decimal) -> bool:
    """Whether one more part of so many points fits below a criterion."""
    if parent.maximum is None or not parent.children:
        return True
    return sum((child.maximum or Decimal(0) for child in parent.children), adds) <= parent.maximum


def dotted(number: Number) -> str:
    """A number as documents write it."""
    return ".".join(map(str, number))


def sums(tree: Tree) -> Iterator[Doubt]:
    """Criteria whose parts do not come to what they say; parts that are missing on purpose are marked `partial`."""
    for one in tree:
        scored = [child for child in one.children if child.maximum is not None]
        if not scored or one.maximum is None:
            continue
        declared = decimal(one.value("declared"))
        total = sum((child.maximum or Decimal(0) for child in scored), Decimal(0))
        reached = sum((decimal(child.value("declared")) or Decimal(0) for child in scored), Decimal(0))
        if total < one.maximum:
            one.values["partial"] = "có"
        elif total == one.maximum and declared is not None and reached != declared:
            yield Doubt(
                "IMP015",
                one.at,
                one.label,
                msg(
                    "{number} says {declared}, its parts come to {reached}",
                    number=dotted(one.number) or one.label[:30],
                    declared=show_number(declared),
                    reached=show_number(reached),
                ),
            )

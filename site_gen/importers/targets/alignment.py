"""Cells of one row whose points belong together: part 1, body 1, time 1; part 2, body 2, time 2.

How many parts a row has is not written anywhere: it is the number on which the cells agree, read with bullets, line by line, or
at the dashes that a conversion left on one line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from site_gen.base.dataclass import dataclass
from site_gen.importers.targets.cells import has_bullets, points, points_at_dashes, points_of_names, points_of_times

Ways = Sequence[Callable[[str], list[str]]]
_WAYS: Mapping[str, Ways] = {
    "part": (points, points_at_dashes),
    "lead": (points, points_of_names),
    "deadline": (points, points_of_times),
    "outputs": (points, points_at_dashes),
}


@dataclass(frozen=True, slots=True)
class Aligned:
    """The parts of a row.

    Attributes:
        parts: The text of each.
        beside: By column, what stands beside each part; a single entry stands beside all of them.
        unclear: By column, the entries of a cell that has neither one nor as many as there are parts.
    """

    parts: list[str]
    beside: dict[str, list[str]]
    unclear: dict[str, list[str]]


def aligned(part: str, others: Mapping[str, str]) -> Aligned:
    """The parts of a cell and what belongs to each.

    Args:
        part: The cell of parts.
        others: By column the cells beside it.
    """
    readings = {key: _readings(key, text) for key, text in others.items()}
    own = _readings("part", part)
    if not has_bullets(part):
        # Without marks of their own, lines are parts only where another cell has as many.
        own = sorted(own, key=len)
        own = [[" ".join(points(part))], *own] if part else own
    chosen = max(own, key=lambda reading: (_agreeing(len(reading), readings), -own.index(reading))) if own else []
    count = len(chosen)
    beside: dict[str, list[str]] = {}
    unclear: dict[str, list[str]] = {}
    for key, ways in readings.items():
        same = next((way for way in ways if len(way) == count), None)
        alone = next((way for way in ways if len(way) == 1), None)
        if same is not None:
            beside[key] = same
        elif alone is not None:
            beside[key] = alone * count
        else:
            unclear[key] = ways[0]
    return Aligned(chosen, beside, unclear)


def _readings(key: str, text: str) -> list[list[str]]:
    out: list[list[str]] = []
    for way in _WAYS[key]:
        found = way(text)
        if found and found not in out:
            out.append(found)
    return out


def _agreeing(count: int, readings: Mapping[str, list[list[str]]]) -> int:
    """In how many cells there is a reading with so many points; one that has only a single point agrees with nothing but one."""
    if count == 1:
        return sum(
            any(len(way) == 1 for way in ways) and all(len(way) == 1 for way in ways) for ways in readings.values()
        )
    return sum(any(len(way) == count for way in ways) for ways in readings.values())

"""How much of the five plans an import gets right unaided: its drafts laid field by field beside what people wrote into `content/`.

Texts were shortened when they were written down, so a text counts as right where it has words enough in common; everything else must
be the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from site_gen.base.vietnamese import fold
from site_gen.importers.draft import Draft, Noted
from site_gen.importers.importing import Asked, Imported
from site_gen.importers.known import TARGETS
from site_gen.importers.readers.opening import read_book

ROOT = Path(__file__).parents[1]
PLANS = {
    "cam-giang": ("plan", "plans/cchc-2023/tasks.yml"),
    "huong-thuy": ("plan", "plans/cchc-2023/tasks.yml"),
    "hoang-giang": ("plan", "plans/cchc-2023/tasks.yml"),
    "phu-thuong": ("scorecard", "scorecards/chi-so-2021.yml"),
    "tuy-phuoc": ("plan", "plans/khac-phuc-2024/tasks.yml"),
}
"""By site what its file is and where people wrote it down."""
_TASK = ("no", "area", "group", "targets", "text", "outputs", "lead", "coordinating", "deadline", "budget", "budget_note", "inherited")  # fmt: skip  # a list
_PART = ("no", "row", "text", "outputs", "lead", "coordinating", "deadline", "budget", "budget_note", "inherited")
_CRITERION = ("declared", "max", "lost_declared", "self_score", "appraised_score", "fixed", "partial", "verbatim", "deductions", "remedy")  # fmt: skip  # a list
_WRITTEN_BY_HAND = {"hoang-giang": ("targets",), "tuy-phuoc": ("targets",)}
"""What people took from elsewhere in the document, not from its annex."""


@dataclass
class Score:
    """How many fields were compared, and which of them differ: where, what the import says, what people wrote."""

    compared: int = 0
    wrong: list[tuple[str, object, object]] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share that is right."""
        return 1 - len(self.wrong) / max(self.compared, 1)


def imported(path: Path, target: str, asked: Asked) -> Imported:
    """What comes of a file that is one of the targets."""
    return next(one for one in TARGETS if one.name == target).read(read_book(path), asked)


def plain(value: object) -> Any:
    """A draft's values without what is noted about them, and without blanks."""
    if isinstance(value, Noted):
        return plain(value.value)
    if isinstance(value, Mapping):
        return {key: found for key, inner in value.items() if (found := plain(inner)) not in ("", [], {}, None)}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    return value


def compared(site: str, draft: Draft) -> Score:
    """A draft beside what content has."""
    target, path = PLANS[site]
    want = yaml.load((ROOT / "content" / site / path).read_text(encoding="utf-8"), yaml.BaseLoader)
    got, score = plain(draft.data), Score()
    if target == "scorecard":
        found = dict(_criteria(got["criteria"]))
        for name, one in _criteria(want["criteria"]):
            _compare(score, name, found.get(name, {}), one, _CRITERION)
        return score
    keys = [key for key in _TASK if key not in _WRITTEN_BY_HAND.get(site, ())]
    tasks = {task["id"].lower(): task for task in got["tasks"]}
    for task in want["tasks"]:
        mine = tasks.get(task["id"].lower(), {})
        _compare(score, task["id"], mine, task, keys)
        parts = [mine.get("parts", []), task.get("parts", [])]
        score.compared += 1
        if len(parts[0]) != len(parts[1]):
            score.wrong.append((f"{task['id']} parts", parts[0], parts[1]))
        for number, (one, other) in enumerate(zip(*parts, strict=False), 1):
            _compare(score, f"{task['id']}/{number}", one, other, _PART)
    return score


def _criteria(found: list[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    for one in found:
        yield str(one.get("id") or one.get("no")), one
        yield from _criteria(one.get("children", []))


def _compare(score: Score, place: str, got: Mapping[str, Any], want: Mapping[str, Any], keys: Any) -> None:
    for key in keys:
        one, other = _several(got.get(key)), _several(want.get(key))
        score.compared += 1
        if not _same(key, one, other):
            score.wrong.append((f"{place} {key}", one, other))


def _several(value: Any) -> list[Any]:
    return [] if value in (None, "") else value if isinstance(value, list) else [value]


def _same(key: str, one: list[Any], other: list[Any]) -> bool:
    if key in ("lead", "coordinating"):
        return _bodies(one) == _bodies(other)
    if key in ("outputs", "deductions", "remedy"):
        return len(one) == len(other)
    if key == "text":
        return not other or (bool(one) and _in_common(str(one[0]), str(other[0])) > 0.3)
    if key == "deadline":
        return fold("; ".join(map(str, one))) == fold("; ".join(map(str, other)))
    return [str(value) for value in one] == [str(value) for value in other]


def _bodies(names: list[Any]) -> list[str]:
    return sorted(fold(part) for name in names for part in re.split(r"[;,]| và ", str(name)) if part.strip())


def _in_common(one: str, other: str) -> float:
    ours, theirs = set(fold(one).split()), set(fold(other).split())
    return len(ours & theirs) / max(1, len(theirs))

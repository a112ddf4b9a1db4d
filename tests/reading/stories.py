"""A story is a folder of files an officer might send; this tells how the reading floor answers it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from site_gen.base.diagnostics import Diagnostic, in_order
from site_gen.base.messages import say
from site_gen.build.gather import FORMS, naming
from site_gen.model.entry import Entry
from site_gen.reading.load import Loaded, ParseCache, load

CASES = Path(__file__).parent / "cases"


def read_site(root: Path) -> Loaded:
    """The site folder, shown as `content`."""
    return load(root, "content", "", FORMS, naming, ParseCache())


def told(loaded: Loaded) -> list[Diagnostic]:
    """The findings as a report shows them: each once, by place."""
    return list(in_order(loaded.found))


def answer(root: Path) -> str:
    """What the officer is told, in Vietnamese, and what was read of the case's own files."""
    loaded = read_site(root)
    blocks = [_finding(d) for d in told(loaded)]
    entries = loaded.catalog.entries() if loaded.catalog else ()
    blocks += [_reading(e) for e in entries if _is_own(e)]
    return "\n".join(blocks) or "\n"


def _finding(d: Diagnostic) -> str:
    at = d.at
    lines = [f"{at.path}:{at.line}:{at.column} {d.severity.word} {d.code}", f"  {say(d.message, 'vi')}"]
    return "\n".join([*lines, f"  → {say(d.hint, 'vi')}"] if d.hint else lines) + "\n"


def _is_own(entry: Entry[Any]) -> bool:
    return entry.path.removeprefix("content/") not in BASE


def _reading(entry: Entry[Any]) -> str:
    rows = [f"{entry.path} is read as {entry.kind}:{entry.id}"]
    rows += [f"  {name} = {_plain(getattr(entry.model, name))}" for name in sorted(entry.model.model_fields_set)]
    return "\n".join(rows) + "\n"


def _plain(value: Any) -> str:
    if isinstance(value, BaseModel):
        return "{" + ", ".join(f"{n}: {_plain(getattr(value, n))}" for n in sorted(value.model_fields_set)) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_plain, value)) + "]"
    if hasattr(value, "verbatim"):
        return f"{value} (“{value.verbatim}”)"
    return repr(str(value) if isinstance(value, Decimal) else value)


BASE = frozenset(
    p.relative_to(root).as_posix()
    for root in [Path(__file__).parents[1] / "kinds" / "base_site"]
    for p in root.rglob("*")
)

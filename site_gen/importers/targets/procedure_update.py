"""A new list of procedures laid over the one that a site has: what is new, amended, abolished, unchanged, and what that changes.

Rows are known by their codes. What the site wrote beside the source's words (everyday names, notes, comments) stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import partial
from pathlib import Path
from typing import Any

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Severity
from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import show_date
from site_gen.editing.changes import Changes
from site_gen.editing.files import NotEdited, edited
from site_gen.importers.draft import Doubt, Draft
from site_gen.importers.importing import Asked
from site_gen.importers.table import Place
from site_gen.importers.targets.entries import bare
from site_gen.kinds.procedure.choices import ProcedureState
from site_gen.kinds.procedure.model import Announcement, ListedProcedure, Procedure, ProcedureList
from site_gen.model.entry import Loc
from site_gen.reading.load import read_document
from site_gen.reading.parse_cache import ParseCache

NEW, AMENDED, ABOLISHED, REPLACED, UNCHANGED, MISSING = (
    "new",
    "amended",
    "abolished",
    "replaced",
    "unchanged",
    "missing",
)
_SUCCESSOR = re.compile(r"thay (?:thế )?(?:bằng|bởi)[^.;]*?(?P<code>\d\.\d{6}(?:\.\d{3}\.\d\d\.\d\d\.[A-Z]\d\d)?)")
_COMPARED = ("name", "procedure_field", "level", "time_limit", "fee", "online", "unit")
"""What a row says that the source says, too."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of one procedure: its code, its name, how it differs, and in what."""

    code: str
    name: str
    what: str
    details: str = ""


@dataclass(slots=True)
class Update:
    """A site's list beside a new one.

    Attributes:
        path: The list's file.
        differences: Procedure by procedure.
        files: The bytes of the files that would be written.
        doubts: What somebody must know.
    """

    path: Path
    differences: list[Difference]
    files: dict[Path, bytes] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)


def update_of(draft: Draft, source: Path, asked: Asked) -> Update | None:
    """What the draft of a list changes in the site's list; None where the site has none that is meant."""
    found = _list_meant(draft, source, asked)
    if found is None:
        return None
    path, data = found
    made = _Compared(draft, data, asked)
    update = Update(path, made.differences, doubts=list(made.doubts()))
    if made.changes:
        _edit(update, path, made.changes, ProcedureList)
    for code, keys in made.ended.items():
        guide = source / f"procedures/{code}.yml"
        values = _values(guide)
        if values is not None:
            puts: dict[Loc, Any] = {(key,): value for key, value in keys.items() if values.get(key) != value}
            if puts and values.get("state") not in _ENDED_WORDS:
                _edit(update, guide, Changes(puts), Procedure)
    return update


_ENDED_WORDS = {w for s in ProcedureState if not s.applies for w in (s.value, s.label)}


def _list_meant(draft: Draft, source: Path, asked: Asked) -> tuple[Path, dict[str, Any]] | None:
    """The list of the draft's name; where no name was given, the one that shares most codes with it."""
    path = source / draft.path
    if (data := _values(path)) is not None:
        return path, data
    if asked.id:
        return None
    codes = {bare(row.get("code")) for row in _rows(draft)}
    best: tuple[int, Path, dict[str, Any]] | None = None
    for other in sorted((source / "procedure-lists").glob("*.yml")):
        values = _values(other)
        rows = values.get("rows") if values else None
        shared = sum(isinstance(row, dict) and row.get("code") in codes for row in rows or [])
        if values is not None and shared and (best is None or shared > best[0]):
            best = shared, other, values
    return (best[1], best[2]) if best else None


def _values(path: Path) -> dict[str, Any] | None:
    if not path.is_file():
        return None
    document, _ = read_document(path, path.as_posix(), path.parent, ParseCache())
    return document.data if document is not None else None


def _rows(draft: Draft) -> list[Mapping[str, object]]:
    rows = draft.data.get("rows")
    return rows if isinstance(rows, list) else []


class _Compared:
    def __init__(self, draft: Draft, data: dict[str, Any], asked: Asked) -> None:
        listed = data.get("rows")
        self.old = [row for row in listed if isinstance(row, dict)] if isinstance(listed, list) else []
        self.places = {str(row.get("code")): n for n, row in enumerate(self.old)}
        announced = draft.data.get("announcements")
        self.decision: dict[str, Any] = announced[0] if isinstance(announced, list) and announced else {}
        self.day = bare(self.decision.get("effective_from") or self.decision.get("date")) or show_date(asked.day)
        self.changes = Changes()
        self.ended: dict[str, dict[str, str]] = {}
        self.differences: list[Difference] = []
        for row in _rows(draft):
            if code := bare(row.get("code")):
                self._row(code, row)
        self._missing({bare(row.get("code")) for row in _rows(draft)})
        if self.changes:
            self._announced(data)
            self.changes.puts[("taken_on",)] = show_date(asked.day)

    def _named(self, key: str, code: str) -> bool:
        codes = self.decision.get(key)
        return isinstance(codes, list) and code in codes

    def _row(self, code: str, row: Mapping[str, object]) -> None:
        given = {key: bare(value) for key, value in row.items()}
        place = self.places.get(code)
        gone = given.get("state") == ProcedureState.ABOLISHED.value
        if place is None:
            if gone:
                return  # the list never had it, and needs it no more
            self.differences.append(Difference(code, given.get("name", ""), NEW))
            self.changes.inserted.setdefault(("rows",), []).append((len(self.old) - 1, given))
            return
        old = self.old[place]
        if gone:
            self._ended(code, place, old, " ".join(given.values()))
            return
        different = {
            key: given[key]
            for key in _COMPARED
            if given.get(key) and " ".join(given[key].split()) != " ".join(str(old.get(key) or "").split())
        }
        if self._named("changed", code) and _state(old) is ProcedureState.IN_FORCE:
            different["state"] = ProcedureState.AMENDED.label
        if _state(old) is not None and not _state(old).applies:  # type: ignore[union-attr]  # None was asked for before
            different["state"] = ProcedureState.IN_FORCE.label
            if "ended_on" in old:
                self.changes.removed.add(("rows", place, "ended_on"))
        for key, value in different.items():
            self.changes.puts[("rows", place, key)] = value
        details = "; ".join(f"{key}: {old.get(key) or '–'} → {value}" for key, value in different.items())
        what = AMENDED if different else UNCHANGED
        self.differences.append(Difference(code, given.get("name", ""), what, details))

    def _ended(self, code: str, place: int, old: Mapping[str, Any], words: str) -> None:
        """An abolished procedure stays in the list, so that whoever looks for it is told; so does its guide."""
        name = str(old.get("name") or "")
        state = _state(old)
        if state is not None and not state.applies:
            self.differences.append(Difference(code, name, UNCHANGED))
            return
        hit = _SUCCESSOR.search(words)
        new = ProcedureState.REPLACED if hit else ProcedureState.ABOLISHED
        ended = {"state": new.label, "ended_on": self.day}
        for key, value in ended.items():
            self.changes.puts[("rows", place, key)] = value
        if hit and not old.get("note"):
            self.changes.puts[("rows", place, "note")] = f"Thay bằng {hit['code']}"
        self.ended[code] = ended | ({"successor": hit["code"]} if hit else {})
        details = f"ended_on: {self.day}" + (f"; {hit['code']}" if hit else "")
        self.differences.append(Difference(code, name, REPLACED if hit else ABOLISHED, details))

    def _missing(self, codes: set[str]) -> None:
        """What the site lists and a whole list does not; one that only tells of changes says nothing of the others."""
        if any(self.decision.get(key) for key in ("added", "changed", "abolished")):
            return
        for row in self.old:
            state = _state(row)
            if str(row.get("code")) not in codes and (state is None or state.applies):
                self.differences.append(Difference(str(row.get("code")), str(row.get("name")), MISSING))

    def _announced(self, data: Mapping[str, Any]) -> None:
        """The decision beside those that the list knows already."""
        number = bare(self.decision.get("number"))
        there = data.get("announcements")
        known = there if isinstance(there, list) else []
        if not number or any(isinstance(one, dict) and one.get("number") == number for one in known):
            return
        item = {key: value if isinstance(value, list) else bare(value) for key, value in self.decision.items()}
        kept: Any = {key: value for key, value in item.items() if value and key in Announcement.model_fields}
        self.changes.inserted[("announcements",)] = [(len(known) - 1, kept)]

    def doubts(self) -> Iterator[Doubt]:
        """A finding for each difference."""
        for one in self.differences:
            if one.what == MISSING:
                message = msg("{code} is not in the new list: was it abolished? It stays as it is", code=one.code)
                yield Doubt("IMP024", Place(), one.name, message)
            elif one.what != UNCHANGED:
                message = msg("{code}: {what}", code=one.code, what=TOLD[one.what])
                yield Doubt("IMP023", Place(), one.name, message, Severity.INFO)


TOLD: dict[str, Message] = {
    NEW: msg("new"),
    AMENDED: msg("amended"),
    ABOLISHED: msg("abolished"),
    REPLACED: msg("replaced by another"),
    UNCHANGED: msg("unchanged"),
    MISSING: msg("not in the new list"),
}


def _state(row: Mapping[str, Any]) -> ProcedureState | None:
    """The state of a row; None where its words name none."""
    text = row.get("state")
    if not text:
        return ProcedureState.IN_FORCE
    return next((state for state in ProcedureState if text in (state.value, state.label)), None)


def _edit(update: Update, path: Path, changes: Changes, model: type[ProcedureList] | type[Procedure]) -> None:
    try:
        made = edited(path.read_bytes(), path.name, changes, partial(_order, model))
    except NotEdited:
        message = msg(
            "{file} is written in a way that only a person can change: nothing was written to it", file=path.as_posix()
        )
        update.doubts.append(Doubt("IMP037", Place(), "", message, Severity.ERROR))
        return
    update.files[path] = made


def _order(model: type[ProcedureList] | type[Procedure], loc: Loc) -> tuple[str, ...]:
    if not loc:
        return tuple(model.model_fields)
    return tuple((Announcement if loc[0] == "announcements" else ListedProcedure).model_fields)

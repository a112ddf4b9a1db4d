"""The inside of attachments, as they will leave: names, marks of secrecy, personal data; remembered by their bytes."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from site_gen.base.diagnostics import Diagnostic, Severity, Span
from site_gen.base.messages import Message, msg
from site_gen.model.entry import marked
from site_gen.model.fields import FileIn
from site_gen.outputs.cleaning import Broken, cleaned
from site_gen.outputs.contents import Said, said
from site_gen.outputs.contents.codes import INSIDE
from site_gen.outputs.privacy import readable, scan
from site_gen.outputs.privacy.codes import WHAT
from site_gen.pipeline import inputs
from site_gen.pipeline.engine import engine
from site_gen.pipeline.gather import Gathered
from site_gen.pipeline.guard import Guard, hint, shown
from site_gen.pipeline.request import Request
from site_gen.reading.refusals import Refusal
from site_gen.rules.snapshot import Snapshot

_REFUSALS: dict[str, Refusal] = {refusal.code: refusal for refusal in INSIDE}
_STAMP = re.compile(r"^[^\w\n]{0,20}(?:(?:TUYỆT|TỐI)[^\w\n]{1,4})?M ?Ậ ?T[^\w\n]{0,20}$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is remembered of an attachment that may leave. Nothing personal: its values are official ones."""

    keys: tuple[str, ...]
    names: tuple[str, ...]
    signed: bool
    pictures: bool
    locked: bool
    unread: bool


def judge(gathered: Gathered, request: Request, guard: Guard) -> list[Diagnostic]:
    """Everything to be said of the attachments of all sites. The guard learns which official values they hold."""
    memory = request.state / "attachments.json"
    known = _recall(memory)
    used: dict[str, _Known] = {}
    found: list[Diagnostic] = []
    for snapshot, root in zip(gathered.snapshots, gathered.roots, strict=True):
        folder = snapshot.catalog.folder
        shown_root = f"{request.shown}/{folder}" if folder else request.shown
        named: dict[str, Span] | None = None
        for path in snapshot.catalog.attachments:
            try:
                data = (root / path).read_bytes()
            except OSError:  # told when it is to be written
                continue
            digest = hashlib.sha256(path.encode() + b"\0" + data).hexdigest()
            at, out = Span(f"{shown_root}/{path}"), f"{folder}/{path}" if folder else path
            one = known.get(digest)
            if one is None or not guard.may(out).issuperset(one.keys):
                named = _named(snapshot) if named is None else named
                one, faults = _look(path, data, at, guard.may(out), named.get(path))
                found += faults
            if one is not None:
                used[digest] = one
                guard.met[out] = list(one.keys)
                found += _remarks(one, at)
    if used != known:
        with suppress(OSError):  # what cannot be remembered costs time, nothing else
            inputs.keep(memory, {"engine": engine(), "files": {d: asdict(one) for d, one in used.items()}})
    return found


def _look(
    path: str, data: bytes, at: Span, may: frozenset[str], entry: Span | None
) -> tuple[_Known | None, list[Diagnostic]]:
    """What is to be remembered of an attachment, or the errors for which it may not leave."""
    try:
        told = said(path, cleaned(path, data))
    except Broken as broken:
        message = msg("`{name}` cannot be published: {reason}", name=path, reason=broken.reason)
        return None, [refused("ATT010", at, message, msg("export the document again"), entry)]
    faults: list[Diagnostic] = []
    if _STAMP.search(readable(told.text)):
        message = msg("a line of `{name}` is a stamp of secrecy", name=path)
        faults.append(
            refused("SECRET002", at, message, msg("remove the file from the site's content and its history"), entry)
        )
    if told.names and not told.signed:
        message = msg("the properties of `{name}` name somebody ({fields})", name=path, fields=", ".join(told.names))
        faults.append(refused("ATT006", at, message, msg("export it again without document properties"), entry))
    keys: set[str] = set()
    personal: dict[tuple[str, str], Diagnostic] = {}
    for hit in scan(f"{path}\n{told.text}"):
        if hit.key in may:
            keys.add(hit.key)
            continue
        message = msg("{what}, {value}, stands in this attachment", what=WHAT[hit.code], value=shown(hit))
        fault = Diagnostic(
            hit.code, Severity.ERROR, _naming(message, entry), at, hint(hit.code), related=_related(entry)
        )
        personal.setdefault((hit.code, hit.key), fault)
    faults += personal.values()
    return (None if faults else _known(keys, told)), faults


def _known(keys: Iterable[str], told: Said) -> _Known:
    return _Known(tuple(sorted(keys)), told.names, told.signed, told.pictures, told.locked, told.unread)


def _remarks(one: _Known, at: Span) -> Iterator[Diagnostic]:
    """What is worth knowing of an attachment that may leave."""
    name = at.path.rpartition("/")[2]
    if one.names and one.signed:
        message = msg(
            "`{name}` is signed and stays as it is; its properties name somebody ({fields})",
            name=name,
            fields=", ".join(one.names),
        )
        yield refused("ATT007", at, message, msg("nothing needs to be done if that is the one who signed"))
    if one.pictures:
        message = msg("`{name}` holds pictures of pages and no text", name=name)
        yield refused("ATT008", at, message, msg("look through it yourself, and publish the text version beside it"))
    if one.locked or one.unread:
        message = (
            msg("`{name}` is locked with a password", name=name)
            if one.locked
            else msg("`{name}` could not be read whole", name=name)
        )
        yield refused("ATT009", at, message, msg("look through it yourself, or export it again"))


def refused(code: str, at: Span, message: Message, hint: Message, entry: Span | None = None) -> Diagnostic:
    """A finding on the inside of an attachment."""
    return Diagnostic(code, _REFUSALS[code].severity, _naming(message, entry), at, hint, related=_related(entry))


def _naming(message: Message, entry: Span | None) -> Message:
    """The message, with the place of the content that names the attachment."""
    if entry is None:
        return message
    return msg("{message}; it is named at {path}:{line}", message=message, path=entry.path, line=entry.line)


def _related(entry: Span | None) -> tuple[tuple[Message, Span], ...]:
    return ((msg("it is named here"), entry),) if entry is not None else ()


def _named(snapshot: Snapshot) -> dict[str, Span]:
    """Where each attachment is named first."""
    out: dict[str, Span] = {}
    for entry in snapshot.catalog.entries():
        for loc, mark, path in marked(entry.model):
            if isinstance(mark, FileIn):
                out.setdefault(path, entry.at(*loc))
    return out


def _recall(path: Path) -> dict[str, _Known]:
    """What earlier runs of the same engine remembered; nothing where that cannot be trusted."""
    try:
        saved: Any = json.loads(path.read_bytes())
        if saved["engine"] != engine():
            return {}
        return {digest: _known_again(one) for digest, one in saved["files"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def _known_again(one: dict[str, Any]) -> _Known:
    flags = [one[name] for name in ("signed", "pictures", "locked", "unread")]
    keys, names = tuple(one["keys"]), tuple(one["names"])
    if not all(type(flag) is bool for flag in flags) or not all(type(text) is str for text in (*keys, *names)):
        raise ValueError(one)
    return _Known(keys, names, *flags)

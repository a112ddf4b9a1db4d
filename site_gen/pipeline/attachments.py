"""The inside of attachments, as they will be published: names, marks of secrecy, personal data; remembered by their bytes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.base.engine import engine
from site_gen.base.messages import Message, msg
from site_gen.model.entry import marked
from site_gen.model.fields import FileIn
from site_gen.outputs.cleaning import Broken, cleaned
from site_gen.outputs.contents import INSIDE, inside_of, one_reader
from site_gen.outputs.privacy import Hit, readable, scan
from site_gen.outputs.privacy.codes import PRIVACY, WHAT
from site_gen.pipeline.gather import Gathered
from site_gen.pipeline.memory import keep, recall
from site_gen.pipeline.privacy import PrivacyScan, hint, shown
from site_gen.pipeline.request import Request
from site_gen.rules.snapshot import Snapshot

_SEVERITIES = {refusal.code: refusal.severity for refusal in (*INSIDE, *PRIVACY)}
SECRET = "SECRET002"
REMEMBERED = "attachments.json"
_STAMP = re.compile(r"^[^\w\n]{0,20}(?:(?:TUYỆT|TỐI)[^\w\n]{1,4})?M ?Ậ ?T[^\w\n]{0,20}$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is remembered of an attachment that may be published. Nothing personal: its values are official ones."""

    keys: tuple[str, ...]
    names: tuple[str, ...]
    signed: bool
    pictures: bool
    locked: bool
    unread: bool


@dataclass(frozen=True, slots=True)
class _Memory:
    engine: str
    files: dict[str, _Known]


@one_reader()
def judge_attachments(gathered: Gathered, request: Request, privacy: PrivacyScan) -> list[Diagnostic]:
    """Everything to be said of the attachments of all sites. The scan learns which official values they hold."""
    file = request.state / REMEMBERED
    known = _remembered(request.state)
    used: dict[str, _Known] = {}
    found: list[Diagnostic] = []
    for site in gathered.sites:
        named: dict[str, Span] | None = None
        for path in site.snapshot.catalog.attachments:
            try:
                data = (site.root / path).read_bytes()
            except OSError:  # reported when it is to be written
                continue
            digest = hashlib.sha256(path.encode() + b"\0" + data).hexdigest()
            at, out = Span(f"{site.shown}/{path}"), site.prefix + path
            allowed = privacy.allowed_on(out)
            if path in site.kept_inside:  # nobody will read it but who may; still, a secret has no place here
                named = _named(site.snapshot) if named is None else named
                found += [fault for fault in _look(path, data, at, allowed, named.get(path))[1] if fault.code == SECRET]
                continue
            one = known.get(digest)
            if one is None or not allowed.issuperset(one.keys):
                named = _named(site.snapshot) if named is None else named
                one, faults = _look(path, data, at, allowed, named.get(path))
                found += faults
            if one is not None:
                used[digest] = one
                privacy.seen[out] = list(one.keys)
                found += _remarks(one, at)
    if used != known:
        with suppress(OSError):  # what cannot be remembered costs time, nothing else
            keep(file, asdict(_Memory(engine(), used)))
    return found


def _remembered(state: Path) -> dict[str, _Known]:
    """What is remembered of attachments by any output beside this one: the same bytes are the same in a site and in a pack."""
    found: dict[str, _Known] = {}
    for file in sorted(state.parent.glob(f"*/{REMEMBERED}")):
        memory = recall(file, _Memory)
        found |= memory.files if memory is not None and memory.engine == engine() else {}
    return found


def _look(
    path: str, data: bytes, at: Span, allowed: frozenset[str], entry: Span | None
) -> tuple[_Known | None, list[Diagnostic]]:
    """What is to be remembered of an attachment, or the errors for which it may not be published."""
    try:
        inside = inside_of(path, cleaned(path, data))
    except Broken as broken:
        message = msg("`{name}` cannot be published: {reason}", name=path, reason=broken.reason)
        return None, [attachment_finding("ATT010", at, message, msg("export the document again"), entry)]
    faults: list[Diagnostic] = []
    if _STAMP.search(readable(inside.text)):
        message = msg("a line of `{name}` is a secrecy stamp", name=path)
        way_out = msg("remove the file from the site's content and its history")
        faults.append(attachment_finding(SECRET, at, message, way_out, entry))
    if inside.names and not inside.signed:
        message = msg("the properties of `{name}` name somebody ({fields})", name=path, fields=", ".join(inside.names))
        way_out = msg("export it again without document properties")
        faults.append(attachment_finding("ATT006", at, message, way_out, entry))
    hits = scan(f"{path}\n{inside.text}")
    personal: dict[tuple[str, str], Hit] = {}
    for hit in hits:
        if hit.key not in allowed:
            personal.setdefault((hit.code, hit.key), hit)
    for hit in personal.values():
        message = msg("this attachment contains {what}, {value}", what=WHAT[hit.code], value=shown(hit))
        faults.append(attachment_finding(hit.code, at, message, hint(hit.code), entry))
    if faults:
        return None, faults
    keys = tuple(sorted({hit.key for hit in hits}))
    return _Known(keys, inside.names, inside.signed, inside.pictures, inside.locked, inside.unread), []


def _remarks(one: _Known, at: Span) -> Iterator[Diagnostic]:
    """What is worth knowing of an attachment that may be published."""
    name = at.path.rpartition("/")[2]
    if one.names and one.signed:
        message = msg(
            "`{name}` is signed and stays as it is; its properties name somebody ({fields})",
            name=name,
            fields=", ".join(one.names),
        )
        way_out = msg("nothing needs to be done if that is the one who signed")
        yield attachment_finding("ATT007", at, message, way_out)
    if one.pictures:
        message = msg("`{name}` holds pictures of pages and no text", name=name)
        way_out = msg("look through it yourself, and publish the text version beside it")
        yield attachment_finding("ATT008", at, message, way_out)
    if one.locked or one.unread:
        locked, unread = (
            msg("`{name}` is locked with a password", name=name),
            msg("`{name}` could not be read whole", name=name),
        )
        way_out = msg("look through it yourself, or export it again")
        yield attachment_finding("ATT009", at, locked if one.locked else unread, way_out)


def attachment_finding(code: str, at: Span, message: Message, hint: Message, entry: Span | None = None) -> Diagnostic:
    """A finding on the inside of an attachment; `entry` is the place in the content that names it first."""
    severity = _SEVERITIES[code]
    if entry is None:
        return Diagnostic(code, severity, message, at, hint)
    named = msg("{message}; it is named at {path}:{line}", message=message, path=entry.path, line=entry.line)
    return Diagnostic(code, severity, named, at, hint, related=((msg("it is named here"), entry),))


def _named(snapshot: Snapshot) -> dict[str, Span]:
    """Where each attachment is named first."""
    out: dict[str, Span] = {}
    for entry in snapshot.catalog.entries():
        for loc, mark, path in marked(entry.model):
            if isinstance(mark, FileIn):
                out.setdefault(path, entry.at(*loc))
    return out

"""Files below `files/`: allow-listed types judged by content, safe names, no way out of the folder."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import safe_name, slug
from site_gen.model.catalog import Attachment
from site_gen.reading.copies import copy_fault
from site_gen.reading.picture import picture_in
from site_gen.reading.refusals import refuse
from site_gen.reading.site_files import unreadable_folders, walk
from site_gen.reading.svg import fault as svg_fault
from site_gen.reading.text import linked_out, unreadable

LIMIT = 20 << 20
MOST_POINTS = 120_000_000
"""More than any telephone takes. A small file can claim more, and would fill the memory of the device that opens it."""


def _is_text(head: bytes) -> bool:
    if b"\x00" in head:
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4  # a letter cut in two at the end of what was read
    return True


def _begins(*magic: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(magic)


_ZIP = _begins(b"PK\x03\x04")
TYPES: dict[str, tuple[str, Callable[[bytes], bool]]] = {
    "pdf": ("application/pdf", _begins(b"%PDF-")),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", _ZIP),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _ZIP),
    "odt": ("application/vnd.oasis.opendocument.text", _ZIP),
    "ods": ("application/vnd.oasis.opendocument.spreadsheet", _ZIP),
    "csv": ("text/csv", _is_text),
    "txt": ("text/plain", _is_text),
    "png": ("image/png", _begins(b"\x89PNG\r\n\x1a\n")),
    "jpg": ("image/jpeg", _begins(b"\xff\xd8\xff")),
    "jpeg": ("image/jpeg", _begins(b"\xff\xd8\xff")),
    "webp": ("image/webp", lambda head: head[:4] == b"RIFF" and head[8:12] == b"WEBP"),
    "svg": ("image/svg+xml", lambda head: _is_text(head) and b"<svg" in head),
    "mp4": ("video/mp4", lambda head: head[4:8] == b"ftyp"),
}


_PART = re.compile(r"[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)*")


def inspect(root: Path, shown: str) -> tuple[dict[str, Attachment], list[Diagnostic]]:
    """All attachments of the site folder `root`, by their path from it, and what is refused."""
    out: dict[str, Attachment] = {}
    found: list[Diagnostic] = []
    folder = root / "files"
    if (fault := linked_out(folder, f"{shown}/files", root)) is not None:
        return out, [fault]
    failed: list[OSError] = []
    for file in walk(root, folder, failed):
        path, name = file.path, file.name
        at = Span(f"{shown}/{name}")
        try:
            if (fault := linked_out(path, at.path, root)) is not None:
                found.append(fault)
            elif file.original:
                found.append(copy_fault(at.path, path, file.original))
            elif path.is_file():
                made = _fault(path, name, at) or _attachment(path, name, at)
                if isinstance(made, Attachment):
                    out[name] = made
                else:
                    found.append(made)
        except FileNotFoundError:  # deleted while we read: it is not there
            continue
        except OSError as error:
            found.append(unreadable(error, at))
    return out, [*found, *unreadable_folders(root, shown, failed)]


def digest_of(path: Path) -> str:
    """The SHA-256 digest of a file; empty where it cannot be read, which is told elsewhere."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def _attachment(path: Path, name: str, at: Span) -> Attachment | Diagnostic:
    """A file that is what it says; or what is wrong with it if it is a picture that no phone could open."""
    media = TYPES[path.suffix[1:].lower()][0]
    size = path.stat().st_size
    seen = picture_in(path) if media.startswith("image/") else None
    if seen is None:
        return Attachment(name, size, media)
    points = seen.width * seen.height
    if points > MOST_POINTS:
        message = msg(
            "the picture has {width} × {height} points, {n} million; at most {most} million are published",
            width=seen.width,
            height=seen.height,
            n=points // 1_000_000,
            most=MOST_POINTS // 1_000_000,
        )
        return refuse("ATT011", at, message, msg("open it, save it smaller, for example 1600 points wide"))
    return Attachment(name, size, media, seen.width, seen.height, seen.moving)


def _fault(path: Path, name: str, at: Span) -> Diagnostic | None:
    parts = name.split("/")[1:]
    own = parts[-1]
    ending = own.rpartition(".")[2].lower() if "." in own else ""
    if ending not in TYPES:
        message = msg("`{name}` has no ending that tells its type", name=own)
        if ending:
            message = msg("files of type `.{ending}` are not published", ending=ending)
        return refuse("ATT002", at, message, msg("save it as PDF"))
    unsafe = next((p for p in parts if not _PART.fullmatch(p)), None)
    if unsafe is not None:
        better = safe_name(unsafe) if unsafe == own else slug(unsafe) or "tep"
        message = msg("the name `{name}` is not safe in an address", name=unsafe)
        return refuse("ATT005", at, message, msg("rename it, for example `{better}`", better=better))
    size = path.stat().st_size
    if size > LIMIT:
        message = msg("the file has {size} MB, at most {limit} MB are published", size=size >> 20, limit=LIMIT >> 20)
        return refuse("ATT004", at, message, msg("reduce it, for example by scanning at 150 dpi"))
    with path.open("rb") as stream:
        head = stream.read(4096)
    fits = TYPES[ending][1]
    if size and fits(head):
        return _svg_fault(path, own, at) if ending == "svg" else None
    message = msg("`{name}` is not a {ending} file but {what}", name=own, ending=ending.upper(), what=_looks(head))
    hint = msg("export the document again; do not rename its ending")
    if fits is _is_text and b"\x00" not in head:
        hint = msg("save it as UTF-8 (in Excel: “CSV UTF-8”)")
    return refuse("ATT003", at, message, hint)


def _svg_fault(path: Path, name: str, at: Span) -> Diagnostic | None:
    """The refusal of a drawing that does more than draw."""
    if (reason := svg_fault(path.read_bytes())) is None:
        return None
    hint = msg("export it again as plain SVG, without scripts, animation and linked pictures, or save it as PNG")
    return refuse("ATT012", at, msg("the SVG `{name}` may not be published: {reason}", name=name, reason=reason), hint)


def _looks(head: bytes) -> Message:
    """What a file is, judged by its first bytes."""
    if not head:
        return msg("an empty one")
    if head.startswith((b"MZ", b"\x7fELF", b"#!")):
        return msg("a program")
    if _ZIP(head):
        return msg("a packed one (Word, Excel or ZIP)")
    if re.match(rb"\s*<(?:!doctype html|html|script)", head, re.IGNORECASE):
        return msg("a web page")
    for ending, (_, fits) in TYPES.items():
        if fits is not _is_text and fits(head):
            return msg("a {ending} file", ending=ending.upper())
    if b"\x00" not in head:
        return msg("text that is not UTF-8") if not _is_text(head) else msg("plain text")
    return msg("something else")

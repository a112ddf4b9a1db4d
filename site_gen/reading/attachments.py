"""Files below `files/`: allow-listed types judged by content, safe names, no way out of the folder."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.base.messages import msg
from site_gen.model.catalog import Attachment
from site_gen.reading.refusals import refuse

LIMIT = 20 << 20


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
    "mp4": ("video/mp4", lambda head: head[4:8] == b"ftyp"),
}


def inspect(root: Path, shown: str) -> tuple[dict[str, Attachment], list[Diagnostic]]:
    """All attachments of the site folder `root`, by their path from it, and what is refused."""
    out: dict[str, Attachment] = {}
    found: list[Diagnostic] = []
    folder = root / "files"
    if not folder.is_dir():
        return out, found
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(root).as_posix()
        at = Span(f"{shown}/{name}")
        if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
            found.append(
                refuse(
                    "FILE006",
                    at,
                    msg("this is a link to {target}, outside the site folder", target=str(path.readlink())),
                    msg("copy the file here instead of linking it"),
                )
            )
        elif path.is_file() and not path.name.startswith("."):
            fault = _fault(path, at)
            if fault is None:
                out[name] = Attachment(name, path.stat().st_size, TYPES[path.suffix[1:].lower()][0])
            else:
                found.append(fault)
    return out, found


def _fault(path: Path, at: Span) -> Diagnostic | None:
    ending = path.suffix[1:].lower()
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)*\.[a-z0-9]+", path.name):
        return refuse(
            "ATT005",
            at,
            msg("the name `{name}` is not safe in an address", name=path.name),
            msg("rename it, for example `ke-hoach-2023.pdf`"),
        )
    if ending not in TYPES:
        return refuse(
            "ATT002",
            at,
            msg("files of type `.{ending}` are not published", ending=ending),
            msg("save it as PDF"),
        )
    if path.stat().st_size > LIMIT:
        return refuse(
            "ATT004",
            at,
            msg(
                "the file has {size} MB, at most {limit} MB are published",
                size=path.stat().st_size >> 20,
                limit=LIMIT >> 20,
            ),
            msg("reduce it, for example by scanning at 150 dpi"),
        )
    with path.open("rb") as stream:
        head = stream.read(4096)
    if not TYPES[ending][1](head):
        real = "executable" if head.startswith((b"MZ", b"\x7fELF", b"#!")) else ""
        what = msg("a program") if real else msg("something else")
        return refuse(
            "ATT003",
            at,
            msg("`{name}` is not a {ending} file but {what}", name=path.name, ending=ending.upper(), what=what),
            msg("export the document again; do not rename its ending"),
        )
    return None

"""Bytes to text: UTF-8 or a refusal that names the encoding it looks like."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.base.messages import msg
from site_gen.base.os_error import reason
from site_gen.base.source import SourceFile, normalise
from site_gen.base.vietnamese import excerpt, fold
from site_gen.reading.file_kinds import other_than_text
from site_gen.reading.letters import letters_of
from site_gen.reading.old_encodings import of_tcvn3, of_vni
from site_gen.reading.refusals import refuse

LIMIT = 2 << 20
_COPY = msg("copy the file here instead of linking it")
_BOM = b"\xef\xbb\xbf"

_COMMON = re.compile(r"\b(?:uy ban|nhan dan|xa|ke hoach|cai cach|hanh chinh|thu tuc|cong chuc|van phong|nam|cua|va)\b")


def _guess(raw: bytes) -> tuple[str, str]:
    """The legacy encoding that yields most Vietnamese words, and the text it gives."""
    best, words, shown = "", 0, ""
    bare = raw[:4000].decode("latin-1")
    for name, text in (
        ("Windows-1258", raw[:4000].decode("cp1258", "replace")),
        ("TCVN3", of_tcvn3(bare)),
        ("VNI", of_vni(bare)),
    ):
        count = len(_COMMON.findall(fold(text)))
        if count > words:
            best, words, shown = name, count, text
    return best, unicodedata.normalize("NFC", shown)


def _place(raw: bytes, at: int) -> tuple[int, int]:
    """Line and column of a byte, counted in letters as the editor shows them."""
    before = normalise(raw[:at].decode("utf-8", "replace"))
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def _is_utf16(raw: bytes) -> bool:
    """By its mark, or by the zero byte beside each Latin letter."""
    head = raw[:400]
    return raw.startswith((b"\xff\xfe", b"\xfe\xff")) or any(head[n::2].count(0) > len(head) / 5 for n in (0, 1))


def _is_damaged_utf8(raw: bytes) -> bool:
    """Whether most letters beyond ASCII are good UTF-8, so that no other encoding needs to be guessed."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(c > "\x7f" for c in text) - broken > broken


def decode(raw: bytes, path: str) -> tuple[SourceFile | None, list[Diagnostic]]:
    """Text of `raw`, or None with the reason.

    UTF-8 with or without a byte order mark; NFC; `\\n` line ends. What was mended on the way is
    reported as information.
    """
    found: list[Diagnostic] = []
    if len(raw) > LIMIT:
        return None, [
            refuse(
                "FILE003",
                Span(path),
                msg("the file has {size} kB, at most {limit} kB are read", size=len(raw) >> 10, limit=LIMIT >> 10),
                msg("put large files below `files/` and refer to them"),
            )
        ]
    if (what := other_than_text(raw)) is not None:
        hint = msg(
            "open it, copy its words into a new file made with Notepad (UTF-8); to publish the file itself, put it into `files/`"
        )
        return None, [refuse("FILE001", Span(path), msg("this is {what}, not a text file", what=what), hint)]
    if raw.startswith(_BOM):
        raw = raw[len(_BOM) :]
        found.append(
            refuse(
                "FILE009",
                Span(path, 1, 1),
                msg("the file begins with a byte order mark; it is ignored"),
                msg("in the editor choose “UTF-8” rather than “UTF-8 with BOM”"),
            )
        )
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _place(raw, error.start)
        name, shown = ("", "") if _is_damaged_utf8(raw) else _guess(raw)
        if _is_utf16(raw):
            message, line, column = msg("the file is UTF-16, not UTF-8"), 1, 1
        elif name:
            row = shown.split("\n")[line - 1 : line] or [shown]
            message = msg(
                "the file is not UTF-8: byte {byte} looks like {name} (“{text}”)",
                byte=f"0x{raw[error.start]:02X}",
                name=name,
                text=excerpt(row[0].strip(), 60),
            )
        else:
            message = msg("the file is not UTF-8: byte {byte} belongs to no letter", byte=f"0x{raw[error.start]:02X}")
        hint = msg(
            "open the file in the program that wrote it and save it as UTF-8 (in Notepad: Save as, Encoding: UTF-8)"
        )
        return None, [*found, refuse("FILE001", Span(path, line, column), message, hint)]
    if "\x00" in text:
        line, column = _place(raw, raw.index(b"\x00"))
        message = msg("the file holds zero bytes: it is not a text file")
        if _is_utf16(raw):
            message, line, column = msg("the file is UTF-16, not UTF-8"), 1, 1
        return None, [*found, refuse("FILE001", Span(path, line, column), message, msg("save it as plain text, UTF-8"))]
    if not text.strip():
        return None, [
            *found,
            refuse("FILE004", Span(path, 1, 1), msg("the file is empty"), msg("write its content, or delete the file")),
        ]
    whole = normalise(text)
    if "\r" in text:
        found.append(
            refuse(
                "FILE011",
                Span(path, 1, 1),
                msg(
                    "the lines end in {sign}; they are read as ordinary line ends",
                    sign="CRLF" if "\r\n" in text else "CR",
                ),
                msg("nothing needs to be done"),
            )
        )
    if not unicodedata.is_normalized("NFC", text):
        rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        first = next((n for n, row in enumerate(rows, 1) if not unicodedata.is_normalized("NFC", row)), 1)
        found.append(
            refuse(
                "FILE010",
                Span(path, first, 1),
                msg("the letters are stored in pieces (NFD); they are composed when read"),
                msg("nothing needs to be done; macOS file names are a usual source"),
            )
        )
    source = SourceFile(path, whole)
    return source, [*found, *letters_of(source)]


def shown_name(name: str) -> str:
    """A file's name as it can be printed: NFC, with `?` for bytes that are no UTF-8."""
    return unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode("utf-8"))


def linked_out(path: Path, shown: str, root: Path) -> Diagnostic | None:
    """The refusal of a link that leads out of `root` or round in a circle, or that is a folder; else None."""
    if not path.is_symlink():
        return None
    target = shown_name(str(path.readlink()))
    try:
        inside = path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a link to itself
        return refuse(
            "FILE007", Span(shown), msg("this is a link to {target}, which leads nowhere", target=target), _COPY
        )
    if not inside:
        return refuse(
            "FILE006", Span(shown), msg("this is a link to {target}, outside the site folder", target=target), _COPY
        )
    if path.is_dir():
        return refuse(
            "FILE006",
            Span(shown),
            msg("this is a link to the folder {target}, which is not followed", target=target),
            _COPY,
        )
    return None


def read(path: Path, shown: str, root: Path) -> tuple[bytes | None, list[Diagnostic]]:
    """The bytes of a content file, or why it may not or cannot be read.

    Args:
        path: The file.
        shown: Its path in messages.
        root: The site folder; a link that leads out of it is refused.
    """
    try:
        if (fault := linked_out(path, shown, root)) is not None:
            return None, [fault]
        if path.is_dir():
            return None, [
                refuse(
                    "FILE005",
                    Span(shown),
                    msg("`{name}` is a folder, not a file", name=path.name),
                    msg("rename or remove the folder"),
                )
            ]
        if not path.is_file() and path.exists():  # a pipe would keep us waiting for ever
            return None, [
                refuse(
                    "FILE007",
                    Span(shown),
                    msg("`{name}` is not an ordinary file", name=path.name),
                    msg("remove it, or save the content as a file of this name"),
                )
            ]
        size = path.stat().st_size
        if size > LIMIT:
            return None, [
                refuse(
                    "FILE003",
                    Span(shown),
                    msg("the file has {size} kB, at most {limit} kB are read", size=size >> 10, limit=LIMIT >> 10),
                    msg("put large files below `files/` and refer to them"),
                )
            ]
        return path.read_bytes(), []
    except OSError as error:
        return None, [
            refuse(
                "FILE007",
                Span(shown),
                msg("the file cannot be read: {reason}", reason=reason(error)),
                msg("check that it exists and that you may read it"),
            )
        ]

"""Bytes to text: UTF-8 or a refusal that names the encoding it looks like."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.base.messages import Message, msg
from site_gen.base.os_error import reason
from site_gen.base.plain_text import SourceFile, normalise
from site_gen.base.vietnamese import excerpt, fold
from site_gen.reading.letters import check_letters
from site_gen.reading.old_encodings import of_tcvn3, of_vni
from site_gen.reading.refusals import refuse

LIMIT = 2 << 20
_COPY = msg("copy the file here instead of linking it")
_BOM = b"\xef\xbb\xbf"

_BEGINS: tuple[tuple[bytes, Message], ...] = (
    (b"%PDF-", msg("a PDF")),
    (b"\xd0\xcf\x11\xe0", msg("an old Word or Excel file")),
    (b"{\\rtf", msg("a text of WordPad or Word (RTF)")),
    (b"\x89PNG", msg("a picture")),
    (b"\xff\xd8\xff", msg("a picture")),
    (b"GIF8", msg("a picture")),
    (b"RIFF", msg("a picture, a film or a recording")),
    (b"Rar!", msg("a packed folder")),
    (b"7z\xbc\xaf", msg("a packed folder")),
    (b"\x1f\x8b", msg("a packed folder")),
    (b"MZ\x90", msg("a program")),
    (b"<!doctype html", msg("a web page")),
    (b"<html", msg("a web page")),
)
_PACKED: tuple[tuple[bytes, Message], ...] = (
    (b"word/", msg("a Word file")),
    (b"xl/", msg("an Excel file")),
    (b"ppt/", msg("a PowerPoint file")),
    (b"opendocument", msg("a LibreOffice file")),
)

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


def _place(raw: bytes, at: int, path: str) -> Span:
    """The place of a byte, its column counted in letters as the editor shows them."""
    before = normalise(raw[:at].decode("utf-8", "replace"))
    return Span(path, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


def _is_utf16(raw: bytes) -> bool:
    """By its mark, or by the zero byte beside each Latin letter."""
    head = raw[:400]
    return raw.startswith((b"\xff\xfe", b"\xfe\xff")) or any(head[n::2].count(0) > len(head) / 5 for n in (0, 1))


def _is_damaged_utf8(raw: bytes) -> bool:
    """Whether most letters beyond ASCII are good UTF-8, so that no other encoding needs to be guessed."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(c > "\x7f" for c in text) - broken > broken


def binary_kind(raw: bytes) -> Message | None:
    """What the bytes of a file are whose name says that it is text, None where they may be text."""
    head = raw[:64].lstrip().lower()
    if raw.startswith(b"PK\x03\x04"):
        return next((what for sign, what in _PACKED if sign in raw), msg("a packed folder"))
    if raw[4:8] == b"ftyp":
        return msg("a film")
    return next((what for sign, what in _BEGINS if head.startswith(sign.lower())), None)


def decode(raw: bytes, path: str) -> tuple[SourceFile | None, list[Diagnostic]]:
    """Text of `raw`, or None with the reason.

    UTF-8 with or without a byte order mark; NFC; `\\n` line ends. What was changed on the way is reported as information.
    """
    if len(raw) > LIMIT:
        return None, [_too_large(len(raw), path)]
    if (what := binary_kind(raw)) is not None:
        hint = msg(
            "open it, copy its words into a new file made with Notepad (UTF-8); to publish the file itself, put it into `files/`"
        )
        return None, [refuse("FILE001", Span(path), msg("this is {what}, not a text file", what=what), hint)]
    found: list[Diagnostic] = []
    first = Span(path, 1, 1)
    if raw.startswith(_BOM):
        raw = raw.removeprefix(_BOM)
        hint = msg("in the editor choose “UTF-8” rather than “UTF-8 with BOM”")
        found.append(refuse("FILE009", first, msg("the file begins with a byte order mark; it is ignored"), hint))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [*found, _not_utf8(raw, path, error.start)]
    if "\x00" in text:
        message, at = msg("the file holds zero bytes: it is not a text file"), _place(raw, raw.index(b"\x00"), path)
        if _is_utf16(raw):
            message, at = _UTF16, first
        return None, [*found, refuse("FILE001", at, message, msg("save it as plain text, UTF-8"))]
    if not text.strip():
        hint = msg("write its content, or delete the file")
        return None, [*found, refuse("FILE004", first, msg("the file is empty"), hint)]
    source = SourceFile(path, normalise(text))
    if "\r" in text:
        sign = "CRLF" if "\r\n" in text else "CR"
        message = msg("the lines end in {sign}; they are read as ordinary line ends", sign=sign)
        found.append(refuse("FILE011", first, message, msg("nothing needs to be done")))
    if not unicodedata.is_normalized("NFC", text):
        rows = re.split(r"\r\n|\r|\n", text)
        number = next((n for n, row in enumerate(rows, 1) if not unicodedata.is_normalized("NFC", row)), 1)
        message = msg("the letters are stored in pieces (NFD); they are composed when read")
        hint = msg("nothing needs to be done; macOS file names are a usual source")
        found.append(refuse("FILE010", Span(path, number, 1), message, hint))
    return source, [*found, *check_letters(source)]


_UTF16 = msg("the file is UTF-16, not UTF-8")


def _not_utf8(raw: bytes, path: str, at: int) -> Diagnostic:
    """The refusal of bytes in another encoding, which is named where the words of the text give it away."""
    place, byte = _place(raw, at, path), f"0x{raw[at]:02X}"
    name, text = ("", "") if _is_damaged_utf8(raw) else _guess(raw)
    if _is_utf16(raw):
        place, message = Span(path, 1, 1), _UTF16
    elif name:
        row = text.split("\n")[place.line - 1 : place.line] or [text]
        shown = excerpt(row[0].strip(), 60)
        message = msg(
            "the file is not UTF-8: byte {byte} looks like {name} (“{text}”)", byte=byte, name=name, text=shown
        )
    else:
        message = msg("the file is not UTF-8: byte {byte} belongs to no letter", byte=byte)
    hint = msg("open the file in the program that wrote it and save it as UTF-8 (in Notepad: Save as, Encoding: UTF-8)")
    return refuse("FILE001", place, message, hint)


def _too_large(size: int, path: str) -> Diagnostic:
    message = msg("the file has {size} kB, at most {limit} kB are read", size=size >> 10, limit=LIMIT >> 10)
    return refuse("FILE003", Span(path), message, msg("put large files below `files/` and refer to them"))


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
        message = msg("this is a link to {target}, which leads nowhere", target=target)
        return refuse("FILE007", Span(shown), message, _COPY)
    if not inside:
        message = msg("this is a link to {target}, outside the site folder", target=target)
    elif path.is_dir():
        message = msg("this is a link to the folder {target}, which is not followed", target=target)
    else:
        return None
    return refuse("FILE006", Span(shown), message, _COPY)


def unreadable(error: OSError, at: Span) -> Diagnostic:
    """The refusal of a file that the system did not open."""
    message = msg("the file cannot be read: {reason}", reason=reason(error))
    return refuse("FILE007", at, message, msg("check that it exists and that you may read it"))


def read(path: Path, shown: str, root: Path) -> tuple[bytes | None, list[Diagnostic]]:
    """The bytes of a content file, or why it may not or cannot be read.

    Args:
        path: The file.
        shown: Its path in messages.
        root: The site folder; a link that leads out of it is refused.
    """
    at = Span(shown)
    try:
        if (fault := linked_out(path, shown, root)) is not None:
            return None, [fault]
        if path.is_dir():
            message = msg("`{name}` is a folder, not a file", name=path.name)
            return None, [refuse("FILE005", at, message, msg("rename or remove the folder"))]
        if not path.is_file() and path.exists():  # a pipe would keep us waiting for ever
            message = msg("`{name}` is not an ordinary file", name=path.name)
            hint = msg("remove it, or save the content as a file of this name")
            return None, [refuse("FILE007", at, message, hint)]
        if (size := path.stat().st_size) > LIMIT:
            return None, [_too_large(size, shown)]
        return path.read_bytes(), []
    except OSError as error:
        return None, [unreadable(error, at)]

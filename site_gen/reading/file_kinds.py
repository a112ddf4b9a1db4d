"""What a file really is, whose name says that it is text: told by the first bytes."""

from __future__ import annotations

from site_gen.base.messages import Message, msg

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


def other_than_text(raw: bytes) -> Message | None:
    """What the bytes are, None where they may be text."""
    head = raw[:64].lstrip().lower()
    if raw.startswith(b"PK\x03\x04"):
        return next((what for sign, what in _PACKED if sign in raw), msg("a packed folder"))
    if raw[4:8] == b"ftyp":
        return msg("a film")
    return next((what for sign, what in _BEGINS if head.startswith(sign.lower())), None)

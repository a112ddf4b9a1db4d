"""What a file is by its bytes, and whether it may be opened at all; its ending may lie."""

from __future__ import annotations

import zipfile
from pathlib import Path

from site_gen.base.messages import Message, msg
from site_gen.importers.table import NotRead

MOST_BYTES = 60_000_000
MOST_UNPACKED = 400_000_000
MOST_RATIO = 200
"""A part that unpacks to so many times its size and is large is made to fill a disk."""
_LARGE = 20_000_000
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED, _WORD, _EXCEL = (name.encode("utf-16-le") for name in ("EncryptedPackage", "WordDocument", "Workbook"))
_OLD_EXCEL = "Book".encode("utf-16-le")


def form_of(path: Path) -> str:
    """`docx`, `xlsx`, `xlsb`, `ods`, `odt`, `doc`, `xls`, `pdf`, `html` or `text`.

    Raises NotRead for what may not or cannot be opened.
    """
    if path.name.startswith("~$"):
        raise NotRead(
            msg("`{name}` is the mark that Word or Excel leaves while a file is open", name=path.name),
            msg("import `{name}` instead, and close it first", name=path.name.removeprefix("~$")),
        )
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(4096)
    except OSError as error:
        raise NotRead(
            msg("`{name}` cannot be read: {reason}", name=path.name, reason=error.strerror or ""),
            msg("check the path and the permissions"),
        ) from error
    if not size:
        raise NotRead(msg("`{name}` is empty", name=path.name), msg("save the file again, or ask for it again"))
    if size > MOST_BYTES:
        raise NotRead(
            msg("`{name}` is larger than {limit} MB", name=path.name, limit=MOST_BYTES // 1_000_000),
            msg("take the pictures out of it, or split it"),
        )
    if head.startswith(b"PK"):
        return _zipped(path)
    if head.startswith(_COMPOUND):
        return _compound(path)
    if head.startswith(b"%PDF"):
        return "pdf"
    return "html" if _looks_like_html(head) else "text"


def _looks_like_html(head: bytes) -> bool:
    """Many systems export “Excel” files that are web pages."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<html", b"<!doctype html", b"<table", b"<meta", b"<head", b"<body")) or (
        start.startswith(b"<?xml") and b"<html" in head.lower()
    )


def _zipped(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as file:
            parts = file.infolist()
            names = {part.filename for part in parts}
            kind = file.read("mimetype")[:100].decode("ascii", "replace") if "mimetype" in names else ""
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in file.open(part).read(2000):
                    raise NotRead(
                        msg("`{name}` holds XML that no Office program writes; it was not opened", name=path.name),
                        msg("do not open it; ask the sender for it again"),
                    )
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise NotRead(
            msg("`{name}` is incomplete or damaged", name=path.name), msg("copy or download it again")
        ) from error
    unpacked = sum(part.file_size for part in parts)
    swollen = any(part.file_size > _LARGE and part.file_size > MOST_RATIO * part.compress_size for part in parts)
    if unpacked > MOST_UNPACKED or swollen:
        raise NotRead(
            msg("`{name}` would unpack to {size} MB; it was not opened", name=path.name, size=unpacked // 1_000_000),
            msg("save a copy with the table alone, without the empty rows and columns around it"),
        )
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.bin" in names:
        return "xlsb"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "spreadsheet" in kind:
        return "ods"
    if "opendocument.text" in kind:
        return "odt"
    raise NotRead(
        msg("`{name}` is an archive, not a document", name=path.name),
        msg("unpack it and import the Word or Excel file in it"),
    )


def _compound(path: Path) -> str:
    data = path.read_bytes()
    if _ENCRYPTED in data:
        raise NotRead(
            msg("`{name}` is protected by a password", name=path.name),
            msg("open it, remove the password (File, Info, Protect), save it and import it again"),
        )
    if _WORD in data:
        return "doc"
    if _EXCEL in data or _OLD_EXCEL in data:
        return "xls"
    raise NotRead(
        msg("`{name}` is neither a Word nor an Excel file", name=path.name),
        msg("save it as .docx or .xlsx"),
    )


def has_macros(path: Path) -> Message | None:
    """A remark where a file carries macros; they are never run."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as file:
            if any(name.endswith("vbaProject.bin") for name in file.namelist()):
                return msg("the file carries macros; they were not run")
    return None

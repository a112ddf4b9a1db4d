"""Run as a process: PDFs come in, each behind its length, and of each a line of JSON goes out: words, and names in its metadata."""

from __future__ import annotations

import json
import logging
import sys
from dataclasses import asdict
from io import BytesIO
from typing import Any

from site_gen.outputs.contents.inside import LETTERS, Inside

PAGES = 1000
_MEMORY, _CPU_SECONDS = 1 << 30, 50
_NAMING = {"/Author": "Author", "/Company": "Company", "/Manager": "Manager", "/LastModifiedBy": "LastModifiedBy"}


def read(data: bytes) -> Inside:
    """What is in a PDF; whether it is signed is not looked for."""
    reader = _reader(data)
    if reader.is_encrypted and not _opened(reader):
        return Inside("", locked=True)
    pieces: list[str] = []
    size, unread = 0, len(reader.pages) > PAGES
    for number, page in enumerate(reader.pages):
        if number == PAGES or size > LETTERS:
            unread = True
            break
        try:
            words = page.extract_text()
        except Exception:  # one page that cannot be read must not hide the others
            unread = True
            continue
        words += "\n" + "\n".join(_fields(page))
        pieces.append(words)
        size += len(words)
    text = "\n".join(pieces)
    scan = bool(pieces) and not text.strip() and not unread
    return Inside(text[:LETTERS] + "\n" + _title(reader), _names(reader), pictures=scan, unread=unread)


def _reader(data: bytes) -> Any:
    """The file; one whose index is lost is read by what lies in it, as browsers do."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(data))
        if not reader.is_encrypted:
            len(reader.pages)
    except PyPdfError:
        if b"startxref" in data[-2048:]:
            raise
        reader = PdfReader(BytesIO(data + b"\nstartxref\n0\n%%EOF\n"))
    return reader


def _opened(reader: Any) -> bool:
    """Whether the file opens without a password: many only forbid changes."""
    try:
        return bool(reader.decrypt(""))
    except Exception:  # a lock that pypdf does not know, or knows only with another library
        return False


def _fields(page: Any) -> list[str]:
    """What was typed into forms and notes, and where links lead."""
    out: list[str] = []
    for note in list(page.get("/Annots") or [])[:5000]:
        try:
            here = note.get_object()
            out += [str(here[key]) for key in ("/V", "/Contents", "/T") if key in here and isinstance(here[key], str)]
            action = here.get("/A")
            if action is not None and "/URI" in (target := action.get_object()):
                out.append(str(target["/URI"]))
        except Exception:  # a broken note is nobody's text
            continue
    return out


def _title(reader: Any) -> str:
    info = reader.metadata or {}
    return "\n".join(str(info[key]) for key in ("/Title", "/Subject", "/Keywords") if info.get(key))


def _names(reader: Any) -> tuple[str, ...]:
    """The fields of both forms of metadata that name somebody."""
    info = reader.metadata or {}
    found = [name for key, name in _NAMING.items() if str(info.get(key) or "").strip()]
    xmp = reader.xmp_metadata
    if xmp is not None and any(str(name).strip() for name in xmp.dc_creator or []):
        found.append("XMP creator")
    return tuple(found)


def main() -> None:
    """Reads from standard input until its end, each file within the limits."""
    logging.disable(logging.CRITICAL)
    taken = sys.stdin.buffer
    while len(head := taken.read(8)) == 8:
        data = taken.read(int.from_bytes(head, "big"))
        _limit()
        try:
            found = read(data)
        except Exception:  # a damaged file may raise anything
            found = Inside("", unread=True)
        sys.stdout.write(json.dumps(asdict(found)) + "\n")
        sys.stdout.flush()


def _limit() -> None:
    """So much memory, and from now on so much time of the processor; who takes more is ended."""
    try:
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        seconds = int(used.ru_utime + used.ru_stime) + _CPU_SECONDS
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
    except (ImportError, ValueError, OSError):  # Windows: the parent's patience is the only limit
        pass


if __name__ == "__main__":
    main()

"""A story is a folder of files an officer might send; this tells how the reading floor answers it."""

from __future__ import annotations

import io
import os
import unicodedata
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from site_gen.base.diagnostics import Diagnostic, in_order
from site_gen.base.messages import say
from site_gen.model.entry import Entry
from site_gen.reading.load import Loaded

CASES = Path(__file__).parent / "cases"
UNIT = "name: Văn thư\ntype: bộ phận\nlevel: nội bộ\n"


def answer(loaded: Loaded, around: frozenset[str], root: Path) -> str:
    """What the officer is told, in Vietnamese, and what was read of the files that are not `around` the story's."""
    blocks = [_finding(d) for d in in_order(loaded.found)]
    entries = loaded.catalog.entries() if loaded.catalog else ()
    blocks += [_reading(e) for e in entries if e.path.removeprefix("content/") not in around]
    return "\n".join(blocks).replace(str(root.parent), "/home/can-bo") or "nothing is read and nothing is found\n"


def _finding(d: Diagnostic) -> str:
    at = d.at
    lines = [f"{at.path}:{at.line}:{at.column} {d.severity.word} {d.code}", f"  {say(d.message, 'vi')}"]
    return "\n".join([*lines, f"  → {say(d.hint, 'vi')}"] if d.hint else lines) + "\n"


def _reading(entry: Entry[Any]) -> str:
    rows = [f"{entry.path} is read as {entry.kind}:{entry.id}"]
    rows += [f"  {name} = {_plain(getattr(entry.model, name))}" for name in sorted(entry.model.model_fields_set)]
    return "\n".join(rows) + "\n"


def _plain(value: Any) -> str:
    if isinstance(value, BaseModel):
        return "{" + ", ".join(f"{n}: {_plain(getattr(value, n))}" for n in sorted(value.model_fields_set)) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_plain, value)) + "]"
    if hasattr(value, "verbatim"):
        return f"{value} (“{value.verbatim}”)"
    return repr(str(value) if isinstance(value, Decimal | str) else value)


# What git cannot keep well is made when it is needed; its answer is kept like the others'.


def _write(root: Path, name: str, raw: bytes) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)


def _fifty_megabytes(root: Path) -> None:
    path = root / "units/don-vi.yml"
    with path.open("wb") as stream:
        stream.write(b"name: ")
        stream.truncate(50 << 20)


def _large_attachment(root: Path) -> None:
    with (root / "files/ban-quet.pdf").open("wb") as stream:
        stream.write(b"%PDF-1.4\n")
        stream.truncate(21 << 20)


def _picture_with_too_many_points(root: Path) -> None:
    head = b"IHDR" + (20_000).to_bytes(4) * 2 + b"\x08\x02\0\0\0"
    _write(root, "files/ban-do.png", b"\x89PNG\r\n\x1a\n" + (13).to_bytes(4) + head + b"\0\0\0\0")


def _a_hundred_thousand_brackets(root: Path) -> None:
    _write(root, "units/don-vi.yml", b"name: " + b"[" * 100_000)


def _more_values_than_allowed(root: Path) -> None:
    _write(root, "units/don-vi.yml", b"aliases:\n" + b" - a\n" * 200_001)


def _zero_bytes(root: Path) -> None:
    _write(root, "units/don-vi.yml", (UNIT + "intro: Nhận văn bản\0\0 và gửi\n").encode())


def _one_broken_byte(root: Path) -> None:
    _write(root, "units/don-vi.yml", f"{UNIT}intro: Nhận văn bản đ".encode() + b"\xff\xfe\n")
    _write(root, "pages/trang.md", "---\ntitle: Trang\n---\nĐường đến xã ".encode() + b"\xe1\xba\n")


def _folder_named_like_a_file(root: Path) -> None:
    _write(root, "units/don-vi.yml/ghi-chu.txt", b"A\n")


def _link_out_of_the_folder(root: Path) -> None:
    _write(root.parent, "ngoai/bi-mat.yml", UNIT.encode())
    (root / "units/don-vi.yml").symlink_to(root.parent / "ngoai/bi-mat.yml")
    (root / "pages/ngoai").symlink_to(root.parent / "ngoai")
    (root / "files/bi-mat.pdf").symlink_to(root.parent / "ngoai/bi-mat.yml")
    (root / "files/ngoai").symlink_to(root.parent / "ngoai")


def _folder_of_files_is_a_link(root: Path) -> None:
    (root / "files").rename(root.parent / "ngoai")
    (root / "files").symlink_to(root.parent / "ngoai")


def _link_inside_the_folder(root: Path) -> None:
    (root / "units/don-vi.yml").symlink_to(root / "units/van-phong.yml")
    (root / "tai-lieu").symlink_to(root / "units")


def _link_that_leads_nowhere(root: Path) -> None:
    (root / "units/don-vi.yml").symlink_to(root / "units/khong-co.yml")
    (root / "units/vong.yml").symlink_to(root / "units/vong.yml")


def _pipe(root: Path) -> None:
    os.mkfifo(root / "units/don-vi.yml")


def _file_name_from_a_mac(root: Path) -> None:
    _write(root, "units/" + unicodedata.normalize("NFD", "Văn thư.yml"), UNIT.encode())


def _file_name_in_an_old_encoding(root: Path) -> None:
    _write(root, "units/" + os.fsdecode(b"v\xe3n th\xfd.yml"), UNIT.encode())
    _write(root, "files/" + os.fsdecode(b"k\xd5 ho\xb9ch.pdf"), b"%PDF-1.4\n")


def _files_that_are_no_text(root: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("word/document.xml", "<w:document/>")
    for name, raw in (
        ("word", packed.getvalue()),
        ("excel", b"PK\x03\x04....xl/workbook.xml"),
        ("cu", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("pdf", b"%PDF-1.7\n\xe2\xe3"),
        ("anh", b"\x89PNG\r\n\x1a\n"),
        ("rtf", b"{\\rtf1\\ansi V\xe3n th\xb0}"),
        ("web", b"\n<!DOCTYPE html>\n<html></html>"),
    ):
        _write(root, f"units/{name}.yml", raw)


MADE: dict[str, Callable[[Path], None]] = {
    "fifty-megabytes": _fifty_megabytes,
    "attachment-too-large": _large_attachment,
    "picture-with-too-many-points": _picture_with_too_many_points,
    "a-hundred-thousand-brackets": _a_hundred_thousand_brackets,
    "more-values-than-allowed": _more_values_than_allowed,
    "zero-bytes": _zero_bytes,
    "one-broken-byte": _one_broken_byte,
    "files-that-are-no-text": _files_that_are_no_text,
    "folder-named-like-a-file": _folder_named_like_a_file,
    "link-out-of-the-folder": _link_out_of_the_folder,
    "folder-of-files-is-a-link": _folder_of_files_is_a_link,
    "link-inside-the-folder": _link_inside_the_folder,
    "link-that-leads-nowhere": _link_that_leads_nowhere,
    "pipe": _pipe,
    "file-name-from-a-mac": _file_name_from_a_mac,
    "file-name-in-an-old-encoding": _file_name_in_an_old_encoding,
}

"""The inside of a packed file (docx, xlsx, odt, ods), read within bounds, and rewritten without times.

A few kilobytes can be compressed so that they unpack to gigabytes; here no more than the bounds is ever unpacked.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from zlib import crc32

from site_gen.base.messages import Message, msg

PARTS, PART_BYTES, ALL_BYTES = 4000, 64 << 20, 128 << 20
_SMALL = 16 << 10
_UTF8 = 0x800
_FAULTS = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, zlib.error, struct.error)
"""What `zipfile` raises for a damaged file."""


class Broken(Exception):
    """The file is damaged or hostile; `reason` says in words how."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


class Packed:
    """The parts of a packed file. Raises `Broken` where they cannot be read or unpack beyond the bounds."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._unfolded = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS as error:
            raise _damaged() from error
        self._parts = self._zip.infolist()
        names = {part.filename for part in self._parts}
        if len(self._parts) > PARTS or len(names) != len(self._parts):
            raise Broken(msg("the compressed file contains too many parts, or one of them twice"))
        if sum(part.file_size for part in self._parts) > 4 * ALL_BYTES:
            raise _bomb()
        if any(part.flag_bits & 1 for part in self._parts):
            raise Broken(msg("the file is locked with a password"))

    def names(self) -> Iterator[str]:
        """The names of all parts, in order."""
        return (part.filename for part in self._parts)

    def read(self, name: str) -> bytes:
        """One part, unfolded."""
        info = self._zip.getinfo(name)
        try:
            with self._zip.open(info) as part:
                content = part.read(PART_BYTES + 1)
        except _FAULTS as error:
            raise _damaged() from error
        self._unfolded += len(content)
        if len(content) > PART_BYTES or self._unfolded > ALL_BYTES:
            raise _bomb()
        return content

    def rewritten(self, changed: Mapping[str, bytes]) -> bytes:
        """The file with some parts changed; all others keep their packed bytes. No part keeps its time."""
        out, index = bytearray(), bytearray()
        for part in self._parts:
            name = part.filename.encode("utf-8")
            if part.filename in changed:
                content = changed[part.filename]
                method, raw = _pack(content, part)
                size, crc = len(content), crc32(content)
            else:
                method, raw = part.compress_type, self._raw(part)
                size, crc = part.file_size, part.CRC
            common = b"".join(
                number.to_bytes(width, "little")
                for number, width in (
                    (20, 2), (_UTF8, 2), (method, 2), (0, 2), (0x21, 2), (crc, 4), (len(raw), 4), (size, 4), (len(name), 2), (0, 2)
                )
            )  # fmt: skip  # the fields of the header in the order of the format, by width
            index += (
                b"PK\x01\x02" + (20).to_bytes(2, "little") + common + bytes(10) + len(out).to_bytes(4, "little") + name
            )
            out += b"PK\x03\x04" + common + name + raw
        count = len(self._parts).to_bytes(2, "little")
        tail = (
            b"PK\x05\x06"
            + bytes(4)
            + count * 2
            + len(index).to_bytes(4, "little")
            + len(out).to_bytes(4, "little")
            + b"\0\0"
        )
        return bytes(out + index + tail)

    def _raw(self, part: zipfile.ZipInfo) -> bytes:
        head = self._data[part.header_offset : part.header_offset + 30]
        start = part.header_offset + 30 + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
        raw = self._data[start : start + part.compress_size]
        if len(head) < 30 or not head.startswith(b"PK\x03\x04") or len(raw) < part.compress_size:
            raise _damaged()
        return raw


def _pack(content: bytes, part: zipfile.ZipInfo) -> tuple[int, bytes]:
    """Small parts stay unpacked, so that their bytes do not depend on the packing library."""
    if part.compress_type == zipfile.ZIP_STORED or len(content) <= _SMALL:
        return zipfile.ZIP_STORED, content
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return zipfile.ZIP_DEFLATED, packer.compress(content) + packer.flush()


def _damaged() -> Broken:
    return Broken(msg("the compressed file is damaged"))


def _bomb() -> Broken:
    return Broken(msg("the compressed file unpacks to more than {limit} MB", limit=ALL_BYTES >> 20))

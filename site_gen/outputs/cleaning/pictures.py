"""JPEG, PNG and WebP without EXIF, XMP, texts, times, previews and what cameras append: of all that, which way up it is stays."""

from __future__ import annotations

import re
from zlib import crc32

from site_gen.base.messages import msg
from site_gen.outputs.packed import Broken
from site_gen.reading.picture import orientation

_TAG, _SHORT = 0x0112, 3


def upright(value: int) -> bytes:
    """EXIF that says nothing but the orientation; empty where the picture stands upright by itself."""
    if value == 1:
        return b""
    entry = _TAG.to_bytes(2) + _SHORT.to_bytes(2) + (1).to_bytes(4) + value.to_bytes(2) + b"\0\0"
    return b"MM\0*" + (8).to_bytes(4) + (1).to_bytes(2) + entry + b"\0\0\0\0"


_EXIF = b"Exif\0\0"
_MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])")  # inside the picture's data, FF 00 and restarts are no markers
_END, _SCAN, _APP0, _COMMENT = 0xD9, 0xDA, 0xE0, 0xFE


def jpeg(data: bytes) -> bytes:
    """The picture's own segments, its colours and which way up it is."""
    head, body, turned = [data[:2]], [], 1
    at = 2
    while True:
        hit = _MARKER.match(data, at)
        if hit is None:
            raise _damaged()
        marker, start = hit[1][0], hit.end()
        if marker == _END:
            body.append(b"\xff\xd9")
            break
        if marker == 0x01:  # stands alone
            at = start
            continue
        end = start + int.from_bytes(data[start : start + 2])
        if end < start + 2 or end > len(data):
            raise _damaged()
        content = data[start + 2 : end]
        if marker == _APP0 + 1 and content.startswith(_EXIF):
            turned = orientation(content[6:]) if turned == 1 else turned
        elif _stays(marker, content):
            # JFIF must come first of all; everything else keeps its order behind the orientation.
            (head if marker == _APP0 and not body else body).append(b"\xff" + bytes([marker]) + data[start:end])
        at = end
        if marker == _SCAN:
            following = _MARKER.search(data, end)
            if following is None:
                raise _damaged()
            at = following.start()
            body.append(data[end:at])
    tiff = upright(turned)
    exif = b"\xff\xe1" + (len(_EXIF) + len(tiff) + 2).to_bytes(2) + _EXIF + tiff if tiff else b""
    return b"".join((*head, exif, *body))


def _stays(marker: int, content: bytes) -> bool:
    """Whether a segment is part of how the picture looks."""
    if marker == _COMMENT:
        return False
    if not _APP0 <= marker <= _APP0 + 15:
        return True
    return (
        (marker == _APP0 and content.startswith(b"JFIF\0"))
        or (marker == _APP0 + 2 and content.startswith(b"ICC_PROFILE\0"))
        or (marker == _APP0 + 14 and content.startswith(b"Adobe"))
    )


_PNG_SHOWN = {
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV", b"cLLI",
    b"bKGD", b"hIST", b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT",
}  # fmt: skip  # names of chunks, read as a paragraph


def png(data: bytes) -> bytes:
    """The chunks that make the picture; of EXIF only which way up it is."""
    out = [data[:8]]
    at = 8
    while True:
        length, name = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        end = at + 12 + length
        if len(name) < 4 or end > len(data):
            raise _damaged()
        if name in _PNG_SHOWN:
            out.append(data[at:end])
        elif name == b"eXIf" and (tiff := upright(orientation(data[at + 8 : end - 4]))):
            out.append(len(tiff).to_bytes(4) + name + tiff + crc32(name + tiff).to_bytes(4))
        at = end
        if name == b"IEND":
            return b"".join(out)


_WEBP_SHOWN = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
_HAS_EXIF, _HAS_XMP = 0x08, 0x04


def webp(data: bytes) -> bytes:
    """The chunks that make the picture; of EXIF only which way up it is."""
    chunks: list[tuple[bytes, bytes]] = []
    tiff = b""
    at, last = 12, min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    while at + 8 <= last:
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        content = data[at + 8 : at + 8 + size]
        if len(content) < size:
            raise _damaged()
        if name in _WEBP_SHOWN:
            chunks.append((name, content))
        elif name == b"EXIF":
            tiff = upright(orientation(content.removeprefix(b"Exif\0\0")))
        at += 8 + size + size % 2
    if not any(name in (b"VP8 ", b"VP8L", b"ANMF") for name, _ in chunks):
        raise _damaged()
    if tiff:
        chunks.append((b"EXIF", tiff))
    body = b"".join(
        _webp_chunk(name, _webp_head(content, bool(tiff)) if name == b"VP8X" else content) for name, content in chunks
    )
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body


def _webp_chunk(name: bytes, content: bytes) -> bytes:
    return name + len(content).to_bytes(4, "little") + content + b"\0" * (len(content) % 2)


def _webp_head(content: bytes, exif: bool) -> bytes:
    """The head of an extended file, which says what else it holds."""
    return bytes([content[0] & ~(_HAS_EXIF | _HAS_XMP) | (_HAS_EXIF if exif else 0)]) + content[1:]


def _damaged() -> Broken:
    return Broken(msg("the picture ends too early or is damaged"))

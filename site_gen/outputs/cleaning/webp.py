"""WebP without EXIF and XMP."""

from __future__ import annotations

from site_gen.base.messages import msg
from site_gen.outputs.broken import Broken
from site_gen.outputs.cleaning.exif import upright
from site_gen.reading.picture import orientation

_SHOWN = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
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
            raise Broken(msg("the picture ends too early or is damaged"))
        if name in _SHOWN:
            chunks.append((name, content))
        elif name == b"EXIF":
            tiff = upright(orientation(content.removeprefix(b"Exif\0\0")))
        at += 8 + size + size % 2
    if not any(name in (b"VP8 ", b"VP8L", b"ANMF") for name, _ in chunks):
        raise Broken(msg("the picture ends too early or is damaged"))
    if tiff:
        chunks.append((b"EXIF", tiff))
    body = b"".join(
        _chunk(name, _flags(content, bool(tiff)) if name == b"VP8X" else content) for name, content in chunks
    )
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + len(content).to_bytes(4, "little") + content + b"\0" * (len(content) % 2)


def _flags(content: bytes, exif: bool) -> bytes:
    """The head of an extended file, which says what else it holds."""
    return bytes([content[0] & ~(_HAS_EXIF | _HAS_XMP) | (_HAS_EXIF if exif else 0)]) + content[1:]

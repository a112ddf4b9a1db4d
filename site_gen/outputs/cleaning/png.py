"""PNG without texts, times, EXIF and what stands behind its end."""

from __future__ import annotations

from zlib import crc32

from site_gen.base.messages import msg
from site_gen.outputs.broken import Broken
from site_gen.outputs.cleaning.exif import upright
from site_gen.reading.picture import orientation

_SHOWN = {
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV", b"cLLI",
    b"bKGD", b"hIST", b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT",
}  # fmt: skip


def png(data: bytes) -> bytes:
    """The chunks that make the picture; of EXIF only which way up it is."""
    out = [data[:8]]
    at = 8
    while True:
        length, name = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        end = at + 12 + length
        if len(name) < 4 or end > len(data):
            raise Broken(msg("the picture ends too early or is damaged"))
        if name in _SHOWN:
            out.append(data[at:end])
        elif name == b"eXIf" and (tiff := upright(orientation(data[at + 8 : end - 4]))):
            out.append(len(tiff).to_bytes(4) + name + tiff + crc32(name + tiff).to_bytes(4))
        at = end
        if name == b"IEND":
            return b"".join(out)

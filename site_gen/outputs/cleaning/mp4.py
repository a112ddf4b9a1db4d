"""MP4 without places, names and programs: what says them becomes free space, so that no offset moves."""

from __future__ import annotations

from site_gen.base.messages import msg
from site_gen.outputs.packed import Broken

_INSIDE = {b"moov", b"trak", b"mdia", b"minf", b"edts", b"stbl", b"moof", b"traf"}
_GONE = {b"udta", b"meta", b"uuid", b"loci", b"\xa9xyz", b"Xtra"}
"""`udta` holds the place (©xyz, loci), names and remarks; `meta` Apple's own form of the same; `uuid` XMP."""


def mp4(data: bytes) -> bytes:
    """The film with the boxes of `_GONE` emptied."""
    out = bytearray(data)
    waiting = [(0, len(data), 0)]
    while waiting:
        at, last, depth = waiting.pop()
        while at + 8 <= last:
            size, name, head = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8], 8
            if size == 1:
                size, head = int.from_bytes(data[at + 8 : at + 16]), 16
            elif size == 0 and depth == 0:
                size = last - at
            if size == 0 and depth:  # QuickTime ends some lists with a zero
                break
            if size < head or at + size > last:
                raise Broken(msg("the film ends too early or is damaged"))
            if name in _GONE:
                out[at + 4 : at + 8] = b"free"
                out[at + head : at + size] = bytes(size - head)
            elif name in _INSIDE and depth < 8:
                waiting.append((at + head, at + size, depth + 1))
            at += size
    return bytes(out)

"""EXIF: the one thing kept of it is which way up the picture is."""

from __future__ import annotations

_TAG, _SHORT = 0x0112, 3


def orientation(tiff: bytes) -> int:
    """1 to 8; 1, upright, where nothing else is said or it cannot be understood."""
    order = {b"II": "little", b"MM": "big"}.get(tiff[:2])
    if order is None or len(tiff) < 14:
        return 1

    def number(at: int, size: int) -> int:
        return int.from_bytes(tiff[at : at + size], "little" if order == "little" else "big")

    first = number(4, 4)
    for index in range(min(number(first, 2), 200)):
        at = first + 2 + 12 * index
        if at + 12 > len(tiff):
            break
        if (number(at, 2), number(at + 2, 2)) == (_TAG, _SHORT):
            value = number(at + 8, 2)
            return value if 1 <= value <= 8 else 1
    return 1


def upright(value: int) -> bytes:
    """EXIF that says nothing but the orientation; empty where the picture stands upright by itself."""
    if value == 1:
        return b""
    entry = _TAG.to_bytes(2) + _SHORT.to_bytes(2) + (1).to_bytes(4) + value.to_bytes(2) + b"\0\0"
    return b"MM\0*" + (8).to_bytes(4) + (1).to_bytes(2) + entry + b"\0\0\0\0"

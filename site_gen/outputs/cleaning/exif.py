"""EXIF that says the one thing kept of it: which way up the picture is."""

from __future__ import annotations

_TAG, _SHORT = 0x0112, 3


def upright(value: int) -> bytes:
    """EXIF that says nothing but the orientation; empty where the picture stands upright by itself."""
    if value == 1:
        return b""
    entry = _TAG.to_bytes(2) + _SHORT.to_bytes(2) + (1).to_bytes(4) + value.to_bytes(2) + b"\0\0"
    return b"MM\0*" + (8).to_bytes(4) + (1).to_bytes(2) + entry + b"\0\0\0\0"

"""JPEG without EXIF, XMP, IPTC, comments, previews and what cameras append."""

from __future__ import annotations

import re

from site_gen.base.messages import msg
from site_gen.outputs.broken import Broken
from site_gen.outputs.cleaning.exif import upright
from site_gen.reading.picture import orientation

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
            raise Broken(msg("the picture ends too early or is damaged"))
        marker, start = hit[1][0], hit.end()
        if marker == _END:
            body.append(b"\xff\xd9")
            break
        if marker == 0x01:  # stands alone
            at = start
            continue
        end = start + int.from_bytes(data[start : start + 2])
        if end < start + 2 or end > len(data):
            raise Broken(msg("the picture ends too early or is damaged"))
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
                raise Broken(msg("the picture ends too early or is damaged"))
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

"""What a picture's file says of itself, read from its head: no picture is opened for that."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from site_gen.base.dataclass import dataclass
from site_gen.reading import svg

_TAG, _SHORT = 0x0112, 3
_EXIF = b"Exif\0\0"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is seen.

    Attributes:
        width: In points, as it stands upright.
        height: Likewise.
        moving: Whether it holds more than one picture.
    """

    width: int
    height: int
    moving: bool = False


def picture_in(path: Path) -> Picture | None:
    """The picture in a file, judged by its ending; None where it is none, or damaged."""
    with path.open("rb") as stream:
        return _read(stream, path.suffix)


def picture_of(name: str, data: bytes) -> Picture | None:
    """The same for bytes."""
    return _read(BytesIO(data), name[name.rfind(".") :])


def _read(stream: BinaryIO, ending: str) -> Picture | None:
    reader = _READERS.get(ending.lower())
    picture = reader(stream) if reader is not None else None
    return picture if picture is not None and picture.width > 0 and picture.height > 0 else None


def _png(stream: BinaryIO) -> Picture | None:
    head = stream.read(33)
    if len(head) < 33 or head[12:16] != b"IHDR":
        return None
    moving, turned = False, 1
    for name, size in _chunks(stream, "big", after=4):
        if name == b"acTL":
            moving = True
        elif name == b"eXIf":
            turned = orientation(stream.read(min(size, 1 << 16)))
        elif name in (b"IDAT", b"IEND"):
            break
    return _upright(int.from_bytes(head[16:20]), int.from_bytes(head[20:24]), turned, moving)


def _chunks(stream: BinaryIO, order: str, after: int) -> Iterator[tuple[bytes, int]]:
    """Name and size of each chunk, the stream standing at its content; PNG says the size first, WebP the name."""
    while True:
        at = stream.tell()
        head = stream.read(8)
        if len(head) < 8:
            return
        if order == "big":
            size, name = int.from_bytes(head[:4]), head[4:]
        else:
            size, name = int.from_bytes(head[4:], "little"), head[:4]
        yield name, size
        stream.seek(at + 8 + size + after + (size % 2 if order == "little" else 0))


def _jpeg(stream: BinaryIO) -> Picture | None:
    stream.seek(2)
    turned = 1
    while (mark := stream.read(2)) and mark[0] == 0xFF:
        while mark[1:] == b"\xff":
            mark = b"\xff" + stream.read(1)
        if len(mark) < 2 or mark[1] in (0xD9, 0xDA):
            return None
        size = int.from_bytes(stream.read(2))
        if size < 2:
            return None
        at = stream.tell()
        if 0xC0 <= mark[1] <= 0xCF and mark[1] not in (0xC4, 0xC8, 0xCC):
            frame = stream.read(5)
            return _upright(int.from_bytes(frame[3:5]), int.from_bytes(frame[1:3]), turned) if len(frame) == 5 else None
        if mark[1] == 0xE1 and turned == 1 and (content := stream.read(size - 2)).startswith(_EXIF):
            turned = orientation(content[6:])
        stream.seek(at + size - 2)
    return None


def _webp(stream: BinaryIO) -> Picture | None:
    stream.seek(12)
    width = height = 0
    moving, turned = False, 1
    for name, size in _chunks(stream, "little", after=0):
        if name == b"EXIF":
            turned = orientation(stream.read(min(size, 1 << 16)).removeprefix(_EXIF))
        elif not width and name in (b"VP8X", b"VP8L", b"VP8 "):
            head = stream.read(10)
            if len(head) < 10 and name != b"VP8L":
                return None
            if name == b"VP8X":
                moving = bool(head[0] & 0x02)
                width, height = int.from_bytes(head[4:7], "little") + 1, int.from_bytes(head[7:10], "little") + 1
            elif name == b"VP8 ":
                width, height = (int.from_bytes(head[at : at + 2], "little") & 0x3FFF for at in (6, 8))
            else:
                bits = int.from_bytes(head[1:5], "little")
                width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return _upright(width, height, turned, moving)


def _svg(stream: BinaryIO) -> Picture | None:
    seen = svg.size(stream.read(svg.LIMIT + 1))
    return Picture(*seen) if seen is not None else None


_READERS: dict[str, Callable[[BinaryIO], Picture | None]] = {
    ".jpg": _jpeg,
    ".jpeg": _jpeg,
    ".png": _png,
    ".svg": _svg,
    ".webp": _webp,
}


def _upright(width: int, height: int, turned: int, moving: bool = False) -> Picture:
    return Picture(height, width, moving) if turned >= 5 else Picture(width, height, moving)


def orientation(tiff: bytes) -> int:
    """Which way up EXIF says the picture is, 1 to 8; 1, upright, where nothing is said or it cannot be understood."""
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

"""Photographs as large as a page shows them: a phone on a slow network loads 200 kB, not what a camera writes.

Pillow is imported for a picture over the limits only, and what it made is kept by the bytes it was made from, so that
an unchanged picture is not made again. Where that is lost, or another Pillow is installed, it is made again.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from site_gen.base.dataclass import dataclass
from site_gen.reading.picture import picture_of

if TYPE_CHECKING:
    from PIL.Image import Image

SIDE = 1600
"""So many points the longer side of a published picture may have: a wide column on a sharp screen."""
HEAVY = 400 << 10
"""A photograph of more bytes is written again, even where its sides fit."""
QUALITY = 82
_FORMATS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}
_MODES = {"1", "L", "LA", "P", "RGB", "RGBA", "CMYK"}
"""Ways of keeping colours that can be made shrunk without changing them; others are left alone."""


def too_large(name: str, data: bytes) -> bool:
    """Whether a picture is to be made shrunk. One that moves or is drawn is left as it is."""
    seen = picture_of(name, data)
    if seen is None or seen.moving or name.lower().endswith(".svg"):
        return False
    photograph = not name.lower().endswith(".png")
    return max(seen.width, seen.height) > SIDE or (photograph and len(data) > HEAVY)


def shrunk(name: str, data: bytes) -> bytes:
    """The picture, upright and no longer than `SIDE`, in its own format; as it is where that saves nothing.

    Args:
        name: Its ending tells the format.
        data: The picture, cleaned: of its properties only colours and the way up are left.
    """
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = None  # reading has refused what claims too many
    form = _FORMATS[name.rpartition(".")[2].lower()]
    try:
        with Image.open(BytesIO(data), formats=[form]) as opened:
            if opened.mode not in _MODES:
                return data
            opened.draft("RGB", (SIDE, SIDE))  # a large JPEG is not unpacked whole
            lossless = form == "PNG" or data[12:16] == b"VP8L"
            colours = opened.info.get("icc_profile") if opened.mode != "CMYK" else None
            picture = _plain(ImageOps.exif_transpose(opened), form)
        picture.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
        out = BytesIO()
        quality = {} if form == "PNG" else {"quality": QUALITY}
        more = {"progressive": True} if form == "JPEG" else {"lossless": lossless} if form == "WEBP" else {}
        picture.info.clear()
        picture.save(out, form, optimize=True, icc_profile=colours, **quality, **more)
    except (OSError, ValueError, SyntaxError):
        return data  # damaged, yet a browser may show what is there
    return min(out.getvalue(), data, key=len)


def _plain(picture: Image, form: str) -> Image:
    """In colours that can be scaled: a palette has no colours between two of its own."""
    if picture.mode == "P":
        return picture.convert("RGBA" if "transparency" in picture.info else "RGB")
    if picture.mode == "1":
        return picture.convert("L")
    return picture.convert("RGB") if picture.mode == "CMYK" and form == "JPEG" else picture.copy()


@dataclass(slots=True)
class PictureCache:
    """Pictures made shrunk, remembered in a folder that may be lost.

    Attributes:
        folder: Where they are kept.
        engine: Which program and libraries made them.
        shown: Paths in the output of the pictures that pages show; other files leave as they are.
        used: Names of those asked for.
    """

    folder: Path
    engine: str
    shown: frozenset[str]
    used: set[str] = field(default_factory=set)

    def of(self, path: str, data: bytes) -> bytes:
        """The file at a path of the output as it is published."""
        if path not in self.shown or not too_large(path, data):
            return data
        ending = path.rpartition(".")[2].lower()
        key = hashlib.sha256(f"{self.engine}\0{ending}\0".encode() + data).hexdigest()
        self.used.add(key)
        known = self._known(key)
        if known is not None:
            return known
        made = shrunk(path, data)
        with suppress(OSError):  # what cannot be remembered costs time, nothing else
            self.folder.mkdir(parents=True, exist_ok=True)
            temporary = self.folder / f"{key}.tmp"
            temporary.write_bytes(hashlib.sha256(made).digest() + made)
            temporary.replace(self.folder / key)
        return made

    def _known(self, key: str) -> bytes | None:
        try:
            kept = (self.folder / key).read_bytes()
        except OSError:
            return None
        return kept[32:] if hashlib.sha256(kept[32:]).digest() == kept[:32] else None

    def drop_unused(self) -> None:
        """Deletes what was not asked for."""
        with suppress(OSError):
            for path in self.folder.iterdir():
                if path.name not in self.used:
                    path.unlink()

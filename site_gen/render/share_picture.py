"""The picture that a link shows where it is sent over Zalo or Facebook: whose page, its title, the one thing that matters.

Which words stand on it follows from the page and its frame, and its name from the words: where they are the same the file is the
same, and is not drawn again. All of them stand on the page as well, as the description of the picture, so that what is looked
for on pages, personal data above all, is looked for in them.

Words are cut out once for each size and put side by side, and the rows are packed as PNG has them: drawing every text anew and
leaving the file to Pillow takes six times as long.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import astuple
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from site_gen.base.colour import rgb
from site_gen.base.dataclass import dataclass
from site_gen.base.fingerprint import fingerprint
from site_gen.base.messages import msg, say
from site_gen.base.theme import theme_of
from site_gen.pages.page import Artifact, Page
from site_gen.render.job import Frame

if TYPE_CHECKING:
    from PIL.Image import Image

SIZE = (800, 420)
"""Width and height in points; Facebook and Zalo show a picture large and without cutting it from 600 × 315 on."""
FONT = "board/fonts/Tinos-Bold.ttf"
LEFT, RIGHT, TOP = 53, 53, 43
BAND = 16
TITLE = ((64, 2), (48, 4), (37, 5), (29, 6))
"""Sizes of a title, and how many lines it may have in each at most; the largest that it fits."""
TITLE_TOP = TOP + 60
SMALL, LINE = 25, 32
"""Sizes of what stands above and below, and of the one thing that matters."""
SPACED = 1.22
"""From one line of a text to the next, in its size."""
INK, SOFT, PAPER = "#1d1a17", "#5a534c", "#fffdfa"
_SHADES = 7
"""Steps between paper and ink at the edges of letters; two scales of them and the accent fill the palette of 4 bits."""
_STEPS = tuple(
    bytes(step + darker if (step := round(value * _SHADES / 255)) else 0 for value in range(256))
    for darker in (0, _SHADES)
)
"""For each strength of ink, and then of soft ink, its number in the palette."""
_FILTER = 2
"""Points before each row that nobody sees: eight bits of 0, by which PNG says that a row stands as it is."""


@dataclass(frozen=True, slots=True)
class SharePicture:
    """What stands on a picture, from top to bottom.

    Attributes:
        authority: Whose site it is.
        title: Of the page.
        line: The figure or state that matters; may be empty.
        note: That it is an illustration, or invented data; may be empty.
        accent: The authority's colour.
    """

    authority: str
    title: str
    line: str
    note: str
    accent: str

    @property
    def path(self) -> str:
        """Where it is published, below the site's folder; another size has another address, for what is fetched may be kept for long."""
        return f"assets/share.{fingerprint(repr((SIZE, astuple(self))).encode())}.png"

    @property
    def words(self) -> str:
        """All that stands on it, for who cannot see it."""
        return ". ".join(text for text in (self.title, self.line, self.authority, self.note) if text)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture that is to be drawn, and its path in the output."""

    path: str
    picture: SharePicture


def picture_for(page: Page, frame: Frame) -> SharePicture | None:
    """The picture of a page: its own, where it is worth sharing by itself, else the site's. None where nobody can fetch it."""
    site = frame.values
    if not site.get("base_url") or not site.get("colour"):
        return None
    name, language, own = str(site["short_name"]), frame.language, page.share is not None and site.get("share_pictures")
    note = _note(bool(site.get("illustration")), bool(own and page.sample), language)
    if own:
        return SharePicture(name, page.title, page.share or "", note, str(site["colour"]))
    return SharePicture(str(site["place"]), name, "", note, str(site["colour"]))


def _note(illustration: bool, sample: bool, language: str) -> str:
    if illustration:
        return say(msg("Illustration, not the authority's own website"), language)
    return say(msg("Sample data, no fact about the authority"), language) if sample else ""


def drawn(drawing: Drawing) -> Artifact:
    """The picture as PNG; the same bytes for the same words."""
    from PIL import Image

    picture = drawing.picture
    image = Image.new("P", (_FILTER + SIZE[0], SIZE[1]), 0)
    image.paste(2 * _SHADES + 1, (_FILTER, 0, _FILTER + SIZE[0], BAND))
    _write(image, picture.authority, SMALL, TOP, soft=True)
    foot = SIZE[1] - TOP - SMALL
    if picture.note:
        _write(image, picture.note, SMALL, foot, soft=True)
        foot -= round(LINE * 1.4)
    for line in reversed(_lines(picture.line[:1].upper() + picture.line[1:], LINE)[:2]):
        _write(image, line, LINE, foot, soft=False)
        foot -= round(LINE * SPACED)
    size, lines = _fitted(picture.title, foot + LINE - TITLE_TOP)
    for number, line in enumerate(lines):
        _write(image, line, size, TITLE_TOP + round(number * size * SPACED), soft=False)
    return Artifact(drawing.path, _png(image.tobytes("raw", "P;4"), _palette(picture.accent)))


def _png(rows: bytes, palette: bytes) -> bytes:
    """A picture of 4 bits a point as a file. Runs of one colour are most of it, and looking for no more than these is quick."""
    packer = zlib.compressobj(strategy=zlib.Z_RLE)
    head = struct.pack(">IIBBBBB", *SIZE, 4, 3, 0, 0, 0)  # of 4 bits, which number the colours of a palette
    packed = packer.compress(rows) + packer.flush()
    chunks = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


@lru_cache(maxsize=64)
def _palette(accent: str) -> bytes:
    """The colours of a picture: paper to ink, to soft ink, and the accent."""
    scales = [(rgb(PAPER), rgb(INK)), (rgb(PAPER), rgb(SOFT))]
    shades = [
        tuple(round(255 * (a + (b - a) * step / _SHADES)) for a, b in zip(paper, ink, strict=True))
        for paper, ink in scales
        for step in range(1 if ink == rgb(SOFT) else 0, _SHADES + 1)
    ]
    return bytes(part for shade in [*shades, tuple(round(255 * part) for part in rgb(accent))] for part in shade)


def _fitted(title: str, height: int) -> tuple[int, list[str]]:
    """The size in which a title fits into so many points of height, and its lines; one that fits in none is cut at a word."""
    for size, most in TITLE:
        lines, most = _lines(title, size), min(most, int(height / (size * SPACED)))
        if len(lines) <= most:
            return size, lines
    return size, [*lines[: most - 1], lines[most - 1] + " …"]


def _lines(text: str, size: int) -> list[str]:
    width, lines, line, used = SIZE[0] - LEFT - RIGHT, [], "", 0.0
    space = _width(" ", size)
    for word in text.split():
        long = _width(word, size)
        if line and used + space + long > width:
            lines.append(line)
            line, used = word, long
        else:
            line, used = f"{line} {word}".strip(), used + long + (space if line else 0)
    return [*lines, line]


def _write(image: Image, text: str, size: int, top: int, soft: bool) -> None:
    at, space = float(_FILTER + LEFT), _width(" ", size)
    for word in text.split():
        cut, left, down = _word(word, size, soft)
        if cut is not None:
            image.paste(cut, (round(at) + left, top + down))
        at += _width(word, size) + space


@lru_cache(maxsize=8000)
def _width(word: str, size: int) -> float:
    return float(_font(size).getlength(word))


@lru_cache(maxsize=4000)
def _word(word: str, size: int, soft: bool) -> tuple[Any, int, int]:
    """A word in ink or in soft ink as numbers of the palette, and its place; None where nothing of it shows."""
    from PIL import Image, ImageDraw

    font = _font(size)
    left, top, right, bottom = (round(side) for side in font.getbbox(word))
    if right <= left or bottom <= top:
        return None, 0, 0
    grey = Image.new("L", (right - left, bottom - top), 0)
    ImageDraw.Draw(grey).text((-left, -top), word, font=font, fill=255)
    return Image.frombytes("P", grey.size, grey.tobytes().translate(_STEPS[soft])), left, top


@lru_cache(maxsize=8)
def _font(size: int) -> Any:
    from PIL import ImageFont

    file = theme_of().file(FONT)
    assert file is not None
    return ImageFont.truetype(str(file), size, layout_engine=ImageFont.Layout.BASIC)

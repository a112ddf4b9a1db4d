"""The picture that a link shows where it is sent over Zalo or Facebook: whose page, its title, the one thing that matters.

Which words stand on it follows from the page and its frame, and its name from the words: where they are the same the file is the
same, and is not drawn again. All of them stand on the page as well, as the description of the picture, so that what is looked
for on pages, personal data above all, is looked for in them.

Letters are cut out once for each size and put side by side; drawing every text anew takes three times as long.
"""

from __future__ import annotations

from dataclasses import astuple
from functools import lru_cache
from io import BytesIO
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

SIZE = (1200, 630)
"""Width and height in points, as Facebook and Zalo show a large picture without cutting it."""
FONT = "board/fonts/Tinos-Bold.ttf"
LEFT, RIGHT, TOP = 80, 80, 64
BAND = 24
TITLE = ((96, 2), (72, 4), (56, 5), (44, 6))
"""Sizes of a title, and how many lines it may have in each; the largest that it fits."""
SMALL, LINE = 38, 50
"""Sizes of what stands above and below, and of the one thing that matters."""
INK, SOFT, PAPER = "#1d1a17", "#5a534c", "#fffdfa"
_SHADES = 7
"""Steps between paper and ink at the edges of letters; two scales of them and the accent fill the palette of 4 bits."""


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
        """Where it is published, below the site's folder."""
        return f"assets/share.{fingerprint(repr(astuple(self)).encode())}.png"

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
    from PIL import Image, ImageDraw

    picture = drawing.picture
    image = Image.new("L", SIZE, 0)
    ImageDraw.Draw(image).rectangle((0, 0, SIZE[0], BAND), fill=2 * _SHADES + 1)
    _write(image, picture.authority, SMALL, TOP, soft=True)
    size, lines = _fitted(picture.title)
    for number, line in enumerate(lines):
        _write(image, line, size, TOP + 90 + round(number * size * 1.22), soft=False)
    foot = SIZE[1] - TOP - SMALL
    if picture.note:
        _write(image, picture.note, SMALL, foot, soft=True)
        foot -= round(LINE * 1.4)
    for line in reversed(_lines(picture.line[:1].upper() + picture.line[1:], LINE)[:2]):
        _write(image, line, LINE, foot, soft=False)
        foot -= round(LINE * 1.2)
    image.putpalette(_palette(picture.accent))
    out = BytesIO()
    image.save(
        out, "PNG", bits=4, compress_level=6, compress_type=3
    )  # runs of one colour: half the time of the usual way
    return Artifact(drawing.path, out.getvalue())


def _palette(accent: str) -> list[int]:
    scales = [(rgb(PAPER), rgb(INK)), (rgb(PAPER), rgb(SOFT))]
    shades = [
        tuple(round(255 * (a + (b - a) * step / _SHADES)) for a, b in zip(paper, ink, strict=True))
        for paper, ink in scales
        for step in range(1 if ink == rgb(SOFT) else 0, _SHADES + 1)
    ]
    return [part for shade in [*shades, tuple(round(255 * part) for part in rgb(accent))] for part in shade]


def _fitted(title: str) -> tuple[int, list[str]]:
    """The size in which a title fits, and its lines; one that fits in none is cut at a word."""
    for size, most in TITLE:
        lines = _lines(title, size)
        if len(lines) <= most:
            return size, lines
    return size, [*lines[: most - 1], lines[most - 1] + " …"]


def _lines(text: str, size: int) -> list[str]:
    width, lines, line, used = SIZE[0] - LEFT - RIGHT, [], "", 0.0
    space = _letter(" ", size)[1]
    for word in text.split():
        long = sum(_letter(char, size)[1] for char in word)
        if line and used + space + long > width:
            lines.append(line)
            line, used = word, long
        else:
            line, used = f"{line} {word}".strip(), used + long + (space if line else 0)
    return [*lines, line]


def _write(image: Image, text: str, size: int, top: int, soft: bool) -> None:
    at = float(LEFT)
    for char in text:
        (inked, softened, mask, left, down), advance = _letter(char, size)
        if mask is not None:
            image.paste(softened if soft else inked, (round(at) + left, top + down), mask)
        at += advance


@lru_cache(maxsize=2000)
def _letter(char: str, size: int) -> tuple[tuple[Any, Any, Any, int, int], float]:
    """A letter in ink and in soft ink as numbers of the palette, what of it is not paper, its place, and how wide it is."""
    from PIL import Image, ImageDraw

    font = _font(size)
    left, top, right, bottom = (round(side) for side in font.getbbox(char))
    if right <= left or bottom <= top:
        return (None, None, None, 0, 0), font.getlength(char)
    drawn = Image.new("L", (right - left, bottom - top), 0)
    ImageDraw.Draw(drawn).text((-left, -top), char, font=font, fill=255)
    inked = drawn.point([round(value * _SHADES / 255) for value in range(256)])
    softened = inked.point([step + _SHADES if step else 0 for step in range(256)])
    return (inked, softened, inked.point(lambda step: 255 if step else 0, "1"), left, top), font.getlength(char)


@lru_cache(maxsize=8)
def _font(size: int) -> Any:
    from PIL import ImageFont

    file = theme_of().file(FONT)
    assert file is not None
    return ImageFont.truetype(str(file), size, layout_engine=ImageFont.Layout.BASIC)

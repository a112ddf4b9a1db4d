"""A sketch of where a place is, from coordinates: roads, a few landmarks, a scale, north at the top.

Drawn in a box of `WIDTH` units, which is about as many pixels on a phone, so that what is known of letters there decides where
words have room.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise
from math import atan2, cos, degrees, hypot, radians

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg
from site_gen.base.values import Drawn, Record
from site_gen.base.vietnamese import show_number

Place = tuple[float, float]
"""Latitude and longitude in degrees."""
WIDTH, LEAST, MOST = 340.0, 180.0, 340.0
"""The width of the drawing, and how high it is at least and at most."""
MARGIN = 34.0
"""Room for words and marks at the edges."""
LETTER, LINE = 7.6, 17.0
"""The width of a letter and the height of a line, in units."""
BOLD = 10.0
"""The width of a letter of the name of the place itself, which is bold."""
LONGEST = 24
"""A name of more letters stands in the list below alone."""
DEGREE = 111_320.0
"""Metres of a degree of latitude, and of longitude at the equator."""
LEAST_SPAN = 150.0
"""What lies closer together is drawn as if it were so many metres apart."""
COMPASS = (
    msg("to the north of it"),
    msg("to the north-east of it"),
    msg("to the east of it"),
    msg("to the south-east of it"),
    msg("to the south of it"),
    msg("to the south-west of it"),
    msg("to the west of it"),
    msg("to the north-west of it"),
)


@dataclass(frozen=True)
class Words(Record):
    """A name where it has room: `anchor` is `start`, `middle` or `end`."""

    x: float
    y: float
    anchor: Drawn
    text: Drawn


@dataclass(frozen=True)
class Spot(Record):
    """A landmark: where it is, its number in the list, its name where that has room."""

    x: float
    y: float
    number: int
    words: Words | None


@dataclass(frozen=True)
class Track(Record):
    """A road as SVG points, and its name where that has room."""

    points: Drawn
    words: Words | None


@dataclass(frozen=True)
class SketchMap(Record):
    """The drawing.

    Attributes:
        height: Of the box; its width is 340.
        x: Where the place itself is.
        y: The same from the top.
        words: Its name, where that has room.
        spots: The landmarks.
        roads: The roads.
        bar: The length of the scale bar in units.
        distance: What that is on the ground.
    """

    height: float
    x: float
    y: float
    words: Words | None
    spots: tuple[Spot, ...]
    roads: tuple[Track, ...]
    bar: float
    distance: Drawn


def sketch_map(
    name: str, place: Place, landmarks: Iterable[tuple[str, Place]], roads: Iterable[tuple[str, Sequence[Place]]]
) -> SketchMap | None:
    """The sketch around a place; None where nothing else is known, for a dot alone tells nobody the way."""
    marks, ways = list(landmarks), [(road, points) for road, points in roads if len(points) > 1]
    if not marks and not ways:
        return None
    everything = [place, *(at for _, at in marks), *(at for _, points in ways for at in points)]
    ground = [metres(place, at) for at in everything]
    (left, right), (bottom, top) = (_span(axis) for axis in zip(*ground, strict=True))
    inner = WIDTH - 2 * MARGIN
    scale = min(inner / (right - left), (MOST - 2 * MARGIN) / (top - bottom))
    height = round(max(LEAST, (top - bottom) * scale + 2 * MARGIN), 1)
    middle = (left + right) / 2, (bottom + top) / 2

    def on_paper(at: Place) -> tuple[float, float]:
        east, north = metres(place, at)
        return round(WIDTH / 2 + (east - middle[0]) * scale, 1), round(height / 2 - (north - middle[1]) * scale, 1)

    room = Room(height)
    x, y = on_paper(place)
    spots = [on_paper(at) for _, at in marks]
    for point in ((x, y), *spots):
        room.take(point[0] - 9, point[1] - 9, 18, 18)
    bar, distance = _scale_bar(scale)
    room.take(0, height - 2 * LINE, bar + 12, 2 * LINE)
    room.take(WIDTH - 24, 0, 24, 40)  # the arrow to the north
    words = room.beside(name, x, y, BOLD)
    named = [room.beside(label, *spot) for (label, _), spot in zip(marks, spots, strict=True)]
    drawn = [(road, [on_paper(at) for at in points]) for road, points in ways]
    return SketchMap(
        height,
        x,
        y,
        words,
        tuple(Spot(*spot, number, text) for number, (spot, text) in enumerate(zip(spots, named, strict=True), 1)),
        tuple(Track(" ".join(f"{px:g},{py:g}" for px, py in line), room.along(road, line)) for road, line in drawn),
        bar,
        distance,
    )


class Room:
    """What of the paper is still free for words."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.taken: list[tuple[float, float, float, float]] = []

    def take(self, x: float, y: float, width: float, height: float) -> None:
        """Marks a rectangle as taken."""
        self.taken.append((x, y, width, height))

    def beside(self, text: str, x: float, y: float, letter: float = LETTER) -> Words | None:
        """The name of a point at its right or left, below or above it; None where it has no room."""
        width = len(text) * letter
        places = (("start", x + 13, y + 5), ("end", x - 13, y + 5), ("middle", x, y + 26), ("middle", x, y - 15))
        return next((words for anchor, wx, wy in places if (words := self._put(text, anchor, wx, wy, width))), None)

    def along(self, text: str, line: Sequence[tuple[float, float]]) -> Words | None:
        """The name of a road, at the middle of one of its stretches, the longest first; None where it has no room."""
        stretches = sorted(pairwise(line), key=lambda ends: -hypot(ends[1][0] - ends[0][0], ends[1][1] - ends[0][1]))
        for (ax, ay), (bx, by) in stretches:
            for share in (0.5, 0.25, 0.75):
                at = round(ax + (bx - ax) * share, 1), round(ay + (by - ay) * share + 5, 1)
                if words := self._put(text, "middle", *at, len(text) * LETTER):
                    return words
        return None

    def _put(self, text: str, anchor: str, x: float, y: float, width: float) -> Words | None:
        left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
        box = (left, y - LINE + 4, width, LINE)
        inside = box[0] >= 0 and box[1] >= 0 and box[0] + width <= WIDTH and box[1] + LINE <= self.height
        if len(text) > LONGEST or not inside or any(_overlap(box, other) for other in self.taken):
            return None
        self.take(*box)
        return Words(round(x, 1), round(y, 1), anchor, text)


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )


def metres(origin: Place, place: Place) -> tuple[float, float]:
    """How far a place lies to the east and to the north of another; flat, which is right to a metre over some kilometres."""
    north = (place[0] - origin[0]) * DEGREE
    return (place[1] - origin[1]) * DEGREE * cos(radians(origin[0])), north


def distance(origin: Place, place: Place) -> float:
    """Metres from one place to another as the crow flies."""
    return hypot(*metres(origin, place))


def direction(origin: Place, place: Place) -> Message:
    """On which side of `origin` a place lies."""
    east, north = metres(origin, place)
    return COMPASS[round(degrees(atan2(east, north)) / 45) % 8]


def in_words(length: float) -> str:
    """A distance as people say it: `350 m`, `1,2 km`."""
    if length < 995:
        return f"{max(round(length / 10) * 10, 10)}\u00a0m"
    return f"{show_number(Decimal(round(length / 100)) / 10)}\u00a0km"


def _span(values: Iterable[float]) -> tuple[float, float]:
    found = list(values)
    lacks = max(LEAST_SPAN - (max(found) - min(found)), 0)
    return min(found) - lacks / 2, max(found) + lacks / 2


def _scale_bar(scale: float) -> tuple[float, str]:
    """The longest round distance that a fifth of the width can show."""
    lengths = (n * 10**power for power in range(6, 0, -1) for n in (5, 2, 1))
    length = next((length for length in lengths if length * scale <= WIDTH / 4), 10)
    return round(length * scale, 1), in_words(length)

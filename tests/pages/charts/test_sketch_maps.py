"""A sketch of where an office is: everything on the paper, words that do not cover each other, distances that are right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.base.messages import say
from site_gen.pages.charts.sketch_map import (
    LETTER,
    LINE,
    LONGEST,
    MOST,
    WIDTH,
    Place,
    SketchMap,
    Words,
    direction,
    distance,
    in_words,
    sketch_map,
)

OFFICE = (21.5942, 105.8482)
NEAR = st.tuples(st.floats(21.55, 21.64), st.floats(105.80, 105.90))
NAMES = st.text("abcdđê ", min_size=1, max_size=40)


def words_of(chart: SketchMap) -> list[Words]:
    """Every name that is drawn."""
    found = [chart.words, *(spot.words for spot in chart.spots), *(road.words for road in chart.roads)]
    return [words for words in found if words]


def box(words: Words) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a name."""
    width = len(words.text) * LETTER
    left = {"start": words.x, "middle": words.x - width / 2, "end": words.x - width}[words.anchor]
    return left, words.y - LINE + 4, left + width, words.y + 4


@given(
    st.lists(st.tuples(NAMES, NEAR), max_size=14), st.lists(st.tuples(NAMES, st.lists(NEAR, max_size=6)), max_size=4)
)
def test_everything_is_on_the_paper_and_no_words_cover_others(
    landmarks: list[tuple[str, Place]], roads: list[tuple[str, list[Place]]]
) -> None:
    chart = sketch_map("UBND xã Mẫu", OFFICE, landmarks, roads)

    if chart is None:
        assert not landmarks
        assert all(len(points) < 2 for _, points in roads)
        return
    points = [(chart.x, chart.y), *((spot.x, spot.y) for spot in chart.spots)]
    points += [tuple(map(float, pair.split(","))) for road in chart.roads for pair in road.points.split()]
    assert all(0 <= x <= WIDTH and 0 <= y <= chart.height for x, y in points)
    assert chart.height <= MOST
    assert [spot.number for spot in chart.spots] == list(range(1, len(landmarks) + 1))
    boxes = [box(words) for words in words_of(chart)]
    for index, (left, top, right, bottom) in enumerate(boxes):
        assert left >= -1
        assert right <= WIDTH + 1
        assert top >= -1
        assert bottom <= chart.height + 1
        for other in boxes[index + 1 :]:
            assert right <= other[0] + 1 or other[2] <= left + 1 or bottom <= other[1] + 1 or other[3] <= top + 1
    assert 0 < chart.bar <= WIDTH / 4


def test_the_order_of_east_and_north_is_kept() -> None:
    chart = sketch_map("Trụ sở", OFFICE, [("Đông bắc", (21.60, 105.85)), ("Tây nam", (21.58, 105.84))], [])

    assert chart is not None
    east, west = chart.spots
    assert west.x < chart.x < east.x
    assert east.y < chart.y < west.y


def test_a_dot_alone_is_no_map() -> None:
    assert sketch_map("Trụ sở", OFFICE, [], [("Một điểm", [OFFICE])]) is None


def test_what_lies_at_the_same_place_is_drawn_all_the_same() -> None:
    chart = sketch_map("Trụ sở", OFFICE, [("Cổng", OFFICE)], [])

    assert chart is not None
    assert (chart.spots[0].x, chart.spots[0].y) == (chart.x, chart.y)


def test_a_name_that_is_too_long_stands_in_the_list_alone() -> None:
    chart = sketch_map("Trụ sở", OFFICE, [("x" * (LONGEST + 1), (21.60, 105.85))], [])

    assert chart is not None
    assert chart.spots[0].words is None


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (3, "10\u00a0m"),
        (348, "350\u00a0m"),
        (994, "990\u00a0m"),
        (995, "1\u00a0km"),
        (1249, "1,2\u00a0km"),
        (50_000, "50\u00a0km"),
    ],
)
def test_distances_are_said_as_people_say_them(length: float, words: str) -> None:
    assert in_words(length) == words


def test_a_distance_on_the_ground_is_right() -> None:
    """A thousandth of a degree of latitude is 111 m; of longitude at 21.6° less by its cosine."""
    assert round(distance(OFFICE, (21.5952, 105.8482))) == 111
    assert round(distance(OFFICE, (21.5942, 105.8492))) == 104


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ((21.6042, 105.8482), "về phía bắc"),
        ((21.6042, 105.8582), "về phía đông bắc"),
        ((21.5942, 105.8382), "về phía tây"),
        ((21.5842, 105.8482), "về phía nam"),
    ],
)
def test_the_way_is_told_by_the_compass(place: Place, words: str) -> None:
    assert say(direction(OFFICE, place), "vi") == words

"""Contrast as WCAG reckons it, and the nearest colour that passes."""

from __future__ import annotations

import colorsys
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.base.colour import _lch, contrast, mixed, nearest, rgb, written

COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")
WHITE = (1.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.478),
        ("#ff0000", "#ffffff", 3.998),
        ("#9b1c1f", "#9b1c1f", 1),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(rgb(one), rgb(other)) == pytest.approx(ratio, abs=0.001)
    assert contrast(rgb(other), rgb(one)) == pytest.approx(ratio, abs=0.001)


@given(COLOURS)
def test_a_colour_comes_back_as_it_was_written(colour: str) -> None:
    assert written(rgb(colour)) == colour
    assert nearest(colour, lambda _: True) == colour


def test_colours_are_mixed_as_style_sheets_mix_them() -> None:
    assert written(mixed(rgb("#9b1c1f"), WHITE, 0.55)) == "#c88284"


@given(COLOURS)
def test_the_nearest_that_passes_has_the_same_hue(colour: str) -> None:
    found = nearest(colour, lambda other: contrast(rgb(other), WHITE) >= 4.5)
    assert found is not None
    assert contrast(rgb(found), WHITE) >= 4.5
    _, chroma, hue = _lch(rgb(colour))
    _, new_chroma, new_hue = _lch(rgb(found))
    if min(chroma, new_chroma) > 0.03:  # of a grey no hue can be told
        assert abs(math.remainder(hue - new_hue, math.tau)) < 0.15


@given(COLOURS)
def test_a_colour_that_passes_already_stays_and_no_nearer_one_is_passed_over(colour: str) -> None:
    found = nearest(colour, lambda other: contrast(rgb(other), WHITE) >= 4.5)
    assert found is not None
    if contrast(rgb(colour), WHITE) >= 4.5:
        assert found == colour
    elif max(colorsys.rgb_to_hls(*rgb(colour))) > 0.1:
        assert contrast(rgb(found), WHITE) < 4.7


def test_where_no_colour_passes_there_is_none() -> None:
    assert nearest("#9b1c1f", lambda _: False) is None

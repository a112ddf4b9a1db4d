"""Places on a map, as people copy them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from site_gen.base.messages import say
from site_gen.model.coordinates import coordinates, position, track


@pytest.mark.parametrize(
    "written",
    [
        "21.59420, 105.84820",
        "21.59420,105.84820",
        "21.5942 105.8482",
        "(21.59420, 105.84820)",
        "21,59420; 105,84820",
        "21.59420° N, 105.84820° E",
        "21.594200, 105.848199",
    ],
)
def test_a_place_is_read_however_a_map_program_writes_it(written: str) -> None:
    assert coordinates(written) == "21.59420, 105.84820"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("105.84820, 21.59420", "bị đảo chỗ"),
        ("48.85837, 2.29448", "không nằm trong Việt Nam"),
        ("21, 105", "không phải là tọa độ"),
        ("chợ xã", "không phải là tọa độ"),
        ("21.59420", "không phải là tọa độ"),
    ],
)
def test_what_is_no_place_here_is_refused(written: str, said: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        coordinates(written)

    assert said in say((refused.value.context or {})["message"], "vi")


@given(st.floats(6, 24), st.floats(102, 118))
def test_what_is_written_is_read_again(latitude: float, longitude: float) -> None:
    text = f"{latitude:.5f}, {longitude:.5f}"

    assert coordinates(text) == text
    assert position(text) == (round(latitude, 5), round(longitude, 5))


def test_the_bends_of_a_road_stand_in_one_line_or_in_a_list() -> None:
    assert track("21.5, 105.8; 21.6, 105.9;") == ["21.5, 105.8", "21.6, 105.9"]
    assert track(["21.5, 105.8"]) == ["21.5, 105.8"]

"""What the pattern book draws are values as the functions make them."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import pytest

from site_gen.base.theme import themes_dir
from site_gen.base.values import Record
from site_gen.pages.charts.bars import Bullet, Stack
from site_gen.pages.charts.dots import DotRow, PeriodAxis
from site_gen.pages.charts.lines import LineChart
from site_gen.pages.charts.scale import Axis
from site_gen.pages.charts.timeline import Timeline


def examples(component: str) -> Any:
    """The kept examples of a component."""
    return json.loads((themes_dir() / "default/components" / component / "examples.json").read_bytes())


DRAWN: list[tuple[type[Record], Any]] = [
    *((LineChart, one) for one in examples("line-chart")),
    *((Bullet, one) for one in examples("bullet")["bullets"]),
    *((Stack, one) for one in examples("bullet")["stacks"]),
    (Axis, examples("bullet")["axis"]),
    *((DotRow, one) for one in examples("dot-chart")["rows"]),
    (PeriodAxis, examples("dot-chart")["axis"]),
    *((Timeline, one) for one in examples("timeline")),
]


@pytest.mark.parametrize(("record", "example"), DRAWN, ids=lambda x: x.__name__ if isinstance(x, type) else "")
def test_an_example_has_the_fields_of_its_record(record: Any, example: dict[str, Any]) -> None:
    assert set(example) == {field.name for field in fields(record)}

"""Columns that the tables of plans share: which plan a row is of, and fields of a part of a row."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import Any

from pydantic import BaseModel

from site_gen.pages.columns import Column, column, computed

ID = computed("id", "Mã kế hoạch", attrgetter("entry.id"))
PLAN = replace(ID, name="plan", value=attrgetter("bundle.entry.id"))


def of(part: str, model: type[BaseModel], *names: str, **called: str) -> tuple[Column, ...]:
    """Columns that are fields of a part of a line, empty where it has no such part; `called` gives other names to fields."""

    def value(name: str) -> Any:
        return lambda line: getattr(getattr(line, part), name, None)

    fields = {**{name: name for name in names}, **called}
    return tuple(column(model, name, value(name), called=name_here) for name_here, name in fields.items())

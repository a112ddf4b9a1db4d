"""What the front page of procedures, their lists and their panel are given."""

from __future__ import annotations

from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.values import Address, Record
from site_gen.kinds.procedure.views import Origin, Row
from site_gen.pages.frames import Shown
from site_gen.rules.snapshot import Link


@dataclass(frozen=True)
class Way(Record):
    """A way to a group of procedures, and how many of them apply."""

    title: str
    url: Address
    count: int


@dataclass(frozen=True)
class SourceList(Record):
    """A full list that procedures are taken from."""

    title: str
    source: str
    taken_on: date
    note: str | None
    sample: bool
    count: int


@dataclass(frozen=True)
class Front(Shown):
    """The front page: the most needed, the events of life, the ways to look for a procedure, the lists."""

    template = "procedure/front.html"
    common: tuple[Row, ...]
    events: tuple[Way, ...]
    ways: tuple[Way, ...]
    lists: tuple[SourceList, ...]
    count: int
    guides: int
    changes: Address | None


@dataclass(frozen=True)
class Groups(Shown):
    """All groups of one way."""

    template = "procedure/groups.html"
    groups: tuple[Way, ...]
    count: int


@dataclass(frozen=True)
class OneGroup(Shown):
    """A group, or a part of a long one: what applies and what has ended.

    `siblings` are the other letters of the alphabet; `with_field` is whether rows say their field.
    """

    template = "procedure/group.html"
    name: str
    count: int
    rows: tuple[Row, ...]
    ended: tuple[Row, ...]
    siblings: tuple[Link, ...]
    sources: tuple[Origin, ...]
    with_field: bool


@dataclass(frozen=True)
class Some(Shown):
    """Some procedures on another page; `rest` is how many more there are."""

    template = "procedure/panel.html"
    rows: tuple[Row, ...]
    more: Address
    rest: int
    sample: bool

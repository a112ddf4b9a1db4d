"""Procedures in groups: by field, by event of life, by unit and by letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_gen.base.dataclass import dataclass
from site_gen.base.vietnamese import slug, sort_key
from site_gen.kinds.procedure.items import Item, field_url, letter, letter_slug
from site_gen.model.life_events import LifeEvent
from site_gen.rules.snapshot import Snapshot

FIELDS, EVENTS, UNITS, LETTERS = (
    "thu-tuc/linh-vuc/index.html",
    "thu-tuc/su-kien/index.html",
    "thu-tuc/don-vi/index.html",
    "thu-tuc/a-z.html",
)


@dataclass(frozen=True, slots=True)
class Group:
    """Procedures that belong together.

    Attributes:
        key: The part of its address that is its own: a field, an event, the id of a unit, a letter.
        title: What it is called.
        url: Its page.
        items: What is in it.
    """

    key: str
    title: str
    url: str
    items: list[Item]

    @property
    def count(self) -> int:
        """How many of its procedures apply on the day."""
        return sum(item.applies for item in self.items)


def by_field(everything: Iterable[Item]) -> list[Group]:
    """By field, in the order of a dictionary; spellings that make one address are one field."""
    found = _sorted_out((slug(item.field), item) for item in everything)
    groups = [Group(key, mine[0].field, field_url(mine[0].field), mine) for key, mine in found.items()]
    return sorted(groups, key=lambda group: sort_key(group.title))


def by_event(snapshot: Snapshot, everything: Iterable[Item]) -> list[Group]:
    """By event of life, in the order of the choices."""
    found = _sorted_out((event.value, item) for item in everything for event in item.events)
    return [
        Group(event.value, word[:1].upper() + word[1:], f"thu-tuc/su-kien/{event.value}.html", found[event.value])
        for event in LifeEvent
        if event.value in found and (word := snapshot.word(event))
    ]


def by_unit(snapshot: Snapshot, everything: Iterable[Item]) -> list[Group]:
    """By the unit that receives or decides; a row that names none belongs to the unit of its list."""
    found = _sorted_out((id, item) for item in everything for id in dict.fromkeys(_handlers(snapshot, item)))
    groups = [
        Group(id, snapshot.link("unit", id).text, f"thu-tuc/don-vi/{id}.html", mine) for id, mine in found.items()
    ]
    return sorted(groups, key=lambda group: sort_key(group.title))


def by_letter(everything: Iterable[Item]) -> list[Group]:
    """By first letter."""
    found = _sorted_out((letter(item.called), item) for item in everything)
    marks = sorted(found, key=lambda mark: (mark == "0–9", sort_key(mark)))
    return [Group(mark, mark, f"thu-tuc/a-z/{letter_slug(mark)}.html", found[mark]) for mark in marks]


def _handlers(snapshot: Snapshot, item: Item) -> Iterator[str]:
    names: list[str | None] = [item.row.unit or item.list.model.unit] if item.row and item.list else []
    if item.guide:
        names += [item.guide.model.receiving_point, item.guide.model.authority]
    return (id for name in names if (id := snapshot.unit_id(name)))


def _sorted_out(pairs: Iterable[tuple[str, Item]]) -> dict[str, list[Item]]:
    groups: dict[str, list[Item]] = {}
    for key, item in pairs:
        groups.setdefault(key, []).append(item)
    return groups

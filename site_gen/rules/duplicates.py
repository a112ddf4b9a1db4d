"""One thing, one file: a second file about the same thing, or with the same content, is reported at the copy."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator
from pathlib import PurePosixPath

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.names import name_key
from site_gen.base.traces import remembered
from site_gen.base.vietnamese import natural_key, slug
from site_gen.model.catalog import Catalog
from site_gen.model.dates import PartialDate
from site_gen.model.entry import Entry
from site_gen.model.published import Published
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

AnyEntry = Entry[Published]
_MAY_DIFFER = frozenset(
    {"published_at", "updated_at", "draft", "sample", "formerly", "anomalies", "postings", "corrections"}
)
"""What may differ between two files of the same content."""
_UNITS = ("unit", "issuer")
"""Keys that name a unit; empty they mean the site's own."""
_COPY = re.compile(
    r"\(\d+\)$|\bcopy\b|conflict|bản sao|ban[ -]sao|sao chép|[-_ ](?:laptop|desktop|pc|may)\b[-\w]*$|[-_ ](?:cũ|cu|mới|moi|old|new)$",
    re.IGNORECASE,
)
"""How programs and people call a copy."""


_SIMPLE = (str, int, type(None))


@dataclass(frozen=True, slots=True)
class Duplicate:
    """The entry of which another one is a copy, and the keys in which both agree; none where all the content is the same."""

    original: AnyEntry
    keys: tuple[str, ...]


@rule(
    "DUPLICATE001",
    msg("two files are about the same thing"),
    Severity.ERROR,
    wrong='# procedures/1.004873 - Copy.yml\ncode: "1.004873"   # procedures/1.004873.yml cũng ghi mã này',
    right='# procedures/1.001193.yml\ncode: "1.001193"',
)
def one_file_for_a_thing(entry: AnyEntry, snapshot: Snapshot) -> Iterator[Finding]:
    """What stands in two files is published twice and counted twice, and later only one of the two is kept up to date.

    For each kind of content its own keys say what is the same: the code of a procedure, number and year of a letter, title
    and day of a news item, the period of statistics. Two files whose whole content is equal are the same, too. The finding
    stands at the one that looks like the copy.
    """
    duplicate = duplicates(snapshot.catalog).get(entry.path)
    if duplicate is None:
        return
    other, keys = duplicate.original.path, ", ".join(f"`{key}`" for key in duplicate.keys)
    message = msg("everything here is the same as in `{other}`", other=other)
    hint = msg("delete this file if it is a copy; if it is about something else, write what differs")
    if keys:
        message = msg("{keys}: the same as in `{other}`", keys=keys, other=other)
        hint = msg(
            "if this file is a copy, take over into the other what is newer here, then delete this one; if it is about something else, correct {keys} here",
            keys=keys,
        )
    yield Finding(entry.at(*duplicate.keys[:1]), message, hint)


def is_copy(entry: AnyEntry, snapshot: Snapshot) -> bool:
    """Whether another file is about the same thing: then DUPLICATE001 says all, and says it better than what follows from it."""
    return entry.path in duplicates(snapshot.catalog)


@remembered
def duplicates(catalog: Catalog) -> dict[str, Duplicate]:
    """For the path of each copy what it is a copy of."""
    out: dict[str, Duplicate] = {}
    keyed: dict[tuple[tuple[str, ...], type[Published], str, tuple[Hashable, ...]], list[AnyEntry]] = defaultdict(list)
    for entry in catalog.entries():
        folder = entry.id.rpartition("/")[0]
        for keys in entry.model.unique_by:
            if values := _values(entry, keys, catalog):
                keyed[keys, type(entry.model), folder, values].append(entry)
    for (keys, *_), group in keyed.items():
        if len(group) > 1:
            _note(out, group, keys)
    alike: dict[tuple[Hashable, ...], list[AnyEntry]] = defaultdict(list)
    for entry in catalog.entries():
        if entry.path not in out:
            alike[type(entry.model), _outline(entry.model)].append(entry)
    for group in alike.values():
        if len(group) > 1:
            _note(out, group, ())
    return out


def _note(out: dict[str, Duplicate], group: list[AnyEntry], keys: tuple[str, ...]) -> None:
    """Notes for each of a group but the original what it is a copy of; without keys only where all the content is equal."""
    first = min(group, key=lambda e: _copied(e, keys, group))
    for entry in group:
        if entry is not first and (keys or _content(entry.model) == _content(first.model)):
            out.setdefault(entry.path, Duplicate(first, tuple(key.partition(".")[0] for key in keys)))


def _values(entry: AnyEntry, keys: tuple[str, ...], catalog: Catalog) -> tuple[Hashable, ...]:
    """What an entry says under its keys, in a form in which spellings of the same are equal; nothing where the first is empty."""
    values: list[Hashable] = []
    for key in keys:
        name, _, part = key.partition(".")
        value = getattr(entry.model, name)
        if name in _UNITS:
            meant = catalog.named("unit", value or catalog.site.unit)
            value = name_key(meant.label if meant else value or "")
        elif type(value) is str:
            value = name_key(value)
        elif isinstance(value, PartialDate):
            value = (value.year, value.month, value.day)
        values.append(getattr(value, part) if part else value)
    return tuple(values) if values[0] else ()


def _outline(model: Published) -> tuple[Hashable, ...]:
    """Few enough of its values to be cheap; models of the same content have the same ones."""
    return tuple(v for k, v in model.__dict__.items() if k not in _MAY_DIFFER and isinstance(v, _SIMPLE))


def _content(model: Published) -> dict[str, object]:
    return {k: v for k, v in model.__dict__.items() if k not in _MAY_DIFFER}


def _copied(entry: AnyEntry, keys: tuple[str, ...], group: list[AnyEntry]) -> tuple[object, ...]:
    """Sorts what looks like the original before what looks like a copy, by the names of their files."""
    stem = PurePosixPath(entry.path).stem
    name = slug(entry.id)
    first = getattr(entry.model, keys[0].partition(".")[0]) if keys else ""
    extended = any(slug(other.id) in name and slug(other.id) != name for other in group)
    return bool(_COPY.search(stem)), extended, slug(str(first)) not in name, natural_key(stem), entry.path


DUPLICATES: tuple[Rule, ...] = (one_file_for_a_thing,)

"""Lists of one thing a row: procedures, counts of dossiers, documents, units. The model says what its columns are called."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from functools import cached_property

from pydantic import BaseModel

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import fold
from site_gen.importers.assembly import Whole, assemble, looks_like_headings
from site_gen.importers.columns import Column, Matched, match
from site_gen.importers.draft import Doubt, Noted
from site_gen.importers.rows import Row, RowKind, number_of
from site_gen.importers.table import Book
from site_gen.importers.targets.values import value_of
from site_gen.model.annotations import inner_model

ROW = Column("row", ("STT", "TT", "Số TT", "Số thứ tự"), "số thứ tự")


@dataclass(frozen=True)
class Listing:
    """What is known of a list beside its model.

    Attributes:
        model: What a row becomes.
        also: What columns are also called, by key.
        telling: Keys of which a table must have one to be such a list at all.
        least: How many columns it must have.
        group: The key that the heading of a group of rows gives to each of them; empty where it gives none.
        unique: The key by which a row is known.
        leave: Keys that no table has.
    """

    model: type[BaseModel]
    also: Mapping[str, Sequence[str]] = field(default_factory=dict)
    telling: frozenset[str] = frozenset()
    least: int = 2
    group: str = ""
    unique: str = ""
    leave: frozenset[str] = frozenset()

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns that such a list may have: a field each, under its label, its aliases and what else it is called."""
        out = [ROW]
        for key, info in self.model.model_fields.items():
            extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
            if key in self.leave or inner_model(info.annotation) is not None:
                continue
            label = str(info.title or key)
            said = [str(name).replace("_", " ") for name in extra.get("x-aliases", ()) or ()]  # type: ignore[union-attr]  # a list, as `field` writes it
            page = [str(extra["x-page"])] if extra.get("x-page") else []
            out.append(Column(key, (*self.also.get(key, ()), label, *page, *said), label))
        return tuple(out)

    def headed(self, texts: Sequence[str], given: Mapping[str, str] | None = None) -> float:
        """How likely texts are the headings of such a list; `given` are headings that somebody has named."""
        if any(len(text) > 150 for text in texts):
            return 0.0
        found = match(list(texts), self.columns, given).values()
        keys = {one.column.key for one in found if one.likeness > 0.7} - {"row"}
        if self.telling and not keys & self.telling:
            return 0.0
        return len(keys) / max(self.least, 1)


@dataclass(slots=True)
class Items:
    """What was read of a list.

    Attributes:
        rows: An item for each row, by key.
        doubts: What is doubtful.
        total: The row of sums, None where there is none.
        wholes: The tables.
        mapping: The headings of the first table with what they were taken for.
        headings: The group and the text above that each row stands under, row by row.
    """

    rows: list[dict[str, object]] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    total: dict[str, object] | None = None
    wholes: list[Whole] = field(default_factory=list)
    mapping: list[tuple[str, Matched | None]] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)


def read_items(
    book: Book,
    listing: Listing,
    given: Mapping[str, str],
    on_row: Callable[[int], None] | None = None,
) -> Items:
    """The rows of all tables of a file that are such a list."""
    wholes = assemble(book, lambda texts: listing.headed(texts, given)) or assemble(book, looks_like_headings)
    out = Items(wholes=wholes)
    seen: dict[str, int] = {}
    for whole in out.wholes:
        columns = match(whole.headings, listing.columns, given)
        out.mapping = out.mapping or [(text, columns.get(number)) for number, text in enumerate(whole.headings)]
        if listing.telling and not listing.telling & {found.column.key for found in columns.values()}:
            continue
        group = ""
        heading = " ".join(whole.above[-3:])
        for row in whole.rows:
            if row.kind is RowKind.GROUP:
                group = row.title
                if re.search(r"\b(?:danh muc|ban hanh moi|sua doi|bai bo|thay the)\b", fold(group)):
                    heading, group = group, ""
                continue
            if row.kind is RowKind.NOTE:
                continue
            item, doubts = _item(row, whole, columns, listing)
            if row.kind is RowKind.TOTAL:
                out.total = item
                continue
            if not set(item) - {listing.group}:
                continue
            if listing.group and group and listing.group not in item:
                item = _with_first(item, listing.group, _without_number(group))
            doubts += _twice(item, row, listing, seen, len(out.rows))
            out.rows.append(item)
            out.headings.append(heading)
            out.doubts += doubts
            if on_row is not None:
                on_row(len(out.rows))
        out.doubts += [Doubt("IMP001", at, "", message, Severity.INFO) for at, message in whole.remarks]
    return out


def _item(
    row: Row, whole: Whole, columns: Mapping[int, Matched], listing: Listing
) -> tuple[dict[str, object], list[Doubt]]:
    item: dict[str, object] = {}
    all_doubts: list[Doubt] = []
    for number, found in sorted(columns.items(), key=lambda pair: _place(listing, pair[1].column.key)):
        cell = row.cells.get(number)
        if found.column.key == "row" or cell is None:
            continue
        read = value_of(cell, listing.model, found.column.key)
        doubts = (
            (Doubt("IMP019", cell.at, cell.line, msg("{column}: {what}", column=str(found.column), what=read.doubt)),)
            if read.doubt is not None
            else ()
        )
        all_doubts += doubts
        if read.value in (None, "", []):
            continue
        item[found.column.key] = Noted(read.value, doubts) if doubts else read.value
    return item, all_doubts


def _place(listing: Listing, key: str) -> int:
    keys = list(listing.model.model_fields)
    return keys.index(key) if key in keys else -1


def _with_first(item: dict[str, object], key: str, value: str) -> dict[str, object]:
    """With one more key, behind the first two."""
    pairs = list(item.items())
    return dict([*pairs[:2], (key, value), *pairs[2:]])


def _without_number(text: str) -> str:
    first, _, rest = text.partition(" ")
    return (
        rest.strip()
        if rest and number_of(first)
        else re.sub(r"^(?:Lĩnh vực|LĨNH VỰC)\s*:?\s*", "", text).strip() or text
    )


def _twice(item: Mapping[str, object], row: Row, listing: Listing, seen: dict[str, int], place: int) -> Iterable[Doubt]:
    value = item.get(listing.unique)
    key = str(value.value if isinstance(value, Noted) else value or "")
    if not key:
        if listing.unique:
            yield Doubt("IMP020", row.at, row.title, msg("the row has no {column}", column=_label(listing)))
        return
    if key in seen:
        yield Doubt("IMP021", row.at, key, msg("{value} stands in row {first} already", value=key, first=seen[key] + 1))
    seen.setdefault(key, place)


def _label(listing: Listing) -> str:
    return next(str(column) for column in listing.columns if column.key == listing.unique)

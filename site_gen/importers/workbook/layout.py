"""The sheets of a workbook and their columns, derived from the model of a form.

One sheet has a row for each entry. A group of keys is columns of the row it belongs to. A list of groups is a sheet of its own,
whose rows name the entry and, below a row of another list, that row. A list that holds lists of its own kind, as the criteria of
a scorecard do, is one sheet. A list of texts is one cell, a line for each.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from site_gen.base.dataclass import dataclass
from site_gen.model.annotations import inner_model, is_of, mark_of, parts_of
from site_gen.model.choice import Choice, choice_of
from site_gen.model.entry import Form
from site_gen.model.fields import MarkdownText, RefTo, YesNo
from site_gen.model.published import Published

ID, ABOVE, KEY = "Mã hồ sơ", "Thuộc dòng", "Dòng"
"""Headings of the columns by which a row is known: the id of its entry, the row it lies below, its own mark."""
GUIDE, LISTS, RECORD = "Hướng dẫn", "Danh mục", "sitegen"
"""Sheets that hold no content."""
MOST_LETTERS_OF_A_NAME = 31
TITLE = "Bảng tính để sửa nội dung trang, do sitegen lập"
"""The first cell of the guide."""


@dataclass(frozen=True)
class Field:
    """A column of content.

    Attributes:
        path: The keys from the row's group to the value.
        heading: What the column is called, once in its sheet.
        info: The field of the model.
    """

    path: tuple[str, ...]
    heading: str
    info: FieldInfo

    @cached_property
    def choice(self) -> type[Choice] | None:
        """The choices that a cell offers."""
        return choice_of(self.info.annotation)

    @cached_property
    def several(self) -> bool:
        """Whether a cell holds a list, a line for each item."""
        return is_list(self.info)

    @cached_property
    def yes_no(self) -> bool:
        """Whether a cell says `có` or `không`."""
        return is_of(self.info, YesNo)

    @cached_property
    def refers_to(self) -> str:
        """The kind of content that a cell names, empty for none."""
        mark = next((m for m in self.info.metadata if isinstance(m, RefTo)), None) or mark_of(
            self.info.annotation, RefTo
        )
        return mark.kind if mark is not None else ""

    @cached_property
    def long(self) -> bool:
        """Whether a cell holds a text of several lines."""
        return any(isinstance(m, MarkdownText) for m in self.info.metadata) or (
            mark_of(self.info.annotation, MarkdownText) is not None
        )

    @property
    def required(self) -> bool:
        """Whether the cell may not be empty, where its group is there."""
        return self.info.is_required()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of content.

    Attributes:
        name: Its name in the workbook.
        path: The keys from the entry to the list that it holds, through lists above; empty for the entries themselves.
        steps: The keys from a row of the sheet above to the list.
        model: What a row is.
        fields: Its columns of content.
        above: The number of the sheet whose rows it lies below; None for the entries.
        again: The keys at which a row holds rows of the same sheet, empty where it holds none.
    """

    name: str
    path: tuple[str, ...]
    steps: tuple[str, ...]
    model: type[BaseModel]
    fields: tuple[Field, ...]
    above: int | None
    again: tuple[str, ...] = ()

    @property
    def leads(self) -> tuple[str, ...]:
        """The headings of the columns by which a row is known."""
        if self.above is None:
            return (ID,)
        return (ID, ABOVE, KEY) if self.above or self.again else (ID, KEY)


@cache
def sheets_of(form: Form) -> tuple[Sheet, ...]:
    """The sheets of a form, a list behind the sheet that it lies below."""
    out: list[Sheet] = []
    _add(out, form.label, (), (), form.model, None)
    return tuple(out)


def _add(
    out: list[Sheet],
    label: str,
    path: tuple[str, ...],
    steps: tuple[str, ...],
    model: type[BaseModel],
    above: int | None,
) -> None:
    number, lists = len(out), list(_lists(model, ()))
    again = next((keys for keys, _, inner in lists if inner is model), ())
    fields = _distinct(list(_fields(model, (), "")))
    out.append(Sheet(_name(label, out), path, steps, model, fields, above, again))
    for keys, title, inner in lists:
        if inner is not model:
            _add(out, f"{label} – {title}" if path else title, (*path, *keys), keys, inner, number)


def _own_first(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    """The fields of a model: what must be said first, what every entry may carry last."""
    common = Published.model_fields if issubclass(model, Published) else {}
    yield from sorted(model.model_fields.items(), key=lambda item: (item[0] in common, not item[1].is_required()))


def _fields(model: type[BaseModel], keys: tuple[str, ...], before: str) -> Iterator[Field]:
    for key, info in _own_first(model):
        heading = f"{before}{info.title or key}"
        inner = inner_model(info.annotation)
        if inner is None:
            yield Field((*keys, key), heading, info)
        elif not is_list(info):
            yield from _fields(inner, (*keys, key), f"{heading} – ")


def _lists(model: type[BaseModel], keys: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str, type[BaseModel]]]:
    for key, info in _own_first(model):
        inner = inner_model(info.annotation)
        if inner is not None and is_list(info):
            yield (*keys, key), str(info.title or key), inner
        elif inner is not None:
            yield from _lists(inner, (*keys, key))


def is_list(info: FieldInfo) -> bool:
    """Whether a field holds several values."""
    return any(getattr(part, "__origin__", None) is tuple for part in parts_of(info.annotation))


def _distinct(fields: list[Field]) -> tuple[Field, ...]:
    """With the key behind a heading that comes twice, or that a leading column has."""
    headings = [field.heading for field in fields] + [ID, ABOVE, KEY]
    return tuple(
        Field(f.path, f"{f.heading} ({'.'.join(f.path)})", f.info) if headings.count(f.heading) > 1 else f
        for f in fields
    )


def _name(label: str, there: list[Sheet]) -> str:
    """A name of a sheet: at most 31 letters, none that Excel refuses, none twice."""
    bare = " ".join("".join(" " if sign in "[]:*?/\\'" else sign for sign in label).split())
    taken = {sheet.name.lower() for sheet in there} | {name.lower() for name in (GUIDE, LISTS, RECORD)}
    name, count = bare[:MOST_LETTERS_OF_A_NAME].strip(), 2
    while name.lower() in taken:
        ending = f" ({count})"
        name, count = bare[: MOST_LETTERS_OF_A_NAME - len(ending)].strip() + ending, count + 1
    return name

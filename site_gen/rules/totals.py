"""A row that is the sum of the others: compared with them, and never counted among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from pydantic import BaseModel

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import excerpt, show_number
from site_gen.model.annotations import inner_model
from site_gen.model.entry import Entry, Loc, value_at
from site_gen.model.figures import Figure, is_total
from site_gen.model.published import Published
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

STATED_UNDER = ("total_declared", "overall")
"""Keys under which the total that a document states is kept, beside its rows."""
WITHIN = ("unit", "area", "field")
"""What a total may be the total of: the rows of one unit, of one area."""


@rule(
    "TABLE001",
    msg("a total stands among the rows"),
    Severity.ERROR,
    wrong="rows:\n  - {unit: Bộ phận Một cửa, field: Hộ tịch, received_online: 17}\n  - {unit: Bộ phận Một cửa, field: Tổng cộng, received_online: 17}",
    right="rows:\n  - {unit: Bộ phận Một cửa, field: Hộ tịch, received_online: 17}\ntotal_declared: {received_online: 17}",
)
def totals_are_no_rows(entry: Entry[Published], snapshot: Snapshot) -> Iterator[Finding]:
    """A row called “Tổng cộng”, “Tổng số”, “Cộng” or “Tổng” would be counted again, beside the rows that it adds up.

    The page adds up by itself. It is said whether the figures of the total agree with the other rows; a total that the
    document states is kept under `total_declared` where there is such a key.
    """
    for loc, rows in _tables(entry.model, ()):
        totals = {i: name for i, row in enumerate(rows) if (name := _said(row))}
        for index, name in totals.items():
            others = [row for i, row in enumerate(rows) if i not in totals]
            item = str(getattr(rows[index], "id", "") or name)
            message = _compared(rows[index], others, name)
            yield Finding(entry.at(*loc, index), message, _where(entry.model, loc), item)


def _tables(model: BaseModel, loc: Loc) -> Iterator[tuple[Loc, tuple[BaseModel, ...]]]:
    """Every list of groups inside a model, with its place."""
    for name in _lists(type(model)):
        value = getattr(model, name)
        if isinstance(value, tuple):
            if value and not getattr(value[0], "may_be_total", False):
                yield (*loc, name), value
            for index, row in enumerate(value):
                yield from _tables(row, (*loc, name, index))
        elif value is not None:
            yield from _tables(value, (*loc, name))


@cache
def _lists(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(name for name, info in model.model_fields.items() if inner_model(info.annotation) is not None)


def _said(row: BaseModel) -> str:
    """The words by which a row says that it is a total."""
    texts = (v for v in row.__dict__.values() if type(v) is str and len(v) < 60 and v[:1] in "TtCc*")
    return next((text for text in texts if is_total(text)), "")


def _where(model: BaseModel, loc: Loc) -> Message:
    fields = type(value_at(model, loc[:-1])).model_fields
    if key := next((key for key in STATED_UNDER if key in fields), ""):
        return msg(
            "delete the row: the page adds up by itself; the total that the document states is kept under `{key}`",
            key=key,
        )
    return msg("delete the row: the page adds up by itself")


def _compared(total: BaseModel, rows: Sequence[BaseModel], name: str) -> Message:
    """How the figures of a total agree with all other rows, or with those of the unit or area that it names."""
    mine = [
        row
        for row in rows
        if all(
            getattr(row, key, None) == said
            for key in WITHIN
            if (said := getattr(total, key, None)) and not is_total(said)
        )
    ]
    name = excerpt(name, 40)
    differing = [_differing(total, group) for group in (mine, rows) if group]
    if not differing or all(found is None for found in differing):
        return msg("`{name}` is a total, no row of its own", name=name)
    if any(found == () for found in differing):
        return msg("`{name}` is a total, no row of its own; its figures are the sum of the other rows", name=name)
    label, says, adds = next(found for found in differing if found)
    return msg(
        "`{name}` is a total, no row of its own; its `{label}` is {declared}, the other rows add up to {computed}",
        name=name,
        label=label,
        declared=show_number(says),
        computed=show_number(adds),
    )


def _differing(total: BaseModel, rows: Sequence[BaseModel]) -> tuple[str, Decimal, Decimal] | tuple[()] | None:
    """The first figure that is not the sum; () where all are, None where nothing can be added up."""
    seen = False
    for key, info in type(total).model_fields.items():
        says = _number(getattr(total, key))
        parts = [n for row in rows if (n := _number(getattr(row, key, None))) is not None]
        if says is None or not parts or key not in total.model_fields_set:
            continue
        adds = sum(parts, Decimal(0))
        if says != adds and says <= max(parts) and len(parts) > 1:
            continue  # a mean, or a share of its own
        if says != adds:
            return info.title or key, says, adds
        seen = True
    return () if seen else None


def _number(value: object) -> Decimal | None:
    if isinstance(value, Figure):
        return value.value
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else None


TOTALS: tuple[Rule, ...] = (totals_are_no_rows,)

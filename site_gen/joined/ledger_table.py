"""The ledger of duties as open data."""

from __future__ import annotations

from collections.abc import Callable

from site_gen.joined.ledger import DutyState, Ledger, Line, Slot
from site_gen.joined.ledger_agenda import name_of
from site_gen.joined.ledger_pages import TEXT, TITLE
from site_gen.pages.columns import cells, computed
from site_gen.pages.contributions import Table
from site_gen.rules.snapshot import Snapshot


def _named(row: tuple[Line, Slot | None]) -> str:
    line, slot = row
    return name_of(line, slot) if slot else line.owed.duty.title


def _of_slot(value: Callable[[Slot], object]) -> Callable[[tuple[Line, Slot | None]], object]:
    return lambda row: value(row[1]) if row[1] else None


COLUMNS = (
    computed("duty", "Mã nghĩa vụ", lambda row: row[0].owed.duty.id.upper()),
    computed("title", "Tên nghĩa vụ", _named),
    computed("state", "Tình trạng", lambda row: (row[1] or row[0]).state, choice=DutyState),
    computed("period", "Kỳ", _of_slot(lambda slot: slot.period)),
    computed("due", "Hạn", _of_slot(lambda slot: slot.due), "date"),
    computed(
        "published",
        "Ngày công khai",
        _of_slot(lambda slot: min((d.published for d in slot.evidence if d.published), default=None)),
        "date",
    ),
    computed("evidence", "Số mục đã công khai", lambda row: len(row[1].evidence) if row[1] else 0, "integer"),
    computed("url", "Địa chỉ", _of_slot(lambda slot: slot.evidence[0].url if slot.evidence else None)),
)
"""Of pairs of a line of the ledger and one of its slots, None for a line without any."""


def ledger_table(snapshot: Snapshot, ledger: Ledger) -> Table:
    """Every slot of the ledger as open data."""
    rows = [(line, slot) for line in ledger.lines for slot in (line.slots or (None,))]
    return Table(
        "tinh-trang-cong-khai",
        snapshot.say(TITLE),
        COLUMNS,
        cells(COLUMNS, rows),
        sample=any(d.sample for line in ledger.lines for s in line.slots for d in s.evidence),
        shown=("ledger.html",),
        text=snapshot.say(TEXT),
    )

"""Units as open data, with their official contacts."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.kinds.unit.model import Unit
from site_gen.kinds.unit.moments import url
from site_gen.kinds.unit.pages import SECTION
from site_gen.model.entry import Entry
from site_gen.pages.columns import address, columns, computed
from site_gen.pages.contributions import Table, entry_table
from site_gen.rules.snapshot import Snapshot


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Every unit that the site knows."""
    units = snapshot.catalog.all(Unit)

    def parent(entry: Entry[Unit]) -> str:
        now = [p.unit for p in entry.model.parents if p.until is None or p.until >= snapshot.as_of]
        return snapshot.unit_id(now[0]) or now[0] if now else ""

    if units:
        shown = (
            computed(
                "id",
                "Mã đơn vị",
                lambda entry: entry.id,
                help="Mã của trang này; bảng khác nhắc tới đơn vị bằng mã hoặc bằng tên.",
            ),
            *columns(Unit, "name", "short_name", "type", "level", "code"),
            computed("parent", "Mã đơn vị cấp trên", parent, help="Đơn vị mà nó trực thuộc vào ngày dựng trang."),
            *columns(Unit, "address", "phone", "email", "website", "hours", "valid_from", "valid_to"),
            address(lambda entry: url(entry.id)),
        )
        yield entry_table("don-vi", snapshot.say(SECTION.title), shown, units, shown=("unit/list.html",))

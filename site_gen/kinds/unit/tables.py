"""Units as open data, with their official contacts."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.base.values import Plain
from site_gen.kinds.unit.model import Level, Unit, UnitType
from site_gen.kinds.unit.pages import url
from site_gen.pages.columns import Column, coded
from site_gen.pages.contributions import Table
from site_gen.rules.snapshot import Snapshot


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """Every unit that the site knows."""
    units = snapshot.catalog.all(Unit)
    if not units:
        return
    rows: list[tuple[Plain, ...]] = []
    for entry in units:
        u = entry.model
        now = [p.unit for p in u.parents if p.until is None or p.until >= snapshot.as_of]
        parent = snapshot.catalog.named("unit", now[0]) if now else None
        rows.append(
            (
                entry.id,
                u.name,
                u.short_name,
                u.type.value,
                u.level.value,
                u.code,
                parent.id if parent else (now[0] if now else None),
                u.address,
                u.phone,
                u.email,
                u.website,
                u.hours,
                u.valid_from.isoformat() if u.valid_from else None,
                u.valid_to.isoformat() if u.valid_to else None,
                url(entry.id),
            )
        )
    columns = (
        Column("id", "Mã đơn vị", help="Mã của trang này; bảng khác nhắc tới đơn vị bằng mã hoặc bằng tên."),
        Column("name", "Tên đơn vị"),
        Column("short_name", "Tên ngắn"),
        coded("type", "Loại", UnitType),
        coded("level", "Cấp", Level),
        Column("code", "Mã đơn vị hành chính"),
        Column("parent", "Trực thuộc", help="Mã đơn vị cấp trên vào ngày dựng trang."),
        Column("address", "Địa chỉ"),
        Column("phone", "Điện thoại công vụ"),
        Column("email", "Thư điện tử công vụ"),
        Column("website", "Trang thông tin"),
        Column("hours", "Giờ làm việc"),
        Column("valid_from", "Thành lập", "date"),
        Column("valid_to", "Kết thúc", "date"),
        Column("url", "Địa chỉ trên trang"),
    )
    yield Table(
        "don-vi",
        snapshot.say(msg("Units")),
        columns,
        tuple(rows),
        tuple(e.path for e in units),
        any(e.model.sample for e in units),
        ("unit/list.html",),
    )

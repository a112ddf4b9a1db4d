"""What indicators give to the rest of the site: panels of units, the register, open data."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.base.values import Plain
from site_gen.kinds.indicator import views
from site_gen.kinds.indicator.model import Group, Indicator, Operator, Result
from site_gen.kinds.indicator.pages import SECTION
from site_gen.kinds.indicator.readings import readings, running, show_target
from site_gen.pages.columns import Column, coded
from site_gen.pages.contributions import Disclosure, Table, keys_of
from site_gen.pages.page import Panel
from site_gen.rules.snapshot import Snapshot

TABLE = "chi-tieu"


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """On a unit's page, what it reached last of each indicator."""
    units: dict[str, list[Plain]] = {}
    for entry in snapshot.catalog.all(Indicator):
        newest = {r.unit: r for mine in running(readings(entry, snapshot.catalog)).values() for r in mine}
        for unit, reading in newest.items():
            units.setdefault(unit, []).append(
                {
                    "title": entry.model.title,
                    "url": views.url(entry.id),
                    "period": str(reading.period),
                    "target": show_target(entry.model, reading.target),
                    "sample": entry.model.sample,
                    **views.cell(snapshot, entry, reading),
                }
            )
    for unit, rows in units.items():
        yield Panel(("unit", unit), 50, "indicator/unit_panel.html", {"rows": rows, "url": SECTION.url})


def disclosures(snapshot: Snapshot) -> Iterator[Disclosure]:
    """Each indicator and period; only of the newest does the content say when it was published."""
    who = snapshot.catalog.named("unit", snapshot.catalog.site.unit)
    for entry in snapshot.catalog.all(Indicator):
        indicator = entry.model
        by_period = running(readings(entry, snapshot.catalog))
        for period, mine in by_period.items():
            newest = period == max(by_period)
            yield Disclosure(
                "indicator",
                snapshot.say(msg("{title}, {period}", title=indicator.title, period=str(period))),
                views.url(entry.id),
                published=(indicator.updated_at or indicator.published_at) if newest else None,
                number=(indicator.source.number or "") if indicator.source else "",
                period=period,
                unit=who.id if who else "",
                entry=entry.path,
                complete=all(r.exact is not None or r.result.denominator_value == 0 for r in mine),
                lacks=keys_of(Result, "numerator", "denominator_value"),
                sample=indicator.sample,
            )


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """One row for each indicator, period and unit."""
    entries = snapshot.catalog.all(Indicator)
    if not entries:
        return
    rows: list[tuple[Plain, ...]] = []
    for entry in entries:
        indicator = entry.model
        for r in readings(entry, snapshot.catalog):
            rows.append(
                (
                    entry.id,
                    indicator.title,
                    indicator.group.value,
                    r.period.key,
                    snapshot.link("unit", r.unit).text,
                    r.result.numerator,
                    r.result.denominator_value,
                    None if r.exact is None else float(round(r.exact, 4)),
                    indicator.value_unit,
                    indicator.op.value,
                    None if r.target is None else float(r.target.value.value),
                    r.met,
                    r.result.note,
                )
            )
    columns = (
        Column("indicator", "Mã chỉ tiêu"),
        Column("title", "Tên chỉ tiêu"),
        coded("group", "Nhóm", Group),
        Column("period", "Kỳ báo cáo"),
        Column("unit", "Đơn vị"),
        Column("numerator", "Tử số", "integer"),
        Column("denominator_value", "Số của mẫu số", "integer"),
        Column("value", "Giá trị", "number"),
        Column("value_unit", "Đơn vị tính"),
        coded("op", "So sánh", Operator),
        Column("target", "Mức giao", "number"),
        Column("met", "Đạt", "boolean"),
        Column("note", "Ghi chú"),
    )
    yield Table(
        TABLE,
        snapshot.say(SECTION.title),
        columns,
        tuple(rows),
        tuple(e.path for e in entries),
        any(e.model.sample for e in entries),
        ("indicator/overview.html", "indicator/page.html", "indicator/unit_panel.html"),
    )

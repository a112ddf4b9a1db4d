"""Results read against the target of their time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from snapshots import edition_of

from site_gen.kinds.indicator.model import Indicator, Operator
from site_gen.kinds.indicator.moments import lives
from site_gen.kinds.indicator.pages import Index, pages, panels
from site_gen.kinds.indicator.readings import meets, readings, rounded, show_target, target_for
from site_gen.kinds.indicator.tables import tables
from site_gen.kinds.indicator.views import by_unit, finding, summary, trend
from site_gen.model.period import Period
from site_gen.pages.life import disclosures
from site_gen.rules.snapshot import Link, Snapshot

TEXT = """title: Tỷ lệ thanh toán trực tuyến
group: online_payment
denominator: hồ sơ phải nộp phí, lệ phí
published_at: 12/3/2023
targets:
  - {since: 01/01/2023, value: 70}
  - {since: 28/02/2023, value: 80}
results:
  - {period: tháng 1/2023, unit: Văn phòng, numerator: 75, denominator_value: 100}
  - {period: tháng 1/2023, unit: Tư pháp - Hộ tịch, value: 60}
  - {period: tháng 2/2023, unit: Văn phòng, numerator: 75, denominator_value: 100, value: 80}
  - {period: tháng 2/2023, unit: Tư pháp - Hộ tịch, numerator: 0, denominator_value: 0}
  - {period: quý I/2023, unit: Văn phòng, value: 82}
"""
DAY = date(2023, 4, 20)


def snapshot(tmp_path: Path) -> Snapshot:
    return edition_of(tmp_path, {"indicators/thanh-toan.yml": TEXT}, DAY)


def only(site: Snapshot) -> Indicator:
    (entry,) = site.catalog.all(Indicator)
    return entry.model


@pytest.mark.parametrize(
    ("op", "value", "met"),
    [(">=", 80, True), (">", 80, False), ("=", 80, True), ("=", 81, False), ("<=", 80, True), ("<", 80, False)],
)
def test_a_comparison_is_what_it_says(op: str, value: int, met: bool) -> None:
    assert meets(Operator(op), Decimal(value), Decimal(80)) is met


def test_the_target_is_the_one_that_held_when_the_period_ended(tmp_path: Path) -> None:
    indicator = only(snapshot(tmp_path))
    asked = [target_for(indicator, Period.of(2023, month)) for month in (1, 2)]
    assert [show_target(indicator, t) for t in asked] == ["≥\u00a070%", "≥\u00a080%"]
    assert target_for(indicator, Period.of(2022, 12)) is None


def test_the_two_numbers_count_not_the_declared_share(tmp_path: Path) -> None:
    site = snapshot(tmp_path)
    (entry,) = site.catalog.all(Indicator)
    assert [(r.period.key, r.met) for r in readings(entry, site.catalog)] == [
        ("2023-01", True),
        ("2023-01", False),
        ("2023-q1", True),
        ("2023-02", False),
        ("2023-02", None),
    ]


@given(st.integers(0, 5000), st.integers(1, 5000), st.sampled_from([Decimal(80), Decimal("99.5"), Decimal(100)]))
def test_rounding_never_turns_a_verdict(part: int, whole: int, asked: Decimal) -> None:
    indicator = Indicator.model_validate(
        {"title": "x", "group": "other", "targets": [{"since": "01/01/2023", "value": str(asked)}]}
    )
    value = Decimal(100) * part / whole
    shown = rounded(indicator, value, indicator.targets[0])
    assert abs(shown - value) <= Decimal("0.05")
    if abs(value - asked) >= Decimal("0.001"):
        assert meets(indicator.op, shown, asked) is meets(indicator.op, value, asked)


def test_units_are_named_by_verdict(tmp_path: Path) -> None:
    site = snapshot(tmp_path)
    (entry,) = site.catalog.all(Indicator)
    head = summary(site, entry)
    assert head.missed == (Link("Văn phòng UBND xã", "don-vi/van-phong.html"),)
    assert head.open == (Link("Tư pháp - Hộ tịch", "don-vi/tu-phap.html"),)
    assert (head.period, head.target, head.together) == ("tháng 02/2023", "≥\u00a080%", "75%")
    assert "0" in finding(site, entry)


def test_a_declared_share_that_differs_stands_beside(tmp_path: Path) -> None:
    site = snapshot(tmp_path)
    (entry,) = site.catalog.all(Indicator)
    office = next(by_unit(site, entry))
    assert [cell and (cell.value, cell.declared) for cell in office.cells] == [("75%", None), ("75%", "80%")]
    assert [step.met for step in trend(site, entry)] == [1, 0]


def test_it_offers_a_page_panels_disclosures_and_a_table(tmp_path: Path) -> None:
    site = snapshot(tmp_path)
    assert [p.url for p in pages(site)] == ["chi-tieu/index.html", "chi-tieu/thanh-toan.html"]
    assert [p.subject for p in panels(site)] == [("unit", "van-phong"), ("unit", "tu-phap")]
    assert [(d.topic, d.period and d.period.key, d.published) for d in disclosures(site, lives(site))] == [
        ("indicator", "2023-01", None),
        ("indicator", "2023-02", date(2023, 3, 12)),
    ]
    (table,) = tables(site)
    assert (table.name, len(table.rows)) == ("chi-tieu", 5)


def test_without_indicators_the_section_is_there_and_empty(tmp_path: Path) -> None:
    (page,) = pages(edition_of(tmp_path, {}, DAY))
    assert isinstance(page.context, Index)
    assert (page.url, page.context.groups) == ("chi-tieu/index.html", ())

"""What must be true of indicators: the shares are right, a target stands beside each, no unit and no period is left out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_date, show_number
from site_gen.kinds.indicator.model import Indicator
from site_gen.kinds.indicator.readings import (
    AnyIndicator,
    as_declared,
    by_period,
    exact_value,
    readings,
    running,
)
from site_gen.model.period import Period
from site_gen.model.shares import PERCENT
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot


def _item(unit: str, period: Period) -> str:
    return f"{period.key}/{unit}"


@rule(
    "INDICATOR001",
    msg("a share is not its two numbers divided"),
    Severity.WARNING,
    Indicator,
    wrong="numerator: 45\ndenominator_value: 60\nvalue: 80   # tính ra 75",
    right="numerator: 45\ndenominator_value: 60\nvalue: 75",
)
def value_is_the_quotient(entry: AnyIndicator, snapshot: Snapshot) -> Iterator[Finding]:
    """The declared value is recomputed and compared to as many decimals as it is written with.

    Whether the target is met is judged by the two numbers. Where the report itself is wrong, acknowledge it.
    """
    for index, result in enumerate(entry.model.results):
        adds_up = as_declared(entry.model, result)
        if adds_up is None or result.value is None:
            continue
        declared = result.value.value
        if declared != adds_up:
            yield Finding(
                entry.at("results", index, "value"),
                msg(
                    "{numerator}/{denominator} comes to {computed}, not {declared}",
                    numerator=show_number(result.numerator or 0),
                    denominator=show_number(result.denominator_value or 0),
                    computed=show_number(adds_up),
                    declared=show_number(declared),
                ),
                msg("correct one of the three figures"),
                _item(result.unit, result.period),
                show_number(declared),
                show_number(adds_up),
                f"{show_number(result.numerator or 0)} / {show_number(result.denominator_value or 0)}",
            )


@rule(
    "INDICATOR002",
    msg("a share lies outside 0 to 100 %"),
    Severity.WARNING,
    Indicator,
    wrong="numerator: 70\ndenominator_value: 60",
    right="numerator: 60\ndenominator_value: 60",
)
def shares_fit(entry: AnyIndicator, snapshot: Snapshot) -> Iterator[Finding]:
    """More than all cannot be reached: most often two numbers were exchanged, or the denominator leaves dossiers out.

    Where the figure is not a share (growth, for example), name its unit of measure otherwise than `%`.
    """
    for index, result in enumerate(entry.model.results):
        value = exact_value(entry.model, result)
        if entry.model.value_unit == PERCENT and value is not None and not 0 <= value <= 100:
            yield Finding(
                entry.at("results", index, "value" if result.value is not None else "numerator"),
                msg("{unit} reached {value} %", unit=result.unit, value=show_number(round(value, 2))),
                msg("check both numbers"),
                _item(result.unit, result.period),
            )


@rule(
    "INDICATOR003",
    msg("no target holds for a period"),
    Severity.WARNING,
    Indicator,
    wrong="targets: [{since: 01/3/2023, value: 80}]\nresults: [{period: tháng 1/2023}]",
    right="targets: [{since: 01/01/2023, value: 80}]\nresults: [{period: tháng 1/2023}]",
)
def every_period_has_a_target(entry: AnyIndicator, snapshot: Snapshot) -> Iterator[Finding]:
    """Without a target nobody can say which unit met it. When a new one is given, keep the old one in the list."""
    for period, mine in by_period(readings(entry, snapshot.catalog)).items():
        if mine[0].target is None:
            yield Finding(
                entry.at("results", mine[0].index, "period"),
                msg("no target was given by the end of {period}", period=str(period)),
                msg("add the one that held then to `targets`"),
                period.key,
            )


@rule(
    "INDICATOR004",
    msg("a unit is missing in a period"),
    Severity.WARNING,
    Indicator,
    wrong="results: [{period: tháng 2/2023, unit: Văn phòng}]   # tháng 1 có cả Tư pháp - Hộ tịch",
    right="results: [{period: tháng 2/2023, unit: Văn phòng}, {period: tháng 2/2023, unit: Tư pháp - Hộ tịch}]",
    law=LawRef("Kế hoạch cải cách hành chính", "nêu tên đơn vị đạt, chưa đạt chỉ tiêu hằng tháng", "V"),
)
def units_are_complete(entry: AnyIndicator, snapshot: Snapshot) -> Iterator[Finding]:
    """Units that met and missed the target are named every month; one that is left out is neither.

    Compared with the period before. Where a unit has ended, acknowledge it once.
    """
    for (_, earlier), (period, mine) in pairwise(running(readings(entry, snapshot.catalog)).items()):
        there = {r.unit for r in mine}
        for lost in {r.unit: r for r in earlier if r.unit not in there}.values():
            yield Finding(
                entry.at("results", mine[0].index),
                msg("{unit} is missing for {period}", unit=lost.result.unit, period=str(period)),
                msg("add its result, or acknowledge that the unit has ended"),
                _item(lost.unit, period),
            )


@rule(
    "INDICATOR005",
    msg("periods are missing between two results"),
    Severity.WARNING,
    Indicator,
    wrong="results: [{period: tháng 1/2023}, {period: tháng 3/2023}]",
    right="results: [{period: tháng 1/2023}, {period: tháng 2/2023}, {period: tháng 3/2023}]",
)
def periods_are_complete(entry: AnyIndicator, snapshot: Snapshot) -> Iterator[Finding]:
    """A gap in the series hides what was reached in between."""
    for earlier, later in pairwise(by := running(readings(entry, snapshot.catalog))):
        missing = list(earlier.between(later))
        if missing:
            yield Finding(
                entry.at("results", by[later][0].index, "period"),
                msg("before it is missing: {periods}", periods=", ".join(str(p) for p in missing)),
                msg("add the results of these periods"),
                later.key,
            )


@rule(
    "INDICATOR006",
    msg("a unit has two results for one period"),
    Severity.ERROR,
    Indicator,
    wrong="results: [{period: tháng 1/2023, unit: Văn phòng}, {period: tháng 1/2023, unit: Văn phòng UBND xã}]",
    right="results: [{period: tháng 1/2023, unit: Văn phòng}, {period: tháng 2/2023, unit: Văn phòng UBND xã}]",
)
def one_result_a_period(entry: AnyIndicator, snapshot: Snapshot) -> Iterator[Finding]:
    """Only one of them can be true."""
    seen: set[tuple[Period, str]] = set()
    for reading in readings(entry, snapshot.catalog):
        if (reading.period, reading.unit) in seen:
            yield Finding(
                entry.at("results", reading.index),
                msg("{unit} has a result for {period} already", unit=reading.result.unit, period=str(reading.period)),
                msg("keep one of the two"),
                _item(reading.unit, reading.period),
            )
        seen.add((reading.period, reading.unit))


@rule(
    "INDICATOR007",
    msg("a result says no figure"),
    Severity.ERROR,
    Indicator,
    wrong="results: [{period: tháng 1/2023, unit: Văn phòng, numerator: 45}]",
    right="results: [{period: tháng 1/2023, unit: Văn phòng, numerator: 45, denominator_value: 60}]",
)
def results_say_something(entry: AnyIndicator, snapshot: Snapshot) -> Iterator[Finding]:
    """Either the value, or both numbers, or all three. Where the denominator is 0, write so: nothing was to be done.

    Such a result is shown as one where nothing arose and neither met nor missed.
    """
    for index, result in enumerate(entry.model.results):
        pair = (result.numerator, result.denominator_value)
        if (result.value is None and None in pair) or min(pair[0] or 0, pair[1] or 0) < 0:
            yield Finding(
                entry.at("results", index),
                msg(
                    "the result of {unit} for {period} cannot be reckoned", unit=result.unit, period=str(result.period)
                ),
                msg("write `value`, or both `numerator` and `denominator_value`"),
                _item(result.unit, result.period),
            )


@rule(
    "INDICATOR008",
    msg("a result speaks of a period that has not begun"),
    Severity.ERROR,
    Indicator,
    wrong="results: [{period: tháng 1/2033}]",
    right="results: [{period: tháng 1/2023}]",
)
def results_lie_in_the_past(entry: AnyIndicator, snapshot: Snapshot) -> Iterator[Finding]:
    """Nothing can have been measured yet."""
    for index, result in enumerate(entry.model.results):
        if result.period.first > snapshot.as_of:
            yield Finding(
                entry.at("results", index, "period"),
                msg(
                    "{period} has not begun; today is {today}",
                    period=str(result.period),
                    today=show_date(snapshot.as_of),
                ),
                msg("check month and year"),
                _item(result.unit, result.period),
            )


@rule(
    "INDICATOR009",
    msg("nothing says of what a share is a share"),
    Severity.WARNING,
    Indicator,
    wrong='title: Tỷ lệ hồ sơ trực tuyến\nvalue_unit: "%"',
    right='title: Tỷ lệ hồ sơ trực tuyến\nvalue_unit: "%"\ndenominator: hồ sơ của các thủ tục có dịch vụ công trực tuyến',
)
def shares_have_a_denominator(entry: AnyIndicator, snapshot: Snapshot) -> Iterator[Finding]:
    """Half of the dossiers that can be handed in online may be a smaller share of all dossiers: name the one that is meant.

    Two plans that ask for different shares can only be compared by their denominators.
    """
    if entry.model.value_unit == PERCENT and entry.model.denominator is None:
        yield Finding(
            entry.at("title"),
            msg("the indicator is in % and does not say of what"),
            msg("add `denominator`"),
        )


RULES: tuple[Rule, ...] = (
    value_is_the_quotient,
    shares_fit,
    every_period_has_a_target,
    units_are_complete,
    periods_are_complete,
    one_result_a_period,
    results_say_something,
    results_lie_in_the_past,
    shares_have_a_denominator,
)

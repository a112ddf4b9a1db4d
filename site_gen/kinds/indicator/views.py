"""Indicators as plain values: who met and who missed what, by name."""

from __future__ import annotations

from decimal import Decimal

from site_gen.base.messages import msg
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date, show_number
from site_gen.kinds.indicator.readings import (
    AnyIndicator,
    Reading,
    as_declared,
    computed,
    readings,
    running,
    show_target,
    show_value,
    with_unit,
)
from site_gen.model.period import Period
from site_gen.rules.snapshot import Snapshot

MOST_PERIODS = 12


def url(id: str) -> str:
    """Address of an indicator's page."""
    return f"chi-tieu/{id}.html"


def updated(entry: AnyIndicator) -> str:
    """The day of its last change, as far as the content says."""
    day = entry.model.updated_at or entry.model.published_at
    return day.isoformat() if day else ""


def state(snapshot: Snapshot, met: bool | None) -> Context:
    """The verdict as a status: shape, word and colour together."""
    family, word = {
        True: ("done", msg("met")),
        False: ("late", msg("missed")),
        None: ("calm", msg("not judged")),
    }[met]
    return {"family": family, "word": snapshot.say(word), "detail": ""}


def cell(snapshot: Snapshot, entry: AnyIndicator, reading: Reading) -> Context:
    """One result: value, the two numbers, verdict; the declared value where it differs from theirs."""
    indicator, result = entry.model, reading.result
    pair = result.numerator is not None and result.denominator_value is not None
    shown = show_value(indicator, reading.exact, reading.target)
    declared = with_unit(indicator, str(result.value)) if result.value is not None else ""
    adds_up = as_declared(indicator, result)
    differs = result.value is not None and adds_up is not None and adds_up != result.value.value
    return {
        "value": shown,
        "part": f"{show_number(result.numerator or 0)}/{show_number(result.denominator_value or 0)}" if pair else "",
        "declared": declared if differs else "",
        "nothing": result.denominator_value == 0 and reading.exact is None,
        "state": state(snapshot, reading.met),
        "judged": reading.met is not None,
        "note": result.note or "",
    }


def verdicts(snapshot: Snapshot, mine: list[Reading]) -> Context:
    """The units of one period by verdict, each named."""

    def named(met: bool | None) -> list[Plain]:
        return [snapshot.link("unit", r.unit) for r in mine if r.met is met]

    return {"met": named(True), "missed": named(False), "open": named(None), "units": len(mine)}


def together(entry: AnyIndicator, mine: list[Reading]) -> str:
    """All units of a period as one share; empty where one of them gives no numbers."""
    pairs = [(r.result.numerator, r.result.denominator_value) for r in mine]
    if len(pairs) < 2 or any(n is None or d is None for n, d in pairs):
        return ""
    value = computed(entry.model, sum(n or 0 for n, _ in pairs), sum(d or 0 for _, d in pairs))
    return show_value(entry.model, value, mine[0].target)


def summary(snapshot: Snapshot, entry: AnyIndicator) -> Context:
    """An indicator as lists show it: its target and the verdict of its latest period."""
    indicator = entry.model
    periods = running(readings(entry, snapshot.catalog))
    latest: Period | None = max(periods, default=None)
    mine = periods[latest] if latest else []
    return {
        "title": indicator.title,
        "url": url(entry.id),
        "group": snapshot.word(indicator.group),
        "denominator": indicator.denominator or "",
        "target": show_target(indicator, mine[0].target if mine else None),
        "period": str(latest) if latest else "",
        "all": together(entry, mine),
        "sample": indicator.sample,
        **verdicts(snapshot, mine),
    }


def finding(snapshot: Snapshot, entry: AnyIndicator) -> str:
    """The latest period in one sentence."""
    periods = running(readings(entry, snapshot.catalog))
    if not periods:
        return snapshot.say(msg("No result has been published yet"))
    latest = max(periods)
    met = sum(r.met is True for r in periods[latest])
    judged = sum(r.met is not None for r in periods[latest])
    if not judged:
        return snapshot.say(msg("{period}: no unit can be judged", period=str(latest).capitalize()))
    return snapshot.say(
        msg(
            "{period}: {met} of {judged} units met the target", period=str(latest).capitalize(), met=met, judged=judged
        ),
    )


def matrix(snapshot: Snapshot, entry: AnyIndicator) -> Context:
    """Units by period."""
    periods = dict(list(running(readings(entry, snapshot.catalog)).items())[-MOST_PERIODS:])
    units = list(dict.fromkeys(r.unit for mine in reversed(periods.values()) for r in mine))
    rows: list[Plain] = []
    for unit in units:
        cells: list[Plain] = []
        for mine in periods.values():
            found = next((r for r in mine if r.unit == unit), None)
            cells.append(cell(snapshot, entry, found) if found else {})
        rows.append({"unit": snapshot.link("unit", unit), "cells": cells})
    heads: list[Plain] = [
        {"text": str(period).removeprefix("tháng "), "target": show_target(entry.model, mine[0].target)}
        for period, mine in periods.items()
    ]
    return {"heads": heads, "rows": rows}


def trend(snapshot: Snapshot, entry: AnyIndicator) -> list[Plain]:
    """Period by period: how many of the judged units met the target, and what all reached together."""
    out: list[Plain] = []
    for period, mine in list(running(readings(entry, snapshot.catalog)).items())[-MOST_PERIODS:]:
        judged = [r for r in mine if r.met is not None]
        met = sum(r.met is True for r in judged)
        out.append(
            {
                "period": str(period),
                "met": met,
                "judged": len(judged),
                "share": float(round(Decimal(100) * met / len(judged), 1)) if judged else 0.0,
                "all": together(entry, mine),
            }
        )
    return out


def targets(snapshot: Snapshot, entry: AnyIndicator) -> list[Plain]:
    """All targets, the newest first."""
    return [
        {
            "since": show_date(t.since),
            "value": show_target(entry.model, t),
            "source": snapshot.document(t.source) if t.source else {},
        }
        for t in sorted(entry.model.targets, key=lambda t: t.since, reverse=True)
    ]


def other_spans(snapshot: Snapshot, entry: AnyIndicator) -> list[Plain]:
    """Results of longer periods that stand beside the series."""
    everything = readings(entry, snapshot.catalog)
    series = running(everything)
    return [
        {
            "period": str(r.period),
            "unit": snapshot.link("unit", r.unit),
            "target": show_target(entry.model, r.target),
            **cell(snapshot, entry, r),
        }
        for r in everything
        if r.period not in series
    ]

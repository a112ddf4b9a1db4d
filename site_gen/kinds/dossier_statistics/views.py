"""Statistics as plain values: what tables, charts and sentences of a page show."""

from __future__ import annotations

from decimal import Decimal

from site_gen.base.messages import Message, msg, say
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date, show_number
from site_gen.kinds.dossier_statistics.breakdown import Line, breakdown
from site_gen.kinds.dossier_statistics.model import Counts
from site_gen.kinds.dossier_statistics.series import Month, before, rows_by_unit
from site_gen.kinds.dossier_statistics.tally import ALL, DONE, RECEIVED, Tally, percent
from site_gen.model.period import Period
from site_gen.rules.snapshot import Snapshot

SHARES: tuple[tuple[Message, str, tuple[str, ...]], ...] = (
    (msg("Received online"), "received_online", RECEIVED),
    (msg("Paid online"), "e_payment", ("payment_required",)),
    (msg("Results digitised"), "digitised_result", (*DONE, "returned")),
    (msg("Results sent electronically"), "e_result", (*DONE, "returned")),
    (msg("Copies certified electronically"), "e_certified", ("certified",)),
)
"""What is asked of online services, each with its part and its whole: denominators matter."""


def url(period: Period) -> str:
    """Address of a period's page."""
    return f"thong-ke/{period.key}.html"


def share(rate: Decimal | None) -> str:
    """A percentage as the page shows it, empty where there is none."""
    return "" if rate is None else f"{show_number(rate)}%"


def counts(tally: Tally) -> Context:
    """All counts and sums of a tally in words."""
    shown: Context = {name: show_number(n) if (n := tally.counts[name]) is not None else "" for name in ALL}
    return shown | {
        "received": show_number(tally.received),
        "done": show_number(tally.done),
        "in_time": show_number(tally.done - tally.sum(["done_late"])),
        "pending": show_number(tally.pending),
        "late": tally.late,
        "rate": share(tally.on_time_rate),
        "bar": float(tally.on_time_rate or 0),
    }


def headline(snapshot: Snapshot, month: Month) -> Context:
    """What lists and panels say of a period."""
    return {
        "period": str(month.period),
        "short": str(month.period).removeprefix("tháng "),
        "url": url(month.period),
        "sample": month.entry.model.sample,
        "published": _day(month),
        **counts(month.total),
    }


def _day(month: Month) -> str:
    day = month.entry.model.published_at
    return show_date(day) if day else ""


def finding(snapshot: Snapshot, month: Month) -> str:
    """The period in one sentence, for headings."""
    total = month.total
    language = snapshot.catalog.site.language.value
    if not total.done:
        return say(msg("{period}: no dossier was settled", period=str(month.period)), language)
    return say(
        msg(
            "{period}: {rate} of the settled dossiers on time, {late} late",
            period=str(month.period).capitalize(),
            rate=share(total.on_time_rate),
            late=total.late,
        ),
        language,
    )


def unit_rows(snapshot: Snapshot, units: dict[str, Tally]) -> list[Plain]:
    """One row a unit, named."""
    return [{"unit": snapshot.link("unit", unit), "key": unit, **counts(tally)} for unit, tally in units.items()]


def unit_rows_of(snapshot: Snapshot, month: Month) -> list[Plain]:
    """The units of one period; one whose dossiers all stand in one row says of which field and procedure they are."""
    rows = rows_by_unit(month.entry, snapshot.catalog)
    out: list[Plain] = []
    for unit, tally in month.units.items():
        own = rows[unit][0][1] if len(rows[unit]) == 1 else None
        only: Context = {
            "field": (own.field or "") if own else "",
            "procedure": snapshot.link("procedure", own.procedure) if own and own.procedure else {},
        }
        out.append({"unit": snapshot.link("unit", unit), "key": unit, "only": only, **counts(tally)})
    return out


def late_rows(snapshot: Snapshot, month: Month, series: tuple[Month, ...]) -> list[Plain]:
    """The units with late dossiers, how many had their apology, and why."""
    earlier = before(month, series)
    rows = rows_by_unit(month.entry, snapshot.catalog)
    out: list[Plain] = []
    for unit, tally in sorted(month.units.items(), key=lambda pair: -pair[1].late):
        if not tally.late:
            continue
        given = tally.counts["apologised"]
        out.append(
            {
                "unit": snapshot.link("unit", unit),
                "key": unit,
                "done_late": tally.sum(["done_late"]),
                "pending_late": tally.sum(["pending_late"]),
                "newly": tally.newly_late(earlier.units.get(unit) if earlier else None),
                "apologised": "" if given is None else str(given),
                "reasons": list(dict.fromkeys(text for _, row in rows[unit] for text in row.late_reason)),
            }
        )
    return out


def service_rows(snapshot: Snapshot, month: Month) -> Context:
    """Shares of online services by unit; a share whose part nobody states is left out.

    The whole is counted over the rows that state the part: a row without figures is not a row with none.
    """
    language = snapshot.catalog.site.language.value
    found: dict[str, list[tuple[int, int] | None]] = {}
    for unit, rows in rows_by_unit(month.entry, snapshot.catalog).items():
        found[unit] = []
        for _, part, wholes in SHARES:
            stating = Tally.of(row for _, row in rows if getattr(row, part) is not None)
            n, of = stating.counts[part], stating.sum(wholes)
            found[unit].append((n, of) if n is not None and of > 0 else None)
    kept = [i for i in range(len(SHARES)) if any(shares[i] for shares in found.values())]
    labels = [say(SHARES[i][0], language) for i in kept]
    out: list[Plain] = []
    for unit, shares in found.items():
        pairs = [shares[i] for i in kept]
        cells: list[Plain] = [
            {
                "label": label,
                "rate": share(percent(*pair)) if pair else "",
                "part": f"{show_number(pair[0])}/{show_number(pair[1])}" if pair else "",
            }
            for label, pair in zip(labels, pairs, strict=True)
        ]
        paper = month.units[unit].counts["paper_where_online"]
        out.append({"unit": snapshot.link("unit", unit), "cells": cells, "paper": "" if paper is None else str(paper)})
    return {
        "labels": list(labels),
        "rows": out,
        "paper": any(t.counts["paper_where_online"] is not None for t in month.units.values()),
        "took_paper": [snapshot.link("unit", u) for u, t in month.units.items() if t.counts["paper_where_online"]],
    }


def breakdown_blocks(snapshot: Snapshot, month: Month) -> list[Plain]:
    """By unit, its fields and procedures, small numbers hidden."""
    blocks: list[Plain] = []
    for unit, lines in breakdown(snapshot.catalog, month.entry).items():
        blocks.append(
            {
                "unit": snapshot.link("unit", unit),
                "key": unit,
                "withheld": lines is None,
                "hidden": any(isinstance(v, str) for line in lines or () for v in line.shown.values()),
                "lines": [_breakdown_line(snapshot, line) for line in lines or ()],
            }
        )
    return blocks


def _breakdown_line(snapshot: Snapshot, line: Line) -> Context:
    done, late = line.together(DONE), line.shown["done_late"]
    rate = percent(done - late, done) if done is not None and isinstance(late, int) else None
    return {
        "field": line.field,
        "procedure": snapshot.link("procedure", line.procedure) if line.procedure else {},
        "rate": share(rate),
        **{c: line.text(c) for c in (*RECEIVED, *DONE, "returned")},
    }


def year_to_date(month: Month, series: tuple[Month, ...]) -> tuple[list[Month], dict[str, Tally]]:
    """The periods from the start of the year to this one, and every unit's sums; stocks are those at both ends."""
    members = [m for m in series if m.period.year == month.period.year and m.period <= month.period]
    units: dict[str, Tally] = {}
    for unit in dict.fromkeys(u for m in members for u in m.units):
        mine = [m.units[unit] for m in members if unit in m.units]
        total = dict(Tally.of(mine).counts)
        total["carried_over"] = mine[0].counts["carried_over"]
        total |= {name: mine[-1].counts[name] for name in ("pending_in_time", "pending_late")}
        units[unit] = Tally(total)
    return members, units


def declared_rows(month: Month) -> list[Plain]:
    """Where the report's own total differs from the sum of its rows: both figures."""
    declared = month.entry.model.total_declared
    if declared is None:
        return []
    total = month.total
    return [
        {
            "label": Counts.model_fields[name].title or name,
            "declared": show_number(says),
            "computed": show_number(total.counts[name] or 0),
        }
        for name in ALL
        if name in declared.model_fields_set
        and (says := getattr(declared, name)) is not None
        and says != (total.counts[name] or 0)
    ]

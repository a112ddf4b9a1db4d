"""Duties, disclosures and frames written in a line, for the tests of the ledger."""

from __future__ import annotations

from datetime import date
from typing import Any

from site_gen.joined.duties import Owed
from site_gen.joined.ledger import Frame, Line, by_topic, line_of
from site_gen.model.duty import Duty
from site_gen.model.period import read_period
from site_gen.pages.contributions import Disclosure
from site_gen.reading.shipped import office_calendar


def day(text: str) -> date:
    return date(*(int(part) for part in reversed(text.split("/"))))


def part(every: str, topics: str = "news", **rest: Any) -> dict[str, Any]:
    return {"topics": topics, "every": every, **rest}


def duty(*parts: dict[str, Any], **rest: Any) -> Duty:
    return Duty.model_validate({"id": "x-01", "title": "A", "text": "B", "who": "C", "parts": list(parts), **rest})


def shown(published: str, topic: str = "news", period: str = "", **rest: Any) -> Disclosure:
    return Disclosure(
        topic,
        "Một tin",
        "tin/a.html",
        published=day(published) if published else None,
        period=read_period(period) if period else None,
        **rest,
    )


def frame(today: str, since: str = "01/01/2026", stated: bool = True, end: str = "", **units: str) -> Frame:
    return Frame(day(today), day(since), stated, day(end) if end else None, office_calendar(), units)


def line(duty: Duty, frame: Frame, *disclosures: Disclosure) -> Line:
    return line_of(Owed(duty), by_topic(disclosures), frame)


def states(line: Line) -> dict[str, str]:
    """State of each slot by its period, or by `-` where it has none."""
    return {s.period.key if s.period else "-": s.state.value for s in line.slots}

"""Surveys as plain values; where too few answered, without their results."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date, show_number
from site_gen.kinds.survey.model import Subject
from site_gen.kinds.survey.series import FEW_ANSWERS, AnySurvey, in_order, too_few, unit_key
from site_gen.model.figures import Figure
from site_gen.rules.snapshot import Snapshot

MOST_PERIODS = 12


def url(id: str) -> str:
    """Address of a survey's page."""
    return f"khao-sat/{id}.html"


def updated(entry: AnySurvey) -> str:
    """The day of its last change, as far as the content says."""
    day = entry.model.updated_at or entry.model.published_at
    return day.isoformat() if day else ""


def title(snapshot: Snapshot, entry: AnySurvey) -> str:
    """What a survey is called."""
    survey = entry.model
    return snapshot.say(
        msg("Satisfaction with {object}, {period}", object=snapshot.word(survey.object), period=str(survey.period)),
    )


def too_few_answers(snapshot: Snapshot, entry: AnySurvey) -> bool:
    """Whether its results may not be shown."""
    return too_few(entry.model, snapshot.catalog.site.small_count_below)


def result(snapshot: Snapshot, pct: Figure | None, target: Figure | None) -> Context:
    """A share beside its target, with the verdict where there is one."""
    if pct is None:
        return {}
    met = pct.value >= target.value if target else None
    family, word = {True: ("done", msg("met")), False: ("late", msg("missed")), None: ("calm", msg("no target"))}[met]
    return {
        "pct": f"{pct}%",
        "share": float(min(max(pct.value, 0), 100)),
        "target": f"≥\u00a0{target}%" if target else "",
        "state": {"family": family, "word": snapshot.say(word), "detail": ""},
    }


def row(snapshot: Snapshot, entry: AnySurvey) -> Context:
    """A survey as lists and panels show it."""
    survey, hidden = entry.model, too_few_answers(snapshot, entry)
    return {
        "title": title(snapshot, entry),
        "url": url(entry.id),
        "object": snapshot.word(survey.object),
        "period": str(survey.period),
        "unit": snapshot.link("unit", survey.unit),
        "n": show_number(survey.n),
        "few": survey.n < FEW_ANSWERS and not hidden,
        "issued": show_number(survey.issued) if survey.issued is not None else "",
        "withheld": hidden,
        "result": {} if hidden else result(snapshot, survey.overall, survey.target),
        "published": show_date(survey.published_at) if survey.published_at else "",
        "sample": survey.sample,
    }


def criteria(snapshot: Snapshot, entry: AnySurvey) -> list[Plain]:
    """The criteria, the least satisfying first; none where too few answered."""
    if too_few_answers(snapshot, entry):
        return []
    listed = sorted(entry.model.criteria, key=lambda c: c.pct.value)
    return [{"criterion": c.criterion, **result(snapshot, c.pct, c.target)} for c in listed]


def newest(snapshot: Snapshot) -> Iterator[AnySurvey]:
    """The latest survey about each object and unit, objects in the order of the list."""
    latest: dict[tuple[Subject, str], AnySurvey] = {}
    for entry in in_order(snapshot.catalog):
        latest[entry.model.object, unit_key(snapshot.catalog, entry.model.unit)] = entry
    for subject in Subject:
        yield from (entry for (about, _), entry in latest.items() if about is subject)


def finding(snapshot: Snapshot, entry: AnySurvey) -> str:
    """The result in one sentence."""
    survey = entry.model
    if too_few_answers(snapshot, entry):
        return snapshot.say(msg("Too few people answered to publish a result"))
    if survey.overall is None:
        return snapshot.say(msg("{n} people answered", n=show_number(survey.n)))
    return snapshot.say(
        msg("{pct} of {n} people who answered are satisfied", pct=f"{survey.overall}%", n=show_number(survey.n)),
    )

"""The life of a survey: one day on which its result is published."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_number
from site_gen.kinds.survey.model import Survey
from site_gen.kinds.survey.series import AnySurvey, in_order, too_few_answers
from site_gen.pages.contributions import keys_of
from site_gen.pages.life import Disclosed, Life, Moment, News, life, subject_of
from site_gen.rules.snapshot import Snapshot


def url(id: str) -> str:
    """Address of a survey's page."""
    return f"khao-sat/{id}.html"


def title(snapshot: Snapshot, entry: AnySurvey) -> str:
    """What a survey is called."""
    survey = entry.model
    return snapshot.say(
        msg("Satisfaction with {object}, {period}", object=snapshot.word(survey.object), period=str(survey.period))
    )


def finding(snapshot: Snapshot, entry: AnySurvey) -> str:
    """The result in one sentence."""
    survey = entry.model
    n = show_number(survey.n)
    if too_few_answers(snapshot, entry):
        return snapshot.say(msg("Too few people answered to publish a result"))
    if survey.overall is None:
        return snapshot.say(msg("{n} people answered", n=n))
    return snapshot.say(msg("{pct} of {n} people who answered are satisfied", pct=f"{survey.overall}%", n=n))


def life_of(snapshot: Snapshot, entry: AnySurvey) -> Life:
    """Its publication; one without a result that may be shown does not fulfil the duty."""
    survey, source = entry.model, entry.model.source
    has_result = bool(survey.overall or survey.criteria)
    made = Disclosed(
        topic=f"survey/{survey.object.value}",
        created=source.date.exact if source and source.date else None,
        published=survey.published_at,
        number=(source.number or "") if source else "",
        period=survey.period,
        complete=has_result and not too_few_answers(snapshot, entry),
        lacks="" if has_result else keys_of(Survey, "overall", "criteria"),
    )
    return life(
        subject_of(entry, title(snapshot, entry), url(entry.id), survey.unit),
        Moment(survey.published_at, disclosed=made, news=News(finding(snapshot, entry))),
    )


def lives(snapshot: Snapshot) -> Iterator[Life]:
    """The life of each survey."""
    return (life_of(snapshot, entry) for entry in in_order(snapshot.catalog))

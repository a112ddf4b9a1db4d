"""What must be true of surveys: shares are shares, enough people answered, no object and no period is left out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_date, show_number
from site_gen.kinds.survey.model import Survey
from site_gen.kinds.survey.series import (
    FEW_ANSWERS,
    THREE,
    AnySurvey,
    due_on,
    in_order,
    series_of,
    too_few,
    unit_key,
)
from site_gen.model.entry import Loc
from site_gen.model.figures import Figure
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

REMEDY_PLAN = LawRef("Kế hoạch cải cách hành chính", "lấy ý kiến đánh giá ba đối tượng hằng tháng", "V")


@rule(
    "SURVEY001",
    msg("a month lacks one of the three surveys"),
    Severity.WARNING,
    Survey,
    wrong="object: giải quyết hồ sơ thủ tục hành chính\nperiod: tháng 3/2023   # còn thiếu Bộ phận Một cửa; cán bộ, công chức",
    right="object: giải quyết hồ sơ thủ tục hành chính | Bộ phận Một cửa | cán bộ, công chức   # ba tệp\nperiod: tháng 3/2023",
    law=REMEDY_PLAN,
)
def all_three_are_asked(entry: AnySurvey, snapshot: Snapshot) -> Iterator[Finding]:
    """A monthly survey at the one-stop shop asks about the dossiers, the one-stop shop and the staff, each with its result.

    Reported once for each month, at the first survey of it. Surveys of longer periods are not bound to this.
    """
    period = entry.model.period
    same = [e for e in in_order(snapshot.catalog) if e.model.period == period and e.model.object in THREE]
    if period.months != 1 or not same or same[0].path != entry.path:
        return
    missing = [s for s in THREE if all(e.model.object is not s for e in same)]
    if missing:
        yield Finding(
            entry.at("object"),
            msg(
                "{period} has no survey about: {objects}",
                period=str(period),
                objects="; ".join(s.label for s in missing),
            ),
            msg("add the results of these, too"),
            period.key,
        )


def _shares(survey: Survey) -> Iterator[tuple[Loc, Figure | None]]:
    """Every percentage with its place."""
    yield ("overall",), survey.overall
    yield ("target",), survey.target
    for index, c in enumerate(survey.criteria):
        yield ("criteria", index, "pct"), c.pct
        yield ("criteria", index, "target"), c.target


@rule(
    "SURVEY002",
    msg("a share lies outside 0 to 100"),
    Severity.ERROR,
    Survey,
    wrong="overall: 925",
    right="overall: 92,5",
)
def shares_fit(entry: AnySurvey, snapshot: Snapshot) -> Iterator[Finding]:
    """No more than all can be satisfied; mostly a decimal comma is missing. Targets are judged in the same way."""
    for loc, figure in _shares(entry.model):
        if figure is not None and not 0 <= figure.value <= 100:
            yield Finding(
                entry.at(*loc),
                msg("{value} is not between 0 and 100", value=show_number(figure.value)),
                msg("write a percentage, for example `92,5`"),
            )


@rule(
    "SURVEY003",
    msg("too few people answered to publish a share"),
    Severity.WARNING,
    Survey,
    wrong="n: 2\noverall: 50",
    right="n: 60\noverall: 95",
)
def enough_to_publish(entry: AnySurvey, snapshot: Snapshot) -> Iterator[Finding]:
    """With one or two answers a share shows what a single person said, and that person may be known.

    The page then says only that a survey was held. The bound is `small_count_below` of `site.yml`.
    """
    if too_few(entry.model, snapshot.catalog.site.small_count_below):
        yield Finding(
            entry.at("n"),
            msg("only {n} answers; the results are not shown", n=entry.model.n),
            msg("ask more people, or put several periods together"),
        )


@rule(
    "SURVEY004",
    msg("few people answered"),
    Severity.INFO,
    Survey,
    wrong="n: 12",
    right="n: 60",
)
def enough_to_mean_something(entry: AnySurvey, snapshot: Snapshot) -> Iterator[Finding]:
    """Below thirty answers one person more or less moves the share by several points; the page says so beside it."""
    n = entry.model.n
    if n < FEW_ANSWERS and not too_few(entry.model, snapshot.catalog.site.small_count_below):
        yield Finding(
            entry.at("n"),
            msg("{n} answers are few; each is {share} percent of the result", n=n, share=show_number(round(100 / n))),
            msg("next time ask more people, or put several periods together"),
        )


@rule(
    "SURVEY005",
    msg("the overall share lies outside its criteria"),
    Severity.WARNING,
    Survey,
    wrong="overall: 97\ncriteria: [{criterion: Thái độ, pct: 95}, {criterion: Thời gian, pct: 90}]",
    right="overall: 93\ncriteria: [{criterion: Thái độ, pct: 95}, {criterion: Thời gian, pct: 90}]",
)
def overall_lies_within(entry: AnySurvey, snapshot: Snapshot) -> Iterator[Finding]:
    """A mean, weighted or not, is neither better than the best of its parts nor worse than the worst.

    Where the overall satisfaction was a question of its own, acknowledge it and say so.
    """
    survey = entry.model
    if survey.overall is None or len(survey.criteria) < 2:
        return
    least, most = min(c.pct.value for c in survey.criteria), max(c.pct.value for c in survey.criteria)
    if not least <= survey.overall.value <= most:
        overall = show_number(survey.overall.value)
        span = f"{show_number(least)}–{show_number(most)}"
        hidden = too_few(survey, snapshot.catalog.site.small_count_below)
        yield Finding(
            entry.at("overall"),
            msg(
                "overall {overall} %, but the criteria lie between {least} and {most} %",
                overall=overall,
                least=show_number(least),
                most=show_number(most),
            ),
            msg("check the figures, or acknowledge it under `anomalies`"),
            "overall",
            "" if hidden else overall,
            "" if hidden else span,
        )


@rule(
    "SURVEY006",
    msg("more answers came back than were asked for"),
    Severity.ERROR,
    Survey,
    wrong="issued: 50\nn: 60",
    right="issued: 60\nn: 50",
)
def answers_fit(entry: AnySurvey, snapshot: Snapshot) -> Iterator[Finding]:
    """Answers are among the sheets that were handed out, and no count is below zero."""
    survey = entry.model
    if survey.n < 0 or (survey.issued is not None and survey.n > survey.issued):
        yield Finding(
            entry.at("n"),
            msg("{n} answers", n=survey.n)
            if survey.issued is None
            else msg("{n} answers of {issued} handed out", n=survey.n, issued=survey.issued),
            msg("check both figures"),
        )


@rule(
    "SURVEY007",
    msg("the results were published late"),
    Severity.INFO,
    Survey,
    wrong="period: tháng 1/2023\npublished_at: 20/3/2023",
    right="period: tháng 1/2023\npublished_at: 10/02/2023",
)
def published_in_time(entry: AnySurvey, snapshot: Snapshot) -> Iterator[Finding]:
    """Results of a monthly or quarterly survey are published by the 15th of the month that follows.

    The results of a whole year take longer to evaluate and are not judged.
    """
    survey = entry.model
    due = due_on(survey.period)
    if survey.published_at is not None and survey.period.months < 12 and survey.published_at > due:
        yield Finding(
            entry.at("published_at"),
            msg("published on {day}, due on {due}", day=show_date(survey.published_at), due=show_date(due)),
            msg("next time publish by the 15th"),
        )


@rule(
    "SURVEY009",
    msg("the survey's period has not begun"),
    Severity.ERROR,
    Survey,
    wrong="period: tháng 3/2033",
    right="period: tháng 3/2023",
)
def period_has_begun(entry: AnySurvey, snapshot: Snapshot) -> Iterator[Finding]:
    """Nobody can have answered yet."""
    if entry.model.period.first > snapshot.as_of:
        yield Finding(
            entry.at("period"),
            msg(
                "{period} has not begun; today is {today}",
                period=str(entry.model.period),
                today=show_date(snapshot.as_of),
            ),
            msg("check month and year"),
        )


@rule(
    "SURVEY010",
    msg("periods are missing between two surveys"),
    Severity.WARNING,
    Survey,
    wrong="period: tháng 3/2023   # tháng 1 có, tháng 2 không",
    right="period: tháng 2/2023",
)
def periods_are_complete(entry: AnySurvey, snapshot: Snapshot) -> Iterator[Finding]:
    """Where the same thing is asked every month or quarter, a gap hides what people thought in between."""
    for earlier, later in pairwise(series_of(snapshot.catalog, entry)):
        if later.path != entry.path:
            continue
        missing = list(earlier.model.period.between(later.model.period))
        if missing:
            yield Finding(
                entry.at("period"),
                msg("before it is missing: {periods}", periods=", ".join(str(p) for p in missing)),
                msg("add these surveys, or acknowledge that none was held"),
                unit_key(snapshot.catalog, entry.model.unit),
            )


@rule(
    "SURVEY011",
    msg("a survey has no result"),
    Severity.ERROR,
    Survey,
    wrong="n: 60   # không có overall, không có criteria",
    right="n: 60\noverall: 95",
)
def there_is_a_result(entry: AnySurvey, snapshot: Snapshot) -> Iterator[Finding]:
    """What is published is the result: the overall share, or the shares of the criteria, or both."""
    if entry.model.overall is None and not entry.model.criteria:
        yield Finding(entry.at(), msg("neither `overall` nor `criteria` is there"), msg("add at least one of them"))


RULES: tuple[Rule, ...] = (
    all_three_are_asked,
    shares_fit,
    enough_to_publish,
    enough_to_mean_something,
    overall_lies_within,
    answers_fit,
    published_in_time,
    period_has_begun,
    periods_are_complete,
    there_is_a_result,
)

"""Surveys as open data; where too few answered, without their results."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.kinds.survey.model import Survey, SurveyCriterion
from site_gen.kinds.survey.pages import SECTION
from site_gen.kinds.survey.series import AnySurvey, in_order, too_few_answers, unit_key
from site_gen.model.figures import Figure
from site_gen.pages.columns import columns, computed, inside
from site_gen.pages.contributions import Table, entry_table
from site_gen.rules.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Share:
    """A result of a survey: overall, or of one criterion; no figure at all where too few answered."""

    survey: Survey
    id: str
    unit: str
    n: int | None = None
    issued: int | None = None
    criterion: str | None = None
    pct: Figure | None = None
    target: Figure | None = None

    @property
    def met(self) -> bool | None:
        """Whether the target was reached; None where there is none."""
        return self.pct.value >= self.target.value if self.pct is not None and self.target is not None else None


COLUMNS = (
    computed("survey", "Mã khảo sát", lambda share: share.id),
    *inside(lambda share: share.survey, *columns(Survey, "object", "period")),
    *columns(Survey, "unit", "n", "issued"),
    computed("criterion", "Tiêu chí, để trống là hài lòng chung", lambda share: share.criterion),
    *columns(SurveyCriterion, "pct", "target"),
    computed("met", "Đạt", lambda share: share.met, "boolean"),
)


def shares_of(snapshot: Snapshot, entry: AnySurvey) -> Iterator[Share]:
    """The overall result, then one of each criterion."""
    survey = entry.model
    unit = snapshot.link("unit", unit_key(snapshot.catalog, survey.unit)).text
    if too_few_answers(snapshot, entry):
        yield Share(survey, entry.id, unit)
        return
    if survey.overall is not None:
        yield Share(survey, entry.id, unit, survey.n, survey.issued, None, survey.overall, survey.target)
    for one in survey.criteria:
        yield Share(survey, entry.id, unit, survey.n, survey.issued, one.criterion, one.pct, one.target)


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """One row for the overall result of each survey and one for each criterion."""
    entries = in_order(snapshot.catalog)
    if entries:
        yield entry_table(
            "khao-sat",
            snapshot.say(SECTION.title),
            COLUMNS,
            (share for entry in entries for share in shares_of(snapshot, entry)),
            entries,
            shown=("survey/overview.html", "survey/page.html", "survey/unit_panel.html"),
            text=snapshot.say(
                msg(
                    "A row for the overall result and one for each criterion; a survey with too few answers shows no figures."
                )
            ),
        )

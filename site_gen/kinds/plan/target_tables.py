"""The targets of plans as open data: each number with its latest result, and every result by its period."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from operator import attrgetter
from typing import Any

from site_gen.base.dataclass import dataclass
from site_gen.kinds.plan.choices import Verdict
from site_gen.kinds.plan.model import Progress
from site_gen.kinds.plan.results import Reading, latest, readings
from site_gen.kinds.plan.standing import PlanBundle
from site_gen.kinds.plan.table_columns import PLAN, of
from site_gen.kinds.plan.target_model import Measure, PlanTarget, TargetResult
from site_gen.pages.columns import column, computed


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A number of a target with a result of it; a target without a number has a line of its own."""

    bundle: PlanBundle
    target: PlanTarget
    measure: Measure | None
    reading: Reading | None

    @property
    def report(self) -> Progress | None:
        """The report that the result stands in."""
        return self.reading.report if self.reading else None

    @property
    def result(self) -> TargetResult | None:
        """The result as the report gives it."""
        return self.reading.result if self.reading else None


def target_lines(bundle: PlanBundle) -> Iterator[TargetLine]:
    """Each number with its latest result."""
    for target in bundle.appendix.model.targets if bundle.appendix else ():
        for measure in target.measures or (None,):
            yield TargetLine(bundle, target, measure, latest(bundle, target, measure) if measure else None)


def result_lines(bundle: PlanBundle) -> Iterator[TargetLine]:
    """Each result of each number, in the order of the reports."""
    for target in bundle.appendix.model.targets if bundle.appendix else ():
        for measure in target.measures:
            yield from (TargetLine(bundle, target, measure, one) for one in readings(bundle, target, measure))


def _met(line: TargetLine) -> bool | None:
    verdict = line.reading.verdict if line.reading else None
    return None if verdict is None or verdict is Verdict.OPEN else verdict is Verdict.MET


def _steps(line: TargetLine) -> str | None:
    steps = line.measure.steps if line.measure else ()
    return "; ".join(f"{step.value} {step.due}" for step in steps) or None


def _number(name: str) -> Any:
    def value(line: TargetLine) -> float | None:
        found: Decimal | None = getattr(line.reading, name, None)
        return None if found is None else float(found)

    return value


_RESULT = (
    column(TargetResult, "value", _number("shown"), called="result"),
    *of("result", TargetResult, "numerator", "denominator_value"),
    computed("met", "Đạt", _met, "boolean", help="Để trống khi mức đề ra chưa đến hạn."),
)
_JUDGED = (
    computed(
        "asked",
        "Mức được so",
        lambda line: float(line.reading.goal.value) if line.reading else None,
        "number",
        help="Mức đã đến hạn, khi kế hoạch đặt mức tăng dần; khi chưa mức nào đến hạn là mức đầu tiên.",
    ),
    computed("difference", "Chênh lệch với mức được so", _number("difference"), "number"),
    computed("change", "Chênh lệch với kỳ trước", _number("change"), "number"),
)
_NUMBER = (
    PLAN,
    *of("target", PlanTarget, target="id"),
    *of("target", PlanTarget, "no", "area", "text", "place"),
    *of("measure", Measure, measure="label"),
    *of("measure", Measure, "op", "value", value_unit="unit"),
    *of("measure", Measure, "denominator", "scope", "due"),
    column(Measure, "steps", _steps),
)
TARGETS = (*_NUMBER, *_RESULT, *_JUDGED, *of("report", Progress, "period"), *of("result", TargetResult, "source"))
RESULTS = (
    *_NUMBER,
    *of("report", Progress, "period", "date", "cutoff"),
    *_RESULT,
    computed(
        "declared",
        "Báo cáo ghi",
        _number("declared"),
        "number",
        help="Khi báo cáo ghi một tỷ lệ khác với tỷ lệ tính từ tử số và mẫu số.",
    ),
    computed(
        "verdict",
        "Đánh giá",
        attrgetter("reading.verdict"),
        choice=Verdict,
        help="So với mức đã đến hạn trong kỳ của báo cáo.",
    ),
    *_JUDGED,
    *of("result", TargetResult, "source"),
)

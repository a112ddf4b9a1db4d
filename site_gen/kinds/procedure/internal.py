"""The internal process (quy trình nội bộ): what the office does between receiving a dossier and giving the result, and for how long."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.values import Record
from site_gen.base.vietnamese import show_number
from site_gen.kinds.procedure.choices import TimeUnit
from site_gen.kinds.procedure.model import InternalProcess, Procedure
from site_gen.kinds.procedure.parts import TimeLimit
from site_gen.kinds.procedure.wording import limit
from site_gen.model.entry import Entry
from site_gen.pages.fill import fill
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import CitedDocument, Link, Snapshot

HOURS_OF_A_DAY = 8
"""A working day has so many hours (Bộ luật Lao động 2019, Điều 105 khoản 1)."""


@dataclass(frozen=True)
class ShownInternalStep(Record):
    """A step, who takes it, and how long it may take, in words."""

    text: str
    unit: Link | None
    role: str | None
    time: str | None


@dataclass(frozen=True)
class ShownInternal(Record):
    """The whole process; `total` in words, None where not every step says how long it takes."""

    steps: tuple[ShownInternalStep, ...]
    total: str | None
    decision: CitedDocument | None
    iso: CitedDocument | None


def working_hours(time: TimeLimit | None) -> int | None:
    """A time limit in working hours; None where it is not counted in hours or working days."""
    if time is None or time.value is None:
        return None
    return {TimeUnit.HOURS: time.value, TimeUnit.WORKING_DAYS: time.value * HOURS_OF_A_DAY}.get(
        time.unit or TimeUnit.DAYS
    )


def total_hours(process: InternalProcess) -> int | None:
    """What all steps take together, in working hours; None where one of them does not say it."""
    hours = [working_hours(step.time) for step in process.steps]
    return None if not hours or None in hours else sum(one or 0 for one in hours)


def shown_internal(snapshot: Snapshot, process: InternalProcess | None) -> ShownInternal | None:
    """The process as the guide's page shows it; None where nothing is known of it."""
    if process is None:
        return None
    total = total_hours(process)
    steps = tuple(
        fill(ShownInternalStep, snapshot, step, time=limit(snapshot, step.time, noted=True)) for step in process.steps
    )
    return fill(ShownInternal, snapshot, process, steps=steps, total=_words(snapshot, total) if total else None)


def _words(snapshot: Snapshot, hours: int) -> str:
    days, rest = divmod(hours, HOURS_OF_A_DAY)
    if not days:
        return snapshot.say(msg("{n} working hours", n=show_number(hours)))
    if not rest:
        return snapshot.say(msg("{n} working days", n=show_number(days)))
    return snapshot.say(msg("{n} working days and {m} hours", n=show_number(days), m=rest))


@rule(
    "PROC036",
    msg("the internal steps take longer than the procedure may"),
    Severity.WARNING,
    Procedure,
    wrong="time_limit: 2 ngày làm việc\ninternal:\n  steps:\n    - {text: Thẩm định, time: 3 ngày làm việc}",
    right="time_limit: 3 ngày làm việc\ninternal:\n  steps:\n    - {text: Thẩm định, time: 16 giờ}\n    - {text: Ký, time: 4 giờ}",
)
def internal_steps_fit_the_limit(entry: Entry[Procedure], snapshot: Snapshot) -> Iterator[Finding]:
    """Who plans more time for the steps than the decision allows will be late, or the decision has changed since.

    Hours and working days are compared, a working day with eight hours; what is written otherwise is not.
    """
    process, allowed = entry.model.internal, working_hours(entry.model.time_limit)
    total = total_hours(process) if process is not None else None
    if total is not None and allowed is not None and total > allowed:
        message = msg("the steps take {total} hours, the time limit is {allowed}", total=total, allowed=allowed)
        hint = msg("check the hours of each step, and the time limit of the decision")
        yield Finding(entry.at("internal", "steps"), message, hint, "internal", str(allowed), str(total))


INTERNAL_RULES: tuple[Rule, ...] = (internal_steps_fit_the_limit,)

"""What must be true of the reports that a plan asks for again and again, and of the periodic reports of the site."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.joined.reporting import DUTIES, reporting_of
from site_gen.kinds.plan.model import Plan
from site_gen.model.entry import Entry
from site_gen.pages.recurring import lacks_dated
from site_gen.rules.rule import Finding, rule
from site_gen.rules.snapshot import Snapshot


@rule(
    "BETWEEN006",
    msg("a plan asks for reports of which some periods are missing"),
    Severity.WARNING,
    Plan,
    wrong="reports:\n  - {unit: Văn phòng, duty: Báo cáo kết quả, deadline: hằng quý}   # quý II chưa có báo cáo nào",
    right="reports:\n  - unit: Văn phòng\n    duty: Báo cáo kết quả\n    deadline: hằng quý\n"
    "    evidence: [{title: Báo cáo quý II, number: 21/BC, period: quý II/2026}]",
)
def reports_came(entry: Entry[Plan], snapshot: Snapshot) -> Iterator[Finding]:
    """Who reports again and again leaves no period out. A report in `reports/` by that body of that period counts, and so does a
    paper under `evidence` of the line.

    Judged is only a body of which at least one report is there: of others the site was told nothing.
    """
    for line in reporting_of(snapshot, entry.id).lines:
        series = line.series
        if series and series.late:
            key, _, number = line.key.rpartition("-")
            field = "duties" if key == DUTIES else "reports"
            yield Finding(
                entry.at(field, int(number) - 1, "deadline"),
                msg("{unit}: {lack}", unit=line.units[0], lack=lacks_dated(series)),
                msg("add the report to `reports/`, or name its paper under `evidence` of this line, with its `period`"),
                line.units[0],
            )

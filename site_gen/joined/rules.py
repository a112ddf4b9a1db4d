"""What must be true between kinds: an apology for each late dossier, nothing out of force used as current, news of every unit.

A kind knows nothing of another; these rules read the models of several.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.names import name_key
from site_gen.base.traces import remembered
from site_gen.base.vietnamese import show_date
from site_gen.joined.initiatives import INITIATIVES
from site_gen.joined.news import bodies, counts
from site_gen.joined.reporting_rules import reports_came
from site_gen.kinds.apology.model import Apology, ApologyKind
from site_gen.kinds.document.model import Validity
from site_gen.kinds.document.register import Register
from site_gen.kinds.dossier_statistics.model import DossierStatistics
from site_gen.kinds.dossier_statistics.series import before, rows_by_unit, running, unit_key
from site_gen.kinds.plan.model import Appendix, Plan
from site_gen.kinds.procedure.model import Procedure, ProcedureList
from site_gen.kinds.unit.model import Unit
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Entry, marked
from site_gen.model.fields import RefTo
from site_gen.model.period import Period
from site_gen.model.published import Published
from site_gen.reading.shipped import legal_bases
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot
from site_gen.rules.values import documents


@rule(
    "BETWEEN001",
    msg("late dossiers and apology notices do not agree"),
    Severity.WARNING,
    DossierStatistics,
    law=LawRef("61/2018/NĐ-CP", "Điều 19 khoản 9"),
    wrong="rows:\n  - {unit: Tư pháp - Hộ tịch, done_late: 2}   # thư mục apologies/ chỉ có một thư của tháng này",
    right="rows:\n  - {unit: Tư pháp - Hộ tịch, done_late: 1}",
)
def an_apology_for_each_late_dossier(entry: Entry[DossierStatistics], snapshot: Snapshot) -> Iterator[Finding]:
    """Every dossier that becomes late in a month has an apology notice whose promised day lies in that month.

    Where notices are published at all, the number of late dossiers of each unit and the number of its notices are the same;
    months before the first notice are left alone. What waited late already when the month began had its notice then.
    """
    notices = [e.model for e in snapshot.catalog.all(Apology) if e.model.kind is ApologyKind.OVERDUE]
    series = running(snapshot.catalog)
    month = next((m for m in series if m.entry is entry), None)
    if not notices or month is None or month.period.last < min(n.due_on for n in notices):
        return
    earlier = before(month, series)
    posted = Counter(unit_key(snapshot.catalog, n.unit) for n in notices if month.period.holds(n.due_on))
    places = rows_by_unit(entry, snapshot.catalog)
    for unit in sorted({*month.units, *posted}):
        tally = month.units.get(unit)
        late = tally.newly_late(earlier.units.get(unit) if earlier else None) if tally else 0
        if late != posted[unit]:
            at = entry.at("rows", places[unit][0][0]) if unit in places else entry.at("period")
            name = snapshot.catalog.named("unit", unit)
            yield Finding(
                at,
                msg(
                    "{unit}: {late} dossiers became late, {posted} notices were published",
                    unit=name.label if name else unit,
                    late=late,
                    posted=posted[unit],
                ),
                msg("add the missing notice under `apologies/`, or correct the figures"),
                item=unit,
            )


def _day(model: Published, as_of: date) -> date:
    """The day of which an entry speaks, by the first of its dates that says so."""
    for key in ("received_on", "date", "opened_on", "cutoff"):
        found = getattr(model, key, None)
        if isinstance(found, date):
            return found
    period = getattr(model, "period", None)
    return min(period.last, as_of) if isinstance(period, Period) else as_of


@rule(
    "BETWEEN002",
    msg("a procedure out of force is used as current"),
    Severity.WARNING,
    None,
    wrong='procedure: "1.000894"   # thủ tục này đã được thay thế trước ngày nhận hồ sơ',
    right='procedure: "1.004884"',
)
def procedures_apply(entry: Entry[Published], snapshot: Snapshot) -> Iterator[Finding]:
    """A dossier, a figure or a case names a procedure that no longer applied on its day; the link would mislead."""
    if isinstance(entry.model, Procedure | ProcedureList):
        return
    for loc, mark, text in marked(entry.model):
        if not (isinstance(mark, RefTo) and mark.kind == "procedure"):
            continue
        name = snapshot.catalog.named("procedure", text)
        guide = snapshot.catalog.get(Procedure, name.id) if name else None
        ended = guide.model.ended_on if guide and not guide.model.state.applies else None
        if guide and ended and ended < _day(entry.model, snapshot.as_of):
            yield Finding(
                entry.at(*loc),
                msg("{code} has not applied since {day}", code=guide.model.code, day=show_date(ended)),
                msg("name the procedure that replaced it"),
                item=guide.model.code,
            )


@remembered
def _expired(catalog: Catalog, as_of: date) -> dict[str, date | None]:
    """The folded numbers of the site's documents that are out of force on a day, with their last day in force."""
    register = Register(catalog, as_of)
    return {name_key(f.entry.model.number): f.ended for f in register.by_id.values() if f.validity is Validity.EXPIRED}


@rule(
    "BETWEEN003",
    msg("a document out of force is cited as current"),
    Severity.WARNING,
    Procedure,
    law=LawRef("63/2010/NĐ-CP", "Điều 8 khoản 2"),
    wrong="basis:\n  - {title: Nghị định về cơ chế một cửa, number: 42/2022/NĐ-CP}",
    right="basis:\n  - {title: Nghị định hướng dẫn Luật Chuyển đổi số, number: 224/2026/NĐ-CP}",
)
def documents_are_in_force(entry: Entry[Procedure], snapshot: Snapshot) -> Iterator[Finding]:
    """A guide that applies today rests on documents that are in force today.

    Looked up in the site's own register and, for laws, in the shipped list of legal bases, of which only what was read in the
    text itself counts.
    """
    if not entry.model.state.applies:
        return
    expired = _expired(snapshot.catalog, snapshot.as_of)
    for loc, cited in documents(entry):
        number = name_key(cited.number or "")
        basis = legal_bases().get(cited.number or "")
        gone = basis.valid_to if basis and basis.confidence.value == "V" else None
        ended = expired.get(number) if number in expired else gone if gone and gone < snapshot.as_of else None
        if number and loc[:1] == ("basis",) and (number in expired or ended):
            yield Finding(
                entry.at(*loc),
                msg("{number} is no longer in force", number=cited.number or ""),
                msg("cite what replaced it: {next}", next=(basis.replaced_by if basis else None) or "–"),
                item=cited.number or "",
            )


@rule(
    "BETWEEN004",
    msg("a unit had no news for a whole year"),
    Severity.WARNING,
    Unit,
    wrong="name: Phòng Kinh tế   # năm 2022 không có tin nào",
    right="name: Phòng Kinh tế",
)
def every_unit_has_news(entry: Entry[Unit], snapshot: Snapshot) -> Iterator[Finding]:
    """Each office of the authority publishes at least one item a year. Asked only of years that are over and of which the site has news."""
    end = snapshot.catalog.site.valid_to
    for year, found in counts(snapshot.catalog).items():
        over = year < snapshot.as_of.year and (end is None or end.year > year)
        if over and entry.id not in found and any(e.id == entry.id for e in bodies(snapshot.catalog, year)):
            yield Finding(
                entry.at("name"),
                msg("no news of {year} is of this unit", year=year),
                msg("publish what the unit did, or correct `unit` of the items that are its own"),
                item=str(year),
            )


@rule(
    "BETWEEN005",
    msg("a task names a criterion that the scorecard does not have"),
    Severity.WARNING,
    Appendix,
    wrong='criterion: "9.9"   # bảng điểm của kế hoạch không có tiêu chí 9.9',
    right='criterion: "1.7"',
)
def criteria_are_in_the_scorecard(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[Finding]:
    """A task that is to win back points names the criterion by the number it has in the plan's scorecard.

    The plan says which scorecard that is (`scorecard` in plan.md). The page of the task and the scorecard then lead to each other.
    """
    plan = snapshot.catalog.get(Plan, entry.id)
    card = plan.model.scorecard if plan else None
    for index, task in enumerate(entry.model.tasks):
        if not task.criterion or (card and snapshot.catalog.named("criterion", f"{card}/{task.criterion}")):
            continue
        yield Finding(
            entry.at("tasks", index, "criterion"),
            msg("the scorecard `{card}` has no criterion {no}", card=card, no=task.criterion)
            if card
            else msg("the plan names no scorecard, so {no} is no criterion of any", no=task.criterion),
            msg("compare the number with the scorecard")
            if card
            else msg("write `scorecard` into plan.md: the name of its file in `scorecards/`, without `.yml`"),
            item=task.id,
        )


BETWEEN: tuple[Rule, ...] = (
    an_apology_for_each_late_dossier,
    procedures_apply,
    documents_are_in_force,
    every_unit_has_news,
    criteria_are_in_the_scorecard,
    *INITIATIVES,
    reports_came,
)

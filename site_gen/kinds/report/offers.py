"""What reports give to the whole site: section, register of disclosures, open data, feed, days to come, agenda."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from site_gen.base.messages import Message, msg, say
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date
from site_gen.kinds.report.model import Report, ReportType
from site_gen.kinds.report.rules import readable
from site_gen.kinds.report.series import State, series, state, unit_of
from site_gen.model.entry import Entry
from site_gen.pages.columns import Column
from site_gen.pages.contributions import Disclosure, FeedItem, ScheduledChange, Section, Table, keys_of
from site_gen.pages.page import Agenda, Panel
from site_gen.rules.snapshot import Snapshot

INDEX = "bao-cao/index.html"
SECTION = Section(
    "cong-khai",
    INDEX,
    msg("Periodic reports"),
    msg("Which reports were due, when they were sent, and what they say."),
    110,
)
NEWEST = 6


def url(id: str) -> str:
    """Address of a report's page."""
    return f"bao-cao/{id}.html"


def text(snapshot: Snapshot, message: Message) -> str:
    """A message in the language of the site."""
    return say(message, snapshot.catalog.site.language.value)


def status(snapshot: Snapshot, report: Report) -> Context:
    """How a report stands, as a status with its day."""
    stands = state(report, snapshot.as_of)
    day = report.sent_on or (report.due if stands in (State.OPEN, State.OVERDUE) else None)
    detail = show_date(day) if day else ""
    if day and report.sent_on is None:
        detail = text(snapshot, msg("due {day}", day=detail))
    return {"family": stands.family, "word": text(snapshot, stands.word), "detail": detail}


def made(report: Report) -> date | None:
    """The day on which it was made: that of the document, else that of sending."""
    return (report.document.date.exact if report.document and report.document.date else None) or report.sent_on


def disclosures(snapshot: Snapshot) -> Iterator[Disclosure]:
    """Each report that exists; one that is only announced is none yet."""
    for entry in snapshot.catalog.all(Report):
        r = entry.model
        if state(r, snapshot.as_of) in (State.OPEN, State.OVERDUE):
            continue
        yield Disclosure(
            f"report/{r.type.value}",
            r.title,
            url(entry.id),
            created=made(r),
            published=r.published_at,
            number=(r.document.number or "") if r.document else "",
            period=r.period,
            unit=unit_of(snapshot.catalog, r),
            entry=entry.path,
            complete=readable(r),
            lacks=keys_of(Report, "file", "body"),
            sample=r.sample,
        )


def tables(snapshot: Snapshot) -> Iterator[Table]:
    """All reports as open data."""
    labels = {name: info.title or name for name, info in Report.model_fields.items()}
    names = ("title", "type", "period", "unit", "cutoff", "due", "sent_on", "sent_to", "document", "published_at")
    days = ("cutoff", "due", "sent_on", "published_at")
    heads = (
        Column("id", text(snapshot, msg("Code"))),
        *(Column(n, labels[n], "date" if n in days else "string") for n in names),
        Column("state", text(snapshot, msg("Status"))),
    )
    rows: list[tuple[Plain, ...]] = []
    entries = [e for one in series(snapshot.catalog) for e in one.entries]
    for entry in entries:
        r = entry.model
        dates = [day.isoformat() if day else None for day in (r.cutoff, r.due, r.sent_on)]
        rows.append(
            (
                entry.id,
                r.title,
                snapshot.word(r.type),
                r.period.key,
                unit_of(snapshot.catalog, r),
                *dates,
                "; ".join(r.sent_to) or None,
                r.document.number if r.document else None,
                r.published_at.isoformat() if r.published_at else None,
                text(snapshot, state(r, snapshot.as_of).word),
            )
        )
    title, sample = text(snapshot, SECTION.title), any(e.model.sample for e in entries)
    yield Table(
        "bao-cao",
        title,
        heads,
        tuple(rows),
        tuple(e.path for e in entries),
        sample,
        ("report/list.html", "report/page.html", "report/unit_panel.html"),
    )


def feed(snapshot: Snapshot) -> Iterator[FeedItem]:
    """Each report on the day it was published."""
    for entry in snapshot.catalog.all(Report):
        r = entry.model
        if r.published_at:
            yield FeedItem(
                r.published_at,
                url(entry.id),
                r.title,
                f"{snapshot.word(r.type)}, {r.period}",
                unit_of(snapshot.catalog, r),
            )


def turns(snapshot: Snapshot) -> Iterator[ScheduledChange]:
    """The days to come on which a report that was not sent begins to be late."""
    for entry in snapshot.catalog.all(Report):
        due = entry.model.due
        if due and due >= snapshot.as_of and state(entry.model, snapshot.as_of) is State.OPEN:
            yield ScheduledChange(due + timedelta(1), entry.model.title, entry.path, url(entry.id), (entry.path,))


def agenda(snapshot: Snapshot) -> Iterator[Agenda]:
    """Reports that are due or late, and periods of a series that have none."""
    for one in series(snapshot.catalog):
        who = snapshot.link("unit", one.unit).text
        for entry in one.entries:
            due, stands = entry.model.due, state(entry.model, snapshot.as_of)
            if due is None or stands not in (State.OPEN, State.OVERDUE) or due > snapshot.soon:
                continue
            kind, days = ("late" if stands is State.OVERDUE else "due"), abs((snapshot.as_of - due).days)
            yield Agenda(kind, due.isoformat(), entry.model.title, who, entry.path, url(entry.id), days)
        if one.type is not ReportType.OTHER:
            for period, after in one.gaps():
                what = text(
                    snapshot, msg("report “{type}”, {period}", type=snapshot.word(one.type), period=str(period))
                )
                yield Agenda("missing", period.last.isoformat(), what, who, after.path, INDEX)


def row(snapshot: Snapshot, entry: Entry[Report]) -> Context:
    """A report in a list."""
    r = entry.model
    return {
        "id": entry.id,
        "title": r.title,
        "url": url(entry.id),
        "type": snapshot.word(r.type),
        "period": str(r.period),
        "status": status(snapshot, r),
        "sample": r.sample,
    }


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """On a unit's page its newest reports."""
    by_unit: dict[str, list[Entry[Report]]] = {}
    for entry in snapshot.catalog.all(Report):
        by_unit.setdefault(unit_of(snapshot.catalog, entry.model), []).append(entry)
    for unit, entries in by_unit.items():
        newest = sorted(entries, key=lambda e: (e.model.period.last, e.id), reverse=True)[:NEWEST]
        rows: list[Plain] = [row(snapshot, e) for e in newest]
        context: Context = {"rows": rows, "count": len(entries), "url": INDEX}
        yield Panel(("unit", unit), 65, "report/unit_panel.html", context)

"""Where working days are counted into a year whose holidays nobody has announced yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.traces import remembered
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Entry, Loc
from site_gen.model.published import DocumentRef, Published
from site_gen.reading.shipped import office_calendar
from site_gen.rules.posting import made_on
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

AnyEntry = Entry[Published]
_REACH = timedelta(14)
"""How far the longest of our counts, ten working days, reaches without holidays."""


@rule(
    "DATE003",
    msg("the holidays of a year are not known yet"),
    Severity.INFO,
    wrong="# feedback/2029-001.yml\nreceived_on: 12/02/2029",
    right="# site.yml\ncalendar:\n  years: [2029]\n  off:\n    - {first: 12/02/2029, last: 16/02/2029, name: Tết Nguyên đán}",
)
def holidays_are_known(entry: AnyEntry, snapshot: Snapshot) -> Iterator[Finding]:
    """Terms of working days leave out public holidays, and these are announced year by year.

    For a year that the shipped calendar does not know only weekends are left out, so what is judged by working days is not
    judged in it, and pages say so. Once the holidays are announced, write them under `calendar` in site.yml. It is reported once for each year.
    """
    for year, reached in _reached(snapshot.catalog).items():
        first, loc = reached[0]
        if first is entry and year <= snapshot.as_of.year + 1:
            message = msg(
                "working days are counted into {year}, whose holidays are not known ({n} files)",
                year=str(year),
                n=len(reached),
            )
            hint = msg("when they are announced, add them under `calendar` in site.yml, or renew sitegen")
            yield Finding(entry.at(*loc), message, hint, str(year))


@remembered
def _reached(catalog: Catalog) -> Mapping[int, list[tuple[AnyEntry, Loc]]]:
    """Entries from which working days are counted into each year to be announced, with the place of the day they start from."""
    offices = office_calendar(catalog.site.calendar)
    out: dict[int, list[tuple[AnyEntry, Loc]]] = defaultdict(list)
    for entry in catalog.entries():
        years: dict[int, Loc] = {}
        for loc, first, last in _counts(entry):
            for year in offices.not_yet_known(first, max(first, last)):
                years.setdefault(year, loc)
        for year, loc in years.items():
            out[year].append((entry, loc))
    return dict(sorted(out.items()))


def _counts(entry: AnyEntry) -> Iterator[tuple[Loc, date, date]]:
    """From which day to which the working days of an entry are counted: a term that it starts, or how long something took."""
    model = entry.model
    for start, end in (("received_on", "answered_on"), ("date", "published_at")):
        first = made_on(entry) if start == "date" else getattr(model, start, None)
        if isinstance(first, date):
            last: object = getattr(model, end, None)
            reach = min(first, date.max - _REACH) + _REACH
            yield (start,), first, last if isinstance(last, date) and last > reach else reach
    decision: object = getattr(model, "decision", None)
    if isinstance(decision, DocumentRef) and decision.date and (decided := decision.date.exact):
        yield ("decision",), decided, decided + _REACH


CALENDAR: tuple[Rule, ...] = (holidays_are_known,)

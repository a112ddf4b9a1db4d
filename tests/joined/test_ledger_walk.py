"""Two years day by day: time alone makes nothing better, and no state goes backwards."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from site_folders import shipped_sites

from site_gen.joined.coverage import share
from site_gen.joined.duties import Owed, duties_of
from site_gen.joined.ledger import DutyState, Frame, Line, by_topic, line_of
from site_gen.model.period import Period
from site_gen.pages.contributions import Disclosure
from site_gen.reading.shipped import office_calendar, shipped_duties

BEGIN = date(2026, 3, 1)
TOPICS = sorted({t.replace("*", "par_year") for d in shipped_duties() for p in d.parts for t in p.topics})
FORWARD = {
    DutyState.NOT_DUE: {DutyState.NOT_DUE, DutyState.MISSING, DutyState.INCOMPLETE},
    **{state: {state} for state in DutyState if state is not DutyState.NOT_DUE},
}
"""What a slot may become by time alone; incomplete where one unit of several has published."""


@st.composite
def disclosures(draw: st.DrawFn) -> Disclosure:
    month, months = draw(st.sampled_from([(m, n) for n in (1, 3, 6, 12) for m in range(1, 13, n)]))
    published = BEGIN - timedelta(draw(st.integers(0, 400)))
    period = draw(st.none() | st.just(Period.of(draw(st.integers(2025, 2026)), month, months)))
    complete = draw(st.booleans())
    return Disclosure(
        draw(st.sampled_from(TOPICS)), "A", "a.html", published, published, period=period, complete=complete
    )


def walk(owed: tuple[Owed, ...], shown: list[Disclosure], stated: bool) -> list[tuple[Line, ...]]:
    since = min((d.published for d in shown if d.published), default=BEGIN)
    topics, calendar = by_topic(shown), office_calendar()
    frames = (Frame(BEGIN + timedelta(n), since, stated, None, calendar) for n in range(0, 731, 9))
    return [tuple(line_of(o, topics, frame) for o in owed) for frame in frames]


@settings(max_examples=15)
@given(st.lists(disclosures(), max_size=12), st.booleans())
def test_without_new_content_coverage_never_rises_and_states_never_go_back(
    shown: list[Disclosure], stated: bool
) -> None:
    owed = tuple(Owed(duty) for duty in shipped_duties())
    rates = []
    before: dict[object, DutyState] = {}
    for lines in walk(owed, shown, stated):
        rates.append(share(lines))
        now = {
            (
                line.owed.duty.id,
                slot.part.topics,
                slot.part.since,
                slot.period,
                i if slot.period is None else 0,
            ): slot.state
            for line in lines
            for i, slot in enumerate(line.slots)
        }
        for key, state in before.items():
            assert now[key] in FORWARD[state], key
        before = now
    known = [rate for rate in rates if rate is not None]
    assert known == sorted(known, reverse=True)


def test_every_shipped_site_owes_something() -> None:
    for loaded in shipped_sites().values():
        assert loaded.catalog is not None
        assert duties_of(loaded.catalog)

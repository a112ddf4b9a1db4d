"""What was owed, and how it stands: around the due day, at the ends of periods and of authorities."""

import pytest
from reckoning import day, duty, frame, line, part, shown, states
from site_folders import RULES

from site_gen.joined.ledger import DutyState, fits, period_of
from site_gen.reading.shipped import shipped_duties

MONTHLY = duty(part("monthly", due={"days": "15"}))
QUARTERLY = duty(part("quarterly", due={"days": "15"}))
CURRENT = duty(part("current"))


# --- around the due day -------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("today", "state"), [("14/7/2026", "not_due"), ("15/7/2026", "not_due"), ("16/7/2026", "missing")]
)
def test_a_period_without_anything_is_missing_from_the_day_after_its_due_day(today: str, state: str) -> None:
    assert states(line(QUARTERLY, frame(today)))["2026-q2"] == state


@pytest.mark.parametrize(("published", "state"), [("14/7/2026", "met"), ("15/7/2026", "met"), ("16/7/2026", "late")])
def test_what_was_published_on_the_due_day_is_on_time_and_on_the_next_day_late(published: str, state: str) -> None:
    found = states(line(QUARTERLY, frame("01/8/2026"), shown(published, period="quý II/2026")))
    assert found["2026-q2"] == state


def test_what_was_published_before_it_was_due_is_met_at_once() -> None:
    found = states(line(QUARTERLY, frame("01/7/2026"), shown("30/6/2026", period="quý II/2026")))
    assert found["2026-q2"] == "met"


def test_where_the_content_states_no_day_of_publication_the_period_is_met() -> None:
    assert states(line(QUARTERLY, frame("01/8/2026"), shown("", period="quý II/2026")))["2026-q2"] == "met"


def test_what_lacks_a_mandatory_part_is_incomplete() -> None:
    found = line(QUARTERLY, frame("01/8/2026"), shown("01/7/2026", period="quý II/2026", complete=False))
    assert states(found)["2026-q2"] == "incomplete"


# --- which periods ------------------------------------------------------------------------------------
def test_only_what_fell_due_after_the_site_began_to_publish_is_owed() -> None:
    found = states(line(MONTHLY, frame("20/4/2026", since="16/2/2026")))
    assert [key for key, state in found.items() if state == "missing"] == ["2026-02", "2026-03"]


def test_where_no_beginning_is_stated_a_topic_begins_with_its_first_disclosure() -> None:
    first = shown("10/4/2026", period="tháng 3/2026")
    assert states(line(MONTHLY, frame("20/4/2026", stated=False), first))["2026-03"] == "met"
    assert "2026-02" not in states(line(MONTHLY, frame("20/4/2026", stated=False), first))
    assert states(line(MONTHLY, frame("20/4/2026", stated=True), first))["2026-02"] == "missing"


def test_a_duty_counts_from_the_day_on_which_it_came_into_force() -> None:
    new = duty(part("quarterly", due={"days": "15"}), since="01/7/2026")
    found = states(line(new, frame("20/10/2026", since="01/01/2025")))
    assert [key for key, state in found.items() if state == "missing"] == ["2026-q3"]


def test_a_part_that_was_replaced_owes_no_later_period() -> None:
    old = duty(part("yearly", due={"after_months": "3", "days": "15"}, until="31/12/2025"))
    found = states(line(old, frame("20/10/2026", since="01/01/2024")))
    assert found == {"2024": "missing", "2025": "missing"}


def test_the_next_periods_are_told_a_year_ahead() -> None:
    found = states(line(QUARTERLY, frame("01/11/2026", since="01/11/2026")))
    assert found == {"2026-q4": "not_due", "2027-q1": "not_due", "2027-q2": "not_due", "2027-q3": "not_due"}


def test_february_of_a_leap_year_ends_on_its_29th() -> None:
    due = {s.period.key: s.due for s in line(MONTHLY, frame("01/4/2028", since="01/01/2028")).slots if s.period}
    assert due["2028-02"] == day("15/3/2028")
    plain = {
        s.period.key: s.due
        for s in line(duty(part("monthly")), frame("01/4/2028", since="01/01/2028")).slots
        if s.period
    }
    assert plain["2028-02"] == day("29/2/2028")


@pytest.mark.parametrize(
    ("period", "months", "key"),
    [
        ("quý II/2026", 3, "2026-q2"),
        ("6 tháng đầu năm 2026", 3, "2026-q2"),
        ("9 tháng đầu năm 2026", 3, "2026-q3"),
        ("năm 2026", 3, "2026-q4"),
        ("năm 2026", 6, "2026-h2"),
        ("9 tháng đầu năm 2026", 6, None),
        ("quý II/2026", 6, None),
        ("tháng 6/2026", 3, None),
        ("quý II/2026", 1, None),
        ("tháng 6/2026", 1, "2026-06"),
        ("quý IV/2026", 12, None),
    ],
)
def test_a_longer_report_stands_for_the_period_with_which_it_ends(period: str, months: int, key: str | None) -> None:
    found = period_of(shown("01/01/2027", period=period), months)
    assert (found.key if found else None) == key


def test_what_states_no_period_belongs_to_the_one_in_which_it_was_made() -> None:
    found = period_of(shown("02/7/2026", created=day("30/6/2026")), 3)
    assert found is not None
    assert found.key == "2026-q2"
    assert period_of(shown(""), 3) is None


# --- an authority that has ended ----------------------------------------------------------------------
def test_an_authority_owes_nothing_that_fell_due_after_its_end() -> None:
    found = states(line(QUARTERLY, frame("30/6/2025", since="01/01/2025", end="30/6/2025")))
    assert found == {"2024-q4": "missing", "2025-q1": "missing"}


# --- what must always be there ------------------------------------------------------------------------
def test_what_must_always_be_there_is_met_or_missing() -> None:
    assert line(CURRENT, frame("01/8/2026")).state is DutyState.MISSING
    assert line(CURRENT, frame("01/8/2026"), shown("01/7/2026")).state is DutyState.MET


def test_one_of_many_that_is_incomplete_makes_the_duty_incomplete() -> None:
    found = line(CURRENT, frame("01/8/2026"), shown("01/7/2026"), shown("02/7/2026", complete=False))
    assert found.state is DutyState.INCOMPLETE


def test_what_must_be_there_from_a_later_day_is_not_due_before_it() -> None:
    later = duty(part("current"), since="01/7/2026")
    assert line(later, frame("30/6/2026")).state is DutyState.NOT_DUE
    assert line(later, frame("01/7/2026")).state is DutyState.MISSING


@pytest.mark.parametrize(("today", "state"), [("31/7/2026", DutyState.MET), ("01/8/2026", DutyState.MISSING)])
def test_an_assignment_that_has_ended_no_longer_counts(today: str, state: DutyState) -> None:
    assert line(CURRENT, frame(today), shown("01/7/2026", until=day("31/7/2026"))).state is state


# --- whenever it happens ------------------------------------------------------------------------------
def test_where_nothing_has_happened_nothing_is_owed() -> None:
    found = line(duty(part("event")), frame("01/8/2026"))
    assert (found.state, found.counted) == (DutyState.NOTHING, ())


def test_each_event_has_its_own_due_day_in_working_days() -> None:
    quick = duty(part("event", due={"working_days": "5"}))
    made = {"created": day("06/7/2026")}
    found = line(quick, frame("01/8/2026"), shown("13/7/2026", **made), shown("14/7/2026", **made))
    assert [s.state for s in found.slots] == [DutyState.MET, DutyState.LATE]


def test_what_happened_before_the_site_began_is_not_called_late() -> None:
    quick = duty(part("event", due={"days": "5"}))
    found = line(quick, frame("01/8/2026"), shown("01/3/2026", created=day("05/5/2025")))
    assert found.state is DutyState.MET


# --- every unit ---------------------------------------------------------------------------------------
def test_a_duty_of_every_unit_names_those_that_still_owe_theirs() -> None:
    each = duty(part("yearly", each_unit="có"))
    units = {"van_phong": "Văn phòng", "kinh_te": "Phòng Kinh tế"}
    mine = shown("05/5/2026", unit="van_phong")
    before, after = (line(each, frame(today, **units), mine).slots[0] for today in ("31/12/2026", "01/01/2027"))
    assert (before.state, before.lacking) == (DutyState.NOT_DUE, ("Phòng Kinh tế",))
    assert (after.state, after.lacking) == (DutyState.INCOMPLETE, ("Phòng Kinh tế",))
    both = line(each, frame("01/01/2027", **units), mine, shown("06/5/2026", unit="kinh_te"))
    assert both.slots[0].state is DutyState.MET


# --- a duty as a whole --------------------------------------------------------------------------------
def test_the_worst_part_speaks_for_a_duty() -> None:
    both = duty(part("current", "person/spokesperson"), part("current", "person/info_contact"))
    found = line(both, frame("01/8/2026"), shown("01/7/2026", "person/spokesperson"))
    assert (found.state, [s.state for s in found.slots]) == (DutyState.MISSING, [DutyState.MET, DutyState.MISSING])


@pytest.mark.parametrize(
    ("topic", "wanted", "is_it"),
    [
        ("plan/par_year", "plan/par_year", True),
        ("plan/par_year/progress", "plan/par_year", False),
        ("plan/par_year/progress", "plan/*/progress", True),
        ("report/par", "report/*", True),
        ("report", "report/*", False),
        ("news", "news", True),
    ],
)
def test_a_star_stands_for_one_step_of_a_topic(topic: str, wanted: str, is_it: bool) -> None:
    assert fits(topic, wanted) is is_it


# --- the shipped list ---------------------------------------------------------------------------------
def test_all_thirty_five_duties_are_there_in_their_order() -> None:
    assert [d.id for d in shipped_duties()] == [f"d{n:02d}" for n in range(1, 36)]


@pytest.mark.parametrize("one", shipped_duties(), ids=lambda d: d.id)
def test_a_duty_is_either_reckoned_or_says_how_else_it_is_ensured(one) -> None:
    assert bool(one.parts) != bool(one.instead)
    assert one.references
    assert 1 <= one.weight <= 3
    assert one.title[-1] != "."
    assert one.text[-1] == "."
    assert set(one.checked_by) <= {rule.code for rule in RULES}


@pytest.mark.parametrize("one", shipped_duties(), ids=lambda d: d.id)
def test_only_what_was_read_is_called_a_law_and_it_has_number_and_clause(one) -> None:
    laws = [r for r in one.references if not r.plan and r.confidence.value == "V"]
    assert all(r.number and r.clause for r in laws)
    assert all(r.number is None and r.valid_to is None for r in one.references if r.plan)


@pytest.mark.parametrize(
    ("period", "begun", "answers"),
    [
        ("quý I/2026", 3, True),
        ("6 tháng đầu năm 2026", 6, True),
        ("9 tháng đầu năm 2026", 9, True),
        ("quý II/2026", 3, False),
        ("6 tháng đầu năm 2026", 3, False),
        ("quý I/2026", None, False),
    ],
)
def test_the_first_months_of_a_year_answer_a_yearly_part_that_asks_for_them(
    period: str, begun: int | None, answers: bool
) -> None:
    found = period_of(shown("15/10/2026", period=period), 12, begun)
    assert (found.key if found else None) == ("2026" if answers else None)

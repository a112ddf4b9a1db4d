"""What is counted of a plan: how far its tasks are, by which words and days."""

from __future__ import annotations

from datetime import date

import pytest

from site_gen.kinds.plan.choices import TaskState
from site_gen.kinds.plan.items import Item, items_of
from site_gen.kinds.plan.model import Appendix, Part, Plan, Task
from site_gen.kinds.plan.standing import Standing, worst_state

PLAN = Plan.model_construct(year=2023)


def item(**task: object) -> Item:
    """The first item of an appendix with this one task."""
    values = {"id": "a", "area": "I", "text": "Niêm yết thủ tục", **task}
    return items_of(PLAN, Appendix(tasks=(Task(**values),)))[0]


def task_of(*states: TaskState) -> TaskState:
    one = item()
    return worst_state(Standing(one, state, None, None, 0) for state in states)


OPEN = [s for s in TaskState if s not in (TaskState.DONE, TaskState.DONE_LATE, TaskState.CANCELLED)]


@pytest.mark.parametrize("left", OPEN)
def test_a_task_is_never_done_while_a_part_of_it_is_not(left: TaskState) -> None:
    assert task_of(TaskState.DONE, left) not in (TaskState.DONE, TaskState.DONE_LATE)
    assert task_of(TaskState.DONE_LATE, left, TaskState.DONE) not in (TaskState.DONE, TaskState.DONE_LATE)


@pytest.mark.parametrize("left", [TaskState.LATE, TaskState.SOON])
def test_a_late_or_pressing_part_is_told_before_what_is_done(left: TaskState) -> None:
    assert task_of(TaskState.DONE, left) is left


def test_a_task_is_done_when_its_parts_are_done_or_given_up() -> None:
    assert task_of(TaskState.DONE, TaskState.CANCELLED) is TaskState.DONE
    assert task_of(TaskState.DONE, TaskState.DONE_LATE) is TaskState.DONE_LATE


def test_a_number_within_a_cell_is_not_the_number_of_the_row() -> None:
    assert item(no="3", parts=(Part(no="1", text="Duy trì chuyên mục"),)).number == "3"
    assert item(row="12", no="2.9", parts=(Part(no="3.10", text="Số hóa"),)).number == "12"
    assert item(no="2.9", parts=(Part(row="10", no="3.10", text="Số hóa"),)).number == "10"
    assert item(parts=(Part(no="3.10", text="Số hóa"),)).number == "3.10"


def test_a_misprint_keeps_its_words_while_days_are_counted_by_what_is_meant() -> None:
    one = item(deadline="tháng 01/2032", deadline_read_as="tháng 01/2023")
    assert (one.written.verbatim, one.read_as) == ("tháng 01/2032", "tháng 01/2023")
    assert one.deadline.latest == date(2023, 1, 31)
    assert one.written.latest == date(2032, 1, 31)


def test_a_blank_cell_below_a_misprint_is_read_as_the_misprint_is() -> None:
    above = Task(id="a", area="I", text="A", deadline="tháng 01/2032", deadline_read_as="tháng 01/2023")
    below = Task.model_validate({"id": "b", "area": "I", "text": "B", "inherited": ["deadline"]})
    read = items_of(PLAN, Appendix(tasks=(above, below)))[1]
    assert (read.written.verbatim, read.read_as) == ("tháng 01/2032", "tháng 01/2023")


def test_without_a_reading_a_deadline_is_read_as_it_stands() -> None:
    one = item(deadline="Quý I/2023")
    assert one.read_as == ""
    assert one.deadline is one.written

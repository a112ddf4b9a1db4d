"""Remembered functions give what they would give anew, and run only where something they read has changed."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.base.traces import Memory, Read, not_stored, note, remembered

RAN: list[tuple[Any, ...]] = []
"""Which functions ran, with their keys."""


class Sheet:
    """Cells by name; a test's source."""

    def __init__(self, memory: Memory, **cells: int) -> None:
        self.memory = memory
        self._cells = cells

    def cell(self, name: str) -> int:
        found = self._cells.get(name, 0)
        note(("cell", name), found)
        return found

    def now(self, read: Read) -> object:
        return self._cells.get(str(read[1]), 0)

    def part(self, name: str) -> Sheet:
        return self

    def name_of(self, part: object) -> str | None:
        return "" if part is self else None


@remembered
def is_large(sheet: Sheet, name: str) -> bool:
    RAN.append(("is_large", name))
    return sheet.cell(name) > 10


@remembered
def chosen(sheet: Sheet, first: str, second: str) -> int:
    RAN.append(("chosen", first, second))
    return sheet.cell(second) if is_large(sheet, first) else -1


@remembered
def each(sheet: Sheet, *names: str) -> Iterator[int]:
    RAN.append(("each", *names))
    yield from (sheet.cell(name) for name in names)


@pytest.fixture
def memory() -> Memory:
    RAN.clear()
    return Memory(lasting=True)


def test_what_is_asked_twice_runs_once(memory: Memory) -> None:
    sheet = Sheet(memory, a=11, b=2)
    assert [chosen(sheet, "a", "b"), chosen(sheet, "a", "b")] == [2, 2]
    assert RAN == [("chosen", "a", "b"), ("is_large", "a")]


def test_only_what_read_the_change_runs_again(memory: Memory) -> None:
    chosen(Sheet(memory, a=11, b=2, c=1), "a", "b")
    RAN.clear()
    assert chosen(Sheet(memory, a=11, b=2, c=7), "a", "b") == 2
    assert RAN == []
    assert chosen(Sheet(memory, a=11, b=3, c=7), "a", "b") == 3
    assert RAN == [("chosen", "a", "b")]


def test_a_change_that_makes_no_difference_stops_where_that_shows(memory: Memory) -> None:
    chosen(Sheet(memory, a=11, b=2), "a", "b")
    RAN.clear()
    assert chosen(Sheet(memory, a=12, b=2), "a", "b") == 2
    assert RAN == [("is_large", "a")]


def test_what_was_not_read_this_time_does_not_count(memory: Memory) -> None:
    chosen(Sheet(memory, a=1, b=2), "a", "b")
    RAN.clear()
    assert chosen(Sheet(memory, a=1, b=9), "a", "b") == -1
    assert RAN == []


def test_an_iterator_is_a_tuple_that_can_be_asked_for_again(memory: Memory) -> None:
    sheet = Sheet(memory, a=1)
    assert [each(sheet, "a", "b"), each(sheet, "a", "b")] == [(1, 0), (1, 0)]


def test_what_nobody_asked_for_is_dropped(memory: Memory) -> None:
    is_large(Sheet(memory, a=1), "a")
    memory.drop_unused()
    is_large(Sheet(memory, a=1), "b")
    memory.drop_unused()
    RAN.clear()
    sheet = Sheet(memory, a=1)
    assert [is_large(sheet, "a"), is_large(sheet, "b")] == [False, False]
    assert RAN == [("is_large", "a")]


def test_what_is_made_of_a_value_is_kept_while_that_stays_equal(memory: Memory) -> None:
    made: list[int] = []

    def make() -> int:
        made.append(len(made))
        return made[-1]

    assert [memory.latest("a", value, make) for value in ([1], [1], [2], [1])] == [0, 0, 1, 2]
    memory.drop_unused()
    assert memory.latest("a", [1], make) == 2
    memory.drop_unused()
    memory.drop_unused()
    assert memory.latest("a", [1], make) == 3


def test_a_source_of_another_day_in_the_midst_of_a_call_is_read_as_part_of_it(memory: Memory) -> None:
    @remembered
    def compared(sheet: Sheet) -> bool:
        RAN.append(("compared",))
        return is_large(Sheet(memory, a=sheet.cell("b")), "a")

    assert compared(Sheet(memory, b=11)) is True
    assert compared(Sheet(memory, b=1)) is False


def test_without_lasting_a_result_ends_with_its_source() -> None:
    RAN.clear()
    memory = Memory()
    sheet = Sheet(memory, a=1)
    assert [is_large(sheet, "a"), is_large(sheet, "a")] == [False, False]
    assert is_large(Sheet(memory, a=11), "a") is True
    assert len(RAN) == 2


def test_who_fails_is_asked_again(memory: Memory) -> None:
    @remembered
    def quotient(sheet: Sheet) -> float:
        return 1 / sheet.cell("a")

    @remembered
    def guarded(sheet: Sheet) -> float:
        return quotient(sheet) if sheet.cell("b") else 0.0

    with pytest.raises(ZeroDivisionError):
        quotient(Sheet(memory))
    assert guarded(Sheet(memory, a=2, b=1)) == 0.5
    with pytest.raises(ZeroDivisionError):
        guarded(Sheet(memory, b=1))
    assert guarded(Sheet(memory)) == 0.0
    assert guarded(Sheet(memory, a=4, b=1)) == 0.25


cells = st.dictionaries(st.sampled_from("abcd"), st.integers(8, 13))


@given(st.lists(st.tuples(cells, st.lists(st.permutations("abcd"), max_size=4)), max_size=6))
def test_after_any_changes_everything_is_as_if_asked_anew(days: list[tuple[dict[str, int], list[list[str]]]]) -> None:
    memory = Memory(lasting=True)
    for values, asked in days:
        for names in asked:
            kept, fresh = Sheet(memory, **values), Sheet(Memory(lasting=True), **values)
            for sheet in (kept, fresh):
                sheet.memory.drop_unused()
            assert chosen(kept, *names[:2]) == chosen(fresh, *names[:2])
            assert each(kept, *names) == each(fresh, *names)


@remembered
@not_stored
def adder(sheet: Sheet, name: str) -> Callable[[int], int]:
    RAN.append(("adder", name))
    return lambda more: sheet.cell(name) + more


@remembered
def added(sheet: Sheet, name: str) -> int:
    RAN.append(("added", name))
    return adder(sheet, name)(1)


def again(memory: Memory) -> Memory:
    """The memory as the next process has it."""
    RAN.clear()
    back: Memory = pickle.loads(pickle.dumps(memory))
    return back


def test_the_next_process_knows_what_this_one_did(memory: Memory) -> None:
    assert chosen(Sheet(memory, a=11, b=5), "a", "b") == 5
    assert memory.changed
    memory = again(memory)
    assert not memory.changed
    assert chosen(Sheet(memory, a=12, b=5), "a", "b") == 5
    assert RAN == [("is_large", "a")]
    assert memory.changed


def test_what_holds_functions_is_worked_out_anew_in_the_next_process_and_what_was_made_of_it(memory: Memory) -> None:
    sheet = Sheet(memory, a=1)
    assert (added(sheet, "a"), is_large(sheet, "a")) == (2, False)
    memory = again(memory)
    assert (added(Sheet(memory, a=1), "a"), is_large(Sheet(memory, a=1), "a")) == (2, False)
    assert RAN == [("added", "a"), ("adder", "a")]


def test_what_was_made_of_values_is_known_in_the_next_process_unless_they_hold_functions(memory: Memory) -> None:
    made: list[str] = []

    def make() -> str:
        made.append("again")
        return "made"

    for kept in (memory, again(memory)):
        kept.latest("plain", (1, 2), make)
    memory.latest("functions", (make,), make, stored=False)
    memory = again(memory)
    made.clear()
    assert memory.latest("plain", (1, 2), make) == memory.latest("functions", (make,), make, stored=False) == "made"
    assert made == ["again"]

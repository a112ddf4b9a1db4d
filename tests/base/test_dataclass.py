"""The quick `dataclass` is the standard library's to everybody who uses one."""

from __future__ import annotations

import dataclasses
import pickle
from functools import cached_property
from typing import Any

import pytest

from site_gen.base import dataclass as quick

Make = Any


@quick.dataclass(frozen=True, slots=True)
class Slotted:
    name: str
    size: int = 1


@quick.dataclass(frozen=True)
class Wide:
    name: str
    note: str = dataclasses.field(default="", compare=False)

    @cached_property
    def long(self) -> int:
        return len(self.name)


@quick.dataclass(frozen=True)
class Wider(Wide):
    more: tuple[int, ...] = ()


@quick.dataclass(frozen=True)
class Empty:
    pass


@quick.dataclass(frozen=True)
class Own:
    name: str

    def __repr__(self) -> str:
        return "own"

    def __eq__(self, other: object) -> bool:
        return True


def standard(made: type) -> type:
    """The same class as the standard library makes it."""
    written = {name: made.__dict__[name] for name in ("__annotations__", "__doc__", "long") if name in made.__dict__}
    defaults = {f.name: f for f in dataclasses.fields(made) if f.default is not dataclasses.MISSING}
    values = {name: dataclasses.field(default=f.default, compare=f.compare) for name, f in defaults.items()}
    return dataclasses.dataclass(frozen=True)(type(made.__name__, (), {**written, **values}))


CASES = [
    (Slotted, ("a",), ("a", 1), ("a", 2)),
    (Wide, ("a", "x"), ("a", "y"), ("b", "x")),
    (Empty, (), (), ()),
]


@pytest.mark.parametrize(("made", "one", "same", "other"), CASES)
def test_values_are_equal_and_hashed_as_the_standard_library_does(
    made: Make, one: tuple[Any, ...], same: tuple[Any, ...], other: tuple[Any, ...]
) -> None:
    plain: Make = standard(made)
    for pair in ((one, same), (one, other)):
        here, there = (made(*args) for args in pair)
        assert (here == there) == (plain(*pair[0]) == plain(*pair[1]))
        assert (hash(here) == hash(there)) == (here == there)
    assert made(*one) != plain(*one)


def test_what_was_worked_out_meanwhile_does_not_make_another_value() -> None:
    looked = Wide("abc")
    assert looked.long == 3
    assert looked == Wide("abc")
    assert hash(looked) == hash(Wide("abc"))


def test_a_class_with_more_fields_compares_them_all() -> None:
    assert Wider("a", more=(1,)) == Wider("a", "other note", more=(1,))
    assert Wider("a", more=(1,)) != Wider("a", more=(2,))
    assert Wider("a") != Wide("a")


def test_it_shows_its_fields() -> None:
    assert repr(Slotted("a")) == "Slotted(name='a', size=1)"
    assert repr(Wider("a")) == "Wider(name='a', note='', more=())"
    assert repr(Empty()) == "Empty()"


def test_methods_that_a_class_writes_itself_stay() -> None:
    assert repr(Own("a")) == "own"
    assert Own("a") == Own("b")


def test_two_that_hold_what_cannot_be_hashed_cannot_either() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(Wide([]))  # type: ignore[arg-type]  # what no type checker lets through


def test_the_tools_of_the_standard_library_work_on_it() -> None:
    assert dataclasses.replace(Slotted("a"), size=3) == Slotted("a", 3)
    assert dataclasses.asdict(Wider("a")) == {"name": "a", "note": "", "more": ()}
    assert pickle.loads(pickle.dumps(Slotted("a", 4))) == Slotted("a", 4)
    assert not hasattr(Slotted("a"), "__dict__")


def test_identity_where_that_is_asked_for() -> None:
    @quick.dataclass(frozen=True, eq=False)
    class One:
        name: str

    assert One("a") != One("a")
    assert len({One("a"), One("a")}) == 2


def test_one_that_may_change_and_one_that_is_ordered_are_the_standard_librarys() -> None:
    @quick.dataclass
    class Open:
        name: str

    @quick.dataclass(frozen=True, order=True)
    class Ranked:
        rank: int

    changed = Open("a")
    changed.name = "b"
    assert changed == Open("b")
    assert sorted([Ranked(2), Ranked(1)]) == [Ranked(1), Ranked(2)]

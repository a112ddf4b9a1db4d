"""Work remembered by what it read: a function is called again only when something that it read has changed.

While a remembered function runs, every read of an input is noted, and every other remembered function that it calls. That
is its trace. Asked for the same again, its result is good while each read would give today what it gave then, and each
function it called would return what it returned: a change that makes no difference stops there. (Builds with verifying
traces: A. Mokhov, N. Mitchell, S. Peyton Jones, “Build systems à la carte”, 2018; so do Salsa and the tools built on it.)

An input is read through a `Source`, which notes it; whatever else a remembered function looks at must not change in the
life of a process. Its arguments are compared as keys; its result is never changed by anybody.

A memory can be pickled, for the next process with the same program: functions go by their names.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import wraps
from importlib import import_module
from operator import attrgetter
from time import perf_counter
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from site_gen.base.dataclass import dataclass

P = ParamSpec("P")
S = TypeVar("S", bound="Source")
T = TypeVar("T")

Read = tuple[Hashable, ...]
"""Which input: its name, and what of it."""


@dataclass(frozen=True, slots=True, eq=False)
class _Function:
    """A remembered function; there is one object of each. `stored` is whether its results can be pickled."""

    run: Callable[..., Any]
    stored: bool

    def __reduce__(self) -> tuple[Callable[[str, str], _Function], tuple[str, str]]:
        return _function_of, (self.run.__module__, self.run.__qualname__)


def _function_of(module: str, name: str) -> _Function:
    found: _Function = attrgetter(name)(import_module(module)).function
    return found


_Call = tuple[_Function, str, tuple[Hashable, ...]]
"""A function, the part of the source that it is given (its name; empty for all of it), and its other arguments."""


class Source(Protocol):
    """What gives inputs to remembered functions, and holds what is remembered of it."""

    @property
    def memory(self) -> Memory:
        """Results of functions of this source, and of those that came before it."""

    def now(self, read: Read) -> object:
        """What an input is now."""

    def part(self, name: str) -> Source:
        """The part of it that has a name; itself where the name is empty."""

    def name_of(self, part: object) -> str | None:
        """The name of a part of it; None for what is no part of it."""


@dataclass(slots=True)
class _Trace:
    """What a call read and called, each with what it got, and its result; `checked` is when that was last found good."""

    reads: dict[Read, object]
    calls: dict[_Call, object]
    result: Any
    checked: int


@dataclass(slots=True)
class _Latest:
    """What was made of a value, whether it can be pickled, and when it was last asked for."""

    value: object
    made: Any
    stored: bool
    asked: int


_open: list[_Trace] = []
"""The remembered calls that are running, the innermost last."""


def note(read: Read, value: object) -> None:
    """Tells the running call that it read an input. A source calls this for everything it gives out."""
    if _open:
        _open[-1].reads[read] = value


class Memory:
    """The results of remembered functions over one source after another, such as a site's content from save to save.

    Args:
        lasting: Whether results outlive their source. Where they need not, nothing is traced: a result is good for as long
            as the source, or the part of it that the function is given, is the same object.

    Attributes:
        source: What inputs are read from now.
        changed: Whether something that can be kept was made since it was begun or unpickled.
        spent: The seconds that went into what was made since then.
    """

    def __init__(self, lasting: bool = False) -> None:
        self.lasting = lasting
        self._traces: dict[_Call, _Trace] = {}
        self.source: Source | None = None
        self._latest: dict[Hashable, _Latest] = {}
        self._looked: dict[Read, object] = {}
        self._makes = False
        self._moment, self._dropped = 1, 0
        self.changed, self.spent = False, 0.0

    def __getstate__(self) -> dict[str, Any]:
        """All but the source, what nobody asked for lately, and what cannot be pickled or was made of something that cannot."""
        traces = {call: trace for call, trace in self._traces.items() if trace.checked > self._dropped}
        stays: dict[_Call, bool] = {}

        def stored(call: _Call) -> bool:
            if call not in stays:
                stays[call] = call[0].stored and call in traces and all(map(stored, traces[call].calls))
            return stays[call]

        return {
            "lasting": self.lasting,
            "source": None,
            "_looked": {},
            "_makes": False,
            "_traces": {call: trace for call, trace in traces.items() if stored(call)},
            "_latest": {
                name: kept for name, kept in self._latest.items() if kept.stored and kept.asked > self._dropped
            },
            "_moment": self._moment,
            "_dropped": self._dropped,
            "changed": False,
            "spent": 0.0,
        }

    def drop_unused(self) -> None:
        """Drops the results for which nobody has asked since this was last done."""
        self._traces = {call: trace for call, trace in self._traces.items() if trace.checked > self._dropped}
        self._latest = {name: kept for name, kept in self._latest.items() if kept.asked > self._dropped}
        self._dropped = self._moment
        self._moment += 1

    def latest(self, name: Hashable, value: object, make: Callable[[], T], stored: bool = True) -> T:
        """What is made of a value, kept under a name while the value stays equal: for what is no function of a source.

        Where `value` holds functions no file can keep it: then `stored` is false.
        """
        kept = self._latest.get(name)
        if kept is None or (kept.value is not value and kept.value != value):
            with self._clocked():
                kept = self._latest[name] = _Latest(value, make(), stored, 0)
            self.changed |= stored
        kept.asked = self._moment
        made: T = kept.made
        return made

    def call(self, function: _Function, source: Source, args: tuple[Hashable, ...]) -> Any:
        """The result of a function of the source and of keys, remembered or made now."""
        name = self.source.name_of(source) if self.source is not None else None
        if name is None:
            if _open:  # of another day, in the midst of a call: what it reads is part of that call
                return _value(function.run(source, *args))
            self._begin(source)
            name = ""
        call = (function, name, args)
        result = self._result(call)
        if _open:
            _open[-1].calls[call] = result
        return result

    @contextmanager
    def _clocked(self) -> Iterator[None]:
        """Counts the time of what is made within it; what that calls is part of it."""
        if self._makes:
            yield
            return
        self._makes, begun = True, perf_counter()
        try:
            yield
        finally:
            self._makes = False
            self.spent += perf_counter() - begun

    def _begin(self, source: Source) -> None:
        before, self.source = self.source, source
        self._looked = {}
        self._moment += 1
        if not self.lasting:
            same = {
                name for _, name, _ in self._traces if before is not None and before.part(name) is source.part(name)
            }
            self._traces = {call: trace for call, trace in self._traces.items() if call[1] in same}

    def _result(self, call: _Call) -> Any:
        trace = self._traces.get(call)
        if trace is not None and (trace.checked == self._moment or not self.lasting or self._good(trace)):
            trace.checked = self._moment
            return trace.result
        with self._clocked():
            new = self._made(call)
        if trace is not None and trace.result == new.result:
            new.result = trace.result  # who compares it later need not look inside
        self._traces[call] = new
        self.changed |= call[0].stored
        return new.result

    def _good(self, trace: _Trace) -> bool:
        """Whether everything that was read and called gives what it gave."""
        _open.append(_Trace({}, {}, None, 0))  # to look is not to read
        try:
            for read, value in trace.reads.items():
                now = self._now(read)
                if now is not value:
                    if now != value:
                        return False
                    self._looked[read] = value  # the next who read it need not look inside
            for call, value in trace.calls.items():
                if self._result(call) is not value:  # one that is made anew and equal is the old one
                    return False
        except Exception:
            # What was asked then may make no sense of other content. Who asks anew hears what is wrong.
            return False
        finally:
            _open.pop()
        return True

    def _now(self, read: Read) -> object:
        """What an input is; asked once of each source."""
        if read not in self._looked:
            assert self.source is not None
            self._looked[read] = self.source.now(read)
        return self._looked[read]

    def _made(self, call: _Call) -> _Trace:
        function, part, args = call
        trace = _Trace({}, {}, None, self._moment)
        assert self.source is not None
        if not self.lasting:
            trace.result = _value(function.run(self.source.part(part), *args))
            return trace
        _open.append(trace)
        try:
            trace.result = _value(function.run(self.source.part(part), *args))
        finally:
            _open.pop()
        return trace


def _value(result: Any) -> Any:
    """A result that can be given out twice."""
    return tuple(result) if isinstance(result, Iterator) else result


def remembered(function: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
    """A function of a source and of keys whose result is remembered there; an iterator becomes a tuple."""

    known = _Function(function, getattr(function, "stored", True))

    @wraps(function)
    def asked(source: S, /, *args: P.args, **kwargs: P.kwargs) -> T:
        assert not kwargs, "keys are given by place"
        result: T = source.memory.call(known, source, args)
        return result

    asked.__dict__["function"] = known
    return asked


def not_stored(function: Callable[P, T]) -> Callable[P, T]:
    """Says of a function that is to be remembered that its results hold functions, which no file can keep."""
    function.__dict__["stored"] = False
    return function

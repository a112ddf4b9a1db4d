"""One function over many items, on as many processes as pay. What comes out does not depend on how many."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")
R = TypeVar("R")

MOST = 250
"""So many items at most are one piece of work for a worker."""
AHEAD = 4
"""So many pieces for each worker may be done before anybody asks for them: the first may take longest."""
FORKS = sys.platform == "linux"
"""Whether a worker begins with all that its parent knows; elsewhere function and items are sent to it."""


def spread(function: Callable[[T], R], items: Sequence[T], workers: int, few: int) -> Generator[R, None, None]:
    """The function's result for each item, in their order.

    Args:
        function: What is to be done with an item. Its results are sent between processes; it raises nothing.
        items: What it is done with.
        workers: At most so many processes.
        few: Below so many items for each worker, starting it costs more than it saves; one process is this one.
    """
    workers = min(workers, len(items) // few or 1)
    if workers < 2:
        yield from map(function, items)
        return
    import multiprocessing  # only now: most runs need no workers
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    context = multiprocessing.get_context("fork" if FORKS else "spawn")
    step = min(max(few // 4, len(items) // (workers * 8), 1), MOST)
    starts = iter(range(0, len(items), step))
    pool = ProcessPoolExecutor(workers, context, _begin, (function, items))
    ahead: deque[Future[list[R]]] = deque()
    done = 0

    def submit(many: int) -> None:
        ahead.extend(pool.submit(_run, start, start + step) for start in islice(starts, many))

    try:
        gc.freeze()  # a worker's collector would touch, and so copy, all that was there before it
        with _uninterrupted():
            submit(workers * AHEAD)  # starts the workers
        gc.unfreeze()
        while ahead:
            batch = ahead.popleft().result()
            submit(1)  # results that nobody has taken yet are few
            yield from batch
            done += len(batch)
    except BrokenProcessPool:  # a worker was ended from outside, for want of memory perhaps; alone we need less
        yield from map(function, items[done:])
    finally:  # also where the caller has had enough: what nobody waits for is not done
        pool.shutdown(cancel_futures=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Keeps the interrupt key waiting: while a process forks, Python would swallow it."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows does not fork
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_work: tuple[Callable[[Any], Any], Sequence[Any]] = (repr, ())


def _begin(function: Callable[[Any], Any], items: Sequence[Any]) -> None:
    global _work  # a worker's own copy, set once when it starts
    _work = function, items
    gc.enable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the interrupt key is the parent's to answer, once
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Ends this worker when its parent is gone, however it went.

    A worker that lived on would wait for work for ever, and hold the locks that it was forked with.
    """
    import multiprocessing
    from multiprocessing.connection import wait

    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _run(start: int, end: int) -> list[Any]:
    function, items = _work
    return [function(item) for item in items[start:end]]

import multiprocessing
import os

import pytest

from site_gen.base.workers import spread

FEW = 40


def square(number: int) -> int:
    return number * number


def who(number: int) -> int:
    return os.getpid()


PARENT = os.getpid()


def dying(number: int) -> int:
    if number == FEW and os.getpid() != PARENT:
        os._exit(1)
    return number


@pytest.mark.parametrize("workers", [1, 2, 3, 64])
@pytest.mark.parametrize("many", [0, 1, 2 * FEW + 7, 40 * FEW])
def test_results_come_in_order_whoever_makes_them(workers: int, many: int) -> None:
    assert list(spread(square, range(many), workers, FEW)) == [n * n for n in range(many)]


def test_much_is_done_by_workers_and_little_by_ourselves() -> None:
    assert set(spread(who, range(2 * FEW - 1), 2, FEW)) == {os.getpid()}
    makers = set(spread(who, range(2 * FEW), 2, FEW))
    assert os.getpid() not in makers
    assert 1 <= len(makers) <= 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only a forked worker knows who its parent was when this was read")
def test_the_work_of_a_worker_that_died_is_done_by_ourselves() -> None:
    assert list(spread(dying, range(3 * FEW), 2, FEW)) == list(range(3 * FEW))


def test_who_stops_asking_leaves_no_worker_behind() -> None:
    results = spread(square, range(20 * FEW), 2, FEW)
    next(results)
    assert len(multiprocessing.active_children()) == 2
    results.close()
    assert multiprocessing.active_children() == []

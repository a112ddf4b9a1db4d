"""Results are kept line by line, and only runs that ended count."""

from __future__ import annotations

from pathlib import Path

import pytest
from records import Kept, filesystem


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """Two runs of one size, and a third that was broken off."""
    kept = Kept(tmp_path / "work" / "results.jsonl")
    for id, cpu in (("a", 3.0), ("b", 2.0), ("c", 1.0)):
        kept.add(
            run=id, kind="begin", site="1000", rounds=1, begun=f"2026-11-21 {id}", machine={}, versions={"hugo": "1"}
        )
        kept.add(run=id, kind="cost", round=1, generator="hugo", scenario="cold", cpu=cpu, wall=1.0, peak=0.0)
        if id != "c":
            kept.add(run=id, kind="end")
    return kept


def test_a_run_that_was_broken_off_does_not_count(kept: Kept) -> None:
    assert [run.id for run in kept.runs()] == ["a", "b"]


def test_the_newest_run_of_a_size_stands_for_it(kept: Kept) -> None:
    newest = kept.newest()
    assert list(newest) == ["1000"]
    assert [cost["cpu"] for cost in newest["1000"].costs] == [2.0]


def test_a_run_of_fewer_scenarios_hides_no_full_one(kept: Kept) -> None:
    kept.add(run="d", kind="begin", site="1000", rounds=1, begun="2026-11-22", machine={}, versions={})
    for scenario in ("cold", "entry"):
        kept.add(run="d", kind="cost", round=1, generator="hugo", scenario=scenario, cpu=9.0, wall=1.0, peak=0.0)
    kept.add(run="d", kind="end")
    kept.add(run="e", kind="begin", site="1000", rounds=1, begun="2026-11-23", machine={}, versions={})
    kept.add(run="e", kind="cost", round=1, generator="hugo", scenario="cold", cpu=8.0, wall=1.0, peak=0.0)
    kept.add(run="e", kind="end")
    assert kept.newest()["1000"].id == "d"


def test_without_a_file_there_are_no_runs(tmp_path: Path) -> None:
    assert Kept(tmp_path / "none.jsonl").runs() == []


def test_the_file_system_of_a_folder_is_that_of_the_nearest_mount() -> None:
    assert filesystem(Path("/proc/self")) == "proc"

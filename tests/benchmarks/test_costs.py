"""What a command costs is the cost of all its processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import measure

BUSY = "import time\nwhile time.process_time() < 0.3: pass\n"
HOLDING = "import time\nheld = bytearray(b'x' * 50_000_000)\n"


def with_child(program: str, after: str = "") -> list[str]:
    """A program that runs beside itself in a child, and waits for it."""
    whole = f"import subprocess, sys\nchild = subprocess.Popen([sys.executable, '-c', {program + after!r}])\n"
    return [sys.executable, "-c", f"{whole}{program}{after}child.wait()\n"]


def test_processor_time_of_a_child_is_counted(tmp_path: Path) -> None:
    cost = measure.run(with_child(BUSY), tmp_path, tmp_path / "log")
    assert cost.cpu >= 0.6
    assert cost.wall >= 0.3
    assert (cost.code, cost.peak) == (0, 0)


def test_memory_of_parent_and_child_is_added_up(tmp_path: Path) -> None:
    cost = measure.run(with_child(HOLDING, "time.sleep(1.5)\n"), tmp_path, tmp_path / "log", memory=True)
    assert 100 <= cost.peak < 200


def test_a_failure_keeps_its_code_and_its_last_words(tmp_path: Path) -> None:
    cost = measure.run([sys.executable, "-c", "import sys; sys.exit('no')"], tmp_path, tmp_path / "log")
    assert (cost.code, cost.said) == (1, "no\n")


def test_the_time_of_a_running_process_grows() -> None:
    before = measure.cpu_so_far(os.getpid())
    while measure.cpu_so_far(os.getpid()) < before + 0.05:
        sum(range(100_000))
    assert measure.cpu_so_far(os.getpid()) > before


def test_the_work_of_a_child_that_still_runs_is_counted() -> None:
    """A preview builds in a process that lives on."""
    busy = "while True: pass"
    parent = f"import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', {busy!r}]); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", parent], start_new_session=True) as process:
        try:
            before = measure.cpu_so_far(process.pid)
            end = time.monotonic() + 20
            while measure.cpu_so_far(process.pid) < before + 0.3:
                assert time.monotonic() < end, "nothing was counted"
                time.sleep(0.05)
        finally:
            os.killpg(process.pid, signal.SIGKILL)

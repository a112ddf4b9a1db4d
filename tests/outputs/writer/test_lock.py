from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import site_gen
from site_gen.base.messages import Message
from site_gen.outputs.writer.lock import build_lock
from site_gen.outputs.writer.refused import OutputBusy, OutputRefused

ROOT = Path(site_gen.__file__).parents[1]
HOLDER = """
import sys, time
from pathlib import Path
from site_gen.outputs.writer.lock import build_lock
with build_lock(Path(sys.argv[1]), 0):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def start_holder(state: Path, seconds: float) -> subprocess.Popen[bytes]:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(state), str(seconds)], stdout=subprocess.PIPE, cwd=ROOT
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    return holder


def end(holder: subprocess.Popen[bytes]) -> None:
    holder.kill()
    holder.communicate()


def test_the_lock_file_names_its_holder_and_may_be_taken_again(tmp_path: Path) -> None:
    for _ in range(2):
        with build_lock(tmp_path / "state", 0):
            assert (tmp_path / "state" / "build.lock").read_text() == f"{os.getpid()}\n"


def test_a_taken_lock_is_refused_at_once_when_one_does_not_wait(tmp_path: Path) -> None:
    holder = start_holder(tmp_path, 30)
    heard: list[Message] = []
    try:
        with pytest.raises(OutputBusy) as refused, build_lock(tmp_path, 0, heard.append):
            pass
    finally:
        end(holder)
    assert str(holder.pid) in str(refused.value.message)
    assert heard == []


def test_who_waits_is_told_once_and_gets_the_lock_when_the_other_is_done(tmp_path: Path) -> None:
    holder = start_holder(tmp_path, 0.4)
    heard: list[Message] = []
    with build_lock(tmp_path, 20, heard.append):
        assert [str(message) for message in heard] == [
            f"Another build is running (process {holder.pid}); waiting for it."
        ]
    end(holder)


def test_waiting_ends_after_the_time_given(tmp_path: Path) -> None:
    holder = start_holder(tmp_path, 30)
    start = time.monotonic()
    try:
        with pytest.raises(OutputBusy), build_lock(tmp_path, 0.2):
            pass
    finally:
        end(holder)
    assert 0.2 <= time.monotonic() - start < 5


def test_a_killed_holder_leaves_no_lock_behind(tmp_path: Path) -> None:
    end(start_holder(tmp_path, 30))
    with build_lock(tmp_path, 0):
        pass


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_worker_that_lives_on_does_not_keep_the_lock(tmp_path: Path) -> None:
    with build_lock(tmp_path, 0):
        worker = os.fork()
        if worker == 0:
            time.sleep(30)
            os._exit(0)
    try:
        with build_lock(tmp_path, 0):
            pass
    finally:
        os.kill(worker, signal.SIGKILL)
        os.waitpid(worker, 0)


def test_an_error_inside_gives_the_lock_back(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), build_lock(tmp_path, 0):
        raise ZeroDivisionError
    with build_lock(tmp_path, 0):
        pass


def test_a_lock_that_cannot_be_made_is_refused_kindly(tmp_path: Path) -> None:
    (tmp_path / "state").write_bytes(b"a file")
    with pytest.raises(OutputRefused, match="could not be written"), build_lock(tmp_path / "state", 0):
        pass

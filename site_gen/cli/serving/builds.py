"""Builds of the preview, in a process of their own, so that the preview is what a build makes, and nothing hangs.

The process lives on between builds and keeps what it knows (`lasting.py`); when it ends, the next build starts another.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from threading import Lock
from typing import Any

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import say
from site_gen.base.os_error import reason
from site_gen.cli.language import language
from site_gen.cli.serving.lasting import INTERRUPTED


@dataclass(frozen=True, slots=True)
class Result:
    """What one build said.

    Attributes:
        code: Its exit code; 0 is a preview that shows the content as it is.
        items: The findings, as the JSON report has them.
        counts: How many findings of each severity.
        trouble: What the build said where it could not even report.
        seconds: How long it took.
    """

    code: int
    items: tuple[dict[str, Any], ...] = ()
    counts: dict[str, int] | None = None
    trouble: str = ""
    seconds: float = 0.0

    @property
    def built(self) -> bool:
        """Whether the preview now shows the content as it is."""
        return self.code == 0


class Builder:
    """Runs builds one after the other; `stop` ends the one that runs, and no other is begun."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self.command = [sys.executable, "-m", "site_gen.cli.serving.lasting", *arguments, "--format", "json"]
        self._process: subprocess.Popen[str] | None = None
        self._ended = False
        self._begins, self._asks = Lock(), Lock()

    def build(self) -> Result:
        """Build now and wait for the end."""
        started = time.perf_counter()
        with self._asks:
            try:
                with self._begins:
                    if self._ended:
                        return Result(INTERRUPTED)
                    if self._process is not None and self._process.poll() is not None:
                        self._close()
                    process = self._process = self._process or self._start()
                code, said, aside = _ask(process)
            except OSError as error:  # no memory, no processes left
                return Result(3, trouble=say(reason(error), language()))
            if code == INTERRUPTED or process.poll() is not None:
                self._close()
        return read_result(code, said, aside, time.perf_counter() - started)

    def _start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,  # Ctrl-C at the terminal is meant for the server, which passes it on
        )

    def restart(self) -> None:
        """Let the next build begin in a new process: sitegen itself has changed."""
        with self._asks:
            if self._process is not None:
                self._process.kill()
                self._close()

    def stop(self) -> None:
        """Interrupt the running build, which leaves its output whole, and wait for its end."""
        with self._begins:
            self._ended = True
            process = self._process
        if process is None:
            return
        if sys.platform == "win32":
            process.terminate()
        else:
            process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
        with self._asks:
            self._close()

    def _close(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            with (
                suppress(OSError),
                process,
            ):  # leaving it closes its pipes, and waits; what was still to be sent is lost
                pass


def _ask(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """One build of the process: its exit code, and what it said on stdout and stderr."""
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        process.stdin.write("\n")
        process.stdin.flush()
        answer = process.stdout.readline()
    except BrokenPipeError:
        answer = ""
    if answer:
        code, said, aside = json.loads(answer)
        return code, said, aside
    aside = process.stderr.read()  # it was ended from outside, or could not begin
    return process.wait() or 3, "", aside


def read_result(code: int, said: str, aside: str, seconds: float) -> Result:
    """The result of a build that ended with `code`, `said` this on stdout and that on stderr."""
    trouble = aside.strip() if code not in (0, 1) else ""
    try:
        report = json.loads(said)
        return Result(code, tuple(report["items"]), report["counts"], trouble, seconds)
    except (ValueError, TypeError, KeyError):
        return Result(code or 3, trouble=trouble or aside.strip() or said.strip(), seconds=seconds)

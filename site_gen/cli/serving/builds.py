"""Builds of the preview: `sitegen build` in a process of its own, so that the preview is what a build makes, and nothing hangs."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

from site_gen.base.messages import say
from site_gen.base.os_error import reason
from site_gen.cli.language import language

INTERRUPTED = 130
"""The exit code of a build that Ctrl-C ended."""


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
        self.command = [sys.executable, "-m", "site_gen", "build", *arguments, "--format", "json"]
        self._running: subprocess.Popen[str] | None = None
        self._ended = False
        self._begins = Lock()

    def build(self) -> Result:
        """Build now and wait for the end."""
        started = time.perf_counter()
        try:
            with self._begins:
                if self._ended:
                    return Result(INTERRUPTED)
                running = self._running = subprocess.Popen(
                    self.command,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    encoding="utf-8",
                    errors="replace",
                    start_new_session=True,  # Ctrl-C at the terminal is meant for the server, which passes it on
                )
            said, aside = running.communicate()
        except OSError as error:  # no memory, no processes left
            return Result(3, trouble=say(reason(error), language()))
        return read_result(running.returncode, said, aside, time.perf_counter() - started)

    def stop(self) -> None:
        """Interrupt the running build, which leaves its output whole, and wait for its end."""
        with self._begins:
            self._ended = True
            process = self._running
        if process is None or process.poll() is not None:
            return
        if sys.platform == "win32":
            process.terminate()
        else:
            process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def read_result(code: int, said: str, aside: str, seconds: float) -> Result:
    """The result of a build that ended with `code`, `said` this on stdout and that on stderr."""
    trouble = aside.strip() if code not in (0, 1) else ""
    try:
        report = json.loads(said)
        return Result(code, tuple(report["items"]), report["counts"], trouble, seconds)
    except (ValueError, TypeError, KeyError):
        return Result(code or 3, trouble=trouble or aside.strip() or said.strip(), seconds=seconds)

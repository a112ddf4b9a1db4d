"""A running `sitegen serve`, as the tests of its answers and the tests in a browser need it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from http.client import HTTPResponse
from pathlib import Path
from threading import Thread
from types import TracebackType

TESTS = Path(__file__).parent
BASE_SITE = TESTS / "kinds" / "base_site"
THEME = TESTS.parent / "themes" / "default"
BUILD = re.compile(r"\d\d:\d\d:\d\d ")
PATIENCE = 30.0
"""Seconds after which something that was waited for is taken not to come."""


def until(met: Callable[[], bool], what: str) -> None:
    """Waits until `met`; fails, saying `what` did not come."""
    deadline = time.monotonic() + PATIENCE
    while not met():
        assert time.monotonic() < deadline, what
        time.sleep(0.02)


def lay_out(home: Path) -> Path:
    """A copy of the base site in `content`, and of the theme in `theme`; gives the former."""
    shutil.copytree(THEME, home / "theme")
    return Path(shutil.copytree(BASE_SITE, home / "content"))


class Served:
    """`sitegen serve` in the folder `home`, where `lay_out` was before."""

    def __init__(self, home: Path, *words: str, port: int = 0, **env: str) -> None:
        self.home, self.content, self.theme = home, home / "content", home / "theme"
        self.lines: list[str] = []
        command = [sys.executable, "-m", "site_gen", "serve", "--theme", "theme", "--port", str(port), *words]
        self.process = subprocess.Popen(
            command,
            cwd=home,
            env=os.environ | {"SITEGEN_LANG": "en", "SOURCE_DATE_EPOCH": "1795237200", "PYTHONDEVMODE": ""} | env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()
        try:
            until(lambda: bool(self._announced) or self.process.poll() is not None, "the address was not printed")
            assert self._announced, self.lines
        except AssertionError:
            self.end(signal.SIGTERM)
            raise
        self.address = self._announced[0]
        self.port = int(self.address.rstrip("/").rpartition(":")[2])

    def __enter__(self) -> Served:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))

    @property
    def _announced(self) -> list[str]:
        return [hit[1] for line in self.lines if (hit := re.match(r"Preview: (http\S+)", line))]

    @property
    def builds(self) -> list[str]:
        """The lines that tell of builds, without their time."""
        return [line[9:] for line in self.lines if BUILD.match(line)]

    @property
    def root(self) -> Path:
        """The folder that is served."""
        return next((self.home / ".sitegen" / "preview").glob("*/site"))

    def end(self, how: signal.Signals = signal.SIGINT) -> int:
        """Ends the server as Ctrl-C does; gives its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        code = self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code

    def ask(self, target: str, host: str | None = None, *headers: str, method: str = "GET") -> tuple[int, str, str]:
        """Status, headers in lower case, and text of the answer to a request sent as it is written here."""
        own = f"127.0.0.1:{self.port}" if host is None else host
        lines = [f"{method} {target} HTTP/1.1", *([f"Host: {own}"] if own else []), *headers]
        with socket.create_connection(("127.0.0.1", self.port), PATIENCE) as line:
            line.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
            with HTTPResponse(line, method=method) as answer:
                answer.begin()
                told = "".join(f"{name}: {value}\r\n" for name, value in answer.getheaders()).lower()
                return answer.status, told, answer.read().decode("utf-8", "replace")

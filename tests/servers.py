"""A site given away by real web servers on a port of this machine, for as long as a test needs."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

import pytest


class Answer(NamedTuple):
    """What a server said."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Server(NamedTuple):
    """A running server."""

    port: int

    def get(self, path: str, **headers: str) -> Answer:
        """Asks for a path; nothing is followed."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", path, headers={k.replace("_", "-"): v for k, v in headers.items()})
            answer = connection.getresponse()
            said = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, said, answer.read())
        finally:
            connection.close()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def program(name: str, *, needed: bool) -> str:
    """Path of a server's program. Where it is `needed`, CI fails without it; else the test is skipped."""
    path = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
    if path is None:
        message = f"{name} is not installed"
        if needed and os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)  # only CI must have the servers that are needed
    return path


@contextmanager
def running(words: list[str], port: int, cwd: Path, env: Mapping[str, str] | None = None) -> Iterator[Server]:
    """A server's process, from its first answer to its end."""
    log = cwd / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(words, cwd=cwd, stdout=output, stderr=output, env={**os.environ, **(env or {})})
    try:
        for _ in range(200):
            if process.poll() is not None:
                break
            with socket.socket() as asked:
                if asked.connect_ex(("127.0.0.1", port)) == 0:
                    yield Server(port)
                    return
            time.sleep(0.05)
        raise AssertionError(log.read_text(encoding="utf-8", errors="replace"))
    finally:
        process.terminate()
        process.wait(20)


@contextmanager
def nginx(snippet: str, port: int, home: Path) -> Iterator[Server]:
    """nginx with the snippet in the least that it needs around it, all its files below `home`."""
    path = program("nginx", needed=True)
    home.mkdir(parents=True, exist_ok=True)
    (home / "snippet.conf").write_text(snippet, encoding="utf-8")
    temps = "".join(
        f"{kind}_temp_path {home}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;\n" if os.geteuid() == 0 else ""  # the folders of tests are closed to others
    whole = (
        f"{user}daemon off;\npid {home}/pid;\nerror_log {home}/error.log;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{temps}default_type application/octet-stream;\ninclude {home}/snippet.conf;\n}}\n"
    )
    (home / "nginx.conf").write_text(whole, encoding="utf-8")
    with running(
        [path, "-p", str(home), "-e", str(home / "error.log"), "-c", str(home / "nginx.conf")], port, home
    ) as server:
        yield server


@contextmanager
def caddy(snippet: str, port: int, home: Path) -> Iterator[Server]:
    """Caddy with the snippet and without its administration."""
    path = program("caddy", needed=False)
    home.mkdir(parents=True, exist_ok=True)
    (home / "Caddyfile").write_text("{\n\tadmin off\n\tauto_https off\n}\n" + snippet, encoding="utf-8")
    own = {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config")}
    with running([path, "run", "--config", "Caddyfile"], port, home, own) as server:
        yield server


@contextmanager
def pythons_own(folder: Path, port: int, home: Path) -> Iterator[Server]:
    """`python -m http.server`, as the handbook says it."""
    home.mkdir(parents=True, exist_ok=True)
    words = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", str(folder)]
    with running(words, port, home) as server:
        yield server

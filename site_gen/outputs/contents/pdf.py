"""The words of a PDF, read by a process of its own: a damaged or hostile file may keep that busy or end it, never us."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from threading import Timer

from pydantic import TypeAdapter

from site_gen.outputs.contents.inside import Inside
from site_gen.outputs.module_process import start_module

SECONDS = 60
MOST = 200
"""So many files are read by one process; what it could not give back of their memory goes with it."""
_INSIDE: TypeAdapter[Inside] = TypeAdapter(Inside)


class _Reader:
    """The process: it reads one file after the other; where one ends it, the next is read by another."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._count = 0

    def read(self, data: bytes) -> bytes:
        """What it says of a file; empty where it ended or took too long."""
        if self._count == MOST:
            self.close()
        if self._process is None:
            self._count = 0
            self._process = start_module("site_gen.outputs.contents.pdf_reader")
        self._count += 1
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        patience = Timer(SECONDS, process.kill)
        patience.start()
        line = b""
        try:
            with suppress(OSError):  # it ended while it was given the file
                process.stdin.write(len(data).to_bytes(8, "big") + data)
                process.stdin.flush()
                line = process.stdout.readline()
        finally:
            patience.cancel()
        if not line.endswith(b"\n"):
            self.close()
            return b""
        return line

    def close(self) -> None:
        """Ends it."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with suppress(OSError):  # what it did not take any more
                    stream.close()
        process.wait()


_running: _Reader | None = None


@contextmanager
def one_reader() -> Iterator[None]:
    """Within, one process reads all PDFs: to start one for each takes a quarter of a second a file."""
    global _running  # the process's own, which nothing else can reach
    if _running is not None:
        yield
        return
    _running = _Reader()
    try:
        yield
    finally:
        _running.close()
        _running = None


def read_pdf(data: bytes, signed: bool) -> Inside:
    """What the PDF says; `unread` where it took too long, was too large or cannot be understood."""
    with one_reader():
        assert _running is not None
        line = _running.read(data)
    try:
        return replace(_INSIDE.validate_json(line), signed=signed)
    except ValueError:
        return Inside("", signed=signed, unread=True)

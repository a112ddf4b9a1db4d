"""Serves one page, the import to be looked through, to this computer alone, until Ctrl-C."""

from __future__ import annotations

import asyncio
import signal
import socket
from contextlib import suppress

from tornado.httpserver import HTTPServer
from tornado.web import Application

from site_gen.cli.serving import address
from site_gen.cli.serving.handlers import Guarded
from site_gen.cli.serving.server import quiet


class Review:
    """The page and its style sheet at `listening`."""

    def __init__(self, listening: socket.socket, html: bytes, css: bytes) -> None:
        host, port = listening.getsockname()[:2]
        self.listening, self.html, self.css = listening, html, css
        self.names = address.names(host, port)
        self.address = f"http://{address.authority(host, port)}/"

    def run(self) -> None:
        """Serve until Ctrl-C."""
        quiet()
        with suppress(KeyboardInterrupt):
            asyncio.run(self._serve())

    async def _serve(self) -> None:
        ended = asyncio.Event()
        loop = asyncio.get_running_loop()
        with suppress(NotImplementedError, RuntimeError, ValueError):  # Windows, or a loop outside the main thread
            loop.add_signal_handler(signal.SIGINT, ended.set)
        server = HTTPServer(self.application())
        server.add_socket(self.listening)
        await ended.wait()
        server.stop()

    def application(self) -> Application:
        """Two answers, to this computer's own browser."""
        return Application(
            [(r"/", _Page), (r"/review\.css", _Style)], preview=self, review=self, log_function=lambda _: None
        )


class _Page(Guarded):
    """The page."""

    def get(self) -> None:
        """It as it was made."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(self.settings["review"].html)


class _Style(Guarded):
    """Its style sheet."""

    def get(self) -> None:
        """It as it was made."""
        self.set_header("Content-Type", "text/css; charset=utf-8")
        self.finish(self.settings["review"].css)

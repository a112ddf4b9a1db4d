"""The preview server: livereload with its polling switched off, fed by a watcher of our own.

livereload itself looks at the files every 0.8 s inside its event loop, runs one build for each file that changed
while pages hang, forgets a reload that follows another within 3 s, and one that no page was connected for. Here a
thread watches and builds, and each finished build begins a new generation: pages that are open are told once, and a
page that connects late or again is told if it shows an older one.
"""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
import sys
import warnings
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import Any

from site_gen.base.engine import PACKAGE
from site_gen.cli.language import language
from site_gen.cli.serving import address, findings
from site_gen.cli.serving.builds import Builder, Result
from site_gen.cli.serving.watcher import Changes, State, differing
from site_gen.pipeline.request import Request

if sys.platform == "win32" and not hasattr(asyncio, "WindowsSelectorEventLoopPolicy"):
    # From Python 3.16 on there are no policies, and livereload sets one while it is imported; we choose the loop ourselves.
    asyncio.WindowsSelectorEventLoopPolicy = object
    asyncio.set_event_loop_policy = lambda policy: None

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # livereload's and tornado's own affairs
    from livereload import Server
    from livereload.handlers import LiveReloadHandler
    from livereload.watcher import Watcher
    from tornado.httpserver import HTTPServer
    from tornado.ioloop import IOLoop, PeriodicCallback
    from tornado.web import Application

    from site_gen.cli.serving.handlers import Files, Findings, Script, Socket, Style

OnBuild = Callable[[Result, list[str]], None]
"""Hears of every build after the first, and which files had changed; called in the watching thread."""


class NoPolling(Watcher):  # type: ignore[misc]  # livereload has no types
    """livereload's watcher, switched off: changes are reported by our own."""

    def __init__(self) -> None:
        super().__init__()
        self._tasks["reported by the builds"] = {}  # without any task livereload would watch the working folder

    def start(self, callback: Callable[[], None]) -> bool:
        """No polling."""
        return True


class Preview(Server):  # type: ignore[misc]  # livereload has no types
    """Serves the output folder of `request` at `listening` and keeps it as the content is.

    It is built again when a file of the content, of the theme or below `also` changes.
    """

    def __init__(
        self, request: Request, listening: socket.socket, builder: Builder, on_build: OnBuild, also: Iterable[Path] = ()
    ) -> None:
        super().__init__(watcher=NoPolling())
        self.root = str(request.out.absolute())
        self.request = request
        self.listening = listening
        host, port = listening.getsockname()[:2]
        self.names = address.names(host, port)
        self.address = f"http://{address.authority(host, port)}/"
        self.result = Result(3)
        self.generation = 0
        self.sent: dict[str, int] = {}
        """The generation in which the page at each path was last sent."""
        self._builder, self._on_build = builder, on_build
        self._stop = Event()
        self._changes = Changes(
            [request.source, *request.whole_theme.folders, *also], [request.out, request.state], self._stop
        )

    def first_build(self) -> State:
        """Build once, with `result`; gives the state of the files that was built."""
        try:
            state = self._changes.look()
            self.result = self._builder.build()
        except KeyboardInterrupt:
            self._builder.stop()
            raise
        return state

    def run(self, built: State) -> None:
        """Serve until Ctrl-C. `built` is the state that the preview shows."""
        quiet()
        steps = asyncio.SelectorEventLoop() if sys.platform == "win32" else asyncio.new_event_loop()
        asyncio.set_event_loop(steps)
        loop = IOLoop.current()
        thread = Thread(target=self._keep, args=(built, loop), name="preview builds", daemon=True)
        thread.start()
        # Asked of the loop, Ctrl-C ends it between two steps. As an exception it can be raised where Python throws exceptions
        # away, such as in a destructor, and be lost. Windows and loops outside the main thread know no such asking.
        try:
            steps.add_signal_handler(signal.SIGINT, self._end, loop)
        except (NotImplementedError, RuntimeError, ValueError):
            with suppress(ValueError):
                signal.signal(signal.SIGINT, signal.default_int_handler)
        if self._stop.is_set():  # asked to end before there was a loop to ask
            loop.add_callback(loop.stop)
        try:
            self.serve(restart_delay=0)
        finally:
            self._stop.set()
            self._builder.stop()
            thread.join(15)
            if not steps.is_closed():  # a loop that was asked to end has been closed by livereload
                loop.close(all_fds=True)

    def end_soon(self, *_: object) -> None:
        """Answers Ctrl-C between the first build and the loop: what is being set up ends as soon as it stands."""
        self._stop.set()

    def _end(self, loop: IOLoop) -> None:
        self._stop.set()
        loop.stop()

    def _keep(self, known: State, loop: IOLoop) -> None:
        while (now := self._changes.after(known)) is not None:
            changed = differing(known, now)
            if any(Path(file).is_relative_to(PACKAGE) for file in changed):
                self._builder.restart()
            result = self._builder.build()
            if self._stop.is_set():
                return
            loop.add_callback(self.renew, result)
            self._on_build(result, changed)
            known = now

    def renew(self, result: Result) -> None:
        """A build has ended: every open page reloads once."""
        self.result = result
        self.generation += 1
        self.reload(LiveReloadHandler.waiters)

    def reload(self, pages: Iterable[Socket]) -> None:
        """Tell these pages to reload."""
        for page in list(pages):
            IOLoop.current().add_callback(page.reload)

    def findings(self, host: str) -> bytes:
        """The findings of the last build as a page."""
        return findings.page(self.result, language(), [*self.request.whole_theme.folders, PACKAGE / "kinds"], host)

    def application(self, *_: Any, **__: Any) -> None:
        """livereload's, with our handlers on a socket that is already ours, and without its `/forcereload`."""
        LiveReloadHandler.watcher = self.watcher
        LiveReloadHandler.live_css = True
        if sys.platform == "win32":
            PeriodicCallback(lambda: None, 500).start()  # there Ctrl-C waits for the loop to wake
        routes: list[Any] = [
            (r"/livereload", Socket),
            (r"/livereload\.js", Script),
            (r"/_preview/findings", Findings),
            (r"/_preview/findings\.css", Style),
            (r"/(.*)", Files, {"path": self.root, "default_filename": "index.html"}),
        ]
        HTTPServer(Application(routes, preview=self, log_function=lambda _: None)).add_socket(self.listening)

    def _setup_logging(self) -> None:
        """livereload would print its log to everybody's stderr."""


def quiet() -> None:
    """Keep the libraries' everyday notes from the terminal; errors still appear."""
    for name in ("livereload", "tornado.general", "tornado.access"):
        logging.getLogger(name).addHandler(logging.NullHandler())

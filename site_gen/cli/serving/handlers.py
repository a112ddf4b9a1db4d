"""How the preview answers: only to this computer's own browser, only from the preview folder."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from http import HTTPStatus
from mimetypes import MimeTypes
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler, StaticFileHandler
from tornado.web import HTTPError, RequestHandler
from tornado.websocket import WebSocketClosedError

from site_gen.cli.language import tr
from site_gen.cli.serving import findings
from site_gen.cli.serving.live import not_found_page, with_reload_script

if TYPE_CHECKING:
    from site_gen.cli.serving.server import Preview

TYPES = MimeTypes()  # the standard library's own table: a Windows registry may call scripts plain text
TYPES.add_type("application/manifest+json", ".webmanifest")
TYPES.add_type("text/calendar", ".ics")
TEXTS = ("text/", "application/javascript", "application/json", "application/xml", "image/svg+xml")
RELOAD = {"command": "reload", "path": "*", "liveCSS": True, "liveImg": True}


class Guarded(RequestHandler):
    """Refuses what was not sent by a browser that was pointed at this server, and keeps nothing in its cache."""

    @property
    def preview(self) -> Preview:
        """The server, which knows the last build."""
        server: Preview = self.settings["preview"]
        return server

    def prepare(self) -> None:
        """A foreign Host header is a page elsewhere that made its name lead to this computer (DNS rebinding)."""
        if self.request.host.lower() not in self.preview.names:
            raise HTTPError(HTTPStatus.MISDIRECTED_REQUEST)

    def set_default_headers(self) -> None:
        """For every answer, refusals included."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("Content-Security-Policy", "frame-ancestors 'none'")
        self.clear_header("Server")

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """A sentence, not a traceback."""
        if status_code == HTTPStatus.MISDIRECTED_REQUEST:
            text = tr("This preview answers only at {address}").format(address=self.preview.address)
        else:
            text = f"{status_code} {self._reason}"
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(text + "\n")

    def show(self, html: bytes) -> None:
        """Sends a page that reloads by itself, and remembers which state of the content it shows."""
        self.preview.sent[self.request.path] = self.preview.generation
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(with_reload_script(html, self.request.host.lower()))


class Findings(Guarded):
    """The findings of the last build, whether or not they are in the way."""

    def get(self) -> None:
        """The page."""
        self.show(self.preview.findings(self.request.host))


class Style(Guarded):
    """The style sheet of the findings page, which must not depend on a site that was never built."""

    def get(self) -> None:
        """The sheet."""
        self.set_header("Content-Type", "text/css; charset=utf-8")
        self.finish(findings.style(self.preview.request.whole_theme))


class Script(Guarded, LiveReloadJSHandler):  # type: ignore[misc]  # livereload has no types
    """livereload's script."""


class Files(Guarded, StaticFileHandler):  # type: ignore[misc]  # livereload has no types
    """The preview folder; while content has errors, the findings instead of every page."""

    async def get(self, path: str, include_body: bool = True) -> None:
        """A page with the reload script, any other file as it is."""
        if not self.preview.result.built and self._wants_page():
            self.set_status(HTTPStatus.INTERNAL_SERVER_ERROR)
            self.show(self.preview.findings(self.request.host))
            return
        self.path = self.parse_url_path(path)
        file = self.validate_absolute_path(self.root, self.get_absolute_path(self.root, self.path))
        if file is None:
            return  # redirected to the folder with its `/`
        if file.endswith(".html"):
            self.show(Path(file).read_bytes())
        else:
            await super().get(path, include_body)  # type: ignore[misc]  # livereload's handler has no types

    def validate_absolute_path(self, root: str, absolute_path: str) -> str | None:
        """The file to send. Hidden files, and what a link leads to outside the preview folder, are not served."""
        if "\0" in absolute_path or any(part.startswith(".") for part in Path(self.path).parts):
            raise HTTPError(HTTPStatus.NOT_FOUND)
        file: str | None = super().validate_absolute_path(root, absolute_path)
        if file is not None and not self._inside(file):
            raise HTTPError(HTTPStatus.FORBIDDEN)
        return file

    def _inside(self, file: str) -> bool:
        return Path(file).resolve().is_relative_to(Path(self.root).resolve())

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """For a missing page the site's own."""
        if status_code == HTTPStatus.NOT_FOUND and self._wants_page():
            for folder in self._sites():
                file = Path(self.root, folder, "404.html")
                if file.is_file() and self._inside(str(file)):
                    self.show(not_found_page(file.read_bytes(), folder))
                    return
        super().write_error(status_code, **kwargs)

    def _sites(self) -> Iterable[str]:
        """The folders of the sites that may speak for a missing address: its own in a fleet, then the portal's."""
        first = self.request.path.split("/")[1] if self.request.path.startswith("/") else ""
        if first.replace("-", "").isalnum():
            yield f"{first}/"
        yield ""

    def _wants_page(self) -> bool:
        path = self.request.path
        return path.endswith(("/", ".html")) or "text/html" in self.request.headers.get("Accept", "")

    def get_content_type(self) -> str:
        """With its charset: a text without one is read as Latin letters."""
        kind = TYPES.guess_type(self.path)[0] or "application/octet-stream"
        return f"{kind}; charset=utf-8" if kind.startswith(TEXTS) else kind

    def get_cache_time(self, *_: object) -> int:
        """A preview is never kept."""
        return 0

    def compute_etag(self) -> None:
        """None: it would cost a digest of every file sent."""


class Socket(Guarded, LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """The line to one open page, over which it is greeting to reload."""

    def check_origin(self, origin: str) -> bool:
        """Only a page of this server may listen."""
        return urlsplit(origin).netloc.lower() in self.preview.names

    def on_message(self, message: str | bytes) -> None:
        """livereload's greeting; a page that shows an older state of the content reloads at once."""
        with suppress(ValueError, TypeError, AttributeError):  # not livereload's script speaking
            super().on_message(message)
            greeting = json.loads(message)
            if greeting.get("command") == "info":
                shown = self.preview.sent.get(urlsplit(str(greeting.get("url"))).path)
                if shown != self.preview.generation:
                    self.preview.reload([self])

    async def reload(self) -> None:
        """Tells the page to reload, unless it has gone."""
        with suppress(WebSocketClosedError):
            await self.write_message(RELOAD)

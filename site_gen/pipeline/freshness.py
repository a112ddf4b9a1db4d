"""Which pages are stale, and why. A page is its inputs, so staleness is a difference of digests."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import field, fields
from typing import Any

from site_gen.base.dataclass import dataclass
from site_gen.base.engine import engine
from site_gen.base.theme import Theme
from site_gen.base.values import Context, Plain, as_json
from site_gen.pages.page import Page
from site_gen.pipeline.lasting import latest
from site_gen.render.html import templates
from site_gen.render.job import Frame, Job

Parts = dict[str, str]
"""Digests of a page's inputs: `content`, `template`, `site`, `engine`."""

REASONS = {
    "new": "new",
    "touched": "its file was changed or lost",
    "content": "content changed",
    "template": "template changed",
    "site": "site settings or assets changed",
    "engine": "sitegen changed",
    "official": "a contact on it is not official any more",
}


@dataclass(frozen=True, slots=True)
class RememberedPage:
    """What a build remembers of a page for the next one.

    Attributes:
        parts: The digests of its inputs.
        sha256: The digest of its file.
        official: Keys of the official contacts that stand on it.
    """

    parts: Parts
    sha256: str
    official: list[str]


@dataclass(frozen=True, slots=True)
class RememberedFile:
    """What a build remembers of a file other than a page that it looked through: its digest, and as of a page."""

    sha256: str
    official: list[str]


@dataclass(frozen=True, slots=True)
class LastBuild:
    """What a build remembers of pages and of other files, by path; of the files only while the engine is the same.

    `pictures` are the digests of those that were drawn, by path.
    """

    engine: str = ""
    pages: dict[str, RememberedPage] = field(default_factory=dict)
    files: dict[str, RememberedFile] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The same as JSON has it."""
        pages = {
            path: {"parts": one.parts, "sha256": one.sha256, "official": one.official}
            for path, one in self.pages.items()
        }
        files = {path: {"sha256": one.sha256, "official": one.official} for path, one in self.files.items()}
        return {"engine": self.engine, "pages": pages, "files": files, "pictures": self.pictures}


_UNSEEN = {"url", "template", "templates", "sources", "subject", "find", "footer", "long", "formal"}
_SHOWN = tuple(f.name for f in fields(Page) if f.name not in _UNSEEN)
"""Fields of a page that its file depends on; its templates have a digest of their own."""


def digest(value: object) -> str:
    """A digest of plain values that does not depend on the order of keys."""
    return _digest(_plainly(value))


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:24]


def _plainly(value: object) -> str:
    return json.dumps(value, default=as_json, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def around_of(jobs: Iterable[Job], theme: Theme) -> dict[str, Parts]:
    """By path of each page the digests of what is not its own: its templates, its frame, the engine."""
    out: dict[str, Parts] = {}
    frames: dict[Frame, Parts] = {}
    for job in jobs:
        page, frame = job.page, job.frame
        if frame not in frames:
            frames[frame] = frame_parts(frame.values)
        template = templates(theme, frame.language).digest((page.template, *page.templates))
        out[job.path] = {"template": template, **frames[frame], "engine": engine()}
    return out


def frame_parts(frame: Context) -> Parts:
    """The digests of the frame that every page of a site is shown in; its pictures count for the pages that show them."""
    return {"site": digest({name: value for name, value in frame.items() if name != "pictures"})}


def own_of(job: Job) -> str:
    """The digest of what is a page's own."""
    pictures = job.frame.values.get("pictures")
    return latest(job.path, (job.page, pictures), lambda: content_of(job.page, pictures))


def content_of(page: Page, pictures: Plain = None) -> str:
    """The digest of what is a page's own; of its site's `pictures`, the sizes of those that it shows."""
    shown = {name: getattr(page, name) for name in _SHOWN}
    words = _plainly({**shown, "panels": [[panel.template, panel.context] for panel in page.panels]})
    if isinstance(pictures, Mapping) and "files/" in words:
        words += _plainly({path: size for path, size in pictures.items() if path in words})
    return _digest(words)


def stale(now: Mapping[str, Parts], before: Mapping[str, Parts]) -> dict[str, str]:
    """Paths to render, each with the reason a person can read."""
    out: dict[str, str] = {}
    for path, parts in now.items():
        old = before.get(path)
        if old is None:
            out[path] = REASONS["new"]
        elif old != parts:
            out[path] = ", ".join(REASONS[name] for name in parts if old.get(name) != parts[name])
    return out

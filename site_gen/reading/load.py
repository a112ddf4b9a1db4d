"""A site folder to a catalog: finds the files, reads each once, binds it, remembers what was parsed."""

from __future__ import annotations

import hashlib
import json
import os
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.base.messages import msg
from site_gen.base.vietnamese import strip_marks
from site_gen.model.catalog import Catalog, Name
from site_gen.model.entry import Entry, Form
from site_gen.model.fields import Published
from site_gen.model.settings import Fleet, Site
from site_gen.reading.attachments import inspect
from site_gen.reading.bind import bind
from site_gen.reading.markdown_file import read_markdown
from site_gen.reading.refusals import refuse
from site_gen.reading.text import decode, read
from site_gen.reading.yaml_nodes import Document, parse

M = TypeVar("M", bound=BaseModel)
Naming = Callable[[Entry[Any]], Iterable[Name]]


@dataclass(slots=True)
class ParseCache:
    """Documents that were read without a fault, by the digest of their bytes.

    Plain data, kept as JSON: losing or corrupting it costs time, never bytes of the site.
    """

    path: Path | None = None
    engine: str = ""
    known: dict[str, list[Any]] = field(default_factory=dict)
    used: dict[str, list[Any]] = field(default_factory=dict)

    @classmethod
    def open(cls, path: Path | None, engine: str) -> ParseCache:
        """What an earlier run with the same engine remembered; empty where that cannot be trusted."""
        cache = cls(path, engine)
        if path is not None:
            try:
                saved = json.loads(path.read_bytes())
                if saved["engine"] == engine:
                    cache.known = dict(saved["documents"])
            except (OSError, ValueError, KeyError, TypeError):
                pass
        return cache

    def get(self, digest: str, path: str) -> Document | None:
        """The remembered document, under its present path."""
        hit = self.known.get(digest) or self.used.get(digest)
        try:
            data, marks = hit if hit is not None else (None, ())
            if not isinstance(data, dict) or not all(isinstance(n, int) for n in marks):
                return None
        except (TypeError, ValueError):
            return None
        self.used[digest] = [data, list(marks)]
        return Document(path, data, tuple(marks))

    def put(self, digest: str, document: Document) -> None:
        """Remember a document."""
        self.used[digest] = [document.data, list(document.marks)]

    def save(self) -> None:
        """Write what this run used, unless that is what is already there."""
        if self.path is None or self.used.keys() == self.known.keys():
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        temporary = self.path.with_suffix(f".{os.getpid()}.tmp")
        temporary.write_text(
            json.dumps({"engine": self.engine, "documents": self.used}, ensure_ascii=False), encoding="utf-8"
        )
        temporary.replace(self.path)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one site folder holds, None as catalog where its settings could not be read."""

    catalog: Catalog | None
    found: tuple[Diagnostic, ...]


def read_document(path: Path, shown: str, root: Path, cache: ParseCache) -> tuple[Document | None, list[Diagnostic]]:
    """One content file as plain values with places."""
    raw, found = read(path, shown, root)
    if raw is None:
        return None, found
    digest = hashlib.sha256(path.suffix.encode() + b"\0" + raw).hexdigest()
    if (known := cache.get(digest, shown)) is not None:
        return known, []
    source, found = decode(raw, shown)
    if source is None:
        return None, found
    document, more = read_markdown(source) if path.suffix == ".md" else parse(source)
    found = [*found, *more]
    if document is not None and not found:
        cache.put(digest, document)
    return document, found


def read_model(path: Path, shown: str, model: type[M], cache: ParseCache) -> tuple[M | None, list[Diagnostic]]:
    """One settings file."""
    document, found = read_document(path, shown, path.parent, cache)
    if document is None:
        return None, found
    bound, more = bind(document, model)
    return bound, [*found, *more]


def read_fleet(content: Path, shown: str, cache: ParseCache) -> tuple[Fleet | None, list[Diagnostic]]:
    """`fleet.yml` of a content folder."""
    return read_model(content / "fleet.yml", f"{shown}/fleet.yml", Fleet, cache)


def load(root: Path, shown: str, folder: str, forms: Sequence[Form], naming: Naming, cache: ParseCache) -> Loaded:
    """Read the site folder `root`.

    Args:
        root: The folder that holds `site.yml`.
        shown: Its path in messages.
        folder: Its name below the output, empty for a site that stands alone.
        forms: Which files hold what.
        naming: Under which names an entry may be referred to.
        cache: What earlier runs parsed.
    """
    site, found = read_model(root / "site.yml", f"{shown}/site.yml", Site, cache)
    entries: list[Entry[Published]] = []
    broken: list[tuple[str, str]] = []
    for path, relative in _files(root):
        form, id = _form(relative, forms)
        at = f"{shown}/{relative}"
        if form is None:
            if path.suffix in (".yml", ".yaml", ".md"):
                found.append(
                    refuse(
                        "FILE008",
                        Span(at),
                        msg("nothing reads `{name}`", name=relative),
                        _where(relative, forms),
                    )
                )
            continue
        document, more = read_document(path, at, root, cache)
        found += more
        model, more = bind(document, form.model) if document is not None else (None, [])
        found += more
        if document is None or model is None:
            broken.append((form.kind, id))
        elif not model.draft:
            entries.append(Entry(form.kind, id, at, model, document))
    attachments, more = inspect(root, shown)
    found += more
    if site is None:
        return Loaded(None, tuple(found))
    names = [name for entry in entries for name in naming(entry)]
    return Loaded(Catalog(folder, site, entries, names, broken, attachments), tuple(found))


def _files(root: Path) -> Iterable[tuple[Path, str]]:
    """Content files in a fixed order; `files/`, hidden names and settings are left to others.

    A folder that bears the name of a content file is yielded too, to be refused with a sentence.
    """
    for place, folders, names in os.walk(root, followlinks=False):
        here = Path(place)
        relative = here.relative_to(root).as_posix()
        named = [f for f in folders if f.endswith((".yml", ".yaml", ".md"))]
        folders[:] = sorted(
            f for f in folders if not f.startswith(".") and f not in named and not (relative == "." and f == "files")
        )
        for name in sorted([*names, *named], key=lambda n: unicodedata.normalize("NFC", n)):
            path = here / name
            key = unicodedata.normalize("NFC", path.relative_to(root).as_posix())
            if not name.startswith((".", "_")) and key not in ("site.yml", "README.md"):
                yield path, key


def _form(relative: str, forms: Sequence[Form]) -> tuple[Form | None, str]:
    parts = relative.split("/")
    for form in forms:
        wanted = form.pattern.split("/")
        if len(wanted) == len(parts) and all(fnmatchcase(p, w) for p, w in zip(parts, wanted, strict=True)):
            stems = [
                p[len(w.split("*")[0]) : len(p) - len(w.split("*")[1])]
                for p, w in zip(parts, wanted, strict=True)
                if "*" in w
            ]
            return form, strip_marks("/".join(stems)).lower().replace(" ", "-")
    return None, ""


def _where(relative: str, forms: Sequence[Form]) -> Any:
    if relative.endswith(".yaml"):
        return msg("content files end in `.yml`; rename it")
    return msg("content lies in: {patterns}", patterns=", ".join(sorted({f.pattern for f in forms})))

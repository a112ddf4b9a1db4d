"""A site folder to a catalog: finds the files, reads each once, binds it, remembers what was parsed."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.base.messages import Message, msg
from site_gen.base.vietnamese import strip_marks
from site_gen.model.catalog import Catalog, Name
from site_gen.model.entry import Entry, Form, Places
from site_gen.model.published import Published, Secrecy
from site_gen.model.settings import Fleet, Site
from site_gen.reading.attachments import inspect
from site_gen.reading.bind import bind
from site_gen.reading.markdown_file import read_markdown
from site_gen.reading.markdown_text import check_fields
from site_gen.reading.refusals import refuse
from site_gen.reading.text import decode, linked_out, read, shown_name
from site_gen.reading.yaml_nodes import Document, parse

M = TypeVar("M", bound=BaseModel)
Naming = Callable[[Entry[Any]], Iterable[Name]]


@dataclass(slots=True)
class ParseCache:
    """Documents that were read without a fault, by the digest of their bytes.

    Plain data, kept as JSON below its own digest: losing or corrupting it costs time, never bytes of
    the site.
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
                seal, _, body = path.read_bytes().partition(b"\n")
                if seal == _seal(body) and (saved := json.loads(body))["engine"] == engine:
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
        body = json.dumps({"engine": self.engine, "documents": self.used}, ensure_ascii=False).encode()
        temporary.write_bytes(_seal(body) + b"\n" + body)
        temporary.replace(self.path)


def _seal(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode()


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one site folder holds, None as catalog where its settings could not be read; where its settings stand."""

    catalog: Catalog | None
    found: tuple[Diagnostic, ...]
    settings: Places | None = None


def read_document(path: Path, shown: str, root: Path, cache: ParseCache) -> tuple[Document | None, list[Diagnostic]]:
    """One content file as plain values with places."""
    raw, found = read(path, shown, root)
    if raw is None:
        return None, found
    digest = hashlib.sha256(path.suffix.encode() + b"\0" + raw).hexdigest()
    if (known := cache.get(digest, shown)) is not None:
        return replace(known, digest=digest), []
    source, found = decode(raw, shown)
    if source is None:
        return None, found
    document, more = read_markdown(source) if path.suffix == ".md" else parse(source)
    found = [*found, *more]
    if document is None:
        return None, found
    if not found:
        cache.put(digest, document)
    return replace(document, digest=digest), found


def read_model(path: Path, shown: str, model: type[M], cache: ParseCache) -> tuple[M | None, list[Diagnostic]]:
    """One settings file."""
    document, found = read_document(path, shown, path.parent, cache)
    return _bound(document, model, found)


def _bound(document: Document | None, model: type[M], found: list[Diagnostic]) -> tuple[M | None, list[Diagnostic]]:
    """The model, with what was found in reading and what is found now."""
    if document is None:
        return None, found
    bound, more = bind(document, model, found)
    return bound, [*found, *more, *(check_fields(bound, document) if bound is not None else ())]


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
    settings, found = read_document(root / "site.yml", f"{shown}/site.yml", root, cache)
    site, found = _bound(settings, Site, found)
    digests = [f"site.yml {settings.digest}"] if settings else []
    entries: list[Entry[Published]] = []
    drafts: list[Entry[Published]] = []
    broken: list[tuple[str, str]] = []
    taken: dict[tuple[type[Published], str], str] = {}
    for path, relative in _files(root):
        form, id = _form(relative, forms)
        at = f"{shown}/{relative}"
        if path.is_symlink() and (fault := linked_out(path, at, root)) is not None:
            found.append(fault)
            continue
        if form is None:
            message = msg("nothing reads `{name}`", name=relative)
            found.append(refuse("FILE008", Span(at), message, _where(relative, forms)))
            continue
        if (fault := _id_fault(at, id, taken.setdefault((form.model, id), relative), relative)) is not None:
            found.append(fault)
            continue
        document, more = read_document(path, at, root, cache)
        model, more = _bound(document, form.model, more)
        found += more
        if document is None or model is None:
            broken.append((form.kind, id))
        elif not model.draft or model.secrecy is not Secrecy.NONE:  # a secret draft in a public folder is a leak
            entries.append(Entry(form.kind, id, at, model, document))
            digests.append(f"{relative} {document.digest}")
        else:
            drafts.append(Entry(form.kind, id, at, model, document))
    attachments, more = inspect(root, shown)
    found += more
    if site is None:
        return Loaded(None, tuple(found))
    names = [name for entry in entries for name in naming(entry)]
    digests += [f"{a.path} {a.size}" for a in attachments.values()]
    digest = hashlib.sha256("\n".join(sorted(digests)).encode("utf-8", "surrogateescape")).hexdigest()
    return Loaded(Catalog(folder, site, entries, names, broken, attachments, digest, drafts), tuple(found), settings)


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
        linked = [f for f in folders if (here / f).is_symlink()]
        folders[:] = [f for f in folders if f not in linked]
        for name in sorted([*names, *named, *linked], key=shown_name):
            path = here / name
            key = shown_name(path.relative_to(root).as_posix())
            if not _NOT_OURS.search(name) and key not in ("site.yml", "README.md"):
                yield path, key


# Hidden files, and what editors, Word and Windows leave beside the file one works on.
_NOT_OURS = re.compile(r"^[._~]|~$|\.(?:bak|tmp|swp)$|^(?:thumbs\.db|desktop\.ini)$", re.IGNORECASE)


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
            return form, "/".join(_id(stem) for stem in stems)
    return None, ""


def _id(stem: str) -> str:
    """Letters without marks, digits, `.`, `_` and `-`: an id is part of an address."""
    return re.sub(r"[^a-z0-9._-]+", "-", strip_marks(stem).lower()).strip("-.")


def _id_fault(at: str, id: str, first: str, relative: str) -> Diagnostic | None:
    """Why a file may not have the id that its name gives; `first` is the file that had it first."""
    if not all(id.split("/")) or "?" in relative:  # `?` stands for bytes that belong to no letter
        message = msg("`{name}` gives no id", name=relative)
        return refuse("FILE013", Span(at), message, msg("rename it, for example `van-phong.yml`"))
    if first != relative:
        message = msg("`{name}` and `{first}` both have the id `{id}`", name=relative, first=first, id=id)
        return refuse("FILE012", Span(at), message, msg("rename one of them"))
    return None


def _where(relative: str, forms: Sequence[Form]) -> Message:
    meant = re.sub(r"\.(?:yaml|ya?ml\.txt)$", ".yml", relative, flags=re.IGNORECASE)
    meant = re.sub(r"\.md\.txt$", ".md", meant, flags=re.IGNORECASE)
    meant = re.sub(r"\.(?:YML|MD)$", lambda m: m[0].lower(), meant, flags=re.IGNORECASE)
    if meant != relative and _form(meant, forms)[0] is not None:
        return msg("rename it to `{name}`", name=meant.split("/")[-1])
    if not meant.endswith((".yml", ".md")):
        return msg("attachments lie in `files/`; anything else belongs outside the site folder")
    return msg("content lies in: {patterns}", patterns=", ".join(sorted({f.pattern for f in forms})))

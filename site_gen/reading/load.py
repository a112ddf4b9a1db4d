"""A site folder to a catalog: finds the files, reads each once and binds it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, Severity, Span, in_order
from site_gen.base.lookalikes import corrected
from site_gen.base.messages import msg
from site_gen.base.traces import Memory
from site_gen.base.vietnamese import strip_marks
from site_gen.base.workers import spread
from site_gen.model.catalog import Catalog, Name
from site_gen.model.entry import Entry, Form, Places
from site_gen.model.evidence import files_with_digests
from site_gen.model.published import Published, Secrecy
from site_gen.model.settings import Fleet, Site
from site_gen.reading.attachments import digest_of, inspect
from site_gen.reading.bind import bind, is_open_draft
from site_gen.reading.copies import copy_fault, missing_original, missing_original_fault
from site_gen.reading.document import Document
from site_gen.reading.guess_form import likely_form
from site_gen.reading.markdown_file import read_markdown
from site_gen.reading.markdown_text import Markdown, check_fields, learn, parsed_meanwhile
from site_gen.reading.parse_cache import ParseCache, line_of
from site_gen.reading.refusals import refuse
from site_gen.reading.site_files import content_files, form_of, id_of, unreadable_folders
from site_gen.reading.split_names import with_names_split
from site_gen.reading.text import LIMIT, decode, linked_out, read
from site_gen.reading.unread_files import report_unread, wrong_folder
from site_gen.reading.yaml_reader import parse

M = TypeVar("M", bound=BaseModel)
FEW = 60
"""Below so many files for each worker, starting it costs more than it saves."""
Naming = Callable[[Entry[Any]], Iterable[Name]]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one site folder holds, None as catalog where its settings could not be read; where its settings stand."""

    catalog: Catalog | None
    found: tuple[Diagnostic, ...]
    settings: Places | None = None


def read_document(path: Path, shown: str, root: Path, cache: ParseCache) -> tuple[Document | None, list[Diagnostic]]:
    """One content file as plain values with places."""
    document, found, line = _parsed(path, shown, root, cache)
    if document is not None and line is not None:
        cache.use(document.digest, line)
    return document, found


def _parsed(
    path: Path, shown: str, root: Path, cache: ParseCache
) -> tuple[Document | None, list[Diagnostic], bytes | None]:
    """The same, and what the cache is to remember: an empty line for what it knows, None for what it may not know."""
    raw, found = read(path, shown, root)
    if raw is None:
        return None, found, None
    digest = hashlib.sha256(path.suffix.encode() + b"\0" + raw).hexdigest()
    if (known := cache.get(digest, shown)) is not None:
        document, has_remarks = known
        return document, decode(raw, shown)[1] if has_remarks else [], b""
    source, remarks = decode(raw, shown)
    if source is None:
        return None, remarks, None
    parsed, more = read_markdown(source) if path.suffix == ".md" else parse(source)
    if parsed is None:
        return None, [*remarks, *more], None
    sound = cache.path is not None and not more and all(d.severity is Severity.INFO for d in remarks)
    document = replace(parsed, digest=digest)
    return document, [*remarks, *more], line_of(document, bool(remarks)) if sound else None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to read: where it is, its path in messages, the form it has and the id it gives."""

    path: Path
    at: str
    form: Form
    id: str


@dataclass(frozen=True, slots=True)
class Read:
    """What came of reading a file; `line` is for the cache, `texts` are those of its Markdown texts that were parsed."""

    document: Document | None
    model: Published | None
    found: list[Diagnostic]
    line: bytes | None = None
    texts: dict[str, Markdown] = field(default_factory=dict)


def _read(wanted: Wanted, root: Path, cache: ParseCache) -> Read:
    """Everything about one file that does not depend on any other; a worker may do it."""
    with parsed_meanwhile() as texts:
        document, found, line = _parsed(wanted.path, wanted.at, root, cache)
        model, found = _bound(document, wanted.form.model, found)
    return Read(document, model, found, line, texts)


@dataclass(frozen=True, slots=True)
class KnownFile:
    """What came of reading a file, for who reads it again: good while its bytes and what is wanted of it are the same."""

    wanted: Wanted
    sha256: str
    came: Read
    entry: Entry[Published] | None

    def __reduce__(self) -> tuple[type[KnownFile], tuple[Wanted, str, Read, Entry[Published] | None]]:
        """Without the line of the other memory: that is not needed beside this one."""
        came = replace(self.came, line=None)
        return KnownFile, (self.wanted, self.sha256, came, self.entry)


def _reading(
    wanted: Sequence[Wanted], root: Path, cache: ParseCache, workers: int, known: dict[str, KnownFile] | None
) -> Iterator[tuple[Read, Entry[Published] | None]]:
    """What came of each file, and the entry where an earlier one is still good. Brings `known` up to date."""
    function = partial(_read, root=root, cache=cache)
    if known is None:
        yield from ((came, None) for came in spread(function, wanted, workers, FEW))
        return
    digests = [_sha256(one.path) for one in wanted]
    fresh = [
        one
        for one, digest in zip(wanted, digests, strict=True)
        if not digest or (old := known.get(one.at)) is None or old.wanted != one or old.sha256 != digest
    ]
    reread = dict(zip([one.at for one in fresh], spread(function, fresh, workers, FEW), strict=True))
    now: dict[str, KnownFile] = {}
    for one, digest in zip(wanted, digests, strict=True):
        came = reread.get(one.at)
        now[one.at] = known[one.at] if came is None else KnownFile(one, digest, came, _entry(one, came))
        yield now[one.at].came, now[one.at].entry
    known.clear()
    known.update(now)


def _sha256(path: Path) -> str:
    """The digest of a file's bytes; empty where they cannot or may not be read, which is told when it is read."""
    try:
        if path.is_file() and path.stat().st_size <= LIMIT:
            return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        pass
    return ""


def _entry(wanted: Wanted, came: Read) -> Entry[Published] | None:
    if came.document is None or came.model is None:
        return None
    return Entry(wanted.form.kind, wanted.id, wanted.at, came.model, came.document)


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


def _peek(path: Path, root: Path, cache: ParseCache) -> Any:
    """The values of a file that nothing reads, to guess what it is; None where there are none."""
    document, _ = read_document(path, path.name, root, cache)
    return document.data if document is not None else None


def read_fleet(content: Path, shown: str, cache: ParseCache) -> tuple[Fleet | None, list[Diagnostic]]:
    """`fleet.yml` of a content folder."""
    return read_model(content / "fleet.yml", f"{shown}/fleet.yml", Fleet, cache)


def load(
    root: Path,
    shown: str,
    folder: str,
    forms: Sequence[Form],
    naming: Naming,
    cache: ParseCache,
    workers: int = 1,
    known: dict[str, KnownFile] | None = None,
    memory: Memory | None = None,
) -> Loaded:
    """Read the site folder `root`.

    Args:
        root: The folder that holds `site.yml`.
        shown: Its path in messages.
        folder: Its name below the output, empty for a site that stands alone.
        forms: Which files hold what.
        naming: Under which names an entry may be referred to.
        cache: What earlier runs parsed.
        workers: So many processes at most read the files.
        known: What came of the files when they were read before; it is brought up to date.
        memory: What is remembered of the same site.
    """
    settings, found = read_document(root / "site.yml", f"{shown}/site.yml", root, cache)
    site, found = _bound(settings, Site, found)
    digests = [f"site.yml {settings.digest}"] if settings else []
    entries: list[Entry[Published]] = []
    drafts: list[Entry[Published]] = []
    broken: list[tuple[str, str]] = []
    taken: dict[tuple[type[Published], str], str] = {}
    unread: list[str] = []
    failed: list[OSError] = []
    wanted: list[Wanted] = []
    for file in content_files(root, failed, alone=not folder):
        path, relative = file.path, file.name
        form, id = form_of(relative, forms)
        at = f"{shown}/{relative}"
        if path.is_symlink() and (fault := linked_out(path, at, root)) is not None:
            found.append(fault)
            continue
        if file.original:
            found.append(copy_fault(at, path, file.original))
            continue
        if form is None:
            unread.append(relative)
            continue
        if (orphan := missing_original(path)) is not None:
            found.append(missing_original_fault(at, path.name, orphan))
        if (fault := _id_fault(at, id, taken.setdefault((form.model, id), relative), relative)) is not None:
            found.append(fault)
            continue
        wanted.append(Wanted(path, at, form, id))
    for one, (came, entry) in zip(wanted, _reading(wanted, root, cache, workers, known), strict=True):
        document, model, more, at, form, id = came.document, came.model, came.found, one.at, one.form, one.id
        learn(came.texts)
        if document is not None and came.line is not None:
            cache.use(document.digest, came.line)
        if document is not None and model is None and (other := likely_form(document.data, forms, form)) is not None:
            more = [wrong_folder(at, form, other)]
            broken.append((other.kind, id))
        found += more
        if document is None or model is None:
            if document is None or not is_open_draft(document):
                broken.append((form.kind, id))
        elif not model.draft or model.secrecy is not Secrecy.NONE:  # a secret draft in a public folder is a leak
            entries.append(entry or Entry(form.kind, id, at, model, document))
            digests.append(f"{at.removeprefix(f'{shown}/')} {document.digest}")
        else:
            drafts.append(entry or Entry(form.kind, id, at, model, document))
    found += unreadable_folders(root, shown, failed)
    guessed, more = report_unread(root, shown, unread, forms, lambda path: _peek(path, root, cache))
    broken += guessed
    found += more
    attachments, more = inspect(root, shown)
    found += more
    if site is None:
        return Loaded(None, in_order(found))
    for name in files_with_digests((site, *(entry.model for entry in (*entries, *drafts)))) & attachments.keys():
        attachments[name] = replace(attachments[name], sha256=digest_of(root / name))
    names = [replace(name, source=entry.path) for entry in entries for name in naming(entry)]
    digests += [f"{a.path} {a.size}" for a in attachments.values()]
    digest = hashlib.sha256("\n".join(sorted(digests)).encode("utf-8", "surrogateescape")).hexdigest()
    catalog = Catalog(folder, site, entries, names, broken, attachments, digest, drafts, memory)
    whole = [with_names_split(catalog, entry) for entry in entries]
    if any(new is not old for new, old in zip(whole, entries, strict=True)):
        catalog = Catalog(folder, site, whole, names, broken, attachments, digest, drafts, memory)
    return Loaded(catalog, in_order(found), settings)


def _id_fault(at: str, id: str, first: str, relative: str) -> Diagnostic | None:
    """Why a file may not have the id that its name gives; `first` is the file that had it first."""
    lost = next((c for c in strip_marks(relative) if c.isalpha() and not c.isascii()), None)
    if lost is not None:
        stem, dot, ending = relative.split("/")[-1].rpartition(".")
        letter, better = f"“{lost}” (U+{ord(lost):04X})", f"{id_of(corrected(stem)) or 'ten-tep'}{dot}{ending}"
        message = msg("`{name}` holds {letter}, which no address can have", name=relative, letter=letter)
        return refuse("FILE013", Span(at), message, msg("rename the file, for example `{name}`", name=better))
    if not all(id.split("/")) or "?" in relative:  # `?` stands for bytes that belong to no letter
        message = msg("`{name}` gives no id", name=relative)
        return refuse("FILE013", Span(at), message, msg("rename it, for example `van-phong.yml`"))
    if first != relative:
        message = msg("`{name}` and `{first}` both have the id `{id}`", name=relative, first=first, id=id)
        return refuse("FILE012", Span(at), message, msg("rename one of them"))
    return None

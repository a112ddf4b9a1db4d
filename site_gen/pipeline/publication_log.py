"""The publication log of each site: judged before anything is written, and carried on after it was."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, Severity, Span
from site_gen.base.messages import msg
from site_gen.joined.published import disclosures_of
from site_gen.joined.register import discreet
from site_gen.kinds.apology.model import Apology
from site_gen.model.entry import marked_with
from site_gen.model.fields import FileIn
from site_gen.outputs.publication_log import (
    Log,
    Published,
    append,
    changes,
    published_digest,
    read_log,
)
from site_gen.pages.contributions import Disclosure
from site_gen.pipeline.gather import GatheredSite
from site_gen.reading.site_files import LOG


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was added to a site's log: the file, how messages name it, and how many lines."""

    file: Path
    shown: str
    lines: int


def log_of(site: GatheredSite) -> Log:
    """The log of a site; empty where there is none, and broken at its first line where it cannot be read."""
    try:
        return read_log((site.root / LOG).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Log()
    except (OSError, UnicodeDecodeError):
        return Log(broken=1)


def judge_log(site: GatheredSite) -> Iterator[Diagnostic]:
    """An error where the past was changed, whether or not the log is still carried on."""
    if (broken := log_of(site).broken) > 0:
        message = msg("this line does not follow from the one before it")
        hint = msg("take back the file as it was published last, and build again")
        yield Diagnostic("LOG001", Severity.ERROR, message, Span(f"{site.shown}/{LOG}", broken, 1), hint)


def record(site: GatheredSite, out: Path) -> Recorded | None:
    """Adds to the log of a site what differs in the output from what the log says; None where nothing does, or none is kept."""
    if not site.snapshot.site.publication_log:
        return None
    log = log_of(site)
    added = changes(log, tuple(_published(site, out)), site.snapshot.as_of)
    if not added:
        return None
    append(site.root / LOG, added)
    return Recorded(site.root / LOG, f"{site.shown}/{LOG}", len(added))


def _published(site: GatheredSite, out: Path) -> Iterator[Published]:
    """What the output shows of a site: the page of each disclosure, and every attachment but those of notices.

    Of a notice to a person there is number, unit and days; not even the name of its file stays when its time is over.
    """
    pages: dict[str, Disclosure] = {}
    for one in disclosures_of(site.snapshot):
        path = one.url.partition("#")[0]
        if path and "://" not in path:
            pages.setdefault(path, replace(discreet(one), unit=one.unit))
    for path, one in pages.items():
        try:
            data = (out / site.prefix / path).read_bytes()
        except OSError:  # an address of another site, or of a page that is no longer shown
            continue
        source = one.entry.removeprefix(f"{site.shown}/")
        digest = published_digest(path, data)
        yield Published(
            path, digest, one.title, one.number, one.unit, one.published, one.until, source, _sha256(site.root / source)
        )
    notices = frozenset(
        file for entry in site.snapshot.catalog.all(Apology) for _, _, file in marked_with(entry.model, FileIn)
    )
    for path in site.attachments():
        own = path.removeprefix(site.prefix)
        if own in notices:
            continue
        yield Published(own, _sha256(out / path), source=own, source_sha256=_sha256(site.root / own))


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""

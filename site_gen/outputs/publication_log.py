"""The publication log: what was put up, changed and taken down, a line of JSON for each, chained so that a changed past shows.

Each line holds the SHA-256 of the line before it. Whoever changes, adds or takes out a line of the past breaks the chain at
the next one; whoever writes all of it anew ends with another last digest than the one that others have noted.

Of a page the words count, not the markup: another template, a compressed copy or a banner of the web server around it are not
another publication. Of any other file all bytes count.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from html import unescape
from pathlib import Path
from typing import Any

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.reading.refusals import Refusal

BEGINNING = "0" * 64
"""What the first line has for a digest of the line before it."""
_TAG = re.compile(r"<(?:script|style)\b.*?</(?:script|style)\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)


LOGS: tuple[Refusal, ...] = (
    Refusal("LOG001", Severity.ERROR, msg("the past of the publication log was changed"),
            msg("Each line of `publication-log.jsonl` holds the SHA-256 of the line before it. Here it does not: a line was changed, added, taken out or merged by hand. Take the file back as it stood in the version that was published last, and build again; the build adds what has happened since.")),
)  # fmt: skip  # a table: code, severity and title in a line, its texts below


class Did(StrEnum):
    """What happened to an address."""

    UP = "up"
    CHANGED = "changed"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Published:
    """An address with what was published there.

    Attributes:
        path: Below the site's folder of the output.
        sha256: Of its words, or of its bytes.
        title: What the register of disclosures calls it, which names no person; empty for a file.
        number: Number and symbol.
        unit: Id of the unit that answers for it.
        first: Its first day, as the content says it.
        last: Its last day.
        source: The content file that it comes from, below the site's folder.
        source_sha256: Of the bytes of that file.
    """

    path: str
    sha256: str
    title: str = ""
    number: str = ""
    unit: str = ""
    first: date | None = None
    last: date | None = None
    source: str = ""
    source_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the log.

    Attributes:
        day: The day of building on which it happened.
        did: What happened.
        what: What is published there since; of what was taken down, what was.
        previous: The SHA-256 of the line before.
    """

    day: date
    did: Did
    what: Published
    previous: str = BEGINNING

    def text(self) -> str:
        """The line as it stands in the file, without its end: keys in their order, empty ones left out."""
        w = self.what
        values = {
            "day": self.day.isoformat(),
            "did": self.did.value,
            "path": w.path,
            "sha256": w.sha256,
            "title": w.title,
            "number": w.number,
            "unit": w.unit,
            "from": w.first.isoformat() if w.first else "",
            "until": w.last.isoformat() if w.last else "",
            "source": w.source,
            "source_sha256": w.source_sha256,
            "previous": self.previous,
        }
        return json.dumps({key: value for key, value in values.items() if value}, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Log:
    """A log as it was read.

    Attributes:
        lines: Those before the first that is broken.
        broken: The number of the first line that does not follow from the one before it, or cannot be read; 0 where all do.
    """

    lines: tuple[Line, ...] = ()
    broken: int = 0

    @property
    def last(self) -> str:
        """The digest of the last line: whoever notes it can tell later whether anything before it was changed."""
        return digest_of(self.lines[-1].text()) if self.lines else BEGINNING

    def standing(self) -> dict[str, Published]:
        """What is published by the log, by path."""
        out: dict[str, Published] = {}
        for line in self.lines:
            if line.did is Did.DOWN:
                out.pop(line.what.path, None)
            else:
                out[line.what.path] = line.what
        return out

    def gone(self) -> frozenset[str]:
        """The addresses that were taken down."""
        standing = self.standing()
        return frozenset(line.what.path for line in self.lines if line.what.path not in standing)

    def days_of(self, path: str) -> tuple[date | None, date | None]:
        """The day on which an address was put up first, and that on which it was last taken down; None where neither is known."""
        mine = [line for line in self.lines if line.what.path == path]
        first = mine[0].day if mine else None
        return first, mine[-1].day if mine and mine[-1].did is Did.DOWN else None


def digest_of(text: str) -> str:
    """SHA-256 of a text as UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def page_digest(page: bytes) -> str:
    """SHA-256 of the words between `<main>` and `</main>`: tags are blanks, entities are letters, blanks count once."""
    text = page.decode("utf-8", "replace")
    start, end = text.find("<main"), text.rfind("</main>")
    inside = text[start:end] if 0 <= start < end else text
    return digest_of(" ".join(unescape(_TAG.sub(" ", inside)).split()))


def published_digest(path: str, data: bytes) -> str:
    """What counts of a published file."""
    return page_digest(data) if path.endswith(".html") else hashlib.sha256(data).hexdigest()


def read_log(text: str) -> Log:
    """The lines of a log up to the first that is broken."""
    lines: list[Line] = []
    previous = BEGINNING
    rows = text.split("\n")
    if rows[-1] == "":
        rows.pop()
    for number, row in enumerate(rows, 1):
        line = _line(row)
        if line is None or line.previous != previous or line.text() != row:
            return Log(tuple(lines), number)
        lines.append(line)
        previous = digest_of(row)
    return Log(tuple(lines))


def _line(row: str) -> Line | None:
    try:
        values: Any = json.loads(row)
        texts = {key: value for key, value in values.items() if isinstance(value, str)}
        what = Published(
            texts["path"],
            texts["sha256"],
            texts.get("title", ""),
            texts.get("number", ""),
            texts.get("unit", ""),
            date.fromisoformat(texts["from"]) if "from" in texts else None,
            date.fromisoformat(texts["until"]) if "until" in texts else None,
            texts.get("source", ""),
            texts.get("source_sha256", ""),
        )
        return Line(date.fromisoformat(texts["day"]), Did(texts["did"]), what, texts["previous"])
    except (ValueError, KeyError, AttributeError, RecursionError):
        return None


def changes(log: Log, now: Sequence[Published], day: date) -> tuple[Line, ...]:
    """The lines to be added, by path: what is new, what is no longer as the log says, what is gone."""
    standing = log.standing()
    there = {one.path: one for one in now}
    found: list[tuple[Did, Published]] = []
    for path in sorted({*standing, *there}):
        before, after = standing.get(path), there.get(path)
        if after is None and before is not None:
            found.append((Did.DOWN, before))
        elif after is not None and before is None:
            found.append((Did.UP, after))
        elif after is not None and after != before:
            found.append((Did.CHANGED, after))
    return tuple(_chained(log.last, (Line(day, did, what) for did, what in found)))


def _chained(previous: str, lines: Iterable[Line]) -> Iterator[Line]:
    for line in lines:
        made = replace(line, previous=previous)
        previous = digest_of(made.text())
        yield made


def append(file: Path, lines: Sequence[Line]) -> None:
    """Adds lines, all or none of them: the file is written anew beside itself and exchanged."""
    before = file.read_bytes() if file.exists() else b""
    temporary = file.with_name(f".{file.name}.tmp")
    temporary.write_bytes(before + "".join(line.text() + "\n" for line in lines).encode())
    temporary.replace(file)

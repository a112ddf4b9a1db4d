"""An iCalendar file (RFC 5545) of what falls due: all-day events, the same bytes for the same day of building."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit

from site_gen.base.dataclass import dataclass
from site_gen.pages.page import Artifact

PATH = "cong-khai/lich.ics"
OCTETS = 75
"""RFC 5545, 3.1: a line is not longer than so many octets, its end excluded."""


@dataclass(frozen=True, slots=True)
class Event:
    """A day on which something falls due.

    Attributes:
        key: What it is, apart from its day and wording: an event whose title changes is still the same event.
        day: The due day.
        title: What falls due.
        text: Who answers for it, and more.
        url: Its page, from the site's root.
    """

    key: str
    day: date
    title: str
    text: str = ""
    url: str = ""


def calendar(events: Iterable[Event], title: str, owner: str, base_url: str, as_of: date) -> Artifact:
    """The file. `owner` tells this site's events from those of another one; without `base_url` they have no address."""
    home = base_url.rstrip("/")
    host = urlsplit(home).hostname or "sitegen.invalid"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sitegen//lich cong khai//VI", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", f"X-WR-CALNAME:{escaped(title)}"]
    once = {(e.key, e.day): e for e in events}
    for event in sorted(once.values(), key=lambda e: (e.day, e.key)):
        lines += _event(event, f"{host}/{owner}", home, as_of)
    lines.append("END:VCALENDAR")
    return Artifact(PATH, "".join(folded(line) for line in lines).encode())


def _event(event: Event, whose: str, home: str, as_of: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uid(f'{whose}/{event.key}/{event.day.isoformat()}')}"
    yield f"DTSTAMP:{as_of:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(1):%Y%m%d}"
    yield f"SUMMARY:{escaped(event.title)}"
    if event.text:
        yield f"DESCRIPTION:{escaped(event.text)}"
    if home and event.url:
        yield f"URL:{home}/{event.url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def uid(name: str) -> str:
    """A name for ever, in letters alone: `@` would make it look like a mailbox, and twelve digits like somebody's number."""
    return "sitegen-" + "".join(chr(ord("a") + int(c, 16)) for c in hashlib.sha256(name.encode()).hexdigest()[:32])


def escaped(text: str) -> str:
    """A TEXT value (3.3.11): backslash, semicolon and comma are escaped, a line end becomes `\\n`."""
    for plain, safe in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        text = text.replace(plain, safe)
    return "".join(c for c in text if ord(c) >= 32 or c == "\t")


def folded(line: str) -> str:
    """The line with its end, folded between letters so that no part is longer than 75 octets."""
    parts: list[str] = []
    part, size = "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > OCTETS:
            parts.append(part)
            part, size = " ", 1
        part, size = part + letter, size + width
    return "\r\n".join([*parts, part]) + "\r\n"

"""The life of a frozen register: it is frozen, and stays."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.kinds.register.model import Register
from site_gen.model.entry import Entry
from site_gen.pages.contributions import Section
from site_gen.pages.life import Disclosed, Life, Moment, life, subject_of
from site_gen.rules.snapshot import Snapshot

SECTION = Section(
    "cong-khai",
    "cong-khai/danh-muc/index.html",
    msg("Registers frozen by the quarter"),
    msg("What had been made public by the end of each quarter, as it stood then."),
    96,
)


def url(id: str) -> str:
    """Address of a frozen register."""
    return f"cong-khai/danh-muc/{id}.html"


def title(entry: Entry[Register]) -> str:
    """What lists and links call a register."""
    return f"Danh mục thông tin công khai {entry.model.quarter}"


def in_order(snapshot: Snapshot) -> list[Entry[Register]]:
    """Every register, the newest quarter first."""
    return sorted(snapshot.catalog.all(Register), key=lambda entry: entry.model.quarter, reverse=True)


def lives(snapshot: Snapshot) -> Iterator[Life]:
    """Each frozen register is itself something made public."""
    for entry in in_order(snapshot):
        register = entry.model
        made = Disclosed(
            topic="register",
            created=register.frozen_on,
            published=register.published_at or register.frozen_on,
            period=register.quarter,
        )
        yield life(subject_of(entry, title(entry), url(entry.id), snapshot.site.unit), Moment(None, disclosed=made))

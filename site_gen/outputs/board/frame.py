"""What surrounds the content of a board sheet: authority, motto, place, address, foot."""

from __future__ import annotations

import re

from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import excerpt
from site_gen.model.settings import Site
from site_gen.pages.contributions import Sheet
from site_gen.rules.snapshot import Snapshot

RUNNING = 95
"""So many letters of the title stand above the second and later pages: one line."""
_COMMITTEE = re.compile(r"((?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân)\s+(.+)", re.IGNORECASE)
_LEVEL = re.compile(r"(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)\s+(.+)", re.IGNORECASE)


def frame_of(snapshot: Snapshot, sheet: Sheet, paper: str, qr: str) -> Context:
    """Everything that a template needs besides the sheet's own context; `qr` is the SVG of its code, or empty."""
    site = snapshot.catalog.site
    address = address_of(site, sheet)
    return {
        "paper": paper,
        "landscape": sheet.landscape,
        "enlarged": sheet.enlarged,
        "language": site.language.value,
        "name": site.name,
        "short": site.short_name,
        "authority": list(authority(site.name)),
        "place": place(site.name),
        "title": sheet.title,
        "running": excerpt(f"{site.short_name}: {sheet.title}", RUNNING),
        "updated": sheet.updated,
        "address": address,
        "shown": address or sheet.url,
        "qr": qr,
        "phone": site.contact.phone or "",
        "sample": sheet.sample,
        "illustration": site.illustration is not None,
    }


def address_of(site: Site, sheet: Sheet) -> str:
    """The whole address of the page behind a sheet; empty where the site has none, or the sheet has no page."""
    return whole_address(site, sheet.url)


def whole_address(site: Site, url: str) -> str:
    """The whole address of a page of the site; empty where either is not known."""
    return f"{site.base_url.rstrip('/')}/{url}" if site.base_url and url else ""


def authority(name: str) -> tuple[Plain, ...]:
    """The name at the left of the motto, in capitals: `ỦY BAN NHÂN DÂN` on a line of its own, then whose."""
    parts = _COMMITTEE.fullmatch(name.strip())
    return tuple(part.upper() for part in (parts.groups() if parts else (name.strip(),)))


def place(name: str) -> str:
    """The place that letters are dated from: the name of the commune alone; empty where the name does not tell."""
    parts = _COMMITTEE.fullmatch(name.strip())
    level = _LEVEL.fullmatch(parts[2]) if parts else None
    return level[1] if level else ""

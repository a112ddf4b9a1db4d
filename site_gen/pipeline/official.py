"""What may be published though it looks personal: contacts that content declares official, and what the site allows."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from pydantic import BaseModel

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, Severity, Span
from site_gen.base.messages import msg
from site_gen.base.traces import remembered
from site_gen.model.entry import Entry
from site_gen.model.settings import Allowance
from site_gen.outputs.privacy import key, masked, scan
from site_gen.outputs.privacy.codes import EXPIRED, UNUSED
from site_gen.pipeline.gather import Gathered
from site_gen.pipeline.places import SourceFiles
from site_gen.rules.snapshot import Snapshot
from site_gen.rules.values import walk

CONTACTS = frozenset({
    "phone", "phones", "email", "emails", "hotline", "hotlines", "fax", "official_phone", "official_email", "security_contact",
})  # fmt: skip  # words of a list, read as a paragraph
"""Fields that hold official contacts, whatever the model: for private ones no model has a field."""


@dataclass(frozen=True, slots=True)
class Official:
    """What one site may publish.

    Attributes:
        folder: The site's folder in the output, empty for one that stands alone.
        settings: Its `site.yml`.
        keys: Every value that may be published.
        allowed: What `site.yml` allows, each under the keys by which it may be met.
    """

    folder: str
    settings: str
    keys: frozenset[str]
    allowed: tuple[tuple[frozenset[str], Allowance], ...] = ()


def officials(gathered: Gathered) -> tuple[Official, ...]:
    """For each site what it may publish; a portal shows what its sites may."""
    out = []
    for site in gathered.sites:
        catalog = site.snapshot.catalog
        allowed = tuple((frozenset(_keys(a.value)), a) for a in catalog.site.privacy.allow)
        declared = {k for text in _contacts(catalog.site) for k in _keys(text)}
        declared.update(*(_declared(site.snapshot, entry) for entry in catalog.entries()))
        keys = frozenset(declared.union(*(keys for keys, _ in allowed)))
        out.append(Official(catalog.folder, site.settings, keys, allowed))
    return tuple(out)


@remembered
def _declared(snapshot: Snapshot, entry: Entry[Any]) -> frozenset[str]:
    """The keys of what an entry declares as a contact."""
    return frozenset(k for text in _contacts(entry.model) for k in _keys(text))


def _contacts(model: BaseModel) -> Iterator[str]:
    for loc, value in walk(model, ()):
        if isinstance(value, str) and next((step for step in reversed(loc) if isinstance(step, str)), "") in CONTACTS:
            yield value


def _keys(text: str) -> set[str]:
    """The keys by which a value may be met: as a whole, and each number in it."""
    return {key(text), *(hit.key for hit in scan(text)), *(hit.key for hit in scan(f"điện thoại: {text}"))}


def allowance_findings(
    official: Official, seen: Collection[str], as_of: date, files: SourceFiles
) -> Iterator[Diagnostic]:
    """Of a site's allowances those that nothing needs any more, and those whose time is up.

    `seen` holds the keys of the official values that the site publishes.
    """
    for keys, allowance in official.allowed:
        value = masked(allowance.value)
        at = files.place(key(allowance.value), allowance.value, (official.settings,)) or Span(official.settings, 1, 1)
        if keys.isdisjoint(seen):
            message = msg("allowing {value} has no effect: it is published nowhere", value=value)
            yield Diagnostic(UNUSED, Severity.WARNING, message, at, msg("delete it from `privacy` in site.yml"))
        elif allowance.until is not None and allowance.until < as_of:
            message = msg("the permission to publish {value} has expired", value=value)
            hint = msg("take the value off the page, or give a later `until` with a reason")
            yield Diagnostic(EXPIRED, Severity.WARNING, message, at, hint)

"""Everything that can be found: each page of the site that answers a question, and the rows that have no page of their own.

No kind says anything for this: its pages, its names and what it lists are enough. What may not be listed by search engines
(notices about persons before all) is not found here either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from site_gen.base.messages import Message, msg
from site_gen.base.values import words
from site_gen.base.vietnamese import fold
from site_gen.kinds import KINDS
from site_gen.kinds.document.model import Validity
from site_gen.kinds.document.register import register
from site_gen.kinds.procedure.choices import OnlineLevel
from site_gen.kinds.procedure.items import by_code
from site_gen.model.catalog import Name
from site_gen.pages.contributions import SearchEntry
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot

_GROUPS: Mapping[str, tuple[Message, int]] = {
    "procedure": (msg("Procedures"), 6),
    "unit": (msg("Units"), 4),
    "person": (msg("Contact"), 3),
    "plan": (msg("Plans"), 3),
    "document": (msg("Documents"), 3),
    "scorecard": (msg("Scorecards"), 2),
    "task": (msg("Tasks of plans"), 1),
    "news": (msg("News"), 0),
}
"""What people look for, most sought first; other kinds stand in their section with the weight 2."""
_SITE = (msg("This website"), 2)
_LISTS_OTHERS = ("register", "site", "expired_list")
"""Subjects whose pages only repeat what others hold: they are found by title, not by every word on them."""
_CODE = re.compile(r"(?=\S*\d)\S+")


def search_entries(snapshot: Snapshot, pages: Iterable[Page]) -> tuple[SearchEntry, ...]:
    """What search and the index from A to Z know, by address."""
    shown = {page.url: page for page in pages if page.index or page.find}
    found = {page.url: _page(snapshot, page) for page in shown.values() if page.find is not False}
    for name in _names(snapshot):
        url, mark, _ = name.url.partition("#")
        if url not in shown or (not mark and url not in found):
            continue
        item = found.get(name.url) or _row(snapshot, name, shown[url])
        found[name.url] = _named(item, name.text)
    facts = _facts(snapshot)
    return tuple(replace(found[url], **facts.get(url, {})) for url in sorted(found))


def _facts(snapshot: Snapshot) -> Mapping[str, Mapping[str, Any]]:
    """What results are narrowed by and ranked by beside their words, by address."""
    facts: dict[str, Mapping[str, Any]] = {}
    for item in by_code(snapshot.catalog, snapshot.as_of).values():
        shown = item.guide.model if item.guide else item.row
        if item.guide:
            online = item.guide.model.online_level in (OnlineLevel.FULL, OnlineLevel.PARTIAL)
        else:
            online = bool(item.row and item.row.online)
        facts[item.url] = {"level": (shown and shown.level) or "", "online": online, "expired": not item.applies}
    url_of = next(kind.url_of for kind in KINDS if kind.name == "document")
    for filed in register(snapshot.catalog, snapshot.as_of).all:
        if filed.validity is Validity.EXPIRED:
            facts[url_of(filed.entry)] = {"expired": True}
    return facts


def from_portal(snapshot: Snapshot, found: Iterable[SearchEntry]) -> Iterator[SearchEntry]:
    """What a site holds as its portal finds it: below the site's folder, with the authority's name as the place.

    The words of the texts stay with the sites: a portal over many of them would weigh too much for a phone.
    """
    folder, name = snapshot.catalog.folder, snapshot.catalog.site.short_name
    for item in found:
        place = f"{name} · {item.place}" if item.place else name
        yield replace(item, url=f"{folder}/{item.url}", place=place, text="")


def _names(snapshot: Snapshot) -> Iterator[Name]:
    """Every name of an entry, and of what it lists, with the address it leads to."""
    kinds = {kind.name: kind for kind in KINDS}
    for entry in snapshot.catalog.entries():
        kind = kinds[entry.kind]
        if isinstance(entry.model, kind.forms[0].model):
            label, url = kind.label_of(entry), kind.url_of(entry)
            for text in kind.names(entry):
                if text:
                    yield Name(kind.name, entry.id, text, label, url)
        else:
            for name in kind.listed(entry):
                # A guide of its own goes before the row that lists it.
                if _first(snapshot, name):
                    yield name


def _first(snapshot: Snapshot, name: Name) -> bool:
    first = snapshot.catalog.named(name.kind, name.id)
    return first is None or first.url == name.url


def _group(snapshot: Snapshot, name: str) -> tuple[str, int]:
    title, weight = _GROUPS.get(name, (None, 2))
    if title is None:
        section = next((kind.section for kind in KINDS if kind.name == name), None)
        title, weight = (section.title, 2) if section else _SITE
    return snapshot.say(title), weight


def _page(snapshot: Snapshot, page: Page) -> SearchEntry:
    kind = page.template.partition("/")[0] if "/" in page.template else ""
    thing = page.subject[0]
    group, weight = _group(snapshot, thing if thing in _GROUPS else kind)
    place = page.crumbs[-1][0] if len(page.crumbs) > 1 else ""
    text = "" if not thing or not page.index or thing in _LISTS_OTHERS else _words(snapshot, page)
    if page.formal:
        return SearchEntry(page.url, page.formal, group, weight, place, text=text, called=page.title)
    return SearchEntry(page.url, page.title, group, weight, place, text=text)


def _words(snapshot: Snapshot, page: Page) -> str:
    return snapshot.memory.latest(("words", page.url), page.context, lambda: " ".join(words(page.context)))


def _row(snapshot: Snapshot, name: Name, page: Page) -> SearchEntry:
    group, weight = _group(snapshot, name.kind)
    return SearchEntry(name.url, name.label, group, weight, page.title)


def _named(item: SearchEntry, text: str) -> SearchEntry:
    """The item with one more name, unless its title says it already."""
    if fold(text) in fold(item.title) and not _CODE.fullmatch(text):
        return item
    if _CODE.fullmatch(text):
        return item if text in item.codes else replace(item, codes=(*item.codes, text))
    return item if text in item.also else replace(item, also=(*item.also, text))

"""The section "Công khai": what the commune makes public, by kind, and whether anything is there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Record
from site_gen.joined import ledger_pages, register_pages
from site_gen.joined.coverage import coverage
from site_gen.joined.ledger import Ledger
from site_gen.joined.ledger_agenda import URL as LEDGER
from site_gen.joined.register import TITLE
from site_gen.kinds import KINDS
from site_gen.pages.contributions import Disclosure, Section
from site_gen.pages.frames import Shown
from site_gen.pages.page import Page, latest
from site_gen.rules.snapshot import Snapshot

MENU = "cong-khai"
URL = "cong-khai/index.html"


@dataclass(frozen=True)
class SectionRow(Record):
    """A section of what is made public, and when it last changed."""

    url: Address
    title: str
    text: str
    updated: date | None


@dataclass(frozen=True)
class Hub(Shown):
    """The page that leads to all sections."""

    template = "disclosure.html"
    sections: tuple[SectionRow, ...]
    summary: str
    ledger: Address = LEDGER


def disclosure_pages(
    snapshot: Snapshot, own: list[Page], disclosures: tuple[Disclosure, ...], ledger: Ledger
) -> Iterator[Page]:
    """The hub of everything that is made public, the register of it, and the state of every duty."""
    mine = [ledger_pages.ledger_page(snapshot, ledger), *register_pages.register_pages(snapshot, disclosures)]
    yield from mine
    changed = {page.url: page.updated for page in [*own, *mine]}
    sections = (
        (LEDGER, ledger_pages.TITLE, ledger_pages.TEXT),
        (register_pages.URL, TITLE, register_pages.TEXT),
        *((s.url, s.title, s.text) for s in sections_of(MENU)),
    )
    rows = tuple(
        SectionRow(url, snapshot.say(title), snapshot.say(text), changed[url]) for url, title, text in sections
    )
    words = "" if ledger.ended else ledger_pages.summary(snapshot, ledger, coverage(ledger))
    newest = latest(changed[url] for url, _, _ in sections)
    yield Page(URL, Hub.template, snapshot.say(msg("Disclosure")), Hub(rows, words), section=MENU, updated=newest)


def sections_of(menu: str) -> list[Section]:
    """The sections below an entry of the menu, in order."""
    return sorted((k.section for k in KINDS if k.section and k.section.menu == menu), key=lambda s: s.order)

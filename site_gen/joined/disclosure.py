"""The section "Công khai": what the commune makes public, by kind, and whether anything is there."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import Message, msg, say
from site_gen.base.values import Context, Plain
from site_gen.joined import ledger_pages, register_pages
from site_gen.joined.coverage import coverage
from site_gen.joined.ledger import Ledger
from site_gen.joined.ledger_agenda import URL as LEDGER
from site_gen.kinds import KINDS
from site_gen.pages.contributions import Disclosure
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot

MENU = "cong-khai"
URL = "cong-khai/index.html"


def disclosure_pages(
    snapshot: Snapshot, own: list[Page], disclosures: tuple[Disclosure, ...], ledger: Ledger
) -> Iterator[Page]:
    """The hub of everything that is made public, the register of it, and the state of every duty."""

    def text(message: Message) -> str:
        return say(message, snapshot.catalog.site.language.value)

    mine = [ledger_pages.ledger_page(snapshot, ledger), *register_pages.register_pages(snapshot, disclosures)]
    yield from mine
    by_url = {page.url: page for page in [*own, *mine]}
    standing = (
        (LEDGER, ledger_pages.TITLE, ledger_pages.TEXT),
        (register_pages.URL, register_pages.TITLE, register_pages.TEXT),
    )
    sections = sorted((k.section for k in KINDS if k.section and k.section.menu == MENU), key=lambda s: s.order)
    rows: list[Plain] = [
        {
            "url": url,
            "title": text(title),
            "text": text(words),
            "updated": "/".join(reversed(by_url[url].updated.split("-"))) if by_url[url].updated else "",
        }
        for url, title, words in (*standing, *((s.url, s.title, s.text) for s in sections))
    ]
    newest = max(by_url[url].updated for url in (*(s.url for s in sections), LEDGER, register_pages.URL))
    context: Context = {
        "sections": rows,
        "summary": "" if ledger.ended else ledger_pages.summary(snapshot, ledger, coverage(ledger)),
        "ledger": LEDGER,
    }
    yield Page(URL, "disclosure.html", text(msg("Disclosure")), context, section=MENU, updated=newest)

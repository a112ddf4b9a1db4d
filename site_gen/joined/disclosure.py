"""The section "Công khai": what the commune makes public, by kind, and whether anything is there."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import Message, msg, say
from site_gen.kinds import KINDS
from site_gen.pages.edition import Edition
from site_gen.pages.page import Page, Plain

MENU = "cong-khai"
URL = "cong-khai/index.html"


def disclosure_pages(edition: Edition, own: list[Page]) -> Iterator[Page]:
    """The hub of everything that is made public."""

    def text(message: Message) -> str:
        return say(message, edition.catalog.site.language.value)

    by_url = {page.url: page for page in own}
    sections = sorted((k.section for k in KINDS if k.section and k.section.menu == MENU), key=lambda s: s.order)
    rows: list[Plain] = [
        {
            "url": section.url,
            "title": text(section.title),
            "text": text(section.text),
            "updated": "/".join(reversed(by_url[section.url].updated.split("-")))
            if by_url[section.url].updated
            else "",
        }
        for section in sections
    ]
    newest = max((by_url[s.url].updated for s in sections), default="")
    yield Page(URL, "disclosure.html", text(msg("Disclosure")), {"sections": rows}, section=MENU, updated=newest)

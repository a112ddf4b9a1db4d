"""The pages of one site: those of its kinds, and those that every site has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg, say
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date
from site_gen.joined.assessor import assessor_pages
from site_gen.joined.carried import with_carried
from site_gen.joined.changed import with_changes
from site_gen.joined.consequence_panels import consequence_panels
from site_gen.joined.consequences import facts
from site_gen.joined.data_pages import data_pages
from site_gen.joined.disclosure import disclosure_pages
from site_gen.joined.duty_papers import duty_papers_agenda, duty_papers_changes
from site_gen.joined.english import GUIDE_HERE, guide_page, with_translations
from site_gen.joined.feeds import ALL, Feed, feeds_of, title_of_all, with_feeds
from site_gen.joined.graph import with_graph
from site_gen.joined.home import doors, home_page
from site_gen.joined.hub import attach
from site_gen.joined.index_pages import INDEX, index_pages
from site_gen.joined.initiatives import initiative_panels
from site_gen.joined.ledger import Ledger, ledger_of
from site_gen.joined.ledger_agenda import ledger_agenda, ledger_changes
from site_gen.joined.ledger_pages import home_panel
from site_gen.joined.lives import agenda_of_kind, changes_of_kind
from site_gen.joined.news import news_pages
from site_gen.joined.of_kinds import pages_of_kind, panels_of_kind
from site_gen.joined.proof_panels import proof_panels
from site_gen.joined.proofs import proofs_of
from site_gen.joined.published import disclosures_of
from site_gen.joined.register_pages import with_live_links
from site_gen.joined.reporting import reporting_agenda, reporting_changes, reporting_panels
from site_gen.joined.samples import with_mixed
from site_gen.joined.search_entries import search_entries
from site_gen.joined.statement import statement
from site_gen.joined.tables import tables_of, with_data
from site_gen.joined.unit_front import unit_fronts
from site_gen.kinds import KINDS
from site_gen.kinds.feedback.moments import SECTION as FEEDBACK
from site_gen.kinds.person.moments import URL as CONTACT
from site_gen.kinds.person.pages import counter, spokesperson
from site_gen.model.settings import Language, Site
from site_gen.pages.contributions import MENU, ScheduledChange, SearchEntry, Table
from site_gen.pages.frames import Shown
from site_gen.pages.page import Agenda, Page, latest
from site_gen.pages.parts import in_parts
from site_gen.reading.shipped import abbreviations, foreign_phrases
from site_gen.rules.snapshot import Link, Snapshot

_ALWAYS = {"cong-khai", "lien-he"}
"""Entries that are worth a place while nothing is written yet; a section without content waits in the footer."""


@dataclass(frozen=True, slots=True)
class Decided:
    """All that one site will publish, as values: pages in order of address, tables, feeds, the ledger of duties, and what
    search finds.
    """

    pages: tuple[Page, ...]
    tables: tuple[Table, ...]
    feeds: tuple[Feed, ...]
    ledger: Ledger
    found: tuple[SearchEntry, ...]


def pages_of(snapshot: Snapshot) -> tuple[Page, ...]:
    """Every page of the site, panels attached, in order of address."""
    return decided(snapshot).pages


def decided(snapshot: Snapshot) -> Decided:
    """Everything that the site will publish."""
    own = [page for kind in KINDS for page in pages_of_kind(snapshot, kind)]
    disclosures = disclosures_of(snapshot)
    ledger = ledger_of(snapshot, disclosures)
    panels = [*(panel for kind in KINDS for panel in panels_of_kind(snapshot, kind)), *home_panel(snapshot, ledger)]
    proofs = proofs_of(snapshot, ledger)
    panels += [*unit_fronts(snapshot), *proof_panels(snapshot, proofs), *initiative_panels(snapshot)]
    panels += [*consequence_panels(snapshot, facts(snapshot)), *reporting_panels(snapshot)]
    everything = [
        *own,
        *disclosure_pages(snapshot, own, disclosures, ledger),
        *assessor_pages(snapshot, proofs),
        *news_pages(snapshot),
        guide_page(snapshot),
        *_standing_pages(snapshot, own, ledger),
    ]
    tables, feeds = tables_of(snapshot, disclosures, ledger, proofs), feeds_of(snapshot)
    with_own = with_changes(snapshot, with_carried(snapshot, with_live_links(everything)))
    joined = with_translations(snapshot, attach(with_own, panels))
    pages = list(with_data(snapshot, tables, joined))
    pages += [part for page in data_pages(snapshot, tables, feeds, pages) for part in in_parts(snapshot, page)]
    found = search_entries(snapshot, pages)
    pages += index_pages(snapshot, found)
    whole = with_graph(snapshot, with_feeds(with_mixed(snapshot, pages), feeds))
    return Decided(tuple(sorted(whole, key=lambda p: p.url)), tables, feeds, ledger, found)


def agenda_of(snapshot: Snapshot) -> tuple[Agenda, ...]:
    """What is due, late or missing, expired or stale, by state and day: of the kinds, and of the ledger of duties."""
    ledger = ledger_of(snapshot, disclosures_of(snapshot))
    lines = [line for kind in KINDS for line in agenda_of_kind(snapshot, kind)]
    lines += [*reporting_agenda(snapshot), *ledger_agenda(snapshot, ledger), *duty_papers_agenda(snapshot, ledger)]
    return tuple(sorted(lines, key=lambda a: (a.state, a.when or date.max, a.place)))


def scheduled_changes_of(snapshot: Snapshot) -> tuple[ScheduledChange, ...]:
    """The days to come on which the site changes though nobody edits it, by day.

    Where an entry waits for its day, what follows is told as it will be when the entry is there.
    """
    ledger = ledger_of(snapshot, disclosures_of(snapshot))
    found = [t for kind in KINDS for t in changes_of_kind(snapshot, kind)]
    found += [*reporting_changes(snapshot), *ledger_changes(snapshot, ledger), *duty_papers_changes(snapshot, ledger)]
    changes = {t for t in found if t.day > snapshot.as_of}
    days = [e.model.appears for e in snapshot.catalog.waiting if e.model.appears and e.model.appears > snapshot.as_of]
    if days:
        next_ = min(days)
        later = Snapshot(snapshot.catalog.whole.on(next_), next_, snapshot.notes)
        changes = {t for t in changes if t.day <= next_} | {*_appearing(snapshot, next_), *scheduled_changes_of(later)}
    return tuple(sorted(changes, key=lambda t: (t.day, t.place, t.what)))


def _appearing(snapshot: Snapshot, day: date) -> Iterator[ScheduledChange]:
    """What comes up on a day."""
    kinds = {kind.name: kind for kind in KINDS}
    for entry in snapshot.catalog.waiting:
        if entry.model.appears == day:
            kind = kinds[entry.kind]
            is_first = isinstance(entry.model, kind.forms[0].model)
            label, url = (kind.label_of(entry), kind.url_of(entry)) if is_first else (f"{kind.label} {entry.id}", "")
            yield ScheduledChange(day, snapshot.say(msg("{what} appears", what=label)), entry.path, url, (entry.path,))


def chrome(snapshot: Snapshot, pages: tuple[Page, ...]) -> Context:
    """What the frame of every page shows: names, menu, footer."""
    site = snapshot.catalog.site

    def text(message: Message) -> str:
        return say(message, site.language.value)

    urls = {page.url for page in pages}
    filled = {page.section for page in pages if page.sources} | _ALWAYS
    there = [(key, text(label), url) for key, label, url in MENU if url in urls]
    keys = {url: key for key, _, url in there}
    entries = [(entry.label, entry.url) for entry in site.menu] or [
        (label, url) for key, label, url in there if key in filled
    ]
    menu: list[Plain] = [{"key": keys.get(url, url), "label": label, "url": url} for label, url in entries]
    foot = sorted((p for p in pages if p.footer is not None), key=lambda p: (p.footer or 0, p.url))
    shown = {url for _, url in entries}
    waiting = [(label, url) for _, label, url in there if url not in shown]
    extra: list[Plain] = [{"label": label, "url": url} for label, url in [*waiting, *((p.title, p.url) for p in foot)]]
    newest = latest(p.updated for p in pages)
    return {
        "name": site.name,
        "short_name": site.short_name,
        "place": site.place,
        "ended": show_date(site.valid_to) if site.valid_to else "",
        "language": site.language.value,
        "menu": menu,
        "extra": extra,
        "letters": INDEX if INDEX in urls else "",
        "guide": GUIDE_HERE,
        "home": "index.html",
        "contact": {
            "address": site.contact.address or "",
            "phone": site.contact.phone or "",
            "email": site.contact.email or "",
            "hours": site.contact.hours or "",
        },
        "spokesperson": spokesperson(snapshot),
        "illustration": {"source": site.illustration.source, "note": site.illustration.note or ""}
        if site.illustration
        else {},
        "abbreviations": _explained(site),
        "foreign": dict(foreign_phrases(site.language.value, site.foreign_phrases)),
        "index": site.illustration is None,
        "counter": counter(snapshot),
        "feedback": FEEDBACK.url,
        "newest": show_date(newest) if newest else "",
        "base_url": (site.base_url or "").rstrip("/"),
        "portal": "",
        "feeds": [{"url": ALL, "title": title_of_all(snapshot)}],
    }


def _explained(site: Site) -> Context:
    """Abbreviations that pages explain; those that ship are Vietnamese."""
    shipped = abbreviations() if site.language is Language.VI else {}
    return {**shipped, **{one.short: one.full for one in site.abbreviations}}


@dataclass(frozen=True)
class NotFound(Shown):
    """What is shown at an address that does not exist."""

    template = "404.html"
    links: tuple[Link, ...]


def _standing_pages(snapshot: Snapshot, own: list[Page], ledger: Ledger) -> Iterator[Page]:
    """Home, accessibility statement and "not found"."""
    site, urls = snapshot.site, {page.url for page in own}
    yield home_page(snapshot, ledger, latest(p.updated for p in own))
    contact = CONTACT if CONTACT in urls else ""
    yield statement(site.language.value, site.contact.email or "", site.contact.phone or "", contact)
    yield not_found(snapshot.say(msg("Page not found")), tuple(Link(door.title, door.url) for door in doors(snapshot)))


def not_found(title: str, links: tuple[Link, ...]) -> Page:
    """The page that servers show for an address that does not exist."""
    return Page("404.html", NotFound.template, title, NotFound(links), index=False)

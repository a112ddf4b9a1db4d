"""What a stranger needs, in English: who the authority is, how it is organised, how to reach it, how to use the site.

Made where `site.yml` says what the authority is called in English. Words of the frame come from the same catalogues; names
from `name_en` and `role_en`. What has no English name is left to the Vietnamese page, which each of these leads to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg, say
from site_gen.base.values import Address, Context, Key, Record
from site_gen.base.vietnamese import sort_key
from site_gen.kinds.person.model import Person
from site_gen.kinds.unit.model import Unit
from site_gen.kinds.unit.moments import url as unit_url
from site_gen.model.entry import Entry
from site_gen.model.settings import Language
from site_gen.pages.frames import Shown
from site_gen.pages.page import Page
from site_gen.reading.shipped import foreign_phrases
from site_gen.rules.snapshot import Link, Snapshot

HOME, ORGANISATION, CONTACT, GUIDE = "en/index.html", "en/organisation.html", "en/contact.html", "en/how-to-use.html"
GUIDE_HERE = "huong-dan.html"
TRANSLATIONS = {"index.html": HOME, "don-vi/index.html": ORGANISATION, "lien-he.html": CONTACT, GUIDE_HERE: GUIDE}
"""Which page says the same in English."""
MENU = (
    ("home", msg("The authority"), HOME),
    ("organisation", msg("Organisation"), ORGANISATION),
    ("contact", msg("Contact"), CONTACT),
    ("guide", msg("How to use this site"), GUIDE),
)


@dataclass(frozen=True)
class Guide(Shown):
    """How to use the site."""

    template = "guide.html"
    email: str | None
    phone: str | None
    language: Key


@dataclass(frozen=True)
class ContactBox(Record):
    """How to reach the authority; `address_language` where the address is not in English."""

    address: str | None
    address_language: Key
    phone: str | None
    email: str | None
    hours: str | None


@dataclass(frozen=True)
class EnglishHome(Shown):
    """Who the authority is; `here` is its name in its own language."""

    template = "english/home.html"
    name: str
    here: str
    about: str | None
    contact: ContactBox
    menu: tuple[Link, ...]
    built: date


@dataclass(frozen=True)
class EnglishUnit(Record):
    """A unit by its English name and its own."""

    name: str
    here: str
    url: Address
    phone: str | None
    email: str | None


@dataclass(frozen=True)
class UnitGroup(Record):
    """Units of one type."""

    type: str
    units: tuple[EnglishUnit, ...]


@dataclass(frozen=True)
class Organisation(Shown):
    """How the authority is organised."""

    template = "english/organisation.html"
    groups: tuple[UnitGroup, ...]
    more: Address = "don-vi/index.html"


@dataclass(frozen=True)
class EnglishRole(Record):
    """A role by its English name and its own, and who to turn to for what."""

    role: str
    here: str
    name: str | None
    phone: str | None
    email: str | None
    tags: tuple[str, ...]


@dataclass(frozen=True)
class EnglishContact(Shown):
    """How to reach the authority, and who to turn to."""

    template = "english/contact.html"
    contact: ContactBox
    people: tuple[EnglishRole, ...]
    more: Address = "lien-he.html"


def _say(message: Message) -> str:
    return say(message, "en")


def speaks_english(snapshot: Snapshot) -> bool:
    """Whether there are English pages beside those in the site's own language."""
    site = snapshot.catalog.site
    return site.english is not None and site.language is not Language.EN


def guide_page(snapshot: Snapshot) -> Page:
    """How to use the site, in its own language."""
    return _guide(snapshot, GUIDE_HERE, snapshot.say(msg("How to use this site")))


def _guide(snapshot: Snapshot, url: str, title: str, language: str = "") -> Page:
    contact = snapshot.site.contact
    context = Guide(contact.email, contact.phone, language)
    return Page(url, context.template, title, context, section="guide" if language else "")


def with_translations(snapshot: Snapshot, pages: Iterable[Page]) -> Iterator[Page]:
    """Each page with its address in English, where there is one."""
    translations = TRANSLATIONS if speaks_english(snapshot) else {}
    language = snapshot.catalog.site.language.value
    for page in pages:
        translation = translations.get(page.url)
        yield replace(page, alternates=((language, page.url), ("en", translation))) if translation else page


def english_pages(snapshot: Snapshot) -> tuple[Page, ...]:
    """The English pages; none where the site has no English name."""
    site = snapshot.catalog.site
    if site.english is None or not speaks_english(snapshot):
        return ()
    english = site.english
    contact = ContactBox(
        address=english.address or site.contact.address,
        address_language="" if english.address else "vi",
        phone=site.contact.phone,
        email=site.contact.email,
        hours=english.hours,
    )
    home = EnglishHome(
        name=english.name,
        here=site.name,
        about=english.about,
        contact=contact,
        menu=tuple(Link(_say(label), url) for _, label, url in MENU[1:]),
        built=snapshot.as_of,
    )
    units = [e for e in snapshot.catalog.all(Unit) if e.model.name_en and e.model.valid_to is None]
    units += [e for e in snapshot.catalog.all(Unit) if e.id == site.unit and e not in units and e.model.name_en]
    people = [e for e in snapshot.catalog.all(Person) if e.model.role_en]
    made = (
        Page(HOME, home.template, english.short_name, home, section="home"),
        Page(
            ORGANISATION,
            Organisation.template,
            _say(msg("Organisation")),
            Organisation(_groups(units, site.unit)),
            tuple(e.path for e in units),
            section="organisation",
        ),
        Page(
            CONTACT,
            EnglishContact.template,
            _say(msg("Contact")),
            EnglishContact(contact, _people(snapshot, people)),
            tuple(e.path for e in people),
            section="contact",
            sample=any(e.model.sample for e in people),
        ),
        _guide(snapshot, GUIDE, _say(msg("How to use this site")), "en"),
    )
    here = {there: own for own, there in TRANSLATIONS.items()}
    language = site.language.value
    return tuple(replace(p, find=False, alternates=((language, here[p.url]), ("en", p.url))) for p in made)


def _groups(units: Iterable[Entry[Unit]], own: str) -> tuple[UnitGroup, ...]:
    groups: dict[str, list[EnglishUnit]] = {}
    for entry in sorted(units, key=lambda e: (e.id != own, sort_key(e.model.name_en or ""))):
        unit = entry.model
        row = EnglishUnit(unit.name_en or "", unit.name, unit_url(entry.id), unit.phone, unit.email)
        groups.setdefault(unit.type.english, []).append(row)
    return tuple(UnitGroup(kind, tuple(rows)) for kind, rows in groups.items())


def _people(snapshot: Snapshot, people: Iterable[Entry[Person]]) -> tuple[EnglishRole, ...]:
    rows = []
    for entry in sorted(people, key=lambda e: (not e.model.leader, sort_key(e.model.role_en or ""))):
        person = entry.model
        tasks = (
            (person.spokesperson is not None and person.spokesperson.holds(snapshot.as_of), msg("spokesperson")),
            (person.info_contact is not None and person.info_contact.holds(snapshot.as_of), msg("information contact")),
            (person.one_stop, msg("one-stop shop")),
        )
        tags = tuple(_say(label) for holds, label in tasks if holds)
        contact = (person.official_phone, person.official_email)
        rows.append(EnglishRole(person.role_en or "", person.role, person.name, *contact, tags))
    return tuple(rows)


def english_chrome(snapshot: Snapshot, frame: Context) -> Context:
    """The frame of the English pages, from that of the others."""
    site = snapshot.catalog.site
    assert site.english is not None
    contact: Context = {
        "address": site.english.address or "",
        "phone": site.contact.phone or "",
        "email": site.contact.email or "",
        "hours": site.english.hours or "",
    }
    illustration, portal, feeds = frame["illustration"], frame.get("portal"), frame["feeds"]
    assert isinstance(feeds, list)
    return {
        **frame,
        "illustration": {**illustration, "language": "vi"} if isinstance(illustration, dict) and illustration else {},
        "portal": {**portal, "language": "vi"} if isinstance(portal, dict) else "",
        "name": site.english.name,
        "short_name": site.english.short_name,
        "place": site.english.place,
        "language": "en",
        "menu": [{"key": key, "label": _say(label), "url": url} for key, label, url in MENU],
        "extra": [],
        "letters": "",
        "guide": GUIDE,
        "home": HOME,
        "contact": contact,
        "feedback": "",
        "abbreviations": {},
        "foreign": dict(foreign_phrases("en", site.foreign_phrases)),
        "feeds": [{**feed, "language": "vi"} for feed in feeds if isinstance(feed, dict)],
        "counter": {"hours": site.english.hours or "", "phone": contact["phone"]},
        "spokesperson": [],
    }

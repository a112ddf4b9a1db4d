"""What a stranger needs, in English: who the authority is, how it is organised, how to reach it, how to use the site.

Made where `site.yml` says what the authority is called in English. Words of the frame come from the same catalogues; names
from `name_en` and `role_en`. What has no English name is left to the Vietnamese page, which each of these leads to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from site_gen.base.messages import Message, msg, say
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import sort_key
from site_gen.kinds.person.model import Person
from site_gen.kinds.unit.model import Unit
from site_gen.kinds.unit.moments import url as unit_url
from site_gen.model.entry import Entry
from site_gen.model.settings import Language
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot

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
    contact = snapshot.catalog.site.contact
    context: Context = {"email": contact.email or "", "phone": contact.phone or "", "language": language}
    return Page(url, "guide.html", title, context, section="guide" if language else "")


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
    contact: Context = {
        "address": site.english.address or site.contact.address or "",
        "address_language": "" if site.english.address else "vi",
        "phone": site.contact.phone or "",
        "email": site.contact.email or "",
        "hours": site.english.hours or "",
    }
    home: Context = {
        "name": site.english.name,
        "here": site.name,
        "about": site.english.about or "",
        "contact": contact,
        "menu": [{"label": _say(label), "url": url} for _, label, url in MENU[1:]],
    }
    units = [e for e in snapshot.catalog.all(Unit) if e.model.name_en and e.model.valid_to is None]
    units += [e for e in snapshot.catalog.all(Unit) if e.id == site.unit and e not in units and e.model.name_en]
    people = [e for e in snapshot.catalog.all(Person) if e.model.role_en]
    organisation: Context = {"groups": _groups(units, site.unit), "more": "don-vi/index.html"}
    made = (
        Page(HOME, "english/home.html", site.english.short_name, home, section="home"),
        Page(
            ORGANISATION,
            "english/organisation.html",
            _say(msg("Organisation")),
            organisation,
            tuple(e.path for e in units),
            section="organisation",
        ),
        Page(
            CONTACT,
            "english/contact.html",
            _say(msg("Contact")),
            {"contact": contact, "people": _people(snapshot, people), "more": "lien-he.html"},
            tuple(e.path for e in people),
            section="contact",
            sample=any(e.model.sample for e in people),
        ),
        _guide(snapshot, GUIDE, _say(msg("How to use this site")), "en"),
    )
    here = {there: own for own, there in TRANSLATIONS.items()}
    language = site.language.value
    return tuple(replace(p, find=False, alternates=((language, here[p.url]), ("en", p.url))) for p in made)


def _groups(units: Iterable[Entry[Unit]], own: str) -> list[Plain]:
    groups: dict[str, list[Plain]] = {}
    for entry in sorted(units, key=lambda e: (e.id != own, sort_key(e.model.name_en or ""))):
        unit = entry.model
        row: Context = {
            "name": unit.name_en,
            "here": unit.name,
            "url": unit_url(entry.id),
            "phone": unit.phone or "",
            "email": unit.email or "",
        }
        groups.setdefault(unit.type.english, []).append(row)
    return [{"type": kind, "units": rows} for kind, rows in groups.items()]


def _people(snapshot: Snapshot, people: Iterable[Entry[Person]]) -> list[Plain]:
    rows: list[Plain] = []
    for entry in sorted(people, key=lambda e: (not e.model.leader, sort_key(e.model.role_en or ""))):
        person = entry.model
        tasks = (
            (person.spokesperson is not None and person.spokesperson.holds(snapshot.as_of), msg("spokesperson")),
            (person.info_contact is not None and person.info_contact.holds(snapshot.as_of), msg("information contact")),
            (person.one_stop, msg("one-stop shop")),
        )
        row: Context = {
            "role": person.role_en,
            "here": person.role,
            "name": person.name or "",
            "phone": person.official_phone or "",
            "email": person.official_email or "",
            "tags": [_say(label) for holds, label in tasks if holds],
        }
        rows.append(row)
    return rows


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
    illustration, portal = frame["illustration"], frame.get("portal")
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
        "spokesperson": [],
    }

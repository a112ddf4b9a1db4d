"""What is published besides pages: open data and its catalogues, feeds, calendar, and the files that others look for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

import site_gen
from site_gen.base.messages import msg, say
from site_gen.base.values import Context, Plain
from site_gen.joined.data_pages import CATALOGUE, PACKAGE
from site_gen.joined.due_days import due_days
from site_gen.joined.site import Decided
from site_gen.kinds import KINDS
from site_gen.kinds.register.moments import in_order
from site_gen.kinds.register.tables import digest_of
from site_gen.model.settings import Fleet
from site_gen.outputs.calendar import Event, calendar
from site_gen.outputs.data_package import data_package
from site_gen.outputs.dcat import catalogue
from site_gen.outputs.feed import Origin, feed_file
from site_gen.outputs.imprint import Imprint
from site_gen.outputs.open_data import data_files, printed
from site_gen.outputs.well_known import VERSION, Reach, robots, security_txt, sitemap
from site_gen.pages.contributions import Table
from site_gen.pages.page import Artifact, latest
from site_gen.rules.snapshot import Snapshot

GENERATOR: Context = {"name": "sitegen", "version": site_gen.__version__}


def site_files(snapshot: Snapshot, decided: Decided) -> list[Artifact]:
    """The files of one site.

    An illustration has neither sitemap nor `security.txt`: it is not to be found, and not the authority to write to.
    """
    site, home = snapshot.catalog.site, (snapshot.catalog.site.base_url or "").rstrip("/")
    imprint = imprint_of(snapshot)
    out = [file for table in decided.tables for file in _data_files(snapshot, table, imprint)]
    files = {artifact.path: artifact.data for artifact in out}
    out.append(Artifact(PACKAGE, printed(data_package(decided.tables, files, imprint))))
    out.append(Artifact(CATALOGUE, printed(catalogue(decided.tables, files, imprint))))
    origin = Origin(site.name, home, snapshot.as_of)
    out += [feed_file(feed, origin) for feed in decided.feeds]
    events = [Event(d.key, d.day, d.title, d.who, d.url) for d in due_days(snapshot, decided.ledger)]
    out.append(calendar(events, site.short_name, site.unit, home, snapshot.as_of))
    real = site.illustration is None
    if home and real:
        out += sitemap(decided.pages, home, snapshot.as_of)
    out.append(robots([Reach(home, "", real)], home))
    contact = site.security_contact or site.contact.email
    if contact and real:
        out.append(security_txt(contact, home, snapshot.as_of))
    out.append(Artifact(VERSION, printed(_version(snapshot, decided))))
    return out


def _data_files(snapshot: Snapshot, table: Table, imprint: Imprint) -> tuple[Artifact, ...]:
    made = (table, imprint)
    return snapshot.memory.latest(("data", table.name), made, lambda: tuple(data_files(table, imprint)), stored=False)


def portal_files(fleet: Fleet, sites: Sequence[tuple[Snapshot, Decided]], as_of: date) -> list[Artifact]:
    """What a portal publishes at its root for all its sites, where programs look for it."""
    reach = [
        Reach(e.catalog.site.base_url or "", e.catalog.folder, not (e.catalog.site.illustration or fleet.illustration))
        for e, _ in sites
    ]
    whole = [Reach("", "", False)] if fleet.illustration else reach
    out = [robots(whole, fleet.base_url or "")]
    if fleet.security_contact and not fleet.illustration:
        out.append(security_txt(fleet.security_contact, fleet.base_url or "", as_of))
    each: list[Plain] = [
        {"site": e.catalog.folder, "name": e.catalog.site.name, "url": f"{e.catalog.folder}/", **_version(e, decided)}
        for e, decided in sites
    ]
    facts: Context = {"generator": GENERATOR, "as_of": as_of.isoformat(), "sites": each}
    return [*out, Artifact(VERSION, printed(facts))]


def imprint_of(snapshot: Snapshot) -> Imprint:
    """Whose data it is. What an illustration shows is its maker's, and says so."""
    site = snapshot.catalog.site
    licence = site.open_data.licence
    if site.illustration is not None:
        publisher = snapshot.say(msg("Whoever made this illustration, not {name}", name=site.name))
        text = msg(
            "Tables of an illustration built from {source}; not data of the authority.", source=site.illustration.source
        )
    else:
        publisher = site.name
        text = msg("What {name} publishes on its website, as tables.", name=site.name)
    return Imprint(
        snapshot.say(msg("Open data of {name}", name=site.short_name)),
        publisher,
        snapshot.as_of,
        (site.base_url or "").rstrip("/"),
        site.language.value,
        (licence.value, snapshot.word(licence), licence.url) if licence else None,
        site.illustration is not None,
        say(text, site.language.value),
        site.open_data.xlsx,
    )


def _version(snapshot: Snapshot, decided: Decided) -> Context:
    """What `version.json` says of one site: its day, its newest content, how much there is, and a digest of it."""
    newest = latest(p.updated for p in decided.pages if p.updated and p.updated <= snapshot.as_of)
    entries = Counter(entry.kind for entry in snapshot.catalog.entries())
    counts: Context = {
        "pages": len(decided.pages),
        "tables": len(decided.tables),
        "feeds": len(decided.feeds),
        "entries": {kind.name: entries[kind.name] for kind in KINDS},
    }
    return {
        "generator": GENERATOR,
        "as_of": snapshot.as_of.isoformat(),
        "newest_content": newest.isoformat() if newest else None,
        "counts": counts,
        "content_sha256": snapshot.catalog.digest,
        "registers_sha256": {entry.id: digest_of(snapshot, entry) for entry in in_order(snapshot)},
    }

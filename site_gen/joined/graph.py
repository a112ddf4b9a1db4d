"""What pages say to machines: schema.org as JSON-LD, with addresses, breadcrumbs and who publishes.

An illustration is not the authority: its pages tell where they stand and which data they offer, and claim neither to be an
organisation nor that it serves anybody. The same holds for sample data. Pages kept out of search engines, notices among
them, say nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from site_gen.base.messages import msg
from site_gen.base.values import Context, Plain
from site_gen.model.settings import Site
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot

MARK = "#co-quan"
"""The authority's own node, on the home page."""


def address(site: Site, page: str, target: str) -> str:
    """A whole address where the site has one; else the way from the page, which is right wherever the folder lies."""
    home = (site.base_url or "").rstrip("/")
    return f"{home}/{target}" if home else "../" * page.count("/") + target


def authority(site: Site, page: str) -> Context:
    """The authority by name; whoever wants more follows its id."""
    return {"@type": "GovernmentOrganization", "@id": address(site, page, f"index.html{MARK}"), "name": site.name}


def with_graph(snapshot: Snapshot, pages: Iterable[Page]) -> Iterator[Page]:
    """Each page with all that it says to machines; what a kind or `joined` offered is completed."""
    site = snapshot.catalog.site
    own = snapshot.catalog.named("unit", site.unit)
    for page in pages:
        if not page.index:
            yield replace(page, graph=()) if page.graph else page
            continue
        nodes = [_trail(snapshot, page)] if page.crumbs else []
        nodes += [n for n in page.graph if n["@type"] == "Dataset"]
        if site.illustration is None:
            if page.url in ("index.html", "lien-he.html"):
                nodes.append(_whole(site, page.url))
            nodes += [_complete(snapshot, page, n) for n in page.graph if n["@type"] != "Dataset" and not page.sample]
            if own and page.subject == ("unit", own.id):
                nodes = [
                    {**n, **authority(site, page.url)} if n["@type"] == "GovernmentOrganization" else n for n in nodes
                ]
        yield replace(page, graph=tuple(nodes)) if nodes else page


def _trail(snapshot: Snapshot, page: Page) -> Context:
    site = snapshot.catalog.site
    home = snapshot.say(msg("Home"))
    steps = [(home, "index.html"), *page.crumbs, (page.title, page.url)]
    items: list[Plain] = [
        {"@type": "ListItem", "position": n, "name": label, "item": address(site, page.url, url)}
        for n, (label, url) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _whole(site: Site, page: str) -> Context:
    contact = site.contact
    facts: Context = {
        "alternateName": site.short_name,
        "areaServed": site.place,
        "url": contact.website or (address(site, page, "index.html") if site.base_url else None),
        "identifier": site.code,
        "address": contact.address,
        "telephone": contact.phone,
        "email": contact.email,
        "dissolutionDate": site.valid_to.isoformat() if site.valid_to else None,
    }
    return {**authority(site, page), **{name: value for name, value in facts.items() if value}}


def _complete(snapshot: Snapshot, page: Page, node: Context) -> Context:
    site = snapshot.catalog.site
    out: Context = {**node, "@id": address(site, page.url, page.url) + MARK, "url": address(site, page.url, page.url)}
    if node["@type"] == "GovernmentService":
        out["@id"] = address(site, page.url, page.url)
        out.setdefault("provider", authority(site, page.url))
    return out

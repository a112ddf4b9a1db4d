"""Everything that was made public, as the kinds tell it, with the other ways in which it was shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from site_gen.joined.lives import disclosures_of_kind
from site_gen.kinds import KINDS
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Entry
from site_gen.model.evidence import papers_in
from site_gen.model.published import Published
from site_gen.pages.contributions import Disclosure
from site_gen.rules.snapshot import Snapshot
from site_gen.rules.values import texts

_FILE = re.compile(r"files/[\w./-]+")


def disclosures_of(snapshot: Snapshot) -> tuple[Disclosure, ...]:
    """Disclosures of every kind that were public by the day; postings of an entry add to their forms."""
    postings = {e.path: e.model.postings for e in snapshot.catalog.entries() if e.model.postings}
    out: list[Disclosure] = []
    for kind in KINDS:
        for d in disclosures_of_kind(snapshot, kind):
            if d.published is not None and d.published > snapshot.as_of:
                continue
            shown = (p.form.value for p in postings.get(d.entry, ()) if p.posted_from <= snapshot.as_of)
            forms = tuple(dict.fromkeys((*d.forms, *shown)))
            out.append(d if forms == d.forms else replace(d, forms=forms))
    return tuple(out)


def waiting_files(catalog: Catalog) -> frozenset[str]:
    """Attachments that only entries name which wait for their day."""
    if not catalog.waiting:
        return frozenset()
    by_settings = {paper.file for paper in papers_in(catalog.site) if paper.file}
    return _named(catalog.waiting) - _named(catalog.entries()) - by_settings


def _named(entries: Iterable[Entry[Published]]) -> frozenset[str]:
    return frozenset(file for entry in entries for _, text in texts(entry) for file in _FILE.findall(text))

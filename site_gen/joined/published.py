"""Everything that was made public, as the kinds tell it, with the other ways in which it was shown."""

from __future__ import annotations

from dataclasses import replace

from site_gen.kinds import KINDS
from site_gen.pages.edition import Edition
from site_gen.pages.offer import Disclosure


def disclosures_of(edition: Edition) -> tuple[Disclosure, ...]:
    """Disclosures of every kind that were public by the day; postings of an entry add to their forms."""
    postings = {e.path: e.model.postings for e in edition.catalog.entries() if e.model.postings}
    out: list[Disclosure] = []
    for kind in KINDS:
        for d in kind.disclosures(edition):
            if d.published is not None and d.published > edition.as_of:
                continue
            shown = (p.form.value for p in postings.get(d.entry, ()) if p.posted_from <= edition.as_of)
            out.append(replace(d, forms=tuple(dict.fromkeys((*d.forms, *shown)))))
    return tuple(out)

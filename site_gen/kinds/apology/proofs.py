"""What proves a notice: the letter as it was signed, the minutes of its posting and of its taking down.

Pages of the assessor stay when a notice goes, and packs are handed out. So all that leaves the page of a notice is which paper
it is, by one of a few general names, its number and its day; never its own words or its file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from site_gen.base.messages import msg
from site_gen.base.names import name_key
from site_gen.kinds.apology.model import Apology
from site_gen.kinds.apology.moments import SECTION, begun, posting, title, url
from site_gen.model.entry import Entry
from site_gen.model.evidence import Evidence
from site_gen.pages.evidence import Paper, paper_of
from site_gen.pages.proofs import ProofLine, ProofSet
from site_gen.rules.snapshot import Snapshot

NAMES = ("Thư xin lỗi đã ký", "Biên bản niêm yết", "Biên bản gỡ niêm yết", "Giấy xác nhận đã gửi thư")
"""What papers of a notice are called for good; any other name may tell of a person."""
_KNOWN = {name_key(name): name for name in NAMES}
_TOLD = ("number", "date", "period", "unit", "role", "due", "inside")


def papers_of(snapshot: Snapshot, entry: Entry[Apology]) -> tuple[Paper, ...]:
    """The papers of a notice in its own words, for its page; they may come as long as it is posted, where they name no day."""
    notice = entry.model
    last = notice.last_day(snapshot.site.apology_days)
    return tuple(
        paper_of(snapshot, one, snapshot.as_of, notice.year_of_letter, (notice.unit,), last) for one in notice.evidence
    )


def general(snapshot: Snapshot, paper: Paper) -> Paper:
    """What may be told of a paper for good."""
    own = paper.evidence
    file = snapshot.catalog.attachments.get(own.file or "")
    evidence = Evidence.model_construct(
        title=_KNOWN.get(name_key(own.title)) or snapshot.say(msg("another paper of the letter")),
        sha256=own.sha256 or (file.sha256 or None if file else None) if own.inside else None,
        **{name: getattr(own, name) for name in _TOLD},
    )
    return replace(paper, evidence=evidence, page="")


def proofs(snapshot: Snapshot) -> Iterator[ProofSet]:
    """The notices that name papers, as one set; of those whose posting has not begun nothing may be known."""
    found = [entry for entry in begun(snapshot) if entry.model.evidence]
    if found:
        yield ProofSet(
            "apologies",
            "",
            snapshot.say(SECTION.title),
            SECTION.url,
            (),
            tuple(_line(snapshot, entry) for entry in found),
            snapshot.as_of,
            snapshot.site.valid_to or date.max,
            tuple(entry.path for entry in found),
            any(entry.model.sample for entry in found),
            max(entry.model.posted_from for entry in found),
        )


def _line(snapshot: Snapshot, entry: Entry[Apology]) -> ProofLine:
    return ProofLine(
        entry.id,
        "",
        title(snapshot, entry),
        url(entry.id),
        entry.path,
        "",
        tuple(general(snapshot, paper) for paper in papers_of(snapshot, entry)),
        (entry.model.unit,),
        state=posting(snapshot, entry).state(snapshot.as_of).shown(snapshot),
    )

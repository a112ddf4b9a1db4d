"""What must be true of the posting of a notice: in full, soon, at a neutral address, with a letter of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import fold, show_date
from site_gen.kinds.apology.model import Apology, full_term
from site_gen.kinds.apology.proofs import general, papers_of
from site_gen.model.entry import Entry, marked_with
from site_gen.model.evidence import EvidenceState, papers_in
from site_gen.model.fields import FileIn
from site_gen.pages.evidence import lacks
from site_gen.rules.publication import publication_delay
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot
from site_gen.rules.values import texts

Notice = Entry[Apology]


@rule(
    "APOLOGY005",
    msg("the notice is posted too briefly"),
    Severity.ERROR,
    Apology,
    law=LawRef("104/2016/QH13", "Điều 21 khoản 2"),
    wrong="posted_from: 05/11/2026\nposted_to: 20/11/2026",
    right="posted_from: 05/11/2026\nposted_to: 05/12/2026",
)
def posted_in_full(entry: Notice, snapshot: Snapshot) -> Iterator[Finding]:
    """A notice stays for as many days as `apology_days` in `site.yml` says, 30 unless a rule of the province says more.

    The first day is not counted, the last one is counted whole. Leave `posted_to` out, and the day is reckoned for you.
    """
    notice = entry.model
    last = full_term(notice.posted_from, snapshot.catalog.site.apology_days)
    if notice.posted_to and notice.posted_to < last:
        yield Finding(
            entry.at("posted_to"),
            msg(
                "posted from {first} it must stay up to and with {last}",
                first=show_date(notice.posted_from),
                last=show_date(last),
            ),
            msg("write `posted_to: {last}`, or delete the line", last=show_date(last)),
        )


@rule(
    "APOLOGY007",
    msg("the address would keep the dossier's code"),
    Severity.ERROR,
    Apology,
    wrong="dossier_code: H23-45-261028-0415   # tệp tên h23-45-261028-0415.yml",
    right="dossier_code: H23-45-261028-0415   # tệp tên 2026-007.yml",
)
def address_is_neutral(entry: Notice, snapshot: Snapshot) -> Iterator[Finding]:
    """The file name becomes the address, and the address stays when the notice is gone; so it must not name the dossier."""
    code, name = fold(entry.model.dossier_code).replace(" ", ""), fold(entry.id).replace(" ", "")
    if len(code) >= 4 and code in name:
        yield Finding(
            entry.at("dossier_code"),
            msg("the file is named after the dossier"),
            msg("name it after the letter, for example `2026-007.yml`"),
        )


@rule(
    "APOLOGY010",
    msg("the notice was posted long after the letter"),
    Severity.WARNING,
    Apology,
    law=LawRef("10/2022/QH15", "Điều 12 khoản 3"),
    wrong="date: 05/10/2026\nposted_from: 05/11/2026",
    right="date: 05/11/2026\nposted_from: 05/11/2026",
)
def posted_soon(entry: Notice, snapshot: Snapshot) -> Iterator[Finding]:
    """What must be public is public at the latest five working days after it was made.

    Holidays are not counted; of years whose holidays are not known nothing is said.
    """
    notice = entry.model
    late = publication_delay(notice.date, notice.posted_from, snapshot.catalog.site.calendar)
    if late:
        yield Finding(
            entry.at("posted_from"),
            msg(
                "posted on {day}, five working days after the letter is {last}",
                day=show_date(notice.posted_from),
                last=show_date(late.last),
            ),
            msg("check both dates; if they are right, acknowledge it under `anomalies` and say why"),
            law=late.law,
        )


@rule(
    "APOLOGY012",
    msg("the notice's attachment is also used elsewhere"),
    Severity.ERROR,
    Apology,
    wrong="file: files/mau-don.pdf   # cũng là mẫu đơn của một thủ tục",
    right="file: files/xin-loi-007.pdf",
)
def attachment_is_its_own(entry: Notice, snapshot: Snapshot) -> Iterator[Finding]:
    """When the posting ends the attachments go, too, those of its papers with them; used elsewhere as well, they would leave a dead
    link there.
    """
    for loc, _, file in marked_with(entry.model, FileIn):
        for other in _also_naming(file, entry, snapshot):
            yield Finding(
                entry.at(*loc),
                msg("`{file}` is also named in {other}", file=file, other=other),
                msg("give the letter a file of its own"),
            )


def _also_naming(file: str, entry: Notice, snapshot: Snapshot) -> Iterator[str]:
    """The other content files that name a file, and the settings where a duty does."""
    whole = re.compile(re.escape(file) + r"(?![\w.-])")
    for other in snapshot.catalog.entries():
        named = any(path == file for _, _, path in marked_with(other.model, FileIn))
        if other is not entry and (named or any(whole.search(text) for _, text in texts(other))):
            yield other.path
    if any(paper.file == file for paper in papers_in(snapshot.catalog.site)):
        yield "site.yml"


@rule(
    "APOLOGY013",
    msg("a paper of the notice has not come"),
    Severity.WARNING,
    Apology,
    wrong="posted_from: 05/3/2023   # hết công khai ngày 04/4/2023\nevidence: Biên bản niêm yết   # chưa có số, ngày hay tệp",
    right="posted_from: 05/3/2023\nevidence: [{title: Biên bản niêm yết, number: 03/BB, date: 05/3/2023}]",
)
def papers_came(entry: Notice, snapshot: Snapshot) -> Iterator[Finding]:
    """The papers that a notice names are there by their day, or else by the last day of its posting; then nobody doubts that it was posted and taken down.

    A paper that an assessor did not accept is told as well.
    """
    for index, paper in enumerate(papers_of(snapshot, entry)):
        if paper.state in (EvidenceState.OVERDUE, EvidenceState.UNFIT):
            what = lacks(general(snapshot, paper))
            yield Finding(
                entry.at("evidence", index),
                msg("{what}, due {day}", what=what, day=show_date(paper.until))
                if paper.until and paper.state is EvidenceState.OVERDUE
                else what,
                msg("add its number, date, file or address when it is there, and take `unfit` out when it is mended"),
                str(index + 1),
            )


RULES: tuple[Rule, ...] = (
    posted_in_full,
    address_is_neutral,
    posted_soon,
    attachment_is_its_own,
    papers_came,
)

"""Whether all generators did the same work: every page, row, link, sitemap entry and feed entry, and texts of pages.

The others have the same templates, so their texts must be equal. sitegen shows more and parts long lists; of it is asked that
every procedure has its page with all that the others show, stands in its lists, the sitemap and the open data.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterable, Sequence
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import urlsplit

import markdown_files
import native
from workload import CHANNELS, FIELDS, SEED, UNITS, Named, Procedure, dots

SAMPLED = 40
FEED = 50
UNREAD = {"script", "style", "head"}


class Shown(HTMLParser):
    """What a page says and where it leads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._text: list[str] = []
        self._unread = 0
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unread += tag in UNREAD
        self.links += [value for name, value in attrs if tag == "a" and name == "href" and value]

    def handle_endtag(self, tag: str) -> None:
        self._unread -= tag in UNREAD

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._text.append(data)

    @property
    def text(self) -> str:
        """All text, as `plain` makes it."""
        return plain("".join(self._text))


def plain(text: str) -> str:
    """A text without what browsers do not show and templates do differently: blanks, and capitals at the start of a line."""
    return re.sub(r"\s+", "", text).casefold()


def sampled(procedures: Sequence[Procedure]) -> list[Procedure]:
    """Those whose pages are read; the same in every run."""
    return random.Random(SEED).sample(procedures, min(SAMPLED, len(procedures)))


def told(procedure: Procedure) -> list[str]:
    """What every generator's page says of a procedure, in the same words."""
    p = procedure
    return [
        p.title, p.code, p.abstract, p.field.name, p.unit.name, p.level, p.online_level, p.counter, p.hours, p.result,
        p.decision, p.duration_note, f"{p.date:%d/%m/%Y}", f"{p.decided_on:%d/%m/%Y}",
        *p.applicants, *CHANNELS, *p.conditions, *p.steps,
        *(paper.name for paper in p.documents), *(law.name for law in p.legal), *(law.number for law in p.legal),
        *(sentence.replace("*", "") for sentence in p.sentences), f"thủ tục {p.other}", p.added,
    ]  # fmt: skip  # a list, read as a paragraph


def untold(html: str, texts: Iterable[str]) -> list[str]:
    """The texts that a page does not say."""
    page = Shown(html).text
    return [text for text in texts if plain(text) not in page]


def newest(procedures: Sequence[Procedure]) -> list[Procedure]:
    """Those of the feed."""
    return sorted(procedures, key=lambda p: p.date, reverse=True)[:FEED]


def of_peer(out: Path, procedures: Sequence[Procedure]) -> list[str]:
    """What is wrong with the built site of one of the others."""
    faults = []
    for p in procedures:
        if not (out / "thu-tuc" / p.slug / "index.html").is_file():
            faults.append(f"{p.code} has no page")
    lists = {"": list(procedures)}
    for folder, groups in (("linh-vuc", FIELDS), ("co-quan", UNITS)):
        for group in groups:
            lists[f"{folder}/{group.id}/"] = [p for p in procedures if group in (p.field, p.unit)]
    for place, rows in lists.items():
        wanted = [f"/thu-tuc/{p.slug}/" for p in sorted(rows, key=lambda p: p.code)]
        given = [link for link in Shown(_read(out / place / "index.html")).links if link.startswith("/thu-tuc/")]
        if given != wanted:
            faults.append(f"/{place} lists {len(given)} procedures, not the {len(wanted)} that it should")
    faults += _sitemap(out, {f"{markdown_files.HOME}/{place}" for place in lists}
                       | {f"{markdown_files.HOME}/thu-tuc/{p.slug}/" for p in procedures})  # fmt: skip  # one call
    told_by_feed = re.findall(r"<entry>.*?<id>([^<]+)</id>", _read(out / "feed.xml"), re.DOTALL)
    if told_by_feed != [f"{markdown_files.HOME}/thu-tuc/{p.slug}/" for p in newest(procedures)]:
        faults.append(f"the feed has {len(told_by_feed)} entries that are not the newest {FEED}")
    for p in sampled(procedures):
        counts = [f"{paper.name}{paper.originals}{paper.copies}" for paper in p.documents]
        html = _read(out / "thu-tuc" / p.slug / "index.html")
        faults += [f"the page of {p.code} lacks “{t}”" for t in untold(html, [*told(p), p.fee, *counts])]
    return faults


def differences(reference: Path, out: Path, procedures: Sequence[Procedure]) -> list[str]:
    """Where the pages of two of the others do not say the same or do not lead to the same places."""
    places = ["", f"linh-vuc/{FIELDS[0].id}", f"co-quan/{UNITS[0].id}"]
    places += [f"thu-tuc/{p.slug}" for p in sampled(procedures)]
    faults = []
    for place in places:
        one, two = (Shown(_read(folder / place / "index.html")) for folder in (reference, out))
        if one.text != two.text:
            faults.append(f"/{place} does not say the same")
        if one.links != two.links:
            faults.append(f"/{place} does not have the same links")
    return faults


def of_sitegen(out: Path, procedures: Sequence[Procedure], bare: bool = False) -> list[str]:
    """What is wrong with the built site of sitegen; a bare one has no open data."""
    faults = []
    pages = {f"thu-tuc/{p.code}.html": p for p in procedures}
    for path, p in pages.items():
        if not (out / path).is_file():
            faults.append(f"{p.code} has no page")
    links = _walked(out, pages)
    for folder, groups in (("linh-vuc", FIELDS), ("don-vi", UNITS)):
        for group in groups:
            wanted = {path for path, p in pages.items() if group in (p.field, p.unit)}
            given = {
                to for page, leads in links.items() if _part_of(page, folder, group) for to in leads
            } & pages.keys()
            if given != wanted:
                faults.append(
                    f"thu-tuc/{folder}/{group.id} lists {len(given)} procedures, not the {len(wanted)} that it should"
                )
    faults += _sitemap(out, {f"{native.HOME}/{path}" for path in pages}, more=True)
    days = re.findall(r"<id>[^<#]+/thu-tuc/[^<#]+#(\d{4}-\d\d-\d\d)</id>", _read(out / "tin-moi.atom"))
    if sorted(days, reverse=True) != [p.date.date().isoformat() for p in newest(procedures)]:
        faults.append(f"the feed has {len(days)} entries that are not the newest {FEED}")
    if not bare:
        with (out / "du-lieu" / "huong-dan-thu-tuc.csv").open(encoding="utf-8-sig", newline="") as file:
            codes = [row["code"] for row in csv.DictReader(file)]
        if sorted(codes) != sorted(p.code for p in procedures):
            faults.append(f"the open data has {len(codes)} rows, not {len(procedures)}")
    for p in sampled(procedures):
        fee = f"{dots(p.fee_amount)} đồng" if p.fee_amount else p.fee
        texts = [*told(p), fee, f"{p.duration_days} ngày làm việc"]
        faults += [f"the page of {p.code} lacks “{t}”" for t in untold(_read(out / f"thu-tuc/{p.code}.html"), texts)]
    return faults


def _part_of(page: str, folder: str, group: Named) -> bool:
    """Whether a page is the list of a group or one of its parts: `x.html`, `x-2.html`, `x/a.html`."""
    return re.fullmatch(rf"thu-tuc/{folder}/{re.escape(group.id)}(-\d+|/[^/]+)?\.html", page) is not None


def _walked(out: Path, ends: Iterable[str]) -> dict[str, set[str]]:
    """The pages that are reached from the home page, and where each leads; `ends` are not walked through."""
    ends, found, waiting = set(ends), {}, ["index.html"]
    while waiting:
        page = waiting.pop()
        if page in found or page in ends:
            continue
        links = (urlsplit(link) for link in Shown(_read(out / page)).links)
        found[page] = {normpath(join(dirname(page), link.path)) for link in links if link.path and not link.scheme}
        waiting += [link for link in found[page] if link.endswith(".html")]
    return found


def _sitemap(out: Path, wanted: set[str], more: bool = False) -> list[str]:
    """Which addresses a sitemap lacks, and which it has too many; `more`: it may have others as well."""
    given = {url for file in out.glob("sitemap*.xml") for url in re.findall(r"<loc>([^<]+)</loc>", _read(file))}
    faults = [f"the sitemap lacks {len(lacking)} addresses"] if (lacking := wanted - given) else []
    return faults + (
        [f"the sitemap has {len(given - wanted)} addresses too many"] if given - wanted and not more else []
    )


def _read(file: Path) -> str:
    """The text of a file; nothing where it is not there, which its own check tells."""
    return file.read_text(encoding="utf-8") if file.is_file() else ""

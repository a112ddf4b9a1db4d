"""What an assessor is handed of a plan, a scorecard or the duties: which pages and papers, under which names, and the pages on top."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Key
from site_gen.base.vietnamese import show_number, slug
from site_gen.joined.assessor import ProofRow
from site_gen.joined.proof_table import COLUMNS
from site_gen.pages.columns import cells, computed
from site_gen.pages.contributions import Table
from site_gen.pages.evidence import ShownPaper
from site_gen.pages.frames import Shown
from site_gen.pages.page import Page
from site_gen.pages.proofs import ProofLine, ProofSet
from site_gen.pages.recurring import ShownDated
from site_gen.rules.snapshot import Link, Snapshot

INDEX, COVER, LINE, TABLE, PAGES = "index.html", "bia.html", "giay-to.html", "muc-luc.xlsx", "trang"
NAMES = {"scorecard": "bang-diem", "plan": "ke-hoach", "duties": "nghia-vu", "apologies": "thu-xin-loi"}
LONGEST = 40
"""Letters of a folder's name: Windows refuses long paths."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into a pack of a set.

    Attributes:
        name: Its folder.
        found: The set.
        folders: The folder of each line that has papers, by its key.
        files: Where each published file of a paper lies in the pack, by folder and path in the content.
        pages: Where each page of the site lies in the pack, by address.
    """

    name: str
    found: ProofSet
    folders: Mapping[str, str]
    files: Mapping[tuple[str, str], str]
    pages: Mapping[str, str]

    @property
    def paths(self) -> tuple[str, ...]:
        """Every file of it."""
        return (INDEX, COVER, TABLE, *self.lines.values(), *self.files.values(), *self.pages.values())

    @property
    def lines(self) -> dict[str, str]:
        """The page with the papers of each line that has a folder, by its key."""
        return {key: f"{folder}/{LINE}" for key, folder in self.folders.items()}


@dataclass(frozen=True)
class PackIndex(Shown):
    """What lies on top: what is missing, then every line with its papers; `folders` are those of the lines, by their ids."""

    template = "pack/index.html"
    title: str
    day: date
    folders: tuple[tuple[Key, Address], ...]
    lacking: tuple[ProofRow, ...]
    rest: tuple[ProofRow, ...]
    lines: int
    stake: str | None
    scored: bool
    sample: bool
    cover: Address
    table: Address
    source: Address


@dataclass(frozen=True)
class PackPapers(Shown):
    """The papers of one line, in its folder."""

    template = "pack/papers.html"
    title: str
    row: ProofRow
    index: Address


@dataclass(frozen=True)
class PackCover(Shown):
    """The cover sheet, as official papers look (Nghị định 30/2020/NĐ-CP, phụ lục I)."""

    template = "pack/cover.html"
    authority: tuple[str, ...]
    place: str
    year: int
    day: date
    title: str
    lines: int
    proved: int
    lacking: int
    papers: int
    stake: str | None
    sample: bool
    index: Address


def contents_of(found: ProofSet, files: Mapping[str, object], pages: Mapping[str, Page]) -> Contents:
    """What goes into the pack of a set.

    Args:
        found: The set.
        files: The files that may be published.
        pages: Every page of the site. Those that are taken down again, or that nobody may keep, stay out: a pack outlives
            them.
    """
    folders = {
        line.key: f"{number:03d}-{slug(line.key + ' ' + line.text)[:LONGEST].strip('-')}"
        for number, line in enumerate(found.lines, 1)
        if line.papers
    }
    placed: dict[tuple[str, str], str] = {}
    for line in found.lines:
        for paper in line.papers:
            file = paper.evidence.published.file
            if file and file in files:
                _place(placed, folders[line.key], file)
    wanted = {found.url, *(line.url for line in found.lines), *(p.page for line in found.lines for p in line.papers)}
    urls = sorted({url.partition("#")[0] for url in wanted})
    kept = {url: f"{PAGES}/{url}" for url in urls if url in pages and _lasts(pages[url])}
    name = "-".join(filter(None, (NAMES[found.kind], slug(found.id))))
    return Contents(name, found, folders, placed, kept)


def _place(placed: dict[tuple[str, str], str], folder: str, file: str) -> None:
    """Gives a file its name in a folder, another one than those that lie there."""
    if (folder, file) in placed:
        return
    name, taken = file.rpartition("/")[2], {path for (own, _), path in placed.items() if own == folder}
    number = 1
    while f"{folder}/{name}" in taken:
        number += 1
        name = f"{number}-{file.rpartition('/')[2]}"
    placed[folder, file] = f"{folder}/{name}"


def _lasts(page: Page) -> bool:
    return page.index and not page.expires


def pack_pages(
    snapshot: Snapshot, contents: Contents, rows: Mapping[str, ProofRow], authority: tuple[str, ...], place: str
) -> Iterator[Page]:
    """The pages that are made for the pack; their addresses are those in it.

    Args:
        snapshot: The site.
        contents: What goes into it.
        rows: The lines as the assessor's pages show them, by key.
        authority: Whose paper the cover is, line by line in capitals.
        place: Where it is signed.
    """
    found = contents.found
    lines = [(line, _packed(contents, line, rows[line.key])) for line in found.lines]
    lacking = tuple(row for line, row in lines if line.unproved)
    papers = sum(not paper.lacking for line in found.lines for paper in line.papers)
    stake = show_number(found.stake) if found.stake else None
    index = PackIndex(
        title=found.title,
        day=found.day,
        folders=tuple((row.id, contents.lines[line.key]) for line, row in lines if line.key in contents.lines),
        lacking=lacking,
        rest=tuple(row for line, row in lines if not line.unproved),
        lines=len(lines),
        stake=stake,
        scored=any(line.score for line in found.lines),
        sample=found.sample,
        cover=COVER,
        table=TABLE,
        source=contents.pages.get(found.url, ""),
    )
    title = snapshot.say(msg("Evidence: {title}", title=found.title))
    yield Page(INDEX, index.template, title, index, found.sources)
    cover = PackCover(
        authority=authority,
        place=place,
        year=snapshot.as_of.year,
        day=found.day,
        title=found.title,
        lines=len(lines),
        proved=sum(bool(line.papers) and not line.unproved for line in found.lines),
        lacking=len(lacking),
        papers=papers,
        stake=stake,
        sample=found.sample,
        index=INDEX,
    )
    yield Page(COVER, cover.template, snapshot.say(msg("Cover sheet")), cover, found.sources)
    for line, row in lines:
        if address := contents.lines.get(line.key):
            shown = PackPapers(found.title, row, INDEX)
            yield Page(address, shown.template, line.heading, shown, found.sources)


def _packed(contents: Contents, line: ProofLine, row: ProofRow) -> ProofRow:
    """A line with its links leading to what is in the pack."""
    folder = contents.folders.get(line.key, "")

    def page(url: str) -> str:
        path, sign, place = url.partition("#")
        return f"{there}{sign}{place}" if (there := contents.pages.get(path)) else ""

    def paper(shown: ShownPaper) -> ShownPaper:
        file = contents.files.get((folder, shown.document.file), "")
        return replace(
            shown,
            document=replace(shown.document, file=file),
            page=page(shown.page),
            units=_unlinked(shown.units),
            also=tuple(Link(link.text, page(link.url)) for link in shown.also),
        )

    def dated(rows: tuple[ShownDated, ...]) -> tuple[ShownDated, ...]:
        return tuple(replace(one, papers=tuple(paper(shown) for shown in one.papers)) for one in rows)

    return replace(
        row,
        line=Link(row.line.text, page(row.line.url)),
        papers=tuple(paper(one) for one in row.papers),
        series=replace(row.series, first=dated(row.series.first), rest=dated(row.series.rest)) if row.series else None,
        wins=Link(row.wins.text, page(row.wins.url)) if row.wins else None,
        won_by=tuple(Link(link.text, page(link.url)) for link in row.won_by),
    )


def _unlinked(links: tuple[Link, ...]) -> tuple[Link, ...]:
    return tuple(Link(link.text, "") for link in links)


def pack_table(snapshot: Snapshot, contents: Contents) -> Table:
    """The papers of a pack, what is missing first, each with its folder."""
    found = contents.found
    ordered = sorted(found.lines, key=lambda line: not line.unproved)
    rows = [(found, line, paper) for line in ordered for paper in (line.papers or (None,))]
    own = computed("folder", "Thư mục", lambda row: contents.folders.get(row[1].key))
    shown = (*(column for column in COLUMNS if column.name not in ("of", "url")), own)
    return Table(contents.name, found.title, shown, cells(shown, rows), found.sources, found.sample)

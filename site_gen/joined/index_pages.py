"""The search page, and the index from A to Z that does the same work without a script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg, say
from site_gen.base.values import Address, Record
from site_gen.base.vietnamese import sort_key
from site_gen.kinds.procedure.items import everyday, headword, letter, letter_slug
from site_gen.pages.contributions import SearchEntry
from site_gen.pages.frames import Shown
from site_gen.pages.page import Page
from site_gen.pages.parts import beginning, numbered, pieces
from site_gen.rules.snapshot import Link, Snapshot

SEARCH = "tim-kiem.html"
INDEX = "muc-luc/index.html"
EVENTS = "thu-tuc/su-kien/"
FIELDS = "thu-tuc/linh-vuc/"
INDEX_TITLE = msg("Index from A to Z")
SEARCH_TITLE = msg("Search")
PER_PAGE, MARKS = 110, 40
"""So many lines to a page of the index, as far as they fit; bytes of the marks around one, beside those of its values."""


@dataclass(frozen=True)
class SearchPage(Shown):
    """The page whose script searches; `doors` lead on for a reader without scripts."""

    template = "search.html"
    index: Address
    doors: tuple[Link, ...]
    fallback: Address
    events: tuple[Link, ...]
    phone: str
    hours: str


@dataclass(frozen=True)
class Letter(Record):
    """A letter, with its first page, and the further ones by the word that each begins with."""

    letter: str
    url: Address
    count: int
    more: tuple[Link, ...]


@dataclass(frozen=True)
class Line(Record):
    """Something that begins with the letter."""

    title: str
    url: Address
    group: str
    place: str
    codes: str


@dataclass(frozen=True)
class Front(Shown):
    """The letters, and the fields of procedures."""

    template = "index_front.html"
    letters: tuple[Letter, ...]
    count: int
    fields: tuple[Link, ...]


@dataclass(frozen=True)
class LetterPage(Shown):
    """What begins with a letter, or a part of it; `here` is the first page of the letter."""

    template = "index_letter.html"
    letters: tuple[Link, ...]
    here: Address
    rows: tuple[Line, ...]


def search_page(
    language: str,
    index: str,
    doors: Sequence[tuple[str, str]],
    events: Sequence[tuple[str, str]] = (),
    phone: str = "",
    hours: str = "",
) -> Page:
    """The page whose script searches.

    Args:
        language: The language of the frame.
        index: Path of the file of the index that is loaded first, see `outputs/search`.
        doors: Label and address of what helps a reader without scripts.
        events: The same for the events of life, shown when nothing is found.
        phone: The telephone of the counter.
        hours: When somebody answers there.
    """
    fallback = INDEX if any(url == INDEX for _, url in doors) else ""
    links = tuple(Link(*event) for event in events)
    context = SearchPage(index, tuple(Link(*door) for door in doors), fallback, links, phone, hours)
    return Page(SEARCH, context.template, say(SEARCH_TITLE, language), context, index=False, find=False)


def search_doors(snapshot: Snapshot, pages: Iterable[Page]) -> list[tuple[str, str]]:
    """What leads on without a script: the index, and the lists of the sections."""
    urls = {page.url: page.title for page in pages}
    wanted = (
        (INDEX, snapshot.say(INDEX_TITLE)),
        ("thu-tuc/linh-vuc/index.html", snapshot.say(msg("Procedures by field"))),
        ("thu-tuc/su-kien/index.html", snapshot.say(msg("Procedures by what happened in life"))),
        ("van-ban/index.html", snapshot.say(msg("Documents"))),
        ("don-vi/index.html", snapshot.say(msg("Units"))),
        ("lien-he.html", snapshot.say(msg("Contact"))),
    )
    return [(label, url) for url, label in wanted if url in urls]


def search_events(pages: Iterable[Page]) -> list[tuple[str, str]]:
    """Label and address of the pages of the events of life, of each the first."""
    return [
        (page.title, page.url)
        for page in pages
        if page.url.startswith(EVENTS) and page.url != f"{EVENTS}index.html" and page.part.number <= 1
    ]


def index_pages(snapshot: Snapshot, found: Sequence[SearchEntry]) -> tuple[Page, ...]:
    """One page with the letters, and pages with what begins with each of them."""
    lines = [replace(item, text="") for item in found]
    made_of = lines, snapshot.site.language
    return snapshot.memory.latest("index", made_of, lambda: tuple(_index_pages(snapshot, lines)))


def _index_pages(snapshot: Snapshot, found: Sequence[SearchEntry]) -> Iterator[Page]:
    letters: dict[str, list[SearchEntry]] = {}
    for item in sorted(found, key=lambda f: (sort_key(headword(_called(f))), f.url)):
        letters.setdefault(letter(_called(item)), []).append(item)
    order = sorted(letters, key=lambda mark: (mark == "0–9", sort_key(mark)))
    lines = {mark: list(pieces(map(_line, letters[mark]), most=PER_PAGE, marks=MARKS)) for mark in order}
    title = snapshot.say(INDEX_TITLE)
    marks = tuple(Letter(m, _url(m, 0), len(letters[m]), tuple(_more(m, lines[m]))) for m in order)
    crumbs = ((snapshot.say(SEARCH_TITLE), SEARCH),)
    # Only lists of lists: every line leads to a page that says more, so the whole of it is listed but not found again.
    front = Front(marks, sum(mark.count for mark in marks), _fields(found))
    yield Page(INDEX, Front.template, title, front, crumbs=crumbs, find=False)
    links = tuple(Link(mark.letter, mark.url) for mark in marks)
    for mark in order:
        parts = [
            Page(
                _url(mark, number),
                LetterPage.template,
                snapshot.say(_named(mark, number, len(lines[mark]))),
                LetterPage(links, _url(mark, 0), tuple(piece)),
                crumbs=(*crumbs, (title, INDEX)),
                find=False,
            )
            for number, piece in enumerate(lines[mark])
        ]
        yield from numbered(parts, len(letters[mark]), [beginning(headword(piece[0].title)) for piece in lines[mark]])


def _fields(found: Iterable[SearchEntry]) -> tuple[Link, ...]:
    """The pages of the fields of procedures, in the order of a dictionary."""
    pages = [f for f in found if f.url.startswith(FIELDS) and "#" not in f.url and f.url != f"{FIELDS}index.html"]
    return tuple(Link(f.title, f.url) for f in sorted(pages, key=lambda f: (sort_key(f.title), f.url)))


def _named(mark: str, number: int, pieces: int) -> Message:
    if pieces == 1:
        return msg("Index: {letter}", letter=mark)
    return msg("Index: {letter} ({number}/{pieces})", letter=mark, number=number + 1, pieces=pieces)


def _url(mark: str, number: int) -> str:
    return f"muc-luc/{letter_slug(mark)}{f'-{number + 1}' if number else ''}.html"


def _more(mark: str, parts: Sequence[Sequence[Line]]) -> Iterator[Link]:
    """The further pages of a letter: linked from the front too, so that every line is three clicks from home.

    Each is called by the word it begins with, and a number where others begin with the same.
    """
    said: Counter[str] = Counter()
    for number, part in enumerate(parts):
        word = beginning(headword(part[0].title), 1)
        said[word] += 1
        if number:
            yield Link(word if said[word] == 1 else f"{word} {said[word]}", _url(mark, number))


def _line(item: SearchEntry) -> Line:
    place = item.place if item.place != item.group else ""
    return Line(_called(item), item.url, item.group, place, ", ".join(item.codes))


def _called(item: SearchEntry) -> str:
    """The name by which the index goes: the everyday one."""
    return item.called or everyday(item.title)

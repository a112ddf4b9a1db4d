"""The search page, and the index from A to Z that does the same work without a script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from site_gen.base.messages import Message, msg, say
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import sort_key
from site_gen.kinds.procedure.items import letter, letter_slug, plain
from site_gen.pages.contributions import SearchEntry
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot

SEARCH = "tim-kiem.html"
INDEX = "muc-luc/index.html"
INDEX_TITLE = msg("Index from A to Z")
SEARCH_TITLE = msg("Search")
PER_PAGE = 110
"""So many lines to a page of the index; a page may not weigh more than 50 kB."""


def search_page(language: str, titles: str, texts: str, doors: Sequence[tuple[str, str]]) -> Page:
    """The page whose script searches.

    Args:
        language: The language of the frame.
        titles: Path of the file with titles, see `outputs/search`.
        texts: Path of the file with the words of the pages.
        doors: Label and address of what helps a reader without scripts.
    """
    links: list[Plain] = [{"label": label, "url": url} for label, url in doors]
    context: Context = {"titles": titles, "texts": texts, "doors": links}
    return Page(SEARCH, "search.html", say(SEARCH_TITLE, language), context, index=False, find=False)


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


def index_pages(snapshot: Snapshot, found: Iterable[SearchEntry]) -> Iterator[Page]:
    """One page with the letters, and pages with what begins with each of them."""
    letters: dict[str, list[SearchEntry]] = {}
    for item in sorted(found, key=lambda f: (sort_key(plain(f.title)), f.url)):
        letters.setdefault(letter(item.title), []).append(item)
    order = sorted(letters, key=lambda mark: (mark == "0–9", sort_key(mark)))
    marks: list[Plain] = [
        {"letter": m, "url": _url(m, 0), "count": len(letters[m]), "more": _more(m, len(letters[m]))} for m in order
    ]
    title = snapshot.say(INDEX_TITLE)
    count = sum(len(mine) for mine in letters.values())
    crumbs = ((snapshot.say(SEARCH_TITLE), SEARCH),)
    # Only lists of lists: every line leads to a page that says more, so the whole of it is listed but not found again.
    yield Page(INDEX, "index_front.html", title, {"letters": marks, "count": count}, crumbs=crumbs, find=False)
    for mark in order:
        mine = letters[mark]
        pieces = [mine[n : n + PER_PAGE] for n in range(0, len(mine), PER_PAGE)]
        turning: list[Plain] = [{"n": n + 1, "url": _url(mark, n)} for n in range(len(pieces))]
        for number, piece in enumerate(pieces):
            context: Context = {
                "letter": mark,
                "letters": marks,
                "here": _url(mark, 0),
                "rows": [_line(item) for item in piece],
                "count": len(mine),
                "pages": turning if len(turning) > 1 else [],
                "number": number + 1,
            }
            name = _named(mark, number, len(pieces))
            yield Page(
                _url(mark, number),
                "index_letter.html",
                snapshot.say(name),
                context,
                crumbs=(*crumbs, (title, INDEX)),
                find=False,
            )


def _named(mark: str, number: int, pieces: int) -> Message:
    if pieces == 1:
        return msg("Index: {letter}", letter=mark)
    return msg("Index: {letter} ({number}/{pieces})", letter=mark, number=number + 1, pieces=pieces)


def _url(mark: str, number: int) -> str:
    return f"muc-luc/{letter_slug(mark)}{f'-{number + 1}' if number else ''}.html"


def _more(mark: str, count: int) -> list[Plain]:
    """The further pages of a letter: linked from the front too, so that every line is three clicks from home."""
    return [{"n": n + 1, "url": _url(mark, n)} for n in range(1, -(-count // PER_PAGE))]


def _line(item: SearchEntry) -> Plain:
    place = item.place if item.place != item.group else ""
    return {"title": item.title, "url": item.url, "group": item.group, "place": place, "codes": ", ".join(item.codes)}

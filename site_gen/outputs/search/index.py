"""What the index holds: titles, codes and synonyms; and which words each entry and each text holds.

A short index is two files. One whose titles would weigh too much for a first question is parted (`parts.py`): words lead to the
numbers of entries, and only the entries of a question's words are loaded.

All files are scripts that hand their data to `search.js`, for a page opened from a disk may load a script and nothing else.
How entries are numbered in it is told in `postings.py`, where phrases lead in `thesaurus.py`.
"""

from __future__ import annotations

import json
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import fold, slug
from site_gen.model.search_words import SearchWords
from site_gen.outputs.search.bags import bags_of
from site_gen.outputs.search.parts import SHARED, blocks, cut, name_of, parts_of
from site_gen.outputs.search.postings import MARK, Held, by_tier, differences
from site_gen.outputs.search.thesaurus import PROCEDURE, phrases_of
from site_gen.outputs.search.words import told, words
from site_gen.pages.contributions import SearchEntry
from site_gen.pages.page import Artifact

T = TypeVar("T")

FOLDER = "tim-kiem"
COMMON = 0.4
"""A text's word on more than so many of the pages finds nothing in particular; it is kept out."""
WHOLE = 40_000
"""Bytes up to which an index of titles is one file; packed, it then fits a first question beside the script."""
NOT_HERE = -1
"""The weight of what is the business of others; it stands in no group."""
LONGEST_RUN = 3
"""Words of the longest run of fillers that is told; longer ones consist of shorter ones for the most part."""
PIECE = 3
"""Signs of a piece of a code."""


class Remember(Protocol):
    """Gives what is made of a value, made anew where nobody remembers it under the name."""

    def __call__(self, name: str, value: object, make: Callable[[], T], /) -> T:
        """What was made."""


def search_files(
    found: Sequence[SearchEntry],
    shipped: SearchWords,
    synonyms: Iterable[tuple[str, ...]] = (),
    remember: Remember = lambda name, value, make: make(),  # nobody remembers
) -> tuple[Artifact, ...]:
    """The file that the search page loads first, then those that it loads for a question, under names that change with what
    they hold.

    Args:
        found: What can be found, in an order that does not change by itself.
        shipped: What the package knows of the words of questions.
        synonyms: Names for one thing that the site adds.
        remember: Keeps what follows from titles and names alone, which seldom change.
    """
    # Titles that begin alike lie side by side: a question that asks for one often asks for its neighbours.
    found = [
        *sorted(found, key=lambda f: (*_kind(f), fold(f.title).removeprefix("thu tuc "), f.url)),
        *(SearchEntry("", e.what, "", NOT_HERE, e.where, also=(e.source,)) for e in shipped.elsewhere),
    ]
    # What is not here is found by its phrases only.
    titles = [words(f.title) if f.url else [] for f in found]
    idle = {word for text in shipped.fillers if " " not in text for word in words(text)}
    sizes = list(map(len, titles))
    named = [(f.title, f.also, f.place, f.url, f.weight) for f in found]
    said = remember("said", (named, synonyms), lambda: bags_of(phrases_of(found, titles, shipped, synonyms), idle))
    known = ([(f.title, f.also, f.place, f.codes, not f.url) for f in found], said)
    held = remember("held", known, lambda: by_tier(_held_in_titles(found, titles, said), sizes, titles))
    levels = sorted({f.level for f in found if f.level})
    frame: Context = {
        "groups": _groups(found),
        "total": len(found),
        "levels": levels,
        "language": _language(shipped),
    }
    texts = _held_in_texts(found, titles, idle)
    rest = _named("noi-dung", _script("texts", " ".join(texts), " ".join(map(differences, texts.values()))))
    whole = {
        **frame,
        "words": " ".join(held),
        "pages": " ".join(held.values()),
        "said": dict(sorted(said.items())),
        "entries": _entries(found, levels),
        "texts": rest.path.rpartition("/")[2],
    }
    root = _named("muc-luc", _script("open", whole))
    if len(root.data) <= WHOLE:
        return root, rest
    files: list[Artifact] = []
    names: list[str] = []
    for block in blocks(len(found)):
        scripts = [
            _script("entries", part.start, _entries(found[part.start : part.stop], levels)) for part in parts_of(block)
        ]
        names.append(name_of(scripts))
        files += [Artifact(f"{FOLDER}/m.{names[-1]}-{n}.js", script) for n, script in enumerate(scripts)]
    of_texts, texts_in_parts = _parted("t", "texts", by_tier(texts, sizes), {})
    directory = _script("directory", "texts", of_texts)
    of_words, words_in_parts = remember("words", (held, said), lambda: _parted("w", "words", held, said))
    parted: Context = {"blocks": "".join(names), "words": of_words, "texts": name_of([directory])}
    files += [*texts_in_parts, Artifact(f"{FOLDER}/t.{name_of([directory])}.js", directory), *words_in_parts]
    return (_named("muc-luc", _script("open", {**frame, "parted": parted})), *files)


def _kind(item: SearchEntry) -> tuple[int, str, bool]:
    """What it is, most sought first; pages that only list others stand behind what has a code, where some of their group have one."""
    return -item.weight, item.group, not item.codes


def _groups(found: Sequence[SearchEntry]) -> list[Plain]:
    """The first entry of each run of entries that are of one kind."""
    groups: list[Plain] = []
    last = None
    for number, item in enumerate(found):
        if (kind := _kind(item)) != last:
            is_list = item.weight == PROCEDURE and not item.codes
            groups.append({"name": item.group, "weight": item.weight, "from": number, "list": is_list})
        last = kind
    return groups


def _language(shipped: SearchWords) -> Context:
    """What the browser must know of the words of a question before it looks anything up."""
    fillers = list(dict.fromkeys(unicodedata.normalize("NFC", filler.lower()) for filler in shipped.fillers))
    single = [filler for filler in fillers if " " not in filler]
    alone = set(single)
    return {
        "fillers": "|".join(single),
        # What consists of words that say nothing by themselves need not be said; runs of words are unlikely to be meant otherwise.
        "runs": "|".join(_runs({" ".join(words(f)) for f in fillers if not alone.issuperset(f.split())}, alone)),
        "light": "|".join(dict.fromkeys(word for text in shipped.light_words for word in words(text))),
        "spellings": "|".join(
            f"{' '.join(words(line.typed))}={' '.join(words(line.means))}" for line in shipped.spellings
        ),
        "classes": ["|".join(dict.fromkeys(" ".join(words(word)) for word in each.words)) for each in shipped.classes],
    }


def _runs(runs: set[str], alone: set[str]) -> list[str]:
    """Those that are not put together of shorter ones and of words that say nothing by themselves."""
    kept = {" ".join(words(word)) for word in alone}
    needed: list[str] = []
    for run in sorted((r for r in runs if r.count(" ") < LONGEST_RUN), key=lambda r: (len(r.split()), r)):
        said = run.split()
        ends = {0}
        for end in range(1, len(said) + 1):
            if any(start in ends and " ".join(said[start:end]) in kept for start in range(end)):
                ends.add(end)
        if len(said) not in ends:
            needed.append(run)
            kept.add(run)
    return needed


def _named(name: str, script: bytes) -> Artifact:
    return Artifact(f"{FOLDER}/{name}.{name_of([script], 10, 'abcdef')}.js", script)


def _script(call: str, *data: Plain) -> bytes:
    text = ",".join(map(_COMPACT.encode, data))
    # U+2028 and U+2029 end a line in scripts of old browsers.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"sitegenSearch.{call}({text});\n".encode()


_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def _parted(
    letter: str, call: str, lists: Mapping[str, str], said: Mapping[str, str]
) -> tuple[Context, tuple[Artifact, ...]]:
    """Where each part of lists of words begins and what its block is called; and the parts, with a file of all words."""
    files: list[Artifact] = []
    weights = {word: len(word) + len(text) + len(said.get(word, "")) + 2 for word, text in lists.items()}
    starts: list[str] = []
    scripts: list[bytes] = []
    for part in cut(weights):
        mine: Context = {word: said[word] for word in part if word in said}
        starts.append(part[0])
        scripts.append(_script(call, " ".join(part), " ".join(lists[word] for word in part), *([mine] if mine else [])))
    names: list[str] = []
    for at in range(0, len(scripts), SHARED):
        block = scripts[at : at + SHARED]
        names.append(name_of(block))
        files += [Artifact(f"{FOLDER}/{letter}.{names[-1]}-{n}.js", script) for n, script in enumerate(block)]
    every = _script("known", call, " ".join(word for word in lists if word.isalpha() and lists[word]))
    files.append(Artifact(f"{FOLDER}/{letter}.{name_of([every])}.js", every))
    return {"starts": " ".join(starts), "names": "".join(names), "known": name_of([every])}, tuple(files)


def _entries(found: Sequence[SearchEntry], levels: Sequence[str]) -> str:
    """An entry in a line: title, place, page of a row, address, codes, facts, other names; what is empty at the end is left out."""
    return "\n".join(
        "\t".join(
            (
                f.title,
                f.place,
                _page(f),
                _url(f),
                "|".join(_short(code, f.url) for code in f.codes),
                _facts(f, levels),
                "|".join(f.also),
            )
        ).rstrip("\t")
        for f in found
    )


def _facts(item: SearchEntry, levels: Sequence[str]) -> str:
    """A letter for each: `o` for online, `x` for no longer in force, and a capital for the level."""
    level = chr(ord("A") + levels.index(item.level)) if item.level in levels[:26] else ""
    return f"{'o' if item.online else ''}{'x' if item.expired else ''}{level}"


def _page(item: SearchEntry) -> str:
    """The page that a row stands on, `/` where the place says it; nothing for a page."""
    page, mark, _ = item.url.partition("#")
    if not mark:
        return ""
    return f"{page[: page.rindex(FIELDS)]}/" if page.endswith(f"{FIELDS}{slug(item.place)}.html") else page


FIELDS = "thu-tuc/linh-vuc/"
"""Where the pages of fields stand, each called by the slug of its name."""


def _url(item: SearchEntry) -> str:
    """An address; of a row only its fragment, and of that only the mark where its first code says it."""
    _, mark, fragment = item.url.partition("#")
    if not mark:
        return item.url
    return mark if item.codes and item.codes[0] == fragment else mark + fragment


def _short(code: str, url: str) -> str:
    """A code, `/` where the last part of its page's address says it."""
    return "/" if url.rpartition("/")[2] == f"{code}.html" else code


def _held_in_titles(found: Sequence[SearchEntry], titles: Sequence[list[str]], said: Iterable[str]) -> Held:
    """The words of titles, other names, codes and places, and the pieces of codes; words of phrases alone are held by nothing."""
    held: dict[str, list[int]] = {word: [] for word in said}
    for number, item in enumerate(found):
        if not item.url:
            continue
        mine = {*titles[number], *(word for text in (item.place, *item.also) for word in words(text))}
        # A figure in a code is found by its pieces.
        mine |= {word for code in item.codes for word in words(code) if not word.isdigit() or len(word) < PIECE}
        for word in mine | {piece for code in item.codes for piece in pieces_of("".join(words(code)))}:
            held.setdefault(word, []).append(number)
    return dict(sorted(held.items()))


def pieces_of(code: str) -> set[str]:
    """The pieces by which a part of a code is found: every run of three signs, and the whole of a shorter one."""
    if len(code) < PIECE:
        return {f"{MARK}{code}"}
    return {f"{MARK}{code[at : at + PIECE]}" for at in range(len(code) - PIECE + 1)}


def _held_in_texts(found: Sequence[SearchEntry], titles: Sequence[list[str]], idle: Iterable[str]) -> Held:
    """The words of texts, but those of the title, those that nearly every page holds, and figures."""
    held: defaultdict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(found):
        if not item.text:
            continue
        for word in told(item.text).difference(titles[number], idle):
            held[word].append(number)
    most = COMMON * max(len(found), 1)
    return {word: held[word] for word in sorted(held) if len(held[word]) <= most or len(found) < 20}

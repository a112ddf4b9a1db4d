"""What the index holds: titles, codes and synonyms; and which words each entry and each text holds.

A short index is two files. One whose titles would weigh too much for a first question is parted (`parts.py`): words lead to the
numbers of entries, and only the entries of a question's words are loaded.

All files are scripts that hand their data to `search.js`, for a page opened from a disk may load a script and nothing else.
The numbers of entries are differences in letters (a figure in 26 letters, its last one a capital), for that is small when packed,
and never looks like somebody's number to who searches the output for such.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from site_gen.base.values import Context, Plain
from site_gen.model.search_words import SearchWords
from site_gen.outputs.search.parts import blocks, cut, name_of, parts_of
from site_gen.outputs.search.words import told, words
from site_gen.pages.contributions import SearchEntry
from site_gen.pages.page import Artifact

FOLDER = "tim-kiem"
COMMON = 0.4
"""A text's word on more than so many of the pages finds nothing in particular; it is kept out."""
WHOLE = 60_000
"""Bytes up to which an index of titles is one file; packed, it then fits a first question beside the script."""
TIERS, TIER = (4, 6, 9, 13), "."
"""Words of a title, at most, in each tier but the last two; what parts the tiers of a list."""
PIECE, MARK = 3, "#"
"""Signs of a piece of a code, and what tells it from a word."""


def search_files(
    found: Sequence[SearchEntry], shipped: SearchWords, synonyms: Iterable[tuple[str, ...]] = ()
) -> tuple[Artifact, ...]:
    """The file that the search page loads first, then those that it loads for a question, under names that change with what
    they hold.

    Args:
        found: What can be found, in an order that does not change by itself.
        shipped: Synonyms and stop words of the package.
        synonyms: Those that the site adds.
    """
    groups = list(dict.fromkeys((f.group, f.weight) for f in found))
    frame: Context = {
        "groups": [{"name": name, "weight": weight} for name, weight in groups],
        "synonyms": _synonyms((*shipped.synonyms, *synonyms)),
        "stop": list(dict.fromkeys(" ".join(words(text)) for text in shipped.stop_words)),
    }
    titles = [words(f.title) for f in found]
    texts = _held_in_texts(found, titles, shipped)
    rest = _named("noi-dung", _script("texts", _lists(texts)))
    whole = {**frame, "entries": _entries(found, groups), "texts": rest.path.rpartition("/")[2]}
    root = _named("muc-luc", _script("open", whole))
    if len(root.data) <= WHOLE:
        return root, rest
    files: list[Artifact] = []
    names: list[str] = []
    for block in blocks(len(found)):
        scripts = [
            _script("entries", {"from": part.start, **_entries(found[part.start : part.stop], groups)})
            for part in parts_of(block)
        ]
        names.append(name_of(scripts))
        files += [Artifact(f"{FOLDER}/m.{names[-1]}-{n}.js", script) for n, script in enumerate(scripts)]
    sizes = list(map(len, titles))
    own = list(map(set, titles))
    of_texts = _script("directory", {"kind": "texts", **_parted("t", "texts", _by_tier(texts, sizes), files)})
    files.append(Artifact(f"{FOLDER}/t.{name_of([of_texts])}.js", of_texts))
    parted: Context = {
        "blocks": "".join(names),
        "words": _parted("w", "words", _by_tier(_held_in_titles(found, titles), sizes, own), files),
        "texts": name_of([of_texts]),
    }
    return (_named("muc-luc", _script("open", {**frame, "parted": parted})), *files)


def _named(name: str, script: bytes) -> Artifact:
    return Artifact(f"{FOLDER}/{name}.{name_of([script], 10, 'abcdef')}.js", script)


def _script(call: str, data: Plain) -> bytes:
    text = _COMPACT.encode(data)
    # U+2028 and U+2029 end a line in scripts of old browsers.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"sitegenSearch.{call}({text});\n".encode()


_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def _parted(letter: str, call: str, lists: Mapping[str, str], files: list[Artifact]) -> Context:
    """Lists of words in parts, and all words in a file of their own; says where each part begins and what it is called."""
    starts: list[str] = []
    names: list[str] = []
    for part in cut({word: len(word) + len(text) + 2 for word, text in lists.items()}):
        script = _script(call, {"words": " ".join(part), "pages": " ".join(lists[word] for word in part)})
        names.append(name_of([script]))
        starts.append(part[0])
        files.append(Artifact(f"{FOLDER}/{letter}.{names[-1]}.js", script))
    every = _script("known", {"kind": call, "words": " ".join(word for word in lists if word.isalpha())})
    files.append(Artifact(f"{FOLDER}/{letter}.{name_of([every])}.js", every))
    return {"starts": " ".join(starts), "names": "".join(names), "known": name_of([every])}


def _entries(found: Sequence[SearchEntry], groups: list[tuple[str, int]]) -> Context:
    places = list(dict.fromkeys(f.place for f in found))
    return {
        "places": list(places),
        "group": [groups.index((f.group, f.weight)) for f in found],
        "place": [places.index(f.place) for f in found],
        "url": list(_urls(found)),
        "title": [f.title for f in found],
        "codes": ["|".join(_short(code, f.url) for code in f.codes) for f in found],
        "also": ["|".join(f.also) for f in found],
    }


def _urls(found: Iterable[SearchEntry]) -> Iterator[str]:
    """Addresses; of several places of one page in a row, all but the first as `#fragment`."""
    last = ""
    for item in found:
        page, mark, fragment = item.url.partition("#")
        yield mark + fragment if page == last else item.url
        last = page


def _short(code: str, url: str) -> str:
    """A code; `#` where the fragment of the address says it, `/` where its last part does."""
    page, _, fragment = url.partition("#")
    if code == fragment:
        return "#"
    return "/" if page.rpartition("/")[2] == f"{code}.html" else code


def _synonyms(groups: Iterable[tuple[str, ...]]) -> list[Plain]:
    said = (list(dict.fromkeys(" ".join(words(text)) for text in group)) for group in groups)
    return [list(group) for group in said]


Held = dict[str, list[int]]
"""Which entries hold each word, in order of the words and of the numbers."""


def _held_in_titles(found: Sequence[SearchEntry], titles: Sequence[list[str]]) -> Held:
    """The words of titles, other names, codes and places, and the pieces of codes."""
    held: dict[str, list[int]] = {}
    for number, item in enumerate(found):
        said = {*titles[number], *(word for text in (item.place, *item.also) for word in words(text))}
        # A figure in a code is found by its pieces.
        said |= {word for code in item.codes for word in words(code) if not word.isdigit() or len(word) < PIECE}
        for word in said | {piece for code in item.codes for piece in pieces_of("".join(words(code)))}:
            held.setdefault(word, []).append(number)
    return dict(sorted(held.items()))


def pieces_of(code: str) -> set[str]:
    """The pieces by which a part of a code is found: every run of three signs, and the whole of a shorter one."""
    if len(code) < PIECE:
        return {f"{MARK}{code}"}
    return {f"{MARK}{code[at : at + PIECE]}" for at in range(len(code) - PIECE + 1)}


def _held_in_texts(found: Sequence[SearchEntry], titles: Sequence[list[str]], shipped: SearchWords) -> Held:
    """The words of texts, but those of the title, those that nearly every page holds, and figures."""
    stop = {word for text in shipped.stop_words for word in words(text)}
    held: defaultdict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(found):
        if not item.text:
            continue
        for word in told(item.text).difference(titles[number], stop):
            held[word].append(number)
    most = COMMON * max(len(found), 1)
    return {word: held[word] for word in sorted(held) if len(held[word]) <= most or len(found) < 20}


def _lists(held: Held) -> Context:
    return {"words": " ".join(held), "pages": " ".join(map(_differences, held.values()))}


def _by_tier(held: Held, sizes: Sequence[int], own: Sequence[set[str]] = ()) -> dict[str, str]:
    """The entries of each word in tiers: those with the shortest titles first, last those that hold it elsewhere than in their title.

    A question that too many entries may answer looks at the first ones.
    """
    lists: dict[str, str] = {}
    tier_of = [bisect_left(TIERS, size) for size in sizes]
    for word, numbers in held.items():
        tiers: list[list[int]] = [[] for _ in range(len(TIERS) + 2)]
        for number in numbers:
            elsewhere = own and word not in own[number] and not word.startswith(MARK)
            tiers[-1 if elsewhere else tier_of[number]].append(number)
        lists[word] = TIER.join(map(_differences, tiers)).rstrip(TIER)
    return lists


def _differences(numbers: Iterable[int]) -> str:
    return "".join([_letters(number - last - 1) for last, number in pairwise((-1, *numbers))])


@lru_cache(maxsize=4096)
def _letters(value: int) -> str:
    """A whole number in base 26: small letters, the last digit a capital."""
    last = chr(ord("A") + value % 26)
    value //= 26
    rest = ""
    while value:
        rest = chr(ord("a") + value % 26) + rest
        value //= 26
    return rest + last

"""The two files of the index: titles, codes and synonyms; and which words each page holds.

Both are scripts that hand their data to `search.js`, for a page opened from a disk may load a script and nothing else.
The second keeps, for each word, the numbers of its pages as differences in letters (a figure in 26 letters, its last one
a capital), for that is small when packed, and never looks like somebody's number to who searches the output for such.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence

from site_gen.base.values import Plain
from site_gen.model.search_words import SearchWords
from site_gen.outputs.search.words import words
from site_gen.pages.contributions import SearchEntry
from site_gen.pages.page import Artifact

FOLDER = "tim-kiem"
COMMON = 0.4
"""A word on more than so many of the pages finds nothing in particular; it is kept out of the second file."""


def search_files(
    found: Sequence[SearchEntry], shipped: SearchWords, synonyms: Iterable[tuple[str, ...]] = ()
) -> tuple[Artifact, Artifact]:
    """Titles and words, under names that change with what they hold.

    Args:
        found: What can be found, in an order that does not change by itself.
        shipped: Synonyms and stop words of the package.
        synonyms: Those that the site adds.
    """
    titles = _titles(found, shipped, tuple(synonyms))
    texts = _texts(found, shipped)
    return _script("muc-luc", "titles", titles), _script("noi-dung", "texts", texts)


def _script(name: str, call: str, data: Plain) -> Artifact:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # U+2028 and U+2029 end a line in scripts of old browsers.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    script = f"sitegenSearch.{call}({text});\n".encode()
    return Artifact(f"{FOLDER}/{name}.{hashlib.sha256(script).hexdigest()[:10]}.js", script)


def _titles(found: Sequence[SearchEntry], shipped: SearchWords, synonyms: tuple[tuple[str, ...], ...]) -> Plain:
    groups = list(dict.fromkeys((f.group, f.weight) for f in found))
    places = list(dict.fromkeys(f.place for f in found))
    return {
        "groups": [{"name": name, "weight": weight} for name, weight in groups],
        "places": list(places),
        "group": [groups.index((f.group, f.weight)) for f in found],
        "place": [places.index(f.place) for f in found],
        "url": list(_urls(found)),
        "title": [f.title for f in found],
        "codes": ["|".join(_short(code, f.url) for code in f.codes) for f in found],
        "also": ["|".join(f.also) for f in found],
        "synonyms": _synonyms((*shipped.synonyms, *synonyms)),
        "stop": list(dict.fromkeys(" ".join(words(text)) for text in shipped.stop_words)),
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


def _texts(found: Sequence[SearchEntry], shipped: SearchWords) -> Plain:
    stop = {word for text in shipped.stop_words for word in words(text)}
    held: dict[str, list[int]] = {}
    for number, item in enumerate(found):
        if not item.text:
            continue
        own = set(words(item.title))
        for word in set(words(item.text)) - own - stop:
            # Figures are found by code and title; in a text they are amounts, days and telephones.
            if len(word) > 1 and word.isalpha():
                held.setdefault(word, []).append(number)
    most = COMMON * max(len(found), 1)
    kept = sorted(word for word, numbers in held.items() if len(numbers) <= most or len(found) < 20)
    return {"words": " ".join(kept), "pages": " ".join(_differences(held[word]) for word in kept)}


def _differences(numbers: Iterable[int]) -> str:
    out: list[str] = []
    last = -1
    for number in numbers:
        out.append(_letters(number - last - 1))
        last = number
    return "".join(out)


def _letters(value: int) -> str:
    """A whole number in base 26: small letters, the last digit a capital."""
    last = chr(ord("A") + value % 26)
    value //= 26
    rest = ""
    while value:
        rest = chr(ord("a") + value % 26) + rest
        value //= 26
    return rest + last

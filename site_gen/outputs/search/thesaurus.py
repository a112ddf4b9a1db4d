"""Which entries the phrases of the thesaurus lead to. Decided at build time: a phone carries only what leads to something here."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from site_gen.base.dataclass import dataclass
from site_gen.model.search_words import PhraseKind, SearchWords
from site_gen.outputs.search.words import words
from site_gen.pages.contributions import SearchEntry

MOST = 14
"""So many entries a phrase leads to, those with the shortest titles; one that would lead to more says little."""
_CLASS = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """What people say, as words; a capital stands for any word of a class.

    Attributes:
        words: Folded words, and letters of classes.
        main: The entries that are meant, by number.
        other: Those that may be meant.
    """

    words: tuple[str, ...]
    main: tuple[int, ...]
    other: tuple[int, ...]


def phrases_of(
    found: Sequence[SearchEntry],
    titles: Sequence[list[str]],
    shipped: SearchWords,
    synonyms: Iterable[tuple[str, ...]] = (),
) -> tuple[Phrase, ...]:
    """The phrases that lead to something.

    Args:
        found: What can be found; last what `shipped.elsewhere` lists.
        titles: The words of their titles.
        shipped: The thesaurus of the package.
        synonyms: Names for one thing that the site adds. What it says of a phrase goes before what the package says.
    """
    lines = [" ".join(("", *own, "")) for own in titles]
    names = [[" ".join(("", *words(name), "")) for name in (*f.also, f.place) if f.url] for f in found]
    with_word: defaultdict[str, list[int]] = defaultdict(list)
    for number, title in enumerate(titles):
        for word in {*title, *(word for name in names[number] for word in name.split())}:
            with_word[word].append(number)
    letters = {each.name: chr(ord("A") + n) for n, each in enumerate(shipped.classes)}
    leads: dict[tuple[str, ...], tuple[list[int], list[int]]] = {}

    def holders(phrase: str) -> list[int]:
        """Entries whose title says a phrase; else those of which another name does."""
        asked = words(phrase)
        if not asked:
            return []
        line = " ".join(("", *asked, ""))
        some = min((with_word.get(word, []) for word in asked), key=len)
        return [n for n in some if line in lines[n]] or [n for n in some if line in names[n]]

    def lead(key: tuple[str, ...], main: Iterable[int], other: Iterable[int]) -> None:
        if not key or not (main or other):
            return
        first, further = leads.setdefault(key, ([], []))
        first += [n for n in dict.fromkeys(main) if n not in first]
        further += [n for n in dict.fromkeys(other) if n not in further]

    of_site: set[tuple[str, ...]] = set()
    for group in synonyms:
        for said in group:
            others = [n for other in group if other != said for n in holders(other)]
            key = _words(said, letters)
            lead(key, sorted(set(others).difference(holders(said))), ())
            of_site.add(key)
    for each in shipped.groups:
        pages = [holders(phrase) for phrase in each.pages]
        if each.kind is not PhraseKind.SAME:
            pages = [_procedures(found, numbers) for numbers in pages]
        main, other = _ranked(found, titles, each.pages, pages)
        if each.kind is not PhraseKind.LIFE and not main:
            main = list(dict.fromkeys(n for said in each.said for n in holders(said)))
        for said in each.said:
            if (key := _words(said, letters)) not in of_site:
                lead(key, main, other)
        if each.kind is not PhraseKind.LIFE:
            for phrase in each.pages:
                lead(_words(phrase, letters), [n for said in each.said if "{" not in said for n in holders(said)], ())
    first = len(found) - len(shipped.elsewhere)
    for n, row in enumerate(shipped.elsewhere):
        for said in row.said:
            lead(_words(said, letters), [first + n], ())
    shown = {key: _few(titles, main, other) for key, (main, other) in leads.items() if main or other}
    return tuple(Phrase(key, *shown[key]) for key in sorted(shown))


def _words(said: str, letters: Mapping[str, str]) -> tuple[str, ...]:
    """The words of a phrase, letters for classes."""
    out: list[str] = []
    for n, piece in enumerate(_CLASS.split(said)):
        if n % 2:
            out.append(letters[piece])
        else:
            out += words(piece)
    return tuple(out)


def _procedures(found: Sequence[SearchEntry], numbers: Sequence[int]) -> list[int]:
    """Where something to do holds a phrase, only that is meant."""
    return [n for n in numbers if found[n].weight == PROCEDURE] or list(numbers)


PROCEDURE = 6
"""The weight of the group of procedures (`joined/search_entries.py`)."""


def _ranked(
    found: Sequence[SearchEntry], titles: Sequence[list[str]], phrases: Sequence[str], pages: Sequence[list[int]]
) -> tuple[list[int], list[int]]:
    """Those of the first phrase are meant, before all those whose title is nothing but it."""
    main: list[int] = []
    other: list[int] = []
    for phrase, numbers in zip(phrases, pages, strict=True):
        asked = words(phrase)
        exact = [n for n in numbers if _bare(titles[n]) == _bare(asked)]
        rest = [n for n in numbers if n not in exact]
        if not main:
            main += exact or rest
            other += rest if exact else []
        else:
            other += exact + rest
    return main, [n for n in dict.fromkeys(other) if n not in main]


def _bare(title: list[str]) -> list[str]:
    return title[2:] if title[:2] == ["thu", "tuc"] else title


def _few(titles: Sequence[list[str]], main: list[int], other: list[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    def shortest(numbers: Iterable[int]) -> tuple[int, ...]:
        return tuple(sorted(sorted(numbers, key=lambda n: (len(titles[n]), n))[:MOST]))

    return shortest(main), shortest(n for n in other if n not in main)


def unknown_classes(shipped: SearchWords) -> Iterator[str]:
    """Names in braces that are no class."""
    names = {each.name for each in shipped.classes}
    for group in shipped.groups:
        for said in group.said:
            yield from (name for name in _CLASS.findall(said) if name not in names)

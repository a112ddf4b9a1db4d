"""One text that is a list: `1. … 2. …`, `Bước 1: …`, bullets, semicolons or lines become items, without their markers.

Only what certainly parts items is taken for a mark: numbers and letters count when they run on from the first one. The
words of an item stay as they were written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from site_gen.base.messages import msg
from site_gen.model.refusing import wrong

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_ORDERS: tuple[tuple[str, ...], ...] = (
    tuple(str(n) for n in range(1, 100)),
    tuple(f"{n:02d}" for n in range(1, 100)),
    tuple(_LETTERS),
    tuple("abcdđeghiklmnopqrstuvxy"),
    _ROMAN,
    *(tuple(word.upper() for word in order) for order in (tuple(_LETTERS), _ROMAN)),
)
SIGNS = "•●▪■◦○‣➢✓\uf0b7\uf0a7\uf0d8"
"""Bullets that nothing else is written with; the last ones are what Word's own fonts leave behind."""
_BULLET = re.compile(rf"\A\s*(?:[-–—−+*·]\s+|[{SIGNS}]\s*)")
_NUMBER = re.compile(
    r"(?P<word>[Bb][Ưư]ớc\s+)?(?P<open>\()?(?P<no>\d{1,2}|[a-zđA-Z]|[ivxIVX]{2,5})"
    r"(?P<sign>\)\s*|/\s+|[.:](?=\s|[^\W\d_])\s*|\s*[-–]\s+|(?(word)\s+|(?!)))"
)
_ANYWHERE = re.compile(rf"(?:^|(?<=\s)){_NUMBER.pattern}")


def read(value: object) -> object:
    """The items of a list field: of one text, or of a list whose items carry their own markers."""
    return _items(value, False)


def read_steps(value: object) -> object:
    """The same for steps, which the page numbers: `Bước 1:` is a marker, no part of the words."""
    return _items(value, True)


def words(value: object) -> object:
    """A list of what holds no comma: codes, addresses, files."""
    if not isinstance(value, str) or not value.strip():
        return value
    items = [item for part in _of_text(value, False) for item in re.split(r"\s*[,;]\s*", part) if item]
    if all(re.search(r"\d", word) for item in items for word in item.split()):
        return [word for item in items for word in item.split()]
    return items


def parts(text: str, known: Callable[[str], bool]) -> list[str]:
    """A text as the names in it, separated by commas, semicolons, lines or `và`; the longest known name wins.

    What is not known stays a part of its own, so that it can be named. A text of which no part is known is not split.
    """
    if known(text):
        return [text]
    cuts = [(0, 0), *((m.start(), m.end()) for m in _BETWEEN.finditer(text)), (len(text), len(text))]
    out: list[str] = []
    hits = begin = 0
    while begin < len(cuts) - 1:
        for end in range(len(cuts) - 1, begin, -1):
            part = text[cuts[begin][1] : cuts[end][0]].strip()
            if part and known(part):
                hits += 1
                break
        else:
            end = next((n for n in range(begin + 1, len(cuts) - 1) if not _AND.match(text, cuts[n][0])), len(cuts) - 1)
            part = text[cuts[begin][1] : cuts[end][0]].strip()
        if part:
            out.append(part)
        begin = end
    return out if hits else [text]


_BETWEEN = re.compile(r"\s*[,;\n]\s*(?:và\s+)?|\s+(?:và|&)\s+")
_AND = re.compile(r"\s+(?:và|&)\s")


def as_yaml(items: Sequence[str]) -> str:
    """Items as an editor writes them, each on a line below the key."""
    return "".join(f"\n  - {quoted(item)}" for item in items)


def quoted(text: str) -> str:
    """A text as it may stand in YAML, in quotation marks where it needs them."""
    if re.match(r"[\s\-?:,\[\]{}#&*!|>'\"%@`]", text) or re.search(r":(?:\s|$)|\s#|[\[\]{}]", text) or not text:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return text


def in_flow(text: str) -> str:
    """A text as it may stand between braces, where a comma ends a value."""
    return f'"{text}"' if "," in text and '"' not in text else quoted(text)


def _items(value: object, steps: bool) -> object:
    if isinstance(value, str):
        return _of_text(value, steps) if value.strip() else [value]
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        if len(value) == 1 and (found := _in_line(value[0], steps) or _in_rows(value[0], steps)):
            return found
        return _bare(value, steps)
    return value


def _of_text(text: str, steps: bool) -> list[str]:
    return _in_rows(text, steps) or _in_line(text, steps) or _at_semicolons(text)


def _in_rows(text: str, steps: bool) -> list[str]:
    """Items of a text of several lines; a line that goes on with a small letter belongs to the one above it."""
    rows = [row.strip() for row in text.split("\n") if row.strip()]
    if len(rows) < 2:
        return []
    marked = any(_marker(row) for row in rows)
    items: list[str] = []
    for row in rows:
        goes_on = not _marker(row) and items and (row[0].islower() or (marked and _marker(items[-1]) != ""))
        if goes_on:
            items[-1] += " " + row
        else:
            items.append(row)
    return [_trimmed(item) for item in _bare([_BULLET.sub("", item) for item in items], steps)]


def _in_line(text: str, steps: bool) -> list[str]:
    """Items of one line that begins with the first of several numbers or letters, or holds bullets."""
    text = " ".join(text.split())
    found = list(_ANYWHERE.finditer(text))
    if found and found[0].start() == 0:
        run = max((_run(found, order) for order in _ORDERS), key=len)
        if len(run) > 1:
            ends = [*(hit.start() for hit in run[1:]), len(text)]
            rows = [text[hit.start() : end].strip() for hit, end in zip(run, ends, strict=True)]
            return [_trimmed(item) for item in _bare(rows, steps)]
    sign = f"[{SIGNS}]" if re.search(f"[{SIGNS}]", text) else re.escape(text[:1]) if text[:2] in ("+ ", "* ") else ""
    if sign:
        return [_trimmed(item) for part in re.split(rf"(?:^|\s+){sign}\s*", text) if (item := part.strip())]
    if text[:2] in ("- ", "– "):
        rows = [_trimmed(item) for part in re.split(r"(?:^|\s+)[-–]\s+", text) if (item := part.strip())]
        if len(rows) > 1:  # a dash also stands inside names: only the editor can say
            wrong(
                msg("several dashes stand in one line, and only you know which of them begin an item"),
                msg("write each item in a line of its own:{fixed}", fixed=as_yaml(rows)),
            )
        return rows
    return []


def _run(found: Sequence[re.Match[str]], order: tuple[str, ...]) -> list[re.Match[str]]:
    """The marks that follow one another in an order, all written alike."""
    run: list[re.Match[str]] = []
    for hit in found:
        alike = not run or (hit["sign"].strip(), bool(hit["word"])) == (run[0]["sign"].strip(), bool(run[0]["word"]))
        if len(run) < len(order) and hit["no"] == order[len(run)] and alike:
            run.append(hit)
    return run


def _at_semicolons(text: str) -> list[str]:
    """Items between semicolons, as documents list them; one inside brackets or quotation marks parts nothing."""
    depth, begin, items = 0, 0, []
    for index, sign in enumerate(text):
        depth += (sign in "([{“«") - (sign in ")]}”»")
        if sign == ";" and depth <= 0:
            items.append(text[begin:index].strip())
            begin = index + 1
    items = [item for item in [*items, text[begin:].strip()] if item]
    return [_BULLET.sub("", item) for item in items] if items else [text]


def _marker(text: str) -> str:
    """The bullet or number that a text begins with."""
    hit = _BULLET.match(text) or _NUMBER.match(text)
    return hit[0] if hit else ""


def _bare(items: list[str], steps: bool) -> list[str]:
    """Items without their bullets; without numbers and letters only where these count the items from the first one."""
    if all(_BULLET.match(item) for item in items):
        items = [_BULLET.sub("", item) or item for item in items]
    hits = [_NUMBER.match(item) for item in items]
    if len(items) < 2 or not all(hits):
        return items
    marks = [hit for hit in hits if hit]
    if any(_run(marks, order) == marks for order in _ORDERS) and (steps or not marks[0]["word"]):
        bare = [item[hit.end() :].strip() for item, hit in zip(items, marks, strict=True)]
        return bare if all(bare) else items
    return items


def _trimmed(item: str) -> str:
    return item.strip().rstrip(";").rstrip()

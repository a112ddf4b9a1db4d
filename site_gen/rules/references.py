"""What was meant by a name that leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

from site_gen.base.lookalikes import corrected
from site_gen.base.messages import Message, msg
from site_gen.base.names import same_name
from site_gen.base.vietnamese import fold, safe_name
from site_gen.model.catalog import Catalog, Name
from site_gen.model.lists import parts

SAME, SIMILAR = 0.86, 0.6
"""How alike two names are that differ by a typing mistake only, and two of which one may be mistaken for the other."""
MOST_NAMES = 12
_PERSONS = ("d c", "dong chi", "ong", "ba", "anh", "chi")
_COMMON = re.compile(
    r"\b(?:phong|ban|to|bo phan|trung tam|uy ban nhan dan|ubnd|xa|phuong|huyen|cua|va|cong chuc|can bo|thon)\b"
)
"""Words that many units have in their names; they alone make no two names alike."""
_SKIPPED = frozenset(("va", "cua", "xa", "phuong", "huyen", "phong", "ban"))
"""Words that an abbreviation may leave out."""


def missing_file(path: str, attachments: Iterable[str]) -> tuple[Message, Message]:
    """What is wrong where a file is named that is not there, and which one was meant."""
    name = safe_name(path.rpartition("/")[2])
    hint = msg("put the file into `files/` and write `files/{name}`", name=name)
    if near := get_close_matches(f"files/{name}", attachments, 1, 0.85):
        hint = msg(
            "did you mean `{path}`? If not, put the file into `files/` and write `files/{name}`",
            path=near[0],
            name=name,
        )
    return msg("`{name}` is not among the attachments", name=path), hint


def suggestion(catalog: Catalog, kind: str, text: str) -> Message:
    """How to correct a reference: by the name that was surely meant, else by those that there are."""
    every = catalog.names(kind)
    names = tuple(name for name in every if name.text != name.id) or every
    several = parts(text, lambda name: catalog.named(kind, name) is not None)
    if len(several) > 1:
        return msg(
            "only one name may stand here; {names} are several", names=", ".join(f"`{name}`" for name in several)
        )
    if kind == "unit" and fold(text).startswith(tuple(f"{word} " for word in _PERSONS)):
        return msg("write the unit in which the person works: names of persons do not belong here")
    if near := next((name for name in names if same_name(corrected(text), corrected(name.text))), None):
        meant = corrected(text)
        return msg(
            "`{name}` ({id}) only looks the same; type `{meant}` again in both places", meant=meant, **_shown(near)
        )
    if near := next((name for name in names if fold(text) == fold(name.text)), None):
        return msg(
            "did you mean `{name}` ({id})? With other marks it is another name; if it is meant, correct the marks here",
            **_shown(near),
        )
    if (near := _same(text, names)) and kind == "unit":
        return msg(
            "did you mean `{name}` ({id})? If it is another spelling of the same, add it to its `aliases`",
            **_shown(near),
        )
    if near:
        return msg("did you mean `{name}` ({id})?", **_shown(near))
    if not names:
        return msg(
            "there is no entry of this kind yet: see whether its folder has the right name, then put its file back or add it"
        )
    if near := _similar(text, names):
        return msg(
            "the name most like it is `{name}` ({id}); if another one is meant, its file is missing: put it back, or add it",
            **_shown(near),
        )
    if kind != "unit":
        return msg(
            "it is not there yet, or its file was deleted, renamed or moved to another folder: add it or put it back, or correct the name"
        )
    return msg(
        "it is not there yet, or its file was deleted, renamed or moved to another folder: add it or put it back, or write a name that is known: {names}",
        names=_list(names),
    )


def _shown(name: Name) -> dict[str, str]:
    return {"name": name.text, "id": name.id}


def _list(names: tuple[Name, ...]) -> str:
    labels = list(dict.fromkeys(name.label for name in names))
    return ", ".join(labels[:MOST_NAMES]) + (" …" if len(labels) > MOST_NAMES else "")


def _same(text: str, names: tuple[Name, ...]) -> Name | None:
    """The name that differs by a typing mistake only, or the only one that the text abbreviates."""
    own = fold(text)
    rated = [(SequenceMatcher(None, own, fold(name.text)).ratio(), name) for name in names]
    best = max(rated, key=lambda pair: pair[0], default=None)
    if best and best[0] >= SAME and _digits(own) == _digits(fold(best[1].text)):
        return best[1]
    short = [name for name in names if _abbreviates(own, fold(name.text))]
    return short[0] if len({name.id for name in short}) == 1 else None


def _similar(text: str, names: tuple[Name, ...]) -> Name | None:
    """The name that comes nearest in the words by which it differs from others."""
    own, digits = _distinctive(text), _digits(text)
    rated = [
        (SequenceMatcher(None, own, _distinctive(name.text)).ratio(), name)
        for name in names
        if own and _digits(name.text) == digits  # another number is another document
    ]
    best = max(rated, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= SIMILAR else None


def _distinctive(text: str) -> str:
    return " ".join(_COMMON.sub(" ", fold(text)).split())


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdecimal())


def _abbreviates(short: str, name: str) -> bool:
    """Whether a text is made of the beginnings of a name's words in their order: `P. VHXH`, `VP UBND`."""
    letters, words = short.replace(" ", ""), name.split()
    if not 2 <= len(letters) < len(name.replace(" ", "")):
        return False
    ends = {0}
    for word in words:
        reached = {at + n for at in ends for n in range(1, len(word) + 1) if letters.startswith(word[:n], at)}
        ends = reached | (ends if word in _SKIPPED else set())
    return len(letters) in ends

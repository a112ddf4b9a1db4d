"""The words of board templates: which ids they ask for, and what those are in the language of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_gen.base.messages import Message, say
from site_gen.base.theme import Theme

_CALL = re.compile(r'\btr(?:-with)?\("((?:[^"\\]|\\.)+)"')


def ids(source: str) -> Iterator[str]:
    """The English ids in the text of one template: the first argument of each `tr("…")` and `tr-with("…")`."""
    yield from (hit[1] for hit in _CALL.finditer(source))


def words(theme: Theme, language: str) -> dict[str, str]:
    """What every board template of a theme may say, by id."""
    sources = (path.read_text(encoding="utf-8") for path in theme.files("board/*.typ").values())
    return {id: say(Message(id), language) for source in sources for id in ids(source)}

"""A Markdown text, parsed once: what is wrong with it, what it links to, and its HTML come from the same tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic
from site_gen.model.entry import marked_with
from site_gen.model.fields import MarkdownText
from site_gen.reading.document import Document
from site_gen.reading.markdown_faults import SUSPECT, faults
from site_gen.reading.markdown_html import Html, html_of
from site_gen.reading.markdown_links import Written, addresses
from site_gen.reading.markdown_parsers import parsers

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Markdown:
    """What is known of a text once it has been parsed.

    Attributes:
        found: What it may not hold, each at its line and column in a file without a name that begins with the text.
        written: Every address in it, in its order.
        html: Its HTML, for a page to complete.
    """

    found: tuple[Diagnostic, ...]
    written: tuple[Written, ...]
    html: Html


_known: dict[str, Markdown] = {}
_before: dict[str, Markdown] = {}
_meanwhile: dict[str, Markdown] | None = None


def parsed(text: str) -> Markdown:
    """What a text comes to; it is parsed when it is first asked for, and kept until nobody asked for long."""
    if (known := _known.get(text)) is None:
        known = _known[text] = _before.pop(text) if text in _before else _parsed(text)
        if _meanwhile is not None:
            _meanwhile[text] = known
    return known


def forget() -> None:
    """Drops the texts for which nobody asked since this was last done. Asked before content is read again."""
    _before.clear()
    _before.update(_known)
    _known.clear()


def learn(texts: Mapping[str, Markdown]) -> None:
    """Takes over what another process parsed."""
    _known.update(texts)


@contextmanager
def parsed_meanwhile() -> Iterator[dict[str, Markdown]]:
    """A mapping of every text that is parsed while it is open."""
    global _meanwhile  # there is one such mapping at a time: who reads a file
    texts: dict[str, Markdown] = {}
    _meanwhile = texts
    try:
        yield texts
    finally:
        _meanwhile = None


def check_text(text: str, path: str, first_line: int) -> list[Diagnostic]:
    """Raw HTML, links that may not be published, headings that compete with the title, and what paste left behind.

    Args:
        text: The text.
        path: Its file as messages name it.
        first_line: The line of the file on which the text begins.
    """
    if not text.strip():
        return []
    shift = first_line - 1
    return [replace(d, at=replace(d.at, path=path, line=d.at.line + shift)) for d in parsed(text).found]


def check_fields(model: BaseModel, document: Document) -> list[Diagnostic]:
    """The same for Markdown in fields of YAML, reported at the field; the body of a Markdown file has been checked."""
    found: list[Diagnostic] = []
    for loc, _, text in marked_with(model, MarkdownText):
        if loc == ("body",) and document.path.endswith(".md"):
            continue
        if text.strip() and SUSPECT.search(text):
            found += [replace(d, at=document.at(loc)) for d in parsed(text).found]
    return found


def _parsed(text: str) -> Markdown:
    """One parse that lets everything through. Only a text that may not be published is parsed again, as its page would show it."""
    everything, plain, strict = parsers(text)
    around: dict[str, Any] = {}
    tokens = everything.parse(text, around)
    found = tuple(faults(tokens, text))
    if any(token.type.startswith("html_") for token in _all(tokens)):
        around = {}
        tokens = plain.parse(text, around)
    written = tuple(addresses(tokens))
    if not all(strict.validateLink(strict.normalizeLink(target)) for target in _targets(tokens, around)):
        return Markdown(found, written, html_of(strict.parse(text), strict))
    return Markdown(found, written, html_of(tokens, strict))


def _all(tokens: Iterable[Token]) -> Iterable[Token]:
    for token in tokens:
        yield token
        yield from token.children or ()


def _targets(tokens: Iterable[Token], around: dict[str, Any]) -> Iterable[str]:
    """Addresses of links and pictures, and of those that are only defined."""
    for definition in (*around.get("references", {}).values(), *around.get("duplicate_refs", ())):
        yield definition["href"]
    for token in _all(tokens):
        if token.type in ("link_open", "image"):
            yield str(token.attrGet("href" if token.type == "link_open" else "src") or "")

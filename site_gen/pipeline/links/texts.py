"""Every text of the content that may link or show something, with what it names: gone through once for each build."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from pydantic import BaseModel

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import LawRef, Span
from site_gen.base.messages import Message
from site_gen.base.vietnamese import excerpt
from site_gen.joined.carried import home_of
from site_gen.kinds import KINDS
from site_gen.model.entry import Loc, marked_with
from site_gen.model.fields import FileIn, MarkdownText, WebAddress
from site_gen.model.settings import Fleet
from site_gen.pages.routes import from_root
from site_gen.pipeline.gather import GatheredSite
from site_gen.reading.markdown_links import LINK, MAY, PICTURE, Written
from site_gen.reading.markdown_text import parsed

_KINDS = {kind.name: kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Text:
    """A field that names addresses.

    Attributes:
        place: Tells where the field begins; to look for it takes a while, and few are asked.
        names: The addresses in it.
        markdown: The text itself, where it is Markdown; empty for a field that is one address or one file.
        page: Address of the page that shows it, from the root of its site.
        entry: What it belongs to, for reports.
        file: What the field says of itself, where it holds a file.
        words: What stands for the picture in that file, None where no field is there to say it.
    """

    place: Callable[[], Span]
    names: tuple[Written, ...]
    markdown: str = ""
    page: str = ""
    entry: str = ""
    file: FileIn | None = None
    words: str | None = None

    @property
    def at(self) -> Span:
        """Where the field begins."""
        return self.place()


class Fault(NamedTuple):
    """What is wrong with an address in a text."""

    code: str
    message: Message
    hint: Message
    law: LawRef | None = None


@dataclass(frozen=True, slots=True)
class Texts:
    """Those of one site, or of the portal."""

    texts: tuple[Text, ...]

    @property
    def shown(self) -> frozenset[str]:
        """Pictures that pages show, by their path from the site's root; without those that are there to be opened, too."""
        opened = {n.target for t in self.texts if t.file is not None and not t.file.shown for n in t.names}
        return frozenset(_pictures(self.texts)) - opened


def _pictures(texts: Iterable[Text]) -> Iterator[str]:
    for text in texts:
        for name in text.names:
            if name.form == PICTURE:
                yield from_root(name.target)
            elif text.file is not None and text.file.shown:
                yield name.target


def texts_of_portal(fleet: Fleet, shown: str) -> Texts:
    """Those of `fleet.yml`; `shown` is the content folder as messages name it."""
    return Texts(tuple(_of_model(fleet, Span(f"{shown}/fleet.yml", 1, 1))))


def texts_of(site: GatheredSite) -> Texts:
    """Those of one site: of its settings, then of its entries."""
    return Texts(tuple(_of_site(site)))


def _of_site(site: GatheredSite) -> Iterator[Text]:
    snapshot, catalog = site.snapshot, site.snapshot.catalog
    yield from _of_model(catalog.site, Span(site.settings, 1, 1))
    for entry in catalog.whole.entries():
        page = ""
        for loc, mark, value in marked_with(entry.model, MarkdownText, FileIn, WebAddress):
            names = _names(mark, value)
            if names:
                page = page or home_of(snapshot, _KINDS[entry.kind], entry)[0]
                text = _text(partial(entry.at, *loc), names, mark, value, page, f"{entry.kind}:{entry.id}")
                yield replace(text, words=_words(entry.model, loc)) if isinstance(mark, FileIn) else text


def _of_model(model: BaseModel, at: Span) -> Iterator[Text]:
    """Of settings, whose values are looked for in their file."""
    for loc, mark, value in marked_with(model, MarkdownText, FileIn, WebAddress):
        if names := _names(mark, value):
            yield _text(lambda: at, names, mark, value, _page(loc))


def _words(model: Any, loc: Loc) -> str | None:
    """The description beside a picture's file."""
    for step in loc[:-1]:
        model = model[step] if isinstance(step, int) else getattr(model, step)
    return (model.alt or "") if "alt" in getattr(type(model), "model_fields", ()) else None


def _page(loc: Loc) -> str:
    return "en/index.html" if loc[:1] == ("english",) else "index.html"


def _names(mark: object, value: str) -> tuple[Written, ...]:
    if isinstance(mark, MarkdownText):
        return parsed(value).written if MAY.search(value) else ()
    return (Written(LINK, value, "", value),)


def _text(
    place: Callable[[], Span], names: tuple[Written, ...], mark: object, value: str, page: str, entry: str = ""
) -> Text:
    markdown = value if isinstance(mark, MarkdownText) else ""
    return Text(place, names, markdown, page, entry, mark if isinstance(mark, FileIn) else None)


def short(text: str) -> str:
    """As much of an address as a report shows."""
    return excerpt(text, 100)

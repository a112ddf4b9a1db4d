"""A page is its inputs: an address, a template, and a context of plain values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.values import Address, Context, Key, Record


def latest(days: Iterable[date | None]) -> date | None:
    """The last of some days, of which any may be unknown; None where all are."""
    return max((day for day in days if day), default=None)


@dataclass(frozen=True, slots=True)
class Panel:
    """What one kind has to say on the page of another thing, for `joined` to put there; `expires` as of a page."""

    subject: tuple[str, str]
    order: int
    template: str
    context: Context | Record
    expires: bool = False


@dataclass(frozen=True)
class Step(Record):
    """A part that the pager of another one leads to; `label` is how its first row begins, where rows go by the alphabet."""

    number: int
    url: Address
    label: Key = ""


@dataclass(frozen=True)
class Part(Record):
    """Which page of how many a part of a list is, how many rows all have, the addresses before and after, and a choice of all.

    A page that is whole is part 0 of 0.
    """

    number: int = 0
    parts: int = 0
    all: int = 0
    before: Address = ""
    after: Address = ""
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One address of the site.

    Attributes:
        url: Path from the site's root, `ke-hoach/cchc-2023.html`.
        template: Name of the template that renders it.
        title: What the browser's tab, breadcrumbs and lists call it.
        context: All the template sees, plain values only.
        sources: Content files it comes from, for messages.
        crumbs: Titles and addresses from below home down to the parent.
        section: Which entry of the menu it belongs to.
        subject: Kind and id of the thing it is about; panels with the same subject are shown on it.
        templates: Templates that the context names, besides `template` and what that includes.
        updated: The day of the last change of its content, as far as the content says.
        index: Whether search engines may list it.
        find: Whether the site's own search names it; None for what `index` says. A list that only sorts pages in one more way
            does not answer a question; the list of what is posted does, though no search engine may keep it.
        footer: Its place among the links at the foot of every page, None for none.
        sample: Whether it shows invented data; the frame then says so, once.
        mixed: Whether only some of that is invented, so that its rows bear the mark; `joined` fills it in.
        alternates: The same in other languages: language tag and address of each.
        expires: Whether parts of it carry `data-until`, an ISO date after which the reader's browser hides them.
        data: The open-data tables whose rows it shows, for the frame to offer at its end; `joined` fills it in.
        feeds: Address and title of each feed that tells what is new of it; `joined` fills it in.
        long: Which lists of its context grow with the content; where they are too heavy for a page, it comes in parts.
        part: Which part of a long list this is.
        panels: What others have to say on it; `joined` fills it in.
        carried: Postings and corrections of its entries; `joined` fills it in.
        changes: What changed on it, by day; `joined` fills it in.
        formal: The name in law of what it is about, where the title is what people call it; search weighs the words of it.
        share: The figure or state that a link to the page should tell where it is sent to somebody, empty for a title that says
            all; None for a page that few will send, which shows the site's own picture.
        graph: What it says to machines, as nodes of schema.org (JSON-LD). A kind offers what the page is about;
            `joined` adds addresses, breadcrumbs and who publishes it.
    """

    url: str
    template: str
    title: str
    context: Context | Record
    sources: tuple[str, ...] = ()
    crumbs: tuple[tuple[str, str], ...] = ()
    section: str = ""
    subject: tuple[str, str] = ("", "")
    templates: tuple[str, ...] = ()
    updated: date | None = None
    index: bool = True
    find: bool | None = None
    footer: int | None = None
    sample: bool = False
    mixed: bool = False
    alternates: tuple[tuple[str, str], ...] = ()
    expires: bool = False
    data: tuple[Record, ...] = ()
    feeds: tuple[tuple[str, str], ...] = ()
    graph: tuple[Context, ...] = ()
    long: tuple[str, ...] = ()
    part: Part = Part()
    panels: tuple[Panel, ...] = ()
    carried: tuple[Record, ...] = ()
    changes: tuple[Record, ...] = ()
    formal: str = ""
    share: str | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """One line of `sitegen list`: something due, late or missing, with its place.

    `state` is `late`, `due`, `missing`, `expired` or `stale`; `when` its day, None where it has none; `days` how many days late,
    or left, on the day on which the thing is reckoned, None where there is no such day; `sample` whether it was invented; `key`
    tells it from others of its place, whatever day it is.
    """

    state: str
    when: date | None
    what: str
    who: str
    place: str
    url: str = ""
    days: int | None = None
    sample: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class Artifact:
    """Bytes for one path of the output."""

    path: str
    data: bytes

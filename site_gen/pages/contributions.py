"""What a kind contributes besides pages: a section of the site, a table of open data, an item of a feed, ….

Kinds give these as values; `joined` and `outputs` make menus, hubs, registers, feeds and files of them. No kind knows
of another one, nor of what is made of its contributions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import date
from typing import Any

from pydantic import BaseModel

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import Message, msg
from site_gen.base.values import Context, Plain
from site_gen.model.entry import Entry
from site_gen.model.period import Period
from site_gen.pages.columns import Column, cells


def keys_of(model: type[BaseModel], *names: str) -> str:
    """Keys of a model with their labels, for editors: “`file` (Tệp văn bản), `url` (Liên kết)”."""
    return ", ".join(f"`{name}` ({model.model_fields[name].title})" for name in names)


MENU = (
    ("thu-tuc", msg("Procedures"), "thu-tuc/index.html"),
    ("ke-hoach", msg("Plans and progress"), "ke-hoach/index.html"),
    ("cong-khai", msg("Disclosure"), "cong-khai/index.html"),
    ("don-vi", msg("Units"), "don-vi/index.html"),
    ("tin", msg("News"), "tin/index.html"),
    ("lien-he", msg("Contact"), "lien-he.html"),
)
"""Key, label and address of each entry of the main menu; six are what a narrow phone can show."""


@dataclass(frozen=True, slots=True)
class Section:
    """The part of the site that a kind owns; its index page is always there, empty or not.

    Attributes:
        menu: Which entry of `MENU` it stands under, by its key.
        url: Its index page.
        title: What it is called.
        text: One sentence for the citizen.
        order: Its place among the sections of its menu entry.
    """

    menu: str
    url: str
    title: Message
    text: Message
    order: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows to be reused, offered as CSV and JSON, and as a workbook where the site wants that.

    Attributes:
        name: File name below `du-lieu/`, without ending.
        title: What it holds, in the language of the site.
        columns: Its columns.
        rows: Plain values, one for each column; dates in ISO form, None for nothing.
        sources: Content files it comes from.
        sample: Whether any of it is sample data.
        shown: Where its rows are shown: templates of pages or panels, or addresses of pages.
        text: One or two sentences on what a row is and what is left out.
        passing: Whether rows are taken down again, as notices are: such a table stands in no catalogue from which others
            take copies that outlive it.
        group: What it belongs to, in the list of all tables; `joined` fills it in.
        updated: The newest change of its content; `joined` fills it in.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Plain, ...], ...]
    sources: tuple[str, ...] = ()
    sample: bool = False
    shown: tuple[str, ...] = ()
    text: str = ""
    passing: bool = False
    group: str = ""
    updated: date | None = None


def entry_table(
    name: str,
    title: str,
    columns: tuple[Column, ...],
    rows: Iterable[Any],
    entries: Iterable[Entry[Any]] | None = None,
    *,
    shown: tuple[str, ...] = (),
    text: str = "",
    passing: bool = False,
) -> Table:
    """A table whose columns say how a row gives their values.

    Args:
        name: File name below `du-lieu/`, without ending.
        title: What it holds, in the language of the site.
        columns: Its columns.
        rows: What the columns take their values from: entries, unless `entries` says which those are.
        entries: The entries that the rows come from.
        shown: As of the table.
        text: As of the table.
        passing: As of the table.
    """
    chosen = tuple(rows)
    sources = chosen if entries is None else tuple(entries)
    return Table(
        name,
        title,
        columns,
        cells(columns, chosen),
        tuple(dict.fromkeys(entry.path for entry in sources)),
        any(entry.model.sample for entry in sources),
        shown,
        text,
        passing,
    )


@dataclass(frozen=True, slots=True)
class FeedItem:
    """Something new, for the feeds.

    Attributes:
        day: When it was published.
        url: Its page.
        title: What it is.
        summary: One or two plain sentences.
        unit: Which unit it comes from, as the content names it.
        notice: Whether it is a notice that is taken down again; what readers keep of it must tell nothing of a person.
    """

    day: date
    url: str
    title: str
    summary: str = ""
    unit: str = ""
    notice: bool = False


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One piece of information that was made public, for the register and the ledger of duties.

    Attributes:
        topic: What it is, as duties know it: the kind's name, or `kind/detail` (`plan/annual_par`, `budget/estimate`).
        title: What the register calls it; nothing that identifies a person.
        url: Where it is.
        created: When it was made or signed, None where that is not known.
        published: When it was published, None where the content does not say.
        until: The last day of posting, None for as long as it is in force.
        number: Number and symbol.
        period: The period it reports on.
        unit: Who answers for it, by id of the unit.
        forms: How it is shown: `web`, `board` (niêm yết), `radio` (truyền thanh), ….
        entry: Its content file.
        complete: Whether it holds all it must; an incomplete one does not fulfil its duty.
        sample: Whether it is sample data.
        lacks: What an incomplete one lacks, as `keys_of` writes it; told to editors.
    """

    topic: str
    title: str
    url: str
    created: date | None = None
    published: date | None = None
    until: date | None = None
    number: str = ""
    period: Period | None = None
    unit: str = ""
    forms: tuple[str, ...] = ("web",)
    entry: str = ""
    complete: bool = True
    sample: bool = False
    lacks: str = ""


@dataclass(frozen=True, slots=True)
class ScheduledChange:
    """A day on which the output changes by itself, though nobody edits: a posting begins or ends, an assignment ends.

    `day` is the first day on which a build shows the new state.
    """

    day: date
    what: str
    place: str
    url: str = ""
    sources: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """Something that search and the index from A to Z lead to: a page, or a row of one.

    Attributes:
        url: Its address, with a fragment for a row.
        title: What it is called; in law, where law has a name for it.
        group: Under which heading results show it, in the language of the site.
        weight: How much rather its group is meant than others, from 0.
        place: Where it stands: the field of a procedure, the plan of a task; empty for a page of its own standing.
        codes: Codes and official numbers.
        also: Other names.
        called: What people call it, where that is something else; the index from A to Z goes by it.
        text: All words of its page, for a search in the text; empty for rows and for lists of others.
        level: Who decides on it: the level of a procedure, as its source says.
        online: Whether it can be handed in online.
        expired: Whether it is no longer in force.
    """

    url: str
    title: str
    group: str
    weight: int
    place: str = ""
    codes: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    text: str = ""
    called: str = ""
    level: str = ""
    online: bool = False
    expired: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet for the notice board (bảng niêm yết), printed from the values of a page.

    Attributes:
        group: By which word it is asked for: `procedures`, `procedure`, `poster`, `apologies`, `plan`, `statistics`, `minutes`.
        key: Which one of its group: a code, an id, a period.
        name: File name below the board's folder, without paper and ending.
        title: What it is called, in the file's properties and in the minutes.
        template: Its template in the theme's `board/`, without ending.
        context: All that the template sees of content, plain values only.
        url: The page that shows the same; the QR code leads there.
        sources: Content files it comes from, for messages.
        landscape: Whether it lies on its side.
        codes: Further pages of the site that its template is given QR codes of.
        papers: The sizes it can be printed in, the usual one first.
        enlarged: Whether a larger paper shows the same lines larger; otherwise it holds more.
        standing: Whether it is meant where only its group is named; others are asked for by their key.
        updated: The day of the last change of its content, dd/mm/yyyy; never the day of printing, so that a sheet whose
            content stayed the same is the same file and need not be pinned up again.
        first: The first day of its posting, where the content says so.
        last: The last day of its posting, where the content says so.
        term: How long it stays, in words, where no last day is known.
        sample: Whether it shows invented data.
    """

    group: str
    key: str
    name: str
    title: str
    template: str
    context: Context
    url: str = ""
    sources: tuple[str, ...] = ()
    landscape: bool = False
    codes: tuple[str, ...] = ()
    papers: tuple[str, ...] = ("a4", "a3")
    enlarged: bool = True
    standing: bool = True
    updated: str = ""
    first: date | None = None
    last: date | None = None
    term: str = ""
    sample: bool = False

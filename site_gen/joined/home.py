"""The home page: three doors, the counter, what is late; what kinds have to say comes as panels, words about the site last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import msg
from site_gen.base.values import Address, Record
from site_gen.joined.disclosure import URL as DISCLOSURE
from site_gen.joined.ledger import Ledger
from site_gen.joined.ledger_agenda import URL as LEDGER
from site_gen.joined.ledger_agenda import ledger_agenda
from site_gen.joined.ledger_pages import is_filling
from site_gen.joined.lives import late_of_kind
from site_gen.kinds import KINDS
from site_gen.pages.frames import Shown
from site_gen.pages.page import Agenda, Page
from site_gen.rules.snapshot import Link, Snapshot

DOORS = (
    (
        msg("Find a procedure"),
        msg("What to bring, what it costs, how long it takes, where to hand it in."),
        "thu-tuc/index.html",
    ),
    (
        msg("What was promised, and how far it is"),
        msg("Reform plans, each task with who, by when and what came of it."),
        "ke-hoach/index.html",
    ),
    (
        msg("What must be made public"),
        msg("Apologies, statistics, budgets, documents: what was published, and what is still missing."),
        DISCLOSURE,
    ),
)


@dataclass(frozen=True)
class Door(Record):
    """One of the three ways into the site."""

    title: str
    text: str
    url: Address


@dataclass(frozen=True)
class Late(Record):
    """How much of one section is late, and for how many days at most; None where no day is known."""

    title: str
    url: Address
    count: int
    days: int | None
    sample: bool


@dataclass(frozen=True)
class Home(Shown):
    """The home page; panels do the rest."""

    template = "home.html"
    doors: tuple[Door, ...]
    late: tuple[Late, ...]
    about: str | None
    unit: Link
    built: date


def home_page(snapshot: Snapshot, ledger: Ledger, updated: date | None) -> Page:
    """The home page; `updated` is when the newest of the site's content changed."""
    site = snapshot.site
    name = snapshot.catalog.named("unit", site.unit)
    home = Home(
        doors=doors(snapshot),
        late=tuple(_late(snapshot, ledger)),
        about=site.about,
        unit=Link(site.name, name.url if name else ""),
        built=snapshot.as_of,
    )
    return Page("index.html", home.template, site.short_name, home, (), (), "home", ("site", "home"), updated=updated)


def doors(snapshot: Snapshot) -> tuple[Door, ...]:
    """The three ways into the site."""
    return tuple(Door(snapshot.say(title), snapshot.say(text), url) for title, text, url in DOORS)


def _late(snapshot: Snapshot, ledger: Ledger) -> Iterator[Late]:
    """What is late, a line for each section. A site that is still being filled is not graded by what it has not published."""
    for kind in KINDS:
        if kind.section:
            yield from _line(snapshot.say(kind.section.title), kind.section.url, late_of_kind(snapshot, kind))
    if not is_filling(snapshot):
        title = snapshot.say(msg("Disclosure"))
        yield from _line(title, f"{LEDGER}#con-thieu", ledger_agenda(snapshot, ledger))


def _line(title: str, url: Address, agenda: Iterable[Agenda]) -> Iterator[Late]:
    late = [line for line in agenda if line.state == "late"]
    if late:
        days = max((line.days for line in late if line.days is not None), default=None)
        where = late[0].url if len(late) == 1 and late[0].url else url
        yield Late(title, where, len(late), days, any(line.sample for line in late))

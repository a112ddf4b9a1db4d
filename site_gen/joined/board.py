"""The notice board of a site: sheets of all kinds, which of them are asked for, and the minutes of posting and taking down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from site_gen.base.messages import msg
from site_gen.base.values import Plain
from site_gen.base.vietnamese import fold, show_date, sort_key
from site_gen.joined.published import disclosures_of
from site_gen.joined.register import discreet
from site_gen.kinds import KINDS
from site_gen.model.published import Channel
from site_gen.pages.contributions import Sheet
from site_gen.rules.snapshot import Snapshot

MINUTES = "minutes"
GROUPS = ("procedures", "procedure", "poster", "apologies", "plan", "statistics", MINUTES)
"""What can be asked for, in the order in which it is printed."""
SIGNERS = (msg("Who posted it"), msg("Witness"), msg("For the authority"))
REMOVERS = (msg("Who took it down"), msg("Witness"), msg("For the authority"))


WebDays = Callable[[str], tuple[date | None, date | None]]
"""On which day an address was put up on the website first, and taken down last, as the publication log says."""


def _nobody_knows(url: str) -> tuple[date | None, date | None]:
    return None, None


def sheets_of(snapshot: Snapshot) -> tuple[Sheet, ...]:
    """Every sheet that the site's content gives on the day, by group; the minutes come of those that are printed."""
    found = [sheet for kind in KINDS for sheet in kind.sheets(snapshot)]
    return tuple(sorted(found, key=lambda s: GROUPS.index(s.group)))


def chosen(sheets: Iterable[Sheet], words: Sequence[str]) -> tuple[Sheet, ...]:
    """Those that the words ask for: a group alone means its standing sheets, a key that one sheet; no word means all standing.

    A key narrows the group named before it: `procedure 1.001193` is one sheet, `procedure` is all of them. A key before any
    group means the first group that has it. A group of which nothing stands, such as posters, means all of it.
    """
    sheets, asked = tuple(sheets), _asked(words)
    standing = {sheet.group for sheet in sheets if sheet.standing}
    first: dict[str, str] = {}
    for sheet in sheets:
        first.setdefault(fold(sheet.key), sheet.group)

    def is_asked(sheet: Sheet) -> bool:
        key, keys = fold(sheet.key), asked.get(sheet.group)
        if not words:
            return sheet.standing
        if keys == set():
            return sheet.standing or sheet.group not in standing
        return key in (keys or ()) or bool(key and key in asked.get("", ()) and first[key] == sheet.group)

    return tuple(sheet for sheet in sheets if is_asked(sheet))


def wants_minutes(words: Sequence[str]) -> bool:
    """Whether minutes are asked for."""
    return not words or MINUTES in words


def only_minutes(words: Sequence[str]) -> bool:
    """Whether nothing but minutes is asked for: they then speak of all that stands on the board."""
    return set(words) == {MINUTES}


def unknown(sheets: Iterable[Sheet], words: Sequence[str]) -> list[str]:
    """Words that are neither a group nor the key of a sheet."""
    keys = {fold(sheet.key) for sheet in sheets}
    return [word for word in words if word not in GROUPS and fold(word) not in keys]


def _asked(words: Sequence[str]) -> dict[str, set[str]]:
    """The keys named after each group; keys before any group stand under the empty one."""
    out: dict[str, set[str]] = {}
    group = ""
    for word in words:
        if word in GROUPS:
            group = word
            out.setdefault(group, set())
        else:
            out.setdefault(group if group != MINUTES else "", set()).add(fold(word))
    return out


def posting_minutes(
    snapshot: Snapshot, posted: Iterable[tuple[Sheet, int]], web_days: WebDays = _nobody_knows
) -> Sheet:
    """Biên bản niêm yết: each sheet with its number of pages, from when and until when, and since when it is on the website."""
    rows: list[Plain] = [
        {
            "title": sheet.title,
            "pages": pages,
            "first": show_date(sheet.first) if sheet.first else "",
            "last": show_date(sheet.last) if sheet.last else sheet.term,
            "web": _on_the_web(snapshot, *web_days(sheet.url)),
        }
        for sheet, pages in posted
    ]
    return _minutes(snapshot, "niem-yet", False, rows)


def removal_minutes(snapshot: Snapshot, since: date, web_days: WebDays = _nobody_knows) -> Sheet | None:
    """Biên bản gỡ niêm yết: what the content says was on the board, with a last day from `since` to the day before.

    Of an apology it names nothing but number and days, as the register does. None where nothing came to its end.
    """
    rows: list[Plain] = [
        {
            "title": title,
            "first": show_date(first) if first else "",
            "last": show_date(last),
            "place": place,
            "web": _on_the_web(snapshot, *web_days(url)),
        }
        for last, title, first, place, url in sorted(_ended(snapshot, since), key=lambda r: (r[0], sort_key(r[1])))
    ]
    return _minutes(snapshot, "go-niem-yet", True, rows) if rows else None


def _on_the_web(snapshot: Snapshot, first: date | None, last: date | None) -> str:
    if first is None:
        return ""
    if last is None:
        return snapshot.say(msg("on the website since {first}", first=first))
    return snapshot.say(msg("on the website from {first}, taken down on {last}", first=first, last=last))


def _ended(snapshot: Snapshot, since: date) -> Iterator[tuple[date, str, date | None, str, str]]:
    """Last day, title, first day, place and address of each posting that came to its end."""
    posted = set()
    disclosed = disclosures_of(snapshot)
    titles = {d.entry: discreet(d) for d in disclosed}
    for entry in snapshot.catalog.entries():
        for posting in entry.model.postings:
            known = titles.get(entry.path)
            if posting.form is Channel.BOARD and posting.posted_to and known:
                posted.add(entry.path)
                if since <= posting.posted_to < snapshot.as_of:
                    yield (
                        posting.posted_to,
                        _called(known.title, known.number),
                        posting.posted_from,
                        posting.place or "",
                        known.url,
                    )
    for d in map(discreet, disclosed):
        if Channel.BOARD.value in d.forms and d.until and since <= d.until < snapshot.as_of and d.entry not in posted:
            yield d.until, _called(d.title, d.number), d.published, "", d.url


def _called(title: str, number: str) -> str:
    return title if not number or number in title else f"{title}, {number}"


def _minutes(snapshot: Snapshot, name: str, removal: bool, rows: list[Plain]) -> Sheet:
    title = msg("Minutes of taking down") if removal else msg("Minutes of posting")
    about = msg("of {n} sheets on the notice board", n=len(rows))
    return Sheet(
        MINUTES,
        "",
        f"bien-ban/{name}",
        snapshot.say(title),
        "minutes",
        {
            "removal": removal,
            "about": snapshot.say(about),
            "rows": rows,
            "signers": [snapshot.say(s) for s in (REMOVERS if removal else SIGNERS)],
        },
        papers=("a4",),
    )


def path_of(sheet: Sheet, paper: str, folder: str) -> str:
    """Where a sheet lies below the board's folder; those that are not A4 say so in their name."""
    name = f"{sheet.name}.pdf" if paper == "a4" else f"{sheet.name}-{paper}.pdf"
    return f"{folder}/{name}" if folder else name


def fitting(sheet: Sheet, paper: str) -> str:
    """The paper it is printed on: the one asked for, else its usual one."""
    return paper if paper in sheet.papers else sheet.papers[0]

"""Filters as plain pages: a plan's items by lead, by quarter and by status. No script is needed to choose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.messages import msg
from site_gen.base.vietnamese import sort_key
from site_gen.kinds.plan.frame import SECTION, below, head, sources, updated
from site_gen.kinds.plan.headings import lower_first
from site_gen.kinds.plan.views import STATE_WORDS, Show
from site_gen.kinds.plan.work import Standing, State, tally
from site_gen.pages.page import Context, Page


def _units(show: Show) -> dict[str, tuple[str, list[Standing]]]:
    """Items by the unit that leads them, by unit id."""
    out: dict[str, tuple[str, list[Standing]]] = {}
    for s in show.dossier.standings:
        for text in s.item.lead:
            name = show.edition.catalog.named("unit", text)
            if name and s not in out.setdefault(name.id, (name.label, []))[1]:
                out[name.id][1].append(s)
    return dict(sorted(out.items(), key=lambda pair: sort_key(pair[1][0])))


def _quarters(show: Show) -> dict[int, list[Standing]]:
    year = show.dossier.plan.year
    out: dict[int, list[Standing]] = {}
    for quarter in (1, 2, 3, 4):
        first = date(year, 3 * quarter - 2, 1)
        last = date(year + quarter // 4, (3 * quarter) % 12 + 1, 1)
        due = [s for s in show.dossier.standings if s.item.deadline.latest and first <= s.item.deadline.latest < last]
        if due:
            out[quarter] = due
    return out


_ALWAYS = {
    True: (State.DONE, State.DONE_LATE, State.LATE, State.SOON, State.UNDER_WAY, State.PENDING),
    False: (State.SOON, State.PENDING, State.UNREPORTED),
}
"""States that items enter and leave as days pass: their pages stay, also while they are empty."""


def _states(show: Show) -> dict[State, list[Standing]]:
    always = _ALWAYS[bool(show.dossier.reports)]
    found = {state: [s for s in show.dossier.standings if s.state is state] for state in STATE_WORDS}
    return {state: mine for state, mine in found.items() if mine or state in always}


_SLUG = {
    State.DONE: "hoan-thanh",
    State.DONE_LATE: "hoan-thanh-sau-han",
    State.LATE: "qua-han",
    State.SOON: "sap-den-han",
    State.UNDER_WAY: "dang-thuc-hien",
    State.PENDING: "chua-den-han",
    State.UNREPORTED: "chua-co-bao-cao",
    State.CONTINUOUS: "thuong-xuyen",
    State.UNDATED: "khong-an-dinh-ngay",
    State.CANCELLED: "khong-thuc-hien",
}


def filter_links(show: Show) -> Context:
    """The filters of a plan with how many items each holds."""
    base = f"ke-hoach/{show.dossier.entry.id}"
    column = show.headings.lead if show.headings else None
    return {
        "by_unit": show.say(msg("By {column}", column=lower_first(column)) if column else msg("By lead")),
        "units": [
            {"label": label, "count": len(mine), "url": f"{base}/don-vi/{id}.html"}
            for id, (label, mine) in _units(show).items()
        ],
        "quarters": [
            {
                "label": show.say(msg("Quarter {number}", number=_ROMAN[q])),
                "count": len(mine),
                "url": f"{base}/quy/{q}.html",
            }
            for q, mine in _quarters(show).items()
        ],
        "states": [
            {
                "label": show.word(state),
                "family": state.family,
                "count": len(mine),
                "url": f"{base}/tinh-trang/{_SLUG[state]}.html",
            }
            for state, mine in _states(show).items()
        ],
    }


_ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}


def filters(show: Show) -> Iterator[Page]:
    """A page for each lead, quarter and status that holds anything."""
    d = show.dossier
    base = f"ke-hoach/{d.entry.id}"
    chosen: list[tuple[str, str, list[Standing]]] = []
    column = show.headings.lead if show.headings else None
    for id, (label, mine) in _units(show).items():
        led = msg("{column}: {unit}", column=column, unit=label) if column else msg("Led by {unit}", unit=label)
        chosen.append((f"{base}/don-vi/{id}.html", show.say(led), mine))
    for quarter, mine in _quarters(show).items():
        chosen.append(
            (
                f"{base}/quy/{quarter}.html",
                show.say(msg("Due in quarter {number}/{year}", number=_ROMAN[quarter], year=str(d.plan.year))),
                mine,
            )
        )
    for state, mine in _states(show).items():
        chosen.append(
            (f"{base}/tinh-trang/{_SLUG[state]}.html", show.say(msg("Status: {state}", state=show.word(state))), mine)
        )
    for url, title, mine in chosen:
        context: Context = {
            "plan": head(show),
            "title": title,
            "rows": [show.row(s) for s in mine],
            "counts": dict(tally(mine)),
            "filters": filter_links(show),
            "here": url,
        }
        yield Page(
            url,
            "plan/filter.html",
            title,
            context,
            sources(d),
            below(show),
            SECTION,
            updated=updated(d),
            find="/don-vi/" in url,
        )

"""Filters as plain pages: a plan's items by lead, by quarter and by status. No script is needed to choose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_gen.base.messages import msg
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import sort_key
from site_gen.kinds.plan.frame import SECTION, below, head, sources, updated
from site_gen.kinds.plan.headings import lower_first
from site_gen.kinds.plan.quarters import (
    NUMERALS,
    Quarter,
    blocks,
    due_in,
    name,
    quarters,
    reports_in,
    row_in,
    table,
    table_url,
)
from site_gen.kinds.plan.views import STATE_WORDS, Show
from site_gen.kinds.plan.work import Standing, State, tally
from site_gen.pages.page import Page


def _units(show: Show) -> dict[str, tuple[str, list[Standing]]]:
    """Items by the unit that leads them, by unit id."""
    out: dict[str, tuple[str, list[Standing]]] = {}
    for s in show.dossier.standings:
        for text in s.item.lead:
            name = show.snapshot.catalog.named("unit", text)
            if name and s not in out.setdefault(name.id, (name.label, []))[1]:
                out[name.id][1].append(s)
    return dict(sorted(out.items(), key=lambda pair: sort_key(pair[1][0])))


def _quarters(show: Show) -> dict[Quarter, list[Standing]]:
    """The quarters in which anything falls."""
    found = {q: due_in(show.dossier.standings, q) for q in quarters(show.dossier.plan)}
    return {q: mine for q, mine in found.items() if mine}


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
        "table": table_url(show.dossier.entry.id) if _units(show) else "",
        "units": [
            {"label": label, "count": len(mine), "url": f"{base}/don-vi/{id}.html"}
            for id, (label, mine) in _units(show).items()
        ],
        "quarters": [
            {
                "label": show.say(msg("Quarter {number}", number=NUMERALS[q.number])) if q.own else name(show, q),
                "count": len(mine),
                "url": f"{base}/quy/{q.key}.html",
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


def filters(show: Show) -> Iterator[Page]:
    """A page for each lead, quarter and status that holds anything, and the table of units by quarter."""
    base = f"ke-hoach/{show.dossier.entry.id}"
    units = _units(show)
    column = show.headings.lead if show.headings else None
    for id, (label, mine) in units.items():
        led = msg("{column}: {unit}", column=column, unit=label) if column else msg("Led by {unit}", unit=label)
        yield _page(show, f"{base}/don-vi/{id}.html", show.say(led), mine, blocks(show, mine))
    for quarter, mine in _quarters(show).items():
        due = msg("Due in quarter {number}/{year}", number=NUMERALS[quarter.number], year=str(quarter.year))
        rows: list[Plain] = [row_in(show, s, quarter) for s in mine]
        block: Context = {"id": "", "title": "", "rows": rows}
        reports = reports_in(show, quarter)
        yield _page(show, f"{base}/quy/{quarter.key}.html", show.say(due), mine, [block], reports)
    for state, mine in _states(show).items():
        title = show.say(msg("Status: {state}", state=show.word(state)))
        plain: list[Plain] = [{**show.row(s), "days": "", "anchored": True} for s in mine]
        shown: list[Plain] = [{"id": "", "title": "", "rows": plain}] if plain else []
        yield _page(show, f"{base}/tinh-trang/{_SLUG[state]}.html", title, mine, shown)
    yield from table(show, units)


def _page(
    show: Show, url: str, title: str, mine: list[Standing], shown: list[Plain], reports: Sequence[Plain] = ()
) -> Page:
    d = show.dossier
    context: Context = {
        "plan": head(show),
        "title": title,
        "count": len(mine),
        "blocks": shown,
        "reports": list(reports),
        "counts": dict(tally(mine)),
        "filters": filter_links(show),
        "here": url,
    }
    return Page(
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

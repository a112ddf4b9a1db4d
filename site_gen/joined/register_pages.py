"""Pages of the register: one while it is short; a page for each kind, year and part of it where it is long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from site_gen.base.messages import Message, msg, say
from site_gen.base.values import Plain
from site_gen.base.vietnamese import show_date, slug
from site_gen.joined.register import Group, groups_of
from site_gen.kinds.register.pages import Frozen
from site_gen.model.published import Channel
from site_gen.pages.contributions import Disclosure
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot

MENU, HUB = "cong-khai", "cong-khai/index.html"
URL = "cong-khai/danh-muc.html"
TITLE = msg("Register of what is made public")
TEXT = msg("Every item with its number, how and when it was made public, and where it can be read.")
MOST = 60
"""So many rows make a page of less than 50 kB."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one page: which kind, which part of it, and where."""

    group: Group
    part: str
    url: str
    rows: tuple[Disclosure, ...]


def sheets_of(group: Group) -> tuple[Sheet, ...]:
    """The pages of a kind: one, or one for each year, or several for a year that is long."""
    base = f"cong-khai/danh-muc/nhom-{slug(group.name)}"
    if len(group.rows) <= MOST:
        return (Sheet(group, "", f"{base}.html", group.rows),)
    years: dict[str, list[Disclosure]] = {}
    for d in group.rows:
        years.setdefault(str(d.published.year) if d.published else "", []).append(d)
    sheets: list[Sheet] = []
    for year, rows in years.items():
        for at in range(0, len(rows), MOST):
            number = at // MOST + 1
            url = f"{base}-{year or 'chua-ro'}{f'-{number}' if number > 1 else ''}.html"
            sheets.append(Sheet(group, f"{year}/{number}", url, tuple(rows[at : at + MOST])))
    return tuple(sheets)


def register_pages(snapshot: Snapshot, disclosures: Iterable[Disclosure]) -> Iterator[Page]:
    """The register as of the day."""
    language = snapshot.catalog.site.language.value

    def text(message: Message) -> str:
        return say(message, language)

    groups = groups_of(disclosures)
    total = sum(len(g.rows) for g in groups)
    whole = total <= MOST
    crumbs = ((text(msg("Disclosure")), HUB),)
    every = [d for g in groups for d in g.rows]
    shown: list[Plain] = []
    for group in groups:
        sheets = () if whole else sheets_of(group)
        shown.append(
            {
                "id": slug(group.name),
                "label": group.label,
                "count": len(group.rows),
                "rows": _rows(snapshot, group.rows) if whole else [],
                "sheets": [{"url": s.url, "label": _part(s, language), "count": len(s.rows)} for s in sheets],
            }
        )
        for sheet in sheets:
            part = _part(sheet, language)
            title = f"{text(TITLE)}: {group.label}" + (f", {part}" if sheet.part else "")
            yield Page(
                sheet.url,
                "register_sheet.html",
                title,
                {"group": group.label, "part": part if sheet.part else "", "rows": _rows(snapshot, sheet.rows)},
                crumbs=(*crumbs, (text(TITLE), URL)),
                section=MENU,
                updated=_updated(sheet.rows),
                find=False,
                sample=any(d.sample for d in sheet.rows),
            )
    context: dict[str, Plain] = {
        "groups": shown,
        "total": total,
        "day": show_date(snapshot.as_of),
        "unit": snapshot.link("unit", snapshot.catalog.site.unit),
    }
    yield Page(
        URL,
        "register.html",
        text(TITLE),
        context,
        crumbs=crumbs,
        section=MENU,
        updated=_updated(every),
        sample=whole and any(d.sample for d in every),
    )


def _part(sheet: Sheet, language: str) -> str:
    year, _, number = sheet.part.partition("/")
    if not sheet.part:
        return sheet.group.label
    named = year or say(msg("day not stated"), language)
    return named if number == "1" else say(msg("{year}, part {n}", year=named, n=number), language)


def _updated(rows: Iterable[Disclosure]) -> str:
    return max((d.published.isoformat() for d in rows if d.published), default="")


def _rows(snapshot: Snapshot, rows: Iterable[Disclosure]) -> list[Plain]:
    words = {channel.value: snapshot.word(channel) for channel in Channel}
    return [
        {
            "title": d.title,
            "number": d.number,
            "created": d.created,
            "published": d.published,
            "until": d.until,
            "forms": ", ".join(words.get(form, words["other"]) for form in d.forms),
            "url": d.url,
            "live": bool(d.url),
            "sample": d.sample,
        }
        for d in rows
    ]


def with_live_links(pages: Iterable[Page]) -> Iterator[Page]:
    """Rows of frozen registers become links where the address is still there; the rest keep it as text."""
    everything = list(pages)
    known = {page.url for page in everything}
    for page in everything:
        context = page.context
        if isinstance(context, Frozen):
            rows = tuple(replace(row, live=row.url.partition("#")[0] in known) for row in context.rows)
            yield replace(page, context=replace(context, rows=rows))
        else:
            yield page

"""Procedures as plain values: the row of a list, and everything that a guide's page shows."""

from __future__ import annotations

from site_gen.base.messages import Message, msg, say
from site_gen.base.vietnamese import NBSP, show_date, show_number
from site_gen.kinds.procedure.completeness import missing
from site_gen.kinds.procedure.items import Item, field_url
from site_gen.kinds.procedure.model import (
    Case,
    Decision,
    Exempting,
    Exemption,
    Fee,
    Paper,
    Procedure,
    State,
    TimeLimit,
)
from site_gen.pages.edition import Edition
from site_gen.pages.page import Context, Plain

BRIEF = 24
"""Behind a name in a list stands only what is said in so few letters."""
FAMILY = {State.IN_FORCE: "done", State.AMENDED: "done", State.REPLACED: "late", State.ABOLISHED: "late"}


def state(edition: Edition, found: State) -> Context:
    """Whether it applies, as a status."""
    return {"family": FAMILY[found], "word": edition.word(found), "detail": ""}


def limit(edition: Edition, found: TimeLimit | None) -> str:
    """A time limit in words."""
    if found is None:
        return ""
    if found.verbatim:
        return found.verbatim
    unit = edition.word(found.unit)
    return f"{found.value}{NBSP}{unit}" if found.value is not None else ""


def money(fee: Fee) -> str:
    """A fee in words."""
    if fee.verbatim:
        return fee.verbatim
    if fee.amount is None:
        return ""
    if fee.amount.value == 0:
        return "không thu"
    return f"{show_number(fee.amount.value)}{NBSP}đồng" + (f"/{fee.per}" if fee.per else "")


def fees(found: tuple[Fee, ...]) -> list[Plain]:
    """Fees as a table shows them."""
    return [{"label": f.label, "amount": money(f), "basis": f.basis or ""} for f in found]


def exemptions(found: tuple[Exemption, ...]) -> list[Plain]:
    """Who pays less or nothing."""
    return [{"who": e.who, "what": e.what, "basis": e.basis or ""} for e in found]


def papers(edition: Edition, found: tuple[Paper, ...]) -> list[Plain]:
    """Papers as a checklist."""

    def count(paper: Paper) -> str:
        parts = []
        if paper.originals:
            parts.append(f"{paper.originals}{NBSP}bản chính")
        if paper.copies:
            parts.append(f"{paper.copies}{NBSP}bản sao")
        if paper.shown_only:
            parts.append("xuất trình")
        return ", ".join(parts)

    return [
        {
            "name": p.name,
            "count": count(p),
            "note": p.note or "",
            "form": p.form if p.form in edition.catalog.attachments else "",
        }
        for p in found
    ]


def cost(edition: Edition, item: Item) -> str:
    """What it costs, in a few words for the box that answers first."""
    guide = item.guide.model if item.guide else None
    if guide is None:
        return (item.row.fee or "") if item.row else ""
    everything = (*guide.fees, *(f for c in guide.cases for f in c.fees))
    if not everything:
        return "không thu" if "fees" in [p.value for p in guide.not_applicable] else ""
    if len(everything) == 1:
        return money(everything[0])
    amounts = [f.amount.value for f in everything if f.amount]
    if len(amounts) == len(everything) and max(amounts) > 0:
        low, high = show_number(min(amounts)), show_number(max(amounts))
        return f"{low}–{high}{NBSP}đồng" if low != high else f"{low}{NBSP}đồng"
    return "tùy trường hợp"


def row(edition: Edition, item: Item) -> Context:
    """A procedure in a list."""
    guide = item.guide.model if item.guide else None
    time = limit(edition, guide.time_limit) if guide else (item.row.time_limit or "") if item.row else ""
    return {
        "code": item.code,
        "name": item.name,
        "url": item.url,
        "guide": guide is not None,
        "field": item.field,
        "field_url": field_url(item.field),
        "time": time,
        "cost": cost(edition, item),
        "brief": " · ".join(words for words in (time, cost(edition, item)) if 0 < len(words) <= BRIEF),
        "online": edition.word(guide.online_level) if guide else _online(edition, item),
        "state": {} if item.state is State.IN_FORCE else state(edition, item.state),
        "confidence": edition.word(item.row.confidence) if item.row and item.row.confidence else "",
        "taken": show_date(item.row.taken_on) if item.row and item.row.taken_on else "",
        "note": (item.row.note or "") if item.row else "",
        "sample": item.sample,
    }


def _online(edition: Edition, item: Item) -> str:
    there = item.row is not None and item.row.online
    return say(msg("listed as online"), edition.catalog.site.language.value) if there else ""


def decision(edition: Edition, found: Decision | None) -> Context:
    """A decision with the day on which it takes effect."""
    if found is None:
        return {}
    return {
        **edition.document(found),
        "effective": show_date(found.effective_from) if found.effective_from else "",
    }


def case(edition: Edition, found: Case) -> Context:
    """A case with what differs in it."""
    return {
        "name": found.name,
        "papers": papers(edition, found.papers),
        "fees": fees(found.fees),
        "exemptions": exemptions(found.exemptions),
        "time": limit(edition, found.time_limit),
        "note": found.note or "",
    }


def guide(edition: Edition, item: Item) -> Context:
    """Everything that a guide's page shows."""
    assert item.guide is not None
    found = item.guide.model
    site = edition.catalog.site

    def text(message: Message) -> str:
        return say(message, site.language.value)

    point = found.receiving_point or found.authority
    where = edition.link("unit", point) if point else {}
    successor = edition.link("procedure", found.successor) if found.successor else {}
    lag = None
    if found.decision and found.decision.date and found.decision.date.exact and found.published_at:
        lag = max((found.published_at - found.decision.date.exact).days, 0)
    return {
        **row(edition, item),
        "state": state(edition, found.state),
        "applies": found.state.applies,
        "ended": show_date(found.ended_on) if found.ended_on else "",
        "successor": successor,
        "summary": found.summary or "",
        "level": found.level or "",
        "steps": list(found.steps),
        "channels": [
            {
                "word": edition.word(use.channel),
                "url": use.url or "",
                "time": limit(edition, use.time_limit),
                "note": use.note or "",
            }
            for use in found.channels
        ],
        "papers": papers(edition, found.papers),
        "sets": found.sets or 0,
        "cases": [case(edition, c) for c in found.cases],
        "time_note": (found.time_limit.note or "") if found.time_limit else "",
        "subjects": [edition.word(s) for s in found.subjects],
        "authority": edition.link("unit", found.authority) if found.authority else {},
        "where": where,
        "counter": found.counter or "",
        "hours": found.hours or site.contact.hours or "",
        "result": found.result or "",
        "fees": fees(found.fees),
        "exempting": found.exempting.value if found.exempting else "",
        "exemptions": exemptions(found.exemptions),
        "unchecked": found.exempting is Exempting.UNCHECKED,
        "conditions": list(found.conditions),
        "forms": [edition.document(d) for d in found.forms],
        "none": [edition.word(p) for p in found.not_applicable],
        "basis": [edition.document(d) for d in found.basis],
        "decision": decision(edition, found.decision),
        "lag": -1 if lag is None else lag,
        "portal": found.portal_url or "",
        "marks": [
            text(words)
            for yes, words in (
                (found.interlinked, msg("interlinked one-stop procedure")),
                (found.on_site, msg("received, examined, approved and handed over in one place")),
                (found.iso, msg("in the quality management system (ISO)")),
            )
            if yes
        ],
        "samples": [edition.document(d) for d in found.samples],
        "videos": [
            {
                "title": v.title,
                "url": v.url or "",
                "file": v.file if v.file in edition.catalog.attachments else "",
                "captions": v.captions if v.captions in edition.catalog.attachments else "",
            }
            for v in found.videos
        ],
        "history": [
            {"day": show_date(c.date), "text": c.text, "decision": decision(edition, c.decision)}
            for c in sorted(found.history, key=lambda c: c.date, reverse=True)
        ],
        "checked": show_date(found.last_checked) if found.last_checked else "",
        "sources": [
            {
                "title": s.title,
                "day": show_date(s.taken_on) if s.taken_on else "",
                "confidence": edition.word(s.confidence),
                "url": s.url or "",
            }
            for s in found.sources
        ],
        "note_text": found.note or "",
        "missing": [str(Procedure.model_fields[name].title) for name in missing(found)],
        "notes": edition.notes_of(item.guide.path),
    }

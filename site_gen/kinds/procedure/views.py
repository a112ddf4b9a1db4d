"""Procedures as plain values: the row of a list, and everything that a guide's page shows."""

from __future__ import annotations

from collections.abc import Callable

from site_gen.base.messages import Message, msg, say
from site_gen.base.values import Context, Plain, named_values
from site_gen.base.vietnamese import NBSP, show_date, show_number
from site_gen.kinds.procedure.choices import Exempting, Part, State
from site_gen.kinds.procedure.completeness import missing
from site_gen.kinds.procedure.items import Item, field_url
from site_gen.kinds.procedure.model import Case, Decision, Exemption, Fee, Paper, Procedure, TimeLimit
from site_gen.kinds.procedure.timing import guide_posted, publication_delay
from site_gen.rules.snapshot import Snapshot

BRIEF = 24
"""Behind a name in a list stands only what is said in so few letters."""
GLANCE = 70
"""The box that answers first has room for so many letters; what is longer stands further down."""
FAMILY = {State.IN_FORCE: "done", State.AMENDED: "done", State.REPLACED: "late", State.ABOLISHED: "late"}


def state(snapshot: Snapshot, item: Item) -> Context:
    """Whether it applies on the day, as a status; with its last day where that is known already."""
    if item.applies and not item.state.applies:
        shown = item.guide.model if item.guide else item.row
        day = show_date(shown.ended_on) if shown and shown.ended_on else ""
        return {"family": "soon", "word": snapshot.say(msg("no longer in use from {day}", day=day)), "detail": ""}
    decided_on = item.guide.model.decision.effective_from if item.guide and item.guide.model.decision else None
    if item.state is State.IN_FORCE and decided_on and decided_on > snapshot.as_of:
        return {"family": "soon", "word": snapshot.say(msg("not in force yet")), "detail": ""}
    return {"family": FAMILY[item.state], "word": snapshot.word(item.state), "detail": ""}


def limit(snapshot: Snapshot, found: TimeLimit | None) -> str:
    """A time limit in words."""
    if found is None:
        return ""
    counted = f"{found.value}{NBSP}{snapshot.word(found.unit)}" if found.value is not None else ""
    if found.verbatim and counted and str(found.value) not in found.verbatim:
        return f"{found.verbatim} ({counted})"
    return found.verbatim or counted


def limit_with_note(snapshot: Snapshot, found: TimeLimit | None) -> str:
    """A time limit in words, with what is said of longer and shorter ones."""
    return "; ".join(words for words in (limit(snapshot, found), (found.note or "") if found else "") if words)


def money(snapshot: Snapshot, fee: Fee) -> str:
    """A fee in words. Only the source's own words say that nothing is taken: a 0 may be a cell that nobody filled."""
    if fee.amount is None or fee.amount.value == 0:
        zero = snapshot.say(msg("0 dong in the source; ask before you pay")) if fee.amount is not None else ""
        return fee.verbatim or zero
    amount = show_number(fee.amount.value)
    words = f"{amount}{NBSP}{snapshot.say(msg('dong'))}{f'/{fee.per}' if fee.per else ''}"
    if not fee.verbatim:
        return words
    return fee.verbatim if amount in fee.verbatim else f"{fee.verbatim} ({words})"


def fees(snapshot: Snapshot, found: tuple[Fee, ...]) -> list[Plain]:
    """Fees as a table shows them."""
    return [{"label": f.label, "amount": money(snapshot, f), "basis": f.basis or ""} for f in found]


def exemptions(found: tuple[Exemption, ...]) -> list[Plain]:
    """Who pays less or nothing."""
    return [{"who": e.who, "what": e.what, "basis": e.basis or ""} for e in found]


def papers(snapshot: Snapshot, found: tuple[Paper, ...]) -> list[Plain]:
    """Papers as a checklist."""

    def count(paper: Paper) -> str:
        parts = []
        if paper.originals:
            parts.append(f"{paper.originals}{NBSP}{snapshot.say(msg('original'))}")
        if paper.copies:
            parts.append(f"{paper.copies}{NBSP}{snapshot.say(msg('copy'))}")
        if paper.shown_only:
            parts.append(snapshot.say(msg("to be shown")))
        return ", ".join(parts)

    return [
        {
            "name": p.name,
            "count": count(p),
            "note": p.note or "",
            "form": p.form if p.form in snapshot.catalog.attachments else "",
        }
        for p in found
    ]


def cost(snapshot: Snapshot, item: Item) -> str:
    """What it costs, in a few words for the box that answers first."""
    guide = item.guide.model if item.guide else None
    if guide is None:
        return (item.row.fee or "") if item.row else ""
    everything = (*guide.fees, *(f for c in guide.cases for f in c.fees))
    if not everything:
        return snapshot.say(msg("nothing is charged")) if Part.FEES in guide.not_applicable else ""
    if len(everything) == 1:
        return money(snapshot, everything[0])
    amounts = [f.amount.value for f in everything if f.amount]
    if len(amounts) == len(everything) and max(amounts) > 0:
        low, high = show_number(min(amounts)), show_number(max(amounts))
        return f"{low if low == high else f'{low}–{high}'}{NBSP}{snapshot.say(msg('dong'))}"
    return snapshot.say(msg("depends on the case"))


def row(snapshot: Snapshot, item: Item) -> Context:
    """A procedure in a list."""
    guide = item.guide.model if item.guide else None
    time = limit(snapshot, guide.time_limit) if guide else (item.row.time_limit or "") if item.row else ""
    return {
        "code": item.code,
        "name": item.name,
        "url": item.url,
        "guide": guide is not None,
        "field": item.field,
        "field_url": field_url(item.field),
        "time": time,
        "cost": cost(snapshot, item),
        "brief": " · ".join(words for words in (time, cost(snapshot, item)) if 0 < len(words) <= BRIEF),
        "online": snapshot.word(guide.online_level) if guide else _online(snapshot, item),
        "state": {} if item.state is State.IN_FORCE else state(snapshot, item),
        "confidence": snapshot.word(item.row.confidence) if item.row and item.row.confidence else "",
        "taken": show_date(item.row.taken_on) if item.row and item.row.taken_on else "",
        "note": (item.row.note or "") if item.row else "",
        "level": (item.row.level or "") if item.row else "",
        "until": show_date(item.row.ended_on) if item.row and item.row.ended_on else "",
        "portal": portal(item),
        "sample": item.sample,
    }


def portal(item: Item) -> str:
    """Where the portal shows it: as the guide says, or by the pattern of the list."""
    if item.guide and item.guide.model.portal_url:
        return item.guide.model.portal_url
    pattern = item.list.model.portal_url if item.list else None
    return pattern.replace("{code}", item.code) if pattern else ""


def _online(snapshot: Snapshot, item: Item) -> str:
    there = item.row is not None and item.row.online
    return snapshot.say(msg("listed as online")) if there else ""


def decision(snapshot: Snapshot, found: Decision | None) -> Context:
    """A decision with the day on which it takes effect."""
    if found is None:
        return {}
    return {
        **named_values(snapshot.document(found)),
        "effective": show_date(found.effective_from) if found.effective_from else "",
        "posted": show_date(found.posted_on) if found.posted_on else "",
        "coming": bool(found.effective_from and found.effective_from > snapshot.as_of),
    }


def case(snapshot: Snapshot, found: Case) -> Context:
    """A case with what differs in it."""
    return {
        "name": found.name,
        "papers": papers(snapshot, found.papers),
        "fees": fees(snapshot, found.fees),
        "exemptions": exemptions(found.exemptions),
        "time": limit_with_note(snapshot, found.time_limit),
        "note": found.note or "",
    }


def guide(snapshot: Snapshot, item: Item) -> Context:
    """Everything that a guide's page shows."""
    assert item.guide is not None
    found = item.guide.model
    site = snapshot.catalog.site

    def text(message: Message) -> str:
        return say(message, site.language.value)

    point = found.receiving_point or found.authority
    where = snapshot.link("unit", point) if point else None
    successor = snapshot.link("procedure", found.successor) if found.successor else None
    behind = publication_delay(found.decision, guide_posted(found), snapshot.catalog.site) if found.decision else None
    shown = row(snapshot, item)
    return {
        **shown,
        "field_url": field_url(item.field, item.part),
        "glance_time": _glance(text, str(shown["time"])),
        "glance_cost": _glance(text, str(shown["cost"])),
        "state": state(snapshot, item),
        "applies": item.applies,
        "ended": show_date(found.ended_on) if found.ended_on else "",
        "successor": successor,
        "summary": found.summary or "",
        "level": found.level or "",
        "steps": list(found.steps),
        "channels": [
            {
                "word": snapshot.word(use.channel),
                "url": use.url or "",
                "time": limit_with_note(snapshot, use.time_limit),
                "note": use.note or "",
            }
            for use in found.channels
        ],
        "papers": papers(snapshot, found.papers),
        "sets": found.sets or 0,
        "cases": [case(snapshot, c) for c in found.cases],
        "time_note": (found.time_limit.note or "") if found.time_limit else "",
        "subjects": [snapshot.word(s) for s in found.subjects],
        "authority": snapshot.link("unit", found.authority) if found.authority else {},
        "where": where,
        "counter": found.counter or "",
        "hours": found.hours or site.contact.hours or "",
        "result": found.result or "",
        "fees": fees(snapshot, found.fees),
        "exempting": found.exempting.value if found.exempting else "",
        "exemptions": exemptions(found.exemptions),
        "unchecked": found.exempting is Exempting.UNCHECKED,
        "conditions": list(found.conditions),
        "forms": [snapshot.document(d) for d in found.forms],
        "none": [snapshot.word(p) for p in found.not_applicable],
        "basis": [snapshot.document(d) for d in found.basis],
        "decision": decision(snapshot, found.decision),
        "lag": -1 if behind is None else behind,
        "disputed": list(found.disputed),
        "marks": [
            text(words)
            for yes, words in (
                (found.interlinked, msg("interlinked one-stop procedure")),
                (found.on_site, msg("received, examined, approved and handed over in one place")),
                (found.iso, msg("in the quality management system (ISO)")),
            )
            if yes
        ],
        "samples": [snapshot.document(d) for d in found.samples],
        "videos": [
            {
                "title": v.title,
                "url": v.url or "",
                "file": v.file if v.file in snapshot.catalog.attachments else "",
                "captions": v.captions if v.captions in snapshot.catalog.attachments else "",
            }
            for v in found.videos
        ],
        "history": [
            {"day": show_date(c.date), "text": c.text, "decision": decision(snapshot, c.decision)}
            for c in sorted(found.history, key=lambda c: c.date, reverse=True)
        ],
        "checked": show_date(found.last_checked) if found.last_checked else "",
        "sources": [
            {
                "title": s.title,
                "day": show_date(s.taken_on) if s.taken_on else "",
                "confidence": snapshot.word(s.confidence),
                "url": s.url or "",
            }
            for s in found.sources
        ],
        "note_text": found.note or "",
        "missing": [str(Procedure.model_fields[name].title) for name in missing(found)],
        "notes": snapshot.notes_of(item.guide.path),
    }


def _glance(text: Callable[[Message], str], words: str) -> str:
    return words if len(words) <= GLANCE else text(msg("see below"))

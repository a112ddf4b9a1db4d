"""Notices while they are posted; a neutral page at the same address afterwards; counts and the posting register always.

The context of a page holds nothing of a notice that is not posted on the day of building: what a template never gets, it
cannot show.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date, sort_key
from site_gen.kinds.apology.model import Apology, ApologyKind
from site_gen.kinds.apology.posting import Posting, Stage, postings
from site_gen.pages.contributions import Section
from site_gen.pages.page import Page
from site_gen.rules.snapshot import Snapshot

SECTION = Section(
    "cong-khai",
    "thu-xin-loi/index.html",
    msg("Apology notices"),
    msg("Late, faulty or lost dossiers: what happened, why, the new day, who answers for it."),
    10,
)
REGISTER = "thu-xin-loi/so-cong-khai.html"


def url(id: str) -> str:
    """Address of a notice, and after its posting of the page that says so."""
    return f"thu-xin-loi/{id}.html"


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """The list, the register, and one page for each notice whose posting has begun."""
    known = [p for p in postings(snapshot.catalog, snapshot.as_of) if p.stage is not Stage.COMING]
    yield _list(snapshot, known)
    yield _register(snapshot, known)
    for p in known:
        yield _notice(snapshot, p) if p.stage is Stage.POSTED else _ended(snapshot, p)


def crumbs(snapshot: Snapshot, *more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """The way down to the section, and `more` below it."""
    return ((snapshot.say(msg("Disclosure")), "cong-khai/index.html"), *more)


def _below(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    return crumbs(snapshot, (snapshot.say(SECTION.title), SECTION.url))


def state(notice: Apology, snapshot: Snapshot) -> Context:
    """Whether the dossier is settled, in a family of status and a word."""
    if notice.resolved_on and notice.resolved_on <= snapshot.as_of:
        return {"family": "done", "word": snapshot.say(msg("settled")), "detail": show_date(notice.resolved_on)}
    if notice.new_due_on and notice.new_due_on < snapshot.as_of:
        return {"family": "late", "word": snapshot.say(msg("late again")), "detail": ""}
    return {"family": "run", "word": snapshot.say(msg("being settled")), "detail": ""}


def row(snapshot: Snapshot, p: Posting) -> Context:
    """A posted notice as lists show it."""
    notice = p.entry.model
    return {
        "id": p.entry.id,
        "number": notice.number or p.entry.id,
        "url": url(p.entry.id),
        "unit": snapshot.link("unit", notice.unit),
        "procedure": snapshot.link("procedure", notice.procedure),
        "kind": snapshot.word(notice.kind),
        "dossier": notice.dossier_code,
        "due": show_date(notice.due_on),
        "new_due": show_date(notice.new_due_on) if notice.new_due_on else "",
        "first": show_date(p.first),
        "last": show_date(p.last),
        "until": p.last.isoformat(),
        "state": state(notice, snapshot),
        "sample": notice.sample,
    }


def entered(snapshot: Snapshot, p: Posting) -> Context:
    """What the register keeps of a notice for good: which, whose, how long, shown how. Nothing of the dossier."""
    notice = p.entry.model
    return {
        "id": p.entry.id,
        "number": notice.number or p.entry.id,
        "url": url(p.entry.id),
        "unit": snapshot.link("unit", notice.unit),
        "kind": snapshot.word(notice.kind),
        "first": show_date(p.first),
        "last": show_date(p.last),
        "board": notice.on_board,
        "posted": p.stage is Stage.POSTED,
        "sample": notice.sample,
    }


def counts(snapshot: Snapshot, known: list[Posting]) -> list[Plain]:
    """Letters of each year: by what they apologise for, how many are settled, and by unit."""
    out: list[Plain] = []
    for year in sorted({p.entry.model.date.year for p in known}, reverse=True):
        mine = [p.entry.model for p in known if p.entry.model.date.year == year]
        kinds = Counter(m.kind for m in mine)
        causes = Counter(m.cause for m in mine)
        units: Counter[str] = Counter()
        for m in mine:
            name = snapshot.catalog.named("unit", m.unit)
            units[name.label if name else m.unit] += 1
        promised = [m for m in mine if m.new_due_on and (m.resolved_on or m.new_due_on < snapshot.as_of)]
        kept = sum(1 for m in promised if m.resolved_on and m.new_due_on and m.resolved_on <= m.new_due_on)
        out.append(
            {
                "year": year,
                "all": len(mine),
                "kinds": [{"word": snapshot.word(k), "n": kinds[k]} for k in ApologyKind if kinds[k]],
                "causes": [{"word": snapshot.word(c), "n": n} for c, n in causes.most_common()],
                "units": [{"name": name, "n": units[name]} for name in sorted(units, key=sort_key)],
                "promised": len(promised),
                "kept": kept,
            }
        )
    return out


def _list(snapshot: Snapshot, known: list[Posting]) -> Page:
    current = [p for p in known if p.stage is Stage.POSTED]
    context: Context = {
        "notices": [row(snapshot, p) for p in current],
        "years": counts(snapshot, known),
        "days": snapshot.catalog.site.apology_days,
        "basis": snapshot.catalog.site.apology_basis or "",
        "register": REGISTER,
    }
    return Page(
        SECTION.url,
        "apology/list.html",
        snapshot.say(SECTION.title),
        context,
        tuple(p.entry.path for p in known),
        crumbs(snapshot),
        SECTION.menu,
        updated=max((p.first.isoformat() for p in known), default=""),
        index=not current,
        find=True,
        sample=any(p.entry.model.sample for p in known),
        expires=bool(current),
        long=("notices",),
    )


def _register(snapshot: Snapshot, known: list[Posting]) -> Page:
    return Page(
        REGISTER,
        "apology/register.html",
        snapshot.say(msg("Register of posted apology notices")),
        {"rows": [entered(snapshot, p) for p in known], "days": snapshot.catalog.site.apology_days},
        tuple(p.entry.path for p in known),
        _below(snapshot),
        SECTION.menu,
        updated=max((p.first.isoformat() for p in known), default=""),
        sample=any(p.entry.model.sample for p in known),
        long=("rows",),
    )


def letter(snapshot: Snapshot, p: Posting) -> Context:
    """A posted notice as its page shows it."""
    notice = p.entry.model
    file = snapshot.catalog.attachments.get(notice.file or "")
    return {
        **row(snapshot, p),
        "authority": snapshot.catalog.site.name,
        "date": show_date(notice.date),
        "received": show_date(notice.received_on),
        "what": notice.kind.value,
        "reason": notice.reason,
        "cause": snapshot.word(notice.cause),
        "remedy": notice.remedy or "",
        "reschedule": notice.reschedule_no,
        "sent": show_date(notice.sent_on) if notice.sent_on else "",
        "resolved": show_date(notice.resolved_on) if notice.resolved_on else "",
        "signer": notice.signer_role,
        "board": notice.on_board,
        "file": {"path": file.path, "size": file.size} if file else {},
        "register": REGISTER,
        "section": SECTION.url,
        "notes": snapshot.notes_of(p.entry.path),
    }


def title(snapshot: Snapshot, p: Posting) -> str:
    """What the page of a notice, and its sheet, is called."""
    return snapshot.say(msg("Apology notice {number}", number=p.entry.model.number or p.entry.id))


def _notice(snapshot: Snapshot, p: Posting) -> Page:
    return Page(
        url(p.entry.id),
        "apology/page.html",
        title(snapshot, p),
        letter(snapshot, p),
        (p.entry.path,),
        _below(snapshot),
        SECTION.menu,
        ("apology", p.entry.id),
        updated=p.first.isoformat(),
        index=False,
        sample=p.entry.model.sample,
        expires=True,
    )


def _ended(snapshot: Snapshot, p: Posting) -> Page:
    return Page(
        url(p.entry.id),
        "apology/ended.html",
        snapshot.say(msg("The posting has ended")),
        {"register": REGISTER, "section": SECTION.url},
        (p.entry.path,),
        _below(snapshot),
        SECTION.menu,
        index=False,
        sample=p.entry.model.sample,
    )

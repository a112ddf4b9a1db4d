"""Notices while they are posted; a neutral page at the same address afterwards; counts and the posting register always.

The context of a page holds nothing of a notice that is not posted on the day of building: what a template never gets, it
cannot show.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_date, sort_key
from site_gen.kinds.apology.model import Apology, ApologyKind
from site_gen.kinds.apology.posting import Posting, Stage, postings
from site_gen.pages.edition import Edition
from site_gen.pages.offer import Section
from site_gen.pages.page import Context, Page, Plain

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


def pages(edition: Edition) -> Iterator[Page]:
    """The list, the register, and one page for each notice whose posting has begun."""
    known = [p for p in postings(edition.catalog, edition.as_of) if p.stage is not Stage.COMING]
    yield _list(edition, known)
    yield _register(edition, known)
    for p in known:
        yield _notice(edition, p) if p.stage is Stage.POSTED else _ended(edition, p)


def crumbs(edition: Edition, *more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """The way down to the section, and `more` below it."""
    return ((edition.say(msg("Disclosure")), "cong-khai/index.html"), *more)


def _below(edition: Edition) -> tuple[tuple[str, str], ...]:
    return crumbs(edition, (edition.say(SECTION.title), SECTION.url))


def state(notice: Apology, edition: Edition) -> Context:
    """Whether the dossier is settled, in a family of status and a word."""
    if notice.resolved_on and notice.resolved_on <= edition.as_of:
        return {"family": "done", "word": edition.say(msg("settled")), "detail": show_date(notice.resolved_on)}
    if notice.new_due_on and notice.new_due_on < edition.as_of:
        return {"family": "late", "word": edition.say(msg("late again")), "detail": ""}
    return {"family": "run", "word": edition.say(msg("being settled")), "detail": ""}


def row(edition: Edition, p: Posting) -> Context:
    """A posted notice as lists show it."""
    notice = p.entry.model
    return {
        "id": p.entry.id,
        "number": notice.number or p.entry.id,
        "url": url(p.entry.id),
        "unit": edition.link("unit", notice.unit),
        "procedure": edition.link("procedure", notice.procedure),
        "kind": edition.word(notice.kind),
        "dossier": notice.dossier_code,
        "due": show_date(notice.due_on),
        "new_due": show_date(notice.new_due_on) if notice.new_due_on else "",
        "first": show_date(p.first),
        "last": show_date(p.last),
        "until": p.last.isoformat(),
        "state": state(notice, edition),
        "sample": notice.sample,
    }


def entered(edition: Edition, p: Posting) -> Context:
    """What the register keeps of a notice for good: which, whose, how long, shown how. Nothing of the dossier."""
    notice = p.entry.model
    return {
        "id": p.entry.id,
        "number": notice.number or p.entry.id,
        "url": url(p.entry.id),
        "unit": edition.link("unit", notice.unit),
        "kind": edition.word(notice.kind),
        "first": show_date(p.first),
        "last": show_date(p.last),
        "board": notice.on_board,
        "posted": p.stage is Stage.POSTED,
        "sample": notice.sample,
    }


def counts(edition: Edition, known: list[Posting]) -> list[Plain]:
    """Letters of each year: by what they apologise for, how many are settled, and by unit."""
    out: list[Plain] = []
    for year in sorted({p.entry.model.date.year for p in known}, reverse=True):
        mine = [p.entry.model for p in known if p.entry.model.date.year == year]
        kinds = Counter(m.kind for m in mine)
        causes = Counter(m.cause for m in mine)
        units: Counter[str] = Counter()
        for m in mine:
            name = edition.catalog.named("unit", m.unit)
            units[name.label if name else m.unit] += 1
        promised = [m for m in mine if m.new_due_on and (m.resolved_on or m.new_due_on < edition.as_of)]
        kept = sum(1 for m in promised if m.resolved_on and m.new_due_on and m.resolved_on <= m.new_due_on)
        out.append(
            {
                "year": year,
                "all": len(mine),
                "kinds": [{"word": edition.word(k), "n": kinds[k]} for k in ApologyKind if kinds[k]],
                "causes": [{"word": edition.word(c), "n": n} for c, n in causes.most_common()],
                "units": [{"name": name, "n": units[name]} for name in sorted(units, key=sort_key)],
                "promised": len(promised),
                "kept": kept,
            }
        )
    return out


def _list(edition: Edition, known: list[Posting]) -> Page:
    current = [p for p in known if p.stage is Stage.POSTED]
    context: Context = {
        "notices": [row(edition, p) for p in current],
        "years": counts(edition, known),
        "days": edition.catalog.site.apology_days,
        "basis": edition.catalog.site.apology_basis or "",
        "register": REGISTER,
    }
    return Page(
        SECTION.url,
        "apology/list.html",
        edition.say(SECTION.title),
        context,
        tuple(p.entry.path for p in known),
        crumbs(edition),
        SECTION.menu,
        updated=max((p.first.isoformat() for p in known), default=""),
        index=not current,
        find=True,
        sample=any(p.entry.model.sample for p in known),
        expires=bool(current),
        long=("notices",),
    )


def _register(edition: Edition, known: list[Posting]) -> Page:
    return Page(
        REGISTER,
        "apology/register.html",
        edition.say(msg("Register of posted apology notices")),
        {"rows": [entered(edition, p) for p in known], "days": edition.catalog.site.apology_days},
        tuple(p.entry.path for p in known),
        _below(edition),
        SECTION.menu,
        updated=max((p.first.isoformat() for p in known), default=""),
        sample=any(p.entry.model.sample for p in known),
        long=("rows",),
    )


def letter(edition: Edition, p: Posting) -> Context:
    """A posted notice as its page shows it."""
    notice = p.entry.model
    file = edition.catalog.attachments.get(notice.file or "")
    return {
        **row(edition, p),
        "authority": edition.catalog.site.name,
        "date": show_date(notice.date),
        "received": show_date(notice.received_on),
        "what": notice.kind.value,
        "reason": notice.reason,
        "cause": edition.word(notice.cause),
        "remedy": notice.remedy or "",
        "reschedule": notice.reschedule_no,
        "sent": show_date(notice.sent_on) if notice.sent_on else "",
        "resolved": show_date(notice.resolved_on) if notice.resolved_on else "",
        "signer": notice.signer_role,
        "board": notice.on_board,
        "file": {"path": file.path, "size": file.size} if file else {},
        "register": REGISTER,
        "section": SECTION.url,
        "notes": edition.notes_of(p.entry.path),
    }


def title(edition: Edition, p: Posting) -> str:
    """What the page of a notice, and its sheet, is called."""
    return edition.say(msg("Apology notice {number}", number=p.entry.model.number or p.entry.id))


def _notice(edition: Edition, p: Posting) -> Page:
    return Page(
        url(p.entry.id),
        "apology/page.html",
        title(edition, p),
        letter(edition, p),
        (p.entry.path,),
        _below(edition),
        SECTION.menu,
        ("apology", p.entry.id),
        updated=p.first.isoformat(),
        index=False,
        sample=p.entry.model.sample,
        expires=True,
    )


def _ended(edition: Edition, p: Posting) -> Page:
    return Page(
        url(p.entry.id),
        "apology/ended.html",
        edition.say(msg("The posting has ended")),
        {"register": REGISTER, "section": SECTION.url},
        (p.entry.path,),
        _below(edition),
        SECTION.menu,
        index=False,
        sample=p.entry.model.sample,
    )

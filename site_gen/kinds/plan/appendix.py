"""The appendix of a plan as it is printed: one page, or several where it is long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_gen.base.messages import msg
from site_gen.base.values import Context, Plain
from site_gen.kinds.plan.frame import SECTION, below, head, sources, updated
from site_gen.kinds.plan.model import Task
from site_gen.kinds.plan.views import Show, anchor
from site_gen.pages.page import Page

MOST = 60
"""So many rows of the appendix make a page of less than 50 kB."""


def appendix_url(id: str, part: int = 1) -> str:
    """The page of a plan's appendix. The first keeps the address of the whole."""
    return f"ke-hoach/{id}/phu-luc.html" if part == 1 else f"ke-hoach/{id}/phu-luc/{part}.html"


def appendix(show: Show, tasks: Sequence[Task] | None = None) -> Context:
    """The appendix as it is printed, or those of its tasks."""
    d = show.dossier
    every = d.appendix.model.tasks if d.appendix else ()
    return {
        "plan": head(show),
        "blocks": show.blocks(every if tasks is None else tasks),
        "place": d.plan.place or "",
        "decision": show.snapshot.document(d.plan.decision) if d.plan.decision else {},
        "total": show.money(d.plan.total_declared),
        "words": d.plan.total_words or "",
        "signer": " ".join(x for x in (d.plan.sign_prefix, d.plan.signer_role) if x),
    }


def parts_of(show: Show) -> tuple[tuple[Task, ...], ...]:
    """Tasks in parts of nearly the same length, none longer than `MOST` rows unless a single task is."""
    d = show.dossier
    tasks = d.appendix.model.tasks if d.appendix else ()
    rows = [len(d.of_task(task)) for task in tasks]
    wanted = -(-sum(rows) // MOST) or 1
    most = -(-sum(rows) // wanted)
    parts: list[list[Task]] = [[]]
    here = 0
    for task, n in zip(tasks, rows, strict=True):
        if (parts[-1] and here + n > most and len(parts) < wanted) or (here + n > MOST and parts[-1]):
            parts.append([])
            here = 0
        parts[-1].append(task)
        here += n
    return tuple(tuple(part) for part in parts)


def appendix_pages(show: Show) -> Iterator[Page]:
    """A page for each part. The first has a place for every row, since rows are cited as `phu-luc.html#tt-12`."""
    d = show.dossier
    parts = parts_of(show)
    several = len(parts) > 1
    listed: list[Plain] = [
        {
            "label": show.say(msg("Part {number}", number=number)),
            "url": appendix_url(d.entry.id, number),
            "areas": _areas(part),
        }
        for number, part in enumerate(parts, 1)
        if several
    ]
    for number, part in enumerate(parts, 1):
        url = appendix_url(d.entry.id, number)
        title = show.say(msg("Appendix for printing"))
        last = number == len(parts)
        context: Context = {
            **appendix(show, part),
            "parts": listed,
            "elsewhere": _rows(show, parts) if number == 1 else [],
        }
        if not last:
            context |= {"total": "", "words": ""}
        yield Page(
            url,
            "plan/appendix.html",
            f"{title}, {show.say(msg('Part {number}', number=number)).lower()}" if several else title,
            context,
            sources(d),
            below(show),
            SECTION,
            updated=updated(d),
            find=number == 1,
        )


def _areas(part: Sequence[Task]) -> str:
    codes = list(dict.fromkeys(task.area for task in part))
    return codes[0] if len(codes) == 1 else f"{codes[0]}–{codes[-1]}"


def _rows(show: Show, parts: Sequence[Sequence[Task]]) -> list[Plain]:
    """The rows of all parts but the first."""
    d = show.dossier
    return [
        {
            "anchor": anchor(s.item),
            "no": s.item.row or s.item.key,
            "url": appendix_url(d.entry.id, number),
        }
        for number, part in enumerate(parts[1:], 2)
        for task in part
        for s in d.of_task(task)
    ]

"""The pages of a plan: overview, appendix for print, a page per task, filters as plain pages, documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from site_gen.base.messages import msg, say
from site_gen.base.values import Context, Plain, named_values
from site_gen.base.vietnamese import show_date
from site_gen.kinds.plan.appendix import MOST, appendix_pages, appendix_url
from site_gen.kinds.plan.filters import filter_links, filters
from site_gen.kinds.plan.frame import SECTION, below, crumbs, head, short, sources, updated
from site_gen.kinds.plan.model import Task
from site_gen.kinds.plan.views import Show, anchor, plan_url, targets, task_url
from site_gen.kinds.plan.work import PlanBundle, Standing, State, dossiers, tally
from site_gen.pages.page import Page
from site_gen.rules.snapshot import ShownNote, Snapshot


def pages(snapshot: Snapshot) -> Iterator[Page]:
    """All pages of all plans, and their list."""
    all_ = dossiers(snapshot.catalog, snapshot.as_of, snapshot.catalog.site.due_soon_days)
    yield _list(snapshot, all_)
    for dossier in all_:
        show = Show(snapshot, dossier)
        yield _overview(show)
        yield _documents(show)
        if dossier.appendix:
            yield from appendix_pages(show)
            yield from _targets(show)
            tasks = dossier.appendix.model.tasks
            for index, task in enumerate(tasks):
                yield _task(
                    show,
                    task,
                    tasks[index - 1] if index else None,
                    tasks[index + 1] if index + 1 < len(tasks) else None,
                )
            yield from filters(show)


def _notes(show: Show) -> list[ShownNote]:
    d = show.dossier
    out = show.snapshot.notes_of(d.entry.path)
    if d.appendix:
        out += show.snapshot.notes_of(d.appendix.path)
    where = {s.item.key: anchor(s.item) for s in d.standings} | {
        s.item.row: anchor(s.item) for s in d.standings if s.item.row
    }
    if not show.by_lead:
        where = {s.item.task.area: f"linh-vuc-{s.item.task.area.lower()}" for s in d.standings} | where
    return [replace(note, anchor=where.get(note.item, "")) for note in out]


def _next(show: Show, most: int = 3) -> list[Plain]:
    """The next deadlines from the day of reckoning."""
    d = show.dossier
    coming = [
        s
        for s in d.standings
        if s.item.deadline.latest
        and s.item.deadline.latest >= d.day
        and s.state in (State.SOON, State.PENDING, State.UNDER_WAY)
    ]
    coming.sort(key=lambda s: (s.item.deadline.latest or d.day, s.item.key))
    return [agenda_row(show, s) for s in coming[:most]]


def agenda_row(show: Show, s: Standing) -> Context:
    """An item in a list of what is due or late."""
    row = show.row(s)
    last = s.item.deadline.latest
    return {
        "day": show_date(last) if last else "",
        "iso": last.isoformat() if last else "",
        "task": s.item.task.text,
        "part": s.item.part.text if s.item.part else "",
        "anchor": row["anchor"],
        "url": row["url"],
        "lead": row["lead"],
        "state": row["state"],
        "reason": row["reason"],
        "words": s.item.written.verbatim,
        "plan": short(show.dossier.entry),
    }


def _overview(show: Show) -> Page:
    d = show.dossier
    plan = d.plan
    counts = tally(d.standings)
    context: Context = {
        "plan": {**head(show), "brief": len(d.items) <= MOST},
        "appendix": appendix_url(d.entry.id),
        "counts": dict(counts),
        "bars": show.bars(),
        "next": [] if d.closed else _next(show),
        "late": [agenda_row(show, s) for s in d.standings if s.state is State.LATE],
        "targets": targets(d),
        "whole_targets": _targets_url(d),
        "notes": _notes(show),
        "blocks": show.blocks(d.appendix.model.tasks) if d.appendix else [],
        "body": plan.body,
        "duties": [
            {"unit": show.snapshot.link("unit", x.unit), "duty": x.duty, "deadline": x.deadline or ""}
            for x in plan.duties
        ],
        "reports": [
            {"unit": show.snapshot.link("unit", x.unit), "duty": x.duty, "deadline": x.deadline or ""}
            for x in plan.reports
        ],
        "updates": [
            {
                "title": r.model.title,
                "date": show_date(r.model.date),
                "period": r.model.period,
                "count": len(r.model.updates),
                "sample": r.model.sample,
                "cutoff": show_date(r.model.cutoff) if r.model.cutoff else "",
                "document": show.snapshot.document(r.model.document) if r.model.document else {},
            }
            for r in reversed(d.reports)
        ],
        "money": {
            "total": show.money(plan.total_declared),
            "words": plan.total_words or "",
            "areas": [
                {"code": a.code, "name": a.name, "budget": show.money(a.budget_declared)}
                for a in plan.areas
                if a.budget_declared
            ],
            "funding": plan.funding or "",
        },
        "scorecard": show.snapshot.link("scorecard", plan.scorecard) if plan.scorecard else {},
        "filters": filter_links(show),
    }
    return Page(
        plan_url(d.entry.id),
        "plan/overview.html",
        plan.title,
        context,
        sources(d),
        crumbs(show),
        SECTION,
        ("plan", d.entry.id),
        updated=updated(d),
    )


def _task(show: Show, task: Task, before: Task | None, after: Task | None) -> Page:
    d = show.dossier
    area = show.areas.get(task.area)
    standings = d.of_task(task)
    history: list[Plain] = []
    for report in reversed(d.reports):
        for update in report.model.updates:
            if update.item in {s.item.key for s in standings}:
                history.append(
                    {
                        "date": show_date(report.model.date),
                        "item": update.item if task.parts else "",
                        "status": show.snapshot.word(update.status),
                        "text": update.text or "",
                        "reason": update.reason or "",
                        "done_count": update.done_count or "",
                        "completed": show_date(update.completed_on) if update.completed_on else "",
                        "evidence": [show.snapshot.document(e) for e in update.evidence],
                        "sample": report.model.sample,
                    }
                )
    keys = {s.item.key for s in standings} | {s.item.row for s in standings} | {task.id} | set(task.targets)
    view = show.task(task)
    rows = view["rows"]
    assert isinstance(rows, list)
    for row, s in zip(rows, standings, strict=True):
        assert isinstance(row, dict)
        row["evidence"] = show.evidence(s)
    context: Context = {
        "plan": head(show),
        "task": view,
        "area": {"code": task.area, "name": area.name if area else task.area},
        "targets": targets(d, task.targets),
        "history": history,
        "notes": [n for n in _notes(show) if n.item in keys and n.item],
        "previous": {"text": before.text, "url": task_url(d.entry.id, before)} if before else {},
        "following": {"text": after.text, "url": task_url(d.entry.id, after)} if after else {},
    }
    return Page(
        task_url(d.entry.id, task),
        "plan/task.html",
        task.text,
        context,
        sources(d),
        below(show),
        SECTION,
        ("task", f"{d.entry.id}/{task.id}"),
        updated=updated(d),
    )


def _targets_url(d: PlanBundle) -> str:
    return f"ke-hoach/{d.entry.id}/muc-tieu.html"


def _targets(show: Show) -> Iterator[Page]:
    """Every target in full, under the areas it belongs to, in the order of the document."""
    d = show.dossier
    areas: list[Plain] = []
    for code, group in groupby(targets(d), key=lambda t: t["area"]):
        area = show.areas.get(str(code))
        areas.append({"name": f"{area.code}. {area.name}" if area else "", "targets": list(group)})
    if areas:
        title = show.say(msg("Targets in full"))
        context: Context = {"plan": head(show), "areas": areas}
        url = _targets_url(d)
        yield Page(
            url, "plan/targets.html", title, context, sources(d), below(show), SECTION, updated=updated(d), find=False
        )


def _documents(show: Show) -> Page:
    d = show.dossier
    plan = d.plan
    evidence: list[Plain] = []
    for s in d.standings:
        for document in show.evidence(s):
            evidence.append(
                {**named_values(document), "task": s.item.task.text, "task_url": task_url(d.entry.id, s.item.task)}
            )
    context: Context = {
        "plan": head(show),
        "decision": show.snapshot.document(plan.decision) if plan.decision else {},
        "basis": [show.snapshot.document(x) for x in plan.basis],
        "files": [
            {
                "path": f,
                "name": f.split("/")[-1],
                "size": a.size if (a := show.snapshot.catalog.attachments.get(f)) else 0,
            }
            for f in plan.files
        ],
        "source": plan.source_url or "",
        "recipients": list(plan.recipients),
        "evidence": evidence,
        "signer": " ".join(x for x in (plan.sign_prefix, plan.signer_role) if x),
        "place": plan.place or "",
        "sample": d.sample,
    }
    return Page(
        f"ke-hoach/{d.entry.id}/van-ban.html",
        "plan/documents.html",
        show.say(msg("Documents and evidence")),
        context,
        sources(d),
        below(show),
        SECTION,
        updated=updated(d),
    )


def _list(snapshot: Snapshot, all_: tuple[PlanBundle, ...]) -> Page:
    rows: list[Plain] = []
    for dossier in all_:
        show = Show(snapshot, dossier)
        rows.append({"plan": head(show), "counts": dict(tally(dossier.standings))})
    title = say(msg("Plans and progress"), snapshot.catalog.site.language.value)
    files = tuple(p for d in all_ for p in sources(d))
    newest = max((updated(d) for d in all_), default="")
    return Page(
        "ke-hoach/index.html",
        "plan/list.html",
        title,
        {"plans": rows},
        files,
        (),
        SECTION,
        updated=newest,
        long=("plans",),
    )

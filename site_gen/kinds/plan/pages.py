"""The pages of a plan: overview, appendix for print, a page per task, filters as plain pages, documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_date, sort_key
from site_gen.kinds.plan.model import Plan, Task
from site_gen.kinds.plan.views import STATE_WORDS, Show, anchor, plan_url, targets, task_url
from site_gen.kinds.plan.work import Dossier, Standing, State, dossiers, tally
from site_gen.model.entry import Entry
from site_gen.pages.edition import Edition
from site_gen.pages.page import Context, Page, Plain

SECTION = "ke-hoach"


def pages(edition: Edition) -> Iterator[Page]:
    """All pages of all plans, and their list."""
    all_ = dossiers(edition.catalog, edition.as_of, edition.catalog.site.due_soon_days)
    if not all_:
        return
    yield _list(edition, all_)
    for dossier in all_:
        show = Show(edition, dossier)
        yield _overview(show)
        yield _documents(show)
        if dossier.appendix:
            yield _appendix(show)
            tasks = dossier.appendix.model.tasks
            for index, task in enumerate(tasks):
                yield _task(
                    show,
                    task,
                    tasks[index - 1] if index else None,
                    tasks[index + 1] if index + 1 < len(tasks) else None,
                )
            yield from _filters(show)


def short(entry: Entry[Plan]) -> str:
    """What lists and breadcrumbs call a plan."""
    return entry.model.short_title or entry.model.title


def _crumbs(show: Show, *more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return ((show.say(msg("Plans and progress")), "ke-hoach/index.html"), *more)


def _below(show: Show) -> tuple[tuple[str, str], ...]:
    return _crumbs(show, (short(show.dossier.entry), plan_url(show.dossier.entry.id)))


def _sources(dossier: Dossier) -> tuple[str, ...]:
    appendix = (dossier.appendix.path,) if dossier.appendix else ()
    return (dossier.entry.path, *appendix, *(r.path for r in dossier.reports))


def updated(dossier: Dossier) -> str:
    """ISO date of the plan's last change: its newest report, else its own date."""
    days = [r.model.date for r in dossier.reports]
    days += [d for e in (dossier.entry, dossier.appendix) if e and (d := e.model.updated_at or e.model.published_at)]
    if not days and dossier.plan.date and dossier.plan.date.exact:
        days.append(dossier.plan.date.exact)
    return max(days).isoformat() if days else ""


def head(show: Show) -> Context:
    """What stands under the title of every page of the plan."""
    d = show.dossier
    plan = d.plan
    return {
        "title": plan.title,
        "short": short(d.entry),
        "url": plan_url(d.entry.id),
        "kind": plan.kind.label,
        "year": plan.year,
        "number": plan.number or "",
        "date": str(plan.date or ""),
        "issuer": show.edition.link("unit", plan.issuer),
        "sample": d.sample,
        "reported": bool(d.reports),
        "day": show_date(d.day),
        "closed": d.closed,
        "last_report": d.reports[-1].model.title if d.reports else "",
        "areas": len(plan.areas),
        "targets": len(d.appendix.model.targets) if d.appendix else 0,
        "tasks": len(d.appendix.model.tasks) if d.appendix else 0,
        "items": len(d.items),
        "has_money": any(i.budget or i.budget_note for i in d.items),
    }


def _notes(show: Show) -> list[Plain]:
    d = show.dossier
    out = show.edition.notes_of(d.entry.path)
    if d.appendix:
        out += show.edition.notes_of(d.appendix.path)
    where = {s.item.key: anchor(s.item) for s in d.standings} | {
        s.item.row: anchor(s.item) for s in d.standings if s.item.row
    }
    for note in out:
        assert isinstance(note, dict)
        note["anchor"] = where.get(str(note["item"]), "")
    return out


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
        "words": s.item.deadline.verbatim,
        "plan": short(show.dossier.entry),
    }


def _overview(show: Show) -> Page:
    d = show.dossier
    plan = d.plan
    counts = tally(d.standings)
    context: Context = {
        "plan": head(show),
        "counts": dict(counts),
        "bars": show.bars(),
        "next": [] if d.closed else _next(show),
        "late": [agenda_row(show, s) for s in d.standings if s.state is State.LATE],
        "targets": targets(d),
        "notes": _notes(show),
        "blocks": show.blocks(d.appendix.model.tasks) if d.appendix else [],
        "body": plan.body,
        "duties": [
            {"unit": show.edition.link("unit", x.unit), "duty": x.duty, "deadline": x.deadline or ""}
            for x in plan.duties
        ],
        "reports": [
            {"unit": show.edition.link("unit", x.unit), "duty": x.duty, "deadline": x.deadline or ""}
            for x in plan.reports
        ],
        "updates": [
            {
                "title": r.model.title,
                "date": show_date(r.model.date),
                "period": r.model.period,
                "count": len(r.model.updates),
                "sample": r.model.sample,
            }
            for r in reversed(d.reports)
        ],
        "money": {
            "total": show.money(plan.total_declared),
            "words": plan.total_words or "",
            "areas": [{"code": a.code, "name": a.name, "budget": show.money(a.budget_declared)} for a in plan.areas]
            if plan.total_declared
            else [],
        },
        "scorecard": show.edition.link("scorecard", plan.scorecard) if plan.scorecard else {},
        "filters": _filter_links(show),
    }
    return Page(
        plan_url(d.entry.id),
        "plan/overview.html",
        plan.title,
        context,
        _sources(d),
        _crumbs(show),
        SECTION,
        ("plan", d.entry.id),
        updated=updated(d),
    )


def _appendix(show: Show) -> Page:
    d = show.dossier
    context: Context = {
        "plan": head(show),
        "blocks": show.blocks(d.appendix.model.tasks) if d.appendix else [],
        "place": d.plan.place or "",
        "decision": show.edition.document(d.plan.decision) if d.plan.decision else {},
        "total": show.money(d.plan.total_declared),
        "words": d.plan.total_words or "",
        "signer": " ".join(x for x in (d.plan.sign_prefix, d.plan.signer_role) if x),
    }
    return Page(
        f"ke-hoach/{d.entry.id}/phu-luc.html",
        "plan/appendix.html",
        show.say(msg("Appendix for printing")),
        context,
        _sources(d),
        _below(show),
        SECTION,
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
                        "status": update.status.label,
                        "text": update.text or "",
                        "reason": update.reason or "",
                        "done_count": update.done_count or "",
                        "evidence": [show.edition.document(e) for e in update.evidence],
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
        "notes": [n for n in _notes(show) if isinstance(n, dict) and n["item"] in keys and n["item"]],
        "previous": {"text": before.text, "url": task_url(d.entry.id, before)} if before else {},
        "following": {"text": after.text, "url": task_url(d.entry.id, after)} if after else {},
    }
    return Page(
        task_url(d.entry.id, task),
        "plan/task.html",
        task.text,
        context,
        _sources(d),
        _below(show),
        SECTION,
        ("task", f"{d.entry.id}/{task.id}"),
        updated=updated(d),
    )


def _documents(show: Show) -> Page:
    d = show.dossier
    plan = d.plan
    evidence: list[Plain] = []
    for s in d.standings:
        for document in show.evidence(s):
            assert isinstance(document, dict)
            evidence.append({**document, "task": s.item.task.text, "task_url": task_url(d.entry.id, s.item.task)})
    context: Context = {
        "plan": head(show),
        "decision": show.edition.document(plan.decision) if plan.decision else {},
        "basis": [show.edition.document(x) for x in plan.basis],
        "files": [
            {
                "path": f,
                "name": f.split("/")[-1],
                "size": a.size if (a := show.edition.catalog.attachments.get(f)) else 0,
            }
            for f in plan.files
        ],
        "source": plan.source_url or "",
        "recipients": list(plan.recipients),
        "evidence": evidence,
        "signer": " ".join(x for x in (plan.sign_prefix, plan.signer_role) if x),
        "sample": d.sample,
    }
    return Page(
        f"ke-hoach/{d.entry.id}/van-ban.html",
        "plan/documents.html",
        show.say(msg("Documents and evidence")),
        context,
        _sources(d),
        _below(show),
        SECTION,
        updated=updated(d),
    )


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


def _states(show: Show) -> dict[State, list[Standing]]:
    return {state: mine for state in STATE_WORDS if (mine := [s for s in show.dossier.standings if s.state is state])}


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


def _filter_links(show: Show) -> Context:
    base = f"ke-hoach/{show.dossier.entry.id}"
    return {
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


def _filters(show: Show) -> Iterator[Page]:
    d = show.dossier
    base = f"ke-hoach/{d.entry.id}"
    chosen: list[tuple[str, str, list[Standing]]] = []
    for id, (label, mine) in _units(show).items():
        chosen.append((f"{base}/don-vi/{id}.html", show.say(msg("Led by {unit}", unit=label)), mine))
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
            "filters": _filter_links(show),
            "here": url,
        }
        yield Page(url, "plan/filter.html", title, context, _sources(d), _below(show), SECTION, updated=updated(d))


def _list(edition: Edition, all_: tuple[Dossier, ...]) -> Page:
    rows: list[Plain] = []
    for dossier in all_:
        show = Show(edition, dossier)
        rows.append({"plan": head(show), "counts": dict(tally(dossier.standings))})
    title = Show(edition, all_[0]).say(msg("Plans and progress"))
    sources = tuple(p for d in all_ for p in _sources(d))
    newest = max((updated(d) for d in all_), default="")
    return Page("ke-hoach/index.html", "plan/list.html", title, {"plans": rows}, sources, (), SECTION, updated=newest)

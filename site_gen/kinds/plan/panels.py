"""What plans have to say elsewhere: on the home page, on the pages of units, in `sitegen list`."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.messages import msg
from site_gen.base.values import Plain
from site_gen.base.vietnamese import show_date, show_number
from site_gen.kinds.plan.frame import head, short
from site_gen.kinds.plan.pages import agenda_row
from site_gen.kinds.plan.views import Show, plan_url
from site_gen.kinds.plan.work import PlanBundle, Standing, State, dossiers, tally
from site_gen.pages.page import Agenda, Panel
from site_gen.rules.snapshot import Snapshot

OPEN = (State.SOON, State.PENDING, State.UNDER_WAY)


def _all(snapshot: Snapshot) -> tuple[PlanBundle, ...]:
    return dossiers(snapshot.catalog, snapshot.as_of, snapshot.catalog.site.due_soon_days)


def panels(snapshot: Snapshot) -> Iterator[Panel]:
    """Panels for home and for every unit that plans name."""
    everything = [(Show(snapshot, d), s) for d in _all(snapshot) for s in d.standings]
    if everything:
        yield _home(snapshot)
    units: dict[str, dict[str, list[tuple[Show, Standing]]]] = {}
    for show, s in everything:
        for role, texts in (("lead", s.item.lead), ("coordinating", s.item.coordinating)):
            for id in dict.fromkeys(n.id for t in texts if (n := snapshot.catalog.named("unit", t))):
                units.setdefault(id, {"lead": [], "coordinating": []})[role].append((show, s))
    for id, roles in units.items():
        yield _unit(snapshot, id, roles["lead"], roles["coordinating"])
    for dossier in _all(snapshot):
        yield from _duties(snapshot, dossier)
        yield from _criteria(snapshot, dossier)


def _home(snapshot: Snapshot) -> Panel:
    due: list[Plain] = []
    late: list[Plain] = []
    changed: list[Plain] = []
    plans: list[Plain] = []
    for dossier in _all(snapshot):
        show = Show(snapshot, dossier)
        plans.append({"plan": head(show), "counts": dict(tally(dossier.standings))})
        if not dossier.closed:
            coming = sorted(
                (s for s in dossier.standings if s.state in OPEN and s.item.deadline.latest),
                key=lambda s: s.item.deadline.latest or dossier.day,
            )
            due += [agenda_row(show, s) for s in coming[:5]]
        late += [agenda_row(show, s) for s in dossier.standings if s.state is State.LATE]
        for report in reversed(dossier.reports):
            changed.append(
                {
                    "day": show_date(report.model.date),
                    "iso": report.model.date.isoformat(),
                    "text": report.model.title,
                    "count": len(report.model.updates),
                    "url": plan_url(dossier.entry.id) + "#cap-nhat",
                    "plan": short(dossier.entry),
                    "sample": report.model.sample,
                }
            )
    context: dict[str, Plain] = {
        "plans": plans,
        "due": due[:5],
        "late": late[:6],
        "late_count": len(late),
        "changed": changed[:5],
    }
    return Panel(("site", "home"), 10, "plan/home_panel.html", context)


def _unit(
    snapshot: Snapshot, id: str, lead: list[tuple[Show, Standing]], coordinating: list[tuple[Show, Standing]]
) -> Panel:
    budgets: list[Plain] = []
    for dossier in _all(snapshot):
        mine = [s.item for show, s in lead if show.dossier is dossier]
        # A figure for the whole task counts once, whichever of its parts the unit leads.
        whole = {i.task.id: i.task.budget.value for i in mine if i.task.budget}
        parts = [i.budget.value for i in mine if i.budget and i.task.id not in whole]
        if (whole or parts) and dossier.plan.money_unit:
            total = sum((*whole.values(), *parts))
            budgets.append(
                {
                    "plan": short(dossier.entry),
                    "total": f"{show_number(total)}\u00a0{dossier.plan.money_unit.label}",
                    "count": len(whole) + len(parts),
                }
            )
    due = [(show, s) for show, s in lead if s.state in OPEN and s.item.deadline.latest and not show.dossier.closed]
    due.sort(key=lambda pair: pair[1].item.deadline.latest or pair[0].dossier.day)
    late = [(show, s) for show, s in lead if s.state is State.LATE]
    soon = sum(s.state is State.SOON for _, s in lead)
    context: dict[str, Plain] = {
        "figures": {"lead": len(lead), "coordinating": len(coordinating), "soon": soon, "late": len(late)},
        "groups": _by_column(lead),
        "counts": dict(tally(s for _, s in lead)),
        "due": [agenda_row(show, s) for show, s in due[:10]],
        "late": [agenda_row(show, s) for show, s in late],
        "coordinating": [agenda_row(show, s) for show, s in coordinating],
        "budgets": budgets,
        "sample": any(show.dossier.sample for show, _ in lead),
    }
    return Panel(("unit", id), 10, "plan/unit_panel.html", context)


def _by_column(lead: list[tuple[Show, Standing]]) -> list[Plain]:
    """Items by what their documents call the column that names the unit: carrying out is not leading."""
    groups: dict[str, list[Plain]] = {}
    for show, s in lead:
        heading = (show.headings.lead if show.headings else None) or ""
        groups.setdefault(heading, []).append(agenda_row(show, s))
    return [{"heading": heading, "rows": rows} for heading, rows in groups.items()]


def _duties(snapshot: Snapshot, dossier: PlanBundle) -> Iterator[Panel]:
    """Duties under "Tổ chức thực hiện", on the page of each body."""
    mine: dict[str, list[Plain]] = {}
    for duty in (*dossier.plan.duties, *dossier.plan.reports):
        name = snapshot.catalog.named("unit", duty.unit)
        if name:
            mine.setdefault(name.id, []).append({"text": duty.duty, "deadline": duty.deadline or ""})
    for id, rows in mine.items():
        yield Panel(
            ("unit", id),
            20,
            "plan/duties_panel.html",
            {"plan": short(dossier.entry), "url": plan_url(dossier.entry.id), "duties": rows},
        )


def _criteria(snapshot: Snapshot, dossier: PlanBundle) -> Iterator[Panel]:
    """On the page of a scorecard: the tasks that are to win its points back, by criterion."""
    tasks = [t for t in (dossier.appendix.model.tasks if dossier.appendix else ()) if t.criterion]
    if dossier.plan.scorecard and tasks:
        show = Show(snapshot, dossier)
        rows: list[Plain] = []
        for task in tasks:
            view = show.task(task)
            rows.append({"criterion": view["criterion"], **{k: view[k] for k in ("text", "url", "state", "group")}})
        context: dict[str, Plain] = {
            "plan": short(dossier.entry),
            "url": plan_url(dossier.entry.id),
            "rows": rows,
            "reported": bool(dossier.reports),
        }
        yield Panel(("scorecard", dossier.plan.scorecard), 20, "plan/criteria_panel.html", context)


def agenda(snapshot: Snapshot) -> Iterator[Agenda]:
    """Late and due items of running plans; done items without evidence and plans without report as missing."""
    for dossier in _all(snapshot):
        show = Show(snapshot, dossier)
        for s in dossier.standings:
            url = str(show.row(s)["url"])
            who = ", ".join(s.item.lead)
            when = s.item.deadline.latest.isoformat() if s.item.deadline.latest else ""
            if s.state is State.LATE:
                yield Agenda("late", when, s.item.text, who, f"{dossier.entry.id}#{s.item.key}", url, s.days_late)
            elif s.state in OPEN and s.item.deadline.latest and not dossier.closed:
                left = (s.item.deadline.latest - dossier.day).days
                yield Agenda("due", when, s.item.text, who, f"{dossier.entry.id}#{s.item.key}", url, left)
            elif s.state is State.UNREPORTED:
                what = show.say(msg("no report on: {text}", text=s.item.text))
                yield Agenda("missing", when, what, who, f"{dossier.entry.id}#{s.item.key}", url)
            if s.state in (State.DONE, State.DONE_LATE) and s.update and not s.update.evidence:
                what = show.say(msg("no evidence for: {text}", text=s.item.text))
                yield Agenda("missing", when, what, who, f"{dossier.entry.id}#{s.item.key}", url)
            if not s.item.lead:
                what = show.say(msg("nobody leads: {text}", text=s.item.text))
                yield Agenda("missing", when, what, "", f"{dossier.entry.id}#{s.item.key}", url)

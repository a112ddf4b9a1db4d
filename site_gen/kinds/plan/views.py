"""A plan as pages show it: plain values, words ready to print, links by address."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from site_gen.base.messages import Message, msg, say
from site_gen.base.values import Context, Plain
from site_gen.base.vietnamese import show_date, show_number
from site_gen.kinds.plan.model import Arrangement, Measure, Operator, Target, Task
from site_gen.kinds.plan.work import Item, PlanBundle, Standing, State, tally, worst_state
from site_gen.model import deadline as grammar
from site_gen.model.figures import Figure
from site_gen.rules.snapshot import CitedDocument, Snapshot


def plan_url(plan_id: str) -> str:
    """Address of the plan's first page."""
    return f"ke-hoach/{plan_id}.html"


def task_url(plan_id: str, task: Task) -> str:
    """Address of a task's page."""
    return f"ke-hoach/{plan_id}/nhiem-vu/{task.id}.html"


def anchor(item: Item) -> str:
    """The mark by which an inspector can cite a row: `tt-12`, else the item's own key."""
    return f"tt-{item.row}" if item.row else "viec-" + item.key.replace("/", "-")


class Show:
    """Ways of showing what belongs to one dossier, in the site's language."""

    def __init__(self, snapshot: Snapshot, dossier: PlanBundle) -> None:
        self.snapshot, self.dossier = snapshot, dossier
        self.language = snapshot.catalog.site.language.value
        self.areas = {area.code: area for area in dossier.plan.areas}
        appendix = dossier.appendix.model if dossier.appendix else None
        self.headings = appendix.headings if appendix else None
        self.by_lead = appendix is not None and appendix.arranged_by is Arrangement.LEAD

    def say(self, message: Message) -> str:
        """A sentence in the site's language."""
        return say(message, self.language)

    def deadline(self, item: Item) -> Context:
        """The plan's own words, and what they mean."""
        parts = [p for p in item.deadline.parts if p.kind is not grammar.Kind.none]
        meaning = "; ".join(self.say(grammar.explain(p)) for p in parts)
        doubt = any(p.confidence is grammar.Confidence.low and p.kind is not grammar.Kind.invalid for p in parts)
        words = item.written.verbatim
        read_as = self.say(msg("(read as: {words})", words=item.read_as)) if item.read_as else ""
        return {
            "words": words,
            "read_as": read_as,
            "told": f"{words} {read_as}".strip(),
            "meaning": meaning if any(p.latest or p.frequencies for p in parts) else "",
            "doubt": doubt,
            "until": show_date(item.deadline.latest) if item.deadline.latest else "",
            "inherited": "deadline" in item.inherited,
        }

    def money(self, budget: Figure | None) -> str:
        """An amount with the unit of the plan's table."""
        unit = self.dossier.plan.money_unit
        return f"{show_number(budget.value)}\u00a0{unit.label}" if budget and unit else (str(budget) if budget else "")

    def state(self, s: Standing) -> Context:
        """Status: family, word, and the detail worth reading."""
        update = s.update
        detail = ""
        if s.state in (State.DONE, State.DONE_LATE) and update and update.completed_on:
            detail = show_date(update.completed_on)
        elif s.state is State.LATE:
            detail = self.say(msg("{days} days", days=s.days_late))
        elif update and update.done_count:
            detail = update.done_count
        return {"family": s.state.family, "word": self.word(s.state), "detail": detail, "key": s.state.value}

    def word(self, state: State) -> str:
        """The state's name in the site's language."""
        return self.say(STATE_WORDS[state])

    def row(self, s: Standing) -> Context:
        """One row of the appendix."""
        item, update = s.item, s.update
        return {
            "anchor": anchor(item),
            "row": item.row,
            "number": item.number,
            "no": (item.part.no if item.part else item.task.no) or "",
            "text": item.text,
            "outputs": list(item.outputs),
            "outputs_inherited": "outputs" in item.inherited,
            "lead": self.snapshot.links("unit", item.lead),
            "lead_inherited": "lead" in item.inherited,
            "coordinating": self.snapshot.links("unit", item.coordinating),
            "coordinating_inherited": "coordinating" in item.inherited,
            "deadline": self.deadline(item),
            "budget": " ".join(x for x in (self.money(item.budget), item.budget_note) if x),
            "note": (item.part.note if item.part else item.task.note) or "",
            "state": self.state(s),
            "reason": (update.reason if update else "") or "",
            "result": (update.text if update else "") or "",
            "url": task_url(self.dossier.entry.id, item.task),
            "task_text": item.task.text,
        }

    def whole(self, task: Task, standings: Sequence[Standing]) -> Context:
        """What a task with parts says of itself and no row of a part repeats."""
        items = [s.item for s in standings] if task.parts else []
        outputs = task.outputs if any(i.outputs != task.outputs for i in items) else ()
        lead = task.lead if any(i.lead != task.lead for i in items) else ()
        coordinating = task.coordinating if any(i.coordinating != task.coordinating for i in items) else ()
        return {
            "row": (task.row or "") if any(i.row != task.row for i in items) else "",
            "outputs": list(outputs),
            "lead": self.snapshot.links("unit", lead),
            "coordinating": self.snapshot.links("unit", coordinating),
            "deadline": (task.deadline or "") if any(i.deadline.verbatim != task.deadline for i in items) else "",
            "budget": " ".join(x for x in (self.money(task.budget), task.budget_note) if x) if items else "",
        }

    def task(self, task: Task) -> Context:
        """A task with its rows."""
        standings = self.dossier.of_task(task)
        state = worst_state(standings)
        return {
            "id": task.id,
            "no": task.no or "",
            "text": task.text,
            "group": self.snapshot.word(task.group),
            "targets": list(task.targets),
            "note": task.note or "" if task.parts else "",
            "url": task_url(self.dossier.entry.id, task),
            "state": {"family": state.family, "word": self.word(state), "detail": "", "key": state.value},
            "rows": [self.row(s) for s in standings],
            "parted": bool(task.parts),
            "whole": self.whole(task, standings),
            "criterion": self.criterion(task),
        }

    def criterion(self, task: Task) -> Context:
        """The criterion of a scorecard that the task is to win back points of, linked where the site shows it."""
        if not task.criterion:
            return {}
        card = self.dossier.plan.scorecard
        name = self.snapshot.catalog.named("criterion", f"{card}/{task.criterion}") if card else None
        return {"no": task.criterion, "label": name.label if name else "", "url": name.url if name else ""}

    def blocks(self, tasks: Iterable[Task]) -> list[Plain]:
        """Tasks in the order of the document, under its headings: areas and groups, or those who do them."""
        out: list[Plain] = []
        last: tuple[str, str] = ("", "")
        seen: set[str] = set()
        block: dict[str, Plain] = {}
        for task in tasks:
            under = "; ".join(task.lead) if self.by_lead else task.area
            here = (under, self.snapshot.word(task.group))
            if here != last or not out:
                area = None if self.by_lead else self.areas.get(task.area)
                block = {
                    "code": "" if self.by_lead else task.area,
                    "name": area.name if area else under,
                    "group": here[1],
                    "opens": here[0] != last[0] or not out,
                    # A document may come back to an area; only its first heading bears the anchor.
                    "anchor": "" if self.by_lead or under in seen else f"linh-vuc-{under.lower()}",
                    "budget": self.money(area.budget_declared) if area else "",
                    "tasks": [],
                }
                out.append(block)
                seen.add(under)
                last = here
            rows = block["tasks"]
            assert isinstance(rows, list)
            rows.append(self.task(task))
        return out

    def bars(self) -> list[Plain]:
        """Progress by area: counts by family and what stands beside the bar."""
        out: list[Plain] = []
        for area in self.dossier.plan.areas:
            mine = [s for s in self.dossier.standings if s.item.task.area == area.code]
            out.append(
                {
                    "code": area.code,
                    "name": area.name,
                    "total": len(mine),
                    "counts": _plain(tally(mine)),
                    "url": f"#linh-vuc-{area.code.lower()}" if mine and not self.by_lead else "",
                }
            )
        return out

    def evidence(self, s: Standing) -> list[CitedDocument]:
        """Proof of one item."""
        return [self.snapshot.document(e) for e in (s.update.evidence if s.update else ())]


STATE_WORDS: dict[State, Message] = {
    State.DONE: msg("done"),
    State.DONE_LATE: msg("done after its date"),
    State.LATE: msg("late"),
    State.SOON: msg("due soon"),
    State.UNDER_WAY: msg("under way"),
    State.PENDING: msg("not due yet"),
    State.UNREPORTED: msg("no report"),
    State.CONTINUOUS: msg("continuous"),
    State.UNDATED: msg("no fixed day"),
    State.CANCELLED: msg("not carried out"),
}


def _plain(counts: dict[str, int]) -> dict[str, Plain]:
    return dict(counts)


_SIGNS = {
    Operator.EQ: "",
    Operator.GE: "≥\u00a0",
    Operator.GT: ">\u00a0",
    Operator.LE: "≤\u00a0",
    Operator.LT: "<\u00a0",
}


def goal(measure: Measure) -> str:
    """`≥ 90%` as the targets table prints it."""
    return _SIGNS[measure.op] + with_unit(measure.value.value, measure.unit)


def with_unit(value: Decimal, unit: str) -> str:
    """`90%`, `10 TTHC`: the percent sign stands close, a word after a no-break space."""
    return show_number(value) + (unit if unit == "%" else f"\u00a0{unit}")


def reached(measure: Measure, value: Decimal) -> bool:
    """Whether a result meets the goal. A bare `70 %` asks for at least 70 %, so `=` is met by more."""
    wanted = measure.value.value
    match measure.op:
        case Operator.GT:
            return value > wanted
        case Operator.LE:
            return value <= wanted
        case Operator.LT:
            return value < wanted
        case _:
            return value >= wanted


def targets(dossier: PlanBundle, only: Sequence[str] | None = None) -> list[Context]:
    """Targets with their numbers and the last result of each."""
    out: list[Context] = []
    if dossier.appendix is None:
        return out
    for target in dossier.appendix.model.targets:
        if only is None or target.id in only:
            measures = [_measure(dossier, target, m) for m in target.measures]
            out.append(
                {
                    "id": target.id,
                    "no": target.no or "",
                    "text": target.text,
                    "area": target.area or "",
                    "place": target.place or "",
                    "tasks": [
                        {"no": task.no or task.row or task.id, "url": task_url(dossier.entry.id, task)}
                        for task in dossier.appendix.model.tasks
                        if target.id in task.targets
                    ],
                    "measures": measures,
                    "measured": any(m["result"] for m in measures),
                }
            )
    return out


def _measure(dossier: PlanBundle, target: Target, measure: Measure) -> Context:
    result = None
    for report in dossier.reports:
        for candidate in report.model.results:
            if candidate.target == target.id and candidate.measure in (None, measure.id):
                result = (candidate, report)
    met = reached(measure, result[0].value.value) if result else False
    return {
        "label": measure.label or "",
        "goal": goal(measure),
        "denominator": measure.denominator or "",
        "scope": measure.scope or "",
        "due": measure.due or "",
        "result": with_unit(result[0].value.value, measure.unit) if result else "",
        "met": met,
        "period": result[1].model.period if result else "",
        "sample": bool(result and result[1].model.sample),
        "source": (result[0].source or "") if result else "",
    }

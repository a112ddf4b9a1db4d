"""What must be true of the papers of a plan: those asked for come in time, and those handed in are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.base.names import name_key
from site_gen.base.vietnamese import show_date
from site_gen.kinds.plan.choices import FINISHED
from site_gen.kinds.plan.items import items_of
from site_gen.kinds.plan.model import Appendix, Plan, Progress
from site_gen.kinds.plan.proofs import asked_of, papers_of
from site_gen.kinds.plan.standing import bundles_of
from site_gen.model.entry import Entry
from site_gen.model.evidence import Evidence, EvidenceState
from site_gen.pages.evidence import lacks
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot


@rule(
    "PLAN044",
    msg("a paper that a task asks for has not come"),
    Severity.WARNING,
    Appendix,
    law=LawRef("Kế hoạch khắc phục Chỉ số CCHC huyện Tuy Phước 2024", "mục IV.b3", "V"),
    wrong="evidence: [{title: Biên bản kiểm tra, due: trước ngày 20/11}]   # đã qua ngày, chưa báo cáo nào nêu biên bản",
    right="evidence: [{title: Biên bản kiểm tra, number: 14/BB, date: 12/11/2024}]   # trong báo cáo tiến độ",
)
def asked_papers_come(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[Finding]:
    """What a task asks for as proof is there by its day, or when the task is called done; else the work cannot be proved.

    A progress report that names the paper with number, date, file or address settles it.
    """
    bundle = next((b for b in bundles_of(snapshot) if b.entry.id == entry.id), None)
    where = {task.id: index for index, task in enumerate(entry.model.tasks)}
    for s in bundle.standings if bundle else ():
        if bundle is None or not asked_of(s):
            continue
        wanted = {name_key(paper.title): index for index, paper in enumerate(asked_of(s))}
        for paper in papers_of(snapshot, bundle, s):
            names = (name_key(paper.evidence.answers or ""), name_key(paper.evidence.title))
            asked = next((wanted[name] for name in names if name in wanted), None)
            if (
                asked is not None
                and paper.lacking
                and (paper.state is not EvidenceState.MISSING or s.state in FINISHED)
            ):
                part = ("parts", s.item.position - 1) if s.item.part else ()
                yield Finding(
                    entry.at("tasks", where[s.item.task.id], *part, "evidence", asked),
                    msg("`{item}`: {what}, due {day}", item=s.item.key, what=lacks(paper), day=show_date(paper.until))
                    if paper.until
                    else msg("`{item}`: {what}", item=s.item.key, what=lacks(paper)),
                    msg("name it under `evidence` of the next progress report, with number, date, file or address"),
                    s.item.key,
                )


def _papers(entry: Entry[Progress]) -> Iterator[tuple[str, int, int, Evidence]]:
    for index, update in enumerate(entry.model.updates):
        for position, paper in enumerate(update.evidence):
            yield update.item, index, position, paper


@rule(
    "PLAN046",
    msg("a paper answers to something that the task does not ask for"),
    Severity.WARNING,
    Progress,
    wrong="evidence: [{title: Biên bản số 14, number: 14/BB, answers: Biên bản kiểm tar}]",
    right="evidence: [{title: Biên bản số 14, number: 14/BB, answers: Biên bản kiểm tra}]",
)
def answers_are_asked_for(entry: Entry[Progress], snapshot: Snapshot) -> Iterator[Finding]:
    """`answers` names a paper of the task's `evidence` in tasks.yml; a name that is not there leaves that paper missing."""
    id = entry.id.split("/")[0]
    plan, appendix = snapshot.catalog.get(Plan, id), snapshot.catalog.get(Appendix, id)
    if plan is None or appendix is None:
        return
    asked = {item.key: (item.part or item.task).evidence for item in items_of(plan.model, appendix.model)}
    for item, index, position, paper in _papers(entry):
        titles = [one.title for one in asked.get(item, ())]
        if paper.answers and name_key(paper.answers) not in map(name_key, titles):
            yield Finding(
                entry.at("updates", index, "evidence", position, "answers"),
                msg("`{item}` asks for no “{paper}”", item=item, paper=paper.answers),
                msg("write one of: {papers}", papers="; ".join(titles))
                if titles
                else msg("take `answers` out, or add `evidence` to the task"),
                item,
            )


RULES: tuple[Rule, ...] = (asked_papers_come, answers_are_asked_for)

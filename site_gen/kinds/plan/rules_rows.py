"""What must be true of what the rows of an appendix say: who leads, what is meant, which cells are empty and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.names import name_key
from site_gen.base.vietnamese import excerpt, fold
from site_gen.kinds.plan.model import Appendix
from site_gen.kinds.plan.rules_items import both_lists, items_at, plan_of
from site_gen.model.entry import Entry
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot


@rule(
    "PLAN008",
    msg("nobody leads a task"),
    Severity.WARNING,
    Appendix,
    wrong="text: Niêm yết TTHC   # không có lead",
    right="text: Niêm yết TTHC\nlead: Văn phòng UBND xã",
)
def every_task_has_a_lead(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[Finding]:
    """A task that no body leads will be done by nobody, and citizens do not know whom to ask."""
    for loc, item in items_at(entry, snapshot):
        if not item.lead:
            yield Finding(
                entry.at(*loc),
                msg("`{text}` has no lead", text=excerpt(item.text, 60)),
                msg("add `lead`, or `inherited: [lead]` where the cell is shared with the row above"),
                item.key,
            )


@rule(
    "PLAN015",
    msg("two tasks or targets say the same"),
    Severity.WARNING,
    Appendix,
    wrong="tasks:\n  - text: Công khai 100% TTHC\n  - text: Công khai 100% TTHC",
    right="tasks:\n  - text: Công khai 100% TTHC\n  - text: Phê duyệt quy trình nội bộ",
)
def nothing_is_said_twice(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[Finding]:
    """The same text under two numbers is either a copy left over or two things told too briefly to part them."""
    for group, list_ in both_lists(entry.model):
        for later, thing in enumerate(list_):
            for earlier in list_[:later]:
                a, b = name_key(earlier.text), name_key(thing.text)
                if a == b or (
                    min(len(a), len(b)) > 40
                    and abs(len(a) - len(b)) < 12
                    and SequenceMatcher(None, a, b).quick_ratio() > 0.95
                    and SequenceMatcher(None, a, b).ratio() > 0.93
                ):
                    yield Finding(
                        entry.at(group, later, "text"),
                        msg("`{id}` says nearly the same as `{other}`", id=thing.id, other=earlier.id),
                        msg("merge them, or tell them apart; acknowledge it if the document repeats itself"),
                        thing.id,
                        thing.text,
                    )
                    break


@rule(
    "PLAN016",
    msg("two targets for the same thing differ"),
    Severity.WARNING,
    Appendix,
    wrong='measures: [{label: hài lòng, op: ">=", value: "95"}, {label: hài lòng, op: ">=", value: "96"}]',
    right='measures: [{label: hài lòng, op: ">=", value: "95"}]',
)
def targets_agree(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[Finding]:
    """One thing measured over the same whole can have only one goal.

    Two rates over different denominators are two indicators: write the `denominator`, and they no
    longer clash.
    """
    seen: dict[tuple[str, ...], tuple[str, str]] = {}
    for index, target in enumerate(entry.model.targets):
        for place, m in enumerate(target.measures):
            key = (
                *tuple(name_key(x or "") for x in (m.label or target.text, m.denominator, m.scope, m.unit)),
                m.op.value,
            )
            value = str(m.value)
            if key in seen and seen[key][1] != value:
                other, wanted = seen[key]
                yield Finding(
                    entry.at("targets", index, "measures", place, "value"),
                    msg(
                        "`{what}`: {value} here, {wanted} under `{other}`",
                        what=m.label or excerpt(target.text, 40),
                        value=value,
                        wanted=wanted,
                        other=other,
                    ),
                    msg("keep one, or write the `denominator` or `scope` in which they differ"),
                    target.id,
                    value,
                    wanted,
                )
            seen.setdefault(key, (target.id, value))


@rule(
    "PLAN031",
    msg("there is nothing to inherit"),
    Severity.ERROR,
    Appendix,
    wrong="tasks:\n  - inherited: [lead]   # dòng đầu, phía trên không có gì",
    right="tasks:\n  - lead: Văn phòng UBND xã",
)
def inherited_cells_have_a_source(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[Finding]:
    """A cell marked as shared with the row above needs a row above that has the value."""
    for loc, item in items_at(entry, snapshot):
        step = item.part or item.task
        for name in (i.value for i in step.inherited):
            value = item.written.verbatim if name == "deadline" else getattr(item, name, "")
            if not value:
                yield Finding(
                    entry.at(*loc, "inherited"),
                    msg("`{field}` is marked as shared, but the row above has none", field=name),
                    msg("write the value, or take `{field}` out of `inherited`", field=name),
                    item.key,
                )


@rule(
    "PLAN033",
    msg("a blank cell is read as the one above"),
    Severity.INFO,
    Appendix,
    wrong="inherited: [lead]",
    right="lead: Văn phòng UBND xã",
)
def blank_cells_are_known(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[Finding]:
    """From text alone a shared cell and a truly empty one look alike; the page marks what was inherited."""
    for loc, item in items_at(entry, snapshot):
        if item.inherited:
            yield Finding(
                entry.at(*loc),
                msg(
                    "blank in the document: {cells}",
                    cells=", ".join(i.label for i in (item.part or item.task).inherited),
                ),
                msg("ask the office that wrote the plan whether the cells are shared"),
                item.key,
            )


@rule(
    "PLAN037",
    msg("the text speaks of the wrong tier"),
    Severity.INFO,
    Appendix,
    wrong="outputs: Báo cáo chỉ số CCHC toàn huyện   # kế hoạch của xã",
    right="outputs: Báo cáo chỉ số CCHC của xã",
)
def tier_fits(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[Finding]:
    """A commune's plan that speaks for the whole district was copied from the district's."""
    plan = plan_of(entry, snapshot)
    unit = snapshot.catalog.named("unit", plan.issuer) if plan else None
    if unit is None or not re.search(r"\bxa\b|\bphuong\b", fold(unit.label)):
        return
    for loc, item in items_at(entry, snapshot):
        words = " ".join((item.text, item.written.verbatim, *item.outputs))
        if hit := re.search(r"toàn huyện|phòng, ban, ngành|cấp huyện", words):
            yield Finding(
                entry.at(*loc),
                msg("“{text}” in a commune's plan", text=hit[0]),
                msg("check whether the commune is meant"),
                item.key,
                hit[0],
            )


RULES: tuple[Rule, ...] = (
    every_task_has_a_lead,
    nothing_is_said_twice,
    targets_agree,
    inherited_cells_have_a_source,
    blank_cells_are_known,
    tier_fits,
)

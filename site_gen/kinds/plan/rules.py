"""What must be true of the plan document itself: areas, years, number and date, its appendix."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.names import name_key
from site_gen.kinds.plan.choices import ConsequenceGround
from site_gen.kinds.plan.model import Appendix, Plan
from site_gen.model.entry import Entry, Loc
from site_gen.model.published import Published
from site_gen.reading.shipped import area_schemes
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot


@rule(
    "PLAN013",
    msg("a heading states another year"),
    Severity.WARNING,
    Plan,
    wrong="year: 2023\nareas: [{code: PL02, name: Phụ lục 2, year_stated: 2022}]",
    right="year: 2023\nareas: [{code: PL02, name: Phụ lục 2, year_stated: 2023}]",
)
def headings_state_the_year(entry: Entry[Plan], snapshot: Snapshot) -> Iterator[Finding]:
    """The heading of an appendix names the year of its plan; another year is a leftover of an older document."""
    for index, area in enumerate(entry.model.areas):
        if area.year_stated is not None and area.year_stated != entry.model.year:
            yield Finding(
                entry.at("areas", index, "year_stated"),
                msg(
                    "the heading of {code} says {stated}, the plan is of {year}",
                    code=area.code,
                    stated=str(area.year_stated),
                    year=entry.model.year,
                ),
                msg("correct it, or acknowledge it under `anomalies`"),
                area.code,
                str(area.year_stated),
                str(entry.model.year),
            )


@rule(
    "PLAN018",
    msg("the text speaks of the plan of another year"),
    Severity.WARNING,
    None,
    wrong="text: Thực hiện Kế hoạch CCHC năm 2022   # trong kế hoạch năm 2023",
    right="text: Thực hiện Kế hoạch CCHC năm 2023",
)
def text_speaks_of_this_year(entry: Entry[Published], snapshot: Snapshot) -> Iterator[Finding]:
    """Text copied from last year's plan keeps last year's number; the next year may be meant, an earlier one hardly."""
    model = entry.model
    texts: list[tuple[Loc, str, str]] = []
    if isinstance(model, Plan):
        texts = [
            (("body",), "body", model.body),
            *((("duties", i, "duty"), f"duties/{i}", d.duty) for i, d in enumerate(model.duties)),
        ]
    elif isinstance(model, Appendix):
        texts = [(("targets", i, "text"), t.id, t.text) for i, t in enumerate(model.targets)]
        texts += [(("tasks", i, "text"), t.id, t.text) for i, t in enumerate(model.tasks)]
    plan = snapshot.catalog.get(Plan, entry.id) if texts else None
    for loc, item, text in texts if plan else ():
        for hit in re.finditer(r"kế hoạch (?:cchc|cải cách hành chính)[^.;:\n]{0,40}?năm (\d{4})", text, re.IGNORECASE):
            if plan and int(hit[1]) < plan.model.year:
                yield Finding(
                    entry.at(*loc),
                    msg("“{text}” in a plan of {year}", text=hit[0], year=str(plan.model.year)),
                    msg("correct the year, or acknowledge it under `anomalies`"),
                    item,
                    hit[1],
                    str(plan.model.year),
                )


@rule(
    "PLAN021",
    msg("the document's number or date is incomplete"),
    Severity.INFO,
    Plan,
    wrong="date: tháng 01/2023   # không có number",
    right="date: 05/01/2023\nnumber: 12/KH-UBND",
)
def number_and_date_are_whole(entry: Entry[Plan], snapshot: Snapshot) -> Iterator[Finding]:
    """A document without number or day cannot be cited. Many drafts are published that way; the page says so."""
    plan = entry.model
    if plan.number is None:
        yield Finding(
            entry.at("title"),
            msg("the plan has no number"),
            msg("add `number` when the signed copy is at hand"),
            "number",
        )
    if plan.date is None or plan.date.exact is None:
        yield Finding(
            entry.at("date"),
            msg("the plan has no full date"),
            msg("add the day when the signed copy is at hand"),
            "date",
        )


@rule(
    "PLAN020",
    msg("the appendix leaves blank what the decision states"),
    Severity.INFO,
    Appendix,
    wrong="title: Ban hành kèm theo Quyết định số … ngày …",
    right="title: Ban hành kèm theo Quyết định số 3951/QĐ-UBND ngày 30/12/2022",
)
def appendix_names_its_decision(entry: Entry[Appendix], snapshot: Snapshot) -> Iterator[Finding]:
    """The appendix is "issued with decision no. … of …"; the blanks can be filled from the decision."""
    plan = snapshot.catalog.get(Plan, entry.id)
    decision = plan.model.decision if plan else None
    title = entry.model.title or ""
    if decision and decision.number and re.search(r"[Qq]uyết định số[:\s]*(?:…|\.{2,}|/|_)", title):
        yield Finding(
            entry.at("title"),
            msg("the number of the decision is left blank"),
            msg("the plan names {number} of {date}", number=decision.number, date=str(decision.date or "?")),
            "title",
            title,
            decision.number,
        )


@rule(
    "PLAN034",
    msg("two areas bear the same code"),
    Severity.ERROR,
    Plan,
    wrong="areas: [{code: I, name: Thể chế}, {code: I, name: Thủ tục}]",
    right="areas: [{code: I, name: Thể chế}, {code: II, name: Thủ tục}]",
)
def area_codes_are_unique(entry: Entry[Plan], snapshot: Snapshot) -> Iterator[Finding]:
    """Tasks and targets name their area by its code."""
    seen: set[str] = set()
    for index, area in enumerate(entry.model.areas):
        if name_key(area.code) in seen:
            yield Finding(
                entry.at("areas", index, "code"),
                msg("the area code `{code}` stands twice", code=area.code),
                msg("give each area its own code"),
                area.code,
            )
        seen.add(name_key(area.code))


@rule(
    "PLAN035",
    msg("a plan has no appendix"),
    Severity.WARNING,
    Plan,
    wrong="plans/cchc-2023/plan.md   # không có tasks.yml bên cạnh",
    right="plans/cchc-2023/plan.md\nplans/cchc-2023/tasks.yml",
)
def has_an_appendix(entry: Entry[Plan], snapshot: Snapshot) -> Iterator[Finding]:
    """Without `tasks.yml` a plan page shows no tasks, deadlines or progress."""
    if snapshot.catalog.get(Appendix, entry.id) is None and ("plan", entry.id) not in snapshot.catalog.broken:
        yield Finding(
            entry.at(),
            msg("there is no `tasks.yml` beside `plan.md`"),
            msg("add it: `sitegen new plan` shows the form"),
        )


@rule(
    "PLAN039",
    msg("the list of areas does not fit its scheme"),
    Severity.WARNING,
    Plan,
    wrong="area_scheme: ccnn-2021-2030   # không có lĩnh vực Chính quyền cơ sở",
    right="area_scheme: chi-so-cap-xa-2017   # có lĩnh vực ấy",
)
def areas_fit_their_scheme(entry: Entry[Plan], snapshot: Snapshot) -> Iterator[Finding]:
    """A scheme says which areas a period or an index knows; comparing plans needs both to agree.

    Schemes have a life: one that had ended before the plan's year cannot be the plan's.
    """
    plan = entry.model
    if plan.area_scheme is None:
        return
    scheme = area_schemes().get(plan.area_scheme)
    if scheme is None:
        yield Finding(
            entry.at("area_scheme"),
            msg("there is no area scheme `{id}`", id=plan.area_scheme),
            msg("the schemes are: {ids}", ids=", ".join(area_schemes())),
            "area_scheme",
        )
        return
    if not scheme.in_force(date(plan.year, 1, 1), date(plan.year_to or plan.year, 12, 31)):
        yield Finding(
            entry.at("area_scheme"),
            msg("the scheme `{id}` did not apply in {year}", id=scheme.id, year=str(plan.year)),
            msg("choose the scheme of that time"),
            "area_scheme",
        )
    mapped = [a.canonical.value for a in plan.areas if a.canonical]
    if len(mapped) == len(plan.areas) and sorted(mapped) != sorted(scheme.areas):
        yield Finding(
            entry.at("area_scheme"),
            msg("the plan has {mine}, the scheme {theirs}", mine=", ".join(mapped), theirs=", ".join(scheme.areas)),
            msg("correct `canonical` of the areas, or choose another scheme"),
            "area_scheme",
        )


@rule(
    "PLAN056",
    msg("a condition of a consequence does not say where it begins"),
    Severity.WARNING,
    Plan,
    wrong="conditions: [{ground: điểm chỉ số thành phần}]",
    right="conditions: [{ground: điểm chỉ số thành phần, threshold: 80}]",
)
def conditions_say_where_they_begin(entry: Entry[Plan], snapshot: Snapshot) -> Iterator[Finding]:
    """Scores of components need `threshold`, grades need `grade`; otherwise nothing can be told.

    Late dossiers may stand without: documents mostly say "many" and not how many.
    """
    for c, consequence in enumerate(entry.model.consequences):
        for n, condition in enumerate(consequence.conditions):
            bare = (condition.ground is ConsequenceGround.COMPONENT and condition.threshold is None) or (
                condition.ground is ConsequenceGround.GRADE and condition.grade is None
            )
            if bare:
                yield Finding(
                    entry.at("consequences", c, "conditions", n),
                    msg("nothing says which result falls under it"),
                    msg("add `threshold` for scores of components, `grade` for grades"),
                    consequence.text,
                )


RULES: tuple[Rule, ...] = (
    headings_state_the_year,
    text_speaks_of_this_year,
    appendix_names_its_decision,
    number_and_date_are_whole,
    area_codes_are_unique,
    has_an_appendix,
    areas_fit_their_scheme,
    conditions_say_where_they_begin,
)

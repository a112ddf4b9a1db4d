"""What must be true of a scorecard: every sum is recomputed, every loss has a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_number
from site_gen.kinds.scorecard.model import Criterion, Scorecard
from site_gen.kinds.scorecard.tree import add, key_of, walk
from site_gen.model.entry import Entry
from site_gen.rules.rule import Finding, Rule, View, rule

AnyCard = Entry[Scorecard]


def _written(numbers: list[Decimal]) -> str:
    return " + ".join(show_number(n) for n in numbers)


@rule(
    "SCORE001",
    msg("the areas' scores do not add up to the total"),
    Severity.WARNING,
    Scorecard,
    wrong='total_declared: "73,25"   # các lĩnh vực: 8,5 + 6,5 + … = 73,75',
    right='total_declared: "73,75"',
)
def total_is_the_sum_of_areas(entry: AnyCard, view: View) -> Iterator[Finding]:
    """The total of the index is the sum of its areas.

    An officer who defends the score, and a citizen who adds it up, must come to the same figure.
    Where the published document itself is wrong, acknowledge the finding: the page shows both.
    """
    card = entry.model
    parts = [c.declared.value for c in card.criteria if c.declared is not None]
    if not parts or len(parts) < len(card.criteria) or add(parts) == card.total_declared.value:
        return
    declared, computed = show_number(card.total_declared.value), show_number(add(parts))
    yield Finding(
        entry.at("total_declared"),
        msg("the total says {declared}, the areas add up to {computed}", declared=declared, computed=computed),
        msg("check the areas' scores, or acknowledge it under `anomalies`"),
        "total",
        declared,
        computed,
        _written(parts),
    )


@rule(
    "SCORE002",
    msg("the components do not add up to the total"),
    Severity.WARNING,
    Scorecard,
    wrong='total_declared: "82,13"   # các thành phần: 51,15 + 6,71 + 23,27 = 81,13',
    right='total_declared: "81,13"',
)
def total_is_the_sum_of_components(entry: AnyCard, view: View) -> Iterator[Finding]:
    """An index made of several components (own score, surveys, satisfaction) is their sum."""
    card = entry.model
    parts = [c.score.value for c in card.components]
    if not parts or add(parts) == card.total_declared.value:
        return
    declared, computed = show_number(card.total_declared.value), show_number(add(parts))
    yield Finding(
        entry.at("total_declared"),
        msg("the total says {declared}, the components add up to {computed}", declared=declared, computed=computed),
        msg("check the components, or acknowledge it under `anomalies`"),
        "components",
        declared,
        computed,
        _written(parts),
    )


@rule(
    "SCORE003",
    msg("the sub-criteria's scores do not add up"),
    Severity.WARNING,
    Scorecard,
    wrong='declared: "8,5"   # tiêu chí thành phần: 2 + 1 + 1,5 + … = 8',
    right='declared: "8"',
)
def criterion_is_the_sum_of_children(entry: AnyCard, view: View) -> Iterator[Finding]:
    """A criterion scores what its sub-criteria score together.

    Say `partial: có` where the document names only those that lost points. Sub-criteria without a
    score may hold what is missing, but nothing can hold what is too much.
    """
    for node in walk(entry.model):
        c = node.criterion
        parts = [x.declared.value for x in c.children if x.declared is not None]
        if c.partial or c.declared is None or not parts or add(parts) == c.declared.value:
            continue
        if len(parts) < len(c.children) and add(parts) < c.declared.value:
            continue  # those without a score may hold the rest
        declared, computed = show_number(c.declared.value), show_number(add(parts))
        yield Finding(
            entry.at(*node.loc, "declared"),
            msg(
                "criterion {no} says {declared}, its sub-criteria add up to {computed}",
                no=node.key,
                declared=declared,
                computed=computed,
            ),
            msg("check the figures, say `partial: có` if not all are listed, or acknowledge it"),
            node.key,
            declared,
            computed,
            _written(parts),
        )


@rule(
    "SCORE004",
    msg("the sub-criteria's maxima do not add up"),
    Severity.WARNING,
    Scorecard,
    wrong='max: "1,5"   # tiêu chí thành phần: 0,25 + 1 = 1,25',
    right='max: "1,5"   # tiêu chí thành phần: 0,25 + 1 + 0,25 = 1,5',
)
def maximum_is_the_sum_of_children(entry: AnyCard, view: View) -> Iterator[Finding]:
    """Where the maxima of the sub-criteria stay below the criterion's, one of them is missing; above it, a figure is wrong."""
    card = entry.model
    top = [c.max.value for c in card.criteria if c.max is not None]
    if card.total_max is not None and top and len(top) == len(card.criteria) and add(top) != card.total_max.value:
        declared, computed = show_number(card.total_max.value), show_number(add(top))
        yield Finding(
            entry.at("total_max"),
            msg(
                "the maximum says {declared}, the areas' maxima add up to {computed}",
                declared=declared,
                computed=computed,
            ),
            msg("check the areas' maxima"),
            "max",
            declared,
            computed,
            _written(top),
        )
    for node in walk(card):
        c = node.criterion
        parts = [x.max.value for x in c.children if x.max is not None]
        if c.partial or c.max is None or not parts or len(parts) < len(c.children) or add(parts) == c.max.value:
            continue
        declared, computed = show_number(c.max.value), show_number(add(parts))
        yield Finding(
            entry.at(*node.loc, "max"),
            msg(
                "criterion {no} is out of {declared}, its sub-criteria out of {computed}",
                no=node.key,
                declared=declared,
                computed=computed,
            ),
            msg("look for a missing sub-criterion, say `partial: có`, or acknowledge it"),
            node.key,
            declared,
            computed,
            _written(parts),
        )


@rule(
    "SCORE005",
    msg("the points lost do not add up"),
    Severity.WARNING,
    Scorecard,
    wrong='max: "1,5"\ndeclared: "0,25"\nlost_declared: "1"',
    right='max: "1,5"\ndeclared: "0,25"\nlost_declared: "1,25"',
)
def losses_add_up(entry: AnyCard, view: View) -> Iterator[Finding]:
    """What a criterion lost is its maximum less its score, and the sum of the losses listed below it."""
    for node in walk(entry.model):
        c = node.criterion
        if c.lost_declared is None:
            continue
        declared = c.lost_declared.value
        if node.lost is not None and node.lost != declared:
            yield Finding(
                entry.at(*node.loc, "lost_declared"),
                msg(
                    "criterion {no} lost {declared}, but {max} less {score} is {computed}",
                    no=node.key,
                    declared=show_number(declared),
                    max=str(c.max),
                    score=str(c.declared),
                    computed=show_number(node.lost),
                ),
                msg("check the figures, or acknowledge it under `anomalies`"),
                node.key,
                show_number(declared),
                show_number(node.lost),
                f"{c.max} − {c.declared}",
            )
            continue
        below = [x.max.value - x.declared.value for x in c.children if x.max is not None and x.declared is not None]
        own = [d.points.value for d in c.deductions if d.points is not None]
        listed = below if c.children and len(below) == len(c.children) else own if own and not c.children else []
        listed = [n for n in listed if n]
        if listed and add(listed) != declared:
            yield Finding(
                entry.at(*node.loc, "lost_declared"),
                msg(
                    "criterion {no} lost {declared}, the losses listed add up to {computed}",
                    no=node.key,
                    declared=show_number(declared),
                    computed=show_number(add(listed)),
                ),
                msg("look for a loss that is not listed, or acknowledge it under `anomalies`"),
                node.key,
                show_number(declared),
                show_number(add(listed)),
                _written(listed),
            )


@rule(
    "SCORE006",
    msg("self-scoring and appraisal differ"),
    Severity.WARNING,
    Scorecard,
    wrong='self_score: "1"\nappraised_score: "0,5"\ndeclared: "1"',
    right='self_score: "1"\nappraised_score: "0,5"\ndeclared: "0,5"',
)
def appraisal_is_what_counts(entry: AnyCard, view: View) -> Iterator[Finding]:
    """The score that counts is the appraised one; a total that uses the self-score is too high."""
    for node in walk(entry.model):
        c = node.criterion
        if c.appraised_score is not None and c.declared is not None and c.appraised_score.value != c.declared.value:
            yield Finding(
                entry.at(*node.loc, "appraised_score"),
                msg(
                    "criterion {no} counts {declared}, but was appraised at {appraised}",
                    no=node.key,
                    declared=str(c.declared),
                    appraised=str(c.appraised_score),
                ),
                msg("use the appraised score, or acknowledge it under `anomalies`"),
                node.key,
                str(c.declared),
                str(c.appraised_score),
            )


@rule(
    "SCORE007",
    msg("a score or its maximum is missing"),
    Severity.WARNING,
    Scorecard,
    wrong='declared: "0,5"   # không có max',
    right='declared: "0,5"\nmax: "1"',
)
def scores_are_whole(entry: AnyCard, view: View) -> Iterator[Finding]:
    """A score without its maximum says nothing; one without the other cannot be added up."""
    for node in walk(entry.model):
        c = node.criterion
        if (c.max is None) != (c.declared is None) or (c.max is None and c.lost_declared is not None):
            what = (
                msg("the maximum")
                if c.max is None and c.declared is not None
                else msg("the score")
                if c.max is not None
                else msg("score and maximum")
            )
            yield Finding(
                entry.at(*node.loc),
                msg("criterion {no}: {what} is missing", no=node.key, what=what),
                msg("add it, or acknowledge it if the document leaves it out"),
                node.key,
                c.verbatim or "",
            )


@rule(
    "SCORE008",
    msg("a score exceeds its maximum"),
    Severity.ERROR,
    Scorecard,
    wrong='declared: "3"\nmax: "2"',
    right='declared: "2"\nmax: "2"',
)
def scores_stay_below_maximum(entry: AnyCard, view: View) -> Iterator[Finding]:
    """More than all points cannot be reached, less than none neither."""
    for node in walk(entry.model):
        c = node.criterion
        for name in ("declared", "self_score", "appraised_score"):
            score = getattr(c, name)
            if score is not None and (score.value < 0 or (c.max is not None and score.value > c.max.value)):
                yield Finding(
                    entry.at(*node.loc, name),
                    msg("criterion {no} has {score} of {max}", no=node.key, score=str(score), max=str(c.max or "?")),
                    msg("check the two figures"),
                    node.key,
                )


@rule(
    "SCORE009",
    msg("points were lost without a reason"),
    Severity.INFO,
    Scorecard,
    wrong='declared: "0"\nmax: "1"',
    right='declared: "0"\nmax: "1"\ndeductions: [{points: "1", reason: chưa có hồ sơ minh chứng}]',
)
def losses_have_reasons(entry: AnyCard, view: View) -> Iterator[Finding]:
    """Who does not say why points were lost will lose them again; a loss with one reason and no figure cannot be split."""
    for node in walk(entry.model):
        c = node.criterion
        if (
            node.lost
            and node.is_leaf
            and (not c.deductions or (all(d.points is None for d in c.deductions) and node.lost > 1))
        ):
            yield Finding(
                entry.at(*node.loc),
                msg("criterion {no} lost {lost}, reasons with points: none", no=node.key, lost=show_number(node.lost)),
                msg("add `deductions` with points and reason"),
                node.key,
            )


@rule(
    "SCORE010",
    msg("something is called mended but scores nothing"),
    Severity.WARNING,
    Scorecard,
    wrong='declared: "0"\nmax: "0,5"\nfixed: có',
    right='declared: "0,5"\nmax: "0,5"',
)
def mended_scores(entry: AnyCard, view: View) -> Iterator[Finding]:
    """ "Already done" beside a full loss without a reason contradicts itself: either it was done later, or the score is wrong."""
    for node in walk(entry.model):
        c = node.criterion
        if c.fixed and c.declared is not None and c.declared.value == 0 and not c.deductions:
            yield Finding(
                entry.at(*node.loc),
                msg("criterion {no} is called done and scores 0", no=node.key),
                msg("say in `note` when it was done, or acknowledge it"),
                node.key,
                str(c.declared),
            )


@rule(
    "SCORE011",
    msg("the document names several years for one result"),
    Severity.WARNING,
    Scorecard,
    wrong="years_stated: [2022, 2021]",
    right="years_stated: [2021]",
)
def one_year(entry: AnyCard, view: View) -> Iterator[Finding]:
    """A result belongs to one year; a second one in the text is a slip of the pen."""
    card = entry.model
    stated = set(card.years_stated)
    if len(stated) > 1 or (stated and card.year_assessed not in stated):
        listed = ", ".join(str(y) for y in card.years_stated)
        yield Finding(
            entry.at("years_stated"),
            msg("the years {years} are named, the result is of {year}", years=listed, year=str(card.year_assessed)),
            msg("check the source, or acknowledge it under `anomalies`"),
            "year",
            listed,
            str(card.year_assessed),
        )


@rule(
    "SCORE012",
    msg("a criterion's number does not fit its place"),
    Severity.WARNING,
    Scorecard,
    wrong='no: "4."   # nằm trong lĩnh vực 1',
    right='no: "1.4"',
)
def numbers_fit_their_place(entry: AnyCard, view: View) -> Iterator[Finding]:
    """A sub-criterion's number begins with that of its parent, and stands once."""
    counts = Counter(key_of(n.criterion) for n in walk(entry.model))
    for node in walk(entry.model):
        no = (node.criterion.no or "").rstrip(".")
        parent = next((p.no.rstrip(".") for p in reversed(node.parents) if p.no), "")
        if no and parent and not no.startswith(parent + "."):
            yield Finding(
                entry.at(*node.loc, "no"),
                msg("number {no} stands inside {parent}", no=no, parent=parent),
                msg("check the numbering, or acknowledge it"),
                node.key,
                no,
            )
        elif counts[node.key] > 1:
            yield Finding(
                entry.at(*node.loc),
                msg("`{no}` stands {count} times", no=node.key, count=counts[node.key]),
                msg("give one of them an `id` of its own"),
                node.key,
                no,
            )


@rule(
    "SCORE013",
    msg("not all sub-criteria are listed"),
    Severity.INFO,
    Scorecard,
    wrong="partial: có",
    right="partial: không",
)
def lists_are_whole(entry: AnyCard, view: View) -> Iterator[Finding]:
    """The document names only some of the sub-criteria, so their sum says nothing."""
    for node in walk(entry.model):
        c = node.criterion
        if c.partial:
            yield Finding(
                entry.at(*node.loc, "partial"),
                msg("criterion {no} lists only part of its sub-criteria", no=node.key),
                msg("complete the list from the scoring sheet when it is at hand"),
                node.key,
            )


@rule(
    "SCORE015",
    msg("a component has no maximum"),
    Severity.INFO,
    Scorecard,
    wrong='components: [{name: CCHC, score: "51,15"}]',
    right='components: [{name: CCHC, score: "51,15", max: "60"}]',
)
def components_have_maxima(entry: AnyCard, view: View) -> Iterator[Finding]:
    """The page cannot show a share without it, and nothing is derived silently."""
    for index, component in enumerate(entry.model.components):
        if component.max is None:
            yield Finding(
                entry.at("components", index),
                msg("`{name}` has no maximum", name=component.name),
                msg("add `max` if the deciding document states it"),
                component.name,
            )


@rule(
    "SCORE016",
    msg("a loss has no remedy"),
    Severity.INFO,
    Scorecard,
    wrong="deductions: [{reason: quá hạn}]",
    right="deductions: [{reason: quá hạn}]\nremedy: Báo cáo đúng hạn",
)
def losses_have_remedies(entry: AnyCard, view: View) -> Iterator[Finding]:
    """A plan to raise the index says for each loss what is done about it, and who does it."""
    for node in walk(entry.model):
        c = node.criterion
        above: tuple[Criterion, ...] = (*node.parents, c)
        if node.lost and node.is_leaf and not c.fixed and not any(x.remedy for x in above[1:] or above):
            yield Finding(
                entry.at(*node.loc),
                msg("criterion {no} lost {lost} and names no remedy", no=node.key, lost=show_number(node.lost)),
                msg("add `remedy` and `assignee_roles`"),
                node.key,
            )


@rule(
    "SCORE017",
    msg("two remedies bear the same letter"),
    Severity.INFO,
    Scorecard,
    wrong="remedies: [{no: d}, {no: d}]",
    right="remedies: [{no: d}, {no: đ}]",
)
def remedy_letters_are_unique(entry: AnyCard, view: View) -> Iterator[Finding]:
    """Letters that repeat cannot be cited; the site never uses them as ids."""
    counts = Counter(r.no for r in entry.model.remedies if r.no)
    for index, remedy in enumerate(entry.model.remedies):
        if remedy.no and counts[remedy.no] > 1:
            yield Finding(
                entry.at("remedies", index, "no"),
                msg("the letter {no} stands {count} times", no=remedy.no, count=counts[remedy.no]),
                msg("nothing needs to be done; cite the role instead"),
                remedy.no,
                remedy.no,
            )


RULES: tuple[Rule, ...] = (
    total_is_the_sum_of_areas,
    total_is_the_sum_of_components,
    criterion_is_the_sum_of_children,
    maximum_is_the_sum_of_children,
    losses_add_up,
    appraisal_is_what_counts,
    scores_are_whole,
    scores_stay_below_maximum,
    losses_have_reasons,
    mended_scores,
    one_year,
    numbers_fit_their_place,
    lists_are_whole,
    components_have_maxima,
    losses_have_remedies,
    remedy_letters_are_unique,
)

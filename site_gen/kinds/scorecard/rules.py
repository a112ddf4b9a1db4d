"""What must be true of a scorecard besides its sums: whole scores, reasons, remedies, numbers that can be cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_number
from site_gen.kinds.scorecard.model import Scorecard, ScoredCriterion
from site_gen.kinds.scorecard.tree import key_of, walk
from site_gen.model.entry import Entry
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

AnyCard = Entry[Scorecard]


@rule(
    "SCORE007",
    msg("a score or its maximum is missing"),
    Severity.WARNING,
    Scorecard,
    wrong='declared: "0,5"   # không có max',
    right='declared: "0,5"\nmax: "1"',
)
def scores_are_whole(entry: AnyCard, snapshot: Snapshot) -> Iterator[Finding]:
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
    "SCORE009",
    msg("points were lost without a reason"),
    Severity.INFO,
    Scorecard,
    wrong='declared: "0"\nmax: "1"',
    right='declared: "0"\nmax: "1"\ndeductions: [{points: "1", reason: chưa có hồ sơ minh chứng}]',
)
def losses_have_reasons(entry: AnyCard, snapshot: Snapshot) -> Iterator[Finding]:
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
    msg("something is called done but scores nothing"),
    Severity.WARNING,
    Scorecard,
    wrong='declared: "0"\nmax: "0,5"\nfixed: có',
    right='declared: "0,5"\nmax: "0,5"',
)
def done_scores(entry: AnyCard, snapshot: Snapshot) -> Iterator[Finding]:
    """Called done beside a full loss without a reason: either it was done later, or the score is wrong."""
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
def one_year(entry: AnyCard, snapshot: Snapshot) -> Iterator[Finding]:
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
def numbers_fit_their_place(entry: AnyCard, snapshot: Snapshot) -> Iterator[Finding]:
    """A sub-criterion's number begins with that of its parent, unless that is a letter or a roman number; and it stands once."""
    counts = Counter(key_of(n.criterion) for n in walk(entry.model))
    for node in walk(entry.model):
        no = (node.criterion.no or "").rstrip(".")
        parent = next((p.no.rstrip(".") for p in reversed(node.parents) if p.no), "")
        if no and parent[:1].isdigit() and not no.startswith(parent + "."):
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
def lists_are_whole(entry: AnyCard, snapshot: Snapshot) -> Iterator[Finding]:
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
def components_have_maxima(entry: AnyCard, snapshot: Snapshot) -> Iterator[Finding]:
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
def losses_have_remedies(entry: AnyCard, snapshot: Snapshot) -> Iterator[Finding]:
    """A plan to raise the index says for each loss what is done about it, and who does it."""
    for node in walk(entry.model):
        c = node.criterion
        above: tuple[ScoredCriterion, ...] = (*node.parents, c)
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
def remedy_letters_are_unique(entry: AnyCard, snapshot: Snapshot) -> Iterator[Finding]:
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
    scores_are_whole,
    losses_have_reasons,
    done_scores,
    one_year,
    numbers_fit_their_place,
    lists_are_whole,
    components_have_maxima,
    losses_have_remedies,
    remedy_letters_are_unique,
)

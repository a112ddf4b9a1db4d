"""What must be true of a guide over time and beside the list: fees with a source, ends told alike, changes carried over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.base.diagnostics import LawRef, Severity
from site_gen.base.messages import msg
from site_gen.kinds.procedure.completeness import answered
from site_gen.kinds.procedure.items import announced, applies, item_of, row_of
from site_gen.kinds.procedure.model import Procedure
from site_gen.kinds.procedure.rules import AT_ONCE, Guide
from site_gen.kinds.procedure.rules_parts import PARTS, fees_of
from site_gen.kinds.procedure.timing import decided, guide_posted
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

ANNOUNCED = LawRef("63/2010/NĐ-CP", "Điều 15")


@rule(
    "PROC009",
    msg("a fee rests on nothing"),
    Severity.WARNING,
    Procedure,
    law=PARTS,
    wrong="fees:\n  - {label: Lệ phí, amount: 8.000}",
    right="fees:\n  - {label: Lệ phí, amount: 8.000, basis: Nghị quyết của Hội đồng nhân dân tỉnh}",
)
def fees_have_a_basis(entry: Guide, snapshot: Snapshot) -> Iterator[Finding]:
    """Who pays may ask by which text: `basis` of the fee names it, or `sources` of the guide say where the figure was taken."""
    if entry.model.sources:
        return
    for loc, fee in fees_of(entry.model):
        if fee.basis is None:
            message = msg("`{label}` names neither a legal basis nor a source", label=fee.label)
            yield Finding(entry.at(*loc), message, msg("add `basis`, or `sources` to the guide"), item=fee.label)


@rule(
    "PROC010",
    msg("a fee of 0 may be a cell that nobody filled"),
    Severity.WARNING,
    Procedure,
    wrong="fees:\n  - {label: Lệ phí, amount: 0}",
    right="fees:\n  - {label: Lệ phí, amount: 0, verbatim: Miễn lệ phí}",
)
def nothing_is_said_in_words(entry: Guide, snapshot: Snapshot) -> Iterator[Finding]:
    """A page may say "free of charge" only where the source says so in words; the portal shows 0 for blank cells, too.

    Until then the page tells citizens to ask before they pay.
    """
    for loc, fee in fees_of(entry.model):
        if fee.amount is not None and fee.amount.value == 0 and fee.verbatim is None:
            yield Finding(
                entry.at(*loc),
                msg("`{label}` is 0, and the source's words are missing", label=fee.label),
                msg("copy the words under `verbatim`; where there is no fee, list `fees` under `not_applicable`"),
                item=fee.label,
            )


@rule(
    "PROC018",
    msg("a guide was published after its decision had taken effect"),
    Severity.WARNING,
    Procedure,
    law=ANNOUNCED,
    wrong="decision: {title: Quyết định công bố, effective_from: 01/3/2023}\npublished_at: 06/3/2023",
    right="decision: {title: Quyết định công bố, effective_from: 10/3/2023}\npublished_at: 06/3/2023",
)
def published_before_effect(entry: Guide, snapshot: Snapshot) -> Iterator[Finding]:
    """Between the two days citizens went by papers and fees that no longer held."""
    guide = entry.model
    effective, posted = (guide.decision.effective_from if guide.decision else None), guide_posted(guide)
    if effective and posted and posted > effective:
        own = guide.decision is not None and guide.decision.posted_on is not None
        yield Finding(
            entry.at(*(("decision", "posted_on") if own else ("published_at",))),
            msg("in force from {day}, published on {published}", day=effective, published=posted),
            msg("check both dates; if they are right, acknowledge it under `anomalies` and say why"),
        )


@rule(
    "PROC019",
    msg("what replaces a procedure no longer applies itself"),
    Severity.WARNING,
    Procedure,
    wrong='successor: "1.004884"   # thủ tục này cũng đã bãi bỏ',
    right='successor: "1.000656"',
)
def successors_apply(entry: Guide, snapshot: Snapshot) -> Iterator[Finding]:
    """A citizen with an old paper should be led to what applies today, not from one ended procedure to the next.

    A successor that was replaced in turn leads on by itself; one that was abolished, or ended in the list, leads nowhere.
    """
    successor = entry.model.successor
    name = snapshot.catalog.named("procedure", successor) if successor else None
    item = item_of(snapshot.catalog, name.id, snapshot.as_of) if name else None
    if item is not None and not item.applies and not (item.guide and item.guide.model.successor):
        message = msg("{code} no longer applies", code=item.code)
        yield Finding(entry.at("successor"), message, msg("name the procedure that applies today"), item=item.code)


@rule(
    "PROC020",
    msg("a guide shows as applicable what has ended"),
    Severity.WARNING,
    Procedure,
    law=ANNOUNCED,
    wrong="state: đang áp dụng   # danh mục ghi: đã bãi bỏ",
    right="state: đã bãi bỏ\nended_on: 01/3/2023",
)
def ends_agree(entry: Guide, snapshot: Snapshot) -> Iterator[Finding]:
    """List, announcements of the province and guide tell one story; a citizen who prepares papers for nothing has been misled."""
    guide = entry.model
    row = row_of(snapshot.catalog, guide.code, snapshot.as_of)
    if not applies(guide, snapshot.as_of):
        return
    hint = msg("write `state`, `ended_on` and, where there is one, `successor`; or correct the list")
    if row is not None and not applies(row, snapshot.as_of):
        yield Finding(entry.at("state"), msg("the list says `{word}`", word=row.state.label), hint, item=guide.code)
        return
    for announcement in announced(snapshot.catalog).get(guide.code, ()):
        effective = announcement.effective_from
        if guide.code in announcement.abolished and effective and effective <= snapshot.as_of:
            message = msg("abolished from {day} by {decision}", day=effective, decision=announcement.title)
            yield Finding(entry.at("state"), message, hint, item=guide.code)


@rule(
    "PROC031",
    msg("sources disagree, and nobody has compared them"),
    Severity.INFO,
    Procedure,
    wrong="disputed: hai nguồn ghi thời hạn khác nhau",
    right="disputed: hai nguồn ghi thời hạn khác nhau\nlast_checked: 01/3/2023",
)
def disputes_are_settled(entry: Guide, snapshot: Snapshot) -> Iterator[Finding]:
    """The page warns citizens of each such place; the province's decision settles it."""
    guide = entry.model
    if guide.disputed and guide.last_checked is None:
        yield Finding(
            entry.at("disputed"),
            msg("{count} places are open", count=len(guide.disputed)),
            msg("compare them with the decision, delete what is settled, and write `last_checked`"),
        )


@rule(
    "PROC032",
    msg("a part is there and said not to exist"),
    Severity.ERROR,
    Procedure,
    law=PARTS,
    wrong="conditions: Đủ tuổi kết hôn\nnot_applicable: [yêu cầu, điều kiện]",
    right="conditions: Đủ tuổi kết hôn",
)
def parts_are_there_or_not(entry: Guide, snapshot: Snapshot) -> Iterator[Finding]:
    """The page would show the conditions and say below that there are none."""
    there = answered(entry.model)
    for index, part in enumerate(entry.model.not_applicable):
        if there[part]:
            message = msg("`{key}` is filled in", key=part.value)
            yield Finding(
                entry.at("not_applicable", index), message, msg("take it off `not_applicable`"), item=part.value
            )


@rule(
    "PROC033",
    msg("a guide did not follow a change"),
    Severity.WARNING,
    Procedure,
    law=AT_ONCE,
    wrong="history:\n  - {date: 01/3/2023, text: Sửa đổi thành phần hồ sơ}\nupdated_at: 10/01/2023",
    right="history:\n  - {date: 01/3/2023, text: Sửa đổi thành phần hồ sơ}\nupdated_at: 02/3/2023",
)
def guides_follow_changes(entry: Guide, snapshot: Snapshot) -> Iterator[Finding]:
    """What is posted for good must be brought up to date as soon as it changes.

    The newest change in the guide's own `history`, and the announcements in force that amend it, are compared with the
    latest of `updated_at`, `published_at` and `last_checked`.
    """
    guide = entry.model
    touched = max((d for d in (guide.updated_at, guide.published_at, guide.last_checked) if d), default=None)
    if touched is None or not applies(guide, snapshot.as_of):
        return
    changes: list[date] = [change.date for change in guide.history]
    for announcement in announced(snapshot.catalog).get(guide.code, ()):
        day = announcement.effective_from or decided(announcement)
        if day and guide.code in announcement.changed:
            changes.append(day)
    newest = max((day for day in changes if day <= snapshot.as_of), default=None)
    if newest is not None and newest > touched:
        yield Finding(
            entry.at("updated_at" if guide.updated_at else "code"),
            msg("changed on {day}, touched last on {touched}", day=newest, touched=touched),
            msg("bring the guide up to date, then renew `updated_at`"),
        )


RULES: tuple[Rule, ...] = (
    fees_have_a_basis,
    nothing_is_said_in_words,
    published_before_effect,
    successors_apply,
    ends_agree,
    disputes_are_settled,
    parts_are_there_or_not,
    guides_follow_changes,
)

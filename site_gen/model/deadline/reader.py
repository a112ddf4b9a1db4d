"""From the words of a deadline to its parts.

A text is cut into clauses; in a clause the expressions are found from left to right. The words
before an expression are its action, the words after the last one are kept as a remark. An event
("khi có thay đổi") goes on until a comma or "và" is followed by another expression.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from site_gen.model.deadline import patterns
from site_gen.model.deadline.expressions import READERS, Found
from site_gen.model.deadline.periods import FIRST_YEAR, LAST_YEAR
from site_gen.model.deadline.text import apart_after, apart_before, clauses, clean, fold, trim, trim_start
from site_gen.model.deadline.values import Deadline, Doubt, Kind, Part
from site_gen.model.deadline.windows import Impossible

LIMIT = 2_000
"""Characters after which a cell holds something else than a deadline."""

_FINISH = ("hoàn thành ", "hoàn tất ", "xong ")
_COLON = re.compile(" ?: ?")
_DOCUMENT = re.compile(  # "số 13/KH-UBND", "61/2018/NĐ-CP", "08-NQ/TU", before a date of its own
    r"(?:\bsố \S*[0-9/]\S*|\b[0-9]+\w?(?:/(?:[0-9]{4}/)?[^\W\d_]+-|-[^\W\d_]+/)\w+)(?<!theo) ?$"
)

_LASTS = re.compile(r"(?P<action>.*?)[:,]? ?(?:trong )?(?<!\S)(?P<days>0?[1-9][0-9]{0,2}) ngày(?P<working> làm việc)?")


@lru_cache(maxsize=8192)
def parse(text: str, year: int | None = None) -> Deadline:
    """What a deadline in the words of a plan means; `year` is the plan's, for words that name none.

    Never raises: words that name no possible time give a part of kind `invalid` with its reason.
    """
    words = clean(text)
    if len(words) > LIMIT:
        return Deadline(text.strip(), (_not_understood(words),))
    plan = year if year and FIRST_YEAR <= year <= LAST_YEAR else None
    parts = [part for clause in clauses(words, _understood) for part in _read_clause(clause, plan)]
    return Deadline(text.strip(), tuple(parts) or (Part(Kind.none),))


def _understood(words: str) -> bool:
    low = f"… {fold(trim(words))}"  # what counts only as a whole cell is too little here
    return bool(_expressions(low) or patterns.decision().search(low))


def _not_understood(words: str) -> Part:
    return Part(Kind.invalid, words, reason=Doubt.not_understood)


def _expressions(low: str) -> list[Found]:
    return [hit for hit in patterns.expression().finditer(low) if hit.lastgroup != "document"]


def _read_clause(words: str, plan: int | None) -> list[Part]:
    low = fold(words)
    hits = _without_titles(_without_inner(_without_actions(_expressions(low), low), low), low)
    parts: list[Part] = []
    begin, end = 0, 0
    for hit, following in _with_next(hits):
        begin, end = end, hit.end()
        if hit.lastgroup in patterns.OPEN:
            end = following.start() if following else len(words)
        action = trim_start(words[begin : hit.start()])
        parts += _read_hit(hit, plan, trim_start(words[begin:end]), action, trim(words[hit.end() : end]))
    return _with_rest(parts, trim_start(words[begin:]), words[end:])


def _with_next(hits: list[Found]) -> zip[tuple[Found, Found | None]]:
    return zip(hits, [*hits[1:], None], strict=False)


def _without_actions(found: list[Found], low: str) -> list[Found]:
    """Without what stands before a colon, as in "Báo cáo quý I/2023: trước ngày 15/4/2023", and events without words."""
    return [hit for hit, following in _with_next(found) if not _is_action(hit, following, low)]


def _is_action(hit: Found, following: Found | None, low: str) -> bool:
    between = low[hit.end() : following.start() if following else len(low)]
    if following and between.strip() == ":":
        return True
    return hit.lastgroup in patterns.OPEN and not trim(between) and (not following or apart_before(between))


def _without_inner(found: list[Found], low: str) -> list[Found]:
    """Without the expressions inside an event, or inside the name of what decides."""
    hits: list[Found] = []
    for hit in found:
        before = low[hits[-1].end() if hits else 0 : hit.start()]
        goes_on = hits and hits[-1].lastgroup in patterns.OPEN and not apart_before(before)
        if not goes_on and not (_is_bare(hit, before) and _names_a_document(before)):
            hits.append(hit)
    colon = hits and hits[-1].lastgroup not in patterns.OPEN and _COLON.match(low, hits[-1].end())
    return hits[:-1] if colon and patterns.decision().match(low, colon.end()) else hits


def _without_titles(found: list[Found], low: str) -> list[Found]:
    """Without the year of a title before its deadline: "Kế hoạch năm 2024 trước ngày 31/12/2023"."""
    hits: list[Found] = []
    following: Found | None = None
    for place, hit in reversed(list(enumerate(found))):
        before = low[found[place - 1].end() if place else 0 : hit.start()]
        is_title = (
            _is_bare(hit, before)
            and following is not None
            and following.lastgroup == "dated"
            and not apart_after(low[hit.end() : following.start()])
        )
        if not is_title:
            hits.append(hit)
            following = hit
    return hits[::-1]


def _is_bare(hit: Found, before: str) -> bool:
    """Whether it is a window without a preposition that only a blank parts from the words before."""
    if hit.lastgroup != "dated" or hit["preposition"] or hit["edge"] or hit["until"]:
        return False
    return bool(trim_start(before)) and not apart_before(before)


def _names_a_document(before: str) -> bool:
    """ "theo Kế hoạch năm 2023", "Kế hoạch số 13/KH-UBND ngày 19/01/2023"."""
    return bool(patterns.authority().search(trim(before)) or _DOCUMENT.search(before))


def _read_hit(hit: Found, plan: int | None, verbatim: str, action: str, event: str) -> list[Part]:
    try:
        parts = READERS[hit.lastgroup or ""](hit, plan)
    except Impossible as no:
        return [Part(Kind.invalid, verbatim, action, reason=no.doubt)]
    if hit.lastgroup in patterns.OPEN:
        return [replace(parts[0], verbatim=verbatim, action=action, event=event, reason=_date_inside(event))]
    finishing = parts[0].is_dated and f"{action.lower()} ".startswith(_FINISH)
    action = "" if finishing and f"{action.lower()} " in _FINISH else action
    return [replace(part, verbatim=verbatim, action=action, due_at_end=finishing) for part in parts]


def _with_rest(parts: list[Part], verbatim: str, rest: str) -> list[Part]:
    """The parts with what is said after the last of them: who decides the day, or a remark."""
    rest = trim_start(rest)
    if not rest:
        return parts
    low = fold(rest)
    found = patterns.decision().search(low)
    event = trim(rest[found.end() :]) if found else ""
    if found and event:
        action = trim_start(rest[: found.start()])
        return [*parts, Part(Kind.authority, rest, action, event=event, reason=_date_inside(event))]
    if patterns.beside().match(low):
        event = rest[0].lower() + rest[1:]
        return [*parts, Part(Kind.trigger, rest, event=event, reason=_date_inside(event))]
    if not parts:
        return [_duration(rest) or _not_understood(rest)]
    last = parts[-1]
    return [*parts[:-1], replace(last, verbatim=verbatim, remark=rest, reason=last.reason or Doubt.words_left)]


def _duration(rest: str) -> Part | None:
    """ "công khai 30 ngày": how long something lasts; from which day, the words do not say."""
    found = _LASTS.fullmatch(fold(rest))
    if not found:
        return None
    action = trim(rest[: found.end("action")])
    if action and _expressions(fold(action)):
        return None  # "trong năm 15 ngày": two times that do not go together
    return Part(Kind.duration, rest, action, within_days=int(found["days"]), working_days=bool(found["working"]))


def _date_inside(event: str) -> Doubt | None:
    return Doubt.date_inside if any(hit.lastgroup == "dated" for hit in _expressions(fold(event))) else None

"""What procedures cost, how long they take and how they are handled, in words."""

from __future__ import annotations

import re
from functools import lru_cache

from site_gen.base.messages import msg, say
from site_gen.base.vietnamese import NBSP, show_number
from site_gen.kinds.procedure.choices import Part
from site_gen.kinds.procedure.items import Item
from site_gen.kinds.procedure.model import ListedProcedure, Procedure
from site_gen.kinds.procedure.parts import Fee, Paper, TimeLimit
from site_gen.model.model import Model, label_of
from site_gen.rules.snapshot import Snapshot


def limit(snapshot: Snapshot, found: TimeLimit | None, *, noted: bool = False) -> str | None:
    """A time limit in words; `noted` with what is said of longer and shorter ones."""
    if found is None:
        return None
    counted = f"{found.value}{NBSP}{snapshot.word(found.unit)}" if found.value is not None else ""
    both = found.verbatim and counted and str(found.value) not in found.verbatim
    words = f"{found.verbatim} ({counted})" if both else found.verbatim or counted
    return "; ".join(filter(None, (words, found.note if noted else ""))) or None


def money(snapshot: Snapshot, fee: Fee) -> str:
    """A fee in words. Only the source's own words say that nothing is taken: a 0 may be a cell that nobody filled."""
    if fee.amount is None or fee.amount.value == 0:
        zero = snapshot.say(msg("0 dong in the source; ask before you pay")) if fee.amount is not None else ""
        return fee.verbatim or zero
    amount = str(fee.amount)
    words = f"{amount}{NBSP}{snapshot.say(msg('dong'))}{f'/{fee.per}' if fee.per else ''}"
    if not fee.verbatim:
        return words
    return fee.verbatim if amount in fee.verbatim else f"{fee.verbatim} ({words})"


def is_answer(words: str | None) -> bool:
    """Whether words say something; those that send the reader to the counter, or say that nobody has looked, do not."""
    return bool(words) and not _ASKS.search(words or "")


_ASKS = re.compile(
    r"chưa (?:đối chiếu|rõ|xác định)|các nguồn ghi khác nhau|hỏi (?:quầy|Bộ phận Một cửa)", re.IGNORECASE
)


def time_of(snapshot: Snapshot, item: Item) -> str | None:
    """How long it takes, in a few words."""
    if item.guide:
        return limit(snapshot, item.guide.model.time_limit)
    return item.row.time_limit if item.row else None


def cost(snapshot: Snapshot, item: Item) -> str | None:
    """What it costs, in a few words."""
    if item.guide is None:
        return item.row.fee if item.row else None
    guide = item.guide.model
    everything = (*guide.fees, *(fee for case in guide.cases for fee in case.fees))
    if not everything:
        return snapshot.say(msg("nothing is charged")) if Part.FEES in guide.not_applicable else None
    if len(everything) == 1:
        return money(snapshot, everything[0]) or None
    amounts = [fee.amount.value for fee in everything if fee.amount]
    if len(amounts) == len(everything) and max(amounts) > 0:
        low, high = show_number(min(amounts)), show_number(max(amounts))
        return f"{low if low == high else f'{low}–{high}'}{NBSP}{snapshot.say(msg('dong'))}"
    return snapshot.say(msg("depends on the case"))


def portal(item: Item) -> str | None:
    """Where the portal shows it: as the guide says, or by the pattern of the list."""
    if item.guide and item.guide.model.portal_url:
        return item.guide.model.portal_url
    pattern = item.list.model.portal_url if item.list else None
    return pattern.replace("{code}", item.code) if pattern else None


def online(snapshot: Snapshot, item: Item) -> str | None:
    """How far it can be done online."""
    if item.guide:
        return snapshot.word(item.guide.model.online_level)
    return _label(ListedProcedure, "online", snapshot.site.language.value) if item.row and item.row.online else None


def count_of(snapshot: Snapshot, paper: Paper) -> str:
    """How many of a paper are asked for."""
    return _count(paper.originals, paper.copies, paper.shown_only, snapshot.site.language.value)


@lru_cache(maxsize=1024)
def _count(originals: int, copies: int, shown_only: bool, language: str) -> str:
    counts = (("originals", originals), ("copies", copies))
    parts = [f"{count}{NBSP}{_label(Paper, name, language)}" for name, count in counts if count]
    if shown_only:
        parts.append(say(msg("to be shown"), language))
    return ", ".join(parts)


def _label(model: type[Model], name: str, language: str) -> str:
    """The label of a field within a line."""
    return label_of(model, name, language).lower()


def marks_of(snapshot: Snapshot, found: Procedure) -> tuple[str, ...]:
    """What else is said of how it is handled."""
    marks = (
        (found.interlinked, msg("interlinked one-stop procedure")),
        (found.on_site, msg("received, examined, approved and handed over in one place")),
        (found.iso, msg("in the quality management system (ISO)")),
    )
    return tuple(snapshot.say(words) for holds, words in marks if holds)

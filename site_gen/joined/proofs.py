"""Everything that a site has to prove: what its kinds tell, and the duties of disclosure with what was made public of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from site_gen.base.messages import msg
from site_gen.joined.duty_papers import papers_of
from site_gen.joined.ledger import DutyState, Ledger, Line, Slot
from site_gen.joined.ledger_agenda import URL, name_of
from site_gen.joined.ledger_pages import FAMILIES, TITLE
from site_gen.joined.of_kinds import proofs_of_kind
from site_gen.joined.reporting import with_reporting
from site_gen.kinds import KINDS
from site_gen.model.evidence import Evidence, EvidenceState
from site_gen.pages.contributions import Disclosure
from site_gen.pages.evidence import Paper
from site_gen.pages.life import Status
from site_gen.pages.page import latest
from site_gen.pages.proofs import ProofLine, ProofSet
from site_gen.rules.snapshot import Snapshot

DUTIES = "duties"
ORDER = ("scorecard", "plan", "apologies")
MOST = 6
"""So many pieces of what was made public are named for a duty, the newest; the register names all."""


def proofs_of(snapshot: Snapshot, ledger: Ledger) -> tuple[ProofSet, ...]:
    """Scorecards and plans, the newest first, then apology notices and the duties."""
    found = [one for kind in KINDS for one in proofs_of_kind(snapshot, kind)]
    found = [with_reporting(snapshot, one) if one.kind == "plan" else one for one in found]
    found.sort(key=lambda one: ORDER.index(one.kind))
    return (*found, *duties(snapshot, ledger))


def duties(snapshot: Snapshot, ledger: Ledger) -> Iterable[ProofSet]:
    """The duties of disclosure, where the site keeps a ledger: what is missing, the papers of each, and what was made public.

    `sitegen list` takes what was not made public from the ledger, and papers from `duty_papers`.
    """
    lines = tuple(_line(snapshot, line, ledger) for line in ledger.lines if line.state is not DutyState.OFF)
    if lines:
        shown = [d for line in ledger.lines for slot in line.slots for d in slot.evidence]
        yield ProofSet(
            DUTIES,
            "",
            snapshot.say(TITLE),
            URL,
            (),
            lines,
            ledger.day,
            sample=any(d.sample for d in shown),
            updated=latest(d.published for d in shown),
        )


def _line(snapshot: Snapshot, line: Line, ledger: Ledger) -> ProofLine:
    duty = line.owed.duty
    shown = {d.url: d for slot in line.slots for d in slot.evidence}
    newest = sorted(
        shown.values(), key=lambda d: (d.published is None, -(d.published or ledger.day).toordinal(), d.url)
    )
    missing = tuple(_gap(snapshot, line, slot) for slot in line.slots if slot.state is DutyState.MISSING)
    return ProofLine(
        duty.id,
        "",
        duty.title,
        f"{URL}#{duty.id}",
        duty.id,
        "",
        (*missing, *papers_of(snapshot, line, ledger), *map(_published, newest[:MOST])),
        (duty.who,),
        state=Status(FAMILIES[line.state], snapshot.word(line.state)),
    )


def _published(made: Disclosure) -> Paper:
    """What was made public, as the proof that it was."""
    evidence = Evidence.model_construct(title=made.title, number=made.number or None)
    return Paper(evidence, EvidenceState.PRESENT if made.complete else EvidenceState.UNFIT, page=made.url)


def _gap(snapshot: Snapshot, line: Line, slot: Slot) -> Paper:
    """A period, or the thing itself, that was not made public."""
    what = msg("{what}: {period}", what=name_of(line, slot), period=str(slot.period)) if slot.period else None
    evidence = Evidence.model_construct(title=snapshot.say(what) if what else name_of(line, slot))
    due = slot.due if slot.period else None
    return Paper(evidence, EvidenceState.OVERDUE if due else EvidenceState.MISSING, due)


def tasks_by_criterion(snapshot: Snapshot, sets: Iterable[ProofSet]) -> Mapping[str, tuple[ProofLine, ...]]:
    """The lines that are to win points back, by criterion (`scorecard/key`)."""
    found: dict[str, list[ProofLine]] = {}
    for one in sets:
        for line in one.lines:
            name = snapshot.catalog.named("criterion", line.criterion) if line.criterion else None
            if name is not None:
                found.setdefault(name.id, []).append(line)
    return {key: tuple(lines) for key, lines in found.items()}

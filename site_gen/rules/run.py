"""Runs rules over a catalog and settles what the content acknowledges or the site silences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, Severity, Span
from site_gen.base.messages import Message, msg
from site_gen.base.traces import remembered
from site_gen.base.workers import FORKS, spread
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Entry
from site_gen.model.published import Published
from site_gen.rules.rule import Finding, Rule
from site_gen.rules.snapshot import Note, Snapshot


@dataclass(frozen=True, slots=True)
class Judgement:
    """All findings, and the notes of each entry by its path."""

    found: tuple[Diagnostic, ...]
    notes: dict[str, tuple[Note, ...]]


FEW = 400
"""Below so many entries for each worker, starting it costs more than it saves."""
UNUSED_ANOMALY, EXPIRED_ANOMALY, UNUSED_SILENCE, EXPIRED_SILENCE = "ACK001", "ACK002", "ACK003", "ACK004"
UNKNOWN_WEIGHT = "ACK005"


def run(rules: Sequence[Rule], catalog: Catalog, as_of: date, site_path: str, workers: int = 1) -> Judgement:
    """Judge every entry by every rule that speaks of its model, in so many processes at most.

    Rules that are `never_acknowledged` count whatever the content acknowledges and the site silences or weighs.
    """
    snapshot = Snapshot(catalog, as_of)
    always = frozenset(rule.code for rule in rules if rule.never_acknowledged)
    weights = {w.code: Severity[w.severity.name] for w in catalog.site.severities if w.code not in always}
    weighed = {rule: replace(rule, severity=weights.get(rule.code, rule.severity)) for rule in rules}
    found: list[Diagnostic] = []
    notes: dict[str, tuple[Note, ...]] = {}
    for entry, findings in _all_raised(snapshot, tuple(rules), workers):
        raised = [(weighed[rules[number]], finding) for number, finding in findings]
        remaining, its_notes = _acknowledge(entry, raised, as_of)
        found += remaining
        if its_notes:
            notes[entry.path] = tuple(its_notes)
    settable = {rule.code for rule in rules} - always
    silenced = _silence(found, catalog, always, as_of, site_path)
    return Judgement((*silenced, *_unknown_weights(catalog, settable, site_path)), notes)


Raised = tuple[tuple[int, Finding], ...]
"""What rules find in an entry, each finding with the number of its rule."""


def _all_raised(snapshot: Snapshot, rules: tuple[Rule, ...], workers: int) -> Iterator[tuple[Entry[Published], Raised]]:
    entries = snapshot.catalog.entries()
    if snapshot.memory.lasting or not FORKS:
        workers = 1  # what is remembered is remembered here; and a snapshot is too large to be sent
    elif workers > 1:
        for first in {type(entry.model): entry for entry in entries}.values():
            _raised(
                snapshot, first, rules
            )  # what is worked out of the whole content is worked out once, before workers begin
    yield from zip(entries, spread(lambda entry: _raised(snapshot, entry, rules), entries, workers, FEW), strict=True)


@remembered
def _raised(snapshot: Snapshot, entry: Entry[Published], rules: tuple[Rule, ...]) -> Raised:
    """What the rules find in an entry."""
    return tuple(
        (number, finding)
        for number in _speaking_of(type(entry.model), rules)
        for finding in rules[number].check(entry, snapshot)
    )


@lru_cache(maxsize=256)
def _speaking_of(model: type[Published], rules: tuple[Rule, ...]) -> tuple[int, ...]:
    return tuple(n for n, rule in enumerate(rules) if rule.model is None or issubclass(model, rule.model))


def _unknown_weights(catalog: Catalog, settable: set[str], site_path: str) -> Iterator[Diagnostic]:
    for weight in catalog.site.severities:
        if weight.code not in settable:
            yield _about_site(
                UNKNOWN_WEIGHT,
                site_path,
                msg("`{code}` is no check whose severity can be set", code=weight.code),
                msg("correct the code, or delete it from `severities` in site.yml"),
            )


def _about_site(code: str, site_path: str, message: Message, hint: Message) -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, message, Span(site_path, 1, 1), hint)


def _expired(until: date | None, as_of: date) -> bool:
    return until is not None and until < as_of


def _acknowledge(
    entry: Entry[Published], raised: Iterable[tuple[Rule, Finding]], as_of: date
) -> tuple[list[Diagnostic], list[Note]]:
    """What is still to be reported of an entry, and what its page says of acknowledged faults instead."""
    used: set[int] = set()
    found: list[Diagnostic] = []
    notes: list[Note] = []
    name = f"{entry.kind}:{entry.id}"
    anomalies = entry.model.anomalies
    for rule, finding in raised:
        label = f"{name}#{finding.item}" if finding.item else name
        law = finding.law or rule.law
        diagnostic = Diagnostic(rule.code, rule.severity, finding.message, finding.at, finding.hint, label, law)
        matching = (
            i
            for i, anomaly in enumerate(anomalies)
            if anomaly.code == rule.code and not rule.never_acknowledged and anomaly.at in (None, finding.item)
        )
        if (index := next(matching, None)) is None:
            found.append(diagnostic)
            continue
        used.add(index)
        anomaly = anomalies[index]
        if _expired(anomaly.until, as_of):
            found.append(_at_most_a_warning(diagnostic))
            continue
        if rule.severity is not Severity.INFO:
            known = msg("nothing needs to be done; it is acknowledged: {reason}", reason=anomaly.reason)
            found.append(replace(diagnostic, severity=Severity.INFO, hint=known))
        figures = (finding.declared, finding.computed, finding.working)
        notes.append(Note(rule.code, rule.title, finding.message, anomaly.reason, finding.item, *figures))
    for index, anomaly in enumerate(anomalies):
        at = entry.at("anomalies", index)
        if index not in used:
            message = msg(
                "the acknowledged anomaly {code} at `{where}` is no longer found",
                code=anomaly.code,
                where=anomaly.at or "-",
            )
            hint = msg("delete it, or correct `code` and `at`")
            found.append(Diagnostic(UNUSED_ANOMALY, Severity.WARNING, message, at, hint, name))
        elif _expired(anomaly.until, as_of):
            message = msg("the acknowledgement of {code} has expired", code=anomaly.code)
            found.append(Diagnostic(EXPIRED_ANOMALY, Severity.WARNING, message, at, _RENEW, name))
    return found, notes


_RENEW = msg("correct the content, or give a later `until` with a reason")


def _at_most_a_warning(diagnostic: Diagnostic) -> Diagnostic:
    """Time alone makes no error: what an expired acknowledgement or silence leaves is a warning."""
    return replace(diagnostic, severity=min(diagnostic.severity, Severity.WARNING))


def _silence(
    found: Iterable[Diagnostic], catalog: Catalog, always: frozenset[str], as_of: date, site_path: str
) -> Iterator[Diagnostic]:
    """The findings that the site does not silence, and what is wrong with its silences."""
    silences = catalog.site.silence
    used: set[int] = set()
    for diagnostic in found:
        matching = (
            i
            for i, silence in enumerate(silences)
            if silence.code == diagnostic.code
            and silence.code not in always
            and (silence.path is None or diagnostic.at.path.endswith("/" + silence.path))
        )
        if (index := next(matching, None)) is None:
            yield diagnostic
            continue
        used.add(index)
        if _expired(silences[index].until, as_of):
            yield _at_most_a_warning(diagnostic)
    for index, silence in enumerate(silences):
        if index not in used:
            message = msg("silencing {code} has no effect: nothing is found", code=silence.code)
            yield _about_site(UNUSED_SILENCE, site_path, message, msg("delete it from `silence` in site.yml"))
        elif _expired(silence.until, as_of):
            message = msg("silencing {code} has expired", code=silence.code)
            yield _about_site(EXPIRED_SILENCE, site_path, message, _RENEW)

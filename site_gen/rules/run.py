"""Runs rules over a catalog and settles what the content acknowledges or the site silences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from site_gen.base.diagnostics import Diagnostic, Severity, Span
from site_gen.base.messages import msg
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


NEVER = frozenset(
    {
        "SECRET001",
        "SECRET002",
        "FEEDBACK001",
        "PRIVACY001",
        "PRIVACY002",
        "PRIVACY003",
        "PRIVACY004",
        "PRIVACY005",
        "PRIVACY006",
        "PRIVACY007",
        "PRIVACY008",
        "PRIVACY009",
        "PRIVACY010",
        "PRIVACY011",
    }
)
"""What nobody may acknowledge, silence or weigh less: a secret is not published, whatever reason is given; a personal
value is allowed by itself, never its kind."""
UNUSED_ANOMALY, EXPIRED_ANOMALY, UNUSED_SILENCE, EXPIRED_SILENCE = "ACK001", "ACK002", "ACK003", "ACK004"
UNKNOWN_WEIGHT = "ACK005"


def run(rules: Sequence[Rule], catalog: Catalog, as_of: date, site_path: str) -> Judgement:
    """Judge every entry by every rule that speaks of its model."""
    snapshot = Snapshot(catalog, as_of)
    found: list[Diagnostic] = []
    notes: dict[str, tuple[Note, ...]] = {}
    weights = _weights(catalog)
    for entry in catalog.entries():
        raised = [
            (replace(rule, severity=weights.get(rule.code, rule.severity)), finding)
            for rule in rules
            if rule.model is None or isinstance(entry.model, rule.model)
            for finding in rule.check(entry, snapshot)
        ]
        told, its_notes = _acknowledge(entry, raised, as_of)
        found += told
        if its_notes:
            notes[entry.path] = tuple(its_notes)
    told = [*_silence(found, catalog, as_of, site_path), *_unknown_weights(catalog, rules, site_path)]
    return Judgement(tuple(told), notes)


def _weights(catalog: Catalog) -> dict[str, Severity]:
    """What the site says of the severity of single checks; of a secret it has no say."""
    return {w.code: Severity[w.severity.name] for w in catalog.site.severities if w.code not in NEVER}


def _unknown_weights(catalog: Catalog, rules: Sequence[Rule], site_path: str) -> Iterable[Diagnostic]:
    codes = {rule.code for rule in rules} - NEVER
    for weight in catalog.site.severities:
        if weight.code not in codes:
            yield Diagnostic(
                UNKNOWN_WEIGHT,
                Severity.WARNING,
                msg("`{code}` is no check whose severity can be set", code=weight.code),
                Span(site_path, 1, 1),
                msg("correct the code, or delete it from `severities` in site.yml"),
            )


def _stamp(rule: Rule, finding: Finding, entry: Entry[Published], severity: Severity) -> Diagnostic:
    label = f"{entry.kind}:{entry.id}" + (f"#{finding.item}" if finding.item else "")
    return Diagnostic(rule.code, severity, finding.message, finding.at, finding.hint, label, finding.law or rule.law)


def _acknowledge(
    entry: Entry[Published], raised: Iterable[tuple[Rule, Finding]], as_of: date
) -> tuple[list[Diagnostic], list[Note]]:
    used: set[int] = set()
    found: list[Diagnostic] = []
    notes: list[Note] = []
    anomalies = entry.model.anomalies
    for rule, finding in raised:
        index = next(
            (
                i
                for i, a in enumerate(anomalies)
                if a.code == rule.code and a.code not in NEVER and (a.at is None or a.at == finding.item)
            ),
            None,
        )
        if index is None:
            found.append(_stamp(rule, finding, entry, rule.severity))
            continue
        used.add(index)
        anomaly = anomalies[index]
        if anomaly.until is not None and anomaly.until < as_of:
            found.append(_stamp(rule, finding, entry, min(rule.severity, Severity.WARNING)))
            continue
        if rule.severity is not Severity.INFO:
            known = msg("nothing needs to be done; it is acknowledged: {reason}", reason=anomaly.reason)
            found.append(_stamp(rule, replace(finding, hint=known), entry, Severity.INFO))
        notes.append(
            Note(
                rule.code,
                rule.title,
                finding.message,
                anomaly.reason,
                finding.item,
                finding.declared,
                finding.computed,
                finding.working,
            )
        )
    for index, anomaly in enumerate(anomalies):
        at = entry.at("anomalies", index)
        label = f"{entry.kind}:{entry.id}"
        if index not in used:
            where = anomaly.at or "-"
            found.append(
                Diagnostic(
                    UNUSED_ANOMALY,
                    Severity.WARNING,
                    msg(
                        "the acknowledged anomaly {code} at `{where}` is no longer found",
                        code=anomaly.code,
                        where=where,
                    ),
                    at,
                    msg("delete it, or correct `code` and `at`"),
                    label,
                )
            )
        elif anomaly.until is not None and anomaly.until < as_of:
            found.append(
                Diagnostic(
                    EXPIRED_ANOMALY,
                    Severity.WARNING,
                    msg("the acknowledgement of {code} has expired", code=anomaly.code),
                    at,
                    msg("mend the content, or give a later `until` with a reason"),
                    label,
                )
            )
    return found, notes


def _silence(found: list[Diagnostic], catalog: Catalog, as_of: date, site_path: str) -> Iterable[Diagnostic]:
    silences = catalog.site.silence
    used: set[int] = set()
    for diagnostic in found:
        index = next(
            (
                i
                for i, s in enumerate(silences)
                if s.code == diagnostic.code
                and s.code not in NEVER
                and (s.path is None or diagnostic.at.path.endswith("/" + s.path))
            ),
            None,
        )
        if index is None:
            yield diagnostic
            continue
        used.add(index)
        until = silences[index].until
        if until is not None and until < as_of:  # time alone makes no error
            yield replace(diagnostic, severity=min(diagnostic.severity, Severity.WARNING))
    for index, silence in enumerate(silences):
        at = Span(site_path, 1, 1)
        if index not in used:
            yield Diagnostic(
                UNUSED_SILENCE,
                Severity.WARNING,
                msg("silencing {code} has no effect: nothing is found", code=silence.code),
                at,
                msg("delete it from `silence` in site.yml"),
            )
        elif silence.until is not None and silence.until < as_of:
            yield Diagnostic(
                EXPIRED_SILENCE,
                Severity.WARNING,
                msg("silencing {code} has expired", code=silence.code),
                at,
                msg("mend the content, or give a later `until` with a reason"),
            )

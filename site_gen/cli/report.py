"""Findings in five forms: for a person (full, concise), for programs (json, sarif), for a CI log (github)."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import click

from site_gen import __version__
from site_gen.base.diagnostics import Diagnostic, Severity, Span
from site_gen.base.messages import msg, say
from site_gen.base.plain_text import normalise
from site_gen.cli.usage import writing

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
WORDS = {Severity.ERROR: msg("error"), Severity.WARNING: msg("warning"), Severity.INFO: msg("note")}


def place(found: Diagnostic) -> str:
    """`path:line:column`, as far as known."""
    at = found.at
    return at.path + (f":{at.line}" if at.line else "") + (f":{at.column}" if at.line and at.column else "")


@lru_cache(maxsize=32)
def _rows(path: str) -> tuple[str, ...]:
    try:
        raw = Path(path).read_bytes()
        return tuple(normalise(raw.decode("utf-8-sig", "replace")).split("\n")) if len(raw) < 4 << 20 else ()
    except OSError:
        return ()


def forget() -> None:
    """Drops what is known of files: they may have changed since the last report."""
    _rows.cache_clear()


def _width(text: str) -> int:
    """Columns a text takes in a terminal."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _excerpt(found: Diagnostic, private: Collection[Span]) -> list[str]:
    rows = _rows(found.at.path)
    if not 0 < found.at.line <= len(rows):
        return []
    row = rows[found.at.line - 1].replace("\t", "→")
    row = _masked_row(row, [at for at in private if (at.path, at.line) == (found.at.path, found.at.line)])
    start = max(found.at.column - 1, 0)
    end = found.at.end_column - 1 if found.at.end_column > found.at.column else start + 1
    if len(row) > 110:  # a long line is shown around its place
        cut = max(0, min(start - 30, len(row) - 110))
        row = ("…" if cut else "") + row[cut : cut + 110] + "…"
        start, end = start - cut + bool(cut), end - cut + bool(cut)
    end = max(min(end, len(row)), start + 1)
    margin = " " * len(str(found.at.line))
    return [
        f" {margin} |",
        f" {found.at.line} | {row}",
        f" {margin} | {' ' * _width(row[:start])}{'^' * max(1, _width(row[start:end]))}",
    ]


def _masked_row(row: str, private: Sequence[Span]) -> str:
    """A line without the personal values in it, as long as before: logs of a build are public."""
    if not private:
        return row
    from site_gen.outputs.privacy import masked_line

    return masked_line(row, [(at.column - 1, at.end_column - 1) for at in private])


def _below(hint: str) -> str:
    """A hint with the lines that are to be copied from it set in."""
    return hint.replace("\n", "\n      ").replace("\n      \n", "\n\n")


def full(found: Sequence[Diagnostic], language: str) -> str:
    """A paragraph for each finding, with the line it speaks of."""
    from site_gen.outputs.privacy.codes import PERSONAL

    blocks = []
    private = [d.at for d in found if d.code in PERSONAL and d.at.line]
    for d in found:
        head = click.style(f"{say(WORDS[d.severity], language)}[{d.code}]", fg=COLOURS[d.severity], bold=True)
        lines = [f"{head}: {say(d.message, language)}", f" --> {place(d)}", *_excerpt(d, private)]
        if d.hint:
            lines.append(f"  = {say(msg('how to fix it'), language)}: {_below(say(d.hint, language))}")
        if d.law:
            lines.append(
                f"  = {say(msg('basis'), language)}: {d.law.number}, {d.law.clause}"
                + ("" if d.law.confidence == "V" else f" ({say(msg('not verified'), language)})")
            )
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def concise(found: Sequence[Diagnostic], language: str) -> str:
    """One line for each finding."""
    return "\n".join(
        f"{place(d)}: {say(WORDS[d.severity], language)}[{d.code}] {say(d.message, language)}" for d in found
    )


def item(d: Diagnostic, language: str) -> dict[str, Any]:
    """One finding as programs read it."""
    return {
        "code": d.code,
        "severity": d.severity.word,
        "message": say(d.message, language),
        "hint": say(d.hint, language) if d.hint else "",
        "path": d.at.path,
        "line": d.at.line,
        "column": d.at.column,
        "entry": d.entry,
        "law": f"{d.law.number}, {d.law.clause}" if d.law else "",
    }


def counts(found: Sequence[Diagnostic]) -> dict[str, int]:
    """How many of each severity."""
    many = Counter(d.severity for d in found)
    return {s.word: many[s] for s in sorted(Severity, reverse=True)}


def json_report(found: Sequence[Diagnostic], language: str) -> str:
    """The report as a product others may build on: valid, counts, items."""
    many = counts(found)
    report = {"valid": many["error"] == 0, "counts": many, "items": [item(d, language) for d in found]}
    return json.dumps(report, ensure_ascii=False, indent=2)


def github(found: Sequence[Diagnostic], language: str) -> str:
    """Workflow commands that GitHub shows beside the changed lines."""

    def data(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def value(text: str) -> str:
        return data(text).replace(":", "%3A").replace(",", "%2C")

    kinds = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
    return "\n".join(
        f"::{kinds[d.severity]} file={value(d.at.path)},line={max(d.at.line, 1)},col={max(d.at.column, 1)},title={value(d.code)}::"
        + data(say(d.message, language) + (f" — {say(d.hint, language)}" if d.hint else ""))
        for d in found
    )


def sarif(found: Sequence[Diagnostic], language: str) -> str:
    """SARIF 2.1.0, the OASIS format for results of static analysis."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    results = [
        {
            "ruleId": d.code,
            "level": levels[d.severity],
            "message": {"text": say(d.message, language) + (f" — {say(d.hint, language)}" if d.hint else "")},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(d.at.path)},
                        "region": {"startLine": max(d.at.line, 1), "startColumn": max(d.at.column, 1)},
                    }
                }
            ],
        }
        for d in found
    ]
    driver = {
        "name": "sitegen",
        "version": __version__,
        "rules": [_sarif_rule(code, language) for code in sorted({d.code for d in found})],
    }
    report = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _sarif_rule(code: str, language: str) -> dict[str, Any]:
    from site_gen.authoring.explanations import explanations

    one = explanations()[code]
    title, why = say(one.title, language), say(one.why, language)
    return {"id": code, "shortDescription": {"text": title}, "help": {"text": why}}


FORMATS: dict[str, Callable[[Sequence[Diagnostic], str], str]] = {
    "full": full,
    "concise": concise,
    "json": json_report,
    "github": github,
    "sarif": sarif,
}


def summary(found: Sequence[Diagnostic], language: str) -> str:
    """One line: how many of each severity."""
    return summary_of(counts(found), language)


def summary_of(many: Mapping[str, int], language: str) -> str:
    """The same from their numbers."""
    return say(
        msg(
            "{errors} errors, {warnings} warnings, {infos} notes",
            errors=many["error"],
            warnings=many["warning"],
            infos=many["info"],
        ),
        language,
    )


def put(found: Sequence[Diagnostic], format_: str, language: str, output: Path | None, least: Severity) -> None:
    """Print or write the report. Programs get everything; a person what is at least `least`."""
    person = format_ in ("full", "concise")
    text = FORMATS[format_]([d for d in found if d.severity >= least] if person else found, language)
    if output is not None:
        with writing(output):
            output.write_text(click.unstyle(text) + "\n", encoding="utf-8")
    elif text:
        click.echo(text)

"""`sitegen explain`: what a code means, why it matters, and how to fix or acknowledge it."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from site_gen.base.diagnostics import Severity
from site_gen.cli import options, usage
from site_gen.cli.language import language, tr

if TYPE_CHECKING:
    from site_gen.authoring.explanations import Explanation
    from site_gen.base.messages import Message

WIDTH = 96


@usage.verb(
    "explain",
    tr("Explain a finding by its code; without a code, list all of them."),
    "sitegen explain PLAN008",
    "sitegen explain",
    "sitegen explain PLAN008 --format json",
)
@click.argument("code", required=False, metavar=usage.CODE)
@options.format_of(tr("form of the answer (default: text)"), "text", "json")
@options.lang
def command(code: str | None, format_: str) -> None:
    """One code, or all by family."""
    from site_gen.authoring.explanations import explanations

    known = explanations()
    if code is None:
        chosen = list(known.values())
        click.echo(_json([item(one) for one in chosen]) if format_ == "json" else "\n".join(_index(chosen)))
        return
    one = known.get(code.strip().upper())
    if one is None:
        hint = usage.suggestion(code.strip().upper(), known, tr("`sitegen explain` lists all codes"), 3, 0.6)
        raise click.UsageError(tr("there is no code `{code}`; {hint}").format(code=code, hint=hint))
    click.echo(_json(item(one)) if format_ == "json" else "\n".join(page(one)))


def say(message: Message) -> str:
    """A message in the reader's language."""
    from site_gen.base import messages

    return messages.say(message, language())


def item(one: Explanation) -> dict[str, Any]:
    """An explanation as programs read it."""
    law = {"number": one.law.number, "clause": one.law.clause, "confidence": one.law.confidence} if one.law else None
    return {
        "code": one.code,
        "family": one.family,
        "group": say(one.group),
        "title": say(one.title),
        "severity": one.severity.word,
        "why": say(one.why),
        "law": law,
        "wrong": one.wrong,
        "right": one.right,
        "acknowledge": one.acknowledged,
        "silence": one.silenced,
    }


def page(one: Explanation) -> Iterator[str]:
    """An explanation as a person reads it."""
    from site_gen.cli.report import COLOURS, WORDS

    head = click.style(f"{say(WORDS[one.severity])}[{one.code}]", fg=COLOURS[one.severity], bold=True)
    yield f"{head}: {say(one.title)}"
    for paragraph in say(one.why).split("\n\n"):
        yield ""
        yield from textwrap.wrap(paragraph, WIDTH, break_on_hyphens=False)
    if one.law:
        sure = {
            "V": tr("the text of the article was read"),
            "V2": tr("known from a secondary source"),
            "M": tr("from memory"),
        }.get(one.law.confidence, tr("not verified"))
        yield ""
        yield f"{tr('Basis')}: {one.law.number}, {one.law.clause} ({sure})"
    for label, example in ((tr("Wrong"), one.wrong), (tr("Right"), one.right)):
        if example:
            yield ""
            yield f"{label}:"
            yield textwrap.indent(example, "  ")
    yield ""
    yield from _ways_out(one)


def _ways_out(one: Explanation) -> Iterator[str]:
    if one.acknowledged:
        yield tr(
            "If the source document itself is so, acknowledge it in the entry's own file; citizens see the reason:"
        )
        yield f"  anomalies:\n    - code: {one.code}"
        yield "      at: …        # " + tr("the item meant, such as a task id; leave it out for the whole entry")
        yield "      reason: …"
        yield ""
    if one.silenced:
        yield tr("To turn the check off, in site.yml; it needs a reason and may have an end:")
        yield f"  silence:\n    - code: {one.code}"
        yield "      path: …      # " + tr("only for this file; leave it out for the whole site")
        yield "      reason: …\n      until: 31/12/2026"
    elif one.severity is Severity.INFO:
        yield tr("Nothing has to be done: this is for your information.")
    else:
        yield tr("It cannot be acknowledged or turned off; it has to be fixed.")


def _index(chosen: list[Explanation]) -> Iterator[str]:
    from site_gen.cli.report import WORDS

    for family, members in groupby(chosen, key=lambda one: one.family):
        listed = list(members)
        yield click.style(f"{family} – {say(listed[0].group)}", bold=True)
        for one in listed:
            yield f"  {one.code:<10} {say(WORDS[one.severity]):<10} {say(one.title)}"
        yield ""
    yield tr("More about one of them: sitegen explain CODE")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)

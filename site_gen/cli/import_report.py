"""What `sitegen import` says of what it read, how it is looked through, and how drafts are written."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import click

from site_gen.base.diagnostics import Diagnostic, Span
from site_gen.base.messages import msg, say
from site_gen.cli import options
from site_gen.cli.language import language, tr
from site_gen.cli.usage import writing
from site_gen.pipeline.request import today

if TYPE_CHECKING:
    from site_gen.importers.draft import Doubt, Draft
    from site_gen.importers.importing import Imported, Target
    from site_gen.importers.table import Book

REVIEW_PORT = 8010
"""Where the page to look through is served, or at the next port that is free."""
WIDTH = 40
"""Letters of a cell in a table that is shown."""


def say_what(book: Book, target: Target, imported: Imported) -> None:
    """What the file was taken for, which heading for which column, and what a reader remarked."""
    what = say(target.label, language())
    click.echo(tr("{file} was taken for {what}: {rows} rows").format(file=book.name, what=what, rows=imported.rows))
    for heading, found in imported.mapping:
        if not heading:
            continue
        column = str(found.column) if found else "–"
        doubt = "" if found is None or found.sure else "  " + tr("(likely; say otherwise with `--columns`)")
        click.echo(f"  {_short(heading):<{WIDTH}} → {column}{doubt}")
    for at, message in book.remarks:
        click.echo(f"  {say(at.words(), language())}: {say(message, language())}")


def _short(text: str) -> str:
    from site_gen.base.vietnamese import excerpt

    return excerpt(" ".join(text.split()), WIDTH)


def review(book: Book, target: Target, imported: Imported, source: Path) -> None:
    """Shows the page until Ctrl-C."""
    from site_gen.cli.serving import review
    from site_gen.cli.serving.address import free_port, listen, loopback
    from site_gen.cli.serving.reviewing import Review
    from site_gen.pipeline.request import Request

    listening = listen("127.0.0.1", free_port(loopback("127.0.0.1"), REVIEW_PORT))
    theme = Request(source, Path("output"), today(None)).whole_theme
    label = say(target.label, language())
    html = review.page(book, imported, label, language(), book.name)
    shown = Review(listening, html, review.style(theme))
    click.echo(tr("To be looked through: {address} (Ctrl-C ends it)").format(address=shown.address))
    try:
        shown.run()
    finally:
        listening.close()
    click.echo(tr("Nothing was written. Run the same command without `--review` to write the drafts."))


def report(file: Path, doubts: Sequence[Doubt], format_: str) -> None:
    """Every doubt as a finding, at its place in the file."""
    found = [
        Diagnostic(
            doubt.code,
            doubt.severity,
            msg("{place}: {what}", place=say(doubt.at.words(), language()), what=_with_words(doubt)),
            Span(file.as_posix()),
        )
        for doubt in doubts
    ]
    options.Reporting(format=format_, quiet=False).put(found)


def _with_words(doubt: Doubt) -> str:
    text = say(doubt.message, language())
    return f"{text} “{_short(doubt.words)}”" if doubt.words else text


def show(imported: Imported) -> None:
    """The drafts as they would be written."""
    for draft in imported.drafts:
        click.echo(f"\n=== {draft.path}")
        click.echo(draft.text(), nl=False)


def write(source: Path, drafts: Sequence[Draft], replace: bool) -> bool:
    """Writes what is new, says what differs; whether everything stands as the drafts say."""
    done = True
    for draft in drafts:
        path, text = source / draft.path, draft.text()
        old = path.read_text(encoding="utf-8") if path.exists() else None
        if old == text:
            click.echo(tr("{path}: unchanged").format(path=path))
            continue
        if old is not None and not replace:
            click.echo("".join(unified_diff(old.splitlines(True), text.splitlines(True), str(path), tr("the draft"))))
            click.echo(
                tr("{path} exists and differs; nothing was written to it. With `--replace` it is overwritten.").format(
                    path=path
                )
            )
            done = False
            continue
        with writing(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        click.echo(str(path))
    return done

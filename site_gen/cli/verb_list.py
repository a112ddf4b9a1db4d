"""`sitegen list`: what is late, due, missing, expired or stale, and the days on which sites change by themselves."""

from __future__ import annotations

import csv
import io
import json
import shutil
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from site_gen.base.dataclass import dataclass
from site_gen.base.plain_text import escape_formula
from site_gen.cli import options, usage
from site_gen.cli.language import tr

if TYPE_CHECKING:
    from site_gen.pages.page import Agenda
    from site_gen.rules.snapshot import Snapshot

CHANGES = "changes"
STATES = ("late", "due", "missing", "expired", "stale", CHANGES)
"""What can be listed: states of `Agenda`, and the changes to come."""
NARROW, WIDE = 60, 140
"""A table is at least so many columns wide, even in a narrower terminal, and at most so many."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list; its attributes are the keys in JSON and the header in CSV.

    `days` says how long it has been late, expired or stale, or how long it has left (`due`); None where that is not known.
    """

    site: str
    state: str
    when: date | None
    days: int | None
    who: str
    what: str
    place: str
    url: str


@usage.verb(
    "list",
    tr(
        "List what is late, due soon, missing (duties to publish, reports, evidence, a lead), expired or stale, and the days to come on which the pages change by themselves, over all sites."
    ),
    "sitegen list late",
    'sitegen list due --within 60 --unit "Văn phòng"',
    "sitegen list missing --format csv -o missing.csv",
    'sitegen list missing --role "Công chức Văn phòng"',
    "sitegen list changes --next",
)
@click.argument("what", type=click.Choice(STATES), metavar="|".join(STATES))
@options.places
@click.option(
    "--within",
    type=click.IntRange(0),
    metavar=usage.NUMBER,
    help=tr("`due`, `changes`: within so many days (default: the site's setting; all changes)"),
)
@click.option("--next", "next_", is_flag=True, help=tr("`changes`: only the next day on which something changes"))
@click.option("--unit", default="", metavar=usage.TEXT, help=tr("only what this unit leads; part of its name will do"))
@click.option(
    "--role",
    default="",
    metavar=usage.TEXT,
    help=tr("only what this role leads or has to hand in; part of its name will do"),
)
@options.format_of(tr("form of the list (default: text)"), "text", "json", "csv")
@options.output(tr("write the list to this file"))
def command(
    what: str,
    source: options.Source,
    within: int | None,
    next_: bool,
    unit: str,
    role: str,
    format_: str,
    output: Path | None,
) -> None:
    """Exit 0 however long the list is; 1 where no site can be read at all."""
    from site_gen.cli import report
    from site_gen.pipeline.gather import gather

    request = source.request(Path("output"), writes=False)
    gathered = gather(request)
    errors = report.counts(gathered.found)["error"]
    if not gathered.snapshots:
        options.Reporting().put(gathered.found)
        raise click.exceptions.Exit(1)
    if what == CHANGES:
        lines = changes_of(gathered.snapshots, within, next_)
    else:
        lines = [line for snapshot in gathered.snapshots for line in lines_of(snapshot, what, within, unit, role)]
    if format_ == "csv":
        _put(as_csv(lines).encode("utf-8-sig"), output)
    elif format_ == "json":
        _put((as_json(lines, what, request.as_of) + "\n").encode(), output)
    elif lines:
        width = max(NARROW, min(WIDE, shutil.get_terminal_size((120, 24)).columns))
        _put(("\n".join(table(lines, width)) + "\n").encode(), output)
        click.echo(tr("{count} in all").format(count=len(lines)), err=True)
    else:
        _put((nothing(what, unit or role) + "\n").encode(), output)
    if errors:
        text = tr("The content has {count} errors, so the list may not be whole; see `sitegen check`.")
        click.echo(text.format(count=errors), err=True)


def lines_of(snapshot: Snapshot, what: str, within: int | None, unit: str, role: str = "") -> Iterator[Line]:
    """The lines of one site that are asked for, by day."""
    from site_gen.base.vietnamese import fold
    from site_gen.joined.site import agenda_of

    most = snapshot.catalog.site.due_soon_days if within is None else within
    for found in agenda_of(snapshot):
        if found.state != what or (unit and not _led_by(snapshot, found, unit)):
            continue
        if role and fold(role) not in fold(found.who):
            continue
        if what == "due" and found.days is not None and found.days > most:
            continue
        site = snapshot.catalog.folder
        yield Line(site, found.state, found.when, found.days, found.who, found.what, found.place, found.url)


def changes_of(snapshots: Sequence[Snapshot], within: int | None, only_next: bool) -> list[Line]:
    """The changes to come on all sites, by day; `only_next` keeps those of the first day."""
    from site_gen.joined.site import scheduled_changes_of

    lines = [
        Line(e.catalog.folder, CHANGES, t.day, (t.day - e.as_of).days, "", t.what, t.place, t.url)
        for e in snapshots
        for t in scheduled_changes_of(e)
    ]
    chosen = [line for line in lines if within is None or (line.days or 0) <= within]
    chosen.sort(key=lambda line: (line.when or date.max, line.site, line.place, line.what))
    return [line for line in chosen if line.when == chosen[0].when] if only_next else chosen


def _led_by(snapshot: Snapshot, found: Agenda, unit: str) -> bool:
    """Whether the words name the unit that leads, by any of its names or a part of one."""
    from site_gen.base.vietnamese import fold

    names = (snapshot.catalog.named("unit", text) for text in (found.who, *found.who.split(", ")))
    if meant := snapshot.catalog.alike("unit", unit):
        return any(name is not None and name.id in meant for name in names)
    return fold(unit) in fold(found.who)


def as_json(lines: Sequence[Line], what: str, as_of: date) -> str:
    """The list for programs, with the day it was made for."""
    return json.dumps(
        {"what": what, "as_of": as_of.isoformat(), "items": [_plain(line) for line in lines]},
        ensure_ascii=False,
        indent=2,
    )


def _plain(line: Line) -> dict[str, str | int | None]:
    """The line with its day in ISO form, empty where it has none."""
    return {**asdict(line), "when": line.when.isoformat() if line.when else ""}


def as_csv(lines: Iterable[Line]) -> str:
    """The list for a spreadsheet; a cell that a spreadsheet would take for a formula is made text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([field.name for field in fields(Line)])
    for line in lines:
        writer.writerow(
            ["" if v is None else v if isinstance(v, int) else escape_formula(v) for v in _plain(line).values()]
        )
    return out.getvalue()


def table(lines: Sequence[Line], width: int) -> Iterator[str]:
    """Rows of wrapped cells: nothing is cut off."""
    from site_gen.base.vietnamese import show_date

    several = len({line.site for line in lines}) > 1
    when, days = {
        "due": (tr("Deadline"), tr("Days left")),
        "expired": (tr("Expired on"), tr("Days since")),
        "stale": (tr("Last changed"), tr("Days since")),
        CHANGES: (tr("Day"), tr("Days left")),
    }.get(lines[0].state, (tr("Deadline"), tr("Days late")))
    heads = [when, days, tr("Place"), tr("Unit"), tr("What changes") if lines[0].state == CHANGES else tr("Task")]
    rows = [
        [
            show_date(line.when) if line.when else "",
            "" if line.days is None else str(line.days),
            line.place,
            line.who,
            line.what,
        ]
        for line in lines
    ]
    unneeded = {"missing": 1, CHANGES: 3}.get(lines[0].state)  # what is missing has no days, a change has no unit
    if unneeded is not None:
        for row in (heads, *rows):
            del row[unneeded]
    if several:
        heads = [tr("Site"), *heads]
        rows = [[line.site, *row] for line, row in zip(lines, rows, strict=True)]
    widths = [max(len(row[i]) for row in [heads, *rows]) for i in range(len(heads))]
    rest = width - sum(widths[:-2]) - 2 * (len(widths) - 1)
    widths[-2] = min(widths[-2], max(12, rest // 3))
    widths[-1] = min(widths[-1], max(20, rest - widths[-2]))
    yield from _row(heads, widths)
    yield "  ".join("-" * w for w in widths)
    for row in rows:
        yield from _row(row, widths)


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    wrapped = [textwrap.wrap(cell, w, break_on_hyphens=False) or [""] for cell, w in zip(cells, widths, strict=True)]
    for number in range(max(map(len, wrapped))):
        parts = [cell[number] if number < len(cell) else "" for cell in wrapped]
        yield "  ".join(part.ljust(w) for part, w in zip(parts, widths, strict=True)).rstrip()


def nothing(what: str, unit: str) -> str:
    """What an empty list says."""
    words = {
        "late": tr("Nothing is late."),
        "due": tr("Nothing falls due in that time."),
        "missing": tr("Nothing is missing."),
        "expired": tr("Nothing has expired."),
        "stale": tr("Nothing is stale."),
        CHANGES: tr("Nothing changes by itself."),
    }[what]
    return words + (" " + tr("Only what `{unit}` leads was considered.").format(unit=unit) if unit else "")


def _put(data: bytes, output: Path | None) -> None:
    if output is not None:
        with usage.writing(output):
            output.write_bytes(data)
    else:
        click.echo(data, nl=False)  # as bytes: CSV brings its own line ends and byte order mark

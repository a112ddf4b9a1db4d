"""Workbooks to edit, on the command line: written by `export --xlsx` and `new workbook`, taken back by `import`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from site_gen.base.messages import say
from site_gen.base.vietnamese import excerpt
from site_gen.cli import options, usage
from site_gen.cli.begin_entry import catalog_of, refuse_portal
from site_gen.cli.language import language, tr
from site_gen.cli.usage import refuse, writing

if TYPE_CHECKING:
    from site_gen.importers.workbook.filled import Filled
    from site_gen.importers.workbook.importing import Taken
    from site_gen.model.catalog import Catalog
    from site_gen.model.entry import Form

WIDTH = 50
"""Letters of a value in the table of changes."""


def write(name: str, source: Path, day: date, output: Path | None, empty: bool = False) -> None:
    """Writes the workbook of a form; an `empty` one has the sheets and lists, and no rows."""
    form, catalog = _form(name), _catalog(source)
    try:
        from site_gen.outputs.entry_workbook import write_workbook
    except ImportError:
        _refuse_without("xlsx")
    from site_gen.importers.workbook.contents import contents_of

    contents = contents_of(source, form, catalog, day)
    if empty:
        contents = replace(contents, files={}, found=())
    options.Reporting().put(contents.found)
    target = output or Path(f"{name}.xlsx")
    if empty and target.exists():
        refuse(
            tr("{path} exists already; nothing was written").format(path=target),
            tr("give it another name with `{option}`").format(option="-o"),
        )
    with writing(target):
        rows = write_workbook(contents, target)
    click.echo(tr("{file}: {rows} rows").format(file=target, rows=rows))
    where = "" if source == Path("content") else f" -s {source}"
    click.echo(tr("Edit it, save it, then run: {command}").format(command=f"sitegen import {target}{where} --dry-run"))


def _form(name: str) -> Form:
    from site_gen.authoring.forms import forms

    known = forms()
    if name not in known:
        hint = usage.suggestion(name, known, tr("there are: {names}").format(names=", ".join(known)))
        raise click.UsageError(tr("there is no content `{name}`; {hint}").format(name=name, hint=hint))
    return known[name][1]


def _catalog(source: Path) -> Catalog:
    refuse_portal(source)
    catalog = catalog_of(source)
    if catalog is None:
        refuse(
            tr("the settings of the site in `{folder}` cannot be read").format(folder=source),
            tr("run `{command}` and correct them first").format(command="sitegen check"),
        )
    return catalog


def _refuse_without(extra: str) -> NoReturn:
    from site_gen.pipeline.extras import install_command

    refuse(
        tr("the libraries that read such files are not installed")
        if extra == "import"
        else tr("the library that writes workbooks is not installed"),
        tr("install them with `{command}`").format(command=install_command(extra)),
    )


def recognised(file: Path) -> Filled | None:
    """The workbook that a file is, None where `sitegen` did not make it or the libraries that read it are missing."""
    from site_gen.importers.table import NotRead

    try:
        from site_gen.importers.workbook.reader import read_filled

        return read_filled(file)
    except NotRead as fault:
        refuse(say(fault.message, language()), say(fault.hint, language()))
    except ImportError:
        return None  # the reader of other files tells what to install


def take(filled: Filled, file: Path, source: Path, *, dry_run: bool, replace: bool, remove: bool, day: date) -> Taken:
    """Takes a workbook back into a site: shows what changes, and writes it unless that was not asked for."""
    from site_gen.importers.table import NotRead
    from site_gen.importers.workbook.contents import contents_of
    from site_gen.importers.workbook.importing import form_of_workbook, take_back
    from site_gen.kinds import FORMS

    catalog = _catalog(source)
    try:
        contents = contents_of(source, form_of_workbook(filled, FORMS), catalog, day)
        taken = take_back(filled, contents, source, replace, remove)
    except NotRead as fault:
        refuse(say(fault.message, language()), say(fault.hint, language()))
    options.Reporting().put(contents.found)
    click.echo(
        tr("{file} is a workbook of this site, exported on {day}: {rows} rows, {count} changes").format(
            file=file.name, day=filled.record.day, rows=taken.rows, count=len(taken.applied)
        )
    )
    _show(taken)
    if not dry_run:
        _write(taken)
    return taken


def _show(taken: Taken) -> None:
    """Every change: the file, the column, from what to what."""
    for path in dict.fromkeys(one.path for one in taken.applied):
        click.echo(f"{path}" + (" " + tr("(removed)") if path in taken.files and taken.files[path] is None else ""))
        for one in taken.applied:
            if one.path == path:
                old, new = (excerpt(" ".join(text.split()), WIDTH) or "–" for text in (one.old, one.new))
                click.echo(f"  {one.what}: {new}" if one.what == "+" else f"  {one.what}: {old} → {new}")


def _write(taken: Taken) -> None:
    for path, raw in taken.files.items():
        with writing(path):
            if raw is None:
                path.unlink(missing_ok=True)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(raw)
    if taken.files:
        click.echo(tr("{count} files were written. Now run: sitegen check").format(count=len(taken.files)))

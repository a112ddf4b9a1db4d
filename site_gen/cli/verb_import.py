"""`sitegen import`: a Word, Excel, PDF or text file as drafts that a person looks through."""

from __future__ import annotations

import sys
from dataclasses import replace as replace_of
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import say
from site_gen.cli import import_report as said
from site_gen.cli import options, usage
from site_gen.cli.begin_entry import as_of, catalog_of, refuse_portal
from site_gen.cli.language import language, tr
from site_gen.cli.list_update import bring_up_to_date
from site_gen.cli.progress import Progress
from site_gen.cli.usage import refuse, writing
from site_gen.cli.workbooks import recognised, take
from site_gen.importers.targets.procedure_update import update_of
from site_gen.pipeline.request import today

if TYPE_CHECKING:
    from site_gen.importers.importing import Asked, Imported, Target
    from site_gen.importers.table import Book


@usage.verb(
    "import",
    tr(
        "Turn a Word, Excel, PDF or text file into drafts. Every doubt is reported with its place and stands as a comment on its line. A file that exists is never overwritten unless you say so. A workbook that `sitegen export --xlsx` made is taken back: what was edited in it is changed, and nothing else."
    ),
    "sitegen import phu-luc.docx --dry-run",
    "sitegen import ke-hoach.docx --as plan --id cchc-2031",
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar=usage.FILE)
@click.option(
    "--as", "target", default="", metavar=usage.TEXT, help=tr("what the file is (default: what it looks like)")
)
@click.option("--id", "id_", default="", metavar=usage.ID, help=tr("the id that the entry gets"))
@click.option(
    "--columns",
    "mapping",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=usage.FILE,
    help=tr("a file that says which heading stands for which column; it is written where it does not exist"),
)
@click.option(
    "--review",
    is_flag=True,
    help=tr("show file and draft side by side in the browser, with every doubt; write nothing"),
)
@click.option("--dry-run", is_flag=True, help=tr("show what would be written, write nothing"))
@click.option(
    "--replace",
    is_flag=True,
    help=tr("overwrite files that exist and differ; of a workbook, also values that somebody else has changed since"),
)
@click.option(
    "--remove", is_flag=True, help=tr("take out of the site what was taken out of a workbook that was exported")
)
@options.source_folder(tr("the site's folder (default: content)"))
@as_of
@options.format_of(tr("form of the report (default: full)"), *options.FORMATS)
@options.lang
def command(
    file: Path,
    target: str,
    id_: str,
    mapping: Path | None,
    review: bool,
    dry_run: bool,
    replace: bool,
    remove: bool,
    source: Path,
    as_of: date | None,
    format_: str,
) -> None:
    """Exit 1 where a file exists that differs, or nothing could be read."""
    if (filled := recognised(file)) is not None:
        taken = take(filled, file, source, dry_run=dry_run, replace=replace, remove=remove, day=today(as_of))
        said.report(file, taken.doubts, format_)
        if any(doubt.severity is Severity.ERROR for doubt in taken.doubts):
            raise click.exceptions.Exit(1)
        return
    book = _book(file)
    chosen = _target(target, book)
    columns = _columns(mapping)
    progress = Progress(tr("{made} of {count} rows"))
    rows = sum(table.height for table in book.tables)
    asked = replace_of(
        _asked(source, id_, columns, as_of, dry_run),
        on_row=(lambda made: progress(made, rows)) if sys.stderr.isatty() else None,
    )
    imported = chosen.read(book, asked)
    progress.clear()
    said.say_what(book, chosen, imported)
    said.report(file, imported.doubts, format_)
    if mapping is not None and not columns and not dry_run:
        _keep_columns(mapping, imported)
    if not imported.rows:
        raise click.exceptions.Exit(1)
    if review:
        said.review(book, chosen, imported, source)
        return
    if chosen.name == "procedure_list" and (update := update_of(imported.drafts[0], source, asked)) is not None:
        bring_up_to_date(update, dry_run=dry_run, write=replace)
        said.report(file, update.doubts, format_)
        raise click.exceptions.Exit(1 if update.files and not (dry_run or replace) else 0)
    if dry_run:
        said.show(imported)
        return
    if not said.write(source, imported.drafts, replace):
        raise click.exceptions.Exit(1)
    check = "sitegen check" + ("" if source == Path("content") else f" -s {source}")
    click.echo(
        tr(
            "They are drafts. Look at each line below a comment “{mark}”, delete the line `draft: có`, then run: {command}"
        ).format(mark=_mark(), command=check)
    )


def _mark() -> str:
    from site_gen.importers.draft import CHECK

    return CHECK


def _book(file: Path) -> Book:
    from site_gen.importers.readers.opening import read_book
    from site_gen.importers.table import NotRead

    try:
        return read_book(file)
    except NotRead as fault:
        refuse(say(fault.message, language()), say(fault.hint, language()))
    except ImportError:
        from site_gen.pipeline.extras import install_command

        refuse(
            tr("the libraries that read such files are not installed"),
            tr("install them with `{command}`").format(command=install_command("import")),
        )


def _target(name: str, book: Book) -> Target:
    from site_gen.importers.known import TARGETS, likely_target

    names = [target.name for target in TARGETS]
    if name and name not in names:
        hint = usage.suggestion(name, names, tr("there are: {names}").format(names=", ".join(names)))
        raise click.UsageError(tr("a file cannot become `{name}`; {hint}").format(name=name, hint=hint))
    found = next((target for target in TARGETS if target.name == name), None) or likely_target(book)
    if found is None:
        refuse(
            tr("`{file}` looks like nothing that can be imported: no table has headings that are known").format(
                file=book.name
            ),
            tr("say what it is, for example `--as plan`; there are: {names}").format(names=", ".join(names)),
        )
    return found


def _asked(source: Path, id_: str, columns: dict[str, str], day: date | None, dry_run: bool) -> Asked:
    from site_gen.importers.importing import Asked
    from site_gen.importers.targets.progress import known_tasks

    if not (source / "site.yml").exists() and dry_run:
        return Asked(today(day), id_, mapping=columns)
    refuse_portal(source)
    catalog = catalog_of(source)
    if catalog is None:
        return Asked(today(day), id_, mapping=columns)

    def knows_unit(text: str) -> bool:
        return catalog.named("unit", text) is not None

    units = tuple(dict.fromkeys(name.text for name in catalog.names("unit") if name.text != name.id))
    return Asked(today(day), id_, catalog.site.unit, columns, knows_unit, units, known_tasks(catalog))


def _columns(path: Path | None) -> dict[str, str]:
    """Folded headings and what they stand for, as a file of them says."""
    if path is None or not path.exists():
        return {}
    from site_gen.base.vietnamese import fold
    from site_gen.reading.load import read_document
    from site_gen.reading.parse_cache import ParseCache

    document, found = read_document(path, path.as_posix(), path.parent, ParseCache())
    if document is None or not isinstance(document.data, dict):
        options.Reporting().put(found)
        raise click.exceptions.Exit(1)
    return {fold(str(heading)): "" if key in ("", "-", None) else str(key) for heading, key in document.data.items()}


def _keep_columns(path: Path, imported: Imported) -> None:
    from site_gen.base.yaml_scalar import scalar

    lines = [
        f"{scalar(heading)}: {found.column.key if found else '-'}" for heading, found in imported.mapping if heading
    ]
    with writing(path):
        path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    click.echo(str(path))

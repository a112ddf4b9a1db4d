"""`sitegen new`: lay out a site, or begin an entry of it. Nothing that exists is ever overwritten."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from site_gen.cli import options, usage
from site_gen.cli.begin_entry import EXAMPLES, as_of, entry_command, forms_to_begin, write_new
from site_gen.cli.language import tr
from site_gen.cli.usage import refuse

HARMLESS = {".git", ".gitattributes", ".gitignore", ".gitkeep", ".DS_Store", "desktop.ini", "Thumbs.db"}
"""What may lie in a folder that counts as empty."""


class Things(click.Group):
    """`site`, and one command for each form of content, made when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The site first, a workbook, then the forms in the order of the kinds."""
        return ["site", "workbook", *forms_to_begin()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command for one thing."""
        if cmd_name in OTHERS:
            return OTHERS[cmd_name]
        found = forms_to_begin().get(cmd_name)
        return entry_command(*found) if found else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """With "did you mean" for a mistyped thing."""
        if args and not args[0].startswith("-") and args[0] not in (known := self.list_commands(ctx)):
            otherwise = tr("you can begin: {things}").format(things=", ".join(known))
            hint = usage.suggestion(args[0], known, otherwise)
            message = tr("`{thing}` cannot be begun; {hint}").format(thing=args[0], hint=hint)
            raise click.UsageError(message, ctx)
        return super().resolve_command(ctx, args)


@click.group(
    "new",
    cls=Things,
    options_metavar=usage.OPTIONS,
    subcommand_metavar=usage.COMMAND,
    help=usage.with_examples(
        tr("Lay out a site, or begin an entry of it from an example. Nothing that exists is overwritten."),
        "sitegen new site content",
        *EXAMPLES.values(),
    ),
    invoke_without_command=True,
)
@options.lang
@click.pass_context
def command(ctx: click.Context) -> None:
    """Without a thing to begin, the help text above."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
        ctx.exit(2)


@usage.verb(
    "site",
    tr("Lay out a small, correct site: settings, units, people, a plan with its tasks, a report, a page."),
    "sitegen new site content",
    'sitegen new site content --name "UBND xã Cẩm Giàng" --place "tỉnh Thái Nguyên"',
    short=tr("a whole site"),
)
@click.argument("folder", type=click.Path(path_type=Path), default=Path("content"), metavar=f"[{usage.FOLDER}]")
@click.option(
    "--name",
    default="UBND xã Mẫu",
    metavar=usage.TEXT,
    help=tr("name of the authority, for example “UBND xã Cẩm Giàng”"),
)
@click.option("--place", default="tỉnh Mẫu", metavar=usage.TEXT, help=tr("where it is, for example “tỉnh Thái Nguyên”"))
@click.option(
    "--year",
    type=click.IntRange(2000, 2099),
    metavar=usage.NUMBER,
    help=tr("year of the plan (default: this year)"),
)
@as_of
@options.lang
def site(folder: Path, name: str, place: str, year: int | None, as_of: date | None) -> None:
    """Every file of a new site, in a folder that is empty or absent."""
    from site_gen.authoring import new_site
    from site_gen.pipeline.request import today

    for option, text in (("--name", name), ("--place", place)):
        if not new_site.is_nameable(text):
            raise click.UsageError(
                tr("`{text}` cannot be a name; use letters, digits, blanks and , . ( ) ’ -").format(text=text[:60])
                + f" ({option})"
            )
    _refuse_occupied(folder)
    day = today(as_of)
    whose = new_site.authority(name)
    if not whose.unit:
        raise click.UsageError(tr("`{text}` cannot be a name; use letters").format(text=name))
    write_new(folder, new_site.new_site(whose, place, year or day.year, day))
    # The site is built beside a folder named `content`, which is where every command looks for it.
    project = folder.parent if folder.resolve().name == "content" else folder
    if not (project / ".gitignore").exists() and not (folder.parent / "fleet.yml").exists():
        write_new(project, {".gitignore": (new_site.DATA / "gitignore").read_text(encoding="utf-8")})
    _next_for_site(folder)


@usage.verb(
    "workbook",
    tr(
        "An empty workbook for one kind of content, with its columns, notes and drop-down lists. Fill it in, then import it."
    ),
    "sitegen new workbook document",
    "sitegen new workbook unit -o don-vi.xlsx",
    short=tr("an empty workbook to fill in"),
)
@click.argument("kind", metavar=usage.KIND)
@options.output(tr("write it to this file"))
@options.source_folder(tr("the site's folder (default: content)"))
@as_of
@options.lang
def workbook(kind: str, output: Path | None, source: Path, as_of: date | None) -> None:
    """A workbook without rows; a file that exists is not overwritten."""
    from site_gen.cli.workbooks import write
    from site_gen.pipeline.request import today

    write(kind, source, today(as_of), output, empty=True)


OTHERS = {"site": site, "workbook": workbook}
"""What can be begun and is no form of content."""


def _refuse_occupied(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        refuse(tr("`{folder}` is a file; nothing was written").format(folder=folder), tr("name a folder"))
    held = sorted({p.name for p in folder.iterdir()} - HARMLESS) if folder.is_dir() else []
    if held:
        refuse(
            tr("`{folder}` is not empty, it holds `{name}`; nothing was written").format(folder=folder, name=held[0]),
            tr("name a folder that is empty or does not exist yet"),
        )


def _next_for_site(folder: Path) -> None:
    click.echo(tr("The site is laid out. Next:"))
    source = "" if folder == Path("content") else f" -s {folder}"
    if (folder.parent / "fleet.yml").exists():
        source = f" -s {folder.parent}"
        text = tr("add `{name}` under `sites` in {file}")
        click.echo("  " + text.format(name=folder.name, file=folder.parent / "fleet.yml"))
    text = tr("read {file}, and put your own facts in {settings}")
    click.echo("  " + text.format(file=folder / "README.md", settings=folder / "site.yml"))
    click.echo("  " + tr("see the site while you write: {command}").format(command=f"sitegen serve{source}"))

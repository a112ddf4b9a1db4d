"""`sitegen new`: lay out a site, or begin an entry of it. Nothing that exists is ever overwritten."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from site_gen.cli import options, placeholders
from site_gen.cli.language import tr
from site_gen.cli.refuse import refuse, writing

if TYPE_CHECKING:
    from site_gen.kind import Kind
    from site_gen.model.catalog import Catalog
    from site_gen.model.entry import Form

HARMLESS = {".git", ".gitattributes", ".gitignore", ".gitkeep", ".DS_Store", "desktop.ini", "Thumbs.db"}
"""What may lie in a folder that counts as empty."""
EXAMPLES = {
    "unit": 'sitegen new unit phong-kinh-te --name "Phòng Kinh tế xã"',
    "person": "sitegen new person pho-chu-tich",
    "plan": "sitegen new plan cchc-2030",
    "progress": "sitegen new progress cchc-2026 2026-q1",
    "scorecard": "sitegen new scorecard chi-so-2025",
    "page": "sitegen new page lich-tiep-dan",
    "procedure": "sitegen new procedure 1.001193",
    "procedure-lists": "sitegen new procedure-lists cap-xa",
    "apology": "sitegen new apology 2026-008",
    "dossier_statistics": "sitegen new dossier_statistics 2026-11",
    "indicator": 'sitegen new indicator so-hoa --name "Tỷ lệ số hóa hồ sơ"',
    "survey": "sitegen new survey 2026-11-mot-cua",
    "feedback": "sitegen new feedback 2026-013",
    "dialogue": "sitegen new dialogue 2027",
    "consultation": "sitegen new consultation quy-che-dan-chu",
    "document": "sitegen new document 2026-qd-15",
    "document-lists": "sitegen new document-lists het-hieu-luc-2026",
    "budget": "sitegen new budget 2026-quy-3",
    "report": "sitegen new report cchc-2026-q4",
    "news": "sitegen new news hop-dan-thon",
    "register": "sitegen new register 2026-q3",
}

as_of = click.option(
    "--as-of", type=options.Day(), help=tr("the day of writing (default: SOURCE_DATE_EPOCH, else today)")
)
lang = click.option(
    "--lang", type=click.Choice(["vi", "en"]), expose_value=False, help=tr("language of help and reports")
)


class Things(click.Group):
    """`site`, and one command for each form of content, made when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The site first, then the forms in the order of the kinds."""
        return ["site", *_forms()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command for one thing."""
        if cmd_name == "site":
            return site
        found = _forms().get(cmd_name)
        return _entry_command(*found) if found else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """With "did you mean" for a mistyped thing."""
        if args and not args[0].startswith("-") and args[0] not in (known := self.list_commands(ctx)):
            near = get_close_matches(args[0], known, 1, 0.5)
            hint = (
                tr("did you mean `{thing}`?").format(thing=near[0])
                if near
                else tr("one can begin: {things}").format(things=", ".join(known))
            )
            raise click.UsageError(
                tr("`{thing}` is nothing that one can begin; {hint}").format(thing=args[0], hint=hint), ctx
            )
        return super().resolve_command(ctx, args)


@click.group(
    "new",
    cls=Things,
    options_metavar=placeholders.OPTIONS,
    subcommand_metavar=placeholders.COMMAND,
    help=tr("Lay out a site, or begin an entry of it from an example. Nothing that exists is overwritten.")
    + "\n\n"
    + tr("Example:")
    + "\n\n\b\n  sitegen new site content\n  "
    + "\n  ".join(EXAMPLES.values()),
    invoke_without_command=True,
)
@lang
@click.pass_context
def command(ctx: click.Context) -> None:
    """Without a thing to begin, the help text above."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
        ctx.exit(2)


@click.command(
    "site",
    options_metavar=placeholders.OPTIONS,
    short_help=tr("a whole site"),
    help=tr("Lay out a small, correct site: settings, units, people, a plan with its tasks, a report, a page.")
    + "\n\n"
    + tr("Example:")
    + '\n\n\b\n  sitegen new site content\n  sitegen new site content --name "UBND xã Cẩm Giàng" --place "tỉnh Thái Nguyên"',
)
@click.argument("folder", type=click.Path(path_type=Path), default=Path("content"), metavar=f"[{placeholders.FOLDER}]")
@click.option(
    "--name",
    default="UBND xã Mẫu",
    metavar=placeholders.TEXT,
    help=tr("name of the authority, for example “UBND xã Cẩm Giàng”"),
)
@click.option(
    "--place", default="tỉnh Mẫu", metavar=placeholders.TEXT, help=tr("where it is, for example “tỉnh Thái Nguyên”")
)
@click.option(
    "--year",
    type=click.IntRange(2000, 2099),
    metavar=placeholders.NUMBER,
    help=tr("year of the plan (default: this year)"),
)
@as_of
@lang
def site(folder: Path, name: str, place: str, year: int | None, as_of: date | None) -> None:
    """Every file of a new site, in a folder that is empty or absent."""
    from site_gen.build import new_site
    from site_gen.build.request import today

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
    _write(folder, new_site.new_site(whose, place, year or day.year, day))
    # The site is built beside a folder named `content`, which is where every command looks for it.
    project = folder.parent if folder.resolve().name == "content" else folder
    if not (project / ".gitignore").exists() and not (folder.parent / "fleet.yml").exists():
        _write(project, {".gitignore": (new_site.DATA / "gitignore").read_text(encoding="utf-8")})
    _next_for_site(folder)


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
        click.echo(
            "  " + tr("add `{name}` under `sites` in {file}").format(name=folder.name, file=folder.parent / "fleet.yml")
        )
    click.echo(
        "  "
        + tr("read {file}, and put your own facts in {settings}").format(
            file=folder / "README.md", settings=folder / "site.yml"
        )
    )
    click.echo("  " + tr("see the site while you write: {command}").format(command=f"sitegen serve{source}"))


def _forms() -> dict[str, tuple[Kind, Form]]:
    """What can be begun: every form that no other one brings along."""
    from site_gen.build.forms import forms
    from site_gen.build.new_entry import together

    return {name: (kind, form) for name, (kind, form) in forms().items() if together(kind, form)[0] is form}


def _entry_command(kind: Kind, form: Form) -> click.Command:
    from site_gen.build.forms import form_label, form_name
    from site_gen.build.new_entry import parents_of

    name = form_name(kind, form)
    names = parents_of(kind, form)

    def begin(source: Path, title: str, as_of: date | None, **ids: str) -> None:
        _begin(kind, form, [ids[f"id_{n}".replace("-", "_")] for n in names], source, title, as_of)

    above = kind.label.upper().replace(" ", "_")  # what is there already, and what the entry belongs to
    metavars = [above, placeholders.ID][-len(names) :]
    arguments: list[click.Parameter] = [
        click.Argument([f"id_{n}"], metavar=metavar) for n, metavar in zip(names, metavars, strict=True)
    ]
    made = click.Command(
        name,
        callback=begin,
        options_metavar=placeholders.OPTIONS,
        params=arguments,
        short_help=form_label(kind, form),
        help=tr(
            "Begin an entry from its example: {label}. It is a draft until you delete the line `draft: có`."
        ).format(label=form_label(kind, form))
        + "\n\n"
        + tr("Example:")
        + "\n\n\b\n  "
        + EXAMPLES.get(name, f"sitegen new {' '.join([*names[:-1], name, 'id'])}"),
    )
    for option in (
        lang,
        as_of,
        click.option("--name", "title", default="", metavar=placeholders.TEXT, help=tr("what it is called")),
        click.option(
            "-s",
            "--source",
            type=click.Path(path_type=Path),
            default=Path("content"),
            metavar=placeholders.FOLDER,
            help=tr("the site's folder (default: content)"),
        ),
    ):
        made = option(made)
    return made


def _begin(kind: Kind, form: Form, ids: list[str], source: Path, title: str, as_of: date | None) -> None:
    from site_gen.build.new_entry import Asked, new_entry
    from site_gen.build.request import today

    _refuse_portal(source)
    for id in ids:
        _refuse_odd(id)
    day = today(as_of)
    _refuse_orphan(kind, form, ids, source)
    files = new_entry(Asked(kind, form, "/".join(ids), day, " ".join(title.split())), _catalog(source))
    for path in files:
        if (source / path).exists():
            refuse(tr("{path} exists already; nothing was written").format(path=source / path), tr("choose another id"))
    _write(source, files)
    click.echo(
        tr("It is a draft. Put your own content in, delete the line `draft: có`, then run: {command}").format(
            command="sitegen check" + ("" if source == Path("content") else f" -s {source}")
        )
    )


def _refuse_portal(source: Path) -> None:
    """A specimen goes into a site; in the folder of a portal the site must be named."""
    if (source / "site.yml").exists():
        return
    sites = sorted(p.parent.name for p in source.glob("*/site.yml"))
    if sites:
        refuse(
            tr("{folder} holds several sites: {sites}").format(folder=source, sites=", ".join(sites)),
            tr("say which one you mean, for example `-s {example}`").format(example=source / sites[0]),
        )
    refuse(
        tr("there is no site in `{folder}`").format(folder=source),
        tr("begin with `sitegen new site {folder}`, or name the site's folder with `-s`").format(folder=source),
    )


def _refuse_odd(id: str) -> None:
    from site_gen.base.vietnamese import slug

    if not re.fullmatch(r"[a-z0-9]+(?:[.-][a-z0-9]+)*", id) or len(id) > 80:
        hint = (
            tr("did you mean `{id}`?").format(id=slug(id)[:80])
            if slug(id)
            else tr("use small letters without marks, digits and `-`")
        )
        raise click.UsageError(tr("`{id}` cannot be an id; {hint}").format(id=id[:80], hint=hint))


def _refuse_orphan(kind: Kind, form: Form, ids: list[str], source: Path) -> None:
    """An entry below another one needs that one."""
    if len(ids) < 2:
        return
    above = kind.forms[0].pattern
    known = sorted(p.parent.name for p in source.glob(above))
    if ids[0] in known:
        return
    near = get_close_matches(ids[0], known, 1, 0.4)
    hint = (
        tr("did you mean `{id}`?").format(id=near[0])
        if near
        else tr("begin it with `{command}`").format(command=f"sitegen new {kind.name} {ids[0]}")
    )
    raise click.UsageError(tr("there is no {path}; {hint}").format(path=source / above.replace("*", ids[0]), hint=hint))


def _catalog(source: Path) -> Catalog | None:
    """What the site holds, as far as it can be read; its faults are the business of `check`."""
    from site_gen.build.gather import FORMS, naming
    from site_gen.reading.load import ParseCache, load

    return load(source, source.as_posix(), "", FORMS, naming, ParseCache()).catalog


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """New files only; one that is there already stays as it is."""
    for path, text in files.items():
        target = folder / path
        with writing(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                file = target.open("x", encoding="utf-8", newline="\n")
            except FileExistsError:
                continue
            with file:
                file.write(text)
        click.echo(str(target))

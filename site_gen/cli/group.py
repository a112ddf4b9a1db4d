"""The root command: knows its verbs by name and imports one only when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from site_gen import __version__
from site_gen.cli import usage
from site_gen.cli.language import tr

SHORT = {
    "new": "lay out a site, or add an entry to it",
    "check": "check the content, write nothing",
    "build": "check, then build the site",
    "serve": "preview the site while you write",
    "import": "turn a Word or Excel file into drafts",
    "doctor": "what a site still needs before it is published",
    "export": "print the configuration of a web server",
    "board": "print sheets for the notice board",
    "verify": "compare a published site with the publication log",
    "evidence": "pack the evidence for the assessor",
    "list": "what is late, due or missing",
    "explain": "explain a finding by its code",
    "schema": "JSON Schema of a content type, for editors",
    "version": "print the version",
}
VERBS = tuple(SHORT)


class Verbs(click.Group):
    """A group whose commands live in `cli/verb_<name>.py`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which an editor meets them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb, imported now."""
        if cmd_name not in VERBS:
            return None
        command = import_module(f"site_gen.cli.verb_{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """With "did you mean" for a mistyped verb."""
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            otherwise = tr("the commands are: {verbs}").format(verbs=", ".join(VERBS))
            hint = usage.suggestion(args[0], VERBS, otherwise)
            raise click.UsageError(tr("there is no command `{verb}`; {hint}").format(verb=args[0], hint=hint), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of verbs, without importing them."""
        with formatter.section(tr("Commands")):
            formatter.write_dl([(name, tr(SHORT[name])) for name in VERBS])


@click.group(
    cls=Verbs,
    options_metavar=usage.OPTIONS,
    subcommand_metavar=usage.COMMAND,
    help=usage.with_examples(
        tr("Publishes the reform plans and disclosures of a commune as a website."),
        "sitegen new site content",
        "sitegen serve",
        "sitegen build --strict",
    ),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    invoke_without_command=True,
)
@click.option("--version", is_flag=True, help=tr("print the version"))
@click.option("--lang", type=click.Choice(["vi", "en"]), help=tr("language of help and reports"))
@click.pass_context
def root(ctx: click.Context, version: bool, lang: str | None) -> None:
    """Without a verb, the help text above or the version; `--lang` is read by `language`."""
    if ctx.invoked_subcommand is None:
        click.echo(f"sitegen {__version__}" if version else ctx.get_help())
        ctx.exit(0 if version else 2)

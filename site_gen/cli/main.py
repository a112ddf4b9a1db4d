"""`sitegen`: finds the verb, runs it, and turns whatever happens into one of four exit codes.

0 clean · 1 findings at or above the fail level · 2 wrong usage · 3 our own failure.
"""

from __future__ import annotations

import gc
import os
import sys

SHORT = (["build"], ["check"])
"""Commands with much in memory and a short life."""


def program() -> None:
    """The process that `sitegen` and `python -m site_gen` are."""
    is_short = sys.argv[1:2] in SHORT
    if is_short:
        gc.disable()  # what a short life leaves behind goes with it; workers and the preview collect
    try:
        main()
    except SystemExit as end:
        if not is_short:
            raise
        from contextlib import suppress  # `--version` imports as little as it can

        with suppress(OSError):  # whoever read us had enough
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(end.code if isinstance(end.code, int) else 0)  # to take all apart would take a tenth of the time


def main() -> None:
    """The command that `sys.argv` names. `--version` answers before anything else is imported."""
    if sys.argv[1:] in (["--version"], ["version"]):
        from site_gen import __version__

        print(f"sitegen {__version__}")  # noqa: T201 — before click is imported
        return
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console may not be UTF-8
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(run())


def run() -> int:
    """Runs the command that `sys.argv` names; its exit code."""
    from site_gen.base.messages import WordsMissing
    from site_gen.cli.language import click_speaks

    try:
        with click_speaks():
            return _command()
    except WordsMissing as missing:  # there is nothing to say it in but this
        sys.stderr.write(f"{missing}\n")
        return 3


def _command() -> int:
    import click

    from site_gen.cli.group import root
    from site_gen.cli.language import tr

    try:
        code = root(prog_name="sitegen", standalone_mode=False)  # what a command gives to `Exit`, else None
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        command = context.command_path if context else "sitegen"
        click.echo(f"{tr('The command was not understood')}: {error.format_message()}", err=True)
        click.echo(tr("See `{command} --help`.").format(command=command), err=True)
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo(tr("Stopped. The old site is still in place."), err=True)
        return 130
    except BrokenPipeError:
        # whoever read us (head, less) had enough; nothing more can be said
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        return _our_fault(error)
    return code if isinstance(code, int) else 0


def _our_fault(error: Exception) -> int:
    """One kind sentence, and the traceback in a file."""
    import tempfile
    import traceback
    from pathlib import Path

    import click

    from site_gen.cli.language import tr
    from site_gen.outputs.writer.refused import OutputRefused

    if isinstance(error, OutputRefused):
        from site_gen.base.messages import say
        from site_gen.cli.language import language

        click.echo(f"{tr('error')}: {say(error.message, language())}", err=True)
        click.echo(f"  = {tr('how to fix it')}: {say(error.hint, language())}", err=True)
        return 2
    with tempfile.NamedTemporaryFile("w", prefix="sitegen-", suffix=".txt", delete=False, encoding="utf-8") as file:
        traceback.print_exc(file=file)
    click.echo(tr("sitegen itself has failed; your content is untouched and the old site is still in place."), err=True)
    click.echo(tr("Details are in {file}; please send them to the maintainers.").format(file=Path(file.name)), err=True)
    return 3


if __name__ == "__main__":
    program()

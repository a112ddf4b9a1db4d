"""`sitegen serve`: the site in a browser while it is being written."""

from __future__ import annotations

import hashlib
import signal
import sys
import time
from datetime import date
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import click

from site_gen.base.engine import PACKAGE
from site_gen.cli import options, report, usage
from site_gen.cli.language import language, restore_language, tr
from site_gen.pipeline.request import Request

if TYPE_CHECKING:
    from site_gen.cli.serving.builds import Result


@usage.verb(
    "serve",
    tr("Preview the site on this computer. Each save is built and shown at once; mistakes are shown with their place."),
    "sitegen serve --open",
    "sitegen serve -s content --port 8080",
)
@options.places
@options.destination(None, tr("folder of the preview (default: one of its own, never the published output)"))
@options.theme
@options.jobs
@click.option(
    "--host",
    default="127.0.0.1",
    metavar=usage.ADDRESS,
    help=tr("address of this computer to listen on (default: 127.0.0.1)"),
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    metavar=usage.NUMBER,
    help=tr("port to listen on (default: 8000; 0: any free one)"),
)
@click.option("--open", "open_", is_flag=True, help=tr("open the browser"))
@click.option("--dev", is_flag=True, help=tr("build again also when sitegen itself changes"))
def command(
    source: options.Source,
    destination: Path | None,
    theme: Path | None,
    jobs: int | None,
    host: str,
    port: int,
    open_: bool,
    dev: bool,
) -> None:
    """Runs until Ctrl-C, then exit 0."""
    from site_gen.cli.serving.address import listen
    from site_gen.cli.serving.builds import Builder
    from site_gen.outputs.writer.safety import check_folder

    request = source.request(destination or own_folder(source.folder, theme), theme=theme)
    check_folder(
        request.out, request.state, (source.folder,)
    )  # what is served must be ours before the first build says so
    listening = listen(host, port)
    from site_gen.cli.serving.server import Preview

    builder = Builder(build_options(request, source.as_of, jobs))
    preview = Preview(request, listening, builder, report_build, [PACKAGE] if dev else [])
    click.echo(tr("Building the preview of {folder} …").format(folder=request.shown), err=True)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a polite end is one, whoever asks for it
    try:
        built = preview.first_build()
        if preview.result.code > 1:
            click.echo(preview.result.trouble, err=True)
            raise click.exceptions.Exit(preview.result.code)
        report_build(preview.result, [])
        signal.signal(signal.SIGINT, preview.end_soon)  # as an exception it can be lost while the loop is set up
        click.echo(tr("Preview: {address} (Ctrl-C ends it)").format(address=preview.address))
        if open_:
            import webbrowser

            restore_language()  # a browser reads that variable, too
            Thread(target=webbrowser.open, args=(preview.address,), daemon=True).start()
        preview.run(built)
    except KeyboardInterrupt:
        pass
    finally:
        listening.close()
    if sys.stderr.isatty():
        click.echo(err=True)  # the shell's prompt begins on a line of its own


def own_folder(source: Path, theme: Path | None) -> Path:
    """Where a preview lives unless told otherwise: one folder for each content and theme, safe to delete."""
    key = hashlib.sha256(f"{source.resolve()}\0{theme.resolve() if theme else ''}".encode()).hexdigest()[:10]
    return Path(".sitegen") / "preview" / key / "site"


def build_options(request: Request, as_of: date | None, jobs: int | None) -> list[str]:
    """What a build of the preview is called with. Without `--as-of` each build takes the day on which it runs."""
    return [
        *("-s", str(request.source), "-d", str(request.out), "--lang", language(), "--allow-removals"),
        *(("--as-of", as_of.isoformat()) if as_of else ()),
        *(("--base-url", request.base_url) if request.base_url else ()),
        *(("--theme", str(request.theme)) if request.theme else ()),
        *(("--jobs", str(jobs)) if jobs else ()),
    ]


def report_build(result: Result, changed: list[str]) -> None:
    """One line for each build."""
    now = time.strftime("%H:%M:%S")
    click.echo(f"{now} {files(changed)}{outcome(result)}", err=True)


def files(changed: list[str]) -> str:
    """Which files were changed: the first and how many more."""
    if not changed:
        return ""
    try:
        first = Path(changed[0]).relative_to(Path.cwd()).as_posix()
    except ValueError:
        first = Path(changed[0]).as_posix()
    if len(changed) == 1:
        return f"{first}: "
    return tr("{file} and {count} more: ").format(file=first, count=len(changed) - 1)


def outcome(result: Result) -> str:
    """What came of a build, in one line."""
    if result.counts is None:
        return tr("the build failed: {reason}").format(reason=result.trouble.partition("\n")[0])
    summary = report.summary_of(result.counts, language())
    if result.built:
        return tr("built in {seconds} s; {summary}").format(seconds=usage.seconds(result.seconds), summary=summary)
    return tr("not built; {summary}; the browser shows what to fix").format(summary=summary)

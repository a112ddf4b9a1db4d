"""Options that several commands share, and what they become."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, Severity
from site_gen.base.messages import say
from site_gen.base.web_address import home_address, home_hint
from site_gen.cli import usage
from site_gen.cli.language import language, tr
from site_gen.outputs.writer.journal import recover
from site_gen.pipeline.request import Request, today

F = TypeVar("F", bound=Callable[..., Any])
FORMATS = ("full", "concise", "json", "github", "sarif")


class Day(click.ParamType[date]):
    """A date as officials write it, or ISO."""

    name = usage.DAY

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date, or a usage error that says how to write it."""
        if isinstance(value, date):
            return value
        text = str(value)
        parts = text.split("/")[::-1] if "/" in text else text.split("-")
        try:
            return date(*(int(p) for p in parts))
        except (ValueError, TypeError):
            message = tr("`{value}` is not a date; write it as 21/11/2026 or 2026-11-21").format(value=text)
            self.fail(message, param, ctx)


class Home(click.ParamType[str]):
    """The address at which a site is published; empty for none."""

    name = usage.URL

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The address as it is used, or a usage error that says how to write it."""
        home = home_address(str(value))
        if not str(value).strip() or home.fault is None:
            return home.address
        self.fail(f"{say(home.fault, language())}; {say(home_hint(home), language())}", param, ctx)


@dataclass(frozen=True, slots=True)
class Source:
    """The content that a command works on: its folder, the day, and the address given for it."""

    folder: Path
    as_of: date | None
    base_url: str

    def request(self, out: Path, fail: Severity = Severity.ERROR, *, writes: bool = True, **more: Any) -> Request:
        """What a build works from. Where it `writes`, what a killed build left half done in the output is settled first."""
        if not self.folder.is_dir():
            message = tr("there is no content folder `{folder}`; begin with `sitegen new site {folder}`")
            raise click.UsageError(message.format(folder=self.folder))
        asked = Request(self.folder, out, today(self.as_of), fail, self.base_url, **more)
        if (
            writes
        ):  # who only reads the content depends on no output: it may be locked, damaged or on a disk that is away
            recover(asked.out, asked.state)
        return asked


@dataclass(frozen=True, slots=True)
class Reporting:
    """How findings are reported, and which of them fail the command; the defaults print errors only."""

    fail: Severity = Severity.ERROR
    format: str = "full"
    output: Path | None = None
    quiet: bool = True
    verbose: bool = False

    @property
    def for_person(self) -> bool:
        """Whether a person reads the report, not a program."""
        return self.format in ("full", "concise")

    @property
    def least(self) -> Severity:
        """The least severity that is shown to a person."""
        return self.fail if self.quiet else Severity.INFO if self.verbose else Severity.WARNING

    def put(self, found: Sequence[Diagnostic]) -> None:
        """Print or write the report."""
        from site_gen.cli import report

        report.put(found, self.format, language(), self.output, self.least)


def _all(function: F, *options: Callable[[F], F]) -> F:
    for option in reversed(options):
        function = option(function)
    return function


lang = click.option(
    "--lang", type=click.Choice(["vi", "en"]), expose_value=False, help=tr("language of help and reports")
)
theme = click.option(
    "--theme",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar=usage.FOLDER,
    help=tr("folder of a theme of your own (default: `theme` in the content folder, where there is one)"),
)
jobs = click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    metavar=usage.NUMBER,
    help=tr("how many processes may render (default: all processors)"),
)


def source_folder(help: str) -> Callable[[F], F]:
    """`-s`."""
    folder = click.Path(path_type=Path)
    return click.option("-s", "--source", type=folder, default=Path("content"), metavar=usage.FOLDER, help=help)


def destination(default: str | None, help: str) -> Callable[[F], F]:
    """`-d`."""
    folder, given = click.Path(path_type=Path), Path(default) if default else None
    return click.option("-d", "--destination", type=folder, default=given, metavar=usage.FOLDER, help=help)


def output(help: str) -> Callable[[F], F]:
    """`-o`."""
    file = click.Path(path_type=Path, dir_okay=False)
    return click.option("-o", "--output", type=file, metavar=usage.FILE, help=help)


def format_of(help: str, *formats: str) -> Callable[[F], F]:
    """`--format`, of which the first is the default."""
    return click.option("--format", "format_", type=click.Choice(formats), default=formats[0], help=help)


def places(function: Callable[..., Any]) -> Callable[..., Any]:
    """`-s`, `--as-of`, `--base-url` and `--lang`; the function is given a `Source`."""

    @wraps(function)
    def collected(source: Path, as_of: date | None, base_url: str, **more: Any) -> Any:
        return function(source=Source(source, as_of, base_url), **more)

    return _all(
        collected,
        source_folder(tr("content folder (default: content)")),
        click.option("--as-of", type=Day(), help=tr("the day of building (default: SOURCE_DATE_EPOCH, else today)")),
        click.option(
            "--base-url",
            type=Home(),
            default="",
            metavar=usage.URL,
            help=tr("the address at which the site will be published"),
        ),
        lang,
    )


def reporting(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--strict`, `--fail-level`, `--format`, `-o`, `-q` and `-v`; the function is given a `Reporting`."""

    @wraps(function)
    def collected(
        strict: bool, fail_level: str, format_: str, output: Path | None, quiet: bool, verbose: bool, **more: Any
    ) -> Any:
        fail = Severity.WARNING if strict and fail_level == "error" else Severity[fail_level.upper()]
        return function(reporting=Reporting(fail, format_, output, quiet, verbose), **more)

    return _all(
        collected,
        click.option("--strict", is_flag=True, help=tr("fail on warnings, too")),
        click.option(
            "--fail-level",
            type=click.Choice(["error", "warning", "info"]),
            default="error",
            help=tr("the least severity that fails (default: error)"),
        ),
        format_of(tr("form of the report (default: full)"), *FORMATS),
        output(tr("write the report to this file")),
        click.option("-q", "--quiet", is_flag=True, help=tr("print only what fails")),
        click.option("-v", "--verbose", is_flag=True, help=tr("print information, too")),
    )


def processors() -> int:
    """How many processes may render: all processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS, Windows
        return os.cpu_count() or 1

"""Options that several verbs share, and what they become."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import say
from site_gen.base.web_address import home_address, home_hint
from site_gen.cli import placeholders
from site_gen.cli.language import language, tr
from site_gen.outputs.writer.journal import recover
from site_gen.pipeline.request import Request, today

F = TypeVar("F", bound=Callable[..., Any])
FORMATS = ("full", "concise", "json", "github", "sarif")


class Day(click.ParamType[date]):
    """A date as officials write it, or ISO."""

    name = placeholders.DAY

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date, or a usage error that says how to write it."""
        if isinstance(value, date):
            return value
        text = str(value)
        parts = text.split("/")[::-1] if "/" in text else text.split("-")
        try:
            return date(*(int(p) for p in parts))
        except (ValueError, TypeError):
            self.fail(
                tr("`{value}` is not a date; write it as 21/11/2026 or 2026-11-21").format(value=text), param, ctx
            )


class Home(click.ParamType[str]):
    """The address at which a site is published; empty for none."""

    name = placeholders.URL

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The address as it is used, or a usage error that says how to write it."""
        home = home_address(str(value))
        if not str(value).strip() or home.fault is None:
            return home.address
        self.fail(f"{say(home.fault, language())}; {say(home_hint(home), language())}", param, ctx)


def places(function: F) -> F:
    """`-s`, `--as-of`, `--base-url`."""
    for option in reversed(
        (
            click.option(
                "-s",
                "--source",
                type=click.Path(path_type=Path),
                default=Path("content"),
                metavar=placeholders.FOLDER,
                help=tr("content folder (default: content)"),
            ),
            click.option(
                "--as-of", type=Day(), help=tr("the day of building (default: SOURCE_DATE_EPOCH, else today)")
            ),
            click.option(
                "--base-url",
                type=Home(),
                default="",
                metavar=placeholders.URL,
                help=tr("the address at which the site will be published"),
            ),
            click.option("--lang", type=click.Choice(["vi", "en"]), help=tr("language of help and reports")),
        )
    ):
        function = option(function)
    return function


def reporting(function: F) -> F:
    """`--strict`, `--fail-level`, `--format`, `-o`, `-q`, `-v`."""
    for option in reversed(
        (
            click.option("--strict", is_flag=True, help=tr("warnings fail, too")),
            click.option(
                "--fail-level",
                type=click.Choice(["error", "warning", "info"]),
                default="error",
                help=tr("the least severity that fails (default: error)"),
            ),
            click.option(
                "--format",
                "format_",
                type=click.Choice(FORMATS),
                default="full",
                help=tr("form of the report (default: full)"),
            ),
            click.option(
                "-o",
                "--output",
                type=click.Path(path_type=Path, dir_okay=False),
                metavar=placeholders.FILE,
                help=tr("write the report to this file"),
            ),
            click.option("-q", "--quiet", is_flag=True, help=tr("print only what fails")),
            click.option("-v", "--verbose", is_flag=True, help=tr("print information, too")),
        )
    ):
        function = option(function)
    return function


def level(strict: bool, fail_level: str) -> Severity:
    """The severity at which a run fails."""
    return Severity.WARNING if strict and fail_level == "error" else Severity[fail_level.upper()]


def request(
    source: Path,
    out: Path,
    as_of: date | None,
    base_url: str,
    fail: Severity = Severity.ERROR,
    *,
    writes: bool = True,
    **more: Any,
) -> Request:
    """The values a build works from. Where it `writes`, what a killed build left half done in the output is settled first."""
    if not source.is_dir():
        raise click.UsageError(
            tr("there is no content folder `{folder}`; begin with `sitegen new site {folder}`").format(folder=source)
        )
    asked = Request(source, out, today(as_of), fail, base_url, **more)
    if (
        writes
    ):  # whoever only reads the content depends on no output: it may be locked, damaged or on a disk that is away
        recover(asked.out, asked.state)
    return asked


def processors() -> int:
    """How many processes may render: all processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS, Windows
        return os.cpu_count() or 1

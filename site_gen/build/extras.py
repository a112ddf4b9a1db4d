"""Settings that need a library which is not installed: said at their line, before anything is built."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

from site_gen.base.diagnostics import Diagnostic, Severity
from site_gen.base.messages import msg
from site_gen.model.entry import Places
from site_gen.model.settings import Site

CODE = "SITE004"


def lacking(site: Site, places: Places) -> Iterator[Diagnostic]:
    """An error for each setting that asks for an extra which this machine lacks."""
    if site.open_data.xlsx and find_spec("xlsxwriter") is None:
        message = msg("workbooks for Excel are asked for, and the library that writes them is not installed")
        hint = msg('install it with `pip install "sitegen[xlsx]"`, or delete `xlsx` under `open_data`')
        yield Diagnostic(CODE, Severity.ERROR, message, places.at(("open_data", "xlsx")), hint)

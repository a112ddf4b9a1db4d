"""Which sitegen this is: what was made by another one is never reused."""

from __future__ import annotations

import hashlib
import os
import sys
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import site_gen
from site_gen.base.stamps import stamps

PACKAGE = Path(site_gen.__file__).parent

LIBRARIES = (
    "PIL", "jinja2", "markdown_it", "markupsafe", "mdurl", "pydantic", "pydantic_core", "pypdf", "xlsxwriter", "yaml",
)  # fmt: skip  # names of a list, read as a paragraph
"""Libraries that the bytes of a page or a workbook, or what is known of an attachment, depend on."""


@lru_cache(maxsize=1)
def engine() -> str:
    """Version and state of the package's own files, so that a developer's edit counts as another engine.

    With them the Python and the libraries it runs on: another release of one may write other bytes.
    """
    files = sorted(
        (p.removeprefix(str(PACKAGE)), s[:2])
        for p, s in stamps([PACKAGE]).items()
        if p.endswith((".py", ".mo", ".yml"))
    )
    state = repr((files, sys.version, [_library(name) for name in LIBRARIES]))
    return site_gen.__version__ + "+" + hashlib.sha256(state.encode()).hexdigest()[:12]


def _library(name: str) -> tuple[str, int, int]:
    """The state of a library's first file, found without importing it."""
    spec = find_spec(name)
    try:
        seen = os.stat(spec.origin) if spec and spec.origin else None  # noqa: PTH116 — a string at hand
    except OSError:
        seen = None
    return (name, seen.st_size, seen.st_mtime_ns) if seen else (name, 0, 0)

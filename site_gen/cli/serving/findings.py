"""The page that is shown instead of every other one while content has errors: each finding with its place and its line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from site_gen.base.dataclass import dataclass
from site_gen.base.messages import catalogue
from site_gen.base.plain_text import normalise
from site_gen.base.theme import Theme
from site_gen.cli.serving.builds import Result

HERE = Path(__file__).parent
MOST = 200
"""So many findings are shown in full; nobody fixes more at one sitting."""
LARGEST = 4 << 20
"""Bytes of a file up to which its lines are shown."""
ROUND = 1
"""Lines shown before and after the one a finding speaks of."""
WIDTH = 160
"""Characters of a line that are shown, around the place."""
ORDER = ("error", "warning", "info")
QUOTED = re.compile(r"`([^`]+)`")
WORD = re.compile(r"\"[^\"]*\"?|'[^']*'?|[^\s:,]+|.")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a content file, cut in three: before the place, the place, after it."""

    number: int
    before: str
    place: str = ""
    after: str = ""


def page(result: Result, language: str, roots: Sequence[Path], host: str) -> bytes:
    """The findings of `result` as a page, gravest first. Paths that are not found as they are lie below `roots`."""
    items = sorted(result.items, key=lambda item: ORDER.index(item["severity"]))
    shown = [{**item, "rows": excerpt(item, roots)} for item in items[:MOST]]
    html = template(language, "findings.html").render(
        language=language,
        host=host,
        result=result,
        counts=result.counts or dict.fromkeys(ORDER, 0),
        grave=[item for item in shown if item["severity"] == "error"],
        others=[item for item in shown if item["severity"] != "error"],
        more=len(items) - len(shown),
    )
    return html.encode()


def style(theme: Theme) -> bytes:
    """The theme's own sheet, and what only this page needs."""
    from site_gen.outputs.assets import bundle

    return bundle(theme) + (HERE / "findings.css").read_bytes()


def excerpt(item: dict[str, Any], roots: Sequence[Path]) -> list[Row]:
    """The line a finding speaks of and its neighbours; nothing where the file cannot be shown."""
    number, column = int(item["line"]), int(item["column"])
    rows = _lines(str(item["path"]), roots)
    if not 0 < number <= len(rows):
        return []
    first = max(number - ROUND, 1)
    near = rows[first - 1 : number + ROUND]
    if number < first + len(near) - 1 == len(rows) and not near[-1]:
        near.pop()  # what stands after the last line end is no line
    return [_row(n, text, column if n == number else 0) for n, text in enumerate(near, first)]


def _row(number: int, text: str, column: int) -> Row:
    text = text.replace("\t", "→")
    start = min(max(column - 1, 0), len(text))
    cut = max(0, min(start - WIDTH // 4, len(text) - WIDTH))
    left, right = "…" * bool(cut), "…" * (cut + WIDTH < len(text))
    end = cut + WIDTH
    if not column:
        return Row(number, left + text[cut:end] + right)
    word = WORD.match(text, start, end)
    stop = word.end() if word else start
    return Row(number, left + text[cut:start], text[start:stop], text[stop:end] + right)


def _lines(path: str, roots: Sequence[Path]) -> list[str]:
    for file in (Path(path), *(root / path for root in roots)):
        try:
            if file.is_file() and file.stat().st_size < LARGEST:
                return normalise(file.read_bytes().decode("utf-8-sig", "replace")).split("\n")
        except (OSError, ValueError):
            continue
    return []


def _code(text: str) -> Markup:
    """What a message sets in backticks, as code."""
    return Markup(QUOTED.sub(r"<code>\1</code>", str(escape(text))))


@lru_cache(maxsize=4)
def template(language: str, name: str) -> Template:
    """A page of the preview's own."""
    environment = Environment(
        loader=FileSystemLoader(HERE),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.filters["code"] = _code
    words = catalogue(language)
    environment.install_gettext_callables(words.gettext, words.ngettext, newstyle=True)  # type: ignore[attr-defined]  # added by the extension
    return environment.get_template(name)

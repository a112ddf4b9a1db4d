"""A theme of one's own: whether each of its files does something, and whether its templates can be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

from jinja2 import TemplateSyntaxError

from site_gen.base.diagnostics import Diagnostic, Severity, Span
from site_gen.base.messages import msg
from site_gen.base.theme import Theme
from site_gen.joined import codes
from site_gen.kinds import KINDS
from site_gen.reading.site_files import is_ignored
from site_gen.render.environment import BELOW
from site_gen.render.fault import FAULT, shown_file
from site_gen.render.html import templates

NEAR = 0.8
"""From this likeness on (0 to 1) one name is taken for a slip of another."""
_ADDED = re.compile(r"styles/[^/]+\.css|scripts/search/[^/]+\.js")
"""What counts by lying in its folder, whatever its name."""
_NOTES = re.compile(r"[^/]+\.(?:md|txt)|components/[^/]+/examples\.json|board/fonts/[^/]+\.(?:ttf|otf|txt)")
"""What says something of the theme, and fonts, which are found by the names in them."""
_SPEAKING = {".html", ".css", ".js", ".typ"}


def judge_theme(theme: Theme, language: str) -> Iterator[Diagnostic]:
    """What is wrong with the files of a theme that are not shipped; `language` is one that its templates speak."""
    for folder in theme.folders[:-1]:
        yield from _Own(folder, theme, language).faults()


class _Own:
    """One folder above the shipped theme."""

    def __init__(self, folder: Path, theme: Theme, language: str) -> None:
        self.folder, self.theme, self.language = folder, theme, language
        self.names = sorted(_names(folder))

    def faults(self) -> Iterator[Diagnostic]:
        for name in self.names:
            at = Span(shown_file(str(self.folder / name)))
            near = next(iter(get_close_matches(name, self.shipped, 1, NEAR)), "")
            if name not in self.shipped and not self._is_used(name):
                message = msg("the theme's file `{name}` replaces nothing, and nothing uses it", name=name)
                hint = (
                    msg("did you mean `{path}`?", path=near)
                    if near
                    else msg("name it in another file of the theme, or delete it")
                )
                yield Diagnostic(codes.UNUSED_FILE, Severity.WARNING, message, at, hint)
            elif name not in self.shipped and near and _ADDED.fullmatch(name):
                message = msg("the theme's file `{name}` is added, and `{path}` stays as it is", name=name, path=near)
                hint = msg(
                    "to replace it, rename it to `{path}`; to add it, choose another name, such as `95-own.css`",
                    path=near,
                )
                yield Diagnostic(codes.NEARLY_SHIPPED, Severity.WARNING, message, at, hint)
            if name.endswith(".html"):
                yield from self._template_faults(name, at)

    @cached_property
    def shipped(self) -> frozenset[str]:
        """The names of files that may be replaced."""
        kinds = ((f"{kind.name}/", kind.folder / "templates") for kind in KINDS)
        return frozenset(
            prefix + name for prefix, folder in [("", self.theme.folders[-1]), *kinds] for name in _names(folder)
        )

    @cached_property
    def _texts(self) -> dict[str, str]:
        """What the theme's own files say, by name."""
        speaking = (name for name in self.names if Path(name).suffix in _SPEAKING)
        return {name: (self.folder / name).read_text(encoding="utf-8", errors="replace") for name in speaking}

    def _is_used(self, name: str) -> bool:
        if _ADDED.fullmatch(name) or _NOTES.fullmatch(name):
            return True
        first, _, rest = name.partition("/")
        named = {"assets": rest, "board": rest, "scripts": rest.partition("/")[0] + ".js"}.get(first, name)
        if first == "components" and name.endswith("/style.css"):  # dresses a macro of its own
            named = name.removesuffix("style.css") + "macro.html"
        return any(named in text for other, text in self._texts.items() if other != name)

    def _template_faults(self, name: str, at: Span) -> Iterator[Diagnostic]:
        own = templates(self.theme, self.language)
        try:
            own.environment.parse(own.environment.loader.get_source(own.environment, name)[0], name)  # type: ignore[union-attr]  # it has one
        except TemplateSyntaxError as error:
            message = msg("the template cannot be read: {reason}", reason=str(error.message))
            yield Diagnostic(FAULT, Severity.ERROR, message, Span(at.path, error.lineno))
            return
        for other in own.named_in(name):
            if other.removeprefix(f"{BELOW}/") not in self.shipped and other not in self.names:
                message = msg("there is no template `{name}`, which {url} needs", name=other, url=name)
                near = next(iter(get_close_matches(other, [*self.shipped, *self.names], 1, NEAR)), "")
                hint = (
                    msg("did you mean `{path}`?", path=near)
                    if near
                    else msg("add it to the theme, or correct the name")
                )
                yield Diagnostic(FAULT, Severity.ERROR, message, at, hint)


def _names(folder: Path) -> Iterable[str]:
    """The files below a folder by their path from it, without what editors and systems leave."""
    for path in folder.rglob("*"):
        parts = path.relative_to(folder).parts
        if path.is_file() and not any(part.startswith(".") for part in parts) and not is_ignored(path.name):
            yield "/".join(parts)

"""Templates: the theme first, then each kind's own folder; strict about names, escaped, closed to the outside."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Callable, Iterable, MutableMapping
from contextlib import suppress
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    nodes,
    pass_context,
)
from jinja2.runtime import Context
from markupsafe import Markup

from site_gen.base.messages import catalogue
from site_gen.base.theme import Theme
from site_gen.base.vietnamese import show_date
from site_gen.kinds import KINDS
from site_gen.pages.charts.timeline import along
from site_gen.render import markdown
from site_gen.render.compiled import CompiledTemplates
from site_gen.render.constant_words import Words
from site_gen.render.labels import label
from site_gen.render.telephone import dialled


def relative(target: str, page: str) -> str:
    """The address of `target` (from the site's root) as seen from `page`; foreign addresses stay."""
    return _seen_from(page.rpartition("/")[0], target)


@lru_cache(maxsize=10_000)
def _seen_from(folder: str, target: str) -> str:
    """The address as pages of a folder see it; the menu's are asked for by every page."""
    if not target or target.startswith(("http:", "https:", "mailto:", "tel:", "#", "data:")):
        return target
    path, mark, fragment = target.partition("#")
    path = path.lstrip("/")
    if not path:
        return mark + fragment
    return _way(path, folder) + mark + fragment


def _way(path: str, folder: str) -> str:
    """The way from `folder` to `path`. (`posixpath.relpath` asks for the working folder, and depends on it.)"""
    here, there = folder.split("/") if folder else [], posixpath.normpath(path).split("/")
    while here and len(there) > 1 and here[0] == there[0]:
        here, there = here[1:], there[1:]
    return "../" * len(here) + "/".join(there)


SAMPLE = "sample data"
_MARKED = re.compile("\ufdd0([^\ufdd0\ufdd1]*)\ufdd1")


def mark(target: str) -> str:
    """An address inside the site, marked until it is known from which page it is seen.

    Marking keeps macros free of the page they are used on, so that Jinja compiles and imports each
    of them once. The two marks are noncharacters, which Unicode keeps free for such inner use.
    """
    return f"\ufdd0{target}\ufdd1"


def settle(html: str, page: str, root: str = "") -> str:
    """`html` with every marked address made relative to `page`, or put below `root` where the page may be shown anywhere."""
    if root:
        return _MARKED.sub(lambda hit: _below(root, hit[1]), html)
    folder = page.rpartition("/")[0]
    return _MARKED.sub(lambda hit: _seen_from(folder, hit[1]), html)


def _below(root: str, target: str) -> str:
    inside = relative(target, "")
    return root + inside if inside == target.lstrip("/") and target else inside


def _date(day: date | None) -> str:
    """A day as citizens read it, `05/01/2023`; nothing where there is none."""
    return show_date(day) if day else ""


@pass_context
def _markdown(context: Context, text: str) -> Markup:
    """Texts of one page share its headings' ids, so that no two are the same."""
    site = context.get("site") or {}
    return Markup(markdown.render(text, mark, context.get("headings"), site.get("pictures")))


@pass_context
def _picture(context: Context, path: str, alt: str, most: int = 0) -> Markup:
    """A picture of the site in its own proportion, at most `most` points wide, loaded when it comes into sight."""
    width, height = (context.get("site") or {}).get("pictures", {}).get(path, (0, 0))
    if most and width > most:
        width, height = most, round(height * most / width)
    size = Markup(' width="{}" height="{}"').format(width, height) if width else ""
    return Markup('<img src="{}" alt="{}"{} loading="lazy" decoding="async">').format(mark(path), alt, size)


def _short(text: str, most: int = 120) -> str:
    """Text cut at a word, for titles of tabs and descriptions."""
    return text if len(text) <= most else text[: text.rfind(" ", 0, most)] + "…"


# Tags that name templates, and what they name where it is written out. Parsing would take a hundred times as long.
_NAMING = re.compile(r"{%[-+]?\s*(?:extends|include|import|from)\b(.*?)[-+]?%}", re.DOTALL)
_QUOTED = r"""(?:"[^"]*"|'[^']*')"""
_WRITTEN = re.compile(
    rf"\s*(?:{_QUOTED}|[\[(]\s*{_QUOTED}(?:\s*,\s*{_QUOTED})*\s*,?\s*[\])])\s*(?:$|(?:ignore|with|without|import|as)\b)"
)


_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


class Folder(FileSystemLoader):
    """Templates of one folder, without the indents that only people need. One that is not UTF-8 is a fault of that file."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Text, file, and whether it is still the same."""
        try:
            text, file, uptodate = super().get_source(environment, template)
        except UnicodeDecodeError as error:
            file = next(path for folder in self.searchpath if (path := f"{folder}/{template}") and Path(path).is_file())
            line = error.object.count(b"\n", 0, error.start) + 1
            raise TemplateSyntaxError("the file is not UTF-8 text", line, template, file) from None
        return _INDENT.sub("", text), file, uptodate


class _Environment(Environment):
    """Jinja's, but that a template's constant words are answered when it is compiled, and that its globals do not change."""

    words: Words

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        return super()._generate(self.words.visit(source), name, filename, defer_init)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """One plain mapping: Jinja looks through it with every import of every page."""
        return {**self.globals, **(d or {})}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The same as ever; a value of a dict is found without first failing to be an attribute."""
        if type(obj) is dict and attribute in obj and attribute not in _OF_EVERY_DICT:
            return obj[attribute]
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return super().getattr(obj, attribute)


_OF_EVERY_DICT = frozenset(dir(dict))


BELOW = "shipped"
"""Before the name of a template: the shipped one, though the theme has one of that name of its own."""


class Templates:
    """The environment for one language and theme, with the digest of each template and all it includes."""

    def __init__(self, theme: Theme, language: str, kept: tuple[Path, str] | None = None) -> None:
        """The environment of a theme in a language.

        Args:
            theme: Where its templates are.
            language: Of the templates' own words.
            kept: Where compiled templates are kept, and what made them.
        """
        self.folders = (*theme.folders, *dict.fromkeys(kind.folder.parent for kind in KINDS))
        kinds = PrefixLoader({kind.name: Folder(kind.folder / "templates") for kind in KINDS})
        *own, shipped = (Folder(folder) for folder in theme.folders)
        # A template of one's own may extend the one that it replaces.
        below = [PrefixLoader({BELOW: ChoiceLoader([shipped, kinds])})] if own else []
        loader = ChoiceLoader([*own, shipped, kinds, *below])
        self.environment = _Environment(
            loader=loader,
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
            auto_reload=False,
            bytecode_cache=CompiledTemplates(kept[0] / language, f"{kept[1]} {language}") if kept else None,
            cache_size=-1,  # all of them; a limit would be looked after with every import
        )
        words = catalogue(language)
        self.environment.install_gettext_callables(words.gettext, words.ngettext, newstyle=True)  # type: ignore[attr-defined]  # added by the extension
        self.environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
        called = partial(label, language=language)
        self.environment.globals["label"] = called
        self.environment.words = Words(words.gettext, called)
        self.environment.filters |= {
            "along": along,
            "date": _date,
            "href": mark,
            "markdown": _markdown,
            "phone": dialled,
            "picture": _picture,
            "short": _short,
        }

        self.sample_mark = f'<b class="tag">{words.gettext(SAMPLE)}</b>'
        """What templates put beside invented data."""

        self._sources: dict[str, str] = {}
        self._digests: dict[tuple[str, ...], str] = {}

    def compile(self, name: str) -> None:
        """Makes the template ready; a fault in it waits for the page that needs it."""
        with suppress(TemplateError, OSError):
            self.environment.get_template(name)

    def digest(self, names: Iterable[str]) -> str:
        """One digest over the given templates and everything they extend, include or import.

        A template that is missing or faulty has a digest too: the page that needs it is then stale,
        and says what is wrong when it is rendered.
        """
        key = tuple(names)
        if key not in self._digests:
            text = "".join(f"{name}\0{self._source(name)}\0" for name in sorted(self.closure(key)))
            self._digests[key] = hashlib.sha256(text.encode()).hexdigest()
        return self._digests[key]

    def closure(self, names: Iterable[str]) -> set[str]:
        """The given templates and every one that they name, directly or not.

        A page lists the templates of its panels in `Page.templates`; where any other name is computed,
        it may be every template.
        """
        found: set[str] = set()
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += self.named_in(name)
        return found

    def named_in(self, name: str) -> list[str]:
        """The templates that one names itself."""
        return [other for tag in _NAMING.findall(self._source(name)) for other in self._named(tag)]

    def _named(self, tag: str) -> list[str]:
        if written := _WRITTEN.match(tag):
            return [quoted[1:-1] for quoted in re.findall(_QUOTED, written[0])]
        if tag.split()[:1] == ["panel.template"]:
            return []
        return self.environment.list_templates(filter_func=lambda name: not name.endswith((".py", ".pyc")))

    def current(self) -> bool:
        """Whether every template that was asked for is still what it was then."""
        return all(self._read(name) == text for name, text in self._sources.items())

    def _source(self, name: str) -> str:
        if name not in self._sources:
            self._sources[name] = self._read(name)
        return self._sources[name]

    def _read(self, name: str) -> str:
        loader = self.environment.loader
        assert loader is not None
        try:
            return loader.get_source(self.environment, name)[0]
        except (TemplateError, OSError) as error:
            return f"{type(error).__name__}: {error}"

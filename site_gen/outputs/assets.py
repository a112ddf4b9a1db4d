"""Theme assets under names that change with their content, and the attachments of each site."""

from __future__ import annotations

import re

import rcssmin
import rjsmin

from site_gen.base.fingerprint import fingerprint
from site_gen.base.messages import msg, say
from site_gen.base.theme import Theme
from site_gen.model.settings import Language
from site_gen.pages.page import Artifact

AFTER_COMPONENTS = "styles/90"
"""Sheets from this name on may change what components say: paper, and what a theme of one's own adds at the end."""

ACCENT = "#9b1c1f"
"""The colour of the shipped theme, for which an authority may give its own."""


def fingerprinted(theme: Theme) -> tuple[tuple[Artifact, ...], dict[str, str]]:
    """The theme's `assets/`, and which name each of them now bears.

    Style sheets refer to other assets by their plain name; the reference is rewritten, so that a
    changed font changes the style sheet's name too.
    """
    made = {"site.css": bundle(theme), **scripts(theme)}
    files = theme.files("assets/**/*")
    names: dict[str, str] = {}
    out: list[Artifact] = []
    kept = ((name.removeprefix("assets/"), path.read_bytes()) for name, path in files.items())
    for plain, data in [*kept, *made.items()]:
        if plain == "site.css":
            data = _rewrite(data.decode("utf-8", "surrogateescape"), names).encode("utf-8", "surrogateescape")
        stem, _, ending = plain.rpartition(".")
        names[plain] = f"assets/{stem}.{fingerprint(data)}.{ending}"
        out.append(Artifact(names[plain], data))
    return tuple(out), names


def icon(drawn: bytes, accent: str) -> Artifact:
    """The shipped picture for the browser's tab in the authority's colour."""
    data = drawn.replace(ACCENT.encode(), accent.encode())
    return Artifact(f"assets/icon.{fingerprint(data)}.svg", data)


def accent_sheet(accent: str, illustration: bool = False) -> Artifact:
    """The authority's colour as a style sheet of its own: the content policy forbids inline style.

    The sheets of an illustration also say on paper what they are, each in the language of its page.
    """
    note = msg("Illustration, not a document of the authority.")
    notes = [f':root:lang({lang}){{--sheet-note:"{say(note, lang)}"}}' for lang in Language] if illustration else []
    css = "".join([f":root{{--accent:{accent}}}", *notes, "\n"]).encode()
    return Artifact(f"assets/accent.{fingerprint(css)}.css", css)


def bundle(theme: Theme) -> bytes:
    """One small style sheet: the theme's `styles/` in order of name, with those of the components before `AFTER_COMPONENTS`."""
    styles, components = theme.files("styles/*.css"), theme.files("components/*/style.css")
    before = [path for name, path in styles.items() if name < AFTER_COMPONENTS]
    after = [path for name, path in styles.items() if name >= AFTER_COMPONENTS]
    return minified(b"\n".join(path.read_bytes() for path in [*before, *components.values(), *after]))


def minified(css: bytes) -> bytes:
    """`css` without comments and needless blanks; what it says stays the same, broken rules too.

    Given as bytes, because rcssmin crashes on a text that stands for broken UTF-8.
    """
    small: bytes = rcssmin.cssmin(css)
    return small + b"\n"


def scripts(theme: Theme) -> dict[str, bytes]:
    """One script for each folder in the theme's `scripts/`: its parts in order of name, without comments and needless blanks."""
    made: dict[str, bytes] = {}
    for name, path in theme.files("scripts/*/*.js").items():
        script = name.split("/")[1] + ".js"
        made[script] = made.get(script, b"") + path.read_bytes() + b"\n"
    return {script: rjsmin.jsmin(text) + b"\n" for script, text in made.items()}


def _rewrite(css: str, names: dict[str, str]) -> str:
    def swap(hit: re.Match[str]) -> str:
        name = hit[1].strip("'\"")
        return f"url({names[name].removeprefix('assets/')})" if name in names else hit[0]

    return re.sub(r"url\(([^)]+)\)", swap, css)

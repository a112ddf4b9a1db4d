"""Theme assets under names that change with their content, and the attachments of each site."""

from __future__ import annotations

import re
from pathlib import Path

import rcssmin

from site_gen.base.fingerprint import fingerprint
from site_gen.pages.page import Artifact


def fingerprinted(theme: Path) -> tuple[tuple[Artifact, ...], dict[str, str]]:
    """The theme's `assets/`, and which name each of them now bears.

    Style sheets refer to other assets by their plain name; the reference is rewritten, so that a
    changed font changes the style sheet's name too.
    """
    folder = theme / "assets"
    made = {"site.css": bundle(theme), **scripts(theme)}
    files = sorted(p for p in folder.rglob("*") if p.is_file() and not p.name.startswith("."))
    names: dict[str, str] = {}
    out: list[Artifact] = []
    for plain, data in [*((p.relative_to(folder).as_posix(), p.read_bytes()) for p in files), *made.items()]:
        if plain == "site.css":
            data = _rewrite(data.decode("utf-8", "surrogateescape"), names).encode("utf-8", "surrogateescape")
        stem, _, ending = plain.rpartition(".")
        names[plain] = f"assets/{stem}.{fingerprint(data)}.{ending}"
        out.append(Artifact(names[plain], data))
    return tuple(out), names


def bundle(theme: Path) -> bytes:
    """One small style sheet: the theme's `styles/` in order of name, each component's own before the last of them."""
    styles = sorted((theme / "styles").glob("*.css"))
    components = sorted((theme / "components").glob("*/style.css"))
    return minified(b"\n".join(path.read_bytes() for path in [*styles[:-1], *components, *styles[-1:]]))


def minified(css: bytes) -> bytes:
    """`css` without comments and needless blanks; what it says stays the same, broken rules too.

    Given as bytes, because rcssmin crashes on a text that stands for broken UTF-8.
    """
    small: bytes = rcssmin.cssmin(css)
    return small + b"\n"


def scripts(theme: Path) -> dict[str, bytes]:
    """One script for each folder in the theme's `scripts/`: its parts in order of name, without comments in lines of their own and
    without what lines are indented by."""
    folders = sorted(p for p in (theme / "scripts").glob("*") if p.is_dir())
    return {
        f"{folder.name}.js": b"".join(_without_comments(path.read_bytes()) for path in sorted(folder.glob("*.js")))
        for folder in folders
    }


def _without_comments(script: bytes) -> bytes:
    lines = (line.strip() for line in script.splitlines() if line.strip() and not line.lstrip().startswith(b"//"))
    return b"".join(line + b"\n" for line in lines)


def _rewrite(css: str, names: dict[str, str]) -> str:
    def swap(hit: re.Match[str]) -> str:
        name = hit[1].strip("'\"")
        return f"url({names[name].removeprefix('assets/')})" if name in names else hit[0]

    return re.sub(r"url\(([^)]+)\)", swap, css)

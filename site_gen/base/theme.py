"""A theme: the shipped folder, and above it one of your own, of which each file replaces the shipped one of its name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from site_gen.base.dataclass import dataclass

SHIPPED = "default"
"""The name of the theme that comes along."""
THEME_FOLDER = "theme"
"""Where the content may hold a theme of its own: beside `site.yml`, or beside `fleet.yml` for all sites of a portal."""


@dataclass(frozen=True)
class Theme:
    """Folders laid over each other.

    Attributes:
        folders: Where its files lie; of two files with one name the first folder's counts.
    """

    folders: tuple[Path, ...]

    def file(self, name: str) -> Path | None:
        """The file of a name, `board/plan.typ`; None where no folder has it."""
        return next((path for folder in self.folders if (path := folder / name).is_file()), None)

    def files(self, pattern: str) -> dict[str, Path]:
        """The files whose names match a pattern, `styles/*.css`, in order of name; hidden ones are nobody's."""
        found: dict[str, Path] = {}
        for folder in reversed(self.folders):
            for path in folder.glob(pattern):
                if path.is_file() and not path.name.startswith("."):
                    found[path.relative_to(folder).as_posix()] = path
        return {name: found[name] for name in sorted(found, key=lambda name: name.split("/"))}


@cache
def theme_of(own: Path | None = None) -> Theme:
    """The shipped theme, with a folder of one's own laid over it."""
    shipped = themes_dir() / SHIPPED
    return Theme((own, shipped) if own is not None else (shipped,))


def themes_dir() -> Path:
    """Where the shipped themes are: inside the installed package, or beside it in a checkout."""
    inside = Path(__file__).parents[1] / "themes"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "themes"

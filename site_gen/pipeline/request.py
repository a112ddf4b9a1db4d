"""What a command asks of the build: folders, the day, and how strict to be. Values only, no heavy imports."""

from __future__ import annotations

import os
from dataclasses import field
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Severity
from site_gen.base.theme import THEME_FOLDER, Theme, theme_of
from site_gen.outputs.writer.safety import settled

VIETNAM = timezone(timedelta(hours=7))  # no daylight saving since 1975: a fixed offset needs no zone database


@dataclass(frozen=True, slots=True)
class Request:
    """One build or check.

    Attributes:
        source: The content folder.
        out: The output folder.
        as_of: The day of building.
        fail_level: The gravest severity that still passes is the one below this.
        base_url: Overrides the sites' own `base_url`.
        theme: The folder of a theme of one's own, None for the one that lies in the content, if any.
        jobs: How many processes may render.
        swap: Exchange the whole output folder in one step.
        precompress: Write compressed copies beside texts.
        allow_removals: Whether more than a tenth of the published pages may be taken down.
        wait: How many seconds to wait for another build to end.
        log: Whether the publication logs of sites that keep one are carried on.
    """

    source: Path
    out: Path
    as_of: date
    fail_level: Severity = Severity.ERROR
    base_url: str = ""
    theme: Path | None = None
    jobs: int = field(default_factory=lambda: os.cpu_count() or 1)
    swap: bool = False
    precompress: bool = False
    allow_removals: bool = True
    wait: float = 600.0
    log: bool = False

    @property
    def shown(self) -> str:
        """The content folder as messages name it."""
        try:
            return self.source.resolve().relative_to(Path.cwd()).as_posix()
        except ValueError:
            return self.source.as_posix()

    @property
    def whole_theme(self) -> Theme:
        """The shipped theme below the one of one's own: the folder that was given, else `theme/` of the content."""
        inside = self.source / THEME_FOLDER
        return theme_of(self.theme or (inside if inside.is_dir() else None))

    @property
    def state(self) -> Path:
        """Where what may be thrown away is kept: beside the output."""
        out = settled(self.out)
        return out.parent / ".sitegen" / out.name


def today(given: date | None = None) -> date:
    """The day of building: as given, else SOURCE_DATE_EPOCH, else today in Vietnam."""
    if given is not None:
        return given
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(VIETNAM).date()
    return datetime.now(VIETNAM).date()

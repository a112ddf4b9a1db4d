"""What of the notice board is to be printed, made one after the other as the writer asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from site_gen.base.dataclass import dataclass
from site_gen.joined import board as joined
from site_gen.outputs.board.frame import frame_of
from site_gen.outputs.board.press import Press, pages_in
from site_gen.outputs.publication_log import Log
from site_gen.pages.contributions import Sheet
from site_gen.pages.page import Page
from site_gen.pipeline.gather import GatheredSite
from site_gen.pipeline.publication_log import log_of
from site_gen.pipeline.request import Request
from site_gen.render.job import Frame, Job

OnSheet = Callable[[int, int], None]
"""Hears after each sheet how many are printed, of how many."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which sheets.

    Attributes:
        words: Groups and keys, as `joined.board.chosen` reads them; none means everything that stands on a board.
        paper: `a4` or `a3`.
        since: The minutes of taking down begin with postings whose last day is this one; None for 30 days ago.
    """

    words: tuple[str, ...] = ()
    paper: str = "a4"
    since: date | None = None


class SiteBoard:
    """The board of one site: what it could hold today, and what of it is asked for, by path."""

    def __init__(self, site: GatheredSite, selection: Selection, request: Request) -> None:
        self.site = site
        self.selection = selection
        snapshot = site.snapshot
        self.press = Press(snapshot, request.whole_theme)
        self.offered = joined.sheets_of(snapshot)
        self.could = {joined.path_of(s, p, self.folder): (s, p) for s in self.offered for p in s.papers}
        self.minutes = {joined.path_of(joined.posting_minutes(snapshot, ()), "a4", self.folder): False}
        self.minutes |= {path.replace("/niem-yet", "/go-niem-yet"): True for path in self.minutes}
        self.asked: dict[str, tuple[Sheet, str]] = {}
        for sheet in joined.chosen(self.offered, selection.words):
            paper = joined.fitting(sheet, selection.paper)
            self.asked[joined.path_of(sheet, paper, self.folder)] = (sheet, paper)

    @property
    def folder(self) -> str:
        """The site's folder below the board's."""
        return self.site.snapshot.catalog.folder

    @cached_property
    def _log(self) -> Log:
        return log_of(self.site)

    def web_days(self, url: str) -> tuple[date | None, date | None]:
        """Since when an address has been on the website, and when it was taken down, as the publication log says."""
        return self._log.days_of(url.partition("#")[0])

    def removed(self) -> Sheet | None:
        """The minutes of taking down."""
        snapshot = self.site.snapshot
        return joined.removal_minutes(snapshot, self.selection.since or snapshot.as_of - timedelta(30), self.web_days)

    def jobs(self) -> Iterator[Job]:
        """All that would be printed, to be looked through first."""
        gone = self.removed()
        sheets = [(sheet, 0) for sheet, _ in self.asked.values()]
        posted = joined.posting_minutes(self.site.snapshot, sheets, self.web_days)
        minutes = [posted, *([gone] if gone else [])] if joined.wants_minutes(self.selection.words) else []
        for sheet, paper in (*self.asked.values(), *((m, "a4") for m in minutes)):
            path = joined.path_of(sheet, paper, self.folder)
            page = Page(sheet.url or path, sheet.template, sheet.title, sheet.context, sheet.sources)
            yield Job(page, path, Frame(frame_of(self.site.snapshot, sheet, paper, "")))


class PrintedSheets(Mapping[str, bytes]):
    """Sheets printed one after the other as the writer asks for them, the minutes of each site last.

    Args:
        boards: What is asked for.
        out: The folder in which earlier prints lie.
        standing: The prints of before that are still right to hang, for minutes that are asked for alone.
        again: Paths of earlier prints that must be made again.
        on_sheet: Hears of the progress.

    `pages` counts the pages of what was given out.
    """

    def __init__(
        self,
        boards: Iterable[SiteBoard],
        out: Path,
        standing: Iterable[str],
        again: Iterable[str],
        on_sheet: OnSheet | None,
    ) -> None:
        self.pages: dict[str, int] = {}
        self._out, self._on_sheet = out, on_sheet
        self._standing, repeated = frozenset(standing), frozenset(again)
        self._work: dict[str, tuple[SiteBoard, Sheet | None, str]] = {}
        for one in boards:
            sheets = one.asked | {path: one.could[path] for path in sorted(repeated & one.could.keys())}
            self._work |= {path: (one, sheet, paper) for path, (sheet, paper) in sheets.items()}
            wanted = joined.wants_minutes(one.selection.words)
            for path, removal in one.minutes.items():
                there = one.removed() is not None if removal else bool(self._posted(one))
                if there and (wanted or path in repeated):
                    self._work[path] = (one, None, "a4")

    def __iter__(self) -> Iterator[str]:
        return iter(self._work)

    def __len__(self) -> int:
        return len(self._work)

    def __contains__(self, path: object) -> bool:
        return path in self._work  # without printing it

    def __getitem__(self, path: str) -> bytes:
        one, sheet, paper = self._work[path]
        if sheet is None:
            sheet = one.removed() if one.minutes[path] else self._minutes(one)
        assert sheet is not None
        data = one.press.pdf(sheet, paper)
        self.pages[path] = pages_in(data)
        if self._on_sheet is not None:
            self._on_sheet(len(self.pages), len(self._work))
        return data

    def _posted(self, one: SiteBoard) -> list[str]:
        """What the minutes of posting speak of: what is asked for with them; else all that hangs there."""
        if joined.wants_minutes(one.selection.words) and not joined.only_minutes(one.selection.words):
            return list(one.asked)
        return [path for path in one.could if path in self._standing or path in one.asked]

    def _minutes(self, one: SiteBoard) -> Sheet:
        rows = [(one.could[path][0], self.pages.get(path) or self._counted(path)) for path in self._posted(one)]
        return joined.posting_minutes(one.site.snapshot, rows, one.web_days)

    def _counted(self, path: str) -> int:
        return pages_in((self._out / path).read_bytes())

"""The road to the notice board: gather, judge, choose, print, write. While one finding fails, nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from site_gen.base.diagnostics import Diagnostic, Severity, Span, in_order, worst
from site_gen.base.messages import Message, msg
from site_gen.build import privacy
from site_gen.build.gather import Gathered, gather
from site_gen.build.places import Files
from site_gen.build.request import Request
from site_gen.joined import board as joined
from site_gen.outputs.board.codes import LETTER
from site_gen.outputs.board.frame import frame_of
from site_gen.outputs.board.letters import lacking
from site_gen.outputs.board.press import Press, pages_in
from site_gen.outputs.disk import Published, build_lock, manifest, publish, recover
from site_gen.outputs.refused import NotKept, OutputRefused
from site_gen.pages.edition import Edition
from site_gen.pages.offer import Sheet
from site_gen.pages.page import Page
from site_gen.render.job import Job

OnSheet = Callable[[int, int], None]
"""Hears after each sheet how many are printed, of how many."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which sheets.

    Attributes:
        words: Groups and keys, as `joined.board.chosen` reads them; none means everything that stands on a board.
        paper: `a4` or `a3`.
        since: The minutes of taking down begin with postings whose last day is this one; None for 30 days ago.
    """

    words: tuple[str, ...] = ()
    paper: str = "a4"
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: findings, and what was written unless one of them failed it.

    `unaddressed` names the sites whose sheets bear no QR code because nothing says where they are published.
    """

    found: tuple[Diagnostic, ...]
    published: Published | None = None
    sheets: int = 0
    pages: int = 0
    unaddressed: tuple[str, ...] = ()


class Unknown(Exception):
    """A word that is neither a group nor the key of any sheet; `near` is what may have been meant."""

    def __init__(self, word: str, near: tuple[str, ...]) -> None:
        super().__init__(word)
        self.word, self.near = word, near


def board(
    request: Request,
    wish: Wish,
    on_sheet: OnSheet | None = None,
    on_wait: Callable[[Message], None] | None = None,
) -> Outcome:
    """Print what is asked for into `request.out`. What was printed before and still holds stays; what ended goes.

    Raises `Unknown`, and `OutputRefused` where the folder may not or cannot be written.
    """
    with build_lock(request.state, request.wait, on_wait):
        recover(request.out, request.state)
        gathered = gather(request)
        boards = [_Board(edition, wish, request) for edition in gathered.editions]
        found = in_order([*gathered.found, *_judge(gathered, request, boards)])
        gravest = worst(found)
        if gravest is not None and gravest >= request.fail_level:
            return Outcome(found)
        _refuse_unknown(boards, wish.words)
        return _print(request, boards, found, on_sheet)


class _Board:
    """The board of one site: what it could hold today, and what of it is asked for, by path."""

    def __init__(self, edition: Edition, wish: Wish, request: Request) -> None:
        self.edition = edition
        self.press = Press(edition, request.theme_folder)
        self.wish = wish
        self.offered = joined.sheets_of(edition)
        self.could = {joined.path_of(s, p, self.folder): (s, p) for s in self.offered for p in s.papers}
        self.minutes = {joined.path_of(joined.posting_minutes(edition, ()), "a4", self.folder): False}
        self.minutes |= {path.replace("/niem-yet", "/go-niem-yet"): True for path in self.minutes}
        self.asked: dict[str, tuple[Sheet, str]] = {}
        for sheet in joined.chosen(self.offered, wish.words):
            paper = joined.fitting(sheet, wish.paper)
            self.asked[joined.path_of(sheet, paper, self.folder)] = (sheet, paper)

    @property
    def folder(self) -> str:
        """The site's folder below the board's."""
        return self.edition.catalog.folder

    def removed(self) -> Sheet | None:
        """The minutes of taking down."""
        return joined.removal_minutes(self.edition, self.wish.since or self.edition.as_of - timedelta(30))

    def shown(self) -> Iterator[Job]:
        """All that would be printed, as the guard reads it."""
        gone = self.removed()
        posted = joined.posting_minutes(self.edition, [(sheet, 0) for sheet, _ in self.asked.values()])
        minutes = [posted, *([gone] if gone else [])] if joined.wants_minutes(self.wish.words) else []
        for sheet, paper in (*self.asked.values(), *((m, "a4") for m in minutes)):
            path = joined.path_of(sheet, paper, self.folder)
            page = Page(sheet.url or path, sheet.template, sheet.title, sheet.context, sheet.sources)
            yield Job(page, path, frame_of(self.edition, sheet, paper, ""))


def _judge(gathered: Gathered, request: Request, boards: Sequence[_Board]) -> list[Diagnostic]:
    """Personal data that the sheets would show, and letters that the font lacks."""
    jobs = [job for one in boards for job in one.shown()]
    door = privacy.door(gathered, request, jobs)
    door.guard.contexts(jobs)
    return [*door.guard.found(), *(d for one in boards for d in _unprintable(one, door.files, request.shown))]


def _unprintable(one: _Board, files: Files, shown: str) -> Iterator[Diagnostic]:
    settings = f"{shown}/{one.folder}/site.yml" if one.folder else f"{shown}/site.yml"
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for job in one.shown():
        for char in sorted(lacking([job.page.title, job.page.context, job.frame], one.press.letters)):
            if (char, job.page.sources) in seen:
                continue
            seen.add((char, job.page.sources))
            at = files.place(char, char, (*job.page.sources, settings))
            message = msg("the font of board sheets has no “{char}” (U+{code})", char=char, code=f"{ord(char):04X}")
            hint = msg("write it in letters; the sheet shows □ in its place")
            yield Diagnostic(
                LETTER, Severity.WARNING, message, at or Span(next(iter(job.page.sources), settings)), hint
            )


def _refuse_unknown(boards: Sequence[_Board], words: tuple[str, ...]) -> None:
    """A word must be known to one site at least."""
    strange = [set(joined.unknown(one.offered, words)) for one in boards]
    for word in words:
        if strange and all(word in those for those in strange):
            from difflib import get_close_matches

            keys = dict.fromkeys((*joined.GROUPS, *(s.key for one in boards for s in one.offered if s.key)))
            raise Unknown(word, tuple(get_close_matches(word, keys, 3, 0.5)))


def _print(
    request: Request, boards: Sequence[_Board], found: tuple[Diagnostic, ...], on_sheet: OnSheet | None
) -> Outcome:
    old = manifest(request.out).keys()
    _refuse_a_site(request, old)
    could = {path for one in boards for path in (*one.could, *one.minutes)}
    anew: frozenset[str] = frozenset()
    while True:
        prints = Prints(boards, request.out, old & could, anew, on_sheet)
        keep = (old & could) - set(prints)
        if not old and not len(prints):
            return Outcome(found, Published((), (), 0))
        try:
            done = publish(
                request.out, request.state, prints, keep, never=(request.source,), wait=request.wait, verify=True
            )
        except NotKept as lost:  # somebody altered or took away what was printed before: print it again
            anew |= lost.paths
            continue
        bare = tuple(one.edition.catalog.site.short_name for one in boards if not one.edition.catalog.site.base_url)
        return Outcome(found, done, len(prints), sum(prints.pages.values()), bare if len(prints) else ())


def _refuse_a_site(request: Request, recorded: Iterable[str]) -> None:
    """Sheets never go into the folder of a website: what does not belong on the board would be taken out of it."""
    if any(not path.endswith(".pdf") for path in recorded):
        raise OutputRefused(
            msg("The folder {path} holds the website.", path=str(request.out)),
            msg("Give the sheets a folder of their own with `--destination`."),
        )


class Prints(Mapping[str, bytes]):
    """Sheets printed one after the other as the writer asks for them, the minutes of each site last.

    Args:
        boards: What is asked for.
        out: The folder in which earlier prints lie.
        standing: The prints of before that are still right to hang, for minutes that are asked for alone.
        anew: Paths of earlier prints that must be made again.
        on_sheet: Hears of the progress.

    `pages` counts the pages of what was given out.
    """

    def __init__(
        self,
        boards: Iterable[_Board],
        out: Path,
        standing: Iterable[str],
        anew: Iterable[str],
        on_sheet: OnSheet | None,
    ) -> None:
        self.pages: dict[str, int] = {}
        self._out, self._on_sheet = out, on_sheet
        self._standing, again = frozenset(standing), frozenset(anew)
        self._work: dict[str, tuple[_Board, Sheet | None, str]] = {}
        for one in boards:
            sheets = one.asked | {path: one.could[path] for path in sorted(again & one.could.keys())}
            self._work |= {path: (one, sheet, paper) for path, (sheet, paper) in sheets.items()}
            wanted = joined.wants_minutes(one.wish.words)
            for path, removal in one.minutes.items():
                there = one.removed() is not None if removal else bool(self._posted(one))
                if there and (wanted or path in again):
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

    def _posted(self, one: _Board) -> list[str]:
        """What the minutes of posting speak of: what is asked for with them; else all that hangs there."""
        if joined.wants_minutes(one.wish.words) and not joined.only_minutes(one.wish.words):
            return list(one.asked)
        return [path for path in one.could if path in self._standing or path in one.asked]

    def _minutes(self, one: _Board) -> Sheet:
        rows = [(one.could[path][0], self.pages.get(path) or self._counted(path)) for path in self._posted(one)]
        return joined.posting_minutes(one.edition, rows)

    def _counted(self, path: str) -> int:
        return pages_in((self._out / path).read_bytes())

"""`sitegen board`: gather, choose, look through, print, write. While one finding fails, nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, Severity, Span, in_order
from site_gen.base.messages import Message, msg
from site_gen.joined import board as joined
from site_gen.outputs.board.letters import LETTER, lacking
from site_gen.outputs.writer.disk import Published, publish
from site_gen.outputs.writer.journal import recover
from site_gen.outputs.writer.lock import build_lock
from site_gen.outputs.writer.record import manifest
from site_gen.outputs.writer.refused import NotKept, OutputRefused
from site_gen.pipeline.board_prints import OnSheet, PrintedSheets, Selection, SiteBoard
from site_gen.pipeline.gather import Gathered, gather
from site_gen.pipeline.places import SourceFiles
from site_gen.pipeline.privacy import privacy_scan
from site_gen.pipeline.request import Request
from site_gen.pipeline.steps import fails


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: findings, and what was written unless one of them failed it.

    `without_address` names the sites whose sheets bear no QR code because nothing says where they are published.
    """

    found: tuple[Diagnostic, ...]
    published: Published | None = None
    sheets: int = 0
    pages: int = 0
    without_address: tuple[str, ...] = ()


class UnknownSheet(Exception):
    """A word that is neither a group nor the key of any sheet; `near` is what may have been meant."""

    def __init__(self, word: str, near: tuple[str, ...]) -> None:
        super().__init__(word)
        self.word, self.near = word, near


def board(
    request: Request,
    selection: Selection,
    on_sheet: OnSheet | None = None,
    on_wait: Callable[[Message], None] | None = None,
) -> Outcome:
    """Print what is asked for into `request.out`. What was printed before and still holds stays; what ended goes.

    Raises `UnknownSheet`, and `OutputRefused` where the folder may not or cannot be written.
    """
    with build_lock(request.state, request.wait, on_wait):
        recover(request.out, request.state)
        gathered = gather(request)
        boards = [SiteBoard(site, selection, request) for site in gathered.sites]
        found = in_order([*gathered.found, *_judge(gathered, request, boards)])
        if fails(found, request.fail_level):
            return Outcome(found)
        _refuse_unknown(boards, selection.words)
        return _print(request, boards, found, on_sheet)


def _judge(gathered: Gathered, request: Request, boards: Sequence[SiteBoard]) -> list[Diagnostic]:
    """Personal data that the sheets would show, and letters that the font lacks."""
    jobs = [job for one in boards for job in one.jobs()]
    privacy = privacy_scan(gathered, request, jobs).preview(jobs)
    return [*privacy.findings(), *(d for one in boards for d in _unprintable(one, privacy.files))]


def _unprintable(one: SiteBoard, files: SourceFiles) -> Iterator[Diagnostic]:
    settings = one.site.settings
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for job in one.jobs():
        for char in sorted(lacking([job.page.title, job.page.context, job.frame.values], one.press.letters)):
            if (char, job.page.sources) in seen:
                continue
            seen.add((char, job.page.sources))
            place = files.place(char, char, (*job.page.sources, settings))
            message = msg("the font of board sheets has no “{char}” (U+{code})", char=char, code=f"{ord(char):04X}")
            hint = msg("write it in letters; the sheet shows □ in its place")
            at = place or Span(next(iter(job.page.sources), settings))
            yield Diagnostic(LETTER, Severity.WARNING, message, at, hint)


def _refuse_unknown(boards: Sequence[SiteBoard], words: tuple[str, ...]) -> None:
    """A word must be known to one site at least."""
    unknown = [set(joined.unknown(one.offered, words)) for one in boards]
    for word in words:
        if unknown and all(word in those for those in unknown):
            from difflib import get_close_matches

            keys = dict.fromkeys((*joined.GROUPS, *(s.key for one in boards for s in one.offered if s.key)))
            raise UnknownSheet(word, tuple(get_close_matches(word, keys, 3, 0.5)))


def _print(
    request: Request, boards: Sequence[SiteBoard], found: tuple[Diagnostic, ...], on_sheet: OnSheet | None
) -> Outcome:
    old = manifest(request.out).keys()
    _refuse_a_site(request, old)
    could = {path for one in boards for path in (*one.could, *one.minutes)}
    again: frozenset[str] = frozenset()
    while True:
        prints = PrintedSheets(boards, request.out, old & could, again, on_sheet)
        keep = (old & could) - set(prints)
        if not old and not len(prints):
            return Outcome(found, Published((), (), 0))
        try:
            done = publish(
                request.out, request.state, prints, keep, never=(request.source,), wait=request.wait, verify=True
            )
        except NotKept as lost:  # somebody altered or took away what was printed before: print it again
            again |= lost.paths
            continue
        settings = [one.site.snapshot.catalog.site for one in boards] if len(prints) else []
        without_address = tuple(site.short_name for site in settings if not site.base_url)
        return Outcome(found, done, len(prints), sum(prints.pages.values()), without_address)


def _refuse_a_site(request: Request, recorded: Iterable[str]) -> None:
    """Sheets never go into the folder of a website: what does not belong on the board would be taken out of it."""
    if any(not path.endswith(".pdf") for path in recorded):
        raise OutputRefused(
            msg("The folder {path} holds the website.", path=str(request.out)),
            msg("Give the sheets a folder of their own with `--destination`."),
        )

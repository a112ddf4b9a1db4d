"""`sitegen build`: prepare, render, write. While one finding fails, nothing is written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import field, replace
from functools import partial
from pathlib import Path

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, Severity, in_order
from site_gen.base.engine import engine
from site_gen.base.messages import Message, msg
from site_gen.base.user_cache import user_cache
from site_gen.outputs.hosting.compressed import compressed_copies_of, original
from site_gen.outputs.pictures import PictureCache
from site_gen.outputs.writer.disk import Published, publish
from site_gen.outputs.writer.journal import recover
from site_gen.outputs.writer.lock import build_lock
from site_gen.outputs.writer.record import manifest, read_record
from site_gen.outputs.writer.refused import NotKept, OutputRefused
from site_gen.outputs.writer.safety import settled
from site_gen.pipeline import inputs
from site_gen.pipeline.freshness import (
    REASONS,
    LastBuild,
    Parts,
    RememberedFile,
    RememberedPage,
    around_of,
    own_of,
    stale,
)
from site_gen.pipeline.inputs import InputState
from site_gen.pipeline.memory import keep, recall
from site_gen.pipeline.profile import COMPARE, MAKE, REMEMBER, step
from site_gen.pipeline.publication_log import Recorded, record
from site_gen.pipeline.removals import Removal, removals, too_many
from site_gen.pipeline.request import Request
from site_gen.pipeline.steps import Prepared, fails, prepare
from site_gen.pipeline.stream import Faulty, OnPage, Stream, made_of, too_heavy
from site_gen.render.html import drawing_of, forget_changed
from site_gen.render.share_picture import Drawing

OnRemovals = Callable[[tuple[Removal, ...]], None]
"""Hears of published addresses that will go, before anything is written."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build: findings, and what was written unless one of them failed it.

    `reasons` says of each page that was rendered why; `recorded` what was added to publication logs.
    """

    found: tuple[Diagnostic, ...]
    pages: int = 0
    sites: int = 0
    published: Published | None = None
    reasons: dict[str, str] = field(default_factory=dict)
    recorded: tuple[Recorded, ...] = ()


def build(
    request: Request,
    on_wait: Callable[[Message], None] | None = None,
    seen: InputState | None = None,
    on_removals: OnRemovals | None = None,
    on_page: OnPage | None = None,
) -> Outcome:
    """Build the site, or say why not. Yesterday's output stays whole until the new one is ready.

    Args:
        request: What is asked for.
        on_wait: Hears so, once, if another build must end first.
        seen: The state of the inputs, where the caller has just taken it.
        on_removals: Hears of published addresses that will go, before anything is written.
        on_page: Hears after each page how many are made, of how many.

    Raises OutputRefused where the output folder may not or cannot be written.
    """
    waited: list[Message] = []

    def waiting(message: Message) -> None:
        waited.append(message)
        if on_wait is not None:
            on_wait(message)

    # One build at a time, from reading to remembering: of two, the later one shows the newer content.
    with build_lock(request.state, request.wait, waiting):
        recover(request.out, request.state)
        _refuse_board_sheets(request)
        state = seen if seen is not None and not waited else inputs.take(request)
        outcome = _build(request, inputs.untouched(request, inputs.recall(request)), on_removals, on_page)
        if outcome.published is not None:
            warnings = sum(d.severity is Severity.WARNING for d in outcome.found)
            with step(REMEMBER):
                inputs.wrote(state, (one.file for one in outcome.recorded))
                inputs.remember(state, request, {"pages": outcome.pages, "warnings": warnings})
    return outcome


def _refuse_board_sheets(request: Request) -> None:
    """A site never goes into the folder of board sheets: they would be taken out of it as pages that are no more."""
    recorded = manifest(request.out)
    if recorded and "index.html" not in recorded:
        raise OutputRefused(
            msg("The folder {path} holds sheets for the notice board.", path=str(request.out)),
            msg("Give the website a folder of its own with `--destination`."),
        )


def _build(request: Request, untouched: bool, on_removals: OnRemovals | None, on_page: OnPage | None) -> Outcome:
    # Not in the state folder, which may have come with the content: what is kept there is code.
    cache = user_cache()
    forget_changed(kept=(cache / "templates", engine()) if cache else None)
    site = prepare(request)
    jobs = site.outputs.jobs
    found = site.found
    if site.privacy.has_allowances:
        found = in_order([*found, *site.preview.allowance_findings(request.as_of)])
    outcome = Outcome(found, len(jobs), len(site.gathered.sites))
    if fails(found, request.fail_level):
        # Personal data is reported with the other findings: nobody should fix one only to meet the next.
        return replace(outcome, found=in_order([*found, *site.preview.findings()]))
    if gone := removals(site.gathered, site.outputs, request):
        if on_removals is not None:
            on_removals(gone)
        if (refusal := too_many(gone, request)) is not None:
            return replace(outcome, found=in_order([*found, refusal]))

    with step(COMPARE):
        compared = _compare(site)
    found = in_order([*found, *compared.heavy])
    if fails(found, request.fail_level):
        return replace(outcome, found=found)
    reasons = compared.reasons
    try:
        with step(MAKE):
            published, stream = _publish(site, compared, reasons, verify=not untouched, on_page=on_page)
    except Faulty as faulty:
        return replace(outcome, found=in_order([*found, *faulty.found]))
    with step(REMEMBER), suppress(OSError):  # what cannot be remembered costs time, nothing else
        keep(_remembered(request), compared.after(stream, site.privacy.seen).as_json())
    recorded = (record(one, request.out) for one in site.gathered.sites) if request.log else ()
    return replace(
        outcome,
        found=in_order([*found, *stream.heavy]),
        published=published,
        reasons=reasons,
        recorded=tuple(filter(None, recorded)),
    )


def _remembered(request: Request) -> Path:
    return request.state / "pages.json"


@dataclass(frozen=True, slots=True)
class _Compared:
    """What is to be made, beside what the last build remembered.

    Attributes:
        around: By path of each page the digests of what is not its own.
        contents: The digests of what is, of the pages that are remembered.
        reasons: Of each page to be made again, why.
        kept: The digests of the files of pages that stay as they are; pages that somebody touched leave it.
        digests: Those of the other files that there will be.
        drawings: The pictures that there will be, by path.
        files: Of the other files, what is remembered of those that were looked through as they are.
        heavy: The findings on pages that stay and are beyond their budget.
    """

    around: dict[str, Parts]
    contents: dict[str, str]
    reasons: dict[str, str]
    kept: dict[str, str]
    digests: dict[str, str]
    drawings: dict[str, Drawing]
    files: dict[str, RememberedFile]
    heavy: tuple[Diagnostic, ...]

    def after(self, stream: Stream, seen: Mapping[str, list[str]]) -> LastBuild:
        """What the next build is to remember; `seen` are the official values on each path."""
        made, contents = self.kept | stream.digests, self.contents | stream.contents
        pages = {
            path: RememberedPage({"content": contents[path], **parts}, made[path], seen.get(path, []))
            for path, parts in self.around.items()
        }
        files = {path: RememberedFile(sha256, seen.get(path, [])) for path, sha256 in self.digests.items()}
        pictures = {path: made.get(path) or stream.pictures[path] for path in self.drawings}
        return LastBuild(engine(), pages, files, pictures)


def _compare(site: Prepared) -> _Compared:
    """Which pages and files the last build made or looked through as they would be now. The privacy scan learns what stands there."""
    request, jobs, privacy = site.request, site.outputs.jobs, site.privacy
    last = recall(_remembered(request), LastBuild) or LastBuild()
    around = around_of(jobs, request.whole_theme)
    contents = {job.path: own_of(job) for job in jobs if job.path in last.pages}
    now = {path: {"content": content, **around[path]} for path, content in contents.items()}
    reasons = stale(now, {path: page.parts for path, page in last.pages.items()})
    reasons |= {job.path: REASONS["new"] for job in jobs if job.path not in now}
    for path in now.keys() - reasons.keys():
        if not privacy.allowed_on(path).issuperset(last.pages[path].official):
            reasons[path] = REASONS["official"]
    kept = {path: last.pages[path].sha256 for path in now if path not in reasons}
    drawings = {drawing.path: drawing for job in jobs if (drawing := drawing_of(job)) is not None}
    digests = {file.path: hashlib.sha256(file.data).hexdigest() for file in site.outputs.files}
    files = {
        path: old
        for path, old in (last.files if last.engine == engine() else {}).items()
        if digests.get(path) == old.sha256 and privacy.allowed_on(path).issuperset(old.official)
    }
    privacy.seen |= {path: last.pages[path].official for path in kept}
    if last.engine == engine():
        kept |= {path: sha256 for path, sha256 in last.pictures.items() if path in drawings}
    privacy.seen |= {path: old.official for path, old in files.items()}
    sizes = {path: size for path, (size, _) in read_record(settled(request.out)).items()}
    shown = request.shown
    heavy = (too_heavy(job, sizes.get(job.path, 0), shown) for job in jobs if job.path in kept)
    return _Compared(around, contents, reasons, kept, digests, drawings, files, tuple(filter(None, heavy)))


def _publish(
    site: Prepared,
    compared: _Compared,
    reasons: dict[str, str],
    verify: bool,
    on_page: OnPage | None = None,
) -> tuple[Published, Stream]:
    """Render and write every page and picture but those that are kept, which stay as they are by their digest.

    Other files are written where they differ; some were looked through as they are.

    Where somebody touched the output by hand, those pages are made again: they leave `kept` and come under `reasons`.
    """
    request, kept = site.request, compared.kept
    pictures = PictureCache(request.state / "pictures", engine(), site.shown_pictures())
    attachments = {path: file for own in site.gathered.sites for path, file in own.attachments().items()}
    while True:
        chosen = [job for job in site.outputs.jobs if job.path not in kept]
        stream = Stream(
            chosen,
            site.outputs.files,
            attachments,
            frozenset(compared.files),
            partial(made_of, theme=request.whole_theme, workers=request.jobs),
            site.privacy,
            copies=request.precompress,
            shown=request.shown,
            fail_level=request.fail_level,
            lighten=pictures.of,
            on_page=on_page,
            drawings=[drawing for path, drawing in compared.drawings.items() if path not in kept],
        )
        copies = [copy for path in kept for copy in compressed_copies_of(path)] if request.precompress else []
        try:
            published = publish(
                request.out,
                request.state,
                stream,
                [*kept, *copies],
                digests=kept,
                never=(request.source,),
                swap=request.swap,
                verify=verify,
                wait=request.wait,
            )
        except NotKept as lost:
            for path in {original(path) for path in lost.paths}:
                kept.pop(path, None)
                reasons[path] = REASONS["touched"]
        else:
            pictures.drop_unused()
            return published, stream
        finally:
            stream.close()

"""The road from end to end: gather, judge, decide, render, write. While one finding fails, nothing is written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from site_gen.base.diagnostics import Diagnostic, Severity, in_order, worst
from site_gen.base.messages import Message, msg
from site_gen.joined.published import waiting_files
from site_gen.kinds import KINDS
from site_gen.outputs.assets import attached
from site_gen.outputs.hosting.compressed import compressed_copies_of, original
from site_gen.outputs.pictures import Smaller
from site_gen.outputs.writer.disk import Published, build_lock, manifest, publish, recover
from site_gen.outputs.writer.record import read_record
from site_gen.outputs.writer.refused import NotKept, OutputRefused
from site_gen.outputs.writer.safety import settled
from site_gen.pages.routes import collisions
from site_gen.pipeline import inputs, privacy
from site_gen.pipeline.attachments import judge
from site_gen.pipeline.decide import decide
from site_gen.pipeline.engine import engine
from site_gen.pipeline.freshness import REASONS, Parts, frame_parts, parts_of, stale
from site_gen.pipeline.gather import Gathered, gather
from site_gen.pipeline.guard import Guard
from site_gen.pipeline.hosts import move_faults
from site_gen.pipeline.inputs import Snapshot
from site_gen.pipeline.links import judge_links, shown_pictures, texts_of
from site_gen.pipeline.removals import Removal, removals, too_many
from site_gen.pipeline.request import Request
from site_gen.pipeline.stream import Faulty, Stream
from site_gen.pipeline.weight import too_heavy
from site_gen.render.html import forget_changed, templates
from site_gen.render.job import Job
from site_gen.render.parallel import render


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build: findings, and what was written unless one of them failed it."""

    found: tuple[Diagnostic, ...]
    pages: int = 0
    sites: int = 0
    published: Published | None = None
    reasons: dict[str, str] = field(default_factory=dict)


def build(
    request: Request,
    on_wait: Callable[[Message], None] | None = None,
    seen: Snapshot | None = None,
    on_removals: Callable[[tuple[Removal, ...]], None] | None = None,
) -> Outcome:
    """Build the site, or say why not. Yesterday's output stays whole until the new one is ready.

    Args:
        request: What is asked for.
        on_wait: Hears so, once, if another build must end first.
        seen: The state of the inputs, where the caller has just taken it.
        on_removals: Hears of published addresses that will go, before anything is written.

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
        _refuse_other_prints(request)
        snapshot = seen if seen is not None and not waited else inputs.take(request)
        outcome = _build(request, inputs.untouched(request, inputs.recall(request)), on_removals)
        if outcome.published is not None:
            warnings = sum(d.severity is Severity.WARNING for d in outcome.found)
            inputs.remember(snapshot, request, {"pages": outcome.pages, "warnings": warnings})
    return outcome


def _refuse_other_prints(request: Request) -> None:
    """A site never goes into the folder of board sheets: they would be taken out of it as pages that are no more."""
    recorded = manifest(request.out)
    if recorded and "index.html" not in recorded:
        raise OutputRefused(
            msg("The folder {path} holds sheets for the notice board.", path=str(request.out)),
            msg("Give the website a folder of its own with `--destination`."),
        )


def _build(
    request: Request, untouched: bool, on_removals: Callable[[tuple[Removal, ...]], None] | None = None
) -> Outcome:
    forget_changed()
    gathered = gather(request)
    theme = request.theme_folder
    jobs, assets = decide(gathered, request)
    door = privacy.door(gathered, request, jobs)
    guard = door.guard
    addresses = collisions([(job.page, job.path) for job in jobs])
    addresses += move_faults(gathered, jobs, request)
    texts = texts_of(gathered, request.shown)
    addresses += judge_links(gathered, request, texts, jobs, assets)
    found = in_order([*gathered.found, *addresses, *judge(gathered, request, guard)])
    if door.allows:
        found = in_order([*found, *door.foresee(jobs, assets).told(request.as_of)])
    gravest = worst(found)
    if gravest is not None and gravest >= request.fail_level:
        # What is personal is told with the other findings: nobody mends one to be told the next.
        found = in_order([*found, *door.foresee(jobs, assets).guard.found()])
        return Outcome(found, len(jobs), len(gathered.snapshots))
    if gone := removals(gathered, jobs, assets, request):
        if on_removals is not None:
            on_removals(gone)
        if (refused := too_many(gone, request)) is not None:
            return Outcome(in_order([*found, refused]), len(jobs), len(gathered.snapshots))

    now = _parts(jobs, theme)
    memory = _recall(request.state / "pages.json")
    reasons = stale(now, {path: entry["parts"] for path, entry in memory.items()})
    for path in now.keys() - reasons.keys():
        if not guard.may(path).issuperset(memory[path]["official"]):
            reasons[path] = REASONS["official"]
    kept = {path: str(memory[path]["sha256"]) for path in now if path not in reasons}
    met = {path: memory[path]["official"] for path in kept}
    files: dict[str, bytes | Path] = {a.path: a.data for a in assets}
    smaller = Smaller(request.state / "pictures", engine(), shown_pictures(gathered, texts[1]))
    plan = _Plan(request, jobs, files | _attachments(gathered), theme, kept, reasons, guard, smaller)
    sizes = {path: size for path, (size, _) in read_record(settled(request.out)).items()}
    weighed = [too_heavy(job, sizes.get(job.path, 0), request.shown) for job in jobs if job.path in kept]
    found = in_order([*found, *filter(None, weighed)])
    if any(d.severity >= request.fail_level for d in found):
        return Outcome(found, len(jobs), len(gathered.snapshots))
    try:
        published, digests = plan.publish(verify=not untouched)
    except Faulty as faulty:
        return Outcome(in_order([*found, *faulty.found]), len(jobs), len(gathered.snapshots))
    smaller.forget_others()
    found = in_order([*found, *plan.heavy])
    with suppress(OSError):  # what cannot be remembered costs time, nothing else
        met |= guard.met
        pages = {p: {"parts": now[p], "sha256": digests[p], "official": met.get(p, [])} for p in now}
        inputs.keep(request.state / "pages.json", pages)
    return Outcome(found, len(jobs), len(gathered.snapshots), published, reasons)


def _parts(jobs: Iterable[Job], theme: Path) -> dict[str, Parts]:
    out: dict[str, Parts] = {}
    frames: dict[int, Parts] = {}  # the pages of a site share one frame
    for job in jobs:
        frame = frames.get(id(job.frame)) or frames.setdefault(id(job.frame), frame_parts(job.frame))
        template = templates(theme, str(job.frame["language"])).digest((job.page.template, *job.page.templates))
        out[job.path] = parts_of(job.page, template, frame, engine(), job.frame.get("pictures"))
    return out


def _attachments(gathered: Gathered) -> dict[str, bytes | Path]:
    out: dict[str, bytes | Path] = {}
    for snapshot, root in zip(gathered.snapshots, gathered.roots, strict=True):
        hidden_files = {path for kind in KINDS for path in kind.hidden_files(snapshot)} | waiting_files(
            snapshot.catalog
        )
        shown = (a for path, a in snapshot.catalog.attachments.items() if path not in hidden_files)
        out.update(attached(root, snapshot.catalog.folder, shown))
    return out


@dataclass(slots=True)
class _Plan:
    """What is to be written, and what of the last build may stay."""

    request: Request
    jobs: list[Job]
    files: Mapping[str, bytes | Path]
    theme: Path
    kept: dict[str, str]
    reasons: dict[str, str]
    guard: Guard
    smaller: Smaller
    heavy: list[Diagnostic] = field(default_factory=list)

    def publish(self, verify: bool) -> tuple[Published, dict[str, str]]:
        """Publish, and give the digest of every page."""
        while True:
            chosen = [job for job in self.jobs if job.path not in self.kept]
            made = render(chosen, self.theme, self.request.jobs)
            asked = self.request
            stream = Stream(
                chosen,
                made,
                self.files,
                self.guard,
                asked.precompress,
                partial(too_heavy, shown=asked.shown),
                asked.fail_level,
                self.smaller.of,
            )
            self.heavy = stream.heavy
            copies = (
                [copy for path in self.kept for copy in compressed_copies_of(path)] if self.request.precompress else []
            )
            try:
                published = publish(
                    self.request.out,
                    self.request.state,
                    stream,
                    [*self.kept, *copies],
                    digests=self.kept,
                    never=(self.request.source,),
                    swap=self.request.swap,
                    verify=verify,
                    wait=self.request.wait,
                )
                return published, {**self.kept, **stream.digests}
            except NotKept as lost:  # somebody touched the output by hand: make those pages again
                pages = {original(path) for path in lost.paths}
                self.kept = {path: digest for path, digest in self.kept.items() if path not in pages}
                self.reasons |= dict.fromkeys(pages, REASONS["touched"])


def _sound(entry: Any) -> bool:
    official = entry["official"]
    texts = isinstance(official, list) and all(isinstance(key, str) for key in official)
    return texts and isinstance(entry["parts"], dict) and isinstance(entry["sha256"], str)


def _recall(path: Path) -> dict[str, Any]:
    """What the last build remembered of its pages; nothing where that cannot be trusted."""
    try:
        saved = json.loads(path.read_bytes())
        return {p: e for p, e in saved.items() if _sound(e)}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}

"""The way from content to output, step by step. Every command takes the steps it needs, in this order and no other:

1. `gather`: read the content and judge it by the rules (list, export, board, check, build);
2. `decide`: every page and every other file there will be (export, check, build);
3. `prepare`: these two, and what can be found of addresses, links, pictures and attachments (check, build);
4. `PrivacyScan`: personal data, in what pages will show (board, check) or in what is about to be written (build);
5. `render` and `publish`: bytes, and the one writer (board and build). `sitegen serve` runs builds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, Severity, in_order
from site_gen.base.theme import Theme
from site_gen.pages.routes import collisions
from site_gen.pipeline.attachments import judge_attachments
from site_gen.pipeline.decide import Outputs, decide
from site_gen.pipeline.gather import Gathered, gather
from site_gen.pipeline.hosts import move_faults
from site_gen.pipeline.links import Texts, judge_links, texts_of
from site_gen.pipeline.look import judge_look
from site_gen.pipeline.privacy import PrivacyScan, privacy_scan
from site_gen.pipeline.profile import DECIDE, LINKS, step
from site_gen.pipeline.publication_log import judge_log
from site_gen.pipeline.request import Request


@dataclass(frozen=True)
class Prepared:
    """All that is known before a page is rendered.

    Attributes:
        request: What was asked for.
        gathered: The content.
        outputs: Pages and other files.
        texts: Of each site, every text that may link or show something.
        privacy: The scan that looks through what is written; so far it has seen the attachments.
        found: Every finding but those on personal data of pages.
    """

    request: Request
    gathered: Gathered
    outputs: Outputs
    texts: tuple[Texts, ...]
    privacy: PrivacyScan
    found: tuple[Diagnostic, ...]

    @cached_property
    def preview(self) -> PrivacyScan:
        """A scan of all that pages will show and of all other files, made when it is first asked for."""
        return self.privacy.preview(*self.outputs)

    def shown_pictures(self) -> frozenset[str]:
        """The pictures that pages show, by their path in the output."""
        sites = zip(self.gathered.sites, self.texts, strict=True)
        return frozenset(site.prefix + path for site, texts in sites for path in texts.shown)


def prepare(request: Request) -> Prepared:
    """The steps that check and build share."""
    gathered = gather(request)
    with step(DECIDE):
        outputs = decide(gathered, request)
    with step(LINKS):
        texts = tuple(texts_of(site) for site in gathered.sites)
        privacy = privacy_scan(gathered, request, outputs.jobs)
        found = in_order(
            [
                *gathered.found,
                *collisions([(job.page, job.path) for job in outputs.jobs]),
                *move_faults(gathered, outputs.jobs, request),
                *judge_links(gathered, request, outputs, texts),
                *judge_attachments(gathered, request, privacy),
                *judge_look(gathered, request),
                *(fault for site in gathered.sites for fault in judge_log(site)),
                *_judge_theme(request.whole_theme, gathered.language),
            ]
        )
    return Prepared(request, gathered, outputs, texts, privacy, found)


def _judge_theme(theme: Theme, language: str) -> Iterator[Diagnostic]:
    if len(theme.folders) > 1:
        from site_gen.pipeline.own_theme import judge_theme  # a check of the shipped theme needs no templates

        yield from judge_theme(theme, language)


def check(request: Request) -> tuple[Diagnostic, ...]:
    """Everything that can be found without writing, by place."""
    if len(request.whole_theme.folders) > 1:
        from site_gen.render.html import forget_changed  # a check of the shipped theme needs no templates

        forget_changed()  # this process may have checked before, and a template may be another since
    site = prepare(request)
    return in_order([*site.found, *site.preview.findings(), *site.preview.allowance_findings(request.as_of)])


def fails(found: Iterable[Diagnostic], level: Severity) -> bool:
    """Whether any finding is as grave as `level`, at which a run fails."""
    return any(diagnostic.severity >= level for diagnostic in found)

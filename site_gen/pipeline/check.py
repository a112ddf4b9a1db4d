"""The road as far as pages: everything that can be found without writing."""

from __future__ import annotations

from site_gen.base.diagnostics import Diagnostic, in_order
from site_gen.pages.routes import collisions
from site_gen.pipeline import privacy
from site_gen.pipeline.attachments import judge
from site_gen.pipeline.decide import decide
from site_gen.pipeline.gather import gather
from site_gen.pipeline.hosts import move_faults
from site_gen.pipeline.links import judge_links, texts_of
from site_gen.pipeline.request import Request


def check(request: Request) -> tuple[Diagnostic, ...]:
    """Every finding: of reading, of the rules, of addresses, of attachments and of personal data."""
    gathered = gather(request)
    jobs, assets = decide(gathered, request)
    door = privacy.door(gathered, request, jobs)
    told = judge(gathered, request, door.guard)
    seen = door.foresee(jobs, assets)
    addresses = collisions([(job.page, job.path) for job in jobs])
    addresses += move_faults(gathered, jobs, request)
    addresses += judge_links(gathered, request, texts_of(gathered, request.shown), jobs, assets)
    return in_order([*gathered.found, *addresses, *told, *seen.guard.found(), *seen.told(request.as_of)])

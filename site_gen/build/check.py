"""The road as far as pages: everything that can be found without writing."""

from __future__ import annotations

from site_gen.base.diagnostics import Diagnostic, in_order
from site_gen.build.decide import decide
from site_gen.build.gather import gather
from site_gen.build.request import Request
from site_gen.pages.routes import collisions


def check(request: Request) -> tuple[Diagnostic, ...]:
    """Every finding: of reading, of the rules, and of addresses."""
    gathered = gather(request)
    jobs, _ = decide(gathered, request)
    return in_order([*gathered.found, *collisions([(job.page, job.path) for job in jobs])])

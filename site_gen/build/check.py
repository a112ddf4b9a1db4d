"""The road as far as pages: everything that can be found without writing."""

from __future__ import annotations

from site_gen.base.diagnostics import Diagnostic, in_order
from site_gen.build.build import decide
from site_gen.build.gather import gather
from site_gen.build.request import Request
from site_gen.pages.routes import collisions
from site_gen.render.environment import themes_dir


def check(request: Request) -> tuple[Diagnostic, ...]:
    """Every finding: of reading, of the rules, and of addresses."""
    gathered = gather(request)
    jobs, _ = decide(gathered, request, request.theme or themes_dir() / "default")
    return in_order([*gathered.found, *collisions([(job.page, job.path) for job in jobs])])

"""`sitegen export`: what the configuration of a web server is made from."""

from __future__ import annotations

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Diagnostic, Severity, in_order
from site_gen.outputs.hosting.policy import Host
from site_gen.pipeline.decide import decide
from site_gen.pipeline.gather import gather
from site_gen.pipeline.hosts import hosts_of, kept_moves, move_faults
from site_gen.pipeline.request import Request


@dataclass(frozen=True, slots=True)
class Export:
    """Findings that would fail a build, hosts unless there are any, and endings of the compressed copies that stand there."""

    found: tuple[Diagnostic, ...]
    hosts: tuple[Host, ...] = ()
    copies: tuple[str, ...] = ()


def export(request: Request) -> Export:
    """The hosts of a site, or the errors for which there are none."""
    gathered = gather(request)
    jobs = decide(gathered, request).jobs
    found = in_order([*gathered.found, *move_faults(gathered, jobs, request)])
    if errors := tuple(d for d in found if d.severity is Severity.ERROR):
        return Export(errors)
    hosts = hosts_of(gathered, [kept_moves(site, jobs) for site in gathered.sites])
    copies = (ending for ending in ("gz", "br") if (request.out / f"index.html.{ending}").is_file())
    return Export((), hosts, tuple(copies))

"""What a web server must be told of a site, from its content."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from site_gen.base.diagnostics import Diagnostic, Severity, in_order
from site_gen.build.decide import decide
from site_gen.build.gather import gather
from site_gen.build.hosts import hosts_of, kept_moves, move_faults
from site_gen.build.request import Request
from site_gen.outputs.hosting.policy import Host


@dataclass(frozen=True, slots=True)
class Export:
    """Findings that would fail a build, hosts unless there are any, and endings of the compressed twins that stand there."""

    found: tuple[Diagnostic, ...]
    hosts: tuple[Host, ...] = ()
    twins: tuple[str, ...] = ()


def export(request: Request) -> Export:
    """The hosts of a site, or what stands in the way."""
    gathered = gather(request)
    jobs, _ = decide(gathered, request)
    found = in_order([*gathered.found, *move_faults(gathered, jobs, request)])
    errors = tuple(d for d in found if d.severity is Severity.ERROR)
    if errors:
        return Export(errors)
    moves = []
    for edition in gathered.editions:
        prefix = f"{edition.catalog.folder}/" if edition.catalog.folder else ""
        moves.append(kept_moves(edition, (j.path.removeprefix(prefix) for j in jobs if j.path.startswith(prefix))))
    return Export((), hosts_of(gathered, moves), _twins(request.out))


def _twins(out: Path) -> tuple[str, ...]:
    return tuple(ending for ending in ("gz", "br") if (out / f"index.html.{ending}").is_file())

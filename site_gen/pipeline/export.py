"""What a web server must be told of a site, from its content."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

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
    """The hosts of a site, or what stands in the way."""
    gathered = gather(request)
    jobs, _ = decide(gathered, request)
    found = in_order([*gathered.found, *move_faults(gathered, jobs, request)])
    errors = tuple(d for d in found if d.severity is Severity.ERROR)
    if errors:
        return Export(errors)
    moves = []
    for snapshot in gathered.snapshots:
        prefix = f"{snapshot.catalog.folder}/" if snapshot.catalog.folder else ""
        moves.append(kept_moves(snapshot, (j.path.removeprefix(prefix) for j in jobs if j.path.startswith(prefix))))
    return Export((), hosts_of(gathered, moves), _copies(request.out))


def _copies(out: Path) -> tuple[str, ...]:
    return tuple(ending for ending in ("gz", "br") if (out / f"index.html.{ending}").is_file())

"""Measures sitegen beside other generators that publish the same procedures, and writes `docs/performance.md`.

    .venv/bin/python benchmarks/ssg/run.py all                  # set up, check, measure every size, write the page
    .venv/bin/python benchmarks/ssg/run.py all --quick          # 200 pages, one round, no page
    .venv/bin/python benchmarks/ssg/run.py setup                # only install the generators
    .venv/bin/python benchmarks/ssg/run.py check --pages 1000   # only build and compare what they made
    .venv/bin/python benchmarks/ssg/run.py bench --pages 10000 --rounds 2 --peers hugo,sitegen
    .venv/bin/python benchmarks/ssg/run.py commune --rounds 5   # the example site of one commune
    .venv/bin/python benchmarks/ssg/run.py report               # write the page from the last complete runs

Needs Linux, Python's venv, pip, node and npm, and a registry for each. Everything lies in a work folder (`--work`), best on a tmpfs:
a disk on which many files were deleted charges for that when new ones are made.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import same_work
from commune import Commune
from figures import COMMUNE, GOAL_PAGES, GROWING
from generators import (
    ALL,
    BARE,
    DAY,
    FAST,
    HUGO,
    OURS,
    REPOSITORY,
    SITEGEN,
    Generator,
    Peer,
    Places,
    Sitegen,
    delete,
    run_aside,
)
from measure import Cost
from page import commune_table, costs_table, goals_table, page
from records import Kept, Run, machine
from scenarios import COLD, MEMORY, SCENARIOS, Bench, Failed
from workload import Procedure, procedures

PAGE = REPOSITORY / "docs" / "performance.md"
QUICK_PAGES = 200
LEAST_PAGES = 24
"""With fewer, some fields would have no procedure, which not every generator tells in the same way."""
SCENARIOS_OF_FAST = (COLD, MEMORY)
"""What an extra may change; the rest would cost time and say nothing."""


class Workplace:
    """The work folder with what was asked for."""

    def __init__(self, given: argparse.Namespace) -> None:
        self.places = Places(given.work.resolve())
        self.kept = Kept(self.places.work / "results.jsonl")
        self.generators: list[Generator] = [ALL[name] for name in given.peers]
        self.scenarios: list[str] = given.scenarios

    def setup(self, generators: Sequence[Generator] | None = None) -> None:
        """Installs what is not there, and sitegen always: the repository may have changed."""
        self.places.work.mkdir(parents=True, exist_ok=True)
        for one in generators or self.generators:
            if isinstance(one, Sitegen) or not one.version(self.places):
                print(f"installing {one.name}", flush=True)
                one.install(self.places)
            print(f"{one.name} {one.version(self.places)}", flush=True)

    def laid_out(self, pages: int) -> tuple[list[Procedure], list[Bench]]:
        """New copies of the site for every generator."""
        everything = list(procedures(pages))
        benches = [Bench(one, self.places, str(pages), everything[pages // 2]) for one in self.generators]
        for bench in benches:
            delete([bench.folder])
            bench.generator.lay_out(bench.folder, self.places, everything)
        return everything, benches

    def check(self, pages: int) -> None:
        """Builds once and compares; ends the program where the work is not the same."""
        everything, benches = self.laid_out(pages)
        faults = []
        reference: Bench | None = None
        for bench in benches:
            bench.run(COLD)
            out = bench.generator.output(bench.folder)
            if isinstance(bench.generator, Peer):
                found = same_work.of_peer(out, everything)
                reference = reference or bench
                found += same_work.differences(reference.generator.output(reference.folder), out, everything)
            else:
                found = same_work.of_sitegen(out, everything, bench.generator == BARE)
                self._must_be_clean(bench)
            print(f"{bench.generator.name}: {len(found)} faults in {pages} pages", flush=True)
            faults += [f"{bench.generator.name}: {fault}" for fault in found]
        if faults:
            raise SystemExit("not the same work:\n" + "\n".join(faults[:40]))

    def _must_be_clean(self, bench: Bench) -> None:
        """Ends the program where sitegen has anything against the content: warnings would be work that is not meant."""
        program = self.places.program(bench.generator.name) / "bin" / "sitegen"
        run_aside([str(program), "check", "--strict", "-q", "-s", "content", "--as-of", DAY.isoformat()], bench.folder)

    def bench(self, pages: int, rounds: int) -> Run:
        """The rounds of one size."""
        _, benches = self.laid_out(pages)
        self._begin(str(pages), rounds)
        for number in range(1, rounds + 1):
            for scenario in self.scenarios:
                for bench in benches:
                    if bench.generator.name == FAST.name and scenario not in SCENARIOS_OF_FAST:
                        continue
                    self._keep(number, bench.generator.name, scenario, bench.run(scenario))
        for bench in benches:
            delete([bench.folder])
        return self._end()

    def commune(self, rounds: int) -> Run:
        """The rounds of the example site."""
        commune = Commune(self.places)
        self._begin(COMMUNE, rounds, [SITEGEN])
        for number in range(1, rounds + 1):
            for scenario, cost in commune.round().items():
                self._keep(number, SITEGEN.name, scenario, cost)
        return self._end()

    def _begin(self, site: str, rounds: int, generators: Sequence[Generator] | None = None) -> None:
        self._run = f"{site}-{time.time_ns()}"
        self.kept.add(
            run=self._run,
            kind="begin",
            site=site,
            rounds=rounds,
            begun=datetime.now(UTC).isoformat(timespec="seconds"),
            machine=machine(self.places.work),
            versions={one.name: one.version(self.places) for one in generators or self.generators},
        )

    def _keep(self, number: int, generator: str, scenario: str, cost: Cost) -> None:
        figures = {"cpu": round(cost.cpu, 4), "wall": round(cost.wall, 4), "peak": round(cost.peak, 1)}
        profile = {"profile": cost.said} if cost.said.startswith("Step ") else {}
        place = {"round": number, "generator": generator, "scenario": scenario}
        self.kept.add(run=self._run, kind="cost", **place, **figures, **profile)
        memory = f"{cost.peak:8.0f} MiB" if cost.peak else ""
        print(
            f"{number} {scenario:24} {generator:14} CPU {cost.cpu:8.3f} s, wall {cost.wall:8.3f} s {memory}", flush=True
        )

    def _end(self) -> Run:
        self.kept.add(run=self._run, kind="end")
        return next(run for run in reversed(self.kept.runs()) if run.id == self._run)

    def report(self) -> None:
        """Writes the page."""
        runs = {site: run for site, run in self.kept.newest().items() if site != str(QUICK_PAGES)}
        if not runs:
            raise SystemExit("nothing was measured yet: run `bench` first")
        PAGE.write_text(page(runs), encoding="utf-8")
        print(f"-> {PAGE.relative_to(REPOSITORY)}")


def everything(given: argparse.Namespace) -> None:
    """All of it: every size with the rounds that it needs, and the page."""
    work = Workplace(given)
    work.setup()
    if given.quick:
        work.check(QUICK_PAGES)
        show(work.bench(QUICK_PAGES, 1))
        show(work.commune(1))
        return
    small, goal, large = GROWING
    work.check(small)
    show(work.bench(small, given.rounds))
    work.generators = [HUGO, *OURS]
    work.check(goal)
    show(work.bench(goal, given.rounds))
    work.generators, work.scenarios = [SITEGEN], [COLD]
    show(work.bench(large, 1))
    show(work.commune(given.rounds))
    work.report()


def show(run: Run) -> None:
    """The tables of a run."""
    print()
    if run.site == COMMUNE:
        print("\n".join(commune_table(run)), "\n")
        return
    print("\n".join(costs_table(run)), "\n")
    if any(c["generator"] == HUGO.name for c in run.costs):
        print(f"The goals are set for {GOAL_PAGES:,} pages.\n")
        print("\n".join(goals_table({run.site: run}, run.site)), "\n")


def named(known: Sequence[str]) -> Callable[[str], list[str]]:
    """Reads a list of names, parted by commas."""

    def read(text: str) -> list[str]:
        names = text.split(",")
        if unknown := [name for name in names if name not in known]:
            raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: not one of {', '.join(known)}")
        return [name for name in known if name in names]

    return read


def arguments() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verb", choices=["all", "setup", "check", "bench", "commune", "report"])
    parser.add_argument("--pages", type=int, default=1000, help="how many procedures (default: 1000)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each scenario is measured (default: 3)")
    parser.add_argument(
        "--peers", type=named(list(ALL)), default=list(ALL), metavar="NAMES", help=f"of {', '.join(ALL)}"
    )
    parser.add_argument(
        "--scenarios",
        type=named(list(SCENARIOS)),
        default=list(SCENARIOS),
        metavar="NAMES",
        help=f"of {', '.join(SCENARIOS)}",
    )
    parser.add_argument(
        "--quick", action="store_true", help=f"`all` with {QUICK_PAGES} pages, one round, and no page written"
    )
    work = Path(os.environ.get("SITEGEN_BENCH", "/dev/shm/sitegen-bench"))
    parser.add_argument("--work", type=Path, default=work, help=f"the work folder (default: {work})")
    return parser


def main() -> int:
    """0, or 1 with a word on standard error."""
    given = arguments().parse_args()
    if given.pages < LEAST_PAGES or given.rounds < 1:
        sys.exit(f"at least {LEAST_PAGES} pages and one round")
    try:
        if given.verb == "all":
            everything(given)
            return 0
        work = Workplace(given)
        if given.verb == "report":
            work.report()
            return 0
        work.setup([SITEGEN] if given.verb == "commune" else None)
        if given.verb == "check":
            work.check(given.pages)
        elif given.verb == "bench":
            show(work.bench(given.pages, given.rounds))
        elif given.verb == "commune":
            show(work.commune(given.rounds))
    except Failed as failed:
        sys.exit(str(failed))
    return 0


if __name__ == "__main__":
    sys.exit(main())

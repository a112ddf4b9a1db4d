"""What is measured of every generator, and how its folder is made ready for that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import measure
from generators import MARK, NEXT_DAY, Generator, Places
from measure import Cost
from workload import Procedure, edited

COLD, UNCHANGED, ENTRY, DATE, TEMPLATE, MEMORY = "cold", "unchanged", "entry", "date", "template", "memory"
SCENARIOS = {
    COLD: "cold, everything",
    UNCHANGED: "nothing changed",
    ENTRY: "one entry edited (fee and text)",
    DATE: "the date moves by one day",
    TEMPLATE: "the layout of all pages edited",
    MEMORY: "memory of a cold build",
}
"""In the order in which a round goes through them: each begins with what the one before it left."""


class Failed(Exception):
    """A build failed, or did not do what the scenario asks for."""


@dataclass
class Bench:
    """One generator with its copy of a site.

    Attributes:
        generator: The generator.
        places: Where everything lies.
        site: The name of the site.
        edits: The procedure that is edited.
        turn: How many edits there were, so that each writes something new.
    """

    generator: Generator
    places: Places
    site: str
    edits: Procedure
    turn: int = 0

    @property
    def folder(self) -> Path:
        """The generator's copy of the site."""
        return self.places.site(self.generator.name, self.site)

    def run(self, scenario: str) -> Cost:
        """Makes ready, runs and measures, and looks whether the output shows what was changed."""
        return _RUNS[scenario](self)

    def build(self, day: object = None, themed: bool = False, memory: bool = False) -> Cost:
        """One build, measured; it must end well."""
        given = {"day": day} if day else {}
        command = self.generator.command(self.folder, self.places, themed=themed, **given)
        log = self.places.work / "log" / f"{self.generator.name}-{self.site}.txt"
        log.parent.mkdir(exist_ok=True)
        cost = measure.run(command, self.folder, log, memory)
        if cost.code:
            raise Failed(f"{self.generator.name}: exit code {cost.code}\n{cost.said}")
        return cost

    def must_say(self, *texts: str) -> None:
        """The built page of the edited procedure holds these texts."""
        page = self.generator.page(self.folder, self.edits).read_text(encoding="utf-8")
        for text in texts:
            if text not in page:
                raise Failed(f"{self.generator.name}: the page of {self.edits.code} does not say “{text}”")


def _cold(bench: Bench) -> Cost:
    bench.generator.forget(bench.folder)
    return bench.build()


def _unchanged(bench: Bench) -> Cost:
    return bench.build()


def _entry(bench: Bench) -> Cost:
    bench.turn += 1
    changed = edited(bench.edits, bench.turn)
    bench.generator.write_entry(bench.folder, changed)
    cost = bench.build()
    bench.must_say(changed.fee.partition(" ")[0], changed.added.strip())
    return cost


def _date(bench: Bench) -> Cost:
    return bench.build(day=NEXT_DAY)


def _template(bench: Bench) -> Cost:
    bench.turn += 1
    if bench.generator.command(bench.folder, bench.places, themed=True) != bench.generator.command(
        bench.folder, bench.places
    ):
        bench.build(themed=True)
    bench.generator.edit_layout(bench.folder, bench.turn)
    cost = bench.build(themed=True)
    bench.must_say(MARK.format(bench.turn))
    return cost


def _memory(bench: Bench) -> Cost:
    bench.generator.forget(bench.folder)
    return bench.build(memory=True)


_RUNS: dict[str, Callable[[Bench], Cost]] = {
    COLD: _cold, UNCHANGED: _unchanged, ENTRY: _entry, DATE: _date, TEMPLATE: _template, MEMORY: _memory,
}  # fmt: skip  # a table: two cases in a line

"""A scenario makes ready what it measures, and a build that does not show what was changed has failed."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from generators import DAY, MARK, NEXT_DAY, Places, delete, replace_mark
from run import arguments
from scenarios import COLD, DATE, ENTRY, SCENARIOS, TEMPLATE, UNCHANGED, Bench, Failed
from workload import Procedure

BUILD = """
import pathlib, sys
out = pathlib.Path("out")
out.mkdir(exist_ok=True)
days = out / "days"
days.write_text((days.read_text() if days.exists() else "") + sys.argv[1] + "\\n")
layout = pathlib.Path("layout").read_text() if sys.argv[2] == "themed" else ""
for file in pathlib.Path("content").iterdir():
    (out / file.name).write_text(file.read_text() + layout)
"""


@dataclass
class Copier:
    """A generator that copies; the tests say with which program."""

    program: str = BUILD
    name: str = "copier"

    def install(self, places: Places) -> None:
        """It is there."""

    def version(self, places: Places) -> str:
        return "1"

    def lay_out(self, folder: Path, places: Places, procedures: Iterable[Procedure]) -> None:
        (folder / "content").mkdir(parents=True)
        (folder / "layout").write_text(MARK.format(0), encoding="utf-8")
        for procedure in procedures:
            self.write_entry(folder, procedure)

    def command(self, folder: Path, places: Places, day: date = DAY, themed: bool = False) -> list[str]:
        return [sys.executable, "-X", "utf8", "-c", self.program, day.isoformat(), "themed" if themed else "plain"]

    def output(self, folder: Path) -> Path:
        return folder / "out"

    def page(self, folder: Path, procedure: Procedure) -> Path:
        return folder / "out" / procedure.code

    def forget(self, folder: Path) -> None:
        delete([folder / "out"])

    def write_entry(self, folder: Path, procedure: Procedure) -> None:
        (folder / "content" / procedure.code).write_text(f"{procedure.fee}{procedure.added}", encoding="utf-8")

    def edit_layout(self, folder: Path, turn: int) -> None:
        replace_mark(folder / "layout", turn)


def bench(tmp_path: Path, workload: list[Procedure], program: str = BUILD) -> Bench:
    """A bench whose site was built once with the good program."""
    places = Places(tmp_path)
    made = Bench(Copier(), places, "few", workload[0])
    made.generator.lay_out(made.folder, places, workload)
    made.run(COLD)
    return Bench(Copier(program), places, "few", workload[0])


def days(made: Bench) -> list[str]:
    return (made.folder / "out" / "days").read_text(encoding="utf-8").split()


def test_a_cold_build_finds_nothing_of_the_one_before(tmp_path: Path, workload: list[Procedure]) -> None:
    made = bench(tmp_path, workload)
    made.run(COLD)
    assert days(made) == [DAY.isoformat()]


def test_what_comes_next_finds_what_was_built(tmp_path: Path, workload: list[Procedure]) -> None:
    made = bench(tmp_path, workload)
    made.run(UNCHANGED)
    made.run(ENTRY)
    made.run(DATE)
    assert days(made) == [*3 * [DAY.isoformat()], NEXT_DAY.isoformat()]


def test_each_edit_is_another_one(tmp_path: Path, workload: list[Procedure]) -> None:
    made = bench(tmp_path, workload)
    page = made.generator.page(made.folder, made.edits)
    shown = []
    for _ in range(2):
        made.run(ENTRY)
        shown.append(page.read_text(encoding="utf-8"))
    assert shown[0] != shown[1]


def test_before_the_layout_is_edited_the_site_is_built_with_it(tmp_path: Path, workload: list[Procedure]) -> None:
    made = bench(tmp_path, workload)
    made.run(TEMPLATE)
    assert len(days(made)) == 3
    assert made.generator.page(made.folder, made.edits).read_text(encoding="utf-8").endswith(MARK.format(1))


@pytest.mark.parametrize("scenario", [ENTRY, TEMPLATE])
def test_a_build_that_leaves_the_page_as_it_was_has_failed(
    scenario: str, tmp_path: Path, workload: list[Procedure]
) -> None:
    made = bench(tmp_path, workload, program="")
    with pytest.raises(Failed, match=f"the page of {made.edits.code} does not say"):
        made.run(scenario)


def test_a_build_that_ends_badly_has_failed_with_its_words(tmp_path: Path, workload: list[Procedure]) -> None:
    made = bench(tmp_path, workload, program="raise SystemExit('out of ink')")
    with pytest.raises(Failed, match="exit code 1\nout of ink"):
        made.run(UNCHANGED)


def test_every_scenario_can_be_run(tmp_path: Path, workload: list[Procedure]) -> None:
    made = bench(tmp_path, workload)
    assert [name for name in SCENARIOS if made.run(name).wall <= 0] == []


def test_generators_and_scenarios_are_chosen_by_name_and_kept_in_order() -> None:
    given = arguments().parse_args(["bench", "--peers", "sitegen,hugo", "--scenarios", "entry,cold"])
    assert (given.peers, given.scenarios) == (["hugo", "sitegen"], ["cold", "entry"])


def test_a_generator_that_is_not_known_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        arguments().parse_args(["bench", "--peers", "hugo,jekyll"])
    assert "jekyll: not one of hugo, eleventy" in capsys.readouterr().err

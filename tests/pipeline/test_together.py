"""Two builds at once: one waits for the other, says so, and both end well."""

import subprocess
import sys
from datetime import date
from pathlib import Path

from builds import Nursery, clean, environment, pages, tree

from site_gen.outputs.writer.lock import build_lock

DAYS = ("2026-12-01", "2026-12-02")


def begin(day: str, home: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "site_gen", "build", "--as-of", day],
        cwd=home,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def test_two_builds_at_once_both_end_well_and_what_is_remembered_is_true(
    content: Path, tmp_path: Path, nursery: Nursery
) -> None:
    sites = {day: clean(content, tmp_path / day, as_of=date.fromisoformat(day)) for day in DAYS}
    both = [begin(day, tmp_path) for day in DAYS]
    said = [process.communicate()[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    last = tree(tmp_path / "output")
    assert last in sites.values()
    for day in (*DAYS, DAYS[1]):
        ran = nursery.run("build", "--as-of", day, cwd=tmp_path)
        assert (ran.code, tree(tmp_path / "output")) == (0, sites[day]), ran.err


def test_the_second_build_says_that_it_waits_and_for_whom(content: Path, tmp_path: Path) -> None:
    with build_lock(tmp_path / ".sitegen" / "output", 0):
        second = begin(DAYS[0], tmp_path)
        assert second.stderr is not None
        assert second.stderr.readline().startswith("Another build is running (process ")
        assert not (tmp_path / "output").exists()
    _, err = second.communicate()
    assert second.returncode == 0
    assert err.startswith(f"{pages(tmp_path / 'output')} pages ")


def test_who_waited_builds_what_the_content_has_become_meanwhile(
    content: Path, tmp_path: Path, nursery: Nursery
) -> None:
    with build_lock(tmp_path / ".sitegen" / "output", 0):
        second = begin(DAYS[0], tmp_path)
        assert second.stderr is not None
        second.stderr.readline()
        (content / "pages" / "gioi-thieu.md").unlink()
    second.communicate()
    assert second.returncode == 0
    assert not (tmp_path / "output" / "gioi-thieu.html").exists()
    ran = nursery.run("build", "--as-of", DAYS[0], cwd=tmp_path)
    assert ran.err.startswith(f"Nothing has changed: {pages(tmp_path / 'output')} pages")


def test_builds_into_two_folders_do_not_wait_for_each_other(content: Path, tmp_path: Path, nursery: Nursery) -> None:
    with build_lock(tmp_path / ".sitegen" / "output", 0):
        ran = nursery.run("build", "-d", "other", "--as-of", DAYS[0], cwd=tmp_path)
    assert (ran.code, "Another build" in ran.err) == (0, False)

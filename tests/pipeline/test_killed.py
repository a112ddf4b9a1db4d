"""A build that is killed, interrupted, or left by its parent: no file is ever half, and the next command makes it whole."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from builds import DAY_WRITTEN, Nursery, change, clean, environment, lay, lay_bare, tree

from site_gen.outputs.writer.lock import hold
from site_gen.pipeline.stream import FEW

KILLS = 20


def many(content: Path, count: int, word: str = "Chữ") -> Path:
    """A site of many pages, all of one kind."""
    lay_bare(content)
    for number in range(count):
        text = f"---\ntitle: Trang {number}\n---\n{word} của trang {number}.\n"
        (content / "pages" / f"trang-{number}.md").write_text(text, encoding="utf-8")
    return content


def test_a_kill_at_a_random_moment_leaves_only_whole_files_and_the_next_build_the_whole_site(
    memory: Path, nursery: Nursery
) -> None:
    contents = [many(memory / "old", 20), many(memory / "new", 18, "Lời")]
    (contents[1] / "pages" / "trang-0.md").rename(contents[1] / "pages" / "trang-khong.md")
    change(contents[1] / "site.yml", "short_name: UBND xã Bình An", "short_name: Xã Bình An")
    sites = [clean(content, memory / f"{content.name}-clean") for content in contents]
    words = [["build", "-s", content, "-d", "output", "--as-of", DAY_WRITTEN] for content in contents]
    assert nursery.run(*words[0], cwd=memory).code == 0
    whole = 0.3  # seconds that a build takes here, at first a guess

    dice = random.Random(20261201)
    killed, turn = 0, 0
    for _ in range(4 * KILLS):
        turn = 1 - turn
        child = nursery.begin(*words[turn], cwd=memory)
        time.sleep(dice.uniform(0, whole))
        ran = nursery.kill(child)
        killed += ran.code == -signal.SIGKILL
        for path, data in tree(memory / "output").items():
            whole_ones = [site[path] for site in sites if path in site]
            assert data in whole_ones or path.startswith(".sitegen"), path
        started = time.monotonic()
        ran = nursery.run(*words[turn], cwd=memory)
        whole = (whole + time.monotonic() - started) / 2
        assert (ran.code, tree(memory / "output")) == (0, sites[turn]), ran.err
        if killed == KILLS:
            break
    assert killed == KILLS
    assert {path.name for path in memory.iterdir()} == {".sitegen", "output", "old", "new", "old-clean", "new-clean"}


DIES_ON_THE_WAY_IN = """
import os
from site_gen.outputs.writer import journal
real, moves = journal.move, []
def move(*paths):
    moves.append(paths)
    if len(moves) == 12:
        os._exit(9)
    real(*paths)
journal.move = move
from site_gen.cli.main import main
main()
"""


@pytest.mark.parametrize("before", [(), ("check",), ("list", "late")], ids=" ".join)
def test_the_next_build_finishes_what_was_begun_and_who_only_reads_leaves_it_alone(
    before: tuple[str, ...], memory: Path, nursery: Nursery
) -> None:
    content = many(memory / "content", 20)
    old = clean(content, memory / "output")
    change(content / "site.yml", "short_name: UBND xã Bình An", "short_name: Xã Bình An")
    new = clean(content, memory / "clean")
    words = ["build", "--as-of", DAY_WRITTEN, "-q"]
    program = [sys.executable, "-c", DIES_ON_THE_WAY_IN, *words]
    assert subprocess.run(program, cwd=memory, env=environment(), check=False).returncode == 9
    between = tree(memory / "output")
    if before:
        assert nursery.run(*before, "--as-of", DAY_WRITTEN, cwd=memory).code == 0
        assert tree(memory / "output") == between
    assert between.pop(".sitegen.journal")
    assert old != between != new
    assert nursery.run("build", "--as-of", DAY_WRITTEN, cwd=memory).code == 0
    assert tree(memory / "output") == new


def children(process: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False)
    return [int(word) for word in listed.stdout.split()]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with pages enough for two workers."""
    return many(tmp_path_factory.mktemp("large") / "content", 2 * FEW)


class Build:
    """A build on two cores, seen until its workers render."""

    def __init__(self, content: Path, home: Path) -> None:
        words = ["build", "-s", str(content), "-d", "output", "--jobs", "2", "--as-of", DAY_WRITTEN, "-q"]
        self.command = [sys.executable, "-W", "error", "-m", "site_gen", *words]
        self.home = home
        self.process = subprocess.Popen(
            self.command,
            cwd=home,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        self.workers: list[int] = []
        while len(self.workers) < 2:
            time.sleep(0.02)
            assert self.process.poll() is None, self.process.communicate()
            self.workers = children(self.process.pid)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts processes with ps")
def test_workers_end_with_a_killed_build_and_keep_no_lock(large: Path, tmp_path: Path) -> None:
    build = Build(large, tmp_path)
    build.process.kill()
    build.process.communicate()
    with hold(tmp_path / ".sitegen" / "output" / "build.lock", 30):
        pass  # a worker that lived on would hold it still
    assert subprocess.run(build.command, cwd=tmp_path, env=environment(), check=False).returncode == 0
    assert (tmp_path / "output" / f"trang-{2 * FEW - 1}.html").is_file()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts processes with ps")
def test_the_interrupt_key_ends_all_with_one_sentence_and_leaves_the_old_site(large: Path, tmp_path: Path) -> None:
    old = clean(lay(tmp_path / "content"), tmp_path / "output")
    build = Build(large, tmp_path)
    os.killpg(build.process.pid, signal.SIGINT)
    out, err = build.process.communicate()
    assert (build.process.returncode, out, err.strip()) == (130, "", "Stopped. The old site is still in place.")
    assert tree(tmp_path / "output") == old
    assert [worker for worker in build.workers if Path(f"/proc/{worker}").exists()] == []


def test_the_work_of_a_worker_that_dies_is_done_by_ourselves(large: Path, tmp_path: Path) -> None:
    build = Build(large, tmp_path)
    os.kill(build.workers[0], signal.SIGKILL)
    out, err = build.process.communicate()
    assert (build.process.returncode, out, err) == (0, "", "")
    assert tree(tmp_path / "output") == clean(large, tmp_path / "clean")

"""A build that is killed, interrupted, or left by its parent: no file is ever half, and the next command makes it whole."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from builds import DAY_WRITTEN, Nursery, change, clean, environment, lay, tree

from site_gen.outputs.lock import hold

KILLS = 50


def reword(content: Path) -> None:
    """Touches every page, removes one and adds one."""
    change(content / "site.yml", "short_name: UBND xã Bình An", "short_name: Xã Bình An")
    (content / "pages" / "gioi-thieu.md").rename(content / "pages" / "ve-trang-nay.md")


def test_a_kill_at_a_random_moment_leaves_only_whole_files_and_the_next_build_the_whole_site(
    tmp_path: Path, nursery: Nursery
) -> None:
    contents = [lay(tmp_path / name) for name in ("old", "new")]
    reword(contents[1])
    sites = [clean(content, tmp_path / f"{content.name}-clean") for content in contents]
    words = [["build", "-s", content, "-d", "output", "--as-of", DAY_WRITTEN] for content in contents]
    assert nursery.run(*words[0], cwd=tmp_path).code == 0
    started = time.monotonic()
    assert nursery.run(*words[1], cwd=tmp_path).code == 0
    whole = time.monotonic() - started
    assert nursery.run(*words[0], cwd=tmp_path).code == 0

    dice = random.Random(20261201)
    killed, turn = 0, 0
    for _ in range(4 * KILLS):
        turn = 1 - turn
        child = nursery.begin(*words[turn], cwd=tmp_path)
        time.sleep(dice.uniform(0, whole))
        ran = nursery.kill(child)
        killed += ran.code == -signal.SIGKILL
        for path, data in tree(tmp_path / "output").items():
            whole_ones = [site[path] for site in sites if path in site]
            assert data in whole_ones or path.startswith(".sitegen"), path
        ran = nursery.run(*words[turn], cwd=tmp_path)
        assert (ran.code, tree(tmp_path / "output")) == (0, sites[turn]), ran.err
        if killed == KILLS:
            break
    assert killed == KILLS
    assert {path.name for path in tmp_path.iterdir()} == {
        ".sitegen", "output", "old", "new", "old-clean", "new-clean"
    }  # fmt: skip


def children(process: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False)
    return [int(word) for word in listed.stdout.split()]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with pages enough for two workers."""
    content = lay(tmp_path_factory.mktemp("many") / "content")
    for number in range(300):
        (content / "pages" / f"trang-{number}.md").write_text(
            f"---\ntitle: Trang {number}\n---\nChữ.\n", encoding="utf-8"
        )
    return content


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
            assert self.process.poll() is None, self.process.communicate()
            self.workers = children(self.process.pid)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts processes with ps")
def test_workers_end_with_a_killed_build_and_keep_no_lock(many: Path, tmp_path: Path) -> None:
    build = Build(many, tmp_path)
    build.process.kill()
    build.process.communicate()
    with hold(tmp_path / ".sitegen" / "output" / "build.lock", 30):
        pass  # a worker that lived on would hold it still
    assert subprocess.run(build.command, cwd=tmp_path, env=environment(), check=False).returncode == 0
    assert (tmp_path / "output" / "trang-299.html").is_file()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts processes with ps")
def test_the_interrupt_key_ends_all_with_one_sentence_and_leaves_the_old_site(many: Path, tmp_path: Path) -> None:
    old = clean(lay(tmp_path / "content"), tmp_path / "output")
    build = Build(many, tmp_path)
    os.killpg(build.process.pid, signal.SIGINT)
    out, err = build.process.communicate()
    assert (build.process.returncode, out, err.strip()) == (130, "", "Stopped. The old site is still in place.")
    assert tree(tmp_path / "output") == old
    assert [worker for worker in build.workers if Path(f"/proc/{worker}").exists()] == []


def test_a_worker_that_dies_fails_the_build_and_not_the_site(many: Path, tmp_path: Path) -> None:
    old = clean(lay(tmp_path / "content"), tmp_path / "output")
    build = Build(many, tmp_path)
    os.kill(build.workers[0], signal.SIGKILL)
    _, err = build.process.communicate()
    assert build.process.returncode in (0, 3), err  # 0 where it died when all was rendered
    if build.process.returncode == 3:
        assert tree(tmp_path / "output") == old

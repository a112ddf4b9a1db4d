"""A site is published over an older one and everything that can happen to a computer happens to it."""

from __future__ import annotations

import errno
import gc
import inspect
import json
import os
import random
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from itertools import count
from pathlib import Path

import pytest

import site_gen
from site_gen.outputs.writer import swap as swapping
from site_gen.outputs.writer.disk import publish
from site_gen.outputs.writer.journal import recover
from site_gen.outputs.writer.record import damaged, manifest
from site_gen.outputs.writer.refused import OutputHeld, OutputRefused
from site_gen.outputs.writer.tree import measure

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills processes as Unix does")

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs the exchange of Linux")

Site = dict[str, bytes]


def large_site(letter: str) -> dict[str, bytes]:
    site = {f"thu-tuc/{n % 4}/{n}.html": f"procedure {n}".encode() * 500 for n in range(40)}
    site |= {f"tin/{n}.html": (letter * 3000 + str(n)).encode() for n in range(10)}
    site |= {f"{letter}/only/{n}.html": (letter * 3000).encode() for n in range(9)}
    site["files/large.pdf"] = letter.encode() * 2_000_000
    return site


# From a to b: a file changes, one goes, one comes, one changes its case, a file becomes a folder, a
# folder becomes a file, and one stays.
SMALL = {
    "a": {"index.html": b"a" * 9, "old/1.html": b"1", "Tin.html": b"t", "x": b"x", "y/1/2": b"y", "same": b"s"},
    "b": {"index.html": b"b" * 9, "new/2.html": b"2", "tin.html": b"T", "x/1": b"X", "y": b"Y", "same": b"s"},
}


def read(out: Path) -> Site:
    files = (file for file in out.rglob("*") if file.is_file())
    found = {file.relative_to(out).as_posix(): file.read_bytes() for file in files}
    return {path: data for path, data in found.items() if not path.startswith(".sitegen")}


def assert_no_half_file(out: Path, *sites: Mapping[str, bytes]) -> None:
    for path, data in read(out).items():
        assert data in [site[path] for site in sites if path in site], f"{path} is half written"


def assert_whole(out: Path, *sites: Mapping[str, bytes]) -> int:
    """Asserts that `out` is exactly one of `sites`, with nothing left over; says which."""
    found = read(out)
    names = [number for number, site in enumerate(sites) if site == found]
    assert names, f"a mixture: {sorted(found)}"
    assert manifest(out) == {path: sha256(data).hexdigest() for path, data in found.items()}
    assert {file.name for file in out.parent.iterdir()} <= {out.name, ".sitegen"}
    assert not [file for file in out.glob(".sitegen*") if file.name != ".sitegen.json"]
    assert not list(out.parent.glob(".sitegen/staging-*"))
    return names[0]


# Killed at any moment

PUBLISHER = """
import sys
from pathlib import Path
from site_gen.outputs.writer.disk import publish
out, state, swap = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "swap"
a, b = large_site("a"), large_site("b")
keep = {path for path in a if a[path] == b.get(path)}
print("go", flush=True)
publish(out, state, a, (), swap=swap)
print("a", flush=True)
publish(out, state, {path: data for path, data in b.items() if path not in keep}, keep, swap=swap)
print("b", flush=True)
sys.stdin.read()
"""


class Publisher:
    """A process that publishes site a, then site b, and says so."""

    def __init__(self, home: Path, way: str) -> None:
        program = inspect.getsource(large_site) + PUBLISHER
        self.out, self.state = home / "output", home / ".sitegen"
        self.process = subprocess.Popen(
            [sys.executable, "-c", program, str(self.out), str(self.state), way],
            cwd=Path(site_gen.__file__).parents[1],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self.wait_for("go")

    def wait_for(self, word: str) -> float:
        """Seconds until the process says `word`."""
        assert self.process.stdout is not None
        start = time.perf_counter()
        assert self.process.stdout.readline() == f"{word}\n".encode()
        return time.perf_counter() - start

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.mark.parametrize(("way", "kills"), [("in place", 50), ("swap", 20)])
def test_a_kill_at_a_random_moment_never_leaves_half_a_site(memory: Path, way: str, kills: int) -> None:
    a, b = large_site("a"), large_site("b")
    trial = Publisher(memory / "trial", way)
    durations = [trial.wait_for("a"), trial.wait_for("b")]
    trial.kill()
    dice = random.Random(1130)
    for number in range(kills):
        publisher = Publisher(memory / str(number), way)
        published = number % 3 != 0  # a third of the kills comes during the very first publication
        if published:
            publisher.wait_for("a")
        moment = time.perf_counter() + durations[published] * number / kills * dice.uniform(0.8, 1.2)
        while time.perf_counter() < moment:
            pass  # sleeping is too coarse
        publisher.kill()
        out, state = publisher.out, publisher.state
        assert_no_half_file(out, a, b)
        recover(out, state)
        if published or (out / ".sitegen.json").exists():
            assert_whole(out, a, b)
        else:
            assert read(out) == {}
        publish(out, state, b, ())
        assert_whole(out, b)
        shutil.rmtree(out.parent)


@pytest.mark.parametrize("swap", [False, pytest.param(True, marks=linux)])
def test_a_visitor_finds_every_page_whole_while_sites_come_and_go(tmp_path: Path, swap: bool) -> None:
    out, state = tmp_path / "output", tmp_path / ".sitegen"
    sites = [large_site("a"), large_site("b")]
    publish(out, state, sites[0], ())
    pages = ["files/large.pdf", "tin/3.html", "thu-tuc/1/1.html"]
    bad: list[str] = []
    visits = 0
    ended = threading.Event()

    def visit() -> None:
        nonlocal visits
        while not ended.is_set():
            for path in pages:
                visits += 1
                try:
                    data = (out / path).read_bytes()
                except FileNotFoundError:
                    data = b"missing"
                if data not in (sites[0][path], sites[1][path]):
                    bad.append(path)

    visitor = threading.Thread(target=visit)
    visitor.start()
    for turn in range(1, 13):
        publish(out, state, sites[turn % 2], (), swap=swap)
    ended.set()
    visitor.join()
    assert visits > 30
    assert bad == []


# Killed, or failing, at every single call to the system

CALLS = ("open", "write", "fsync", "replace", "rename", "unlink", "mkdir", "rmdir", "link")


class Faults:
    """Counts the calls that change a disk, and lets the one numbered `at` go wrong."""

    def __init__(self, at: int, fail: Callable[[str], None]) -> None:
        self.count = 0
        self.at = at
        self.fail = fail

    def install(self, replace: Callable[[str, object], None]) -> None:
        for name in CALLS:
            replace(name, self._watched(name, getattr(os, name)))

    def _watched(self, name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **named: object) -> object:
            if not (name == "open" and not _writes(args)):
                self.count += 1
                if self.count == self.at:
                    if name == "write":
                        real(args[0], memoryview(args[1])[: len(args[1]) // 2])
                    self.fail(name)
            return real(*args, **named)

        return call


def _writes(args: tuple[object, ...]) -> bool:
    return len(args) > 1 and bool(int(str(args[1])) & (os.O_WRONLY | os.O_RDWR))


def die_at(number: int, work: Callable[[], object]) -> bool:
    """Does `work` in a process that ends, without any cleaning up, at its call `number`; says if it did."""
    child = os.fork()
    if child == 0:
        gc.disable()  # it would go through, and so copy, all that the test process holds
        try:
            Faults(number, lambda name: os._exit(9)).install(lambda name, call: setattr(os, name, call))
            work()
            os._exit(0)
        except BaseException:
            os._exit(1)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in {0, 9}
    return code == 9


def fresh(base: Path) -> Iterator[Path]:
    """Fresh folders, one after the other, in which site a is published."""
    publish(base / "0" / "output", base / "0" / ".sitegen", SMALL["a"], ())
    for number in count(1):
        shutil.copytree(base / "0", base / str(number))
        yield base / str(number)
        shutil.rmtree(base / str(number))


@pytest.fixture
def homes(memory: Path) -> Iterator[Path]:
    return fresh(memory)


def publish_b(home: Path, way: str) -> None:
    fresh = {path: data for path, data in SMALL["b"].items() if path != "same"}
    if way == "renames":
        swapping.exchange = lambda first, second: False
    publish(home / "output", home / ".sitegen", fresh, {"same"}, swap=way != "in place")


@pytest.fixture(autouse=True)
def _real_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swapping, "exchange", swapping.exchange)  # undone after the test


@pytest.mark.parametrize("way", ["in place", "swap", "renames"])
def test_a_death_at_any_call_is_followed_by_the_old_site_or_the_new(homes: Iterator[Path], way: str) -> None:
    seen = []
    for number, home in enumerate(homes, 1):
        died = die_at(number, lambda: publish_b(home, way))  # noqa: B023 — called at once, within its turn of the loop
        out, state = home / "output", home / ".sitegen"
        if way != "renames" or out.exists():
            assert_no_half_file(out, SMALL["a"], SMALL["b"])
        recover(out, state)
        seen.append(assert_whole(out, SMALL["a"], SMALL["b"]))
        assert not recover(out, state)
        if not died:
            break
    assert len(seen) > 20
    assert seen == sorted(seen)  # the old site up to one call, the new one after it
    assert set(seen) == {0, 1}


def test_a_death_during_recovery_is_recovered_from_too(homes: Iterator[Path]) -> None:
    home = next(homes)
    number = 0
    while die_at(number := number + 1, lambda: publish_b(home, "in place")):  # noqa: B023 — called at once, within its turn of the loop
        journal = (home / "output" / ".sitegen.journal").exists()
        out, state = home / "output", home / ".sitegen"
        if journal and number % 3 == 0:
            saved = home.with_name("saved")
            shutil.copytree(home, saved)
            step = 0
            while die_at(step := step + 1, lambda: recover(out, state)):  # noqa: B023 — called at once, within its turn of the loop
                assert_no_half_file(out, SMALL["a"], SMALL["b"])
                recover(out, state)
                assert_whole(out, SMALL["b"])
                shutil.rmtree(home)
                shutil.copytree(saved, home)
            shutil.rmtree(saved)
            assert step > 8
        home = next(homes)


@pytest.mark.parametrize("way", ["in place", "swap"])
def test_an_error_of_the_system_at_any_call_is_told_and_the_site_stays_whole(homes: Iterator[Path], way: str) -> None:
    codes = (errno.ENOSPC, errno.EACCES, errno.EIO, errno.EROFS, errno.EXDEV)
    refusals = 0
    for number, home in enumerate(homes, 1):
        out, state = home / "output", home / ".sitegen"
        code = codes[number % len(codes)]

        def fail(name: str, code: int = code) -> None:
            raise OSError(code, os.strerror(code))

        faults = Faults(number, fail)
        refused = refusal_of(lambda: publish_b(home, way), faults)  # noqa: B023 — called at once, within its turn of the loop
        if refused:
            refusals += 1
            begun = isinstance(refused, OutputHeld) or "being put in place" in str(refused.hint)
            assert begun or "Nothing was changed" in str(refused.hint)
            assert begun or read(out) == SMALL["a"]
            assert isinstance(refused.__cause__, OSError)
        assert_no_half_file(out, SMALL["a"], SMALL["b"])
        recover(out, state)
        assert_whole(out, *([SMALL["a"], SMALL["b"]] if refused else [SMALL["b"]]))
        if faults.count < faults.at:
            break
    assert refusals > 20


def refusal_of(work: Callable[[], object], faults: Faults) -> OutputRefused | None:
    with pytest.MonkeyPatch.context() as patch:
        faults.install(lambda name, call: patch.setattr(os, name, call))
        try:
            work()
        except OutputRefused as refused:
            return refused
    return None


def test_a_disk_that_fills_while_staging_leaves_the_old_site_and_no_trace(homes: Iterator[Path]) -> None:
    home = next(homes)
    before = {file: file.stat().st_mtime_ns for file in (home / "output").rglob("*") if file.is_file()}
    real, room = os.write, 2_500_000

    def write(fd: int, data: bytes | memoryview) -> int:
        nonlocal room
        if room == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        done = real(fd, memoryview(data)[: min(room, 300_000)])  # a short write is no error
        room -= done
        return done

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "write", write)
        with pytest.raises(OutputRefused, match="is full"):
            publish(home / "output", home / ".sitegen", large_site("a") | {"z": b"z" * 600_000}, ())
    after = {file: file.stat().st_mtime_ns for file in (home / "output").rglob("*") if file.is_file()}
    assert after == before
    assert_whole(home / "output", SMALL["a"])
    room = 10**9
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "write", write)
        publish(home / "output", home / ".sitegen", large_site("b"), ())
    assert_whole(home / "output", large_site("b"))


# Real disks


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB."""
    mount = tmp_path / "disk"
    mount.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(mount)]
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root can mount a small disk")
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this system does not let root mount a small disk")
    yield mount
    subprocess.run(["umount", str(mount)], check=True)


@pytest.mark.parametrize("beside", [True, False], ids=["state there", "state elsewhere"])
def test_a_real_disk_that_is_full_keeps_its_old_site(disk: Path, tmp_path: Path, beside: bool) -> None:
    out, state = disk / "output", (disk if beside else tmp_path) / ".sitegen"
    publish(out, state, SMALL["a"], ())
    with pytest.raises(OutputRefused, match="is full"):
        publish(out, state, SMALL["b"] | {f"{n}.html": b"n" * 4000 for n in range(30)}, ())
    assert read(out) == SMALL["a"]
    assert not list(out.glob(".sitegen.staging"))
    publish(out, state, SMALL["b"], ())
    assert_whole(out, SMALL["b"])


def test_an_output_folder_that_is_a_disk_of_its_own_is_published_in_place_only(disk: Path, tmp_path: Path) -> None:
    for site in (SMALL["a"], SMALL["b"]):
        publish(disk, tmp_path / ".sitegen", site, ())
        assert read(disk) == site
    with pytest.raises(OutputRefused, match="without `--swap`"):
        publish(disk, tmp_path / ".sitegen", SMALL["a"], (), swap=True)
    assert read(disk) == SMALL["b"]
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == [".sitegen"]


def test_a_real_disk_that_is_read_only_is_told(disk: Path, tmp_path: Path) -> None:
    out = disk / "output"
    publish(out, disk / ".sitegen", SMALL["a"], ())
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    for state in (disk / ".sitegen", tmp_path / ".sitegen"):
        with pytest.raises(OutputRefused, match="no permission"):
            publish(out, state, SMALL["b"], ())
        assert not recover(out, state)
    assert read(out) == SMALL["a"]


@pytest.mark.skipif(os.geteuid() == 0, reason="permissions do not bind root")
def test_a_folder_without_permission_to_write_is_told(homes: Iterator[Path]) -> None:
    home = next(homes)
    (home / "output").chmod(0o555)
    with pytest.raises(OutputRefused, match="no permission"):
        publish(home / "output", home / ".sitegen", SMALL["b"], ())
    (home / "output").chmod(0o755)
    assert_whole(home / "output", SMALL["a"])


# What the journal says, and what is left of it


def kept(home: Path) -> Path:
    """A folder beside a home that keeps it as it is now."""
    return Path(shutil.copytree(home, home.with_name("kept")))


def restored(kept: Path, home: Path) -> Path:
    """The home as it was kept, in the same place: what waits to come in is named after it."""
    shutil.rmtree(home)
    return Path(shutil.copytree(kept, home))


@pytest.fixture(scope="module")
def half_way(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder in which the death came with half of the files brought in, as it is kept, and its place."""
    for number, home in enumerate(fresh(tmp_path_factory.mktemp("half-way")), 1):
        died = die_at(number, lambda: publish_b(home, "in place"))  # noqa: B023 — called at once, within its turn of the loop
        assert died
        index = home / "output" / "index.html"
        if index.read_bytes() == SMALL["b"]["index.html"] and not (home / "output" / "tin.html").exists():
            return kept(home), home
    raise AssertionError


@pytest.fixture
def interrupted(half_way: tuple[Path, Path]) -> Path:
    return restored(*half_way)


@pytest.fixture(scope="module")
def about_to_begin(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder in which the death came with the journal written and no file brought in, as it is kept, and its place."""
    home = next(fresh(tmp_path_factory.mktemp("about-to-begin")))
    for number in count(1):
        die_at(number, lambda: publish_b(home, "in place"))
        if (home / "output" / ".sitegen.journal").exists():
            break
    return kept(home), home


def test_a_lost_state_folder_after_a_death_leaves_a_true_record(interrupted: Path) -> None:
    out, state = interrupted / "output", interrupted / ".sitegen"
    shutil.rmtree(state)
    assert recover(out, state)
    assert damaged(out, verify=True) == set()
    assert_no_half_file(out, SMALL["a"], SMALL["b"])
    publish(out, state, SMALL["b"], ())
    assert_whole(out, SMALL["b"])


def test_staged_bytes_lost_in_a_power_cut_do_not_come_in(interrupted: Path) -> None:
    out, state = interrupted / "output", interrupted / ".sitegen"
    (staging,) = state.glob("staging-*")
    for file in staging.iterdir():
        file.write_bytes(b"\0" * file.stat().st_size)
    assert recover(out, state)
    assert_no_half_file(out, SMALL["a"], SMALL["b"])
    assert damaged(out, verify=True) == set()
    publish(out, state, SMALL["b"], ())
    assert_whole(out, SMALL["b"])


def test_a_moved_output_folder_is_recovered_where_it_is(interrupted: Path) -> None:
    elsewhere = interrupted / "moved"
    (interrupted / "output").rename(elsewhere)
    assert recover(elsewhere, interrupted / ".sitegen")
    assert damaged(elsewhere, verify=True) == set()
    publish(elsewhere, interrupted / ".sitegen", SMALL["b"], ())
    assert read(elsewhere) == SMALL["b"]


def test_a_link_planted_after_a_death_is_not_followed(interrupted: Path, tmp_path: Path) -> None:
    out, state = interrupted / "output", interrupted / ".sitegen"
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "1.html").write_bytes(b"precious")
    shutil.rmtree(out / "x", ignore_errors=True)
    (out / "x").unlink(missing_ok=True)
    (out / "x").symlink_to(outside)
    shutil.rmtree(out / "old")
    (out / "old").symlink_to(outside)
    try:
        recover(out, state)
    except OutputRefused as refused:
        assert "x was not made by this program" in str(refused)  # noqa: PT017 — the refusal is one of several ways to end
    assert read(outside) == {"1.html": b"precious"}
    (out / "x").unlink(missing_ok=True)
    (out / "old").unlink()
    publish(out, state, SMALL["b"], ())
    assert_whole(out, SMALL["b"])


@pytest.mark.parametrize("harm", ["cut", "altered", "empty", "a link", "unsealed", "outside"])
def test_a_journal_that_we_did_not_write_is_thrown_away(about_to_begin: tuple[Path, Path], harm: str) -> None:
    home = restored(*about_to_begin)
    out, state, journal = home / "output", home / ".sitegen", home / "output" / ".sitegen.journal"
    precious = home / "precious"
    precious.write_bytes(b"precious")
    bodies = {
        "unsealed": b"0" * 64 + b"\n" + json.dumps([[], [], ["index.html"]]).encode(),
        "outside": json.dumps([[], [], ["../precious"]]).encode(),
        "empty": b"",
    }
    assert journal.exists()
    if harm in {"cut", "altered"}:
        text = journal.read_bytes()
        journal.write_bytes(text[:-20] if harm == "cut" else text.replace(b"tin", b"tan"))
    elif harm == "a link":
        journal.rename(home / "journal")
        journal.symlink_to(home / "journal")
    else:
        seal = sha256(bodies[harm]).hexdigest().encode() + b"\n" if harm == "outside" else b""
        journal.write_bytes(seal + bodies[harm])
    assert not recover(out, state)
    assert precious.read_bytes() == b"precious"
    precious.unlink()
    (home / "journal").unlink(missing_ok=True)
    assert_whole(out, SMALL["a"])


def test_a_broken_journal_in_a_folder_that_was_never_published_makes_it_nobodys(tmp_path: Path) -> None:
    out = tmp_path / "output"
    out.mkdir()
    (out / ".sitegen.journal").write_bytes(b"?")
    (out / "thesis.doc").write_bytes(b"years of work")
    with pytest.raises(OutputRefused):
        publish(out, tmp_path / ".sitegen", SMALL["a"], ())
    assert read(out) == {"thesis.doc": b"years of work"}


def test_the_interrupt_key_while_files_come_in_ends_with_the_new_site(homes: Iterator[Path]) -> None:
    home = next(homes)
    real = os.replace

    def replace(source: str, target: str) -> None:
        real(source, target)
        if target.endswith("new/2.html"):
            raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "replace", replace)
        with pytest.raises(KeyboardInterrupt):
            publish_b(home, "in place")
    assert_whole(home / "output", SMALL["b"])


def test_recovery_waits_for_a_living_build_and_never_disturbs_its_staging(tmp_path: Path) -> None:
    out, state = tmp_path / "output", tmp_path / ".sitegen"
    publish(out, state, SMALL["a"], ())

    class Slow(dict[str, bytes]):
        def __getitem__(self, path: str) -> bytes:
            if path == "y":  # the first files are staged by now
                assert list(state.glob("staging-*"))
                assert os.waitstatus_to_exitcode(os.waitpid(_recovering(out, state), 0)[1]) == 0
            return super().__getitem__(path)

    publish(out, state, Slow(SMALL["b"]), ())
    assert_whole(out, SMALL["b"])


def _recovering(out: Path, state: Path) -> int:
    child = os.fork()
    if child == 0:
        os._exit(int(recover(out, state)))
    return child


def test_when_there_is_nothing_to_recover_nothing_is_made(tmp_path: Path) -> None:
    assert not recover(tmp_path / "output", tmp_path / ".sitegen")
    assert not list(tmp_path.iterdir())
    assert measure(str(tmp_path)) is None

"""What all tests share: kept answers, and how much hypothesis searches."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from kept import differing

HERE = Path(__file__).parent

# The same examples on every machine, and no stop-watch: a failure must be the code's, not the weather's.
settings.register_profile(
    "sitegen",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("sitegen")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the kept answers anew instead of comparing")


def pytest_configure() -> None:
    """A checkout whose words are not compiled, or were before others came in, is made ready."""
    os.environ["XDG_CACHE_HOME"] = str(HERE.parent / ".pytest_cache" / "user")  # not the tester's own
    words = HERE.parent / "site_gen" / "locale" / "vi" / "LC_MESSAGES" / "sitegen.po"
    compiled = words.with_suffix(".mo")
    if not compiled.is_file() or compiled.stat().st_mtime < words.stat().st_mtime:
        subprocess.run([sys.executable, HERE.parent / "tools" / "compiled_catalogue.py"], check=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where answers are kept anew, only the tests that keep one run."""
    if config.getoption("--update-golden"):
        keeping = [item for item in items if {"golden", "renew"} & set(getattr(item, "fixturenames", ()))]
        config.hook.pytest_deselected(items=[item for item in items if item not in keeping])
        items[:] = keeping


@pytest.fixture(scope="session")
def renew(request: pytest.FixtureRequest) -> bool:
    """Whether answers are kept anew."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def golden(renew: bool) -> Callable[[Path, str], None]:
    """Compares a text with the kept one; with `--update-golden` keeps it."""

    def compare(kept: Path, text: str) -> None:
        if renew:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(text, encoding="utf-8", newline="\n")
        name = kept.relative_to(HERE.parent).as_posix()
        if not kept.is_file():
            pytest.fail(f"{name} is not there: `make golden` keeps it; read what it keeps", pytrace=False)
        if (old := kept.read_text(encoding="utf-8")) != text:
            pytest.fail(differing(name, old, text), pytrace=False)

    return compare


@pytest.fixture(scope="session", autouse=True)
def attachments_read_once() -> Iterator[None]:
    """The same attachment is read once for each test process: a PDF costs a process of its own at every build."""
    from site_gen.pipeline import attachments

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(attachments, "inside_of", cache(attachments.inside_of))
        yield


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The repository's own content on a pinned day, built once for all test processes, which only read it."""
    from site_gen.outputs.writer.lock import hold
    from site_gen.pipeline.build import build
    from site_gen.pipeline.request import Request

    base = tmp_path_factory.getbasetemp()
    home = (base if worker_id == "master" else base.parent) / "site"
    out, done = home / "output", home / "built"
    with hold(home / "lock", wait=600):
        if not done.exists():
            outcome = build(Request(HERE.parent / "content", out, date(2026, 11, 21), jobs=1))
            assert outcome.published is not None, [str(d.message) for d in outcome.found if d.severity >= 2]
            done.touch()
    return out


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one, for tests that write thousands of files and wait for the disk."""
    shared = Path("/dev/shm")
    if not os.access(shared, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=shared) as folder:
        yield Path(folder)

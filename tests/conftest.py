"""What all tests share: kept answers, and how much hypothesis searches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

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


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with the kept one; with `--update-golden` keeps it."""
    renew = request.config.getoption("--update-golden")

    def compare(kept: Path, text: str) -> None:
        if renew:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(text, encoding="utf-8", newline="\n")
        assert kept.is_file(), f"{kept.relative_to(HERE)} is not there: run `pytest --update-golden` and read it"
        assert text == kept.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session", autouse=True)
def attachments_read_once() -> Iterator[None]:
    """The same attachment is read once for each test process: a PDF costs a process of its own at every build."""
    from site_gen.build import attachments

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(attachments, "said", cache(attachments.said))
        yield


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The repository's own content on a pinned day, built once for all test processes, which only read it."""
    from site_gen.build.build import build
    from site_gen.build.request import Request
    from site_gen.outputs.lock import hold

    base = tmp_path_factory.getbasetemp()
    home = (base if worker_id == "master" else base.parent) / "site"
    out, done = home / "output", home / "built"
    with hold(home / "lock", wait=600):
        if not done.exists():
            outcome = build(Request(HERE.parent / "content", out, date(2026, 11, 21), jobs=1))
            assert outcome.published is not None, [str(d.message) for d in outcome.found if d.severity >= 2]
            done.touch()
    return out

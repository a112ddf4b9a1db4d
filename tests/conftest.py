"""Fixtures shared by all tests: kept answers, site folders laid out from pieces, and how much is searched."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

HERE = Path(__file__).parent
BASE_SITE = HERE / "kinds" / "base_site"

# The same examples on every machine, and no stop-watch: a failure must be the code's, not the weather's.
settings.register_profile(
    "sitegen",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("sitegen")

PLACES = {
    "unit.yml": "units/don-vi.yml",
    "person.yml": "people/chuc-danh.yml",
    "plan.md": "plans/ke-hoach/plan.md",
    "tasks.yml": "plans/ke-hoach/tasks.yml",
    "progress.yml": "plans/ke-hoach/progress/quy-1.yml",
    "scorecard.yml": "scorecards/bang-diem.yml",
    "page.md": "pages/trang.md",
}
"""Where a case's file goes when it is not kept under its true path; anything else lies where the case has it."""
KEPT_ONLY = frozenset({"expected.txt", ".gitattributes"})


def lay_out(root: Path, layers: Iterable[Path]) -> Path:
    """The site folder `root`, made of the base site or a case's files, the later layer over the earlier."""
    for layer in layers:
        for path in sorted(p for p in layer.rglob("*") if p.is_file() and p.name not in KEPT_ONLY):
            inner = path.relative_to(layer).as_posix()
            target = root / PLACES.get(inner, inner)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    return root


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


@pytest.fixture
def site_folder(tmp_path: Path) -> Callable[..., Path]:
    """Makes a site folder of the base site and the given layers."""
    return lambda *layers: lay_out(tmp_path / "site", (BASE_SITE, *layers))

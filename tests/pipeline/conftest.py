"""A site to edit and build, and a nursery of commands."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from builds import THEME, Nursery, lay


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the small site in `content` of the working folder."""
    return lay(tmp_path / "content")


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A copy of the shipped theme in `theme` of the working folder."""
    return Path(shutil.copytree(THEME, tmp_path / "theme"))


@pytest.fixture(scope="session")
def nursery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    """Commands that are born quickly."""
    nursery = Nursery(tmp_path_factory.mktemp("nursery"))
    yield nursery
    nursery.close()

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from site_gen.base.user_cache import user_cache

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="they have folders of their own")


def test_it_lies_where_the_user_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert user_cache() == tmp_path / "sitegen"


@pytest.mark.parametrize("named", ["", "relative/folder"])
def test_else_it_lies_at_home(named: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", named)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert user_cache() == tmp_path / ".cache" / "sitegen"


def test_who_has_no_home_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert user_cache() is None

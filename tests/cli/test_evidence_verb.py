"""`sitegen evidence pack`: what it prints, and how it ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_the_check_prints_a_line_for_each_lack_and_fails(run: Run, content: Path) -> None:
    ran = run("evidence", "pack", "--check", "nghia-vu")
    assert ran.code == 1
    assert all(line.startswith("nghia-vu: ") for line in ran.out.splitlines())
    assert "in all" in ran.err


def test_a_pack_is_named_with_its_files(run: Run, content: Path) -> None:
    ran = run("evidence", "pack", "cchc-2026", "-d", "packs")
    assert ran.code == 0, ran.err
    assert "ke-hoach-cchc-2026" in ran.out
    assert Path("packs/ke-hoach-cchc-2026.zip").is_file()


def test_an_unknown_pack_is_refused_with_the_nearest(run: Run, content: Path) -> None:
    ran = run("evidence", "pack", "cchc-2025", "--check")
    assert ran.code == 2
    assert "`cchc-2026`" in ran.err

"""Makes the modules of `benchmarks/ssg` importable, as they are for the benchmark itself, and lays out a small workload."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2] / "benchmarks" / "ssg"))

from workload import Procedure, procedures  # its folder was named only now


@pytest.fixture(scope="session")
def workload() -> list[Procedure]:
    """A few procedures: every field and unit has one, and some have several."""
    return list(procedures(36))

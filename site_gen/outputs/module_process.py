"""A module of this package run as a process of its own, for what may be kept busy or killed by the file that it reads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]


def start_module(name: str) -> subprocess.Popen[bytes]:
    """Starts `python -m name`, which finds this very package; what it complains of is dropped.

    Args:
        name: The module, such as `site_gen.outputs.contents.pdf_reader`.
    """
    return subprocess.Popen(
        [sys.executable, "-m", name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    )


def run_module(name: str, given: bytes, seconds: float) -> bytes:
    """What such a module writes when it is given a text, up to where it ended or `seconds` were over."""
    process = start_module(name)
    try:
        return process.communicate(given, timeout=seconds)[0]
    except subprocess.TimeoutExpired:
        process.kill()
        return process.communicate()[0]


def _environment() -> dict[str, str]:
    path = os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH", "")]))
    return {**os.environ, "PYTHONPATH": path}

"""A module of this package run as a process of its own, for what may be kept busy or killed by the file that it reads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]


def run_module(name: str, given: bytes, seconds: float) -> subprocess.CompletedProcess[bytes]:
    """Runs `python -m name`, which finds this very package.

    Args:
        name: The module, such as `site_gen.outputs.contents.pdf_reader`.
        given: Its standard input.
        seconds: After so many it is ended, and TimeoutExpired raised.
    """
    path = os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH", "")]))
    command = [sys.executable, "-m", name]
    return subprocess.run(
        command, input=given, capture_output=True, timeout=seconds, env={**os.environ, "PYTHONPATH": path}
    )

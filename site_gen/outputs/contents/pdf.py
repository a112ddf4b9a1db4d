"""The words of a PDF, read by a process of its own: a damaged or hostile file may keep that busy, never us."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from pydantic import TypeAdapter

from site_gen.outputs.contents.inside import Inside

SECONDS = 60
_ROOT = Path(__file__).parents[3]


def read_pdf(data: bytes, signed: bool) -> Inside:
    """What the PDF says; `unread` where it took too long, was too large or cannot be understood."""
    command = [sys.executable, "-m", "site_gen.outputs.contents.pdf_reader"]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH", "")]))}
    try:
        ran = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=True, env=env)
        return replace(TypeAdapter(Inside).validate_json(ran.stdout), signed=signed)
    except (subprocess.SubprocessError, OSError, ValueError):
        return Inside("", signed=signed, unread=True)

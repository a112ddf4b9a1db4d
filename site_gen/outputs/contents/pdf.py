"""The words of a PDF, read by a process of its own: a damaged or hostile file may keep that busy, never us."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from site_gen.outputs.contents.said import Said

SECONDS = 60
_ROOT = Path(__file__).parents[3]


def read_pdf(data: bytes, signed: bool) -> Said:
    """What the PDF says; `unread` where it took too long, was too large or cannot be understood."""
    command = [sys.executable, "-m", "site_gen.outputs.contents.pdf_reader"]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH", "")]))}
    try:
        ran = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=True, env=env)
        told = json.loads(ran.stdout)
        return Said(
            str(told["text"]),
            tuple(map(str, told["names"])),
            signed=signed,
            pictures=bool(told["pictures"]),
            locked=bool(told["locked"]),
            unread=bool(told["unread"]),
        )
    except (subprocess.SubprocessError, OSError, ValueError, KeyError, TypeError):
        return Said("", signed=signed, unread=True)

"""The words of a PDF, read by a process of its own: a damaged or hostile file may keep that busy, never us."""

from __future__ import annotations

import subprocess
from dataclasses import replace

from pydantic import TypeAdapter

from site_gen.outputs.contents.inside import Inside
from site_gen.outputs.module_process import run_module

SECONDS = 60


def read_pdf(data: bytes, signed: bool) -> Inside:
    """What the PDF says; `unread` where it took too long, was too large or cannot be understood."""
    try:
        ran = run_module("site_gen.outputs.contents.pdf_reader", data, SECONDS)
        ran.check_returncode()
        return replace(TypeAdapter(Inside).validate_json(ran.stdout), signed=signed)
    except (subprocess.SubprocessError, OSError, ValueError):
        return Inside("", signed=signed, unread=True)

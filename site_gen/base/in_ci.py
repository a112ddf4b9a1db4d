"""Whether a machine runs us, with nobody who watches and no run after this one."""

from __future__ import annotations

import os


def in_ci() -> bool:
    """GitHub, GitLab and the others say so in `CI`."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false", "no")

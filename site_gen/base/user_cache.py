"""The folder in which this user's programs keep what can be made again."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def user_cache() -> Path | None:
    """The folder of sitegen there, whether or not it exists; None where the user has no place of their own.

    As the XDG Base Directory Specification has it; macOS and Windows have folders of their own.
    """
    named = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    if named and Path(named).is_absolute():
        return Path(named) / "sitegen"
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "sitegen"

"""Which sitegen this is: what was made by another one is never reused."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

import site_gen
from site_gen.build.inputs import stamps

PACKAGE = Path(site_gen.__file__).parent


@lru_cache(maxsize=1)
def engine() -> str:
    """Version and state of the package's own files, so that a developer's edit counts as another engine."""
    files = sorted(
        (p.removeprefix(str(PACKAGE)), s[:2]) for p, s in stamps([PACKAGE]).items() if p.endswith((".py", ".mo"))
    )
    return site_gen.__version__ + "+" + hashlib.sha256(repr(files).encode()).hexdigest()[:12]

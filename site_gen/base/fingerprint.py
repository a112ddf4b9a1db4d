"""A short name for a file by its bytes, so that what has changed has another address."""

from __future__ import annotations

import hashlib
from string import ascii_lowercase


def fingerprint(data: bytes, length: int = 10, letters: str = ascii_lowercase) -> str:
    """So many letters that any other bytes would hardly have; no figures, for a run of them would look like somebody's number."""
    digest = hashlib.sha256(data).digest()
    return "".join(letters[byte % len(letters)] for byte in digest[:length])

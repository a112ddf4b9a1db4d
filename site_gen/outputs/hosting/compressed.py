"""Compressed copies: `page.html.gz` and `.br` beside `page.html`, made once so that no server has to for every reader."""

from __future__ import annotations

import gzip
from functools import cache
from importlib.util import find_spec

from site_gen.outputs.hosting.policy import TYPES

_ENDINGS = tuple(f".{ending}" for ending in TYPES)
_BEST = 9
"""For gzip the most it can; for brotli the last step before it takes tens of times as long for a few percent."""


def compressed_copies_of(path: str) -> tuple[str, ...]:
    """The paths of a file's copies; none where it is compressed by its own form, as pictures and PDF are."""
    if not path.endswith(_ENDINGS):
        return ()
    return (f"{path}.gz", f"{path}.br") if _brotli() else (f"{path}.gz",)


def original(copy: str) -> str:
    """The file whose copy this is; a file that is none is its own."""
    whole = copy.removesuffix(".gz").removesuffix(".br")
    return whole if whole != copy and whole.endswith(_ENDINGS) else copy


def compressed(data: bytes, copy: str) -> bytes:
    """The bytes of a copy, the same on every day and machine with the same library."""
    if copy.endswith(".gz"):
        return gzip.compress(data, _BEST, mtime=0)
    import brotli

    packed: bytes = brotli.compress(data, mode=brotli.MODE_TEXT, quality=_BEST)
    return packed


@cache
def _brotli() -> bool:
    """Whether the extra `[fast]` is there."""
    return find_spec("brotli") is not None

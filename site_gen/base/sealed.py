"""Values that a run leaves for the next one, pickled into a file that only the same user's same program ever reads.

A pickle can do anything to who reads it, and a folder of content may come from anywhere, with such a file in it. So it is
sealed with a key that lies in the user's own cache. Whatever is wrong with a file, it only costs time.
"""

from __future__ import annotations

import gc
import hashlib
import hmac
import io
import os
import pickle
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from site_gen.base.engine import engine
from site_gen.base.user_cache import user_cache

Reducers = dict[type, Callable[[Any], Any]]
"""How objects of some types are pickled, as `copyreg` has it."""
_KEY, _SEAL = 32, 32
"""Bytes of the key, and of the seal at the beginning of a file."""


def unsealed(path: Path) -> Any:
    """The value that the same user and program kept there; None where there is nothing that can be trusted."""
    try:
        key, data = _key(), path.read_bytes()
        if key is None or not hmac.compare_digest(data[:_SEAL], _seal(key, data[_SEAL:])):
            return None
        collects = gc.isenabled()
        gc.disable()  # many objects, and no garbage among them
        try:
            return pickle.loads(memoryview(data)[_SEAL:])
        finally:
            gc.freeze()
            if collects:
                gc.enable()
    except Exception:
        return None


def seal(path: Path, value: object, reducers: Reducers | None = None) -> None:
    """Keeps a value, whole or not at all."""
    if (key := _key()) is None:
        return
    with suppress(Exception):
        out = io.BytesIO()
        pickler = pickle.Pickler(out, pickle.HIGHEST_PROTOCOL)
        pickler.dispatch_table = reducers or {}
        pickler.dump(value)
        body = out.getbuffer()
        _write(path, _seal(key, body), body)


def _seal(key: bytes, body: bytes | memoryview) -> bytes:
    digest = hashlib.blake2b(engine().encode(), key=key, digest_size=_SEAL)
    digest.update(body)
    return digest.digest()


def _key() -> bytes | None:
    """The user's own key, made when it is first needed; None where they have no place for it."""
    cache = user_cache()
    if cache is None:
        return None
    path = cache / "key"
    with suppress(OSError):
        if path.stat().st_size == _KEY:
            return path.read_bytes()
    with suppress(OSError):
        _write(path, secrets.token_bytes(_KEY))  # of two that make one at once the later one's stays
        return path.read_bytes()
    return None


def _write(path: Path, *parts: bytes | memoryview) -> None:
    """A file that nobody else may read, whole or not at all.

    Raises OSError where it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.writelines(parts)
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise

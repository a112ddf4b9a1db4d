"""Values that a run leaves for the next one, pickled into a file that only the same user's same program ever reads.

A pickle can do anything to who reads it, and a folder of content may come from anywhere, with such a file in it. So it is
sealed with a key that lies in the user's own cache. Whatever is wrong with a file, it only costs time.
"""

from __future__ import annotations

import gc
import hashlib
import hmac
import os
import pickle
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

from site_gen.base.dataclass import dataclass
from site_gen.base.engine import engine
from site_gen.base.user_cache import user_cache

_HOW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
"""A link that lies there leads somewhere else; and Windows would write other line ends."""
Reducers = dict[type, Callable[[Any], Any]]
"""How objects of some types are pickled, as `copyreg` has it."""
_KEY, _SEAL = 32, 32
"""Bytes of the key, and of the seal at the beginning of a file."""


def unsealed(path: Path) -> Any:
    """The value that the same user and program kept there; None where there is nothing that can be trusted."""
    try:
        key, data = _key(), memoryview(path.read_bytes())
        if key is None or not hmac.compare_digest(data[:_SEAL], _digest(key, data[_SEAL:]).digest()):
            return None
        collects = gc.isenabled()
        gc.disable()  # many objects, and no garbage among them
        try:
            return pickle.loads(data[_SEAL:])
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
    with suppress(Exception), _written(path) as file:
        file.write(bytes(_SEAL))
        sealing = _Sealing(file, _digest(key))
        pickler = pickle.Pickler(sealing, pickle.HIGHEST_PROTOCOL)
        pickler.dispatch_table = reducers or {}
        pickler.dump(value)
        file.seek(0)
        file.write(sealing.digest.digest())


@dataclass(slots=True)
class _Sealing:
    """What is written passes through it into the seal: it is too large to be held beside what it is made of."""

    file: BinaryIO
    digest: hashlib.blake2b

    def write(self, data: bytes | memoryview) -> int:
        """Takes the next bytes."""
        self.digest.update(data)
        return self.file.write(data)


def _digest(key: bytes, body: bytes | memoryview = b"") -> hashlib.blake2b:
    """What a seal is worked out with: over the program, then over what is sealed."""
    digest = hashlib.blake2b(engine().encode(), key=key, digest_size=_SEAL)
    digest.update(body)
    return digest


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
        with _written(path) as file:  # of two that make one at once the later one's stays
            file.write(secrets.token_bytes(_KEY))
        return path.read_bytes()
    return None


@contextmanager
def _written(path: Path) -> Iterator[BinaryIO]:
    """A file that nobody else may read, there whole when the block ends, else as before.

    Raises OSError where it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with os.fdopen(os.open(temporary, _HOW, 0o600), "wb") as file:
            yield file
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise

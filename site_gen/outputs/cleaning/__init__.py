"""Attachments without what they say of who made them, where and with what: the same picture, the same words.

Every cleaner is a pure function from bytes to bytes that changes nothing a reader sees, and gives the same bytes for
the same file. What is signed stays as it is: taking a name out would break the signature.
"""

from __future__ import annotations

from collections.abc import Callable

from site_gen.outputs.cleaning.mp4 import mp4
from site_gen.outputs.cleaning.office import office
from site_gen.outputs.cleaning.pdf import pdf
from site_gen.outputs.cleaning.pictures import jpeg, png, webp
from site_gen.outputs.cleaning.svg import svg
from site_gen.outputs.packed import Broken

__all__ = ["Broken", "cleaned"]

_CLEANERS: dict[str, Callable[[bytes], bytes]] = {
    **dict.fromkeys(("docx", "ods", "odt", "xlsx"), office),
    **{"jpeg": jpeg, "jpg": jpeg, "mp4": mp4, "pdf": pdf, "png": png, "svg": svg, "webp": webp},
}


def cleaned(name: str, data: bytes) -> bytes:
    """The file as it may be published. Raises `Broken` where it is not what its ending says."""
    clean = _CLEANERS.get(name.rpartition(".")[2].lower())
    return clean(data) if clean is not None else data

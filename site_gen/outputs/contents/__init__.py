"""What is in an attachment: its words, and whom its metadata names.

Nothing here trusts the file: a compressed one is unpacked within bounds, a PDF is read by a process of its own that has a
limit of time and memory, and what cannot be read is reported, not guessed.
"""

from __future__ import annotations

from site_gen.outputs.cleaning.office import names
from site_gen.outputs.cleaning.office import signed as office_signed
from site_gen.outputs.cleaning.pdf import signed as pdf_signed
from site_gen.outputs.contents.inside import INSIDE, LETTERS, Inside
from site_gen.outputs.contents.office import WORDS
from site_gen.outputs.contents.pdf import one_reader, read_pdf
from site_gen.outputs.packed import Packed
from site_gen.outputs.privacy.text import of_csv, of_html

__all__ = ["INSIDE", "Inside", "inside_of", "one_reader"]


def inside_of(name: str, data: bytes) -> Inside:
    """What the file says, after it was cleaned. Raises `Broken` where it is damaged or hostile."""
    ending = name.rpartition(".")[2].lower()
    if ending == "pdf":
        return read_pdf(data, pdf_signed(data))
    if ending in WORDS:
        package = Packed(data)
        signed = office_signed(package)
        return _within(WORDS[ending](package), signed, names(package) if signed else ())
    if ending == "csv":
        return _within(of_csv(data.decode("utf-8-sig", "replace")))
    if ending == "txt":
        return _within(data.decode("utf-8-sig", "replace"))
    if ending == "svg":
        return _within(of_html(data.decode("utf-8", "replace")))
    return Inside("")


def _within(text: str, signed: bool = False, named: tuple[str, ...] = ()) -> Inside:
    """Words up to the bound; what lies beyond is said to be unread."""
    return Inside(text[:LETTERS], named, signed=signed, unread=len(text) > LETTERS)

"""The compiled catalogue: `sitegen.mo` from the words in `sitegen.po`, always the same bytes.

    python tools/compiled_catalogue.py    writes it, where it is not there or other words are

It is not kept in the repository: `make`, the build of a wheel and an editable install call this. Nothing but Babel is
needed here, for a wheel is built where sitegen is not installed.
"""

from __future__ import annotations

import io
import os
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
PO = ROOT / "site_gen" / "locale" / "vi" / "LC_MESSAGES" / "sitegen.po"
MO = PO.with_suffix(".mo")

FIRST_WRITTEN = datetime(2026, 11, 21, tzinfo=UTC)
"""Kept in the header instead of the hour of the last update, so that equal words are equal bytes."""
HEADER = "# Vietnamese words of sitegen. Brought up to date by tools/catalogues.py; the ids are the English ones."


def read(path: Path = PO) -> Catalog:
    """The catalogue as it is kept."""
    with path.open("rb") as file:
        return read_po(file, locale="vi", domain="sitegen", abort_invalid=True)


def pin(catalog: Catalog) -> None:
    """Takes out of a catalogue what changes by itself, or what Babel only guesses."""
    catalog.header_comment = HEADER
    catalog.creation_date = catalog.revision_date = FIRST_WRITTEN
    for message in catalog:  # from percent signs and braces, and wrongly
        message.flags -= {"python-format", "python-brace-format"}


def mo_bytes(catalog: Catalog) -> bytes:
    """The compiled catalogue."""
    pin(catalog)
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def compile_words(po: Path = PO) -> Path:
    """Writes the compiled catalogue beside `po` and gives its path; whoever reads the old one meanwhile reads it whole."""
    mo = po.with_suffix(".mo")
    data = mo_bytes(read(po))
    if mo.is_file() and mo.read_bytes() == data:
        mo.touch()  # `make` goes by its time
    else:
        fresh = mo.with_name(f".{mo.name}.{os.getpid()}.tmp")
        fresh.write_bytes(data)
        fresh.replace(mo)
    return mo


if __name__ == "__main__":
    compile_words()

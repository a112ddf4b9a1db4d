"""Sets sheets with typst. Content reaches it as one JSON value, never as markup; it reads nothing but the theme's folder."""

from __future__ import annotations

import io
import json
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from shutil import copyfile, rmtree
from tempfile import mkdtemp
from typing import Any
from weakref import finalize

from site_gen.base.theme import Theme
from site_gen.base.values import as_json, as_printed
from site_gen.outputs.board.frame import address_of, frame_of, whole_address
from site_gen.outputs.board.letters import fitted, printable
from site_gen.outputs.board.words import words
from site_gen.pages.contributions import Sheet
from site_gen.rules.snapshot import Snapshot

BOARD = "board"
"""Where the templates of sheets and their fonts are in a theme."""

NEEDED = ("typst", "segno")
"""What the optional extra `[pdf]` installs."""


def missing_packages() -> tuple[str, ...]:
    """The packages of the extra that are not installed."""
    return tuple(name for name in NEEDED if find_spec(name) is None)


class Press:
    """Makes PDFs of the sheets of one snapshot.

    The output follows from the values alone: no date, no system font, no network. It is tagged as PDF/UA-1 (ISO 14289-1)
    asks, which typst checks: a picture without words for it would be refused.
    """

    def __init__(self, snapshot: Snapshot, theme: Theme) -> None:
        self.snapshot = snapshot
        self.theme = theme

    @cached_property
    def folder(self) -> Path:
        """One folder with all that typst may read: it takes no second one, so files of one's own are copied over the shipped."""
        *own, shipped = (folder / BOARD for folder in self.theme.folders)
        if not any(folder.is_dir() for folder in own):
            return shipped
        laid = Path(mkdtemp(prefix="sitegen-board-"))
        finalize(self, rmtree, laid, ignore_errors=True)
        for name, path in self.theme.files(f"{BOARD}/**/*").items():
            place = laid / name
            place.parent.mkdir(parents=True, exist_ok=True)
            copyfile(path, place)
        return laid / BOARD

    @property
    def letters(self) -> frozenset[str]:
        """What can be printed."""
        return printable(self.folder / "fonts")

    @cached_property
    def _words(self) -> dict[str, str]:
        return words(self.theme, self.snapshot.catalog.site.language.value)

    @cached_property
    def _compiler(self) -> Any:
        import typst

        return typst.Compiler(root=str(self.folder), font_paths=[str(self.folder / "fonts")], ignore_system_fonts=True)

    def data(self, sheet: Sheet, paper: str) -> str:
        """All that the template is given, as JSON."""
        address = address_of(self.snapshot.catalog.site, sheet)
        frame = frame_of(self.snapshot, sheet, paper, "")
        fit = fitted({"frame": frame, "context": as_printed(sheet.context)}, self.letters)
        assert isinstance(fit, dict)
        assert isinstance(fit["frame"], dict)
        site = self.snapshot.catalog.site
        further = [whole_address(site, url) for url in sheet.codes]
        codes = [{"address": url, "svg": qr_svg(url) if url else ""} for url in further]
        own = {
            "codes": codes,
            "qr": qr_svg(address) if address else "",
            "title": frame["title"],
            "address": address,
            "shown": frame["shown"],
        }
        return json.dumps(
            {**fit, "frame": {**fit["frame"], **own}, "words": self._words}, default=as_json, ensure_ascii=False
        )

    def pdf(self, sheet: Sheet, paper: str) -> bytes:
        """The sheet as a tagged PDF; the same bytes for the same values."""
        return bytes(self._set(sheet, paper, format="pdf", pdf_standards=["ua-1"]))

    def pictures(self, sheet: Sheet, paper: str, ppi: float) -> list[bytes]:
        """Its pages as PNG, `ppi` pixels to an inch."""
        made = self._set(sheet, paper, format="png", ppi=ppi)
        return [bytes(page) for page in (made if isinstance(made, list) else [made])]

    def _set(self, sheet: Sheet, paper: str, **how: Any) -> Any:
        template = str(self.folder / f"{sheet.template}.typ")
        return self._compiler.compile(input=template, sys_inputs={"data": self.data(sheet, paper)}, **how)


def pages_in(pdf: bytes) -> int:
    """How many pages a PDF has."""
    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(pdf)).pages)


def qr_svg(address: str) -> str:
    """The QR code (ISO/IEC 18004) of an address: black on white, with the quiet zone of four modules that readers need.

    Error correction M restores 15 % of the code: a pin, a crease, a raindrop.
    """
    import segno

    return str(segno.make(address, error="m", micro=False).svg_inline(border=4, dark="#000", light="#fff"))

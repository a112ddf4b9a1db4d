"""Sheets as a reader of PDFs meets them: words, pages, fonts, pictures."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pypdf
import zxingcpp
from PIL import Image


@dataclass(frozen=True)
class Printed:
    """A PDF, opened by a program that had no part in making it."""

    reader: pypdf.PdfReader

    @classmethod
    def of(cls, pdf: bytes) -> Printed:
        return cls(pypdf.PdfReader(io.BytesIO(pdf)))

    @cached_property
    def pages(self) -> list[str]:
        """The words of each page, blanks made one; places at which a line may end taken out."""
        return [" ".join(page.extract_text().replace("\u200b", "").split()) for page in self.reader.pages]

    @property
    def text(self) -> str:
        return " ".join(self.pages)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the first page in millimetres."""
        box = self.reader.pages[0].mediabox
        return round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)

    @property
    def catalog(self) -> Any:
        return self.reader.trailer["/Root"]

    def fonts(self) -> set[str]:
        """The family of every font that a page uses; `!` where it is not embedded."""
        return set(self._fonts())

    def _fonts(self) -> Iterator[str]:
        for page in self.reader.pages:
            for font in page["/Resources"].get("/Font", {}).values():
                inner = font.get_object()["/DescendantFonts"][0].get_object()
                name = str(inner["/BaseFont"]).lstrip("/").partition("+")[2].partition("-")[0]
                yield name if "/FontFile2" in inner["/FontDescriptor"].get_object() else f"{name}!"

    def sizes(self) -> dict[float, list[str]]:
        """The words of the first page by the size of their letters in points."""
        found: dict[float, list[str]] = {}

        def seen(text: str, _current: Any, matrix: Any, _font: Any, size: float) -> None:
            if text.strip():
                found.setdefault(round(size * abs(matrix[3]), 1), []).append(text.strip())

        self.reader.pages[0].extract_text(visitor_text=seen)
        return found

    def alternatives(self) -> list[str]:
        """What is said in the place of pictures."""
        return [
            str(text) for element in self._elements(self.catalog["/StructTreeRoot"]) if (text := element.get("/Alt"))
        ]

    def tags(self) -> list[str]:
        """The kinds of structure elements in order of reading."""
        return [str(element["/S"]) for element in self._elements(self.catalog["/StructTreeRoot"]) if "/S" in element]

    def _elements(self, element: Any) -> Iterator[Any]:
        element = element.get_object()
        yield element
        below = element.get("/K", [])
        below = below.get_object() if hasattr(below, "get_object") else below
        for kid in below if isinstance(below, list) else [below]:
            inner = kid.get_object()
            if isinstance(inner, dict) and "/S" in inner:
                yield from self._elements(inner)


def codes(pictures: list[bytes]) -> list[str]:
    """What the QR codes on pictures of pages say."""
    opened = (Image.open(io.BytesIO(picture)) for picture in pictures)
    return [code.text for picture in opened for code in zxingcpp.read_barcodes(picture)]

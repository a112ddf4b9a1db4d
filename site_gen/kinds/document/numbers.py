"""What a document's number says: its place in the year's sequence, the year, the type."""

from __future__ import annotations

import re

from site_gen.base.dataclass import dataclass
from site_gen.kinds.document.model import DocumentType

SYMBOLS = {
    DocumentType.RESOLUTION: "NQ",
    DocumentType.DECISION: "QĐ",
    DocumentType.DIRECTIVE: "CT",
    DocumentType.STATUTE: "QC",
    DocumentType.REGULATION: "QyĐ",
    DocumentType.COMMUNIQUE: "TC",
    DocumentType.NOTICE: "TB",
    DocumentType.GUIDANCE: "HD",
    DocumentType.PROGRAMME: "CTr",
    DocumentType.PLAN: "KH",
    DocumentType.OPTION: "PA",
    DocumentType.SCHEME: "ĐA",
    DocumentType.PROJECT: "DA",
    DocumentType.REPORT: "BC",
    DocumentType.MINUTES: "BB",
    DocumentType.SUBMISSION: "TTr",
    DocumentType.CONTRACT: "HĐ",
    DocumentType.TELEGRAM: "CĐ",
    DocumentType.MEMORANDUM: "BGN",
    DocumentType.AGREEMENT: "BTT",
    DocumentType.AUTHORISATION: "GUQ",
    DocumentType.INVITATION: "GM",
    DocumentType.INTRODUCTION: "GGT",
    DocumentType.LEAVE: "GNP",
    DocumentType.DISPATCH: "PG",
    DocumentType.TRANSFER: "PC",
    DocumentType.NOTIFICATION: "PB",
}
"""How a type is abbreviated in a symbol (NĐ 30/2020, Phụ lục III); official letters and `thư công` carry none."""


@dataclass(frozen=True, slots=True)
class Parts:
    """`05/2026/QĐ-UBND`: serial `5`, year 2026, symbol `QĐ`."""

    serial: str
    year: int | None
    symbol: str


def parts(number: str) -> Parts | None:
    """The parts of a number, None where it is not written as numbers of documents are."""
    hit = re.fullmatch(r"0*(\d+\w?)\s*/\s*(?:(\d{4})\s*/\s*)?(\w+)\b.*", number)
    return Parts(hit[1].lower(), int(hit[2]) if hit[2] else None, hit[3]) if hit else None

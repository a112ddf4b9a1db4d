"""Guides out of a list of procedures, one for each row, marked as drafts: what a list says is there, the rest is still to be written."""

from __future__ import annotations

import re

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import show_date
from site_gen.importers.draft import Doubt, Draft, Noted
from site_gen.importers.importing import Asked, Imported
from site_gen.importers.table import Book, Place
from site_gen.importers.targets.entries import bare
from site_gen.importers.targets.listing import read_items
from site_gen.importers.targets.procedures import LISTING
from site_gen.importers.targets.values import DIGITS

NAME = "procedure"
_CODE = re.compile(rf"\d\.\d{{{DIGITS}}}(?:\.\d{{3}}\.\d\d\.\d\d\.[A-Z]\d\d)?")
_AMOUNT = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)\s*(?:đồng|đ|vnđ)(?:\s*/\s*(.+))?", re.IGNORECASE)
_INCOMPLETE = "Lập từ danh mục, chưa đủ: còn trình tự, thành phần hồ sơ, phí, căn cứ."


def fits(book: Book) -> float:
    """Never by itself: such a table is a list first. Guides are made of it where that is asked for."""
    return 0.0


def read(book: Book, asked: Asked) -> Imported:
    """A draft for each procedure that applies; a row without a code makes none."""
    items = read_items(book, LISTING, asked.mapping, asked.on_row)
    drafts: dict[str, Draft] = {}
    doubts = list(items.doubts)
    for row, heading in zip(items.rows, items.headings, strict=True):
        code = bare(row.get("code"))
        if re.search(r"bãi bỏ", heading, re.IGNORECASE):
            continue
        if not _CODE.fullmatch(code):
            doubts.append(Doubt("IMP020", Place(), bare(row.get("name")), msg("without a code no guide is made")))
            continue
        drafts.setdefault(code, Draft(f"procedures/{code}.yml", _guide(row, book, asked), "", asked.said(book.name)))
    if not drafts:
        doubts.append(Doubt("IMP013", Place(), "", msg("no row of such a list was found"), Severity.ERROR))
    return Imported(NAME, list(drafts.values()), doubts, items.mapping, len(items.rows))


def _guide(row: dict[str, object], book: Book, asked: Asked) -> dict[str, object]:
    """What the row says, each where a guide has it; an amount only where the words are one."""
    fee, online = bare(row.get("fee")), bare(row.get("online"))
    data: dict[str, object] = {
        "draft": "có",
        **{key: row[key] for key in ("code", "name", "procedure_field", "level", "time_limit") if key in row},
        "authority": row.get("unit", ""),
        "online_level": "unknown" if online == "có" else "",
        "sources": [{"title": f"tệp {book.name}", "taken_on": show_date(asked.day)}],
    }
    if fee:
        hit = _AMOUNT.fullmatch(fee)
        said = {"amount": hit[1], "per": hit[2] or ""} if hit else {"verbatim": fee}
        data["fees"] = [{"label": "Phí, lệ phí", **said}]
    missing = Doubt(
        "IMP012", Place(), "", msg("a list says no more than this: write steps, papers, fees, exemptions, legal basis")
    )
    data["note"] = Noted(_INCOMPLETE, (missing,))
    return data

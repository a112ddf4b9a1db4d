"""A list of procedures out of a province's announcement: `procedure-lists/<id>.yml`."""

from __future__ import annotations

import re

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import fold, show_date
from site_gen.importers.assembly import likeliest
from site_gen.importers.draft import Doubt, Draft, Noted
from site_gen.importers.importing import Asked, Imported
from site_gen.importers.table import Book, Place
from site_gen.importers.targets.listing import Items, Listing, read_items
from site_gen.importers.targets.plan_document import first_document
from site_gen.kinds.procedure.model import ListedProcedure

NAME = "procedure_list"
LISTING = Listing(
    ListedProcedure,
    also={
        "code": ("Mã TTHC", "Mã số TTHC", "Mã số", "Mã thủ tục hành chính", "Mã số hồ sơ TTHC"),
        "name": ("Tên thủ tục hành chính", "Tên TTHC", "Thủ tục hành chính", "Tên thủ tục"),
        "procedure_field": ("Lĩnh vực", "Tên lĩnh vực", "Thuộc lĩnh vực"),
        "level": ("Cấp thực hiện", "Cấp giải quyết", "Thẩm quyền giải quyết"),
        "time_limit": ("Thời hạn giải quyết", "Thời gian giải quyết", "Thời hạn"),
        "fee": ("Phí, lệ phí", "Phí, lệ phí (nếu có)", "Lệ phí", "Mức phí"),
        "online": ("Trực tuyến", "Dịch vụ công trực tuyến", "Mức độ DVC", "Toàn trình"),
        "unit": ("Cơ quan thực hiện", "Đơn vị thực hiện", "Bộ phận xử lý", "Cơ quan giải quyết"),
        "note": ("Ghi chú",),
    },
    telling=frozenset({"name", "code"}),
    least=2,
    group="procedure_field",
    unique="code",
    leave=frozenset({"confidence", "taken_on", "ended_on", "state"}),
)
_ADDED, _CHANGED, _ABOLISHED = (
    re.compile(r"\b(?:moi ban hanh|ban hanh moi|cong bo moi|thu tuc moi)\b"),
    re.compile(r"\b(?:sua doi|bo sung)\b"),
    re.compile(r"\b(?:bai bo|huy bo|bi bai bo)\b"),
)


def fits(book: Book) -> float:
    """How likely a file is a list of procedures: a table has a column of codes and one of names."""
    return likeliest(book, LISTING.headed)


def read(book: Book, asked: Asked) -> Imported:
    """The draft of a list."""
    items = read_items(book, LISTING, asked.mapping, asked.on_row)
    rows = [_in_state(row, heading) for row, heading in zip(items.rows, items.headings, strict=True)]
    text = " ".join(
        [*(line.text for line in book.paragraphs[:30]), *(text for whole in items.wholes for text in whole.above)]
    )
    decision = first_document(text)
    data: dict[str, object] = {
        "draft": "có",
        "title": "Danh mục thủ tục hành chính",
        "unit": asked.publisher,
        "source": f"tệp {book.name}" + (f", {decision['title']} số {decision['number']}" if decision else ""),
        "taken_on": show_date(asked.day),
    }
    if decision:
        data["announcements"] = [{**decision, **_changes(items)}]
    data["rows"] = rows
    doubts = items.doubts
    if not rows:
        doubts.append(
            Doubt(
                "IMP013",
                Place(),
                "",
                msg("no row of a list was found: no table has columns for codes and names"),
                Severity.ERROR,
            )
        )
    draft = Draft(f"procedure-lists/{asked.id or 'cap-xa'}.yml", data, "", asked.said(book.name))
    return Imported(NAME, [draft], doubts, items.mapping, len(rows))


def _in_state(row: dict[str, object], heading: str) -> dict[str, object]:
    """The row with its state, where the heading above says that it was abolished."""
    if _ABOLISHED.search(fold(heading)) and not _CHANGED.search(fold(heading)):
        return {**row, "state": "abolished"}
    return row


def _changes(items: Items) -> dict[str, object]:
    """The codes that an announcement adds, changes and abolishes, by the headings above them."""
    out: dict[str, list[str]] = {"added": [], "changed": [], "abolished": []}
    for row, heading in zip(items.rows, items.headings, strict=True):
        code = row.get("code")
        said, text = str(code.value if isinstance(code, Noted) else code or ""), fold(heading)
        for key, words in (("abolished", _ABOLISHED), ("added", _ADDED), ("changed", _CHANGED)):
            if said and words.search(text):
                out[key].append(said)
                break
    return {key: codes for key, codes in out.items() if codes}

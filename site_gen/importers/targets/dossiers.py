"""Counts of dossiers of a period out of an export of the one-stop system: `dossiers/<period>.yml`."""

from __future__ import annotations

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.importers.assembly import likeliest
from site_gen.importers.draft import Doubt, Draft, unsaid
from site_gen.importers.importing import Asked, Imported
from site_gen.importers.table import Book, Place
from site_gen.importers.targets.listing import Listing, read_items
from site_gen.importers.targets.periods import find_period
from site_gen.kinds.dossier_statistics.model import DossierRow

NAME = "dossier_statistics"
LISTING = Listing(
    DossierRow,
    also={
        "unit": ("Đơn vị", "Tên đơn vị", "Cơ quan, đơn vị", "Bộ phận"),
        "field": ("Lĩnh vực", "Tên lĩnh vực", "Lĩnh vực, công việc giải quyết"),
        "procedure": ("Thủ tục", "Tên thủ tục", "Mã thủ tục"),
        "carried_over": (
            "Kỳ trước chuyển sang",
            "Từ kỳ trước",
            "Tồn kỳ trước",
            "Số kỳ trước chuyển qua",
            "Tiếp nhận Từ kỳ trước",
        ),
        "received_online": (
            "Tiếp nhận trực tuyến",
            "Trong kỳ Trực tuyến",
            "Tiếp nhận Trong kỳ Trực tuyến",
            "Nộp trực tuyến",
        ),
        "received_direct": (
            "Tiếp nhận trực tiếp",
            "Trong kỳ Trực tiếp",
            "Tiếp nhận Trực tiếp, dịch vụ bưu chính",
            "Nộp trực tiếp",
        ),
        "received_post": ("Tiếp nhận qua bưu chính", "Bưu chính công ích", "BCCI"),
        "done_early": ("Đã giải quyết Trước hạn", "Giải quyết trước hạn", "Sớm hạn"),
        "done_on_time": ("Đã giải quyết Đúng hạn", "Giải quyết đúng hạn"),
        "done_late": ("Đã giải quyết Quá hạn", "Giải quyết quá hạn", "Đã giải quyết trễ hạn"),
        "pending_in_time": ("Đang giải quyết Trong hạn", "Đang giải quyết chưa đến hạn"),
        "pending_late": ("Đang giải quyết Quá hạn", "Đang giải quyết trễ hạn"),
        "returned": ("Từ chối, dừng giải quyết", "Hồ sơ trả lại", "Rút hồ sơ", "Từ chối"),
    },
    telling=frozenset({"done_early", "done_on_time", "done_late", "received_online", "received_direct"}),
    least=4,
    leave=frozenset({"late_reason"}),
)


def fits(book: Book) -> float:
    """How likely a file counts dossiers."""
    return likeliest(book, LISTING.headed)


def read(book: Book, asked: Asked) -> Imported:
    """The draft of a period's counts."""
    items = read_items(book, LISTING, asked.mapping, asked.on_row)
    text = " ".join(
        [
            *(text for whole in items.wholes for text in whole.above),
            *(line.text for line in book.paragraphs[:20]),
            book.name,
            asked.id,
        ]
    )
    period = find_period(text)
    rows = [row if "unit" in row else {"unit": asked.publisher, **row} for row in items.rows]
    data: dict[str, object] = {
        "draft": "có",
        "period": str(period) if period else unsaid("period"),
        "rows": rows,
        "total_declared": items.total or {},
    }
    doubts = items.doubts
    if not rows:
        doubts.append(Doubt("IMP013", Place(), "", msg("no row with counts of dossiers was found"), Severity.ERROR))
    id = asked.id or (period.key if period else "ky-bao-cao")
    draft = Draft(f"dossiers/{id}.yml", data, "", asked.said(book.name))
    return Imported(NAME, [draft], doubts, items.mapping, len(rows))

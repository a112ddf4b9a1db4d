"""Lists of which every row is an entry of its own: units, documents. Each becomes a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from site_gen.base.dataclass import dataclass
from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.vietnamese import fold, slug
from site_gen.importers.assembly import likeliest
from site_gen.importers.draft import Doubt, Draft, Noted, unsaid
from site_gen.importers.importing import Asked, Imported
from site_gen.importers.table import Book, Place
from site_gen.importers.targets.listing import Listing, read_items
from site_gen.kinds.document.model import Document
from site_gen.kinds.unit.model import Unit

Item = dict[str, object]


@dataclass(frozen=True, slots=True)
class Entries:
    """A list whose rows become entries.

    Attributes:
        name: The kind of content.
        folder: Where its files lie.
        listing: What its columns are called.
        id_of: The id of a row.
        complete: The row with what a list does not say.
    """

    name: str
    folder: str
    listing: Listing
    id_of: Callable[[Item], str]
    complete: Callable[[Item, Asked], Item]

    def fits(self, book: Book) -> float:
        """How likely a file is such a list; a little less than one with a form of its own."""
        return likeliest(book, self.listing.headed) * 0.95

    def read(self, book: Book, asked: Asked) -> Imported:
        """A draft for each row; two rows of one id are one too many."""
        items = read_items(book, self.listing, asked.mapping, asked.on_row)
        drafts: dict[str, Draft] = {}
        doubts = list(items.doubts)
        for row in items.rows:
            data = self.complete(row, asked)
            id = self.id_of(data) or f"dong-{len(drafts) + 1}"
            if id in drafts:
                doubts.append(
                    Doubt("IMP021", Place(), id, msg("two rows give the id {id}; the first one stays", id=id))
                )
                continue
            drafts[id] = Draft(f"{self.folder}/{id}.yml", {"draft": "có", **data}, "", asked.said(book.name))
        if not drafts:
            doubts.append(Doubt("IMP013", Place(), "", msg("no row of such a list was found"), Severity.ERROR))
        return Imported(self.name, list(drafts.values()), doubts, items.mapping, len(items.rows))


def bare(value: object) -> str:
    """A value as text, whatever is noted about it."""
    if isinstance(value, Noted):
        value = value.value
    return str(value or "")


def _unit(row: Item, asked: Asked) -> Item:
    kind = next((kind for words, kind in _KINDS if re.search(words, fold(bare(row.get("name"))))), "")
    known: Item = {"type": kind or unsaid("type"), "level": "internal"}
    return {"name": row.get("name", ""), **known, **{key: value for key, value in row.items() if key != "name"}}


_KINDS = (
    (r"^(?:hdnd|hoi dong nhan dan)\b", "council"),
    (r"^(?:mttq|ub ?mttq|hoi|doan|lien doan|cong doan)\b", "organisation"),
    (r"^(?:truong|tram|trung tam|nha van hoa)\b", "public_service_unit"),
    (r"^(?:phong|van phong|ban)\b", "department"),
    (r"^(?:bo phan|to|cong an|quan su|cong chuc)\b", "section"),
)


def _document(row: Item, asked: Asked) -> Item:
    data = dict(row)
    number, kind = bare(row.get("number")), bare(row.get("type"))
    sign = number.partition("/")[2].partition("-")[0].upper()
    if not kind and sign in _SIGNS:
        data["type"] = _SIGNS[sign]
    data.setdefault("issuer", asked.publisher)
    order = list(Document.model_fields)
    return dict(sorted(data.items(), key=lambda pair: order.index(pair[0])))


_SIGNS = {"QĐ": "quyết định", "KH": "kế hoạch", "BC": "báo cáo", "TB": "thông báo", "NQ": "nghị quyết", "CT": "chỉ thị", "CV": "công văn", "TTR": "tờ trình", "GM": "giấy mời", "CTR": "chương trình"}  # fmt: skip  # a table of pairs


def _document_id(row: Mapping[str, object]) -> str:
    year = re.search(r"\d{4}$", bare(row.get("date")))
    number = slug(bare(row.get("number")))
    return f"{number}-{year[0]}" if year and year[0] not in number else number


UNITS = Entries(
    "unit",
    "units",
    Listing(
        Unit,
        also={
            "name": ("Tên đơn vị", "Đơn vị", "Tên cơ quan", "Tên phòng, ban", "Phòng, ban"),
            "phone": ("Điện thoại", "Số điện thoại", "SĐT", "Điện thoại liên hệ"),
            "email": ("Email", "Thư điện tử", "E-mail"),
            "address": ("Địa chỉ", "Nơi làm việc", "Trụ sở"),
            "aliases": ("Tên viết tắt", "Viết tắt"),
        },
        telling=frozenset({"phone", "email", "address"}),
        least=3,
        unique="name",
    ),
    lambda row: slug(bare(row.get("name"))),
    _unit,
)
DOCUMENTS = Entries(
    "document",
    "documents",
    Listing(
        Document,
        also={
            "number": ("Số, ký hiệu", "Số ký hiệu", "Số/ký hiệu", "Số hiệu", "Số văn bản"),
            "date": ("Ngày ban hành", "Ngày tháng", "Ngày, tháng, năm ban hành", "Ngày ký"),
            "abstract": ("Trích yếu", "Tên văn bản", "Trích yếu nội dung", "Nội dung trích yếu", "Tên gọi của văn bản"),
            "type": ("Loại văn bản", "Hình thức văn bản", "Tên loại văn bản", "Thể loại"),
            "issuer": ("Cơ quan ban hành", "Đơn vị ban hành"),
            "expiry_reason": ("Lý do hết hiệu lực",),
            "effective_to": ("Ngày hết hiệu lực", "Thời điểm hết hiệu lực"),
        },
        telling=frozenset({"number", "abstract"}),
        least=3,
        unique="number",
        leave=frozenset({"legal", "iso", "amends", "replaces", "replaced_by", "signature"}),
    ),
    _document_id,
    _document,
)

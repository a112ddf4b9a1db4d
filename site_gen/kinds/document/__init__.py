"""Documents (văn bản): the register, what is in force, what ended."""

from pathlib import Path

from site_gen.base.vietnamese import show_date
from site_gen.kind import Kind
from site_gen.kinds.document import rules, rules_effect, rules_lists
from site_gen.kinds.document.model import Document, ExpiredList
from site_gen.kinds.document.moments import SECTION, lives, url
from site_gen.kinds.document.pages import pages, panels
from site_gen.kinds.document.tables import tables
from site_gen.model.entry import Form

KIND = Kind(
    name="document",
    label="Văn bản",
    help="Văn bản đã ban hành: hiệu lực, văn bản thay thế, chữ ký số, danh mục hết hiệu lực hằng năm.",
    folder=Path(__file__).parent,
    forms=(
        Form(
            "document",
            Document,
            "documents/*.yml",
            "van-ban-day-du",
            called=("văn bản", "quyết định", "docs", "công văn", "legal"),
        ),
        Form(
            "document",
            ExpiredList,
            "document-lists/*.yml",
            "danh-muc-het-hieu-luc-day-du",
            "items",
            called=("văn bản hết hiệu lực", "hết hiệu lực", "danh mục văn bản"),
        ),
    ),
    rules=tuple(sorted((*rules.RULES, *rules_effect.RULES, *rules_lists.RULES), key=lambda rule: rule.code)),
    pages=pages,
    names=lambda entry: (
        entry.model.number,
        f"{entry.model.number} ngày {show_date(entry.model.date)}",
        entry.model.abstract,
    ),
    label_of=lambda entry: entry.model.number,
    url_of=lambda entry: url(entry.id),
    panels=panels,
    section=SECTION,
    lives=lives,
    tables=tables,
)

"""Documents (văn bản): the register, what is in force, what ended."""

from pathlib import Path

from site_gen.kind import Kind
from site_gen.kinds.document import offers, rules, rules_effect, rules_lists
from site_gen.kinds.document.model import Document, ExpiredList
from site_gen.kinds.document.pages import pages
from site_gen.kinds.document.views import url
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
    names=offers.names,
    label_of=lambda entry: entry.model.number,
    url_of=lambda entry: url(entry.id),
    panels=offers.panels,
    agenda=offers.agenda,
    section=offers.SECTION,
    disclosures=offers.disclosures,
    tables=offers.tables,
    feed=offers.feed,
    turns=offers.turns,
)

"""Administrative procedures (thủ tục hành chính): detailed guides, and the full list."""

from pathlib import Path

from site_gen.kind import Kind
from site_gen.kinds.procedure import rules, rules_life, rules_list, rules_parts
from site_gen.kinds.procedure.changes import changes_pages
from site_gen.kinds.procedure.internal import INTERNAL_RULES
from site_gen.kinds.procedure.items import SECTION, guide_url, listed
from site_gen.kinds.procedure.model import Procedure, ProcedureList
from site_gen.kinds.procedure.moments import lives
from site_gen.kinds.procedure.pages import pages, panels
from site_gen.kinds.procedure.sheets import sheets
from site_gen.kinds.procedure.tables import tables
from site_gen.model.entry import Form

KIND = Kind(
    name="procedure",
    label="Thủ tục hành chính",
    help="Hướng dẫn chi tiết từng thủ tục và danh mục đầy đủ thủ tục của cấp xã.",
    folder=Path(__file__).parent,
    forms=(
        Form("procedure", Procedure, "procedures/*.yml", "huong-dan-thu-tuc", called=("thủ tục", "tthc")),
        Form(
            "procedure",
            ProcedureList,
            "procedure-lists/*.yml",
            "danh-muc-thu-tuc",
            "rows",
            called=("danh mục thủ tục", "danh mục tthc"),
        ),
    ),
    rules=tuple(
        sorted(
            (*rules.RULES, *rules_life.RULES, *rules_list.RULES, *rules_parts.RULES, *INTERNAL_RULES),
            key=lambda rule: rule.code,
        )
    ),
    pages=lambda snapshot: (*pages(snapshot), *changes_pages(snapshot)),
    names=lambda entry: (entry.model.code, entry.model.name, entry.model.everyday_name or ""),
    label_of=lambda entry: entry.model.name,
    url_of=lambda entry: guide_url(entry.model.code),
    listed=listed,
    panels=panels,
    section=SECTION,
    lives=lives,
    tables=tables,
    sheets=sheets,
)

"""Initiatives (sáng kiến) in administrative reform: registered, recognised by decision, applied."""

from pathlib import Path

from site_gen.kind import Kind
from site_gen.kinds.initiative.model import Initiative
from site_gen.kinds.initiative.moments import lives, url
from site_gen.kinds.initiative.pages import SECTION, pages, panels
from site_gen.kinds.initiative.rules import RULES
from site_gen.kinds.initiative.tables import tables
from site_gen.model.entry import Form

KIND = Kind(
    name="initiative",
    label="Sáng kiến",
    help="Sáng kiến cải cách hành chính: đăng ký, quyết định công nhận, cấp công nhận, kết quả áp dụng.",
    folder=Path(__file__).parent,
    forms=(
        Form(
            "initiative",
            Initiative,
            "initiatives/*.yml",
            "sang-kien-day-du",
            called=("sáng kiến", "giải pháp cải tiến"),
        ),
    ),
    rules=RULES,
    pages=pages,
    names=lambda entry: (entry.model.title,),
    label_of=lambda entry: entry.model.title,
    url_of=lambda entry: url(entry.id),
    panels=panels,
    section=SECTION,
    lives=lives,
    tables=tables,
)

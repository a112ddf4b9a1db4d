"""Consultations on drafts (lấy ý kiến góp ý)."""

from pathlib import Path

from site_gen.kind import Kind
from site_gen.kinds.consultation.model import Consultation
from site_gen.kinds.consultation.moments import lives, url
from site_gen.kinds.consultation.pages import SECTION, pages, panels
from site_gen.kinds.consultation.rules import RULES
from site_gen.kinds.consultation.tables import tables
from site_gen.model.entry import Form

KIND = Kind(
    name="consultation",
    label="Lấy ý kiến góp ý",
    help="Dự thảo lấy ý kiến người dân, hạn góp ý và kết quả tiếp thu, giải trình.",
    folder=Path(__file__).parent,
    forms=(
        Form(
            "consultation",
            Consultation,
            "consultations/*.md",
            "lay-y-kien-day-du",
            called=("góp ý", "lấy ý kiến", "ý kiến", "dự thảo"),
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

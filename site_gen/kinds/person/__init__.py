"""Roles and official contacts (cán bộ, chức danh)."""

from pathlib import Path

from site_gen.kind import Kind
from site_gen.kinds.person.model import Person
from site_gen.kinds.person.moments import lives, url
from site_gen.kinds.person.pages import SECTION, pages, panels
from site_gen.kinds.person.rules import RULES
from site_gen.kinds.person.tables import tables
from site_gen.model.entry import Form

KIND = Kind(
    name="person",
    label="Cán bộ, chức danh",
    help="Chức danh, lĩnh vực phụ trách và liên hệ công vụ.",
    folder=Path(__file__).parent,
    forms=(
        Form(
            "person",
            Person,
            "people/*.yml",
            called=("cán bộ", "lãnh đạo", "nhân sự", "công chức", "chức danh", "staff", "persons"),
        ),
    ),
    rules=RULES,
    pages=pages,
    names=lambda entry: (entry.model.role, entry.model.name or ""),
    label_of=lambda entry: ", ".join(filter(None, (entry.model.role, entry.model.name))),
    url_of=lambda entry: url(entry.id),
    panels=panels,
    section=SECTION,
    lives=lives,
    tables=tables,
)

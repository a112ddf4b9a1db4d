"""Units (đơn vị), with aliases, life and successors."""

from pathlib import Path

from site_gen.kind import Kind
from site_gen.kinds.unit.location import panels
from site_gen.kinds.unit.model import Unit
from site_gen.kinds.unit.moments import label, lives, url
from site_gen.kinds.unit.pages import pages
from site_gen.kinds.unit.rules import RULES, names
from site_gen.kinds.unit.tables import tables
from site_gen.model.entry import Form

KIND = Kind(
    name="unit",
    label="Đơn vị",
    help="Cơ quan, bộ phận, nhóm đơn vị được nhắc tới trong kế hoạch.",
    folder=Path(__file__).parent,
    forms=(
        Form(
            "unit",
            Unit,
            "units/*.yml",
            "don-vi-day-du",
            called=("đơn vị", "phòng ban", "cơ quan", "bộ phận", "departments", "phòng"),
        ),
    ),
    rules=RULES,
    pages=pages,
    panels=panels,
    names=names,
    label_of=label,
    url_of=lambda entry: url(entry.id),
    lives=lives,
    tables=tables,
)

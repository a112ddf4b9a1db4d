"""Registers of disclosures, frozen by the quarter (danh mục công khai)."""

from pathlib import Path

from site_gen.kind import Kind
from site_gen.kinds.register.model import Register
from site_gen.kinds.register.moments import SECTION, lives, title, url
from site_gen.kinds.register.pages import pages
from site_gen.kinds.register.rules import RULES
from site_gen.kinds.register.tables import tables
from site_gen.model.entry import Form

KIND = Kind(
    name="register",
    label="Danh mục công khai theo quý",
    help="Danh mục thông tin đã công khai, chốt lại sau mỗi quý để người dân và đoàn kiểm tra đối chiếu.",
    folder=Path(__file__).parent,
    forms=(Form("register", Register, "registers/*.yml", called=("danh mục công khai", "công khai")),),
    rules=RULES,
    pages=pages,
    names=lambda entry: (title(entry),),
    label_of=title,
    url_of=lambda entry: url(entry.id),
    section=SECTION,
    lives=lives,
    tables=tables,
)

"""Apology notices (thư xin lỗi) for late, faulty or lost dossiers."""

from pathlib import Path

from site_gen.kind import Kind
from site_gen.kinds.apology import rules, rules_posting
from site_gen.kinds.apology.model import Apology
from site_gen.kinds.apology.moments import SECTION, hidden_files, lives, url
from site_gen.kinds.apology.pages import pages, panels
from site_gen.kinds.apology.proofs import proofs
from site_gen.kinds.apology.sheets import sheets
from site_gen.kinds.apology.tables import tables
from site_gen.model.entry import Form

KIND = Kind(
    name="apology",
    label="Thư xin lỗi",
    help="Thư xin lỗi khi hồ sơ quá hạn, sai sót hoặc bị mất; công khai đủ ngày rồi tự gỡ.",
    folder=Path(__file__).parent,
    forms=(Form("apology", Apology, "apologies/*.yml", called=("xin lỗi", "thư xin lỗi", "letters", "sorry")),),
    rules=tuple(sorted((*rules.RULES, *rules_posting.RULES), key=lambda rule: rule.code)),
    pages=pages,
    names=lambda entry: (entry.model.number or "",),
    label_of=lambda entry: entry.model.number or entry.id,
    url_of=lambda entry: url(entry.id),
    panels=panels,
    section=SECTION,
    lives=lives,
    proofs=proofs,
    tables=tables,
    sheets=sheets,
    hidden_files=hidden_files,
)

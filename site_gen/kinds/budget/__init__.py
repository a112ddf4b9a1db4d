"""Budget disclosure (công khai ngân sách)."""

from pathlib import Path

from site_gen.kind import Kind
from site_gen.kinds.budget import rules, rules_form, rules_sums
from site_gen.kinds.budget.model import Budget
from site_gen.kinds.budget.moments import SECTION, lives, url
from site_gen.kinds.budget.pages import pages, panels
from site_gen.kinds.budget.tables import tables
from site_gen.model.entry import Form

KIND = Kind(
    name="budget",
    label="Biểu công khai ngân sách",
    help="Dự toán, tình hình thực hiện và quyết toán ngân sách, từng biểu, kèm thuyết minh.",
    folder=Path(__file__).parent,
    forms=(
        Form(
            "budget",
            Budget,
            "budgets/*.yml",
            "bieu-ngan-sach-day-du",
            "rows",
            called=("ngân sách", "công khai ngân sách", "tài chính", "finance"),
        ),
    ),
    rules=tuple(sorted((*rules_sums.RULES, *rules_form.RULES, *rules.RULES), key=lambda rule: rule.code)),
    pages=pages,
    names=lambda entry: (entry.model.title,),
    label_of=lambda entry: entry.model.title,
    url_of=lambda entry: url(entry.id),
    panels=panels,
    section=SECTION,
    lives=lives,
    tables=tables,
)

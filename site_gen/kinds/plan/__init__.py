"""Plans (kế hoạch): the document, its appendix of targets and tasks, and dated progress."""

from pathlib import Path

from site_gen.kind import Kind
from site_gen.kinds.plan import (
    rules,
    rules_appendix,
    rules_deadlines,
    rules_instances,
    rules_money,
    rules_papers,
    rules_progress,
    rules_results,
    rules_rows,
)
from site_gen.kinds.plan.model import Appendix, Plan, Progress
from site_gen.kinds.plan.moments import lives, plan_url, short
from site_gen.kinds.plan.pages import pages
from site_gen.kinds.plan.panels import panels
from site_gen.kinds.plan.proofs import proofs
from site_gen.kinds.plan.sheets import sheets
from site_gen.kinds.plan.tables import tables
from site_gen.kinds.plan.views import SECTION
from site_gen.model.entry import Form
from site_gen.model.model import label_of

KIND = Kind(
    name="plan",
    label="Kế hoạch",
    help="Kế hoạch cải cách hành chính, phụ lục nhiệm vụ và tiến độ.",
    folder=Path(__file__).parent,
    forms=(
        Form("plan", Plan, "plans/*/plan.md", "ke-hoach-day-du", called=("kế hoạch", "cchc", "cải cách hành chính")),
        Form(
            "plan",
            Appendix,
            "plans/*/tasks.yml",
            "phu-luc-day-du",
            "tasks",
            called=(label_of(Appendix, "tasks").lower(), "phụ lục", "appendix", "task"),
        ),
        Form(
            "plan",
            Progress,
            "plans/*/progress/*.yml",
            "tien-do-day-du",
            "updates",
            called=("tiến độ", "báo cáo tiến độ"),
        ),
    ),
    rules=(
        *rules.RULES,
        *rules_money.RULES,
        *rules_appendix.RULES,
        *rules_rows.RULES,
        *rules_deadlines.RULES,
        *rules_progress.RULES,
        *rules_results.RULES,
        *rules_papers.RULES,
        *rules_instances.RULES,
    ),
    pages=pages,
    names=lambda entry: (entry.model.title, entry.model.short_title or ""),
    label_of=short,
    url_of=lambda entry: plan_url(entry.id),
    panels=panels,
    section=SECTION,
    lives=lives,
    proofs=proofs,
    tables=tables,
    sheets=sheets,
)

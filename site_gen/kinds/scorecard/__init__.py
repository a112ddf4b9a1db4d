"""Scorecards (bảng điểm chỉ số CCHC)."""

from pathlib import Path

from site_gen.kind import Kind
from site_gen.kinds.scorecard import rules, rules_proofs, rules_sums
from site_gen.kinds.scorecard.model import Scorecard
from site_gen.kinds.scorecard.moments import lives, url
from site_gen.kinds.scorecard.pages import SECTION, pages, panels
from site_gen.kinds.scorecard.proofs import proofs
from site_gen.kinds.scorecard.tables import tables
from site_gen.kinds.scorecard.tree import listed
from site_gen.model.entry import Form

KIND = Kind(
    name="scorecard",
    label="Bảng điểm chỉ số",
    help="Kết quả chấm điểm chỉ số cải cách hành chính, điểm mất và cách khắc phục.",
    folder=Path(__file__).parent,
    forms=(
        Form(
            "scorecard",
            Scorecard,
            "scorecards/*.yml",
            "bang-diem-day-du",
            "criteria",
            called=("bảng điểm", "chấm điểm", "chỉ số", "điểm", "par index", "scores"),
        ),
    ),
    rules=(*rules_sums.RULES, *rules.RULES, *rules_proofs.RULES),
    pages=pages,
    names=lambda entry: (entry.model.title,),
    label_of=lambda entry: entry.model.title,
    url_of=lambda entry: url(entry.id),
    listed=listed,
    panels=panels,
    section=SECTION,
    lives=lives,
    proofs=proofs,
    tables=tables,
)

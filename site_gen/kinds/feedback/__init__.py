"""Feedback of citizens (phản ánh, kiến nghị)."""

from pathlib import Path

from site_gen.kind import Kind
from site_gen.kinds.feedback.model import Feedback
from site_gen.kinds.feedback.moments import SECTION, hidden_files, lives, url
from site_gen.kinds.feedback.pages import pages, panels
from site_gen.kinds.feedback.rules import RULES
from site_gen.kinds.feedback.tables import tables
from site_gen.model.entry import Form

KIND = Kind(
    name="feedback",
    label="Phản ánh, kiến nghị",
    help="Phản ánh, kiến nghị đã viết lại, đơn vị xử lý và kết quả trả lời.",
    folder=Path(__file__).parent,
    forms=(Form("feedback", Feedback, "feedback/*.yml", called=("phản ánh", "kiến nghị", "hỏi đáp")),),
    rules=RULES,
    pages=pages,
    names=lambda entry: (entry.model.code,),
    label_of=lambda entry: entry.model.code,
    url_of=lambda entry: url(entry.id),
    panels=panels,
    section=SECTION,
    lives=lives,
    tables=tables,
    hidden_files=hidden_files,
)

"""Dialogues with citizens and businesses (đối thoại)."""

from pathlib import Path

from site_gen.kind import Kind
from site_gen.kinds.dialogue.model import Dialogue
from site_gen.kinds.dialogue.moments import lives, url
from site_gen.kinds.dialogue.pages import SECTION, pages, panels
from site_gen.kinds.dialogue.rules import RULES
from site_gen.kinds.dialogue.tables import tables
from site_gen.model.entry import Form

KIND = Kind(
    name="dialogue",
    label="Đối thoại",
    help="Buổi đối thoại với người dân, doanh nghiệp: chương trình, biên bản, kiến nghị và trả lời.",
    folder=Path(__file__).parent,
    forms=(
        Form("dialogue", Dialogue, "dialogues/*.yml", "doi-thoai-day-du", called=("đối thoại", "họp dân", "tiếp xúc")),
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

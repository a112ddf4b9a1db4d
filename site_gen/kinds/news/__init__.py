"""News (tin, bài)."""

from pathlib import Path

from site_gen.kind import Kind
from site_gen.kinds.news.model import News
from site_gen.kinds.news.moments import lives, url
from site_gen.kinds.news.pages import SECTION, pages, panels
from site_gen.kinds.news.rules import RULES
from site_gen.kinds.news.tables import tables
from site_gen.model.entry import Form

KIND = Kind(
    name="news",
    label="Tin, bài",
    help="Tin về việc xã làm, thông báo, tạm dừng dịch vụ; mỗi đơn vị ít nhất một tin mỗi năm.",
    folder=Path(__file__).parent,
    forms=(
        Form(
            "news",
            News,
            "news/*.md",
            "tin-day-du",
            called=("tin", "tin tức", "bài viết", "thông báo", "tin bài", "posts", "articles"),
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

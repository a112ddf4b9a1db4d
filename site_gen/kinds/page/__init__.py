"""Free pages (trang tự do): Markdown with a title."""

from pathlib import Path

from site_gen.kind import Kind
from site_gen.kinds.page.model import FreePage
from site_gen.kinds.page.moments import lives, url
from site_gen.kinds.page.pages import pages
from site_gen.kinds.page.rules import RULES
from site_gen.model.entry import Form

KIND = Kind(
    name="page",
    label="Trang tự do",
    help="Trang giới thiệu, hướng dẫn hay bất kỳ nội dung nào khác.",
    folder=Path(__file__).parent,
    forms=(Form("page", FreePage, "pages/*.md", called=("trang", "giới thiệu")),),
    rules=RULES,
    pages=pages,
    names=lambda entry: (entry.model.title,),
    label_of=lambda entry: entry.model.title,
    url_of=lambda entry: url(entry.id),
    lives=lives,
)

"""Indicators and targets (chỉ tiêu)."""

from pathlib import Path

from site_gen.kind import Kind
from site_gen.kinds.indicator.model import Indicator
from site_gen.kinds.indicator.moments import lives, url
from site_gen.kinds.indicator.pages import SECTION, pages, panels
from site_gen.kinds.indicator.rules import RULES
from site_gen.kinds.indicator.tables import tables
from site_gen.model.entry import Form

KIND = Kind(
    name="indicator",
    label="Chỉ tiêu",
    help="Chỉ tiêu dịch vụ công và chỉ tiêu hằng tháng khác: mức giao, kết quả từng đơn vị, đạt hay chưa đạt.",
    folder=Path(__file__).parent,
    forms=(
        Form("indicator", Indicator, "indicators/*.yml", "chi-tieu-day-du", "results", called=("chỉ tiêu", "số hóa")),
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

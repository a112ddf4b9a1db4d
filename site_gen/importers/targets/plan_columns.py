"""The columns of a plan's annex, what they are called, and what stands in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.importers.columns import Column, match
from site_gen.importers.targets.cells import names_a_product

COLUMNS = (
    Column("row", ("TT", "STT", "Số TT", "Số thứ tự"), "số thứ tự"),
    Column("target", ("Mục tiêu", "Chỉ tiêu", "Mục tiêu, chỉ tiêu", "Chỉ số", "Yêu cầu"), "mục tiêu"),
    Column("task", ("Nhiệm vụ", "Nội dung, nhiệm vụ", "Nội dung", "Nhiệm vụ cụ thể", "Nội dung công việc", "Tên nhiệm vụ", "Công việc",
                    "Nội dung khắc phục/duy trì thực hiện", "Nội dung thực hiện", "Nhiệm vụ trọng tâm", "Nhóm nhiệm vụ", "Tiêu chí"), "nhiệm vụ"),
    Column("part", ("Hoạt động", "Nhiệm vụ, giải pháp thực hiện", "Giải pháp", "Hoạt động cụ thể", "Biện pháp thực hiện",
                    "Nhiệm vụ, giải pháp", "Nội dung cụ thể", "Các hoạt động chính"), "hoạt động"),
    Column("outputs", ("Kết quả/ Sản phẩm", "Sản phẩm", "Sản phẩm, kết quả", "Kết quả", "Sản phẩm đầu ra", "Sản phẩm dự kiến", "Sản phẩm hoàn thành",
                       "Kết quả đầu ra", "Kết quả cần đạt"), "sản phẩm"),
    Column("lead", ("Cơ quan chủ trì", "Bộ phận chủ trì", "Đơn vị chủ trì", "Cơ quan thực hiện", "Đơn vị thực hiện", "Chủ trì", "Chủ trì thực hiện",
                    "Bộ phận thực hiện", "CQ thực hiện", "CQ chủ trì", "Người thực hiện", "Cán bộ phụ trách", "Phân công thực hiện", "Cơ quan, đơn vị chủ trì",
                    "Đơn vị chủ trì thực hiện", "Công chức phụ trách"), "chủ trì"),
    Column("coordinating", ("Cơ quan phối hợp", "Bộ phận phối hợp", "Đơn vị phối hợp", "Phối hợp", "Phối hợp thực hiện", "Cơ quan, đơn vị phối hợp"), "phối hợp"),
    Column("deadline", ("Thời gian thực hiện", "Thời gian hoàn thành", "Thời hạn", "Thời hạn hoàn thành", "Thời gian", "Tiến độ", "Hạn hoàn thành",
                        "Thời hạn thực hiện", "Tiến độ thực hiện"), "thời gian"),
    Column("budget", ("Kinh phí", "Dự kiến kinh phí", "Kinh phí triển khai", "Kinh phí thực hiện", "Kinh phí dự kiến", "Dự toán kinh phí"), "kinh phí"),
    Column("note", ("Ghi chú",), "ghi chú"),
)  # fmt: skip  # a table


def headed(texts: Sequence[str]) -> float:
    """How likely texts are the headings of an annex: three of its columns, one of them a task."""
    if any(len(text) > 120 for text in texts):
        return 0.0
    keys = {found.column.key for found in match(list(texts), COLUMNS).values()}
    return len(keys) / 3 if keys & {"task", "part"} and len(keys) > 1 else 0.0


def label_of(key: str) -> str:
    """What a column is called in messages."""
    return next(str(column) for column in COLUMNS if column.key == key)


_TASK_WORDS = re.compile(
    r"\b(?:trien khai|thuc hien|xay dung|tiep tuc|to chuc|tang cuong|duy tri|doi moi|danh gia|kien toan|cung co|ban hanh)\b"
)
_OUTPUT_WORDS = re.compile(
    r"^\W*(?:ke hoach|bao cao|quyet dinh|nghi quyet|to trinh|van ban|phuong an|de an|danh muc|quy che|cong van|xay dung ke hoach|dua can bo)\b"
)
_LEAD_WORDS = re.compile(
    r"^\W*(?:cong chuc|cong$|can bo|cb\b|cc\b|ubnd|van phong|cac phong|phong\b|hdnd|truong|ban\b|chuc\b|tu phap|vhxh|kttc|co lien|lien quan|quan$)"
)
_TIME_WORDS = re.compile(
    r"\b(?:thang \d|thang thang|quy \w|nam \d{4}|thuong xuyen|dinh ky|hang (?:thang|quy|nam)|truoc|trong nam|hoan thanh|theo ke hoach|khi co|\d{1,2} (?:thang|nam)|cac quy)\b|\b20\d\d\b"
)


def _likely_task(text: str, folded: str) -> float:
    return (1.0 if len(text) > 34 else -0.6 if len(text) < 26 else 0.0) + (0.4 if _TASK_WORDS.search(folded) else 0.0)


def _likely_output(text: str, folded: str) -> float:
    return (1.6 if _OUTPUT_WORDS.search(folded) else 0.3 if text[:1] in "-–" else 0.0) - (
        0.6 if len(text) > 38 else 0.0
    )


def _likely_lead(text: str, folded: str) -> float:
    return (2.0 if _LEAD_WORDS.search(folded) else -0.8) - (1.0 if len(text) > 24 else 0.0)


def _likely_time(text: str, folded: str) -> float:
    return (1.4 if _TIME_WORDS.search(folded) else -0.4) - (1.0 if len(text) > 34 else 0.0)


LIKELY = {"task": _likely_task, "outputs": _likely_output, "lead": _likely_lead, "deadline": _likely_time}
"""How well a line of a table that a conversion took apart fits its columns."""

BEGINS = {"outputs": names_a_product}
"""By key of a column whose cells hold several things, how one begins."""

"""The form on which a province has its communes scored: what its columns are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_gen.importers.columns import Column, match

COLUMNS = (
    Column("row", ("STT", "TT", "Số TT", "Mã tiêu chí", "Mã số"), "số của tiêu chí"),
    Column("label", ("Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Tiêu chí", "Tên tiêu chí", "Nội dung tiêu chí", "Nội dung đánh giá",
                     "Lĩnh vực, tiêu chí", "Nội dung", "Chỉ tiêu đánh giá", "Lĩnh vực"), "tên tiêu chí"),
    Column("max", ("Điểm tối đa", "Thang điểm", "Điểm chuẩn", "Khung điểm", "Tối đa"), "điểm tối đa"),
    Column("self_score", ("Điểm tự chấm", "Điểm tự đánh giá", "Tự chấm", "Tự đánh giá", "Xã tự chấm", "Phường tự chấm", "Đơn vị tự chấm", "Điểm đánh giá tự chấm"), "điểm tự chấm"),
    Column("appraised", ("Điểm thẩm định", "Thẩm định", "Hội đồng thẩm định", "Kết quả thẩm định", "Tổ thẩm định chấm", "Huyện chấm", "Tỉnh chấm",
                         "Điểm phúc tra", "Điểm đánh giá thẩm định"), "điểm thẩm định"),
    Column("survey", ("Điểm điều tra xã hội học", "Điều tra XHH", "ĐTXHH", "Điểm khảo sát"), "điểm điều tra xã hội học"),
    Column("declared", ("Điểm đạt được", "Điểm đạt", "Điểm đánh giá", "Điểm chính thức", "Điểm công bố", "Kết quả", "Điểm"), "điểm đạt"),
    Column("lost_declared", ("Điểm trừ", "Số điểm bị trừ", "Điểm bị trừ", "Điểm mất"), "điểm trừ"),
    Column("reason", ("Lý do trừ điểm", "Lý do mất điểm", "Lý do", "Nguyên nhân", "Nguyên nhân mất điểm", "Giải trình"), "lý do trừ điểm"),
    Column("requirement", ("Yêu cầu", "Cách chấm điểm", "Cách tính điểm", "Hướng dẫn chấm điểm"), "yêu cầu"),
    Column("evidence", ("Tài liệu kiểm chứng", "Tài liệu minh chứng", "Hồ sơ minh chứng", "Minh chứng"), "tài liệu kiểm chứng"),
    Column("remedy", ("Biện pháp khắc phục", "Giải pháp khắc phục", "Hướng khắc phục", "Giải pháp"), "biện pháp khắc phục"),
    Column("assignee_roles", ("Người phụ trách", "Bộ phận phụ trách", "Đơn vị phụ trách", "Bộ phận chịu trách nhiệm", "Phân công", "Giao cho"), "giao cho"),
    Column("deadline", ("Thời hạn khắc phục", "Thời hạn", "Thời gian hoàn thành"), "thời hạn"),
    Column("note", ("Ghi chú",), "ghi chú"),
)  # fmt: skip  # a table
SCORES = ("declared", "appraised", "survey", "self_score")
"""The columns of scores; what stands in the first of them that is filled counts."""


def headed(texts: Sequence[str], given: Mapping[str, str] | None = None) -> float:
    """How likely texts are the headings of a scorecard: names of criteria, maxima and scores."""
    if any(len(text) > 150 for text in texts):
        return 0.0
    keys = {found.column.key for found in match(list(texts), COLUMNS, given).values() if found.likeness > 0.7}
    return 1.5 if {"label", "max"} <= keys and keys.intersection(SCORES) else 0.0

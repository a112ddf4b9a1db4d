"""Dated facts that ship with the package: legal bases and lists of reform areas. Data, never constants.

Between the plans of 2022 and today nearly every legal base was replaced, so a base has a life and
a confidence, and only what was read in the text itself is shown to a citizen as law.
"""

from __future__ import annotations

from datetime import date

from site_gen.model.choice import Choice
from site_gen.model.fields import Day, Line, Slug
from site_gen.model.model import Model, field


class Confidence(Choice):
    """How sure a fact of law is."""

    READ = "V", "đã đọc văn bản"
    SECONDARY = "V2", "nguồn thứ cấp"
    MEMORY = "M", "theo trí nhớ"
    UNVERIFIED = "N", "chưa đối chiếu"


class LegalBasis(Model):
    """Căn cứ pháp lý: a law, decree or circular with its life."""

    id: Slug = field("Mã", "Mã trong danh mục.")
    number: Line = field("Số, ký hiệu", "Số của văn bản.")
    title: Line = field("Tên", "Tên ngắn.")
    date: Day | None = field("Ngày ban hành", "Ngày ký.", None)
    valid_from: Day | None = field("Hiệu lực từ", "Ngày bắt đầu có hiệu lực.", None)
    valid_to: Day | None = field("Hiệu lực đến", "Ngày cuối còn hiệu lực.", None)
    replaced_by: Line | None = field("Thay bằng", "Số của văn bản thay thế.", None)
    confidence: Confidence = field("Mức đối chiếu", "V, V2, M hoặc N.")


class LegalBases(Model):
    """The shipped list of legal bases."""

    bases: tuple[LegalBasis, ...] = field("Căn cứ", "Danh mục.")


class AreaScheme(Model):
    """Bộ lĩnh vực: which reform areas a period or an index knows."""

    id: Slug = field("Mã", "Mã trong danh mục.")
    name: Line = field("Tên", "Tên bộ lĩnh vực.")
    basis: Line = field("Căn cứ", "Văn bản quy định.")
    valid_from: Day = field("Từ ngày", "Ngày bắt đầu áp dụng.")
    valid_to: Day | None = field("Đến ngày", "Ngày cuối áp dụng.", None)
    areas: tuple[Line, ...] = field("Lĩnh vực", "Lĩnh vực chuẩn, theo thứ tự.")

    def in_force(self, first: date, last: date) -> bool:
        """Whether it applies on any day of a span."""
        return self.valid_from <= last and (self.valid_to is None or self.valid_to >= first)


class AreaSchemes(Model):
    """The shipped list of schemes."""

    schemes: tuple[AreaScheme, ...] = field("Bộ lĩnh vực", "Danh mục.")

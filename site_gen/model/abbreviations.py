"""Abbreviations that pages explain where they first stand: those that ship with the package, and a site's own."""

from __future__ import annotations

from site_gen.model.fields import Line
from site_gen.model.model import Model, field


class Abbreviation(Model):
    """An abbreviation, and what it stands for."""

    short: Line = field("Chữ viết tắt", "Như văn bản viết, ví dụ: TTHC.")
    full: Line = field("Viết đầy đủ", "Ví dụ: thủ tục hành chính.")


class Abbreviations(Model):
    """`data/abbreviations.yml`."""

    abbreviations: tuple[Abbreviation, ...] = field("Chữ viết tắt", "Trang giải thích ở chỗ gặp đầu tiên.")

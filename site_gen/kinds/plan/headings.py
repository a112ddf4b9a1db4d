"""How the columns of an appendix are called: the document's own heading, else the usual word."""

from __future__ import annotations

from collections.abc import Callable

from site_gen.base.messages import Message, msg
from site_gen.base.values import Plain
from site_gen.model.fields import Line, Model, field


class Headings(Model):
    """Column headings as the appendix prints them. "Cơ quan thực hiện" is not "chủ trì": who carries out may not lead."""

    task: Line | None = field("Cột nhiệm vụ", "Ví dụ: Nội dung, nhiệm vụ.", None)
    part: Line | None = field("Cột hoạt động, phần việc", "Ví dụ: Hoạt động.", None)
    outputs: Line | None = field("Cột sản phẩm", "Ví dụ: Kết quả/ Sản phẩm.", None)
    lead: Line | None = field("Cột chủ trì", "Ví dụ: Cơ quan thực hiện; Bộ phận chủ trì.", None)
    coordinating: Line | None = field("Cột phối hợp", "Ví dụ: Cơ quan phối hợp.", None)
    deadline: Line | None = field("Cột thời gian", "Ví dụ: Thời gian hoàn thành.", None)
    budget: Line | None = field("Cột kinh phí", "Ví dụ: Kinh phí triển khai (triệu đồng).", None)


USUAL: dict[str, Message] = {
    "task": msg("Task"),
    "part": msg("Activity, part"),
    "outputs": msg("Output"),
    "lead": msg("Lead"),
    "coordinating": msg("With"),
    "deadline": msg("Time"),
    "budget": msg("Budget"),
}


def words(own: Headings | None, say: Callable[[Message], str]) -> dict[str, Plain]:
    """The heading of every column, by the field that stands in it."""
    return {name: (getattr(own, name) if own else None) or say(usual) for name, usual in USUAL.items()}


def lower_first(words: str) -> str:
    """A heading within a sentence: `Cơ quan thực hiện` as `cơ quan thực hiện`; `CQ thực hiện` stays."""
    return words[:1].lower() + words[1:] if not words[:2].isupper() else words

"""Words that search treats in a way of its own: those that mean the same, and those that say nothing."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from site_gen.base.messages import msg
from site_gen.base.vietnamese import fold
from site_gen.model.fields import Lines, Model, field
from site_gen.model.refusing import wrong


def _several(group: tuple[str, ...]) -> tuple[str, ...]:
    if len({fold(text) for text in group} - {""}) < 2:
        wrong(
            msg("a group of words that mean the same needs at least two"),
            msg("write them as `[CCCD, căn cước công dân]`"),
        )
    return group


Group = Annotated[Lines, AfterValidator(_several)]
"""Ways to say one thing; marks and capitals do not matter."""


class SearchSettings(Model):
    """What a site adds to the words that every site knows."""

    synonyms: tuple[Group, ...] = field(
        "Từ đồng nghĩa",
        "Mỗi dòng một nhóm cách gọi cùng một việc, ví dụ `[sổ đỏ, giấy chứng nhận quyền sử dụng đất]`.",
        (),
        aliases=("dong_nghia",),
    )


class SearchWords(Model):
    """`data/search_words.yml`: what ships with the package."""

    synonyms: tuple[Group, ...] = field("Từ đồng nghĩa", "Mỗi dòng một nhóm cách gọi cùng một việc.")
    stop_words: Lines = field("Từ không phân biệt được gì", "Bỏ qua khi câu hỏi còn từ khác.")

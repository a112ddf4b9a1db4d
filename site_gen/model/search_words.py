"""What search knows of the words of questions: life situations, other names, chat spellings, and words that say nothing."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from site_gen.base.messages import msg
from site_gen.base.vietnamese import fold
from site_gen.model.choice import Choice
from site_gen.model.fields import Line, Lines
from site_gen.model.model import Model, field
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


class PhraseKind(Choice):
    """What makes a phrase lead to a title."""

    LIFE = "life", "việc trong đời", "a situation"
    SAME = "same", "tên gọi khác", "another name"
    FORMER = "former", "tên cũ", "a name in law that is no longer in force"
    ABBREVIATION = "abbreviation", "viết tắt", "an abbreviation"


class WordClass(Model):
    """Words of which any may stand in a phrase, where the phrase says `{name}`."""

    name: Line = field("Tên", "Tên viết trong ngoặc nhọn.")
    words: Lines = field("Từ", "Các từ của lớp.")


class PhraseGroup(Model):
    """What people say, and what the titles say that they mean."""

    pages: Lines = field("Trang nói", "Cụm từ trong tên trang; cụm của trang chính đứng trước.")
    said: Lines = field("Người dân nói", "Các cách nói dẫn tới những trang ấy.")
    source: Line = field("Nguồn", "Điều luật hay cách nói thường ngày.")
    kind: PhraseKind = field("Loại", "Việc trong đời, tên gọi khác, tên cũ, viết tắt.")


class Elsewhere(Model):
    """What is not a commune's business, and whose it is."""

    said: Lines = field("Người dân nói", "Các cách nói.")
    what: Line = field("Việc", "Việc gì.")
    where: Line = field("Nơi giải quyết", "Cơ quan nào.")
    source: Line = field("Nguồn", "Điều luật.")


class Spelling(Model):
    """A word of chat, and the word that it stands for."""

    typed: Line = field("Gõ", "Như người ta gõ.")
    means: Line = field("Nghĩa", "Từ đầy đủ.")


class SearchWords(Model):
    """`data/search_words.yml`: what ships with the package."""

    classes: tuple[WordClass, ...] = field("Lớp từ", "Mỗi lớp một tên.", ())
    groups: tuple[PhraseGroup, ...] = field("Nhóm", "Người dân nói gì, trang nói gì.", ())
    elsewhere: tuple[Elsewhere, ...] = field("Nơi khác", "Việc không thuộc cấp xã.", ())
    fillers: Lines = field("Từ không phân biệt được gì", "Bỏ qua khi câu hỏi còn từ khác.")
    light_words: Lines = field("Từ nhẹ", "Chỉ đáng kể khi đứng cạnh từ khác.", ())
    spellings: tuple[Spelling, ...] = field("Cách gõ tắt", "Gõ tắt trong tin nhắn.", ())

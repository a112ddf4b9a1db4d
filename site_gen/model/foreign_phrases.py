"""Phrases in another language than the page around them: those that ship with the package, and a site's own."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from site_gen.base.messages import msg
from site_gen.base.vietnamese import excerpt
from site_gen.model.fields import Line
from site_gen.model.model import Model, field
from site_gen.model.refusing import typed, wrong


def _tag(value: object) -> str:
    text = typed(value).lower()
    if not (len(text) in (2, 3) and text.isascii() and text.isalpha()):
        wrong(
            msg("`{value}` is no code of a language", value=excerpt(text, 20)),
            msg("write two or three letters: `en` English, `tay` Tày, `hmn` Mông"),
        )
    return text


LanguageTag = Annotated[str, BeforeValidator(_tag)]
"""A language as BCP 47 has it: two or three letters."""


class ForeignPhrase(Model):
    """Words of another language, said as that language says them."""

    phrase: Line = field("Cụm từ", "Như trang viết, ví dụ: Smart Village.", aliases=("cum_tu",))
    language: LanguageTag = field("Tiếng", "Mã ngôn ngữ, ví dụ: en (tiếng Anh), tay (tiếng Tày).", "en")


class ForeignPhrases(Model):
    """`data/foreign_phrases.yml`."""

    phrases: tuple[ForeignPhrase, ...] = field("Cụm từ tiếng nước ngoài", "Trình đọc màn hình đọc đúng tiếng.")

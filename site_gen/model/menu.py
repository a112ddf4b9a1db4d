"""The main menu as `site.yml` may give it: few entries, each short enough for a phone."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from site_gen.base.messages import msg
from site_gen.base.vietnamese import excerpt
from site_gen.model.fields import LinkAddress
from site_gen.model.model import Model, field
from site_gen.model.refusing import typed, wrong

MOST_ENTRIES = 8
"""So many entries of a menu are looked through at a glance, and stand in two lines of a desk's screen."""
LONGEST_LABEL = 30
"""So many letters of an entry fit on the line of a narrow phone."""


def _menu_label(value: object) -> str:
    text = " ".join(typed(value).split())
    if len(text) > LONGEST_LABEL:
        wrong(
            msg("`{text}` is too long for the menu: {count} letters", text=excerpt(text, 60), count=len(text)),
            msg("write at most {most} letters", most=LONGEST_LABEL),
        )
    return text


MenuLabel = Annotated[str, BeforeValidator(_menu_label)]
"""What an entry of the menu is called."""


class MenuEntry(Model):
    """One entry of the main menu."""

    label: MenuLabel = field("Tên mục", "Ví dụ: Thủ tục.", aliases=("ten",))
    url: LinkAddress = field(
        "Dẫn tới", "Trang của trang web này, ví dụ thu-tuc/index.html, hoặc địa chỉ https.", aliases=("dia_chi",)
    )


def _few(value: object) -> object:
    if isinstance(value, list | tuple) and len(value) > MOST_ENTRIES:
        wrong(
            msg("the menu has {count} entries; at most {most} can be looked over", count=len(value), most=MOST_ENTRIES),
            msg("keep those that most people look for; everything else stays in the footer"),
        )
    return value


Menu = Annotated[tuple[MenuEntry, ...], BeforeValidator(_few)]
"""The entries in their order; none where the menu follows from what is there."""

"""What to write instead of an HTML tag."""

from __future__ import annotations

import re

from site_gen.base.messages import Message, msg

_BREAK = msg("to begin a new line, end the line above with `\\`; for a new paragraph leave an empty line")
_DROP = msg("delete the tag and keep the words; an empty line separates paragraphs")
_TABLE = msg("write a Markdown table:\n\n| STT | … |\n| --- | --- |\n| 1 | … |")
_LIST = msg("begin each item with `- `, in a line of its own")
_LINK = msg("write a link as `[…](https://…)`, with its words between the brackets")
_PICTURE = msg("write a picture as `![…](files/…)`, with what it shows between the brackets")
_HEADING = msg("begin the heading with `## ` in a line of its own")
_EMBED = msg("nothing can be embedded; write a link: `[…](https://…)`, with its words between the brackets")
_COMMENT = msg("delete it: remarks are no part of a page")
_SMALLER = msg("if it is no tag but words, write `&lt;` for `<`")
_ADVICE: dict[str, Message] = {
    **dict.fromkeys(("br", "wbr"), _BREAK),
    **dict.fromkeys(("p", "div", "span", "font", "center", "o", "u", "small", "big", "section", "article"), _DROP),
    **dict.fromkeys(("sub", "sup", "s", "del", "ins", "mark", "style", "html", "body", "head", "meta"), _DROP),
    **dict.fromkeys(("table", "thead", "tbody", "tr", "td", "th", "caption", "colgroup", "col"), _TABLE),
    **dict.fromkeys(("ul", "ol", "li", "dl", "dt", "dd"), _LIST),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _HEADING),
    **dict.fromkeys(("iframe", "script", "video", "audio", "embed", "object", "form", "input", "button"), _EMBED),
    "hr": msg("write `---` in a line of its own, between empty lines"),
    "a": _LINK,
    "img": _PICTURE,
    "blockquote": msg("begin the line with `> `"),
}


def instead_of(tag: str, row: str) -> Message:
    """How the words that a tag was to format are written in Markdown.

    Args:
        tag: The tag as it stands.
        row: The line it stands in.
    """
    if tag.startswith("<!"):
        return _COMMENT
    name = re.match(r"</?\s*([a-zA-Z][a-zA-Z0-9]*)", tag)
    key = name[1].lower() if name else ""
    if key in ("b", "strong", "i", "em"):
        sign = "**" if key in ("b", "strong") else "*"
        inner = re.search(rf"<{key}\b[^>]*>\s*([^<]+?)\s*</{key}>", row, re.IGNORECASE)
        return msg("write it as `{fixed}`", fixed=f"{sign}{inner[1] if inner else '…'}{sign}")
    return _ADVICE.get(key, _SMALLER)

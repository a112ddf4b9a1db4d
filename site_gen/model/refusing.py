"""How a field type refuses a value: what is wrong with it, and how to write it instead."""

from __future__ import annotations

from typing import NoReturn

from pydantic_core import PydanticCustomError

from site_gen.base.messages import Message, msg
from site_gen.base.plain_text import without_invisible

WRONG = "sitegen_wrong"  # the pydantic error type under which our own refusals travel
UNFILLED = "sitegen_unfilled"  # that of a value which nobody has filled in yet
BLANK = "(điền)"
"""What `sitegen new` writes where a fact must come from the editor. No text that holds it is ever published."""


def wrong(message: Message, hint: Message) -> NoReturn:
    """Refuse a value, from inside a validator."""
    raise PydanticCustomError(WRONG, "{text}", {"text": str(message), "message": message, "hint": hint})


def typed(value: object) -> str:
    """The one line of text that a scalar is; anything else is refused."""
    if isinstance(value, str):
        if BLANK in value:
            raise PydanticCustomError(UNFILLED, BLANK)
        return without_invisible(value)
    if value is None:
        wrong(msg("a value is missing here"), msg("write the value after the colon, or delete the line"))
    if isinstance(value, dict) and len(value) == 1 and (text := _as_written(value)) is not None:
        wrong(
            msg("the colon in `{text}` makes keys and values of a line of text", text=text),
            msg('put the line in quotation marks: `"{text}"`', text=text.replace('"', '\\"')),
        )
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        wrong(
            msg("one line of text belongs here, not a list"),
            msg("write it in one line: `{text}`", text="; ".join(value)),
        )
    wrong(
        msg("expected one line of text, found {found}", found=found(value)), msg("write a single value after the colon")
    )


def _as_written(group: dict[str, object]) -> str | None:
    """The line of text that became a key and its value: `Bước 3: Nhận kết quả`; None where the value is no text."""
    [(key, value)] = group.items()
    return f"{key}: {value}" if isinstance(value, str) else f"{key}:" if value is None else None


def found(value: object) -> Message:
    """What a value of the wrong shape is, in words."""
    if isinstance(value, dict):
        return msg("a group of keys")
    if isinstance(value, list):
        return msg("a list")
    return msg("nothing")

"""When a signature was made, as signing software writes it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from site_gen.base.messages import msg
from site_gen.base.vietnamese import excerpt, show_date
from site_gen.model.refusing import typed, wrong


def signing_time(value: object) -> object:
    """Day and time, `2026-01-05T13:43:32+0700` or `05/01/2026 13:43`; the clock is that of the signer."""
    if isinstance(value, datetime):
        return value
    text = typed(value)
    hit = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4}) (\d{1,2})(:\d{2}(?::\d{2})?)", text)
    iso = f"{hit[3]}-{hit[2]:>02}-{hit[1]:>02}T{hit[4]:>02}{hit[5]}" if hit else text
    try:
        if re.match(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}", iso):
            return datetime.fromisoformat(iso)
    except ValueError:
        pass
    wrong(
        msg("`{value}` is not a moment of signing", value=excerpt(text, 60)),
        msg("copy it from the signature, for example `2026-01-05T13:43:32+0700`, or write `05/01/2026 13:43`"),
    )


HANOI = timezone(timedelta(hours=7))
"""The clock of Việt Nam, which has one and never moves it."""


def show_signing_time(at: datetime) -> str:
    """Day and time on the clock of Việt Nam; a moment without a clock of its own is of that one."""
    here = at.astimezone(HANOI) if at.tzinfo else at
    return f"{show_date(here.date())} {here:%H:%M:%S}"


def same_moment(one: datetime, other: datetime) -> bool:
    """Whether two ways of writing mean the same minute; a moment without a clock of its own is of that of Việt Nam."""
    first, second = (at if at.tzinfo else at.replace(tzinfo=HANOI) for at in (one, other))
    return abs(first.replace(second=0, microsecond=0) - second.replace(second=0, microsecond=0)) < timedelta(minutes=1)


SigningTime = Annotated[
    datetime,
    BeforeValidator(signing_time),
    WithJsonSchema({"type": "string", "examples": ["2026-01-05T13:43:32+0700"]}),
]
"""Day and time of a signature."""

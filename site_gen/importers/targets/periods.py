"""The period that a report is about, out of its title."""

from __future__ import annotations

import re

from site_gen.model.period import Period, read_period

_SAID = re.compile(
    r"(?:6|06|9|09|sáu|chín)\s+tháng(?:\s+(?:đầu|cuối))?\s+năm\s+\d{4}|quý\s+(?:IV|I{1,3}|[1-4])\s*(?:/|năm\s+)\s*\d{4}"
    r"|tháng\s+\d{1,2}\s*(?:/|-|năm\s+)\s*\d{4}|năm\s+\d{4}|\d{4}-(?:\d\d|q[1-4]|h[12]|9m)\b",
    re.IGNORECASE,
)


def find_period(text: str) -> Period | None:
    """The first period that a text names; a month or a quarter before a year."""
    found = [
        period
        for hit in _SAID.finditer(text)
        if (
            period := read_period(
                re.sub(r"\bnăm\s+(?=\d{4})", "", hit[0], flags=re.IGNORECASE)
                if "tháng" in hit[0].lower() and "năm" in hit[0].lower() and not re.match(r"0?[69]|sáu|chín", hit[0])
                else hit[0]
            )
        )
        is not None
    ]
    return min(found, key=lambda period: period.months, default=None)

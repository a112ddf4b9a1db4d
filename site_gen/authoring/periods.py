"""Which period or year the id of a new entry speaks of: people write it in many ways."""

from __future__ import annotations

import re
from datetime import date

from site_gen.base.vietnamese import fold
from site_gen.model.period import Period, read_period

_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTED = ("quy", "thang")
_SHORT = {**{f"q{n}": f"quy {n}" for n in range(1, 5)}, "h1": "6 thang dau", "h2": "6 thang cuoi", "9m": "9 thang"}


def year_in(id: str) -> int | None:
    """The year an id speaks of, None where it names none."""
    hit = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", id)
    return int(hit[0]) if hit else None


def period_in(id: str, day: date) -> Period | None:
    """The period that an id names, or a part of it: `2026-10`, `10-2026`, `cchc-2026-q4`, `quy-iii-2026`.

    A month or quarter without its year (`thang-12`) is that of the year of the entry above it, `cchc-2026/thang-12`;
    where there is none, the last one that has begun. A year alone is a period only where nothing stands beside it.

    Args:
        id: The id, with that of the entry above it before a `/`.
        day: The day of writing.
    """
    above, _, own = id.rpartition("/")
    words = fold(own).split()
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            part = words[start : start + length]
            if start and words[start - 1] in _COUNTED:  # what is counted belongs to its number: quy-5-2026 is no May
                continue
            if (length > 1 or len(words) == 1) and (found := _read(part)) is not None:
                return found
    if not any(map(_YEAR.fullmatch, words)):
        year = year_in(above)
        alone = words[0].isdecimal() if words else True
        for candidate in (year,) if year else () if alone else (day.year, day.year - 1):
            found = _read([*words, str(candidate)])
            if found is not None and found.months < 12 and (year or found.first <= day):
                return found
    return None


def looks_like_a_period(id: str) -> bool:
    """Whether an id is made as if it named a period: `2026-13`, `quy-5-2026`."""
    part = r"(?:q|quy-|thang-|t)?(?:\d{1,2}|[ivx]+)"
    return re.fullmatch(rf"20\d\d-{part}|{part}(?:-20\d\d)|(?:quy|thang)-{part}", id) is not None


def _read(words: list[str]) -> Period | None:
    """The period that words name, the year first or last."""
    text = " ".join(_SHORT.get(word, word) for word in words)
    year, _, rest = text.partition(" ")
    return read_period(text) or (read_period(f"{rest} {year}") if rest and _YEAR.fullmatch(year) else None)

"""A paper that a cell names: `Kế hoạch số 05/KH-UBND ngày 10/01/2024`."""

from __future__ import annotations

import re

_PAPER = re.compile(
    r"\s*(?:\b[Ss]ố\s*:?\s*)?(?P<number>\d[\w.]*(?:/[\wĐđ.-]+)*/[A-ZĐ][\wĐđ.-]*[\wĐđ])"
    r"(?:\s*,?\s*(?:ngày\s+)?(?P<date>\d{1,2}/\d{1,2}/\d{4}))?"
)
"""`số 05/KH-UBND ngày 10/01/2024`."""


def paper(text: str) -> object:
    """A paper that a cell names: with number and date where it gives them, else its words."""
    hit = _PAPER.search(text)
    if hit is None:
        return text
    title = " ".join(f"{text[: hit.start()]} {text[hit.end() :]}".split()).strip(" .,;:()")
    said = {"title": title or text.strip(), "number": hit["number"], "date": hit["date"]}
    return {key: value for key, value in said.items() if value}

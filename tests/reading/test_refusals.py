"""The table of refusals: complete, in order, and fit to be explained."""

from __future__ import annotations

import re
from pathlib import Path

from site_gen.reading.refusals import REFUSALS

READING = Path(__file__).parents[2] / "site_gen" / "reading"


def test_codes_are_unique() -> None:
    codes = [refusal.code for refusal in REFUSALS]
    assert sorted(set(codes)) == sorted(codes)


def test_every_refusal_says_what_and_why() -> None:
    assert all(refusal.title.id and len(refusal.why.id) > 20 for refusal in REFUSALS)


def test_an_example_has_both_sides() -> None:
    assert all(bool(refusal.wrong) == bool(refusal.right) for refusal in REFUSALS)


def test_every_code_that_is_raised_is_in_the_table() -> None:
    raised = {
        code for path in READING.glob("*.py") for code in re.findall(r"\"([A-Z]{3,5}\d{3})\"", path.read_text("utf-8"))
    }
    assert raised == {refusal.code for refusal in REFUSALS}

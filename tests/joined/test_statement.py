"""The accessibility statement tells what the shipped data says, in both languages, and where to complain."""

from __future__ import annotations

from plain import plain

from site_gen.joined.statement import statement
from site_gen.model.accessibility import Check, Limit
from site_gen.reading.shipped import accessibility_tested


def test_it_tells_of_every_check_and_limit_of_the_data() -> None:
    told, tested = plain(statement("en").context), accessibility_tested()

    assert len(told["checks"]) == len(tested.checks) == len(Check)
    assert len(told["limits"]) == len(tested.limits) == len(Limit)
    assert (
        told["checks"][0]
        == "axe-core 4.12.1 finds no violation of WCAG 2.2, levels A and AA; text stands out enough in each of these colours: light, dark, forced colours."
    )
    assert "320 to 1920 pixels" in told["checks"][1]


def test_its_day_is_that_of_the_tests_and_not_of_the_build() -> None:
    assert plain(statement("vi").context)["tested_on"] == "2026-11-25"


def test_no_hole_stays_empty_in_either_language() -> None:
    for language in ("vi", "en"):
        texts = [*plain(statement(language).context)["checks"], *plain(statement(language).context)["limits"]]
        assert [text for text in texts if "{" in text] == []


def test_it_says_whom_to_tell() -> None:
    told = plain(statement("vi", "hop-thu@xa.example.vn", "0204", "lien-he.html").context)

    assert (told["email"], told["phone"], told["contact"]) == ("hop-thu@xa.example.vn", "0204", "lien-he.html")

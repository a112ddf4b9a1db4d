"""Sentences as values, put into words when they are shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.base.messages import msg, say


def test_holes_are_filled_by_name() -> None:
    assert say(msg("{b} then {a}", a=1, b="x"), "en") == "x then 1"


def test_a_message_inside_a_message_is_said_in_the_same_language() -> None:
    assert say(msg("expected {what}", what=msg("a thing of {n}", n=2)), "en") == "expected a thing of 2"


def test_a_value_with_braces_is_shown_as_it_is() -> None:
    assert say(msg("`{value}` is wrong", value="{name} {0} {"), "en") == "`{name} {0} {` is wrong"


def test_messages_are_equal_by_what_they_say() -> None:
    assert msg("x {a} {b}", a=1, b=2) == msg("x {a} {b}", b=2, a=1)
    assert hash(msg("x", a=1)) == hash(msg("x", a=1))


def test_nothing_is_said_where_nothing_is_meant() -> None:
    assert say(msg(""), "vi") == ""


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_sentence_without_translation_is_said_in_english(language: str) -> None:
    assert say(msg("no catalogue knows this {thing}", thing="sentence"), language) == "no catalogue knows this sentence"


def test_a_path_is_an_ordinary_value() -> None:
    assert str(msg("{path}", path=str(Path("a") / "b"))) == "a/b"

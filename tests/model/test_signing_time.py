"""Moments of signing are read as signing software writes them, and as people do."""

from __future__ import annotations

from datetime import datetime

import pytest
from pydantic_core import PydanticCustomError

from site_gen.model.signing_time import show_signing_time, signing_time


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2023-01-03T13:43:32+0700", "03/01/2023 13:43:32"),
        ("2023-01-03T13:43:32+07:00", "03/01/2023 13:43:32"),
        ("2023-01-03 13:43:32", "03/01/2023 13:43:32"),
        ("3/1/2023 9:05", "03/01/2023 09:05:00"),
        ("03/01/2023 13:43:32", "03/01/2023 13:43:32"),
    ],
)
def test_a_moment_is_shown_on_the_signers_clock(written: str, shown: str) -> None:
    read = signing_time(written)
    assert isinstance(read, datetime)
    assert show_signing_time(read) == shown


@pytest.mark.parametrize("written", ["03/01/2023", "31/02/2023 13:43", "2023-01-03T25:00:00", "sáng 03/01/2023"])
def test_anything_else_is_refused(written: str) -> None:
    with pytest.raises(PydanticCustomError):
        signing_time(written)

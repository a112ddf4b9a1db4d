from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_gen.base.fingerprint import fingerprint


@given(st.binary(max_size=40), st.integers(1, 32))
def test_it_is_made_of_letters_and_is_the_same_for_the_same_bytes(data: bytes, length: int) -> None:
    name = fingerprint(data, length)
    assert (len(name), name.isalpha(), name) == (length, True, fingerprint(data, length))


def test_other_bytes_have_another() -> None:
    assert len({fingerprint(bytes([n])) for n in range(256)}) == 256

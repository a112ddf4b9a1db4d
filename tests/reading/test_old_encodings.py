from hypothesis import given
from hypothesis import strategies as st

from site_gen.reading import old_encodings

LETTERS = st.characters(max_codepoint=0x17F) | st.sampled_from("ÃÄÆáŠš€»º·ñöùøïaeou \n“”")


@given(st.text(LETTERS, max_size=12))
def test_the_first_look_passes_over_no_odd_word(text: str) -> None:
    if old_encodings._ODD_WORD.search(text):
        assert old_encodings._MAY_BE_ODD.search(text)

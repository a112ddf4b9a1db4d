from __future__ import annotations

import pytest
from pydantic import ValidationError

from site_gen.model.search_words import SearchSettings


def test_a_site_may_add_words_that_mean_the_same() -> None:
    settings = SearchSettings.model_validate({"synonyms": [["sổ đỏ", "GCN"], ["một cửa", "trung tâm hành chính công"]]})

    assert settings.synonyms == (("sổ đỏ", "GCN"), ("một cửa", "trung tâm hành chính công"))


@pytest.mark.parametrize("group", [["sổ đỏ"], "sổ đỏ", ["sổ đỏ", "So Do"], ["sổ đỏ", "…"]])
def test_a_group_of_one_way_to_say_it_is_refused(group: object) -> None:
    with pytest.raises(ValidationError) as refused:
        SearchSettings.model_validate({"synonyms": [group]})

    assert "at least two" in str(refused.value)

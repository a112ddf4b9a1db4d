from __future__ import annotations

from collections import Counter

import pytest
import yaml
from builds import REPOSITORY
from pydantic import ValidationError

from site_gen.model.search_words import PhraseKind, SearchSettings
from site_gen.outputs.search.thesaurus import unknown_classes
from site_gen.outputs.search.words import words
from site_gen.reading.shipped import search_words

SHIPPED = search_words()
MOST_CLASSES = 16


def folded(said: str) -> str:
    """A phrase as search compares it; the names of classes stay."""
    return said if "{" in said else " ".join(words(said))


def titles() -> str:
    """The titles of all listed procedures, and the names of the site's own pages that phrases lead to, each in a line."""
    folder = REPOSITORY / "content/cam-giang/procedure-lists"
    rows = [row for path in folder.glob("*.yml") for row in yaml.safe_load(path.read_text(encoding="utf-8"))["rows"]]
    names = [f"{row['name']}\n{row.get('procedure_field') or row.get('linh_vuc') or ''}" for row in rows]
    events = ["Liên hệ", "Khiếu nại, tiếp công dân, hòa giải", "Lấy ý kiến góp ý", "Phản ánh", "Thư xin lỗi"]
    return "\n".join(f" {' '.join(words(line))} " for name in (*names, *events) for line in name.splitlines())


def test_a_site_may_add_words_that_mean_the_same() -> None:
    settings = SearchSettings.model_validate({"synonyms": [["sổ đỏ", "GCN"], ["một cửa", "trung tâm hành chính công"]]})

    assert settings.synonyms == (("sổ đỏ", "GCN"), ("một cửa", "trung tâm hành chính công"))


@pytest.mark.parametrize("group", [["sổ đỏ"], "sổ đỏ", ["sổ đỏ", "So Do"], ["sổ đỏ", "…"]])
def test_a_group_of_one_way_to_say_it_is_refused(group: object) -> None:
    with pytest.raises(ValidationError) as refused:
        SearchSettings.model_validate({"synonyms": [group]})

    assert "at least two" in str(refused.value)


def test_the_thesaurus_is_as_large_as_it_is_said_to_be() -> None:
    assert len(SHIPPED.groups) >= 400
    assert sum(len(group.said) for group in SHIPPED.groups) >= 4_500
    assert len(SHIPPED.elsewhere) >= 20


def test_every_line_of_the_thesaurus_has_a_source() -> None:
    assert [line for line in (*SHIPPED.groups, *SHIPPED.elsewhere) if len(line.source) < 4] == []


@pytest.mark.parametrize("life", [True, False], ids=["situations", "names"])
def test_a_phrase_of_the_thesaurus_stands_in_one_line_of_its_sort(life: bool) -> None:
    said = [s for group in SHIPPED.groups if (group.kind is PhraseKind.LIFE) == life for s in group.said]
    if life:
        said += [s for row in SHIPPED.elsewhere for s in row.said]
    assert [phrase for phrase, count in Counter(map(folded, said)).items() if count > 1] == []


def test_every_situation_leads_to_words_of_a_real_title() -> None:
    lines = titles()
    lost = [
        phrase
        for group in SHIPPED.groups
        if group.kind is PhraseKind.LIFE
        for phrase in group.pages
        if f" {' '.join(words(phrase))} " not in lines
    ]
    assert lost == []


def test_phrases_name_no_class_that_is_not_there() -> None:
    assert list(unknown_classes(SHIPPED)) == []
    assert len(SHIPPED.classes) <= MOST_CLASSES

import pytest

from site_gen.authoring.forms import forms
from site_gen.authoring.specimens import specimen
from site_gen.authoring.teaching import WIDTH, document_of, explained
from site_gen.kinds.page.model import FreePage
from site_gen.kinds.unit.model import Unit
from site_gen.model.entry import marked
from site_gen.reading.bind import bind

UNIT = "name: A\ntype: xã\nlevel: cấp xã\nparents:\n  - unit: b\n  - unit: c\n"


@pytest.mark.parametrize("name", forms())
def test_comments_change_nothing_that_is_read(name: str) -> None:
    kept = specimen(*forms()[name])
    taught = explained(kept.text, kept.path, kept.model)
    assert document_of(taught, kept.path).plain() == document_of(kept.text, kept.path).plain()
    entry, found = bind(document_of(taught, kept.path), kept.model)
    assert found == []
    assert entry is not None
    assert list(marked(entry)) == list(marked(entry))


def test_a_comment_gives_label_need_and_help_in_the_words_of_the_model() -> None:
    assert explained(UNIT, "", Unit, suggest=False).splitlines()[:2] == [
        "# Tên đơn vị (bắt buộc). Tên đầy đủ.",
        "name: A",
    ]


def test_a_choice_lists_what_may_be_chosen() -> None:
    text = " ".join(explained(UNIT, "", Unit, suggest=False).replace("#", "").split())
    assert "Cấp (bắt buộc)." in text
    assert "Chọn một: central (trung ương), province (cấp tỉnh)," in text


def test_a_key_is_explained_where_it_first_stands_and_as_deep() -> None:
    lines = explained(UNIT, "", Unit, suggest=False).splitlines()
    assert lines[lines.index("parents:") + 1 :] == [
        "  # Đơn vị (bắt buộc). Đơn vị cấp trên.",
        "  - unit: b",
        "  - unit: c",
    ]


def test_keys_inside_a_line_are_left_alone() -> None:
    text = "name: A\ntype: xã\nlevel: cấp xã\nparents: [{unit: b}]\n"
    assert "parents: [{unit: b}]\n" in explained(text, "", Unit, suggest=False)


def test_what_could_be_added_stands_at_the_end_without_what_is_there() -> None:
    lines = explained(UNIT, "", Unit).splitlines()
    offered = lines[lines.index("# Có thể ghi thêm:") + 1 :]
    keys = [line.split()[1] for line in offered if line.startswith("#   ") and "–" in line]
    assert keys[0] == "short_name"
    assert "draft" in keys
    assert not {"name", "parents", "secrecy", "anomalies"} & set(keys)


def test_in_front_matter_it_stands_before_the_text() -> None:
    text = explained("---\ntitle: A\n---\nThân bài\n", "a.md", FreePage)
    head, _, body = text.rpartition("---\n")
    assert "# Có thể ghi thêm:" in head
    assert body == "Thân bài\n"


def test_no_comment_is_wider_than_the_page() -> None:
    kept = specimen(*forms()["plan"])
    comments = [x for x in explained(kept.text, kept.path, kept.model).splitlines() if x.lstrip().startswith("# ")]
    assert max(map(len, comments)) <= WIDTH

"""Values bound to a model: what is right binds, what is wrong is told once, at its place, with what was meant."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_yaml_reader import written

from site_gen.base.diagnostics import Diagnostic
from site_gen.base.plain_text import SourceFile
from site_gen.kinds import KINDS
from site_gen.kinds.plan.model import Appendix, Plan
from site_gen.kinds.unit.model import Level, Unit, UnitType
from site_gen.model.published import Published
from site_gen.model.settings import Fleet, Site
from site_gen.reading.bind import bind, meant_key
from site_gen.reading.yaml_reader import parse

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĐỦấềộự0123456789 -–,.:#&*'\"%"
lines = st.text(LETTERS, min_size=1, max_size=40).filter(lambda t: t.strip())
slugs = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)?", fullmatch=True).filter(lambda t: len(t) <= 80)
days = st.dates(date(1800, 1, 1), date(2899, 12, 31)).map(lambda d: f"{d.day:02d}/{d.month:02d}/{d.year}")
scores = st.decimals(0, 100, places=2).map(lambda n: f"{n}".replace(".", ","))
yes_no = st.sampled_from(["có", "không", "Có", "KHÔNG", "yes", "no"])


def one_of(choices: type[Any]) -> st.SearchStrategy[str]:
    return st.sampled_from([text for member in choices for text in (member.value, member.label, member.label.upper())])


units = st.fixed_dictionaries(
    {"name": lines, "type": one_of(UnitType), "level": one_of(Level)},
    optional={
        "short_name": lines,
        "aliases": lines | st.lists(lines, max_size=3),
        "parents": st.lists(st.fixed_dictionaries({"unit": lines}, optional={"since": days}), max_size=2),
        "valid_from": days,
        "draft": yes_no,
        "intro": lines,
        "hours": lines,
    },
)
measures = st.fixed_dictionaries(
    {"value": scores}, optional={"op": st.sampled_from(["=", ">=", "<", "trên"]), "unit": lines}
)
appendices = st.fixed_dictionaries(
    {},
    optional={
        "title": lines,
        "targets": st.lists(
            st.fixed_dictionaries({"id": slugs, "text": lines}, optional={"measures": st.lists(measures, max_size=2)}),
            max_size=3,
        ),
        "tasks": st.lists(
            st.fixed_dictionaries(
                {"id": slugs, "area": lines, "text": lines},
                optional={
                    "lead": lines | st.lists(lines, max_size=2),
                    "deadline": lines,
                    "budget": st.integers(0, 10**9).map(lambda n: f"{n:,}".replace(",", ".")),
                    "parts": st.lists(st.fixed_dictionaries({"text": lines}), max_size=2),
                    "inherited": st.sampled_from(["lead", "chủ trì"]) | st.just(["deadline", "phối hợp"]),
                },
            ),
            max_size=3,
        ),
    },
).filter(bool)


def told(text: str, model: type[Published]) -> list[Diagnostic]:
    document, found = parse(SourceFile("a.yml", text))
    assert document is not None
    return [*found, *bind(document, model, found)[1]]


@settings(max_examples=50)
@given(units.map(lambda u: (Unit, u)) | appendices.map(lambda a: (Appendix, a)))
def test_a_right_entry_binds(case: tuple[type[Published], dict[str, Any]]) -> None:
    model, content = case
    document, _ = parse(SourceFile("a.yml", written(content)))
    assert document is not None
    bound, found = bind(document, model)
    assert [str(d.message) for d in found] == []
    assert bound is not None
    assert content.keys() == bound.model_fields_set


junk = st.recursive(
    lines
    | st.sampled_from(["", "²", "٣", "9" * 5000, "00/00/0000", "tháng 13/2023", "#zz", "http://[::1"])
    | st.none(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["id", "text"]), inner, max_size=2),
    max_leaves=4,
)
MODELS = sorted({form.model for kind in KINDS for form in kind.forms} | {Site, Fleet}, key=lambda model: model.__name__)


@settings(max_examples=50)
@given(st.data(), st.sampled_from(MODELS))
def test_whatever_is_typed_is_answered_in_words_of_our_own(data: st.DataObject, model: type[Published]) -> None:
    content = data.draw(st.dictionaries(st.sampled_from(sorted(model.model_fields)), junk, min_size=1))
    document, found = parse(SourceFile("a.yml", written(content)))
    assert document is not None
    said = {d.message.id for d in bind(document, model, found)[1]}
    assert "the value does not fit here" not in said  # what is said where none of our field types has spoken


@settings(max_examples=50)
@given(units, st.sampled_from(["name", "type", "level"]))
def test_a_missing_key_is_missing_and_nothing_else_is_said(unit: dict[str, Any], key: str) -> None:
    document, _ = parse(SourceFile("a.yml", written({k: v for k, v in unit.items() if k != key} or {"intro": "a"})))
    assert document is not None
    found = bind(document, Unit)[1]
    assert [d.code for d in found] == ["KEY002"]
    assert ("key", key) in found[0].message.args


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("titel", "title"),
        ("tittle", "title"),
        ("ten", "title"),
        ("Tên kế hoạch", "title"),
        ("ten_ke_hoach", "title"),
        ("ngay_ban_hanh", "date"),
        ("Ngày ban hành", "date"),
        ("so_hieu", "number"),
        ("co_quan_ban_hanh", "issuer"),
        ("Can cu", "basis"),
        ("linh_vuc", "areas"),
        ("qwerty", None),
    ],
)
def test_a_key_is_understood_by_its_english_and_vietnamese_names(key: str, meant: str | None) -> None:
    assert meant == meant_key(key, Plan)


def test_what_follows_from_an_error_of_reading_at_the_same_place_is_not_told_again() -> None:
    found = told("name: !ten [a]\ntype: bộ phận\nlevel: nội bộ\n", Unit)
    assert [d.code for d in found] == ["YAML006"]


def test_what_stands_beside_an_error_of_reading_is_told() -> None:
    found = told("name: A\nname: B\ntype: gì đó\nlevel: nội bộ\n", Unit)
    assert [d.code for d in found] == ["YAML004", "VALUE001"]


def test_own_keys_are_listed_before_those_of_every_entry() -> None:
    [found] = told("name: A\ntype: xã\nlevel: cấp xã\nqwerty: 1\n", Unit)
    assert found.hint is not None
    [(_, names)] = found.hint.args
    assert str(names).startswith("name, ")
    assert str(names).endswith("anomalies")

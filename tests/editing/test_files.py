"""Content files are changed where somebody changed a value: whatever else stands in them, stays byte for byte."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from site_gen.editing.changes import Changes
from site_gen.editing.files import NotEdited, edited
from site_gen.model.entry import Loc
from site_gen.reading.extents import extents

ROOT = Path(__file__).parents[2]
FILES = [*sorted((ROOT / "content").rglob("*.yml")), *sorted((ROOT / "content").rglob("*.md"))]
FILES += sorted((ROOT / "site_gen/kinds").rglob("example/**/*.yml"))


def no_order(loc: Loc) -> tuple[str, ...]:
    return ()


def change(text: str, path: str = "a.yml", **changes: Any) -> str:
    return edited(text.encode(), path, Changes(**changes), no_order).decode()


TEXT = """\
# đầu tệp
title:   Kế hoạch   # tên

rows:
  # dòng một
  - code: "1.001"   # mã
    name: Một
    lead:
      - A
      - B # hai
  - {code: '2.002', name: Hai}

  - name: >-
      dài
      lắm
    code: 3.003
note: |
  hai
  dòng
end:
"""
CASES: list[tuple[dict[str, Any], list[tuple[str, str]]]] = [
    ({"puts": {("title",): "Khác"}}, [("Kế hoạch ", "Khác ")]),
    ({"puts": {("rows", 0, "code"): "1.009"}}, [('"1.001"', '"1.009"')]),
    ({"puts": {("rows", 1, "code"): "9"}}, [("'2.002'", "'9'")]),
    ({"puts": {("rows", 1, "name"): "Hai, ba"}}, [("Hai}", '"Hai, ba"}')]),
    ({"puts": {("rows", 2, "name"): "ngắn"}}, [(">-\n      dài\n      lắm", ">-\n      ngắn")]),
    ({"puts": {("note",): "một\nhai\n"}}, [("  hai\n  dòng\n", "  một\n  hai\n")]),
    ({"puts": {("end",): "hết"}}, [("end:\n", "end: hết\n")]),
    ({"puts": {("end",): ["x", "y"]}}, [("end:\n", "end:\n  - x\n  - y\n")]),
    ({"puts": {("rows", 0, "lead", 1): "C: d"}}, [("- B #", '- "C: d" #')]),
    ({"puts": {("rows", 0, "unit"): "xã"}}, [("      - B # hai\n", "      - B # hai\n    unit: xã\n")]),
    ({"puts": {("rows", 1, "unit"): "xã"}}, [("name: Hai}", "name: Hai, unit: xã}")]),
    ({"puts": {("x", "y"): "z"}}, [("end:\n", "end:\nx:\n  y: z\n")]),
    ({"removed": {("rows", 0, "lead")}}, [("    lead:\n      - A\n      - B # hai\n", "")]),
    ({"removed": {("rows", 0, "code")}}, [('code: "1.001"   # mã\n    name', "name")]),
    ({"removed": {("rows", 1, "name")}}, [(", name: Hai}", "}")]),
    ({"removed": {("rows", 1, "code")}}, [("code: '2.002', name", "name")]),
    ({"removed": {("rows", 1)}}, [("  - {code: '2.002', name: Hai}\n", "")]),
    ({"removed": {("rows", 0, "lead", 0)}}, [("      - A\n", "")]),
    ({"removed": {("rows", 0, "lead", 0), ("rows", 0, "lead", 1)}}, [("    lead:\n      - A\n      - B # hai\n", "")]),
    ({"removed": {("end",)}}, [("end:\n", "")]),
    ({"inserted": {("rows",): [(0, {"code": "7", "lead": ["x"]})]}}, [("# hai\n", "# hai\n  - code: 7\n    lead:\n      - x\n")]),
    ({"inserted": {("rows",): [(1, {"code": "7"})]}}, [("Hai}\n", "Hai}\n  - {code: 7}\n")]),
    ({"inserted": {("rows",): [(-1, {"code": "7"})]}}, [("một\n", "một\n  - code: 7\n")]),
    ({"inserted": {("other",): [(-1, {"a": "b"})]}}, [("end:\n", "end:\nother:\n  - a: b\n")]),
]  # fmt: skip  # a table of changes and what they come to


@pytest.mark.parametrize(("changes", "differs"), CASES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_what_was_changed_is_different(changes: dict[str, Any], differs: list[tuple[str, str]], end: str) -> None:
    want = TEXT
    for old, new in differs:
        assert want.count(old) == 1
        want = want.replace(old, new)
    assert change(TEXT.replace("\n", end), **changes) == want.replace("\n", end)


def test_a_last_line_without_an_end_gets_a_line_below() -> None:
    assert change("a: b", puts={("c",): "d"}) == "a: b\nc: d"


def test_letters_stored_in_pieces_stay_so_where_nothing_is_changed() -> None:
    text = "a: ho\u0300a\nb: ho\u0300a\n"
    assert change(text, puts={("b",): "x"}) == "a: ho\u0300a\nb: x\n"


def test_the_text_below_front_matter_is_a_value_like_others() -> None:
    text = "---\r\ntitle: A # x\r\n---\r\n\r\nMột.\r\n\r\nHai.\r\n"
    made = change(text, "a.md", puts={("body",): "Ba.\n\nBốn.", ("title",): "B"})
    assert made == "---\r\ntitle: B # x\r\n---\r\n\r\nBa.\r\n\r\nBốn.\r\n"


@pytest.mark.parametrize("text", ["a: [1\n", "- a\n", "a: &x 1\n", "", "a: 1\na: 2\n"])
def test_a_file_with_a_fault_is_not_touched(text: str) -> None:
    with pytest.raises(NotEdited):
        change(text, puts={("a",): "2"})


TEXTS = ["mới", "a: b", "x # y", "- z", "true", "12", "05/01/2023", "{c}", "[d", "*e", "&f", "!g", "'h'", '"i"', "k\nl", "m\n\nn\n", "%o", "@p", "23/KH-UBND", "8,5", "?", "a, b; c", " q"]  # fmt: skip  # a table of texts that YAML may misread


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_one_value_of_any_file_can_be_changed_alone(path: Path) -> None:
    raw = path.read_bytes()
    text = raw.decode()
    chance = random.Random(path.name)
    locs = [loc for loc in _texts(_values(path)) if loc != ("body",)]
    head = text.index("\n") + 1 if path.suffix == ".md" else 0
    root = extents(text[head : text.index("\n---", head) if head else len(text)])
    for loc in chance.sample(locs, min(6, len(locs))):
        node = root.at(loc)
        assert node is not None
        made = edited(raw, path.name, Changes(puts={loc: chance.choice(TEXTS)}), no_order).decode()
        assert made.startswith(text[: head + node.start])
        assert made.endswith(text[head + node.end :])


def _values(path: Path) -> Any:
    from site_gen.editing.files import _values

    return _values(path.read_text(encoding="utf-8"), path.name)


def _texts(value: Any, here: Loc = ()) -> Iterator[Loc]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*here, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*here, index))
    else:
        yield here

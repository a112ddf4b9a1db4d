from dataclasses import replace
from datetime import date

import pytest

from site_gen.pages.page import Page
from site_gen.pipeline.freshness import REASONS, content_of, digest, frame_parts, stale

PAGE = Page("a.html", "x.html", "Tên", {"n": 1, "list": [1, 2]}, ("a.md",), (("Trên", "b.html"),))
FRAME = {"language": "vi", "built": "01/12/2026", "menu": []}


def parts_of(page: Page, template: str, frame: dict[str, str], engine: str) -> dict[str, str]:
    return {"content": content_of(page), "template": template, **frame, "engine": engine}


PARTS = parts_of(PAGE, "template", frame_parts(FRAME), "engine")


def test_a_digest_does_not_depend_on_the_order_of_keys_but_on_that_of_lists() -> None:
    assert digest({"a": 1, "b": [1, 2]}) == digest({"b": [1, 2], "a": 1})
    assert digest([1, 2]) != digest([2, 1])


@pytest.mark.parametrize(("one", "other"), [(1, "1"), (None, ""), (True, 1), ([], {}), ("a", ["a"]), (1, 1.0)])
def test_values_that_print_alike_have_different_digests(one: object, other: object) -> None:
    assert digest(one) != digest(other)


CHANGES = [
    (replace(PAGE, context={"n": 2}), "template", FRAME, "engine", "content"),
    (replace(PAGE, title="Khác"), "template", FRAME, "engine", "content"),
    (replace(PAGE, crumbs=()), "template", FRAME, "engine", "content"),
    (replace(PAGE, section="b"), "template", FRAME, "engine", "content"),
    (replace(PAGE, updated=date(2026, 1, 1)), "template", FRAME, "engine", "content"),
    (replace(PAGE, index=False), "template", FRAME, "engine", "content"),
    (replace(PAGE, data=({"title": "Bảng"},)), "template", FRAME, "engine", "content"),
    (replace(PAGE, feeds=(("a.atom", "Tin"),)), "template", FRAME, "engine", "content"),
    (replace(PAGE, graph=({"@type": "Dataset"},)), "template", FRAME, "engine", "content"),
    (PAGE, "another", FRAME, "engine", "template"),
    (PAGE, "template", {**FRAME, "menu": [1]}, "engine", "site"),
    (PAGE, "template", {**FRAME, "language": "en"}, "engine", "site"),
    (PAGE, "template", FRAME, "another", "engine"),
]


@pytest.mark.parametrize(("page", "template", "frame", "engine", "reason"), CHANGES)
def test_a_page_is_stale_with_any_of_its_inputs_and_the_reason_names_it(
    page: Page, template: str, frame: dict[str, object], engine: str, reason: str
) -> None:
    now = parts_of(page, template, frame_parts(frame), engine)
    assert stale({"a.html": now}, {"a.html": PARTS}) == {"a.html": REASONS[reason]}


def test_where_a_page_came_from_is_no_part_of_it() -> None:
    moved = replace(PAGE, sources=("b.md",), subject=("page", "b"))
    assert parts_of(moved, "template", frame_parts(FRAME), "engine") == PARTS


def test_several_reasons_are_all_told() -> None:
    now = parts_of(replace(PAGE, title="Khác"), "another", frame_parts(FRAME), "engine")
    assert stale({"a.html": now}, {"a.html": PARTS}) == {"a.html": f"{REASONS['content']}, {REASONS['template']}"}


def test_new_pages_are_stale_and_pages_that_are_gone_or_unchanged_are_not() -> None:
    assert stale({"a.html": PARTS, "b.html": PARTS}, {"a.html": PARTS, "c.html": PARTS}) == {"b.html": "new"}


def test_a_memory_of_another_shape_makes_a_page_stale() -> None:
    assert set(stale({"a.html": PARTS}, {"a.html": {}})) == {"a.html"}
    assert set(stale({"a.html": PARTS}, {"a.html": {**PARTS, "more": "x"}})) == {"a.html"}

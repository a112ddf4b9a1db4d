"""What `sitegen new` writes holds keys and blanks, and no fact of an example."""

import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from site_gen.authoring.forms import form_name, forms
from site_gen.authoring.leftovers import LEFT, UNTOUCHED
from site_gen.authoring.new_entry import Asked, new_entry, together
from site_gen.authoring.new_site import DATA
from site_gen.authoring.specimens import DAY, specimen
from site_gen.authoring.teaching import document_of
from site_gen.kinds import KINDS
from site_gen.model.refusing import BLANK
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request
from site_gen.reading.bind import bind

BEGUN = [name for name, (kind, form) in forms().items() if together(kind, form)[0] is form]


def leaves(value: Any, loc: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from leaves(inner, (*loc, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*loc, index))
    else:
        yield loc, value


def begun(name: str, id: str = "") -> list[tuple[str, str, type[Any]]]:
    """Path, text and model of what `sitegen new` writes for a form, without the mark of a draft."""
    kind, form = forms()[name]
    asked = id or ("cchc-2031/viet-thu" if form.pattern.count("*") > 1 else "viet-thu")
    files = new_entry(Asked(kind, form, asked, DAY if id else date(2031, 2, 3)), None)
    return [
        (path, text.replace("draft: có\n", ""), its.model)
        for (path, text), its in zip(files.items(), together(kind, form), strict=True)
    ]


@pytest.mark.parametrize("name", BEGUN)
def test_no_value_of_the_example_stands_in_a_new_file(name: str) -> None:
    kind, form = forms()[name]
    for (path, text, _), its in zip(begun(name), together(kind, form), strict=True):
        kept = specimen(kind, its)
        facts = {value for _, value in leaves(document_of(kept.text, kept.path).data)}
        told = {value for _, value in leaves(document_of(text, path).data)}
        assert told & facts <= {"mt-1", "nv-1"}, path  # ids inside the file are structure
        if path.endswith(".md"):
            assert text.split("---\n")[2] == f"{BLANK}\n"


@pytest.mark.parametrize("name", BEGUN)
def test_every_blank_of_a_file_that_is_no_draft_is_an_error_at_its_place(name: str) -> None:
    for path, text, model in begun(name):
        document = document_of(text, path)
        entry, found = bind(document, model)
        assert entry is None
        assert {d.code for d in found} == {"VALUE003"}
        blanks = [document.at(loc).line for loc, value in leaves(document.data) if value == BLANK]
        assert sorted(d.at.line for d in found) == blanks
        required = {key for key, info in model.model_fields.items() if info.is_required()}
        assert required <= set(document.data) | {"body"}


@pytest.mark.parametrize("name", BEGUN)
def test_a_draft_may_wait_and_says_once_how_much_is_missing(name: str) -> None:
    for path, text, model in begun(name):
        marked = text.replace("---\n", "---\ndraft: có\n", 1) if path.endswith(".md") else "draft: có\n" + text
        _, found = bind(document_of(marked, path), model)
        assert [d.code for d in found] == ["VALUE004"]


def filled(text: str, path: str, values: Any) -> str:
    """The file with each blank replaced by the value at the same place."""
    document = document_of(text, path)
    lines = text.split("\n")
    for loc, value in sorted(leaves(document.data), key=lambda found: document.at(found[0]), reverse=True):
        if value == BLANK:
            there = values
            for step in loc:
                there = there[step]
            span = document.at(loc)
            row = lines[span.line - 1]
            lines[span.line - 1] = f'{row[: span.column - 1]}"{there}"{row[span.end_column - 1 :]}'
    return "\n".join(lines)


SUMS = {
    "plans/cchc-2026/plan.md": {'total_declared: "25"': "total_declared: 20", "Hai mươi lăm": "Hai mươi"},
    "plans/cchc-2026/tasks.yml": {'budget: "5"': "budget: 20"},
    "budgets/thuc-hien-06-thang-2026.yml": {"8.400 | 4.410 | 52,5": "8.400"},
    "dossiers/2026-06.yml": {
        '"12"': "5",
        'received_online: "70"': "received_online: 31",
        '"67"': "9",
        'done_late: "2"': "done_late: 0",
    },
    "scorecards/chi-so-2026.yml": {'"87,5"': '"10"', '"100"': '"10"', '"18,5"': '"10"', '"20"': '"10"', '"1,5"': '"0"'},
}
"""The examples' sums are of several items, the new files have one of each."""


def test_a_file_whose_blanks_are_filled_in_has_no_finding(tmp_path: Path) -> None:
    site = tmp_path / "content"
    shutil.copytree(DATA, site, ignore=shutil.ignore_patterns("gitignore"))
    for kind in KINDS:
        shutil.copytree(kind.folder / "example", site, dirs_exist_ok=True)
        for form in kind.forms:
            kept = specimen(kind, form)
            name = form_name(kind, form)
            if name not in BEGUN and name != "tasks":
                continue
            whole = name if name in BEGUN else "plan"
            id = Path(kept.path).stem if name in BEGUN and name != "plan" else "cchc-2026"
            id = f"cchc-2026/{id}" if name == "progress" else id
            text = next(text for path, text, _ in begun(whole, id) if path == kept.path)
            text = filled(text, kept.path, document_of(kept.text, kept.path).data)
            for old, new in SUMS.get(kept.path, {}).items():
                assert old in text, (kept.path, old)
                text = text.replace(old, new)
            (site / kept.path).write_text(text.replace(f"---\n{BLANK}\n", "---\nLời văn.\n"), encoding="utf-8")
    found = gather(Request(site, tmp_path / "output", DAY)).found
    assert [(d.at.path, d.at.line, d.code, str(d.message)) for d in found if d.code not in (LEFT, UNTOUCHED)] == []

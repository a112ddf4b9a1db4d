import shutil
from datetime import date
from pathlib import Path

import pytest

from site_gen.authoring.forms import forms
from site_gen.authoring.leftovers import LEFT, UNTOUCHED
from site_gen.authoring.new_site import DATA
from site_gen.authoring.specimens import DAY, redated, scalar, specimen, with_values
from site_gen.authoring.teaching import document_of
from site_gen.kinds import KINDS
from site_gen.model.entry import Form
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request


def test_all_examples_together_are_a_site_without_a_finding(tmp_path: Path) -> None:
    site = tmp_path / "content"
    for folder in (DATA, *(kind.folder / "example" for kind in KINDS)):
        shutil.copytree(folder, site, dirs_exist_ok=True, ignore=shutil.ignore_patterns("gitignore"))
    gathered = gather(Request(site, tmp_path / "output", DAY))
    assert {d.code for d in gathered.found} == {LEFT, UNTOUCHED}  # that they are examples, and nothing else
    assert len(gathered.snapshots[0].catalog.entries()) >= len(forms())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_has_one_example_of_each_form_and_nothing_else(kind) -> None:
    root = kind.folder / "example"
    kept = sorted(p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file())
    assert kept == sorted(specimen(kind, form).path for form in kind.forms)


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("năm 2026", "năm 2028"),
        ("cchc-2026/2026-q3", "cchc-2028/2028-q3"),
        ("Tháng 01/2026", "Tháng 01/2028"),
        ("Quý IV/2026", "Quý IV/2028"),
        ("15/12/2025", "15/12/2027"),
        ("20/01/2026", "20/01/2028"),
        ("20/11/2026", "05/03/2028"),
        ("15/07/2026", "05/03/2028"),
        ("cchc-2027", "cchc-2029"),
        ("nghị quyết 2024, số 120261", "nghị quyết 2024, số 120261"),
    ],
)
def test_years_move_and_nothing_has_happened_after_the_day_of_writing(text: str, moved: str) -> None:
    assert redated(text, 2028, date(2028, 3, 5)) == moved


@pytest.mark.parametrize(
    "text",
    [
        "Phòng Kinh tế",
        "12",
        "Số #12",
        "a: b",
        "- a",
        "null",
        "có",
        "",
        'nói "thế"',
        "*x",
        "’",
        "05/01/2026",
        "a ",
        "!a",
    ],
)
def test_a_text_put_into_yaml_is_read_as_it_is(text: str) -> None:
    assert document_of(f"key: {scalar(text)}\n").data == {"key": text}


def test_a_text_that_needs_no_quotation_marks_has_none() -> None:
    assert scalar("Tiến độ quý I/2026") == "Tiến độ quý I/2026"
    assert scalar("05/01/2026") == "05/01/2026"


def test_values_are_replaced_in_their_places() -> None:
    text = "a: x   # why\nb:\n  - c: 'y'\n    d: z\n"
    assert with_values(text, "", {("a",): "1", ("b", 0, "c"): "Y", ("b", 0, "d"): "Z"}) == (
        'a: "1"   # why\nb:\n  - c: Y\n    d: Z\n'
    )


def test_two_values_on_one_line_are_both_replaced() -> None:
    assert with_values("a: [b, c]\n", "", {("a", 0): "bb", ("a", 1): "cc"}) == "a: [bb, cc]\n"


def test_values_of_front_matter_are_replaced_below_its_first_line() -> None:
    assert with_values("---\ntitle: A\n---\nText\n", "a.md", {("title",): "B"}) == "---\ntitle: B\n---\nText\n"


def test_the_parts_of_an_id_take_the_places_of_the_stars() -> None:
    progress: Form = forms()["progress"][1]
    assert progress.file_of("cchc-2026/2026-q1") == "plans/cchc-2026/progress/2026-q1.yml"

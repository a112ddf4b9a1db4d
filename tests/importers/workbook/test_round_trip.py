"""Out and back: what is not edited changes no byte, what is edited changes alone, whatever kind of content it is."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from edited_workbooks import Site
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.cli.begin_entry import catalog_of
from site_gen.importers.workbook.layout import Field, sheets_of
from site_gen.importers.workbook.typed import fault_of, value_of_text
from site_gen.importers.workbook.views import NOT_SHOWN, settled
from site_gen.kinds import FORMS, KINDS
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Form

ROOT = Path(__file__).parents[3]
each_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.pattern)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Catalog]:
    """The content of two real sites and the examples of every kind in one folder."""
    folder = tmp_path_factory.mktemp("site") / "content"
    shutil.copytree(ROOT / "content/cam-giang", folder)
    for name in ("phu-thuong", "tuy-phuoc"):
        shutil.copytree(ROOT / "content" / name / "scorecards", folder / "scorecards", dirs_exist_ok=True)
    for kind in KINDS:
        shutil.copytree(kind.folder / "example", folder, dirs_exist_ok=True)
    catalog = catalog_of(folder)
    assert catalog is not None
    return folder, catalog


def _book(site: tuple[Path, Catalog], form: Form) -> Site:
    book = Site(site[0], form.pattern)
    book.__dict__["catalog"] = site[1]  # read once for all
    return book


@each_form
def test_a_workbook_that_nobody_edited_changes_nothing(site: tuple[Path, Catalog], form: Form) -> None:
    taken = _book(site, form).back(write=False)
    assert taken.rows
    assert (taken.files, taken.doubts, taken.applied) == ({}, [], [])


NEW = ["sửa lại", "12", "06/07/2026", "tháng 5/2026", "https://example.gov.vn/a", "files/a.pdf", "có", "ma-moi", "22.5, 105.5", "3=2/1", "1 | 2", "2026-10-01T08:00:00+0700"]  # fmt: skip  # a value for each type of field


def _other(field: Field, old: str, chance: random.Random) -> str | None:
    """Other words that the field takes."""
    words = (
        [choice.label for choice in field.choice]
        if field.choice
        else [*(["có", "không"] if field.yes_no else []), *NEW]
    )
    if not field.required:
        words.append("")
    fit = [w for w in words if w != old and (not w or fault_of(value_of_text(w, field, None), field) is None)]
    return chance.choice(fit) if fit else None


@each_form
@pytest.mark.parametrize("seed", range(2))
def test_one_cell_that_is_edited_is_the_only_thing_that_changes(
    site: tuple[Path, Catalog], form: Form, seed: int
) -> None:
    chance = random.Random(f"{form.pattern} {seed}")
    book = _book(site, form)
    sheets = sheets_of(form)
    number = chance.choice([n for n in range(len(sheets)) if book.cell(n, 1, sheets[n].leads[0]).value])
    rows = [
        row for row in range(1, book.sheet(number).max_row) if book.cell(number, row, sheets[number].leads[0]).value
    ]
    row = chance.choice(rows)
    filled = [
        f
        for f in sheets[number].fields
        if settled(book.cell(number, row, f.heading).value or "") not in ("", NOT_SHOWN)
    ]
    field = chance.choice(filled)
    cell = book.cell(number, row, field.heading)
    new = _other(field, cell.value, chance)
    if new is None:
        return
    cell.value = new
    taken = book.back(write=False)
    if taken.doubts:  # what a whole entry does not allow, though its field does
        assert ([doubt.code for doubt in taken.doubts], taken.files) == (["IMP032"], {})
        return
    ((path, raw),) = taken.files.items()
    before = _cells(book, path)
    kept = path.read_bytes()
    try:
        path.write_bytes(raw or b"")
        after = _cells(book, path)
    finally:
        path.write_bytes(kept)
    assert before.keys() == after.keys()
    (changed,) = [place for place in before if before[place] != after[place]]
    assert (changed[0], changed[2]) == (number, field.path)
    assert after[changed] == new


def _cells(book: Site, path: Path) -> dict[tuple[int, str, tuple[str, ...]], str]:
    """Everything that a file holds, by sheet, row and column."""
    sheets = sheets_of(book.form)
    held = next(held for held in book.contents().files.values() if held.path == path)
    return {
        (n, row.key, field.path): cell
        for n, rows in enumerate(held.rows(sheets))
        for row in rows
        for field, cell in zip(sheets[n].fields, row.cells, strict=True)
    }


@each_form
def test_names_of_sheets_and_headings_are_told_apart(form: Form) -> None:
    sheets = sheets_of(form)
    names = [sheet.name.lower() for sheet in sheets]
    assert len(set(names)) == len(names)
    assert all(0 < len(name) <= 31 for name in names)
    for sheet in sheets:
        headings = [*sheet.leads, *(field.heading for field in sheet.fields)]
        assert len(set(headings)) == len(headings)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_text_that_is_typed_is_read_back(text: str) -> None:
    from site_gen.editing.changes import Changes
    from site_gen.editing.files import edited

    raw = "a: cũ  # b\nc: d\n".encode()
    made = edited(raw, "a.yml", Changes(puts={("a",): text}), lambda loc: ())
    assert made.endswith(b"  # b\nc: d\n")

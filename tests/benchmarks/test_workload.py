"""The workload is the same everywhere, as large as it is said to be, and leads nowhere that is not there."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC
from pathlib import Path
from statistics import mean

import markdown_files
import native
import pytest
import yaml
from run import LEAST_PAGES
from workload import FIELDS, UNITS, Procedure, body, code, edited, procedures, published


def size(text: str) -> int:
    return len(text.encode())


def test_it_is_the_same_every_time() -> None:
    assert list(procedures(30)) == list(procedures(30))


def test_a_larger_one_begins_like_a_smaller_one(workload: list[Procedure]) -> None:
    assert list(procedures(50))[:36] == workload


def test_even_the_smallest_has_every_field_and_unit() -> None:
    assert {p.field for p in procedures(LEAST_PAGES)} == set(FIELDS)
    assert {p.unit for p in procedures(LEAST_PAGES)} == set(UNITS)


def test_no_two_procedures_share_code_or_minute() -> None:
    assert len({code(index) for index in range(60_000)}) == 60_000
    assert len({published(index) for index in range(60_000)}) == 60_000


def test_a_day_is_the_same_in_utc(workload: list[Procedure]) -> None:
    assert [p.code for p in workload if p.date.date() != p.date.astimezone(UTC).date()] == []


def test_texts_lead_to_procedures_that_are_there(workload: list[Procedure]) -> None:
    assert {p.other for p in workload} <= {p.code for p in workload}


def test_a_page_has_27_fields_in_2_8_kb_and_1_7_kb_of_text() -> None:
    texts = [(markdown_files.file_of(p), body(p, str, str)) for p in procedures(200)]
    assert {len(markdown_files.front_matter(p)) for p in procedures(24)} == {27}
    assert mean(size(whole.partition("\n---\n")[0]) for whole, _ in texts) == pytest.approx(2_780, abs=80)
    assert mean(size(text) for _, text in texts) == pytest.approx(1_680, abs=60)


def test_front_matter_is_yaml_that_says_the_fields(workload: list[Procedure]) -> None:
    for p in workload:
        _, matter, text = markdown_files.file_of(p).split("---\n", 2)
        read = yaml.safe_load(matter)
        said = {name: list(v) if isinstance(v, tuple) else v for name, v in markdown_files.front_matter(p).items()}
        assert read == said
        assert text.lstrip("\n").startswith("## ")


def test_the_same_text_is_given_to_sitegen(workload: list[Procedure]) -> None:
    p = workload[5]
    told = yaml.safe_load(native.file_of(p))
    assert told["note"] == body(p, "/don-vi/{}.html".format, "/thu-tuc/{}.html".format)


def test_an_edit_changes_fee_and_text_and_is_another_at_every_turn(workload: list[Procedure]) -> None:
    p = workload[0]
    once, twice = edited(p, 1), edited(p, 2)
    changed = {f.name for f in fields(Procedure) if getattr(once, f.name) != getattr(p, f.name)}
    assert changed == {"fee_amount", "added"}
    assert (once.fee, once.added) != (twice.fee, twice.added)
    assert once.added in body(once, str, str)


def test_a_site_is_not_laid_over_another(workload: list[Procedure], tmp_path: Path) -> None:
    native.write(workload, tmp_path / "content")
    with pytest.raises(FileExistsError):
        native.write(workload, tmp_path / "content")

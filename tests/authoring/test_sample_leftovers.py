"""A specimen that is published as it is, is found value by value; what merely resembles it is not."""

from pathlib import Path

import pytest

from site_gen.authoring.forms import forms
from site_gen.authoring.leftovers import LEFT
from site_gen.authoring.specimens import DAY, specimen
from site_gen.base.diagnostics import Diagnostic, Severity
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request

INVENTED = sorted(set(forms()) - {"unit", "person", "page"})
"""Forms whose example says something that only an authority can say."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, text in {
        "site.yml": "name: Ủy ban nhân dân xã Mẫu\nshort_name: UBND xã Mẫu\nunit: ubnd\nplace: tỉnh Mẫu\ncontact:\n  address: Thôn 1",
        "units/ubnd.yml": "name: Ủy ban nhân dân xã Mẫu\ntype: commune\nlevel: commune",
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text + "\n", encoding="utf-8")
    return tmp_path


def put(site: Path, name: str, *changes: tuple[str, str]) -> str:
    """The example of a form, as one that is not marked as a sample."""
    kept = specimen(*forms()[name])
    text = kept.text.replace("sample: có\n", "")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (site / kept.path).parent.mkdir(parents=True, exist_ok=True)
    (site / kept.path).write_text(text, encoding="utf-8")
    return text


def left(site: Path) -> list[Diagnostic]:
    return [d for d in gather(Request(site, site.parent / "out", DAY)).found if d.code == LEFT]


@pytest.mark.parametrize("name", INVENTED)
def test_every_telling_value_of_an_untouched_example_is_an_error_at_its_place(site: Path, name: str) -> None:
    text = put(site, name)
    found = left(site)
    assert len(found) >= 2
    assert {d.severity for d in found} == {Severity.ERROR}
    rows = text.split("\n")
    assert len({(d.at.line, d.at.column) for d in found}) == len(found)
    assert all(rows[d.at.line - 1] for d in found)


def test_another_year_and_another_code_do_not_hide_it(site: Path) -> None:
    put(site, "procedure", ('code: "1.004873"', 'code: "1.001194"'), ("/2026", "/2028"))
    assert len(left(site)) >= 3


def test_an_example_that_is_marked_as_one_may_stay(site: Path) -> None:
    put(site, "budget", ("form_no:", "sample: có\nform_no:"))
    assert left(site) == []


def test_an_entry_of_ones_own_may_share_a_few_words_with_the_example(site: Path) -> None:
    own = [
        ("07/TXL", "12/TXL"),
        ("06/7/2026", "03/7/2026"),
        ("MAU-2026-0415", "MAU-2026-0500"),
        ("01/7/2026", "02/7/2026"),
    ]
    put(site, "apology", *own, ("14/7/2026", "13/7/2026"))
    assert left(site) == []

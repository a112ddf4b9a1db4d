from datetime import date
from pathlib import Path

import pytest

from site_gen.authoring.forms import forms
from site_gen.authoring.new_entry import Asked, new_entry, parents_of, together
from site_gen.authoring.new_site import authority, new_site
from site_gen.authoring.teaching import document_of
from site_gen.model.catalog import Catalog
from site_gen.model.refusing import BLANK
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request

DAY = date(2026, 11, 21)


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    """What a new site holds."""
    for path, text in new_site(authority("UBND xã Mẫu"), "tỉnh Mẫu", 2026, DAY).items():
        (tmp_path / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / path).write_text(text, encoding="utf-8")
    return gather(Request(tmp_path / "content", tmp_path / "output", DAY)).snapshots[0].catalog


def begun(name: str, id: str, catalog: Catalog | None, title: str = "") -> dict[str, dict]:
    """The values of each file that is begun."""
    files = new_entry(Asked(*forms()[name], id, DAY, title), catalog)
    return {path: document_of(text, path).plain() for path, text in files.items()}


def test_the_name_given_is_the_name_of_the_entry(catalog: Catalog) -> None:
    assert begun("unit", "a", catalog, "Phòng A")["units/a.yml"]["name"] == "Phòng A"
    assert begun("person", "a", catalog, "Phó Chủ tịch")["people/a.yml"]["role"] == "Phó Chủ tịch"
    plan = begun("plan", "a", catalog, "Kế hoạch A")
    assert plan["plans/a/plan.md"]["title"] == "Kế hoạch A"
    assert plan["plans/a/tasks.yml"]["title"] != "Kế hoạch A"


def test_what_is_known_by_its_code_bears_the_code_that_was_asked_for(catalog: Catalog) -> None:
    assert begun("procedure", "1.001193", catalog)["procedures/1.001193.yml"]["code"] == "1.001193"


def test_the_year_of_the_id_is_the_year_of_the_entry(catalog: Catalog) -> None:
    plan = begun("plan", "cchc-2027", catalog)["plans/cchc-2027/plan.md"]
    assert (plan["year"], plan["title"]) == ("2027", BLANK)
    assert begun("scorecard", "a", catalog)["scorecards/a.yml"]["year_assessed"] == BLANK


def test_an_entry_is_no_sample_but_a_draft(catalog: Catalog) -> None:
    for name, id in (("plan", "a"), ("scorecard", "a"), ("progress", "cchc-2026/a")):
        for values in begun(name, id, catalog).values():
            assert "sample" not in values
            assert values["draft"] == "có"


def test_a_report_carries_on_from_the_last_one(catalog: Catalog) -> None:
    (values,) = begun("progress", "cchc-2026/2026-12", catalog).values()
    assert values["updates"] == [
        {"item": "nv-1", "status": BLANK},
        {"item": "nv-2/1", "status": BLANK, "done_count": "40/200 phiếu"},
        {"item": "nv-2/2", "status": BLANK},
        {"item": "nv-4", "status": BLANK},
    ]
    assert "results" not in values


def test_of_what_the_id_tells_only_what_the_form_has_is_written(catalog: Catalog) -> None:
    begun_now = begun("dossier_statistics", "2026-11", catalog)["dossiers/2026-11.yml"]
    assert begun_now["period"] == "tháng 11/2026"
    assert not {"title", "date"} & begun_now.keys()


def test_a_report_is_dated_at_the_end_of_its_period_or_today(catalog: Catalog) -> None:
    (past,) = begun("progress", "cchc-2026/2026-q1", catalog).values()
    (running,) = begun("progress", "cchc-2026/2026-q4", catalog).values()
    (free,) = begun("progress", "cchc-2026/dot-xuat", catalog).values()
    assert (past["period"], past["date"]) == ("Quý I/2026", "31/03/2026")
    assert (running["period"], running["date"]) == ("Quý IV/2026", "21/11/2026")
    assert free["date"] == BLANK


def test_where_the_site_cannot_be_read_everything_is_asked() -> None:
    (values,) = begun("progress", "cchc-2026/2026-q1", None).values()
    assert [one["item"] for one in values["updates"]] == [BLANK]


def test_a_plan_is_begun_together_with_its_tasks() -> None:
    kind, form = forms()["plan"]
    assert [f.pattern for f in together(kind, form)] == ["plans/*/plan.md", "plans/*/tasks.yml"]
    kind, form = forms()["unit"]
    assert together(kind, form) == (form,)


def test_an_id_has_as_many_parts_as_the_form_lies_deep() -> None:
    assert parents_of(*forms()["progress"]) == ("plan", "progress")
    assert parents_of(*forms()["unit"]) == ("unit",)

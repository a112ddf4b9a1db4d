from dataclasses import replace
from pathlib import Path

import pytest
from builds import DAY, SMALL, built, change, lay

from site_gen.base.diagnostics import Diagnostic, Severity
from site_gen.outputs.assets import accent_sheet
from site_gen.pipeline.decide import decide
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request
from site_gen.pipeline.steps import check


def request(content: Path, **more: object) -> Request:
    return Request(content, content.parent / "output", DAY, **more)


def codes(found: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [(d.code, d.at.path.rpartition("/")[2]) for d in found if d.severity is Severity.ERROR]


def test_a_folder_without_a_site_says_how_to_begin_one(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (found,) = gather(request(tmp_path / "content")).found
    assert found.code == "SITE001"
    assert "sitegen new site" in str(found.hint)


def test_a_site_of_the_portal_without_a_folder_is_an_error_and_the_others_are_read(tmp_path: Path) -> None:
    lay(tmp_path / "content" / "binh-an")
    (tmp_path / "content" / "fleet.yml").write_text("title: Hai\nsites: [yen-hoa, binh-an]\n", encoding="utf-8")
    gathered = gather(request(tmp_path / "content"))
    assert codes(gathered.found) == [("SITE002", "fleet.yml")]
    assert [snapshot.catalog.folder for snapshot in gathered.snapshots] == ["binh-an"]


@pytest.mark.parametrize("name", ["site.yaml", "site.yml.txt", "Site.yml", "fleet.yml.txt"])
def test_settings_under_another_name_are_told_how_to_be_named(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("name: A\n", encoding="utf-8")
    (found,) = gather(request(tmp_path)).found
    assert found.code == "SITE001"
    assert f"rename `{name}` to `{name.partition('.')[0].lower()}.yml`" == str(found.hint)


def test_a_site_that_the_portal_does_not_list_is_told(tmp_path: Path) -> None:
    for name in ("binh-an", "yen-hoa"):
        lay(tmp_path / "content" / name)
    (tmp_path / "content" / "fleet.yml").write_text("title: Hai\nsites: [binh-an]\n", encoding="utf-8")
    assert [d.code for d in gather(request(tmp_path / "content")).found if d.at.path.endswith("yen-hoa")] == ["SITE005"]


def test_a_site_whose_own_unit_is_missing_is_an_error(content: Path) -> None:
    change(content / "site.yml", "unit: ubnd-xa-binh-an", "unit: ubnd-xa-binh-ang")
    assert ("SITE003", "site.yml") in codes(gather(request(content)).found)


def test_a_unit_that_cannot_be_read_is_not_missing_besides(content: Path) -> None:
    (content / "units" / "ubnd-xa-binh-an.yml").write_text("name: [", encoding="utf-8")
    assert "SITE003" not in {d.code for d in gather(request(content)).found}


def test_a_site_yml_wins_over_a_fleet_yml_beside_it(content: Path) -> None:
    (content / "fleet.yml").write_text("title: Hai\nsites: [a]\n", encoding="utf-8")
    assert gather(request(content)).fleet is None


@pytest.mark.parametrize("given", ["https://example.vn", "https://example.vn/"])
def test_the_address_given_with_the_command_wins_and_each_site_has_its_folder_below_it(
    given: str, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        lay(tmp_path / "content" / name)
    (tmp_path / "content" / "fleet.yml").write_text("title: Hai\nsites: [a, b]\n", encoding="utf-8")
    gathered = gather(request(tmp_path / "content", base_url=given))
    assert [snapshot.catalog.site.base_url for snapshot in gathered.snapshots] == [
        "https://example.vn/a",
        "https://example.vn/b",
    ]


def test_two_sources_for_one_address_fail_check_and_build_alike(content: Path) -> None:
    (content / "pages" / "lien-he.md").write_text("---\ntitle: Liên hệ\n---\nChữ.\n", encoding="utf-8")
    assert ("URL001", "lien-he.md") in codes(check(request(content)))
    outcome = built(content, content.parent / "output")
    assert (outcome.published, codes(outcome.found)) == (None, codes(check(request(content))))
    assert not (content.parent / "output").exists()


def test_check_finds_what_a_build_finds(content: Path) -> None:
    assert check(request(content)) == built(content, content.parent / "output").found


def test_a_draft_is_not_published(content: Path) -> None:
    change(content / "pages" / "gioi-thieu.md", "title: Giới thiệu", "title: Giới thiệu\ndraft: có")
    built(content, content.parent / "output")
    assert not (content.parent / "output" / "gioi-thieu.html").exists()


def test_pages_come_in_the_order_of_their_addresses_and_share_the_frame_of_their_site(content: Path) -> None:
    jobs, _ = decide(gather(request(content)), request(content))
    paths = [job.path for job in jobs]
    assert paths == sorted(paths)
    assert len({job.frame for job in jobs}) == 1


def test_the_colour_of_an_authority_is_a_style_sheet_named_after_its_content() -> None:
    sheet = accent_sheet("#1b5e8c")
    assert sheet.data == b":root{--accent:#1b5e8c}\n"
    assert sheet.path.startswith("assets/accent.")
    assert accent_sheet("#000000").path != sheet.path


def test_an_illustration_says_on_every_sheet_of_paper_what_it_is_in_the_language_of_the_page() -> None:
    sheet = accent_sheet("#1b5e8c", illustration=True).data.decode()
    assert ':root:lang(vi){--sheet-note:"Bản minh họa, không phải văn bản của cơ quan."}' in sheet
    assert ':root:lang(en){--sheet-note:"Illustration, not a document of the authority."}' in sheet


@pytest.mark.parametrize("out", ["output", "./output", "a/../output", "output/"])
def test_one_output_folder_has_one_memory_however_it_is_named(
    out: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a").mkdir()
    assert replace(Request(SMALL, Path(out), DAY)).state == tmp_path.resolve() / ".sitegen" / "output"

"""What bears a day to come is checked now and published on its day, and nothing that refers to it breaks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from site_folders import BASE_SITE, RULES, lay_out, read_site

from site_gen.base.diagnostics import Severity
from site_gen.joined.published import waiting_files
from site_gen.joined.site import decided, scheduled_changes_of
from site_gen.model.catalog import Catalog
from site_gen.rules.run import run
from site_gen.rules.snapshot import Link, Snapshot

NEWS = "---\ntitle: Họp thôn\ndate: {day}\nunit: van-phong\nuntil: 20/6/2026\nimages:\n  - {{file: files/anh.png, alt: Người dân họp}}\n---\nChữ.\n"
TODAY, DAY = date(2026, 4, 20), date(2026, 5, 5)


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    root = lay_out(tmp_path / "site", [BASE_SITE])
    (root / "news").mkdir()
    (root / "news/hop.md").write_text(NEWS.format(day="05/5/2026"), "utf-8")
    (root / "files/anh.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    found = read_site(root).catalog
    assert found is not None
    return found


def snapshot(catalog: Catalog, day: date) -> Snapshot:
    return Snapshot(catalog.on(day), day)


def test_it_has_no_page_before_its_day_and_one_from_then_on(catalog: Catalog) -> None:
    for day, there in ((TODAY, False), (date(2026, 5, 4), False), (DAY, True), (date(2026, 5, 6), True)):
        assert any(page.url == "tin/hop.html" for page in decided(snapshot(catalog, day)).pages) is there


def test_it_is_judged_all_the_time_and_told_as_information(catalog: Catalog) -> None:
    found = {d.code: d.severity for d in run(RULES, catalog, TODAY, "content/site.yml").found if "hop.md" in d.at.path}
    assert found["DATE004"] is Severity.INFO
    assert Severity.ERROR not in found.values()


def test_the_day_and_what_follows_it_are_among_the_turns(catalog: Catalog) -> None:
    days = {turn.day for turn in scheduled_changes_of(snapshot(catalog, TODAY)) if turn.place.endswith("hop.md")}
    assert days == {DAY, date(2026, 6, 21)}


def test_turns_tell_what_later_builds_will_tell(catalog: Catalog) -> None:
    told = {turn.day for turn in scheduled_changes_of(snapshot(catalog, TODAY))}
    for day in (date(2026, 5, 4), DAY, date(2026, 6, 1)):
        assert {d for d in told if d > day} <= {turn.day for turn in scheduled_changes_of(snapshot(catalog, day))}


def test_a_reference_to_it_is_words_without_a_link(catalog: Catalog) -> None:
    assert snapshot(catalog, TODAY).link("news", "hop") == Link("Họp thôn", "")
    assert snapshot(catalog, DAY).link("news", "hop") == Link("Họp thôn", "tin/hop.html")


def test_its_attachments_wait_with_it(catalog: Catalog) -> None:
    assert waiting_files(catalog.on(TODAY)) == {"files/anh.png"}
    assert waiting_files(catalog.on(DAY)) == frozenset()


def test_the_appendix_of_a_plan_waits_with_the_plan(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "site", [BASE_SITE])
    plan = root / "plans/ke-hoach/plan.md"
    plan.write_text(plan.read_text("utf-8").replace("kind:", "published_at: 05/5/2026\nkind:", 1), "utf-8")
    catalog = read_site(root).catalog
    assert catalog is not None
    assert {e.kind for e in catalog.on(TODAY).waiting} == {"plan"}
    assert not [e for e in catalog.on(TODAY).entries() if e.kind == "plan"]
    decided(snapshot(catalog, TODAY))

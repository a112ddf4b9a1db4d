"""What is shown of a survey, and what is kept back when too few answered."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from snapshots import edition_of

from site_gen.base.values import strings
from site_gen.kinds.survey.moments import lives
from site_gen.kinds.survey.pages import Index, OfUnit, Whole, pages, panels
from site_gen.kinds.survey.series import hidden_files
from site_gen.kinds.survey.tables import tables
from site_gen.pages.contributions import Disclosure
from site_gen.pages.life import disclosures, feed
from site_gen.rules.snapshot import Snapshot

MARCH = """object: Bộ phận Một cửa
period: tháng 3/2023
unit: Văn phòng
issued: 80
n: {n}
overall: 92,5
target: 95
published_at: 10/4/2023
file: files/ke-hoach.pdf
criteria:
  - {{criterion: Thái độ, pct: 96, target: 95}}
  - {{criterion: Thời gian, pct: 90}}
"""
FEBRUARY = "object: one_stop\nperiod: tháng 2/2023\nunit: van-phong\nn: 60\noverall: 90\n"
DAY = date(2023, 4, 20)


def snapshot(tmp_path: Path, n: int) -> Snapshot:
    files = {"surveys/mot-cua-3.yml": MARCH.format(n=n), "surveys/mot-cua-2.yml": FEBRUARY}
    return edition_of(tmp_path, files, DAY)


def shown(site: Snapshot) -> Whole:
    """The page of the survey of March."""
    context = next(page for page in pages(site) if page.url == "khao-sat/mot-cua-3.html").context
    assert isinstance(context, Whole)
    return context


def made_public(site: Snapshot) -> list[Disclosure]:
    return list(disclosures(site, lives(site)))


def test_the_result_stands_beside_its_target(tmp_path: Path) -> None:
    overall = shown(snapshot(tmp_path, 62)).row.overall
    assert overall is not None
    assert (overall.pct, overall.target, overall.state.family) == ("92,5%", "≥\u00a095%", "late")


def test_the_least_satisfying_comes_first(tmp_path: Path) -> None:
    criteria = shown(snapshot(tmp_path, 62)).criteria
    assert [c.criterion for c in criteria] == ["Thời gian", "Thái độ"]


def test_of_too_few_answers_no_share_goes_out_anywhere(tmp_path: Path) -> None:
    site = snapshot(tmp_path, 2)
    assert (shown(site).criteria, shown(site).row.overall, shown(site).file) == ((), None, None)
    assert "92,5" not in str([p.context for p in (*pages(site), *panels(site))])
    assert not [text for p in pages(site) for text in strings(p.context) if "92,5" in text or "96%" in text]
    assert "92,5" not in str(list(feed(site, lives(site))))
    (table,) = tables(site)
    assert [row[4:] for row in table.rows if row[0] == "mot-cua-3"] == [(None,) * 6]
    assert list(hidden_files(site)) == ["files/ke-hoach.pdf"]
    assert [d.complete for d in made_public(site)] == [True, False]


def test_few_answers_are_shown_and_called_few(tmp_path: Path) -> None:
    site = snapshot(tmp_path, 12)
    assert (shown(site).row.few, shown(site).row.too_few) == (True, False)
    assert list(hidden_files(site)) == []


def test_the_same_survey_is_followed_through_the_periods(tmp_path: Path) -> None:
    series = shown(snapshot(tmp_path, 62)).series
    assert [r.period for r in series] == ["tháng 02/2023", "tháng 03/2023"]


def test_the_overview_shows_the_latest_of_each_and_all(tmp_path: Path) -> None:
    site = snapshot(tmp_path, 62)
    overview = next(page for page in pages(site) if page.url == "khao-sat/index.html").context
    assert isinstance(overview, Index)
    assert (len(overview.latest), len(overview.all)) == (1, 2)
    (panel,) = panels(site)
    assert isinstance(panel.context, OfUnit)
    assert (panel.subject, len(panel.context.rows)) == (("unit", "van-phong"), 1)


def test_topics_name_the_object(tmp_path: Path) -> None:
    found = [(d.topic, d.published) for d in made_public(snapshot(tmp_path, 62))]
    assert found == [("survey/one_stop", None), ("survey/one_stop", date(2023, 4, 10))]


def test_without_surveys_the_section_is_there_and_empty(tmp_path: Path) -> None:
    (page,) = pages(edition_of(tmp_path, {}, DAY))
    assert isinstance(page.context, Index)
    assert (page.url, page.context.all) == ("khao-sat/index.html", ())

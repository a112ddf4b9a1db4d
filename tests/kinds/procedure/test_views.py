"""What a guide says of money and of what its sources leave open."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from site_folders import BASE_SITE, lay_out, read_site

from site_gen.joined.lives import agenda_of_kind, changes_of_kind, disclosures_of_kind
from site_gen.kinds.procedure import KIND
from site_gen.kinds.procedure.guide import GLANCE, Guide, guide
from site_gen.kinds.procedure.items import items
from site_gen.kinds.procedure.moments import lives
from site_gen.kinds.procedure.parts import Fee
from site_gen.kinds.procedure.wording import money
from site_gen.model.catalog import Catalog
from site_gen.pages.life import feed
from site_gen.rules.snapshot import Snapshot

AS_OF = date(2023, 4, 15)


def catalog(tmp_path: Path, *replacing: tuple[str, str], english: bool = False) -> Catalog:
    root = lay_out(tmp_path / "site", (BASE_SITE,))
    path = root / "procedures/1.004873.yml"
    text = path.read_text(encoding="utf-8")
    for old, new in replacing:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    if english:
        with (root / "site.yml").open("a", encoding="utf-8") as file:
            file.write("language: en\n")
    loaded = read_site(root)
    assert loaded.catalog is not None
    return loaded.catalog


def shown(found: Catalog) -> Guide:
    (item,) = items(found, AS_OF)
    assert item.guide is not None
    return guide(Snapshot(found, AS_OF), item, item.guide)


@pytest.mark.parametrize(
    ("fee", "words"),
    [
        ({"amount": "8.000"}, "8.000\u00a0dong"),
        ({"amount": "2.000", "per": "trang"}, "2.000\u00a0dong/trang"),
        ({"amount": "0"}, "0 dong in the source; ask before you pay"),
        ({"amount": "0", "verbatim": "Miễn lệ phí"}, "Miễn lệ phí"),
        ({}, ""),
    ],
)
def test_a_fee_is_told_as_free_only_in_the_words_of_the_source(fee: dict[str, str], words: str, tmp_path: Path) -> None:
    snapshot = Snapshot(catalog(tmp_path, english=True), AS_OF)
    assert money(snapshot, Fee.model_validate({"label": "Lệ phí", **fee})) == words


def test_several_amounts_are_told_as_a_span(tmp_path: Path) -> None:
    line = "  - {label: Lệ phí, amount: 8.000, per: trường hợp, basis: nghị quyết của Hội đồng nhân dân tỉnh}\n"
    context = shown(catalog(tmp_path, (line, line + line.replace("8.000", "15.000"))))
    assert str(context.cost).startswith("8.000–15.000")


def test_what_is_too_long_for_the_box_stands_below_it(tmp_path: Path) -> None:
    words = "mười ngày làm việc, " * 5
    context = shown(catalog(tmp_path, ("verbatim: trong ngày", f'verbatim: "{words}"'), english=True))
    assert len(str(context.time_limit)) > GLANCE
    assert context.glance_time == "see below"
    assert context.glance_cost == context.cost


def test_a_decision_to_come_is_shown_as_such_and_takes_effect_on_its_day(tmp_path: Path) -> None:
    decision = "decision: {title: Quyết định công bố, date: 10/4/2023, effective_from: 20/4/2023}\nsets: 1"
    found = catalog(tmp_path, ("sets: 1", decision))
    context = shown(found)
    assert context.decision is not None
    assert context.decision.coming
    assert context.state.family == "soon"
    assert [t.day for t in changes_of_kind(Snapshot(found, AS_OF), KIND)] == [date(2023, 4, 20)]


def test_a_guide_that_nobody_compared_is_stale_and_a_decision_without_a_day_of_posting_late(tmp_path: Path) -> None:
    decision = "decision: {title: Quyết định công bố, date: 03/4/2023}\nsets: 1"
    found = catalog(tmp_path, ("last_checked: 01/4/2023\n", ""), ("sets: 1", decision))
    lines = {a.state: a for a in agenda_of_kind(Snapshot(found, AS_OF), KIND)}
    assert set(lines) == {"stale", "late"}
    assert (lines["late"].when, lines["late"].days) == (date(2023, 4, 10), 5)


def test_a_video_without_captions_is_no_whole_disclosure(tmp_path: Path) -> None:
    found = catalog(tmp_path, ("sets: 1", "sets: 1\nvideos:\n  - {title: Cách nộp, url: https://example.gov.vn/v}"))
    assert {(d.topic, d.complete) for d in disclosures_of_kind(Snapshot(found, AS_OF), KIND)} == {
        ("procedure/guide", True),
        ("procedure/video", False),
    }


def test_new_guides_and_their_changes_are_news_each_once(tmp_path: Path) -> None:
    more = "published_at: 01/3/2023\nhistory:\n  - {date: 01/3/2023, text: Ban hành mới}\n  - {date: 05/4/2023, text: Sửa hồ sơ}\nsets: 1"
    found = catalog(tmp_path, ("sets: 1", more))
    assert [(i.day, i.summary) for i in feed(Snapshot(found, AS_OF), lives(Snapshot(found, AS_OF)))] == [
        (date(2023, 3, 1), "Ban hành mới"),
        (date(2023, 4, 5), "Sửa hồ sơ"),
    ]

"""Every procedure is found by what happened in life: as it says, as the site says, else by its name or its field."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from site_gen.base.vietnamese import fold
from site_gen.kinds.procedure import KIND
from site_gen.kinds.procedure.items import items
from site_gen.kinds.procedure.records import OneGroup
from site_gen.model.life_events import ByField, ByName, LifeEvent, LifeEvents, events_of
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request
from site_gen.reading.shipped import life_events
from site_gen.rules.snapshot import Snapshot

NONE = LifeEvents()
CONTENT = Path(__file__).parents[3] / "content" / "cam-giang"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    (only,) = gather(Request(CONTENT, tmp_path_factory.mktemp("events"), date(2026, 11, 21))).snapshots
    return only


def test_every_listed_procedure_is_on_the_page_of_an_event(site: Snapshot) -> None:
    pages = [page for page in KIND.pages(site) if page.url.startswith("thu-tuc/su-kien/")]
    shown = {row.code for page in pages if isinstance(page.context, OneGroup) for row in page.context.rows}
    everything = {item.code for item in items(site.catalog, site.as_of) if item.applies}

    assert len(everything) > 390
    assert everything - shown == set()


def test_the_shipped_table_knows_every_field_of_the_full_list(site: Snapshot) -> None:
    """`việc khác` is for fields that nobody has seen yet."""
    assert [item.name for item in items(site.catalog, site.as_of) if LifeEvent.OTHER in item.events] == []


def test_no_field_and_no_phrase_stands_twice_in_the_shipped_table() -> None:
    table = life_events()
    said = Counter(fold(name) for line in table.by_field for name in line.names)
    said += Counter(f"“{fold(words)}”" for line in table.by_name for words in line.words)

    assert [name for name, n in said.items() if n > 1] == []


@pytest.mark.parametrize(
    ("name", "procedure_field", "events"),
    [
        ("Thủ tục đăng ký lại khai tử có yếu tố nước ngoài", "Hộ tịch", [LifeEvent.DEATH]),
        ("Thủ tục thay đổi, cải chính, bổ sung thông tin hộ tịch", "Hộ tịch", [LifeEvent.PAPERS]),
        ("Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh", "Hộ tịch", [LifeEvent.BIRTH, LifeEvent.PAPERS]),
        ("Đăng ký tạm trú", "Đăng ký, quản lý cư trú", [LifeEvent.RESIDENCE]),
        ("Việc chưa ai gặp", "Lĩnh vực mới", [LifeEvent.OTHER]),
    ],
)
def test_the_name_goes_before_the_field(name: str, procedure_field: str, events: list[LifeEvent]) -> None:
    assert list(events_of(name, procedure_field, NONE, life_events())) == events


def test_what_a_site_says_goes_first() -> None:
    own = LifeEvents(
        by_name=(ByName(words=("khai tử",), events=(LifeEvent.PAPERS,)),),
        by_field=(ByField(names=("Lĩnh vực mới",), events=(LifeEvent.WORK,)),),
    )
    assert events_of("Đăng ký khai tử", "Hộ tịch", own, life_events()) == (LifeEvent.PAPERS,)
    assert events_of("Việc chưa ai gặp", "Lĩnh vực mới", own, life_events()) == (LifeEvent.WORK,)

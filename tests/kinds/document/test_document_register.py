"""What is in force on a day follows from the documents' own dates and from those of their successors."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from site_folders import BASE_SITE, lay_out, read_site

from site_gen.joined.lives import changes_of_kind, disclosures_of_kind
from site_gen.kinds.document import KIND
from site_gen.kinds.document.model import Document, DocumentType, Validity
from site_gen.kinds.document.register import register, validity_on
from site_gen.model.catalog import Catalog
from site_gen.rules.snapshot import Snapshot

OLD = """type: quyết định
number: 02/2021/QĐ-UBND
date: 10/02/2021
issuer: ubnd-xa
abstract: Quy định cũ
legal: có
effective_from: 20/02/2021
"""
NEW = """type: quyết định
number: 07/2023/QĐ-UBND
date: 10/03/2023
issuer: ubnd-xa
abstract: Quy định mới
legal: có
effective_from: 01/04/2023
effective_to: 31/12/2023
replaces: 02/2021/QĐ-UBND ngày 10/02/2021
published_at: 12/03/2023
"""


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    site = lay_out(tmp_path / "site", (BASE_SITE,))
    (site / "documents").mkdir()
    (site / "documents" / "cu.yml").write_text(OLD, encoding="utf-8")
    (site / "documents" / "moi.yml").write_text(NEW, encoding="utf-8")
    read = read_site(site).catalog
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("day", "old", "new"),
    [
        (date(2023, 3, 31), Validity.IN_FORCE, Validity.NOT_YET),
        (date(2023, 4, 1), Validity.EXPIRED, Validity.IN_FORCE),
        (date(2023, 12, 31), Validity.EXPIRED, Validity.IN_FORCE),
        (date(2024, 1, 1), Validity.EXPIRED, Validity.EXPIRED),
    ],
)
def test_a_successor_ends_a_document_on_the_day_it_comes_into_force(
    catalog: Catalog, day: date, old: Validity, new: Validity
) -> None:
    found = register(catalog, day).by_id
    assert (found["cu"].validity, found["moi"].validity) == (old, new)
    assert found["cu"].replaced_by == ("moi",)
    assert found["moi"].replaces == ("cu",)


def test_the_days_to_come_are_those_on_which_a_page_changes(catalog: Catalog) -> None:
    changes = [(t.day, t.url) for t in changes_of_kind(Snapshot(catalog, date(2023, 3, 31)), KIND)]
    assert sorted(changes) == [
        (date(2023, 4, 1), "van-ban/cu.html"),
        (date(2023, 4, 1), "van-ban/moi.html"),
        (date(2024, 1, 1), "van-ban/moi.html"),
    ]
    assert list(changes_of_kind(Snapshot(catalog, date(2024, 1, 1)), KIND)) == []


def test_a_reference_finds_it_by_number_by_number_with_day_and_by_id(catalog: Catalog) -> None:
    for text in ("02/2021/QĐ-UBND", "02/2021/qđ-ubnd ngày 10/02/2021", "cu", "Quy định cũ"):
        name = catalog.named("document", text)
        assert name is not None
        assert name.id == "cu"


def test_duties_know_it_as_a_legal_document_without_its_text(catalog: Catalog) -> None:
    found = {
        d.url: (d.topic, d.complete, d.published)
        for d in disclosures_of_kind(Snapshot(catalog, date(2023, 5, 1)), KIND)
    }
    assert found["van-ban/moi.html"] == ("document/legal", False, date(2023, 3, 12))


def test_an_index_stands_where_there_is_no_document() -> None:
    empty = read_site(BASE_SITE).catalog
    assert empty is not None
    pages = {page.url for page in KIND.pages(Snapshot(empty, date(2023, 5, 1)))}
    assert pages == {"van-ban/index.html", "van-ban/het-hieu-luc.html"}


days = st.dates(date(2020, 1, 1), date(2026, 12, 31))


@given(
    starts=st.none() | days,
    length=st.none() | st.integers(0, 900),
    declared=st.none() | st.sampled_from(Validity),
    day=days,
)
def test_once_ended_it_never_comes_back(
    starts: date | None, length: int | None, declared: Validity | None, day: date
) -> None:
    ended = None if length is None else (starts or date(2021, 1, 1)) + timedelta(length)
    document = Document.model_construct(type=DocumentType.DECISION, effective_from=starts, validity=declared)
    today, tomorrow = (validity_on(document, ended, d) for d in (day, day + timedelta(1)))
    order = [Validity.NOT_YET, Validity.IN_FORCE, Validity.PARTLY_EXPIRED, Validity.EXPIRED]
    assert (today is None) == (tomorrow is None)
    if today and tomorrow:
        assert order.index(today) <= order.index(tomorrow)


DECISION = Document.model_construct(type=DocumentType.DECISION, effective_from=date(2022, 12, 30), validity=None)
LAST_DAY = date(2025, 6, 30)


def test_nobody_vouches_for_a_decision_after_its_authority_is_gone() -> None:
    assert validity_on(DECISION, None, LAST_DAY, LAST_DAY) is Validity.IN_FORCE
    assert validity_on(DECISION, None, LAST_DAY + timedelta(1), LAST_DAY) is None


@pytest.mark.parametrize("declared", [Validity.IN_FORCE, Validity.PARTLY_EXPIRED, Validity.EXPIRED])
def test_what_an_entry_declares_outlives_its_authority(declared: Validity) -> None:
    document = DECISION.model_copy(update={"validity": declared})
    assert validity_on(document, None, LAST_DAY + timedelta(1), LAST_DAY) is declared


def test_an_end_that_is_written_still_holds_after_the_authority_is_gone() -> None:
    ended = date(2026, 12, 31)
    assert validity_on(DECISION, ended, date(2026, 6, 1), LAST_DAY) is Validity.IN_FORCE
    assert validity_on(DECISION, ended, date(2027, 1, 1), LAST_DAY) is Validity.EXPIRED


def test_the_page_of_a_document_changes_the_day_after_its_authority_ended(catalog: Catalog) -> None:
    catalog.site = catalog.site.model_copy(update={"valid_to": date(2023, 3, 31)})
    ends = [change.day for change in changes_of_kind(Snapshot(catalog, date(2023, 3, 20)), KIND)]
    before, after = (
        {page.url: page.context for page in KIND.pages(Snapshot(catalog, day))}
        for day in (date(2023, 3, 31), date(2023, 4, 1))
    )
    assert date(2023, 4, 1) in ends
    assert before["van-ban/cu.html"] != after["van-ban/cu.html"]

"""A paper: whether it is there on a day, which mentions are one paper, what may be told of one kept inside."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from site_gen.kinds.scorecard.model import Scorecard
from site_gen.model.evidence import KEPT_INSIDE, Evidence, EvidenceState, answered, papers_in

DAY = date(2024, 11, 20)
SHA = "ab" * 32


def paper(**values: Any) -> Evidence:
    return Evidence.model_validate({"title": "Biên bản kiểm tra", **values})


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({}, EvidenceState.MISSING),
        ({"due": "trước ngày 21/11"}, EvidenceState.MISSING),
        ({"due": "trước ngày 20/11"}, EvidenceState.OVERDUE),
        ({"due": "thường xuyên"}, EvidenceState.MISSING),
        ({"number": "14/BB", "due": "trước ngày 20/11"}, EvidenceState.PRESENT),
        ({"date": "11/2024"}, EvidenceState.PRESENT),
        ({"url": "https://example.gov.vn/14"}, EvidenceState.PRESENT),
        ({"file": "files/14.pdf"}, EvidenceState.PRESENT),
        ({"sha256": SHA}, EvidenceState.PRESENT),
        ({"number": "14/BB", "unfit": "Không ký số"}, EvidenceState.UNFIT),
    ],
)
def test_what_a_paper_is_follows_from_what_is_written(values: dict[str, Any], state: EvidenceState) -> None:
    one = paper(**values)
    assert one.state_on(DAY, one.until(2024)) is state


def test_a_name_alone_may_stand_as_a_text() -> None:
    assert Evidence.model_validate("Biên bản kiểm tra") == paper()


@pytest.mark.parametrize("value", ["ab", "zz" * 32, "ab" * 33])
def test_what_is_no_digest_is_refused(value: str) -> None:
    with pytest.raises(ValidationError):
        paper(sha256=value)


def test_a_digest_may_be_copied_as_windows_prints_it() -> None:
    assert paper(sha256=" ".join(["AB"] * 32)).sha256 == SHA


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"number": "14/BB"}, {"number": "14/bb", "title": "Biên bản"}, True),
        ({"number": "14/BB", "date": "12/11/2024"}, {"number": "14/BB", "date": "12/11/2023"}, False),
        ({"number": "14/BB", "issuer": "UBND xã"}, {"number": "14/BB", "issuer": "UBND huyện"}, False),
        ({"file": "files/a.pdf"}, {"file": "files/a.pdf", "number": "1/BB"}, True),
        ({"period": "quý I/2024"}, {"period": "quý II/2024"}, False),
        ({"title": "Hoà giải"}, {"title": "hòa giải"}, True),
    ],
)
def test_two_mentions_are_one_paper_by_file_by_number_or_by_name(
    one: dict[str, Any], other: dict[str, Any], same: bool
) -> None:
    assert (paper(**one).key == paper(**other).key) is same


def test_of_a_paper_kept_inside_only_number_and_digest_are_told() -> None:
    told = paper(
        inside="có", number="14/BB", date="12/11/2024", issuer="UBND xã", file="files/a.pdf", proves="Việc", sha256=SHA
    ).published
    assert (told.title, told.number, told.sha256) == (KEPT_INSIDE, "14/BB", SHA)
    assert (told.date, told.issuer, told.file, told.url, told.proves, told.unfit) == (None,) * 6


@pytest.mark.parametrize(
    ("values", "earlier"),
    [
        ({"date": "12/2023"}, 2023),
        ({"date": "12/2023", "period": "năm 2024"}, None),
        ({"date": "01/2024", "period": "quý IV/2023"}, 2023),
        ({"date": "2024"}, None),
        ({"number": "14/BB"}, None),
    ],
)
def test_a_period_says_of_which_year_a_paper_is_before_its_date_does(
    values: dict[str, Any], earlier: int | None
) -> None:
    assert paper(**values).speaks_of_before(2024) == earlier


def test_a_paper_handed_in_takes_the_place_of_the_one_asked_for() -> None:
    asked = (paper(due="trước ngày 20/11", unit="Phòng Nội vụ"), paper(title="Kế hoạch kiểm tra"))
    given = (
        paper(title="Biên bản số 14", answers="biên bản kiểm tra", number="14/BB"),
        paper(title="Ảnh chụp", date="11/2024"),
    )
    first, second, third = answered(asked, given)
    assert (first.title, first.answers, first.due, first.unit) == (
        "Biên bản số 14",
        "Biên bản kiểm tra",
        "trước ngày 20/11",
        "Phòng Nội vụ",
    )
    assert (second, third) == (asked[1], given[1])


def test_a_paper_asked_for_inside_stays_inside_when_it_comes() -> None:
    (found,) = answered((paper(inside="có"),), (paper(number="14/BB"),))
    assert found.inside


def test_papers_are_found_at_any_depth() -> None:
    criterion = {"label": "Một", "evidence": ["A"], "children": [{"label": "Hai", "evidence": ["B"]}]}
    deep = {**criterion, "children": [criterion]}
    card = {"title": "Chỉ số", "year_assessed": "2024", "unit": "xa", "total_declared": "1", "criteria": [deep]}
    assert [one.title for one in papers_in(Scorecard.model_validate(card))] == ["A", "A", "B"]

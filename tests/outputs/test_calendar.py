"""The calendar of due days: read by another program, the same bytes every time, no line too long."""

from __future__ import annotations

from datetime import date

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from site_gen.outputs.calendar import OCTETS, Event, calendar, escaped, folded

DAY = date(2026, 11, 21)
LONG = "Kết quả lấy ý kiến đánh giá – Về cán bộ, công chức; “Một cửa” \\ kỳ: tháng 11/2026\nDòng hai"


def read(events: list[Event], base_url: str = "") -> tuple[bytes, list[icalendar.Event]]:
    data = calendar(events, "UBND xã Mẫu", "ubnd-xa-mau", base_url, DAY).data
    return data, list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_another_program_reads_the_same_events() -> None:
    data, (one, two) = read(
        [
            Event("d10/survey/2026-11", date(2026, 12, 15), LONG, "Trung tâm", "cong-khai/tinh-trang.html#d10"),
            Event("d06/dossier_statistics/2026-11", date(2026, 11, 30), "D06"),
        ],
        "https://xa.example.vn/",
    )
    assert (one["SUMMARY"], one["DTSTART"].dt, one["DTEND"].dt) == ("D06", date(2026, 11, 30), date(2026, 12, 1))
    assert two["SUMMARY"] == LONG
    assert two["DESCRIPTION"] == "Trung tâm"
    assert two["URL"] == "https://xa.example.vn/cong-khai/tinh-trang.html#d10"
    assert "URL" not in one
    assert b"DTSTART;VALUE=DATE:20261130\r\n" in data
    assert b"DTSTAMP:20261121T000000Z\r\n" in data


def test_every_line_ends_as_the_standard_says_and_is_short_enough() -> None:
    data, _ = read([Event("a", DAY, LONG * 4)])
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= OCTETS


def test_an_event_keeps_its_name_whatever_its_title_and_the_order() -> None:
    _, first = read([Event("a", DAY, "Một"), Event("b", DAY, "Hai")])
    _, again = read([Event("b", DAY, "Hai, viết lại"), Event("a", DAY, "Một")])
    assert [e["UID"] for e in first] == [e["UID"] for e in again]
    assert len({e["UID"] for e in first}) == 2
    _, (moved,) = read([Event("a", date(2026, 12, 1), "Một")])
    assert moved["UID"] not in [e["UID"] for e in first]


def test_two_sites_never_share_a_name() -> None:
    whose = [calendar([Event("a", DAY, "A")], "X", owner, "https://cong.example.vn", DAY).data for owner in ("x", "y")]
    assert whose[0] != whose[1]


def test_a_name_is_made_of_letters_so_that_nobody_takes_it_for_a_mailbox_or_a_number() -> None:
    _, events = read([Event(f"d{n}", DAY, "A") for n in range(200)])
    assert len({e["UID"] for e in events}) == 200
    assert all(e["UID"].replace("-", "").isalpha() for e in events)


def test_an_event_told_twice_stands_once() -> None:
    assert len(read([Event("a", DAY, "A"), Event("a", DAY, "A")])[1]) == 1


def test_an_empty_calendar_is_one_too() -> None:
    assert read([])[1] == []


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    line = folded(f"SUMMARY:{escaped(text)}")
    assert all(len(part.encode()) <= OCTETS for part in line.split("\r\n"))
    assert line.replace("\r\n ", "")[:-2] == f"SUMMARY:{escaped(text)}"

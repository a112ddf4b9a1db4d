"""`robots.txt` and `security.txt`: what programs look for under fixed names."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from urllib.robotparser import RobotFileParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.outputs.well_known import Reach, robots, security_txt


def parser(text: bytes) -> RobotFileParser:
    out = RobotFileParser()
    out.parse(text.decode().splitlines())
    return out


def test_a_site_may_be_visited_and_names_its_sitemap() -> None:
    read = parser(robots([Reach("https://x.vn", "", True)], "https://x.vn").data)
    assert read.can_fetch("bot", "https://x.vn/thu-tuc/index.html")
    assert read.site_maps() == ["https://x.vn/sitemap.xml"]


def test_an_illustration_may_not_be_visited_and_names_no_sitemap() -> None:
    read = parser(robots([Reach("https://x.vn", "", False)], "https://x.vn").data)
    assert not read.can_fetch("bot", "https://x.vn/index.html")
    assert read.site_maps() is None


def test_a_portal_hides_the_illustrations_among_its_sites_wherever_it_lies() -> None:
    reach = [Reach("https://x.vn/cong/xa-a", "xa-a", True), Reach("https://x.vn/cong/xa-b", "xa-b", False)]
    read = parser(robots(reach, "https://x.vn/cong").data)
    assert read.can_fetch("bot", "https://x.vn/cong/xa-a/index.html")
    assert not read.can_fetch("bot", "https://x.vn/cong/xa-b/index.html")
    assert read.site_maps() == ["https://x.vn/cong/xa-a/sitemap.xml"]


def fields(data: bytes) -> dict[str, str]:
    return dict(line.split(": ", 1) for line in data.decode().splitlines())


def test_security_txt_has_what_rfc_9116_requires() -> None:
    made = security_txt("antoan@x.gov.vn", "https://x.gov.vn/", date(2026, 11, 21))
    assert made.path == ".well-known/security.txt"
    assert fields(made.data) == {
        "Contact": "mailto:antoan@x.gov.vn",
        "Expires": "2027-10-01T00:00:00Z",
        "Preferred-Languages": "vi, en",
        "Canonical": "https://x.gov.vn/.well-known/security.txt",
    }


def test_an_address_is_a_contact_and_an_address_without_encryption_is_not_canonical() -> None:
    told = fields(security_txt("https://x.gov.vn/bao-loi", "http://x.gov.vn", date(2026, 1, 1)).data)
    assert told["Contact"] == "https://x.gov.vn/bao-loi"
    assert "Canonical" not in told


@given(st.dates(date(2020, 1, 1), date(2099, 12, 31)))
def test_it_expires_in_less_than_a_year_and_more_than_nine_months(day: date) -> None:
    expires = datetime.fromisoformat(fields(security_txt("a@b.vn", "", day).data)["Expires"])
    left = expires - datetime(day.year, day.month, day.day, tzinfo=UTC)
    assert timedelta(270) < left < timedelta(365)


@pytest.mark.parametrize("day", [date(2026, 11, 1), date(2026, 11, 30)])
def test_it_changes_with_the_month_and_not_with_the_day(day: date) -> None:
    assert security_txt("a@b.vn", "", day) == security_txt("a@b.vn", "", date(2026, 11, 15))

"""How soon what the province decided is made public, in working days."""

from __future__ import annotations

from datetime import date

from site_folders import BASE_SITE, read_site

from site_gen.kinds.procedure.model import Announcement, ProcedureList
from site_gen.kinds.procedure.timing import judged, last_day, list_posted, publication_delay
from site_gen.model.settings import Site

CATALOG = read_site(BASE_SITE).catalog
assert CATALOG is not None
SITE = CATALOG.site


def announcement(**more: str) -> Announcement:
    return Announcement.model_validate({"title": "Quyết định công bố", "date": "28/4/2026", **more})


def listing(**more: str) -> ProcedureList:
    head = {"title": "Danh mục", "unit": "ubnd-xa", "source": "quyết định", "taken_on": "01/4/2026", "rows": []}
    return ProcedureList.model_validate({**head, **more})


def test_five_working_days_leave_out_weekends_and_holidays() -> None:
    assert last_day(date(2026, 4, 28), SITE) == date(2026, 5, 7)


def test_the_delay_counts_working_days_and_never_below_none() -> None:
    assert publication_delay(announcement(), date(2026, 5, 4), SITE) == 2
    assert publication_delay(announcement(), date(2026, 4, 20), SITE) == 0


def test_without_one_of_the_days_there_is_no_delay() -> None:
    assert publication_delay(announcement(), None, SITE) is None
    assert publication_delay(announcement(date="tháng 4/2026"), date(2026, 5, 4), SITE) is None


def test_what_the_announcement_says_goes_before_the_last_renewal() -> None:
    assert list_posted(listing(updated_at="29/4/2026"), announcement(posted_on="04/5/2026"), SITE) == date(2026, 5, 4)


def test_a_renewal_counts_only_while_it_is_in_time() -> None:
    assert list_posted(listing(updated_at="29/4/2026"), announcement(), SITE) == date(2026, 4, 29)
    assert list_posted(listing(updated_at="10/9/2026"), announcement(), SITE) is None
    assert list_posted(listing(published_at="01/4/2026"), announcement(), SITE) is None


def test_a_delay_is_judged_since_the_site_publishes_and_where_holidays_are_known() -> None:
    site = {"name": "UBND xã", "short_name": "UBND xã", "place": "tỉnh A", "unit": "ubnd-xa"}
    since = Site.model_validate({**site, "publishes_since": "01/7/2025"})
    assert judged(since, date(2025, 7, 1))
    assert not judged(since, date(2025, 6, 30))
    assert not judged(Site.model_validate(site), date(2040, 1, 1))

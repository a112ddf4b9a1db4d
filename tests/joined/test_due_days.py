"""What stands in the calendar: duties that come due, and days that plans promised; nothing of the office's inner work."""

from __future__ import annotations

from pathlib import Path

from builds import DAY, lay

from site_gen.joined.due_days import PROMISED, due_days
from site_gen.joined.ledger import ledger_of
from site_gen.joined.published import disclosures_of
from site_gen.joined.site import decided, pages_of
from site_gen.pipeline.gather import gather
from site_gen.pipeline.other_files import site_files
from site_gen.pipeline.request import Request


def test_duties_and_promises_come_with_their_pages(tmp_path: Path) -> None:
    (site,) = gather(Request(lay(tmp_path / "content"), tmp_path / "output", DAY)).snapshots
    found = list(due_days(site, ledger_of(site, disclosures_of(site))))
    urls = {page.url for page in pages_of(site)}
    assert {d.url.partition("#")[0] for d in found} <= urls
    assert all(d.day >= DAY for d in found)
    assert len({(d.key, d.day) for d in found}) == len(found)
    assert {"d17/register/2026-q4", "plan/cchc-2026#nv-2/2"} <= {d.key for d in found}
    assert PROMISED == ("plan", "scorecard")
    (calendar,) = (a for a in site_files(site, decided(site)) if a.path == "cong-khai/lich.ics")
    assert calendar.data.count(b"BEGIN:VEVENT") == len(found)


def test_an_authority_that_has_ended_has_no_duties_in_its_calendar(tmp_path: Path) -> None:
    content = lay(tmp_path / "content")
    with (content / "site.yml").open("a", encoding="utf-8") as file:
        file.write("valid_to: 15/10/2026\n")
    (site,) = gather(Request(content, tmp_path / "output", DAY)).snapshots
    assert [d.key for d in due_days(site, ledger_of(site, disclosures_of(site))) if not d.key.startswith("plan/")] == []

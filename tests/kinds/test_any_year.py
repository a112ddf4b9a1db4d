"""Whatever year is typed, the content is judged and shown, or refused with a sentence; nothing runs out of the calendar."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from site_folders import BASE_SITE, RULES, case_files, lay_out, read_site

from site_gen.joined.site import agenda_of, decided, scheduled_changes_of
from site_gen.kinds import KINDS
from site_gen.rules.run import run
from site_gen.rules.snapshot import Snapshot

EXAMPLES = [kind.folder / "example" for kind in KINDS]
YEARS = ("0000", "0001", "1800", "1899", "1900", "2099", "2899", "2900", "9999")


def typed_over(text: str, year: str, only_dates: bool) -> str:
    if only_dates:
        return re.sub(r"(\d{1,2}/\d{1,2}/)\d{4}", rf"\g<1>{year}", text)
    return re.sub(r"(?<![\d.])20\d\d\b", year, text)


@pytest.mark.parametrize("only_dates", [True, False], ids=["dates", "every year"])
@pytest.mark.parametrize("year", YEARS)
def test_no_year_stops_the_program(year: str, only_dates: bool, tmp_path: Path) -> None:
    root = lay_out(tmp_path / "site", (BASE_SITE, *EXAMPLES))
    for name in case_files(root):
        if name.endswith((".yml", ".md")) and not name.startswith("units/ubnd"):
            text = (root / name).read_text("utf-8")
            (root / name).write_text(typed_over(text, year, only_dates), "utf-8")
    catalog = read_site(root).catalog
    assert catalog is not None
    for as_of in (date(1, 1, 1), date(2026, 11, 30), date(2899, 12, 31)):
        run(RULES, catalog, as_of, "content/site.yml")
    there = catalog.on(date(2026, 11, 30))
    snapshot = Snapshot(there, date(2026, 11, 30))
    agenda_of(snapshot)
    scheduled_changes_of(snapshot)
    decided(snapshot)

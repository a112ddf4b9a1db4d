"""Time alone never makes good content unbuildable: the scheduled build that takes a notice down always goes through."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from site_folders import RULES, shipped_sites

from site_gen.base.diagnostics import Severity
from site_gen.joined.site import pages_of
from site_gen.model.catalog import Catalog
from site_gen.pages.routes import collisions
from site_gen.rules.rule import Rule
from site_gen.rules.run import run
from site_gen.rules.snapshot import Snapshot

FIRST = date(2026, 11, 21)
# Every week of the first year, when most postings and terms end, then about every second month for nine years more.
DAYS = [FIRST + timedelta(n) for n in (1, *(7 * week for week in range(53)), *(365 + 62 * n for n in range(54)))]


def that_can_fail(catalog: Catalog) -> tuple[Rule, ...]:
    """The rules whose findings are errors, by themselves or by the weight that the site gives them."""
    weighed = {weight.code for weight in catalog.site.severities}
    return tuple(rule for rule in RULES if rule.severity is Severity.ERROR or rule.code in weighed)


@pytest.mark.parametrize("name", sorted(shipped_sites()))
def test_ten_years_ahead_no_rule_finds_an_error(name: str) -> None:
    catalog = shipped_sites()[name].catalog
    assert catalog is not None
    rules = that_can_fail(catalog)
    assert len(rules) > 40
    for day in DAYS:
        found = run(rules, catalog, day, f"content/{name}/site.yml").found
        assert [(day, d.code, d.at) for d in found if d.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", sorted(shipped_sites()))
@pytest.mark.parametrize("years", [0, 1, 2, 5, 10])
def test_pages_can_still_be_decided(name: str, years: int) -> None:
    catalog = shipped_sites()[name].catalog
    assert catalog is not None
    pages = pages_of(Snapshot(catalog, FIRST + timedelta(365 * years)))
    assert collisions([(page, page.url) for page in pages]) == []

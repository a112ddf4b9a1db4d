"""The shipped site with a full set of content, as it is when it is published at an address."""

from __future__ import annotations

from datetime import date

import pytest
from builds import SHIPPED
from site_folders import CONTENT, read_site

from site_gen.joined.board import posting_minutes, sheets_of
from site_gen.outputs.board.press import Press
from site_gen.pages.contributions import Sheet
from site_gen.rules.snapshot import Snapshot

ADDRESS = "https://camgiang.example.gov.vn"


@pytest.fixture(scope="session")
def snapshot() -> Snapshot:
    """The content of Cẩm Giàng on the repository's day."""
    catalog = read_site(CONTENT / "cam-giang").catalog
    assert catalog is not None
    catalog.site = catalog.site.model_copy(update={"base_url": ADDRESS})
    return Snapshot(catalog, date(2026, 11, 21))


@pytest.fixture(scope="session")
def press(snapshot: Snapshot) -> Press:
    return Press(snapshot, SHIPPED)


@pytest.fixture(scope="session")
def sheets(snapshot: Snapshot) -> dict[str, Sheet]:
    """Every sheet by its name, the minutes of posting with them."""
    found = sheets_of(snapshot)
    minutes = posting_minutes(snapshot, [(sheet, 2) for sheet in found if sheet.group == "apologies"])
    return {sheet.name: sheet for sheet in (*found, minutes)}

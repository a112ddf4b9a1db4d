"""Rules on making public that depend on what else an entry says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from site_folders import lay_out, read_site

from site_gen.base.diagnostics import LawRef
from site_gen.kinds import KINDS
from site_gen.kinds.procedure.model import Procedure
from site_gen.model.entry import Entry
from site_gen.model.published import Posting
from site_gen.rules.posting import base, permanent_stays
from site_gen.rules.snapshot import Snapshot


@pytest.mark.parametrize(
    ("day", "law"),
    [
        (date(2018, 6, 30), None),
        (date(2018, 7, 1), LawRef("104/2016/QH13", "A")),
        (date(2023, 6, 30), LawRef("104/2016/QH13", "A")),
        (date(2023, 7, 1), LawRef("10/2022/QH15", "B")),
        (date(2026, 9, 1), LawRef("10/2022/QH15", "B")),
    ],
)
def test_the_law_is_the_one_of_the_day(day: date, law: LawRef | None) -> None:
    assert base(day, "A", "B") == law


def test_a_law_that_has_ended_is_cited_no_more() -> None:
    assert base(date(2026, 8, 31), "A", "") == LawRef("104/2016/QH13", "A")
    assert base(date(2026, 9, 1), "A", "") is None


@pytest.mark.parametrize(("state", "found"), [("in_force", 1), ("amended", 1), ("replaced", 0), ("abolished", 0)])
def test_only_a_procedure_in_force_hangs_permanently(tmp_path: Path, state: str, found: int) -> None:
    (kind,) = (k for k in KINDS if k.name == "procedure")
    catalog = read_site(
        lay_out(tmp_path / "site", (Path(__file__).parents[1] / "kinds/base_site", kind.folder / "example"))
    ).catalog
    assert catalog is not None
    entry = catalog.all(Procedure)[0]
    posting = Posting.model_validate({"form": "niêm yết", "posted_from": "05/01/2026", "posted_to": "05/03/2026"})
    states = type(entry.model.state)
    model = entry.model.model_copy(update={"state": states(state), "postings": (posting,)})
    changed = Entry(entry.kind, entry.id, entry.path, model, entry.places)
    assert len(list(permanent_stays.check(changed, Snapshot(catalog, date(2026, 11, 21))))) == found

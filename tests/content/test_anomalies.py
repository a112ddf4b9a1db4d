"""Every known fault of the five plans: found by a rule, noted beside its row, or with the reason why content cannot show it.

The numbers are those of the list that was drawn up when the plans were read. A fault counts as found
whether or not the content acknowledges it. To add one: a row in `FOUND` or `NOTED`, or a reason in `NOT_IN_CONTENT`.
"""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from site_folders import CONTENT, RULES, shipped_sites

from site_gen.kinds.plan.standing import bundles_of
from site_gen.rules.run import run
from site_gen.rules.snapshot import Snapshot

AS_OF = date(2026, 11, 21)
SITES = sorted(path.parent.name for path in CONTENT.glob("*/site.yml"))

# number: site, rule, item
FOUND: dict[str, list[tuple[str, str, str]]] = {
    "X01": [("phu-thuong", "SCORE001", "total")],
    "X02": [("phu-thuong", "SCORE003", "1")],
    "X03": [("phu-thuong", "SCORE006", "1.8")],
    "X04": [("phu-thuong", "SCORE012", "1.4"), ("phu-thuong", "SCORE013", "1.4")],
    "X05": [("phu-thuong", "SCORE005", "3.1.2"), ("phu-thuong", "SCORE013", "3.1.2")],
    "X06": [
        ("phu-thuong", "SCORE003", "4.1"),
        ("phu-thuong", "SCORE007", "4.1.4"),
        ("phu-thuong", "SCORE007", "4.1.5"),
    ],
    "X07": [("phu-thuong", "SCORE003", "4.2")],
    "X08": [("phu-thuong", "SCORE007", "4.2.4")],
    "X09": [("phu-thuong", "SCORE003", "4.3.2"), ("phu-thuong", "SCORE004", "4.3.2")],
    "X10": [("phu-thuong", "SCORE009", "8.1")],
    "X12": [("phu-thuong", "SCORE010", "3.2.9"), ("phu-thuong", "SCORE009", "3.2.9")],
    "X13": [("phu-thuong", "SCORE011", "year")],
    "X14": [("phu-thuong", "TEXT002", "3.2.22")],
    "X15": [("phu-thuong", "SCORE017", "d")],
    "X18": [("tuy-phuoc", "SCORE002", "components")],
    "X19": [("tuy-phuoc", "SCORE015", "Cải cách hành chính")],
    "X20": [("tuy-phuoc", "TEXT001", "iv.b2")],
    "X21": [("tuy-phuoc", "PLAN021", "number"), ("tuy-phuoc", "PLAN021", "date")],
    "X22": [("tuy-phuoc", "PLAN011", "vii.b5/1")],
    "X30": [("huong-thuy", "PLAN020", "title")],
    "X31": [("huong-thuy", "DOC001", "3134/KH-UBND")],
    "X32": [("huong-thuy", "PLAN018", "7a-2")],
    "X33": [("huong-thuy", "PLAN036", "vii.1"), ("huong-thuy", "PLAN011", "ii.1")],
    "X34": [("huong-thuy", "PLAN012", "i.2")],
    "X38": [("cam-giang", "PLAN007", "41")],
    "X39": [("cam-giang", "PLAN033", "2.26/2")],
    "X40": [("cam-giang", "PLAN017", "2.29/1")],
    "X42": [
        ("cam-giang", "PLAN033", item)
        for item in ("2.2/1", "2.8/1", "2.13", "2.17/2", "2.22/1", "2.24/2", "2.26/2", "2.28/2")
    ],
    "X43": [("cam-giang", "PLAN015", "1.4")],
    "X44": [("cam-giang", "PLAN021", "number"), ("cam-giang", "PLAN021", "date"), ("cam-giang", "PLAN011", "2.3/1")],
    "X46": [("hoang-giang", "PLAN010", "pl01.2")],
    "X47": [
        *(("hoang-giang", "PLAN013", f"PL0{n}") for n in range(2, 7)),
        ("hoang-giang", "PLAN011", "pl02.1"),
        ("hoang-giang", "PLAN011", "pl06.1"),
    ],
    "X48": [("hoang-giang", "PLAN016", "m3")],
    "X49": [("hoang-giang", "DOC002", "pl03.1")],
    "X50": [("hoang-giang", "PLAN009", "pl06.4"), ("hoang-giang", "PLAN008", "pl06.4")],
    "X51": [("hoang-giang", "PLAN036", "pl07.2")],
    "X52": [("hoang-giang", "PLAN037", "pl07.4")],
}

NOT_IN_CONTENT: dict[str, str] = {
    "X11": "these sums hold; `test_what_holds_raises_nothing` says so",
    "X16": "people appear as roles, so names that differ by a mark are gone; the roles are kept apart",
    "X17": "points and commas are both read, and kept as written",
    "X24": "numbers restart in each group; ids are made of area, group and number",
    "X25": "bullets of neighbouring cells were joined again; part i has agency i and deadline i",
    "X26": "cells that page headers cut were joined again",
    "X27": "wording is our own; tags and misread letters are gone",
    "X28": "these sums hold; `test_what_holds_raises_nothing` says so",
    "X29": "the unit of money stands on the plan, not in a column header",
    "X35": "two shares of different wholes; each target has its denominator, so they do not clash",
    "X36": "ragged rows of the printed table; content has no table",
    "X37": "wording is our own; doubled and lost words are gone",
    "X41": "rows that ran on were joined again",
    "X45": "dates with blanks inside are read as they stand",
    "X53": "numbering and lost lines of the running text; the body says what is missing",
    "X54": "the survey stands under the area where the document has it; the unit has both names",
    "X55": "quarters in Roman and Arabic figures are both read",
    "X56": "both tone styles and dashes are folded when names are compared",
}

NOTED: dict[str, tuple[str, str, str]] = {
    "X23": ("tuy-phuoc", "i.b4/1", "chỉ có sáu nội dung"),
}
"""What no rule can find, said in a note beside the row: site, item, words of the note."""

HOLDS: dict[str, tuple[str, frozenset[str], frozenset[str]]] = {
    "X11": (
        "phu-thuong",
        frozenset({"SCORE003", "SCORE004", "SCORE005", "SCORE008"}),
        frozenset({"2", "3", "3.1", "3.2", "4", "4.3", "4.3.3", "5", "6", "7", "7.4", "8", "8.3", "8.4"}),
    ),
    "X28": (
        "huong-thuy",
        frozenset({"PLAN001", "PLAN002", "PLAN003"}),
        frozenset({"total", "total_words", "I", "II", "III", "IV", "V", "VI", "VII"}),
    ),
    "X35": ("huong-thuy", frozenset({"PLAN016"}), frozenset({"2a-4", "6a-3"})),
    "X45": ("cam-giang", frozenset({"PLAN009"}), frozenset({"2.6/2", "2.34/3"})),
    "X55": ("hoang-giang", frozenset({"PLAN009"}), frozenset({"pl06.2", "pl05.1"})),
}
"""What must raise nothing: site, rules, items."""


@cache
def found(site: str) -> frozenset[tuple[str, str]]:
    """Rule and item of everything that is found in a site, acknowledged or not."""
    catalog = shipped_sites()[site].catalog
    assert catalog is not None
    judged = run(RULES, catalog, AS_OF, "content/site.yml")
    told = {(d.code, d.entry.partition("#")[2]) for d in judged.found}
    return frozenset(told | {(note.code, note.item) for notes in judged.notes.values() for note in notes})


@pytest.mark.parametrize("number", FOUND)
def test_a_fault_of_a_plan_is_found_by_its_rule(number: str) -> None:
    missed = [(site, code, item) for site, code, item in FOUND[number] if (code, item) not in found(site)]
    assert missed == []


@pytest.mark.parametrize("number", NOTED)
def test_a_fault_that_no_rule_can_find_is_noted_beside_its_row(number: str) -> None:
    site, key, words = NOTED[number]
    catalog = shipped_sites()[site].catalog
    assert catalog is not None
    [bundle] = bundles_of(Snapshot(catalog, AS_OF))
    [item] = [item for s in bundle.standings if (item := s.item).key == key]
    assert words in ((item.part or item.task).note or "")


@pytest.mark.parametrize("number", HOLDS)
def test_what_holds_raises_nothing(number: str) -> None:
    site, codes, items = HOLDS[number]
    assert {(code, item) for code, item in found(site) if code in codes and item in items} == set()


def test_every_known_fault_is_found_or_has_a_reason_why_not() -> None:
    numbers = [f"X{n:02d}" for n in range(1, 57)]
    assert sorted([*FOUND, *NOTED, *NOT_IN_CONTENT]) == numbers


@pytest.mark.parametrize("site", SITES)
def test_a_site_that_ships_has_only_information_left_to_tell(site: str) -> None:
    catalog = shipped_sites()[site].catalog
    assert catalog is not None
    left = run(RULES, catalog, AS_OF, "content/site.yml").found
    assert [(d.code, str(d.at.path), d.at.line, str(d.message)) for d in left if d.severity > 0] == []


@pytest.mark.parametrize("site", SITES)
def test_every_acknowledgement_gives_a_citizen_a_reason(site: str) -> None:
    catalog = shipped_sites()[site].catalog
    assert catalog is not None
    for entry in catalog.entries():
        for anomaly in entry.model.anomalies:
            assert len(anomaly.reason.split()) > 4, anomaly

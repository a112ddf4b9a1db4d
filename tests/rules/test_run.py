"""Running rules: what content acknowledges, what a site silences, and what time alone changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from site_folders import BASE_SITE, RULES, read_site, shipped_sites

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.base.plain_text import SourceFile
from site_gen.kinds.page.model import FreePage
from site_gen.kinds.unit.model import Unit
from site_gen.model.catalog import Catalog
from site_gen.model.entry import Entry
from site_gen.model.published import Published
from site_gen.model.settings import Site
from site_gen.reading.bind import bind
from site_gen.reading.yaml_reader import parse
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.run import Judgement, run
from site_gen.rules.snapshot import Snapshot

AS_OF = date(2023, 4, 15)
SITE = "name: UBND xã Bình An\nshort_name: UBND xã\nplace: tỉnh A\nunit: ubnd-xa\n"
UNIT = "name: Văn phòng\naliases: [VP, Văn thư]\ntype: bộ phận\nlevel: nội bộ\n"


def aliases_are_found(severity: Severity = Severity.WARNING, always: bool = False) -> Rule:
    """A rule that finds every alias of a unit; its item is the alias."""

    @rule("TEST001", msg("an alias"), severity, Unit, never_acknowledged=always)
    def check(entry: Entry[Unit], snapshot: Snapshot) -> Iterator[Finding]:
        """Aliases."""
        for index, alias in enumerate(entry.model.aliases):
            at = entry.at("aliases", index)
            yield Finding(at, msg("{alias}", alias=alias), msg("mend"), alias, "declared", "computed", "working")

    return check


def entry(text: str, model: type[Published] = Unit, path: str = "content/units/van-phong.yml") -> Entry[Published]:
    document, _ = parse(SourceFile(path, text))
    assert document is not None
    bound, found = bind(document, model)
    assert bound is not None, [str(d.message) for d in found]
    return Entry("unit", "van-phong", path, bound, document)


def judge(
    unit: str, *, site: str = "", severity: Severity = Severity.WARNING, as_of: date = AS_OF, always: bool = False
) -> Judgement:
    document, _ = parse(SourceFile("content/site.yml", SITE + site))
    assert document is not None
    settings_, _ = bind(document, Site)
    assert settings_ is not None
    return run([aliases_are_found(severity, always)], Catalog("", settings_, [entry(unit)]), as_of, "content/site.yml")


def told(judgement: Judgement) -> list[tuple[str, Severity, int]]:
    return [(d.code, d.severity, d.at.line) for d in judgement.found]


def acknowledging(*anomalies: str) -> str:
    return UNIT + "anomalies:\n" + "".join(f"  - {{{a}, reason: văn bản gốc ghi vậy}}\n" for a in anomalies)


I, W, E = Severity.INFO, Severity.WARNING, Severity.ERROR  # noqa: E741 — the expectations read better in single letters


def test_a_finding_is_stamped_with_the_code_severity_and_place_of_its_rule_and_the_name_of_its_item() -> None:
    found = judge(UNIT).found
    assert [(d.code, d.severity, d.entry) for d in found] == [
        ("TEST001", W, "unit:van-phong#VP"),
        ("TEST001", W, "unit:van-phong#Văn thư"),
    ]
    assert (found[0].at.line, found[0].at.column) == (2, 11)


def test_a_rule_judges_entries_of_its_own_model_only() -> None:
    settings_ = read_site(BASE_SITE).catalog
    assert settings_ is not None
    page = entry("title: A\nbody: B\n", FreePage, "content/pages/a.md")
    assert run([aliases_are_found()], Catalog("", settings_.site, [page]), AS_OF, "").found == ()


def test_an_acknowledgement_of_an_item_turns_its_finding_into_information() -> None:
    judged = judge(acknowledging("code: TEST001, at: VP"))
    assert told(judged) == [("TEST001", I, 2), ("TEST001", W, 2)]


def test_an_acknowledged_finding_names_the_reason_in_place_of_a_way_to_mend_it() -> None:
    hints = [str(d.hint) for d in judge(acknowledging("code: TEST001, at: VP")).found]
    assert hints[0] == "nothing needs to be done; it is acknowledged: văn bản gốc ghi vậy"
    assert "acknowledged" not in hints[1]


def test_an_acknowledgement_without_an_item_speaks_of_all_findings_of_its_code() -> None:
    assert told(judge(acknowledging("code: TEST001"))) == [("TEST001", I, 2), ("TEST001", I, 2)]


def test_an_acknowledged_finding_is_told_to_the_citizen_with_its_reason_and_both_figures() -> None:
    notes = judge(acknowledging("code: TEST001, at: VP")).notes
    [note] = notes["content/units/van-phong.yml"]
    assert (note.code, note.item, note.reason) == ("TEST001", "VP", "văn bản gốc ghi vậy")
    assert (note.declared, note.computed, note.working) == ("declared", "computed", "working")


def test_what_nobody_acknowledged_is_told_to_no_citizen() -> None:
    assert judge(UNIT).notes == {}


def test_information_that_is_acknowledged_is_told_to_the_citizen_alone() -> None:
    judged = judge(acknowledging("code: TEST001"), severity=I)
    assert told(judged) == []
    assert len(judged.notes["content/units/van-phong.yml"]) == 2


@pytest.mark.parametrize("anomaly", ["code: TEST002", "code: TEST001, at: Kế toán"])
def test_an_acknowledgement_of_nothing_is_a_finding_at_its_own_line(anomaly: str) -> None:
    judged = judge(acknowledging(anomaly))
    assert ("ACK001", W, 6) in told(judged)
    assert judged.notes == {}


def test_each_acknowledgement_is_judged_by_itself() -> None:
    judged = judge(acknowledging("code: TEST001, at: VP", "code: TEST001, at: VP", "code: TEST001, at: Văn thư"))
    assert told(judged) == [("TEST001", I, 2), ("TEST001", I, 2), ("ACK001", W, 7)]


def test_an_acknowledgement_holds_until_the_end_of_its_day() -> None:
    unit = acknowledging("code: TEST001, until: 15/4/2023")
    assert told(judge(unit)) == [("TEST001", I, 2), ("TEST001", I, 2)]
    assert told(judge(unit, as_of=AS_OF + timedelta(days=1))) == [
        ("TEST001", W, 2),
        ("TEST001", W, 2),
        ("ACK002", W, 6),
    ]


def test_an_expired_acknowledgement_of_an_error_leaves_a_warning() -> None:
    judged = judge(acknowledging("code: TEST001, until: 14/4/2023"), severity=E)
    assert told(judged) == [("TEST001", W, 2), ("TEST001", W, 2), ("ACK002", W, 6)]
    assert judged.notes == {}


def silencing(silence: str) -> str:
    return f"silence:\n  - {{{silence}, reason: chưa có số liệu}}\n"


@pytest.mark.parametrize("where", ["", ", path: units/van-phong.yml", ", path: van-phong.yml"])
def test_a_silenced_code_is_not_told(where: str) -> None:
    assert told(judge(UNIT, site=silencing(f"code: TEST001{where}"))) == []


@pytest.mark.parametrize(
    "silence", ["code: TEST002", "code: TEST001, path: units/khac.yml", "code: TEST001, path: phong.yml"]
)
def test_a_silence_without_effect_is_a_finding(silence: str) -> None:
    judged = judge(UNIT, site=silencing(silence))
    assert [(code, severity) for code, severity, _ in told(judged)] == [("TEST001", W), ("TEST001", W), ("ACK003", W)]
    assert judged.found[-1].at.path == "content/site.yml"


def test_a_silence_holds_until_the_end_of_its_day() -> None:
    site = silencing("code: TEST001, until: 15/4/2023")
    assert told(judge(UNIT, site=site)) == []
    after = told(judge(UNIT, site=site, as_of=AS_OF + timedelta(days=1)))
    assert [(code, severity) for code, severity, _ in after] == [("TEST001", W), ("TEST001", W), ("ACK004", W)]


def test_an_expired_silence_of_an_error_leaves_a_warning() -> None:
    judged = judge(UNIT, site=silencing("code: TEST001, until: 14/4/2023"), severity=E)
    assert {d.severity for d in judged.found} == {W}


def test_a_silence_does_not_hide_that_an_acknowledgement_is_unused() -> None:
    judged = judge(acknowledging("code: TEST002"), site=silencing("code: TEST001"))
    assert [code for code, *_ in told(judged)] == ["ACK001"]


def test_what_is_never_acknowledged_can_be_neither_acknowledged_nor_silenced() -> None:
    judged = judge(acknowledging("code: TEST001"), site=silencing("code: TEST001"), severity=E, always=True)
    assert [(c, s) for c, s, _ in told(judged)] == [("TEST001", E), ("TEST001", E), ("ACK001", W), ("ACK003", W)]
    assert judged.notes == {}


def test_secrets_and_complaints_are_never_acknowledged() -> None:
    assert {rule.code for rule in RULES if rule.never_acknowledged} == {"SECRET001", "FEEDBACK001"}


def test_the_order_of_rules_does_not_change_what_is_found() -> None:
    catalog = shipped_sites()["phu-thuong"].catalog
    assert catalog is not None
    forward, backward = (run(rules, catalog, AS_OF, "").found for rules in (RULES, RULES[::-1]))
    assert sorted(forward, key=lambda d: d.sort_key) == sorted(backward, key=lambda d: d.sort_key)


@settings(max_examples=40)
@given(st.integers(0, 3653))
def test_time_alone_makes_no_error_in_a_site_whose_plan_is_running(days: int) -> None:
    catalog = read_site(BASE_SITE).catalog
    assert catalog is not None
    found = run(RULES, catalog, AS_OF + timedelta(days=days), "content/site.yml").found
    assert [d for d in found if d.severity is E] == []


# --- how much a check weighs on this site -------------------------------------------------------------
def weighing(code: str, severity: str) -> str:
    return f"severities:\n  - {{code: {code}, severity: {severity}, reason: quy chế của tỉnh}}\n"


@pytest.mark.parametrize("word", ["info", "cảnh báo", "error"])
def test_a_site_can_make_a_check_weigh_more_or_less(word: str) -> None:
    meant = {"info": Severity.INFO, "cảnh báo": Severity.WARNING, "error": Severity.ERROR}[word]
    found = judge(UNIT, site=weighing("TEST001", word), severity=Severity.WARNING)
    assert [(d.code, d.severity) for d in found.found] == [("TEST001", meant)] * 2


@pytest.mark.parametrize("code", ["TEST099", "SECRET001", "PRIVACY002"])
def test_a_severity_for_what_is_no_check_is_told(code: str) -> None:
    found = judge(UNIT, site=weighing(code, "info"))
    assert ("ACK005", Severity.WARNING, 1) in told(found)


def test_what_is_never_acknowledged_weighs_the_same_whatever_a_site_says() -> None:
    found = judge(UNIT, site=weighing("TEST001", "info"), severity=Severity.ERROR, always=True)
    assert {d.severity for d in found.found if d.code == "TEST001"} == {Severity.ERROR}
    assert ("ACK005", Severity.WARNING, 1) in told(found)

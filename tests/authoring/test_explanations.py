import re
from pathlib import Path

import pytest

import site_gen
from site_gen.authoring.explanations import Explanation, explanation_id, explanations
from site_gen.base.diagnostics import Severity
from site_gen.base.messages import Message, msg, say
from site_gen.base.plain_text import SourceFile
from site_gen.joined.all_rules import RULES
from site_gen.reading.yaml_reader import parse
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot

PACKAGE = Path(site_gen.__file__).parent
CODES_IN_SOURCE = sorted(
    {
        code
        for path in PACKAGE.rglob("*.py")
        for code in re.findall(r'"([A-Z]{2,10}[0-9]{3})"', path.read_text(encoding="utf-8"))
    }
)


def test_every_code_in_the_source_is_explained() -> None:
    assert set(CODES_IN_SOURCE) - set(explanations()) == set()


def test_nothing_is_explained_that_cannot_appear() -> None:
    assert set(explanations()) - set(CODES_IN_SOURCE) == set()


@pytest.mark.parametrize("one", explanations().values(), ids=lambda one: one.code)
def test_an_explanation_says_what_and_why(one: Explanation) -> None:
    assert say(one.title, "en")
    assert len(say(one.why, "en")) > 20
    assert one.code == one.family + one.code[-3:]
    assert bool(one.wrong) == bool(one.right)


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_a_rule_shows_a_wrong_and_a_right_example_that_differ(code: str) -> None:
    one = explanations()[code]
    assert one.wrong
    assert one.wrong != one.right


NOT_YAML = {"PAGE001", "PLAN035"}  # a page, and files of a folder


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.code not in NOT_YAML], ids=lambda rule: rule.code)
def test_the_examples_of_a_rule_are_read_without_complaint(rule: Rule) -> None:
    found = [d for example in (rule.wrong, rule.right) for d in parse(SourceFile("a.yml", example))[1]]
    assert [d for d in found if d.severity > Severity.INFO] == []  # a remark behind a value is a note


@pytest.mark.parametrize("one", explanations().values(), ids=lambda one: one.code)
def test_the_comments_of_an_example_are_vietnamese(one: Explanation) -> None:
    comments = re.findall(r"   # (.*)", f"{one.wrong}\n{one.right}")
    assert [comment for comment in comments if comment.isascii()] == []


def test_what_nobody_sees_is_written_out_in_an_example() -> None:
    assert explanations()["YAML002"].wrong == "contact:\n[Tab]address: Thôn 3"
    assert explanations()["YAML011"].wrong == "name:[NBSP]Văn phòng"


def test_families_stand_together_in_order_of_code() -> None:
    codes = list(explanations())
    families = [explanations()[code].family for code in codes]
    assert len(list(dict.fromkeys(families))) == sum(a != b for a, b in zip(families, ["", *families], strict=False))
    assert [c for c in codes if c.startswith("PLAN")] == sorted(c for c in codes if c.startswith("PLAN"))


def test_the_message_id_of_a_rule_is_its_docstring_with_each_paragraph_on_one_line() -> None:
    @rule("X001", msg("x"), Severity.INFO, None)
    def check(entry: object, snapshot: Snapshot) -> list[Finding]:
        """First line
        goes on.

        Second   paragraph.
        """
        return []

    assert explanation_id(check) == "First line goes on.\n\nSecond paragraph."


def test_a_kind_gives_its_family_its_own_name() -> None:
    assert explanations()["PLAN001"].group == Message("Kế hoạch")
    assert explanations()["REF001"].group == Message("References")


def test_a_secret_can_be_neither_acknowledged_nor_silenced() -> None:
    one = explanations()["SECRET001"]
    assert (one.acknowledged, one.silenced) == (False, False)


def test_of_what_is_no_rule_a_site_can_silence_only_findings_about_acknowledgements() -> None:
    rules = {rule.code for rule in RULES}
    assert {code for code, one in explanations().items() if one.silenced and code not in rules} == {"ACK001", "ACK002"}

"""Every rule raises what its wrong cases announce, and nothing in its right ones."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from cases import BETWEEN_CASES, CASES, COMMON_CASES, HERE, Case
from site_folders import BASE_SITE, RULES, read_site

from site_gen.base.diagnostics import Diagnostic
from site_gen.base.messages import LANGUAGES, say
from site_gen.joined.rules import BETWEEN
from site_gen.kinds import KINDS
from site_gen.rules.common import COMMON as EVERY_KIND
from site_gen.rules.rule import Rule
from site_gen.rules.run import run
from site_gen.rules.wording import WORDING

COMMON = (*EVERY_KIND, *WORDING)


Found = Callable[[Case], list[Diagnostic]]
"""What is found in a case."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """Each case is read and judged once."""
    return cache(lambda case: case.found(tmp_path_factory.mktemp("case")))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_raises_what_its_comments_announce_and_nothing_else(case: Case, found: Found) -> None:
    assert case.told(found(case)) == case.expected()


@pytest.mark.parametrize("case", [c for c in CASES if not c.is_right], ids=lambda case: case.name)
def test_a_finding_says_in_both_languages_what_is_wrong_and_how_to_mend_it(case: Case, found: Found) -> None:
    for diagnostic in found(case):
        assert diagnostic.hint is not None
        for language in LANGUAGES:
            assert say(diagnostic.message, language)
            assert say(diagnostic.hint, language)


@pytest.mark.parametrize("case", [c for c in CASES if c.is_right], ids=lambda case: case.name)
def test_a_right_case_announces_nothing(case: Case) -> None:
    assert case.expected() == set()


@pytest.mark.parametrize("case", [c for c in CASES if not c.is_right], ids=lambda case: case.name)
def test_a_wrong_case_announces_its_own_code(case: Case) -> None:
    assert case.code in {code for code, *_ in case.expected()}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_wrong_and_a_right_case_in_its_kind(rule: Rule) -> None:
    owner = next((kind.name for kind in KINDS if rule in kind.rules), None)
    elsewhere = BETWEEN_CASES if rule in BETWEEN else COMMON_CASES
    folder = (HERE / owner / "cases" if owner else elsewhere) / rule.code
    assert {"wrong", "right"} <= {path.name.split("-")[0] for path in folder.glob("*")}


def test_every_case_belongs_to_a_rule() -> None:
    assert {case.code for case in CASES} == {rule.code for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_explains_itself_and_shows_a_wrong_and_a_right_example(rule: Rule) -> None:
    assert rule.title.id
    assert len(rule.explanation) > 20
    assert rule.wrong
    assert rule.right
    assert rule.wrong != rule.right


def test_codes_are_unique() -> None:
    codes = [rule.code for rule in RULES]
    assert sorted(set(codes)) == sorted(codes)


def test_a_rule_judges_a_model_of_its_own_kind() -> None:
    for kind in KINDS:
        models = {form.model for form in kind.forms}
        assert all(rule.model is None or rule.model in models for rule in kind.rules)
    owned = {rule.code for kind in KINDS for rule in kind.rules} | {rule.code for rule in BETWEEN}
    assert all(rule.model is None for rule in RULES if rule.code not in owned)


def test_the_shared_site_is_clean() -> None:
    catalog = read_site(BASE_SITE).catalog
    assert catalog is not None
    assert run(RULES, catalog, Case(BASE_SITE).as_of(), "content/site.yml").found == ()

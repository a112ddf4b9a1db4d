"""A rule: what it is called, and how it explains itself."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.base.diagnostics import Severity
from site_gen.base.messages import msg
from site_gen.model.entry import Entry
from site_gen.model.published import Published
from site_gen.rules.rule import Finding, Rule, rule
from site_gen.rules.snapshot import Snapshot


def test_the_explanation_of_a_rule_is_the_docstring_of_its_check() -> None:
    @rule("TEST001", msg("a title"), Severity.WARNING, None)
    def check(entry: Entry[Published], snapshot: Snapshot) -> Iterator[Finding]:
        """First line.

        More of it.
        """
        return iter(())

    assert isinstance(check, Rule)
    assert check.explanation == "First line.\n\nMore of it."


def test_a_rule_without_docstring_explains_nothing() -> None:
    assert Rule("TEST001", msg("a title"), Severity.INFO, None, lambda entry, snapshot: ()).explanation == ""

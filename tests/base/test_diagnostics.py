"""Findings are values: ordered by place, each once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_gen.base.diagnostics import Diagnostic, Severity, Span, in_order, worst
from site_gen.base.messages import msg

spans = st.builds(Span, st.sampled_from(["a.yml", "b.yml"]), st.integers(0, 3), st.integers(0, 3))
findings = st.builds(
    Diagnostic,
    st.sampled_from(["A001", "A002"]),
    st.sampled_from(Severity),
    st.sampled_from([msg("x"), msg("y")]),
    spans,
)


@given(st.lists(findings), st.randoms(use_true_random=False))
def test_two_runs_tell_the_same_list(found: list[Diagnostic], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)
    assert [d.sort_key for d in in_order(shuffled)] == [d.sort_key for d in in_order(found)]


@given(st.lists(findings))
def test_each_is_told_once_by_place(found: list[Diagnostic]) -> None:
    told = in_order(found)
    assert set(told) == set(found)
    assert len(told) == len(set(found))
    assert [d.at for d in told] == sorted(d.at for d in told)


@given(st.lists(findings))
def test_the_worst_is_at_least_as_bad_as_any(found: list[Diagnostic]) -> None:
    gravest = worst(found)
    assert (gravest is None) == (not found)
    assert all(gravest is not None and gravest >= d.severity for d in found)


def test_severities_are_ordered_and_have_words() -> None:
    assert [s.word for s in sorted(Severity)] == ["info", "warning", "error"]

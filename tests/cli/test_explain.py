import json
from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]


def test_a_code_is_explained_from_title_to_way_out(run: Run) -> None:
    ran = run("explain", "DOC001")
    assert ran.code == 0
    assert ran.out == (
        "warning[DOC001]: the type of a document and its symbol differ\n"
        "\n"
        "The symbol in a document's number abbreviates its type: `QĐ` for a decision, `KH` for a plan.\n"
        "\n"
        "Where title and symbol differ, a reader cannot tell which document is meant.\n"
        "\n"
        "Basis: 30/2020/NĐ-CP, Điều 8 khoản 2 (the text of the article was read)\n"
        "\n"
        "Wrong:\n"
        "  title: Quyết định về kế hoạch\n"
        "  number: 3134/KH-UBND\n"
        "\n"
        "Right:\n"
        "  title: Kế hoạch\n"
        "  number: 3134/KH-UBND\n"
        "\n"
        "If the source document itself is so, acknowledge it in the entry's own file; citizens see the reason:\n"
        "  anomalies:\n"
        "    - code: DOC001\n"
        "      at: …        # the item meant, such as a task id; leave it out for the whole entry\n"
        "      reason: …\n"
        "\n"
        "To turn the check off, in site.yml; it needs a reason and may have an end:\n"
        "  silence:\n"
        "    - code: DOC001\n"
        "      path: …      # only for this file; leave it out for the whole site\n"
        "      reason: …\n"
        "      until: 31/12/2026\n"
    )


def test_law_that_is_not_read_at_its_source_says_so(run: Run) -> None:
    assert "(known from a secondary source)" in run("explain", "PERSON002").out


@pytest.mark.parametrize("code", ["YAML004", "SECRET001", "SITE001"])
def test_what_has_to_be_mended_says_that_there_is_no_way_around(run: Run, code: str) -> None:
    out = run("explain", code).out
    assert "it has to be fixed" in out
    assert "silence:\n    - code" not in out


def test_a_code_may_be_typed_in_small_letters(run: Run) -> None:
    assert run("explain", "plan008").out == run("explain", "PLAN008").out


def test_programs_get_the_same_as_json(run: Run) -> None:
    told = json.loads(run("explain", "DOC001", "--format", "json").out)
    assert told == {
        "code": "DOC001",
        "family": "DOC",
        "group": "Documents cited",
        "title": "the type of a document and its symbol differ",
        "severity": "warning",
        "why": "The symbol in a document's number abbreviates its type: `QĐ` for a decision, `KH` for a plan.\n\n"
        "Where title and symbol differ, a reader cannot tell which document is meant.",
        "law": {"number": "30/2020/NĐ-CP", "clause": "Điều 8 khoản 2", "confidence": "V"},
        "wrong": "title: Quyết định về kế hoạch\nnumber: 3134/KH-UBND",
        "right": "title: Kế hoạch\nnumber: 3134/KH-UBND",
        "acknowledge": True,
        "silence": True,
    }


def test_without_a_code_all_are_listed_by_family(run: Run) -> None:
    lines = run("explain").out.splitlines()
    heads = [line for line in lines if line and not line.startswith(" ")]
    assert heads[:3] == ["FILE – Files", "CHAR – Letters", "YAML – YAML"]
    assert "PLAN – Kế hoạch" in heads
    assert lines[lines.index("PLAN – Kế hoạch") + 1].split(maxsplit=2) == [
        "PLAN001",
        "warning",
        "the areas' budgets do not add up to the total",
    ]


def test_the_whole_list_as_json_holds_every_code_once(run: Run) -> None:
    told = json.loads(run("explain", "--format", "json").out)
    codes = [one["code"] for one in told]
    assert len(codes) == len(set(codes))
    assert {"FILE001", "PLAN001", "ACK001", "SITE001", "URL001", "THEME001"} <= set(codes)


@pytest.mark.parametrize(
    ("typed", "hint"), [("PLN008", "`PLAN008`"), ("YAML", "`YAML"), ("PLAN999", "`PLAN"), ("8", "lists all codes")]
)
def test_an_unknown_code_is_answered_with_those_near_it(run: Run, typed: str, hint: str) -> None:
    ran = run("explain", typed)
    assert ran.code == 2
    assert f"there is no code `{typed}`" in ran.err
    assert hint in ran.err

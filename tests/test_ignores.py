"""What is skipped, ignored or left out of a check says why, on its own line."""

from __future__ import annotations

import io
import re
import tokenize
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = ("site_gen", "tests", "tools", "benchmarks")
PRAGMA = re.compile(
    r"#\s*(?:ruff:\s*)?(?:noqa|type:\s*ignore|fmt:\s*(?:skip|off)|pragma:\s*no cover)(?:\[[^]]*\]|:\s*[A-Z0-9, ]+)?"
)
SKIP = re.compile(r"\b(?:pytest\.skip|pytest\.importorskip|mark\.skipif|mark\.skip|mark\.xfail|mark\.filterwarnings)\(")


def unreasoned(source: str) -> list[int]:
    """The lines of a Python file that ignore or skip something without a word why."""
    found = []
    lines = source.splitlines()
    comments = {
        token.start[0]: token.string
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT
    }
    for number, comment in comments.items():
        if (pragma := PRAGMA.match(comment)) and not re.search(r"\w+ \w+", comment[pragma.end() :]):
            found.append(number)
    for number, line in enumerate(lines, 1):
        if SKIP.search(line) and not re.search(r'reason="|skip\("\w', line) and number not in comments:
            found.append(number)
    return sorted(found)


def test_what_is_left_out_says_why() -> None:
    bare = {
        f"{path.relative_to(ROOT)}:{number}"
        for folder in FOLDERS
        for path in sorted((ROOT / folder).rglob("*.py"))
        if path != Path(__file__)
        for number in unreasoned(path.read_text(encoding="utf-8"))
    }
    assert bare == set()


@pytest.mark.parametrize(
    ("line", "is_bare"),
    [
        ("x = 1  # noqa: E741", True),
        ("x = 1  # noqa: E741 — single letters read better", False),
        ("x = f()  # type: ignore[misc]", True),
        ("x = f()  # type: ignore[misc]  # livereload has no types", False),
        ("x = (1, 2)  # fmt: skip", True),
        ("x = (1, 2)  # fmt: skip  # a table", False),
        ("pytest.skip(message)", True),
        ('pytest.skip("only root can mount a disk")', False),
        ("@pytest.mark.skipif(True)", True),
        ('@pytest.mark.skipif(True, reason="needs fork")', False),
    ],
)
def test_a_line_without_a_reason_is_found(line: str, is_bare: bool) -> None:
    assert bool(unreasoned(f"{line}\n" + ("def f(): ...\n" if line.startswith("@") else ""))) == is_bare

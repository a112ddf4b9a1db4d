"""Every way in which a file from an office can be wrong, with the answer the officer gets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from site_folders import BASE_SITE, case_files, lay_out, read_site
from stories import CASES, MADE, answer

from site_gen.reading.refusals import REFUSALS

STORIES = sorted({path.name for path in CASES.iterdir() if path.is_dir()} | set(MADE))


def _lay_out(story: str, tmp_path: Path) -> tuple[Path, frozenset[str]]:
    """The story's site folder, and which of its files are only its surroundings."""
    root = lay_out(tmp_path / "site", (BASE_SITE, CASES / story))
    around = case_files(BASE_SITE).keys() - case_files(CASES / story).keys()
    if story in MADE:
        MADE[story](root)
    return root, frozenset(around)


@pytest.mark.parametrize("story", STORIES)
def test_the_officer_is_told_what_is_wrong_where_and_how_to_mend_it(
    story: str, tmp_path: Path, golden: Callable[[Path, str], None]
) -> None:
    root, around = _lay_out(story, tmp_path)
    golden(CASES / story / "expected.txt", answer(root, around))


def test_every_refusal_has_a_story_that_raises_it(tmp_path: Path) -> None:
    raised = set()
    for story in STORIES:
        root, _ = _lay_out(story, tmp_path / story)
        raised |= {d.code for d in read_site(root).found}
    assert raised == {refusal.code for refusal in REFUSALS}


@pytest.mark.parametrize("story", STORIES)
def test_every_finding_stands_inside_its_file_and_says_how_to_mend_it(story: str, tmp_path: Path) -> None:
    root, _ = _lay_out(story, tmp_path)
    for d in read_site(root).found:
        assert d.message.id
        assert d.hint is not None
        assert d.hint.id
        if d.at.line:
            raw = (root / d.at.path.removeprefix("content/")).read_bytes()
            assert d.at.line <= raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
            assert d.at.column >= 1


def test_the_shared_site_has_nothing_to_complain_about() -> None:
    assert read_site(BASE_SITE).found == ()

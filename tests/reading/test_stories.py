"""Every way in which a file from an office can be wrong, with the answer the officer gets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from site_folders import BASE_SITE, case_files, lay_out, read_site
from stories import CASES, MADE, answer

from site_gen.base.diagnostics import Diagnostic
from site_gen.reading.load import Loaded
from site_gen.reading.refusals import REFUSALS

STORIES = sorted({path.name for path in CASES.iterdir() if path.is_dir()} | set(MADE))


@dataclass(frozen=True)
class Told:
    """A story that was read."""

    root: Path
    loaded: Loaded
    around: frozenset[str]

    def rows(self, finding: Diagnostic) -> list[bytes]:
        raw = (self.root / finding.at.path.removeprefix("content/")).read_bytes()
        return raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Told]:
    """Lays out and reads a story, each once."""
    known: dict[str, Told] = {}

    def tell(story: str) -> Told:
        if story not in known:
            root = lay_out(tmp_path_factory.mktemp(story) / "site", (BASE_SITE, CASES / story))
            if story in MADE:
                MADE[story](root)
            around = case_files(BASE_SITE).keys() - case_files(CASES / story).keys()
            known[story] = Told(root, read_site(root), frozenset(around))
        return known[story]

    return tell


@pytest.mark.parametrize("story", STORIES)
def test_the_officer_is_told_what_is_wrong_where_and_how_to_mend_it(
    story: str, told: Callable[[str], Told], golden: Callable[[Path, str], None]
) -> None:
    this = told(story)
    golden(CASES / story / "expected.txt", answer(this.loaded, this.around, this.root))


@pytest.mark.parametrize("story", STORIES)
def test_every_finding_stands_inside_its_file_and_says_how_to_mend_it(story: str, told: Callable[[str], Told]) -> None:
    this = told(story)
    for d in this.loaded.found:
        assert d.message.id
        assert d.hint is not None
        assert d.hint.id
        if d.at.line:
            assert d.at.line <= len(this.rows(d))
            assert d.at.column >= 1


def test_every_refusal_has_a_story_that_raises_it(told: Callable[[str], Told]) -> None:
    raised = {d.code for story in STORIES for d in told(story).loaded.found}
    assert raised == {refusal.code for refusal in REFUSALS}


def test_the_shared_site_has_nothing_to_complain_about() -> None:
    assert read_site(BASE_SITE).found == ()

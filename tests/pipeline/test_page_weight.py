"""The budget of a page is a finding of the build, for any site."""

from __future__ import annotations

import shutil
from pathlib import Path

from builds import built, lay, tree

from site_gen.base.diagnostics import Severity


def test_a_page_beyond_its_budget_is_told_at_its_file_again_and_again_and_fails_a_strict_build(tmp_path: Path) -> None:
    content, out = lay(tmp_path / "content"), tmp_path / "output"
    shutil.rmtree(content / "plans")
    text = "\n\n".join(f"Đoạn thứ {n} của một bài rất dài, chép nguyên từ văn bản." for n in range(900))
    (content / "pages" / "dai.md").write_text(f"---\ntitle: Bài dài\n---\n{text}\n", encoding="utf-8")
    for _ in range(2):  # made, then kept
        outcome = built(content, out)
        assert outcome.published is not None
        assert [d.at.path.rpartition("/")[2] for d in outcome.found if d.code == "WEIGHT001"] == ["dai.md"]
    before = tree(out)
    for place in (out, tmp_path / "new"):
        strict = built(content, place, fail_level=Severity.WARNING)
        assert strict.published is None
        assert "WEIGHT001" in {d.code for d in strict.found}
    assert tree(out) == before
    assert not (tmp_path / "new").exists()

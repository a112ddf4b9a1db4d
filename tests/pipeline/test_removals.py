"""What disappears is said before it does, with the line that keeps the address."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from builds import DAY, built, change, lay_bare, tree
from posted_notice import CODE, FILE, LAST, PAGE, written

from site_gen.pipeline.removals import Removal


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return lay_bare(tmp_path / "content")


def going(content: Path, **wishes: object) -> tuple[Removal, ...]:
    """What the next build says will go."""
    from site_gen.pipeline.build import build
    from site_gen.pipeline.request import Request

    told: list[Removal] = []
    request = Request(content, content.parent / "output", **{"as_of": DAY, "jobs": 1, **wishes})
    build(request, on_removals=told.extend)
    return tuple(told)


def page(content: Path, name: str, title: str, *more: str) -> Path:
    """A free page."""
    file = content / "pages" / f"{name}.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text("\n".join(["---", f"title: {title}", *more, "---", "Nội dung.", ""]), encoding="utf-8")
    return file


def test_a_renamed_entry_is_told_with_the_line_that_keeps_its_address(content: Path) -> None:
    file = page(content, "huong-dan-gui-xe", "Gửi xe ở trụ sở", "formerly: [gui-xe.html]")
    assert going(content) == ()
    file.rename(file.with_name("cho-gui-xe.md"))
    [gone] = going(content)
    assert (gone.path, gone.title) == ("huong-dan-gui-xe.html", "Gửi xe ở trụ sở")
    assert gone.file.endswith("content/pages/cho-gui-xe.md")
    assert gone.line == "formerly: [gui-xe.html, huong-dan-gui-xe.html]"


def test_the_line_that_is_told_keeps_the_address(content: Path) -> None:
    file = page(content, "huong-dan-gui-xe", "Gửi xe ở trụ sở")
    going(content)
    file.unlink()
    page(content, "cho-gui-xe", "Gửi xe ở trụ sở", "formerly: [huong-dan-gui-xe.html]")
    assert going(content) == ()
    assert (content.parent / "output" / "huong-dan-gui-xe.html").is_file()


@pytest.mark.parametrize("how", ["deleted", "draft", "formerly"])
def test_what_is_deleted_drafted_or_no_longer_kept_is_told(how: str, content: Path) -> None:
    file = page(content, "gui-xe", "Gửi xe", "formerly: [xe.html]")
    going(content)
    if how == "deleted":
        file.unlink()
    elif how == "draft":
        change(file, "title: Gửi xe", "title: Gửi xe\ndraft: có")
    else:
        change(file, "formerly: [xe.html]\n", "")
    told = {gone.path for gone in going(content)}
    assert told == ({"xe.html"} if how == "formerly" else {"gui-xe.html", "xe.html"})


def test_an_attachment_that_goes_is_told(content: Path) -> None:
    (content / "files").mkdir(exist_ok=True)
    (content / "files" / "bang-gia.txt").write_text("Giá\n", encoding="utf-8")
    going(content)
    (content / "files" / "bang-gia.txt").unlink()
    assert [gone.path for gone in going(content)] == ["files/bang-gia.txt"]


def test_where_nobody_watches_a_build_that_takes_down_more_than_a_tenth_is_refused_and_the_old_site_stays(
    content: Path,
) -> None:
    files = [page(content, f"trang-so-{'abcdefghijklmnopqrstuvwxyz'[n]}", f"Trang {n}") for n in range(26)]
    out = content.parent / "output"
    assert built(content, out, allow_removals=False).published is not None
    before = tree(out)
    for file in files:
        file.unlink()
    outcome = built(content, out, allow_removals=False)
    assert outcome.published is None
    assert [d.code for d in outcome.found if d.severity == 2] == ["URL006"]
    assert tree(out) == before
    assert built(content, out, allow_removals=True).published is not None


def test_a_few_pages_may_go_where_nobody_watches(content: Path) -> None:
    file = page(content, "gui-xe", "Gửi xe")
    going(content)
    file.unlink()
    assert built(content, content.parent / "output", allow_removals=False).published is not None


def test_notices_that_end_are_nothing_that_anybody_is_asked_about(tmp_path: Path) -> None:
    content, out = written(tmp_path / "content", lay_bare), tmp_path / "output"
    notice = content / "apologies" / "2026-007.yml"
    for number in range(20, 40):
        text = (
            notice.read_text(encoding="utf-8").replace("07/TXL", f"{number}/TXL").replace(CODE, f"{CODE[:-2]}{number}")
        )
        alone = text.replace(f"file: {FILE}\n", "")
        (content / "apologies" / f"2026-0{number}.yml").write_text(alone, encoding="utf-8")
    assert built(content, out, as_of=LAST).published is not None
    assert (out / PAGE).is_file()
    assert going(content, as_of=LAST + timedelta(days=1), allow_removals=False) == ()
    assert not (out / FILE).exists()

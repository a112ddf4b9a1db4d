"""The road to the notice board: what is printed, what is refused, and what happens to what was printed before."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from builds import change, clean, tree
from posted_notice import CODE, FIRST, LAST, REASON, written

from site_gen.base.diagnostics import Severity
from site_gen.outputs.writer.refused import OutputRefused
from site_gen.pipeline.board import Outcome, UnknownSheet, board
from site_gen.pipeline.board_prints import Selection
from site_gen.pipeline.request import Request

sys.path.insert(0, str(Path(__file__).parents[1] / "outputs" / "board"))

from printed import Printed

LETTER = "thu-xin-loi/2026-007.pdf"
ALL = {
    "bien-ban/niem-yet.pdf",
    "ke-hoach/cchc-2026.pdf",
    "thu-tuc/1.004873.pdf",
    "thu-tuc/danh-muc.pdf",
    "thu-xin-loi/danh-sach.pdf",
    LETTER,
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A real authority's site with one notice, for one test to change."""
    return written(tmp_path / "content")


def printed(content: Path, *words: str, as_of: date = FIRST, since: date | None = None, **more: object) -> Outcome:
    paper = str(more.pop("paper", "a4"))
    request = Request(content, content.parent / "board", as_of, **more)
    return board(request, Selection(words, paper, since))


def files(content: Path) -> dict[str, bytes]:
    """What hangs on the board."""
    return {path: data for path, data in tree(content.parent / "board").items() if path.endswith(".pdf")}


def text(content: Path, path: str) -> str:
    return Printed.of(files(content)[path]).text


def test_everything_that_stands_on_a_board_is_printed(content: Path) -> None:
    outcome = printed(content)
    assert set(files(content)) == ALL
    assert outcome.published is not None
    assert set(outcome.published.written) == ALL
    assert (outcome.sheets, outcome.pages) == (6, sum(len(Printed.of(d).pages) for d in files(content).values()))


def test_a_second_run_writes_nothing_and_gives_the_same_bytes(content: Path) -> None:
    printed(content)
    before = files(content)
    times = {path: (content.parent / "board" / path).stat().st_mtime_ns for path in before}
    outcome = printed(content)
    assert outcome.published is not None
    assert outcome.published.written == ()
    assert outcome.published.unchanged == len(ALL)
    assert {path: (content.parent / "board" / path).stat().st_mtime_ns for path in files(content)} == times
    assert files(content) == before


def test_a_sheet_whose_content_stayed_the_same_is_the_same_file_on_another_day(content: Path) -> None:
    printed(content)
    before = files(content)
    printed(content, as_of=FIRST + timedelta(3))
    changed = {path for path, data in files(content).items() if data != before[path]}
    assert changed <= {"ke-hoach/cchc-2026.pdf", LETTER, "thu-xin-loi/danh-sach.pdf"}
    assert "thu-tuc/danh-muc.pdf" not in changed


@pytest.mark.parametrize("day", [FIRST - timedelta(1), LAST + timedelta(1)])
def test_of_a_notice_nothing_is_printed_before_its_first_day_nor_after_its_last(content: Path, day: date) -> None:
    printed(content, as_of=day)
    assert LETTER not in files(content)
    assert "thu-xin-loi/danh-sach.pdf" not in files(content)
    whole = " ".join(text(content, path) for path in files(content))
    assert CODE not in whole
    assert REASON not in whole


def test_while_it_is_posted_the_letter_is_printed_with_the_days_of_its_posting(content: Path) -> None:
    printed(content, as_of=LAST)
    words = text(content, LETTER)
    assert CODE in words
    assert "05/11/2026" in words
    assert "05/12/2026" in words
    assert "PHÓ CHỦ TỊCH UBND XÃ" in words


def test_when_the_posting_ends_the_letter_is_taken_away_even_if_other_sheets_are_asked_for(content: Path) -> None:
    printed(content)
    outcome = printed(content, "procedures", as_of=LAST + timedelta(1))
    assert outcome.published is not None
    assert set(outcome.published.removed) == {LETTER, "thu-xin-loi/danh-sach.pdf"}
    assert set(files(content)) == ALL - set(outcome.published.removed)


def test_the_minutes_of_taking_down_name_the_number_and_the_days_and_nothing_else(content: Path) -> None:
    printed(content, "minutes", as_of=LAST + timedelta(1))
    words = text(content, "bien-ban/go-niem-yet.pdf")
    assert "07/TXL-UBND" in words
    assert "05/12/2026" in words
    assert CODE not in words
    assert "1.004873" not in words


def test_minutes_asked_for_alone_speak_of_what_was_printed_before(content: Path) -> None:
    printed(content, "apologies")
    printed(content, "minutes")
    words = text(content, "bien-ban/niem-yet.pdf")
    assert "07/TXL-UBND" in words
    assert "1.004873" not in words


def test_what_is_asked_for_is_printed_and_the_rest_stays(content: Path) -> None:
    printed(content)
    before = files(content)
    change(content / "procedures" / "1.004873.yml", "name: ", "name: (mới) ")
    outcome = printed(content, "procedure", "1.004873")
    assert outcome.published is not None
    assert outcome.published.written == ("thu-tuc/1.004873.pdf",)
    assert {path for path, data in files(content).items() if data != before[path]} == {"thu-tuc/1.004873.pdf"}


def test_a_sheet_that_somebody_altered_is_printed_again(content: Path) -> None:
    printed(content)
    before = files(content)
    (content.parent / "board" / "thu-tuc" / "danh-muc.pdf").write_bytes(b"%PDF-1.4 altered")
    (content.parent / "board" / "bien-ban" / "niem-yet.pdf").unlink()
    printed(content, "apologies")
    assert files(content) == before


def test_a_draft_and_what_has_ended_are_on_no_board(content: Path) -> None:
    printed(content)
    with (content / "procedures" / "1.004873.yml").open("a", encoding="utf-8") as file:
        file.write("\ndraft: có\n")
    (content / "apologies" / "2026-007.yml").unlink()
    printed(content)
    assert set(files(content)) == {"bien-ban/niem-yet.pdf", "ke-hoach/cchc-2026.pdf"}


def test_personal_data_on_a_sheet_fails_the_run_at_its_place_and_nothing_is_written(content: Path) -> None:
    change(content / "apologies" / "2026-007.yml", "nơi đó chưa trả lời", "gọi 0912 345 678 để hỏi")
    outcome = printed(content)
    assert outcome.published is None
    told = [d for d in outcome.found if d.code == "PRIVACY002"]
    assert [(Path(d.at.path).name, d.at.line > 0) for d in told] == [("2026-007.yml", True)]
    assert not (content.parent / "board").exists()


def test_an_error_in_the_content_leaves_the_board_as_it_was(content: Path) -> None:
    printed(content)
    before = tree(content.parent / "board")
    change(content / "apologies" / "2026-007.yml", "date: 05/11/2026", "date: 31/02/2026")
    assert printed(content).published is None
    assert tree(content.parent / "board") == before


def test_a_character_that_the_font_lacks_is_told_at_its_place_and_strictness_fails_it(content: Path) -> None:
    change(content / "apologies" / "2026-007.yml", "nơi đó chưa trả lời", "nơi đó chưa trả lời ☎")
    outcome = printed(content, "apologies")
    (told,) = [d for d in outcome.found if d.code == "BOARD001"]
    assert (Path(told.at.path).name, told.severity) == ("2026-007.yml", Severity.WARNING)
    assert told.at.line == 10
    assert "chưa trả lời □" in text(content, LETTER)
    assert printed(content, "apologies", fail_level=Severity.WARNING).published is None


def test_a_folder_of_somebody_else_is_left_alone(content: Path) -> None:
    folder = content.parent / "board"
    folder.mkdir()
    (folder / "luong.xlsx").write_bytes(b"x")
    with pytest.raises(OutputRefused):
        printed(content)
    assert tree(folder) == {"luong.xlsx": b"x"}


def test_the_folder_of_the_website_is_refused_and_stays_whole(content: Path) -> None:
    before = clean(content, content.parent / "board", as_of=FIRST)
    with pytest.raises(OutputRefused):
        printed(content)
    assert tree(content.parent / "board") == before


def test_a_website_is_not_built_into_the_folder_of_the_sheets(content: Path) -> None:
    printed(content)
    folder = content.parent / "board"
    before = tree(folder)
    with pytest.raises(OutputRefused, match="holds sheets for the notice board"):
        clean(content, folder, as_of=FIRST)
    assert tree(folder) == before


def test_a_file_put_beside_the_sheets_stays(content: Path) -> None:
    printed(content)
    beside = content.parent / "board" / "thu-xin-loi" / "ban-scan.pdf"
    beside.write_bytes(b"scan")
    printed(content, as_of=LAST + timedelta(1))
    assert beside.read_bytes() == b"scan"


def test_without_an_address_the_site_is_named_and_with_one_the_sheets_bear_a_code(content: Path) -> None:
    bare = change_base(content)
    assert printed(content, "apologies").without_address == (bare,)
    assert Printed.of(files(content)[LETTER]).alternatives() == []
    outcome = printed(content, "apologies", base_url="https://binhan.example.gov.vn")
    assert outcome.without_address == ()
    (told,) = Printed.of(files(content)[LETTER]).alternatives()
    assert told.endswith("https://binhan.example.gov.vn/thu-xin-loi/2026-007.html")


def change_base(content: Path) -> str:
    """Takes the address out of the settings; gives the short name of the site."""
    lines = (content / "site.yml").read_text(encoding="utf-8").splitlines(keepends=True)
    (content / "site.yml").write_text("".join(x for x in lines if not x.startswith("base_url")), encoding="utf-8")
    return next(x for x in lines if x.startswith("short_name:")).partition(": ")[2].strip()


def test_a_word_that_no_site_knows_is_refused_with_what_may_be_meant(content: Path) -> None:
    with pytest.raises(UnknownSheet) as refused:
        printed(content, "procedure", "1.00487")
    assert refused.value.word == "1.00487"
    assert "1.004873" in refused.value.near


def test_progress_is_told_sheet_by_sheet(content: Path) -> None:
    heard: list[tuple[int, int]] = []
    board(Request(content, content.parent / "board", FIRST), Selection(), lambda done, all_: heard.append((done, all_)))
    assert heard == [(n, 6) for n in range(1, 7)]


def test_both_papers_lie_beside_each_other(content: Path) -> None:
    printed(content, "procedures")
    printed(content, "procedures", paper="a3")
    assert set(files(content)) == {"thu-tuc/danh-muc.pdf", "thu-tuc/danh-muc-a3.pdf"}

"""Which sheets are asked for, and what the minutes of posting and taking down say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from snapshots import edition_of

from site_gen.base.values import Context
from site_gen.joined.board import (
    GROUPS,
    chosen,
    fitting,
    only_minutes,
    path_of,
    posting_minutes,
    removal_minutes,
    sheets_of,
    unknown,
    wants_minutes,
)
from site_gen.kinds import KINDS
from site_gen.pages.contributions import Sheet
from site_gen.rules.snapshot import Snapshot

SHEETS = (
    Sheet("procedures", "", "thu-tuc/danh-muc", "Danh mục", "procedures", {}),
    Sheet("procedures", "ho-tich", "thu-tuc/linh-vuc-ho-tich", "Hộ tịch", "procedures", {}, standing=False),
    Sheet("procedure", "1.001193", "thu-tuc/1.001193", "Khai sinh", "procedure", {}),
    Sheet("procedure", "1.000894", "thu-tuc/1.000894", "Kết hôn", "procedure", {}),
    Sheet("poster", "1.001193", "thu-tuc/ap-phich-1.001193", "Khai sinh", "poster", {}, standing=False),
    Sheet("poster", "1.000894", "thu-tuc/ap-phich-1.000894", "Kết hôn", "poster", {}, standing=False),
    Sheet("statistics", "2026-09", "thong-ke/2026-09", "Tháng 9", "statistics", {}, standing=False),
    Sheet("statistics", "2026-10", "thong-ke/2026-10", "Tháng 10", "statistics", {}),
)
NOTICE = """number: 07/TXL-UBND
date: 05/11/2026
unit: ubnd-xa
kind: quá hạn
dossier_code: MAU-0415
procedure: "1.004873"
received_on: 02/11/2026
due_on: 06/11/2026
cause: phải xác minh thêm
reason: Phải xác minh thêm với nơi khác.
new_due_on: 12/11/2026
sent_on: 05/11/2026
signer_role: Phó Chủ tịch UBND xã
posted_from: 05/11/2026
on_board: có
"""


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ((), ["danh-muc", "1.001193", "1.000894", "2026-10"]),
        (("procedures",), ["danh-muc"]),
        (("procedures", "Hộ tịch"), ["linh-vuc-ho-tich"]),
        (("procedure",), ["1.001193", "1.000894"]),
        (("procedure", "1.000894"), ["1.000894"]),
        (("poster",), ["ap-phich-1.001193", "ap-phich-1.000894"]),
        (("poster", "1.001193"), ["ap-phich-1.001193"]),
        (("1.001193",), ["1.001193"]),
        (("1.000894", "statistics"), ["1.000894", "2026-10"]),
        (("statistics", "2026-09"), ["2026-09"]),
        (("procedure", "2026-09"), []),
        (("minutes",), []),
        (("minutes", "2026-09"), ["2026-09"]),
        (("apologies",), []),
    ],
)
def test_a_group_means_what_stands_and_a_key_that_one_sheet(words: Sequence[str], names: list[str]) -> None:
    assert [sheet.name.rpartition("/")[2] for sheet in chosen(SHEETS, words)] == names


def test_minutes_come_unasked_with_everything_and_else_when_asked_for() -> None:
    asked = [(), ("minutes",), ("procedures", "minutes"), ("procedures",)]
    assert [wants_minutes(words) for words in asked] == [True, True, True, False]
    assert [only_minutes(words) for words in asked] == [False, True, False, False]


def test_a_word_that_means_nothing_is_told() -> None:
    assert unknown(SHEETS, ("procedure", "1.001193", "1.00119", "Hộ tịch", "khai-sinh")) == ["1.00119", "khai-sinh"]


def test_paper_that_is_not_a4_stands_in_the_name_of_the_file() -> None:
    minutes = Sheet("minutes", "", "bien-ban/niem-yet", "Biên bản", "minutes", {}, papers=("a4",))
    assert fitting(minutes, "a3") == "a4"
    assert fitting(SHEETS[0], "a3") == "a3"
    assert path_of(SHEETS[0], "a4", "") == "thu-tuc/danh-muc.pdf"
    assert path_of(SHEETS[0], "a3", "cam-giang") == "cam-giang/thu-tuc/danh-muc-a3.pdf"


def test_every_kind_offers_sheets_of_known_groups_under_names_of_their_own(tmp_path: Path) -> None:
    snapshot = edition_of(tmp_path, {"apologies/2026-007.yml": NOTICE}, date(2026, 11, 10))
    found = sheets_of(snapshot)
    assert {sheet.group for sheet in found} == {"procedures", "procedure", "poster", "apologies", "plan"}
    assert [GROUPS.index(s.group) for s in found] == sorted(GROUPS.index(s.group) for s in found)
    assert len({sheet.name for sheet in found}) == len(found)
    pages = {page.url for kind in KINDS for page in kind.pages(snapshot)}
    assert {sheet.url for sheet in found} <= pages


def rows(sheet: Sheet | None) -> list[Context]:
    return [] if sheet is None else list(sheet.context["rows"])


def at(tmp_path: Path, day: date) -> Snapshot:
    return edition_of(tmp_path, {"apologies/2026-007.yml": NOTICE}, day)


def test_posting_minutes_say_what_how_many_pages_and_how_long(tmp_path: Path) -> None:
    snapshot = at(tmp_path, date(2026, 11, 10))
    letter = next(s for s in sheets_of(snapshot) if s.key == "2026-007")
    guide = next(s for s in sheets_of(snapshot) if s.group == "procedure")
    letter_row, guide_row = rows(posting_minutes(snapshot, [(letter, 1), (guide, 2)]))
    assert (letter_row["pages"], letter_row["first"], letter_row["last"]) == (1, "05/11/2026", "05/12/2026")
    assert (guide_row["pages"], guide_row["first"], guide_row["last"]) == (2, "", guide.term)


@pytest.mark.parametrize(
    ("day", "since", "listed"),
    [
        (date(2026, 12, 5), date(2026, 11, 1), False),  # still posted on its last day
        (date(2026, 12, 6), date(2026, 11, 1), True),
        (date(2026, 12, 20), date(2026, 12, 5), True),
        (date(2026, 12, 20), date(2026, 12, 6), False),  # was taken down before
    ],
)
def test_removal_minutes_list_what_came_to_its_end_since_a_day(
    tmp_path: Path, day: date, since: date, listed: bool
) -> None:
    found = rows(removal_minutes(at(tmp_path, day), since))
    wanted = {"title": "Thư xin lỗi, 07/TXL-UBND", "first": "05/11/2026", "last": "05/12/2026", "place": "", "web": ""}
    assert found == ([wanted] if listed else [])


def test_what_was_posted_on_a_named_board_is_listed_with_the_place(tmp_path: Path) -> None:
    posted = NOTICE.replace("on_board: có\n", "") + (
        "postings:\n  - {form: board, place: Nhà văn hóa thôn 1, posted_from: 06/11/2026, posted_to: 05/12/2026}\n"
    )
    snapshot = edition_of(tmp_path, {"apologies/2026-007.yml": posted}, date(2026, 12, 7))
    (row,) = rows(removal_minutes(snapshot, date(2026, 12, 1)))
    assert (row["first"], row["last"], row["place"]) == ("06/11/2026", "05/12/2026", "Nhà văn hóa thôn 1")

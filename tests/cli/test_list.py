import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
HEADER = ["site", "state", "when", "days", "who", "what", "place", "url"]


NO_LEDGER = "duties:\n  off:\n    - {id: all, reason: Ở đây chỉ xét kế hoạch.}\n"


@pytest.fixture
def content(content: Path) -> Path:
    """A new site without ledger of duties, so that its lists speak of its plan alone."""
    with (content / "site.yml").open("a", encoding="utf-8") as file:
        file.write(NO_LEDGER)
    return content


@pytest.fixture
def portal(portal: Path) -> Path:
    """Two such sites under a portal."""
    for name in ("xa-mot", "xa-hai"):
        with (portal / name / "site.yml").open("a", encoding="utf-8") as file:
            file.write(NO_LEDGER)
    return portal


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def items(ran: Any) -> list[dict[str, Any]]:
    assert ran.code == 0
    return json.loads(ran.out)["items"]


def test_what_is_late_is_shown_as_a_table(run: Run, content: Path) -> None:
    ran = run("list", "late", "--as-of", "15/01/2027")
    assert ran.code == 0
    assert ran.out == (
        "Deadline    Days late  Place             Unit                       Task\n"
        "----------  ---------  ----------------  -------------------------  --------------------------------------------------\n"
        "31/12/2026  15         cchc-2026#nv-2/1  Trung tâm Phục vụ hành     Phát và thu phiếu khảo sát tại nơi tiếp nhận hồ sơ\n"
        "                                         chính công xã\n"
        "31/12/2026  15         cchc-2026#nv-2/2  Trung tâm Phục vụ hành     Công bố kết quả khảo sát\n"
        "                                         chính công xã\n"
    )
    assert ran.err == "2 in all\n"


def test_what_is_due_is_told_with_the_days_left(run: Run, content: Path) -> None:
    found = items(run("list", "due", "--within", "40", "--format", "json"))
    assert found[0] == {
        "site": "",
        "state": "due",
        "when": "2026-12-31",
        "days": 40,
        "who": "Trung tâm Phục vụ hành chính công xã",
        "what": "Phát và thu phiếu khảo sát tại nơi tiếp nhận hồ sơ",
        "place": "cchc-2026#nv-2/1",
        "url": found[0]["url"],
    }
    assert [line["place"] for line in found] == [
        "cchc-2026#nv-2/1",
        "cchc-2026#nv-2/2",
        "cchc-2026#nv-4",  # the fourth quarter, and the year
        "cchc-2026#nv-4",
        "cchc-2026#to-chuc-1",
    ]


@pytest.mark.parametrize(("within", "count"), [("0", 0), ("39", 0), ("40", 5)])
def test_within_so_many_days_counts_the_last_of_them(run: Run, content: Path, within: str, count: int) -> None:
    assert len(items(run("list", "due", "--within", within, "--format", "json"))) == count


def test_without_a_number_of_days_the_sites_setting_holds(run: Run, content: Path) -> None:
    assert run("list", "due").out == "Nothing falls due in that time.\n"
    (content / "site.yml").write_text(
        (content / "site.yml").read_text(encoding="utf-8") + 'due_soon_days: "45"\n', encoding="utf-8"
    )
    assert len(items(run("list", "due", "--format", "json"))) == 5


def test_what_is_done_without_evidence_is_missing(run: Run, content: Path) -> None:
    report = content / "plans/cchc-2026/progress/2026-q4.yml"
    text = report.read_text(encoding="utf-8")
    start, end = text.index("    # Minh chứng."), text.index("# Kết quả chỉ tiêu.")
    report.write_text(text[:start] + text[end:], encoding="utf-8")
    found = items(run("list", "missing", "--format", "json"))
    assert [(one["place"], one["who"]) for one in found] == [("cchc-2026#nv-3", "Phòng Văn hóa - Xã hội")]


def test_a_task_that_nobody_leads_is_missing_its_lead(run: Run, content: Path) -> None:
    change(content / "plans/cchc-2026/tasks.yml", "    lead: Phòng Văn hóa - Xã hội\n", "")
    ran = run("list", "missing")
    assert "cchc-2026#nv-3" in ran.out
    assert "Days" not in ran.out


@pytest.mark.parametrize(
    ("what", "says"),
    [
        ("late", "Nothing is late.\n"),
        ("due", "Nothing falls due in that time.\n"),
        ("missing", "Nothing is missing.\n"),
        ("expired", "Nothing has expired.\n"),
        ("stale", "Nothing is stale.\n"),
    ],
)
def test_an_empty_list_says_so(run: Run, content: Path, what: str, says: str) -> None:
    ran = run("list", what)
    assert (ran.code, ran.out) == (0, says)


@pytest.mark.parametrize(
    "unit",
    [
        "Trung tâm Phục vụ hành chính công xã",
        "trung-tam-phuc-vu-hanh-chinh-cong",
        "Bộ phận Một cửa",
        "bo phan mot cua",
        "hành chính công",
    ],
)
def test_a_unit_is_found_by_any_of_its_names_or_a_part_of_one(run: Run, content: Path, unit: str) -> None:
    assert len(items(run("list", "late", "--as-of", "15/01/2027", "--unit", unit, "--format", "json"))) == 2


def test_what_another_unit_leads_is_left_out(run: Run, content: Path) -> None:
    ran = run("list", "late", "--as-of", "15/01/2027", "--unit", "Văn phòng UBND xã")
    assert (ran.code, ran.out) == (0, "Nothing is late. Only what `Văn phòng UBND xã` leads was considered.\n")


def test_the_sites_of_a_portal_are_told_apart(run: Run, portal: Path) -> None:
    found = items(run("list", "late", "--as-of", "15/01/2027", "--format", "json"))
    assert [one["site"] for one in found] == ["xa-mot", "xa-mot", "xa-hai", "xa-hai"]
    table = run("list", "late", "--as-of", "15/01/2027").out.splitlines()
    assert table[0].split()[0] == "Site"
    assert [row.split()[0] for row in table[2:] if not row.startswith(" ")] == ["xa-mot", "xa-mot", "xa-hai", "xa-hai"]


def test_one_site_of_a_portal_can_be_asked_alone(run: Run, portal: Path) -> None:
    assert len(items(run("list", "late", "-s", "content/xa-hai", "--as-of", "15/01/2027", "--format", "json"))) == 2


def test_json_says_what_it_is_and_of_which_day(run: Run, content: Path) -> None:
    assert json.loads(run("list", "late", "--format", "json").out) == {
        "what": "late",
        "as_of": "2026-11-21",
        "items": [],
    }


def test_csv_opens_in_a_spreadsheet_with_its_letters(run: Run, content: Path) -> None:
    out = run("list", "late", "--as-of", "15/01/2027", "--format", "csv").out
    assert out.startswith("\ufeffsite,state,when")
    assert "\r\n" in out
    rows = list(csv.reader(io.StringIO(out.removeprefix("\ufeff"))))
    assert rows[0] == HEADER
    assert rows[1][1:4] == ["late", "2026-12-31", "15"]


@pytest.mark.parametrize("start", ["=1+1", "+84", "-2", "@SUM(A1)", "=HYPERLINK(1)"])
def test_a_cell_is_never_taken_for_a_formula(run: Run, content: Path, start: str) -> None:
    change(content / "plans/cchc-2026/tasks.yml", "text: Công bố kết quả khảo sát", f"text: '{start} khảo sát'")
    out = run("list", "late", "--as-of", "15/01/2027", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert rows[1]["what"] == f"'{start} khảo sát"


def test_the_list_can_be_written_to_a_file(run: Run, content: Path, tmp_path: Path) -> None:
    ran = run("list", "late", "--as-of", "15/01/2027", "--format", "csv", "-o", "late.csv")
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / "late.csv").read_bytes().startswith(b"\xef\xbb\xbfsite,")


def test_nothing_of_a_long_text_is_cut_off(run: Run, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = "Phát và thu phiếu khảo sát " + "tại nơi tiếp nhận hồ sơ và trả kết quả " * 6
    change(content / "plans/cchc-2026/tasks.yml", "Phát và thu phiếu khảo sát tại nơi tiếp nhận hồ sơ", long)
    monkeypatch.setenv("COLUMNS", "80")
    out = run("list", "late", "--as-of", "15/01/2027").out
    assert max(map(len, out.splitlines())) <= 80
    assert out.count("tiếp") == 6


def test_errors_elsewhere_do_not_hide_the_list_but_are_told(run: Run, content: Path) -> None:
    (content / "units" / "hong.yml").write_text("nam: A\n", encoding="utf-8")
    ran = run("list", "late", "--as-of", "15/01/2027")
    assert ran.code == 0
    assert "cchc-2026#nv-2/1" in ran.out
    assert "errors, so the list may not be whole; see `sitegen check`" in ran.err


def test_where_no_site_can_be_read_the_reason_is_told(run: Run, content: Path) -> None:
    (content / "site.yml").write_text("name: [", encoding="utf-8")
    ran = run("list", "late")
    assert ran.code == 1
    assert "content/site.yml" in ran.out


def test_what_is_listed_must_be_one_of_the_states(run: Run, content: Path) -> None:
    ran = run("list", "overdue")
    assert ran.code == 2
    assert "'late', 'due', 'missing', 'expired', 'stale'" in ran.err


# --- the ledger of duties ---------------------------------------------------------------------------
@pytest.fixture
def owing(content: Path) -> Path:
    """The same site with its ledger, publishing since the first day of the year."""
    text = (content / "site.yml").read_text(encoding="utf-8")
    since = re.search(r"^publishes_since: .*$", text, re.MULTILINE)
    assert since is not None
    text = text.replace(NO_LEDGER, "").replace(since[0], "publishes_since: 01/01/2026")
    (content / "site.yml").write_text(text, encoding="utf-8")
    return content


def of_duty(found: list[dict[str, Any]], duty: str) -> list[dict[str, Any]]:
    return [one for one in found if one["place"] == duty]


def test_a_periodic_duty_without_anything_published_is_late_since_its_oldest_period(run: Run, owing: Path) -> None:
    (one,) = of_duty(items(run("list", "late", "--format", "json")), "d06")
    assert one == {
        "site": "",
        "state": "late",
        "when": "2026-01-15",
        "days": 310,
        "who": "Trung tâm Phục vụ hành chính công",
        "what": "D06 Kết quả giải quyết hồ sơ: chưa công khai: tháng 10/2026, tháng 09/2026, tháng 08/2026"
        " và 8 kỳ trước đó",
        "place": "d06",
        "url": "cong-khai/tinh-trang.html#d06",
    }


def test_what_must_always_be_there_and_is_not_is_missing(run: Run, owing: Path) -> None:
    found = items(run("list", "missing", "--format", "json"))
    assert [one["what"] for one in of_duty(found, "d16")] == [
        "D16 Người phát ngôn và đầu mối cung cấp thông tin – Người phát ngôn: chưa công khai",
        "D16 Người phát ngôn và đầu mối cung cấp thông tin – Đầu mối cung cấp thông tin: chưa công khai",
    ]


def test_the_next_period_of_a_duty_is_due(run: Run, owing: Path) -> None:
    (one,) = of_duty(items(run("list", "due", "--within", "30", "--format", "json")), "d06")
    assert (one["when"], one["days"]) == ("2026-12-15", 24)
    assert one["what"].endswith(": công khai tháng 11/2026")


def test_a_unit_finds_its_duties(run: Run, owing: Path) -> None:
    found = items(run("list", "late", "--unit", "Phòng Văn hóa - Xã hội", "--format", "json"))
    assert {one["place"] for one in found} == {"d23"}


def test_a_duty_that_is_switched_off_is_not_listed(run: Run, owing: Path) -> None:
    with (owing / "site.yml").open("a", encoding="utf-8") as file:
        file.write("duties:\n  off:\n    - {id: D06, reason: Số liệu do cấp tỉnh công bố.}\n")
    assert of_duty(items(run("list", "late", "--format", "json")), "d06") == []


def test_an_authority_that_has_ended_owes_nothing(run: Run, owing: Path) -> None:
    with (owing / "site.yml").open("a", encoding="utf-8") as file:
        file.write("valid_to: 30/6/2026\n")
    for what in ("late", "missing", "due"):
        assert [one for one in items(run("list", what, "--format", "json")) if one["place"].startswith("d")] == []


# --- the days on which pages change by themselves ---------------------------------------------------------
@pytest.fixture
def posted(content: Path) -> Path:
    """The site with a notice that is posted from the day of the commands on."""
    for path, text in {
        "apologies/2026-009.yml": POSTED,
        "procedures/1.004873.yml": (KINDS / "base_site" / "procedures" / "1.004873.yml").read_text(encoding="utf-8"),
    }.items():
        (content / path).parent.mkdir(exist_ok=True)
        (content / path).write_text(text.replace("authority: ubnd-xa", "authority: ubnd-xa-mau"), encoding="utf-8")
    return content


KINDS = Path(__file__).parents[1] / "kinds"
POSTED = """number: 09/TXL-UBND
date: 20/11/2026
unit: Trung tâm Phục vụ hành chính công xã
kind: quá hạn
dossier_code: MAU-2026-0999
procedure: "1.004873"
received_on: 18/11/2026
due_on: 23/11/2026
cause: phải xác minh thêm
reason: Phải xác minh với xã nơi cư trú trước đây; xã đó chưa trả lời.
new_due_on: 30/11/2026
sent_on: 20/11/2026
signer_role: Phó Chủ tịch UBND xã
posted_from: 20/11/2026
"""


def test_the_days_on_which_a_notice_turns_are_listed(run: Run, posted: Path) -> None:
    mine = [i for i in items(run("list", "changes", "--format", "json")) if i["place"].endswith("2026-009.yml")]
    assert [(i["when"], i["days"]) for i in mine] == [("2026-12-01", 10), ("2026-12-21", 30)]


def test_next_leaves_only_the_first_of_these_days(run: Run, posted: Path) -> None:
    everything = items(run("list", "changes", "--format", "json"))
    first = items(run("list", "changes", "--next", "--format", "json"))
    assert {i["when"] for i in first} == {min(i["when"] for i in everything)}
    assert first == [i for i in everything if i["when"] == first[0]["when"]]


def test_changes_within_so_many_days(run: Run, posted: Path) -> None:
    found = items(run("list", "changes", "--within", "10", "--format", "json"))
    assert found
    assert max(i["days"] for i in found) <= 10


def test_a_table_of_changes_has_no_column_for_units(run: Run, posted: Path) -> None:
    head = run("list", "changes").out.splitlines()[0].split()
    assert (head[0], "Unit" in head, head[-2:]) == ("Day", False, ["What", "changes"])

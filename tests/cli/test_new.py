import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from site_gen.cli.begin_entry import forms_to_begin

Run = Callable[..., Any]


def everything_below(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


# --- a whole site ---------------------------------------------------------------------------------


def test_a_new_site_has_everything_an_editor_needs(run: Run, tmp_path: Path) -> None:
    assert run("new", "site", "content").code == 0
    assert set(everything_below(tmp_path)) == {
        ".gitignore",
        "content/README.md",
        "content/_github-workflow.yml",
        "content/_gitlab-ci.yml",
        "content/files/.gitkeep",
        "content/pages/gioi-thieu.md",
        "content/people/chu-tich.yml",
        "content/people/cong-chuc-tiep-nhan-ho-so.yml",
        "content/plans/cchc-2026/plan.md",
        "content/plans/cchc-2026/progress/2026-q4.yml",
        "content/plans/cchc-2026/tasks.yml",
        "content/site.yml",
        "content/units/phong-van-hoa-xa-hoi.yml",
        "content/units/trung-tam-phuc-vu-hanh-chinh-cong.yml",
        "content/units/ubnd-xa-mau.yml",
        "content/units/van-phong-hdnd-ubnd.yml",
    }


def test_a_new_site_is_clean_and_builds(run: Run, tmp_path: Path) -> None:
    run("new", "site", "content")
    checked = run("check", "--strict", "--verbose", "--format", "concise")
    assert checked.code == 0
    assert re.findall(r"^content/(\S+?):.*\[(\w+)\]", checked.out, re.M) == [
        ("pages/gioi-thieu.md", "SAMPLE002"),
        ("site.yml", "SAMPLE002"),
    ]
    assert run("build", "--strict").code == 0
    home = (tmp_path / "output" / "index.html").read_text(encoding="utf-8")
    assert "UBND xã Mẫu" in home


def test_the_answer_lists_the_files_and_says_what_comes_next(run: Run) -> None:
    ran = run("new", "site", "content")
    assert "content/site.yml\n" in ran.out
    assert ran.out.endswith(
        "The site is laid out. Next:\n"
        "  read content/README.md, and put your own facts in content/site.yml\n"
        "  see the site while you write: sitegen serve\n"
    )


def test_another_folder_is_named_in_the_next_step(run: Run) -> None:
    assert run("new", "site", "xa/cam-giang").out.endswith("sitegen serve -s xa/cam-giang\n")


def test_every_command_of_the_readme_for_the_editor_works(run: Run, tmp_path: Path) -> None:
    run("new", "site", "content")
    readme = (tmp_path / "content" / "README.md").read_text(encoding="utf-8")
    typed = [hit for hit in re.findall(r"`sitegen ([^`]+)`", readme) if not hit.startswith("serve")]
    assert len(typed) >= 10
    assert [(words, ran.err) for words in typed if (ran := run(*words.split())).code] == []


def test_the_authority_is_named_throughout(run: Run, tmp_path: Path) -> None:
    run("new", "site", "content", "--name", "Ủy ban nhân dân phường Kim Long", "--place", "thành phố Huế")
    texts = {p: d.decode() for p, d in everything_below(tmp_path / "content").items()}
    assert "short_name: UBND phường Kim Long\n" in texts["site.yml"]
    assert "unit: ubnd-phuong-kim-long\n" in texts["site.yml"]
    assert "type: ward\n" in texts["units/ubnd-phuong-kim-long.yml"]
    assert not [path for path, text in texts.items() if "xã Mẫu" in text or "tỉnh Mẫu" in text]
    assert run("check", "--strict").code == 0


@pytest.mark.parametrize("name", ["", "  ", "xã: A", "#1", "a\nb", "<b>xã</b>", "x" * 200, "- xã"])
def test_a_name_that_cannot_stand_in_the_files_is_refused(run: Run, tmp_path: Path, name: str) -> None:
    ran = run("new", "site", "content", "--name", name)
    assert ran.code == 2
    assert "cannot be a name" in ran.err
    assert everything_below(tmp_path) == {}


def test_a_site_can_be_begun_for_another_year(run: Run, tmp_path: Path) -> None:
    assert run("new", "site", "content", "--year", "2028").code == 0
    assert "content/plans/cchc-2028/tasks.yml" in everything_below(tmp_path)
    assert run("check", "--strict").code == 0


def test_a_folder_that_holds_something_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "ke-hoach.docx").write_bytes(b"x")
    before = everything_below(tmp_path)
    ran = run("new", "site", "content")
    assert ran.code == 2
    assert "`content` is not empty, it holds `ke-hoach.docx`; nothing was written" in ran.err
    assert everything_below(tmp_path) == before


def test_a_file_in_the_place_of_the_folder_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "content").write_text("x")
    ran = run("new", "site", "content")
    assert ran.code == 2
    assert "`content` is a file" in ran.err


def test_a_folder_that_only_git_has_touched_counts_as_empty(run: Run, tmp_path: Path) -> None:
    (tmp_path / "content" / ".git").mkdir(parents=True)
    assert run("new", "site", "content").code == 0


def test_an_existing_gitignore_is_kept(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*.tmp\n")
    assert run("new", "site", "content").code == 0
    assert (tmp_path / ".gitignore").read_text() == "*.tmp\n"


def test_below_a_portal_the_next_step_is_to_list_the_site(run: Run, portal: Path) -> None:
    ran = run("new", "site", "content/xa-ba")
    assert ran.code == 0
    assert "add `xa-ba` under `sites` in content/fleet.yml" in ran.out
    assert not (portal / ".gitignore").exists()


def test_a_folder_that_may_not_be_written_is_told_without_a_traceback(run: Run, tmp_path: Path) -> None:
    (tmp_path / "noi").write_text("a file")
    ran = run("new", "site", "noi/content")
    assert ran.code == 2
    assert "cannot be written" in ran.err


# --- an entry -------------------------------------------------------------------------------------

ENTRIES = [
    (("unit", "phong-kinh-te"), ["units/phong-kinh-te.yml"]),
    (("person", "pho-chu-tich"), ["people/pho-chu-tich.yml"]),
    (("plan", "cchc-2027"), ["plans/cchc-2027/plan.md", "plans/cchc-2027/tasks.yml"]),
    (("progress", "cchc-2026", "2026-q1"), ["plans/cchc-2026/progress/2026-q1.yml"]),
    (("scorecard", "chi-so-2025"), ["scorecards/chi-so-2025.yml"]),
    (("page", "lich-tiep-dan"), ["pages/lich-tiep-dan.md"]),
]


@pytest.mark.parametrize(("words", "paths"), ENTRIES, ids=[words[0] for words, _ in ENTRIES])
def test_an_entry_is_written_where_it_belongs(
    run: Run, content: Path, words: tuple[str, ...], paths: list[str]
) -> None:
    before = everything_below(content)
    ran = run("new", *words)
    assert ran.code == 0
    assert sorted(set(everything_below(content)) - set(before)) == paths
    assert ran.out.splitlines()[: len(paths)] == [f"content/{path}" for path in paths]
    assert "sitegen check" in ran.out.splitlines()[-1]


@pytest.mark.parametrize(("words", "paths"), ENTRIES, ids=[words[0] for words, _ in ENTRIES])
def test_an_entry_is_a_draft_that_does_not_stop_the_site(
    run: Run, content: Path, words: tuple[str, ...], paths: list[str]
) -> None:
    run("new", *words)
    assert all("\ndraft: có\n" in "\n" + (content / path).read_text(encoding="utf-8") for path in paths)
    ran = run("check", "--strict", "--verbose", "--format", "concise")
    assert ran.code == 0
    assert re.findall(r"^content/(\S+?):.*\[VALUE004\]", ran.out, re.M) == paths


@pytest.mark.parametrize(("words", "paths"), ENTRIES, ids=[words[0] for words, _ in ENTRIES])
def test_without_its_draft_mark_an_entry_is_refused_until_it_is_filled_in(
    run: Run, content: Path, words: tuple[str, ...], paths: list[str]
) -> None:
    run("new", *words)
    for path in paths:
        text = (content / path).read_text(encoding="utf-8").replace("draft: có\n", "")
        (content / path).write_text(text, encoding="utf-8")
    ran = run("check", "--format", "concise")
    assert ran.code == 1
    assert set(re.findall(r"^content/(\S+?):.*\[(\w+)\]", ran.out, re.M)) == {(path, "VALUE003") for path in paths}


NAMED = [
    ("unit", "name"), ("person", "role"), ("procedure", "name"), ("procedure-lists", "title"), ("indicator", "title"),
    ("dialogue", "title"), ("consultation", "title"), ("document", "abstract"), ("document-lists", "title"),
    ("budget", "title"), ("report", "title"), ("news", "title"), ("plan", "title"), ("scorecard", "title"),
    ("page", "title"),
]  # fmt: skip  # pairs, read as a paragraph
NAMELESS = ("apology", "dossier_statistics", "survey", "feedback", "register")


@pytest.mark.parametrize(("thing", "key"), NAMED)
def test_what_has_a_name_bears_the_one_that_is_given(run: Run, content: Path, thing: str, key: str) -> None:
    ran = run("new", thing, "ma-moi", "--name", "Tên  do người dùng đặt")
    assert ran.code == 0
    assert f"\n{key}: Tên do người dùng đặt\n" in Path(ran.out.splitlines()[0]).read_text(encoding="utf-8")


@pytest.mark.parametrize("thing", NAMELESS)
def test_what_has_no_name_refuses_one_and_writes_nothing(run: Run, content: Path, thing: str) -> None:
    before = everything_below(content)
    assert run("new", thing, "2026-011", "--name", "X").code == 2
    assert everything_below(content) == before


@pytest.mark.parametrize("thing", sorted(set(forms_to_begin()) - {"progress"}))
def test_whatever_can_be_begun_bears_the_name_that_is_given_or_refuses_one(run: Run, content: Path, thing: str) -> None:
    before = everything_below(content)
    ran = run("new", thing, "ma-moi", "--name", "Tên  do người dùng đặt")
    if ran.code == 0:
        assert "Tên do người dùng đặt" in Path(ran.out.splitlines()[0]).read_text(encoding="utf-8")
    else:
        assert (ran.code, everything_below(content)) == (2, before)


def test_a_unit_of_the_site_is_put_in_its_place(run: Run, content: Path) -> None:
    assert run("new", "news", "tin", "--unit", "Phòng Văn hóa - Xã hội").code == 0
    assert "\nunit: Phòng Văn hóa - Xã hội\n" in (content / "news/tin.md").read_text(encoding="utf-8")


def test_a_unit_that_the_site_does_not_have_is_refused_with_the_one_meant(run: Run, content: Path) -> None:
    ran = run("new", "news", "tin", "--unit", "Phòng Văn hóa Xã")
    assert ran.code == 2
    assert "there is no unit `Phòng Văn hóa Xã`; did you mean `Phòng Văn hóa - Xã hội`?" in ran.err
    assert not (content / "news").exists()


@pytest.mark.parametrize(
    ("id", "words"), [("10-2026", ()), ("thang-10-2026", ()), ("so-lieu", ("--period", "tháng 10/2026"))]
)
def test_the_period_is_filled_in_from_the_id_or_the_option(
    run: Run, content: Path, id: str, words: tuple[str, ...]
) -> None:
    assert run("new", "dossier_statistics", id, *words).code == 0
    assert "\nperiod: tháng 10/2026\n" in (content / f"dossiers/{id}.yml").read_text(encoding="utf-8")


def test_an_id_that_looks_like_a_period_and_is_none_is_refused(run: Run, content: Path) -> None:
    ran = run("new", "dossier_statistics", "2026-13")
    assert ran.code == 2
    assert "`2026-13` names no month, quarter or year; write for example `2026-10`" in ran.err
    assert not (content / "dossiers").exists()


def test_words_that_name_no_period_are_refused(run: Run, content: Path) -> None:
    ran = run("new", "report", "bao-cao", "--period", "tháng mười")
    assert ran.code == 2
    assert "`tháng mười` is not a period; write `tháng 10/2026`" in ran.err


@pytest.mark.parametrize("words", [words for words, _ in ENTRIES], ids=[words[0] for words, _ in ENTRIES])
def test_what_exists_is_never_overwritten(run: Run, content: Path, words: tuple[str, ...]) -> None:
    run("new", *words)
    before = everything_below(content)
    ran = run("new", *words)
    assert ran.code == 2
    assert "exists already; nothing was written" in ran.err
    assert everything_below(content) == before


def test_a_plan_whose_tasks_exist_is_not_half_written(run: Run, content: Path) -> None:
    (content / "plans" / "cchc-2027").mkdir()
    (content / "plans" / "cchc-2027" / "tasks.yml").write_text("draft: có\n", encoding="utf-8")
    assert run("new", "plan", "cchc-2027").code == 2
    assert not (content / "plans" / "cchc-2027" / "plan.md").exists()


def test_a_report_begins_with_what_is_still_open(run: Run, content: Path) -> None:
    run("new", "progress", "cchc-2026", "2026-12")
    text = (content / "plans/cchc-2026/progress/2026-12.yml").read_text(encoding="utf-8")
    assert [line.strip() for line in text.splitlines() if "- item:" in line] == [
        '- item: "nv-1"',
        '- item: "nv-2/1"',
        '- item: "nv-2/2"',
        '- item: "nv-4"',
    ]
    assert "title: Tiến độ tháng 12/2026\n" in text
    assert "date: 21/11/2026\n" in text


REPORTED = """title: Tiến độ tháng 11/2026
period: Tháng 11/2026
date: 20/11/2026
updates:
  - item: nv-2/1
    status: đang thực hiện
    text: Đã phát hết phiếu.
    done_count: 120/200 phiếu
    reason: Dồn việc do sắp xếp đơn vị.
"""


def test_a_report_asks_for_each_state_and_keeps_what_was_last_said(run: Run, content: Path) -> None:
    (content / "plans/cchc-2026/progress/2026-q4.yml").unlink()
    (content / "plans/cchc-2026/progress/2026-11.yml").write_text(REPORTED, encoding="utf-8")
    run("new", "progress", "cchc-2026", "thang-12")
    text = (content / "plans/cchc-2026/progress/thang-12.yml").read_text(encoding="utf-8")
    assert text.count("status: (điền)") == text.count("- item:") == 5
    assert "  # Báo cáo ngày 20/11/2026 ghi: đang thực hiện. Đã phát hết phiếu.\n" in text
    assert '    done_count: "120/200 phiếu"\n' in text
    assert '    reason: "Dồn việc do sắp xếp đơn vị."\n' in text


@pytest.mark.parametrize(
    ("id", "hint"),
    [
        ("Phòng Kinh tế", "did you mean `phong-kinh-te`?"),
        ("../thoat", "did you mean `thoat`?"),
        ("a/b", "did you mean `a-b`?"),
        ("---", "use small letters"),
    ],
)
def test_an_id_that_cannot_be_a_file_name_is_refused(run: Run, content: Path, id: str, hint: str) -> None:
    before = everything_below(content.parent)
    ran = run("new", "unit", "--", id)
    assert ran.code == 2
    assert hint in ran.err
    assert everything_below(content.parent) == before


def test_a_report_of_a_plan_that_does_not_exist_is_answered_with_the_one_meant(run: Run, content: Path) -> None:
    assert "did you mean `cchc-2026`?" in run("new", "progress", "cchc-226", "2026-q1").err
    assert "begin it with `sitegen new plan sipas`" in run("new", "progress", "sipas", "2026-q1").err


@pytest.mark.parametrize(("thing", "meant"), [("unt", "unit"), ("sites", "site"), ("persons", "person")])
def test_a_mistyped_thing_is_answered_with_the_one_meant(run: Run, content: Path, thing: str, meant: str) -> None:
    ran = run("new", thing, "x")
    assert ran.code == 2
    assert f"did you mean `{meant}`?" in ran.err


def test_in_a_portal_the_site_has_to_be_named(run: Run, portal: Path) -> None:
    ran = run("new", "unit", "phong-kinh-te")
    assert ran.code == 2
    assert "content holds several sites: xa-hai, xa-mot" in ran.err
    assert "`-s content/xa-hai`" in ran.err
    assert run("new", "unit", "phong-kinh-te", "-s", "content/xa-mot").out.startswith(
        "content/xa-mot/units/phong-kinh-te.yml\n"
    )


def test_where_there_is_no_site_the_answer_is_how_to_begin(run: Run, tmp_path: Path) -> None:
    ran = run("new", "unit", "x")
    assert ran.code == 2
    assert "there is no site in `content`" in ran.err
    assert "sitegen new site content" in ran.err


def test_an_entry_can_be_begun_in_a_site_whose_settings_are_broken(run: Run, content: Path) -> None:
    (content / "site.yml").write_text("name: [", encoding="utf-8")
    assert run("new", "unit", "phong-kinh-te").code == 0


def test_a_site_that_was_built_can_be_added_to(run: Run, content: Path, tmp_path: Path) -> None:
    run("build")
    run("new", "page", "lich-tiep-dan", "--name", "Lịch tiếp dân")
    page = content / "pages" / "lich-tiep-dan.md"
    text = page.read_text(encoding="utf-8").replace("draft: có\n", "")
    text = "".join(line for line in text.splitlines(keepends=True) if not re.search(r": \(điền\)$", line))
    page.write_text(text.replace("(điền)", "Thứ Năm hằng tuần."), encoding="utf-8")
    assert run("build", "--strict").code == 0
    assert "Lịch tiếp dân" in (tmp_path / "output" / "lich-tiep-dan.html").read_text(encoding="utf-8")
    shutil.rmtree(tmp_path / "output")

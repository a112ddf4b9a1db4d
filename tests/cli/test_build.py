import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builds import SMALL, THEME, change, pages, tree

from site_gen.cli.progress import Progress

Run = Callable[..., Any]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small site in `content` of the working folder; it holds one warning."""
    return Path(shutil.copytree(SMALL, tmp_path / "content"))


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A theme of one's own in `theme` of the working folder."""
    return Path(shutil.copytree(THEME, tmp_path / "theme"))


def test_a_build_shows_what_it_found_and_tells_what_it_did(run: Run, small: Path, tmp_path: Path) -> None:
    ran = run("build")
    assert (ran.code, ran.out.splitlines()[0][:19]) == (0, "warning[PLAN022]: `")
    summary, where = ran.err.splitlines()
    files = len(tree(tmp_path / "output")) - 1  # the record counts itself not
    assert summary.startswith(
        f"{pages(tmp_path / 'output')} pages of 1 sites; {files} files written, 0 removed, 0 unchanged; "
        "0 errors, 1 warnings, 0 notes; "
    )
    assert where == f"Open {Path('output') / 'index.html'}"
    assert (tmp_path / "output" / "index.html").is_file()


def test_quietly_nothing_is_said_where_nothing_fails(run: Run, small: Path) -> None:
    ran = run("build", "-q")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_where_warnings_fail_nothing_is_written_and_the_old_site_stays(run: Run, small: Path, tmp_path: Path) -> None:
    ran = run("build", "--strict")
    assert (ran.code, (tmp_path / "output").exists()) == (1, False)
    assert run("build").code == 0
    before = tree(tmp_path / "output")
    change(small / "site.yml", "short_name: UBND xã Bình An", "short_name: Xã Bình An")
    ran = run("build", "--strict")
    assert ran.code == 1
    assert ran.err == "Nothing was written: 0 errors, 1 warnings, 0 notes. The old site is untouched.\n"
    assert tree(tmp_path / "output") == before


def test_a_site_that_was_built_with_warnings_still_fails_where_they_fail(run: Run, small: Path) -> None:
    assert run("build").code == 0
    assert run("build", "--strict").code == 1
    assert run("build", "--strict").code == 1


def test_an_error_is_shown_and_the_old_site_stays(run: Run, small: Path, tmp_path: Path) -> None:
    assert run("build").code == 0
    before = tree(tmp_path / "output")
    change(small / "units" / "van-phong.yml", "type: department", "tipe: department")
    ran = run("build", "-q")
    assert (ran.code, "error[KEY001]" in ran.out, "warning" in ran.out) == (1, True, False)
    assert tree(tmp_path / "output") == before


def test_a_broken_template_is_told_at_its_line_and_the_old_site_stays(
    run: Run, small: Path, theme: Path, tmp_path: Path
) -> None:
    assert run("build", "--theme", "theme").code == 0
    before = tree(tmp_path / "output")
    change(theme / "home.html", "{% block main %}\n", "{% block main %}\n{{ page.tittle }}\n")
    ran = run("build", "--theme", "theme", "-q")
    assert ran.code == 1
    assert ran.out == (
        "error[THEME001]: the template failed on index.html: 'dict object' has no attribute 'tittle'\n"
        " --> theme/home.html:4\n"
        "   |\n"
        " 4 | {{ page.tittle }}\n"
        "   | ^\n"
        "  = how to fix it: correct the template; it may use only what its page gives it\n"
    )
    assert tree(tmp_path / "output") == before


def test_a_mistake_in_the_frame_of_every_page_is_told_once(run: Run, small: Path, theme: Path) -> None:
    change(theme / "layout.html", "</footer>", "{{ nix }}</footer>")
    ran = run("build", "--theme", "theme")
    assert ran.code == 1
    assert ran.out.count("THEME001") == 1


def test_what_a_theme_lacks_is_the_shipped_one(run: Run, small: Path, tmp_path: Path) -> None:
    assert run("build").code == 0
    shipped = tree(tmp_path / "output")
    (tmp_path / "empty").mkdir()
    assert run("build", "--theme", "empty").code == 0
    assert tree(tmp_path / "output") == shipped


def test_why_tells_of_each_page_why_it_was_rendered(run: Run, small: Path, theme: Path, tmp_path: Path) -> None:
    told = run("build", "-q", "--why", "--theme", "theme").out.splitlines()
    assert len(told) == pages(tmp_path / "output")
    assert told[0] == "404.html: new"
    change(small / "pages" / "gioi-thieu.md", "chín thôn", "mười thôn")
    assert (
        run("build", "-q", "--why", "--theme", "theme").out
        == "gioi-thieu.html: content changed\ntim-kiem.html: content changed\n"
    )
    change(theme / "home.html", "{% block main %}", "{% block main %}<p>Chào</p>")
    change(small / "site.yml", "Thôn Trung Tâm", "Thôn Giữa")
    told = run("build", "-q", "--why", "--theme", "theme").out.splitlines()
    assert "index.html: template changed, site settings or assets changed" in told


def test_why_speaks_the_language_asked_for(run: Run, small: Path) -> None:
    assert run("build", "-q", "--why", "--lang", "vi").out.splitlines()[0] == "404.html: mới"


def test_a_report_for_programs_stays_one_beside_why(run: Run, small: Path) -> None:
    ran = run("build", "-q", "--why", "--format", "json")
    assert json.loads(ran.out)["counts"] == {"error": 0, "warning": 1, "info": 0}
    assert "404.html: new" in ran.err


def test_a_profile_says_of_each_step_what_it_took(run: Run, small: Path) -> None:
    head, *rows, whole = run("build", "-q", "--profile").out.splitlines()
    assert head.split() == ["Step", "passed", "processors", "share"]
    assert [row.partition("  ")[0] for row in rows] == [
        "start, and between the steps",
        "read the files",
        "apply the rules",
        "remember for the next build",
        "decide pages, tables and search",
        "follow links, look into attachments",
        "compare with the last build",
        "render, look for personal data, write",
    ]
    seconds = [float(row.split(" s ")[0].split()[-1]) for row in rows]
    assert sum(seconds) == pytest.approx(float(whole.split(" s ")[0].split()[-1]), abs=0.05)
    assert "0,0" in run("build", "-q", "--profile", "--lang", "vi", "--as-of", "2026-11-22").out


def test_a_profile_of_a_build_that_fails_is_told_too(run: Run, small: Path) -> None:
    ran = run("build", "--strict", "--profile", "--format", "json")
    assert (ran.code, json.loads(ran.out)["counts"]["warning"]) == (1, 1)
    assert "read the files" in ran.err


def test_progress_is_shown_to_a_person_who_waits_and_goes_away(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = iter([0.0, 0.5, 1.5, 1.5, 1.6, 1.8, 1.8])
    monkeypatch.setattr("site_gen.cli.verb_build.time.perf_counter", lambda: next(now))
    monkeypatch.setattr("site_gen.cli.verb_build.tr", str)
    progress = Progress("{made} of {count} pages")
    for made in (1, 2, 3, 4):
        progress(made, 1000)
    progress.clear()
    assert capsys.readouterr().err == "2 of 1000 pages\r               \r4 of 1000 pages\r               \r"


def test_the_report_can_be_written_to_a_file(run: Run, small: Path, tmp_path: Path) -> None:
    ran = run("build", "-q", "--format", "json", "-o", "report.json")
    assert (ran.code, ran.out) == (0, "")
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["items"][0]["code"] == "PLAN022"


def test_a_folder_of_somebody_else_is_refused_with_what_to_do(run: Run, small: Path, tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "mine.txt").write_bytes(b"mine")
    ran = run("build", "-q")
    assert ran.code == 2
    assert ran.err.splitlines()[0].endswith("holds files that this program did not make: mine.txt")
    assert ran.err.splitlines()[1] == "  = how to fix it: Choose a folder that is empty or does not exist yet."


@pytest.mark.parametrize(
    "words", [("--jobs", "0"), ("--jobs", "many"), ("--theme", "nowhere"), ("--as-of", "31/2/2026")]
)
def test_wrong_usage_is_exit_code_2_and_writes_nothing(
    words: tuple[str, ...], run: Run, small: Path, tmp_path: Path
) -> None:
    assert run("build", *words).code == 2
    assert {path.name for path in tmp_path.iterdir()} == {"content"}


def test_the_destination_may_be_anywhere_and_its_memory_lies_beside_it(run: Run, small: Path, tmp_path: Path) -> None:
    assert run("build", "-d", "www/public/site").code == 0
    assert (tmp_path / "www" / "public" / "site" / "index.html").is_file()
    assert {path.name for path in (tmp_path / "www" / "public").iterdir()} == {".sitegen", "site"}
    assert not (tmp_path / ".sitegen").exists()


def test_our_own_failure_is_one_sentence_and_leaves_the_old_site(
    run: Run, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("build").code == 0
    before = tree(tmp_path / "output")
    change(small / "pages" / "gioi-thieu.md", "chín thôn", "mười thôn")

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("site_gen.pipeline.build.stale", fail)
    ran = run("build")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.splitlines()[0].startswith("sitegen itself has failed; your content is untouched")
    (details,) = tmp_path.glob("sitegen-*.txt")
    assert str(details) in ran.err
    assert "ZeroDivisionError" in details.read_text(encoding="utf-8")
    assert tree(tmp_path / "output") == before


@pytest.mark.parametrize(("ci", "words", "code"), [("", [], 0), ("true", [], 1), ("true", ["--allow-removals"], 0)])
def test_what_disappears_is_listed_and_a_machine_needs_leave_for_much_of_it(
    ci: str, words: list[str], code: int, run: Run, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", ci)
    made = [content / "pages" / f"trang-{'abcdefghijklmnop'[n]}.md" for n in range(16)]
    made[0].parent.mkdir(exist_ok=True)
    for number, file in enumerate(made):
        file.write_text(f"---\ntitle: Trang thứ {number}\n---\nNội dung.\n", encoding="utf-8")
    assert run("build", "--as-of", "2026-11-21").code == 0
    for file in made:
        file.unlink()
    ran = run("build", "--as-of", "2026-11-21", *words)
    assert ran.code == code
    assert "Published addresses that this build removes: 16" in ran.err
    assert "trang-a.html (Trang thứ 0)" in ran.err
    assert (Path("output") / "trang-a.html").exists() == bool(code)
    assert ("URL006" in ran.out) == bool(code)

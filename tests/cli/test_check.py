import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from site_gen import __version__

HERE = Path(__file__).parent
Run = Callable[..., Any]
FORMATS = {"full": "txt", "concise": "txt", "json": "json", "github": "txt", "sarif": "json"}


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A small site with faults of every weight."""
    return Path(shutil.copytree(HERE / "broken_site", tmp_path / "content"))


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_is_the_kept_one(run: Run, broken: Path, golden: Callable[[Path, str], None], form: str) -> None:
    ran = run("check", "-v", "--format", form)
    assert ran.code == 1
    lasting = ran.out.replace(f'"version": "{__version__}"', '"version": "…"')
    golden(HERE / "kept_reports" / f"{form}.{FORMATS[form]}", lasting)


def test_every_form_tells_of_the_same_findings(run: Run, broken: Path) -> None:
    told = json.loads(run("check", "--format", "json").out)["items"]
    expected = [(one["code"], one["path"], max(one["line"], 1)) for one in told]
    github = re.findall(
        r"^::\w+ file=(\S+?),line=(\d+),col=\d+,title=(\w+)::", run("check", "--format", "github").out, re.M
    )
    assert [(code, path, int(line)) for path, line, code in github] == expected
    sarif = json.loads(run("check", "--format", "sarif").out)["runs"][0]["results"]
    places = [one["locations"][0]["physicalLocation"] for one in sarif]
    assert [
        (one["ruleId"], at["artifactLocation"]["uri"], at["region"]["startLine"])
        for one, at in zip(sarif, places, strict=True)
    ] == expected
    concise = re.findall(r"^(\S+?)(?::\d+:\d+)?: \w+\[(\w+)\]", run("check", "-v", "--format", "concise").out, re.M)
    assert [(code, path) for path, code in concise] == [(code, path) for code, path, _ in expected]


def test_the_json_report_counts_what_it_holds(run: Run, broken: Path) -> None:
    told = json.loads(run("check", "--format", "json").out)
    severities = [one["severity"] for one in told["items"]]
    assert told["valid"] is False
    assert told["counts"] == {word: severities.count(word) for word in ("error", "warning", "info")}
    assert set(told["items"][0]) == {
        "code", "severity", "message", "hint", "path", "line", "column", "entry", "law",
    }  # fmt: skip  # keys of a list, read as a paragraph


def sarif_faults(text: str) -> list[str]:
    schema = json.loads((HERE / "sarif-excerpt.schema.json").read_text(encoding="utf-8"))
    return [error.message for error in Draft7Validator(schema).iter_errors(json.loads(text))]


def test_the_sarif_report_is_sarif(run: Run, broken: Path) -> None:
    assert sarif_faults(run("check", "--format", "sarif").out) == []


def test_every_sarif_result_names_a_rule_of_its_list(run: Run, broken: Path) -> None:
    (report,) = json.loads(run("check", "--format", "sarif").out)["runs"]
    rules = {rule["id"] for rule in report["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in report["results"]} == rules


def test_a_path_with_vietnamese_letters_is_an_address_in_sarif(run: Run, broken: Path) -> None:
    (broken / "units" / "Bộ phận một cửa.yml").write_text("nam: A\n", encoding="utf-8")
    assert sarif_faults(run("check", "--format", "sarif").out) == []


def test_a_clean_site_says_nothing_and_passes(run: Run, content: Path) -> None:
    ran = run("check")
    assert (ran.code, ran.out, ran.err) == (0, "", "0 errors, 0 warnings, 0 notes\n")


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_a_clean_site_is_a_whole_report_for_programs(run: Run, content: Path, form: str) -> None:
    ran = run("check", "--format", form)
    assert ran.code == 0
    told = json.loads(ran.out)
    assert (told["items"] if form == "json" else told["runs"][0]["results"]) == []


@pytest.fixture
def doubtful(content: Path) -> Path:
    """A site whose worst finding is a warning."""
    page = content / "pages" / "gioi-thieu.md"
    head = page.read_text(encoding="utf-8").rpartition("---\n")[0]
    page.write_text(head + "---\n", encoding="utf-8")
    return content


@pytest.fixture
def noted(content: Path) -> Path:
    """A site whose worst finding is a note."""
    plan = content / "plans" / "cchc-2026" / "plan.md"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("number: 01/KH-UBND\n", ""), encoding="utf-8")
    return content


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 0),
        (("--strict",), 1),
        (("--fail-level", "error"), 0),
        (("--fail-level", "warning"), 1),
        (("--fail-level", "info"), 1),
        (("--format", "json"), 0),
        (("--strict", "--format", "json"), 1),
    ],
)
def test_a_warning_fails_only_where_it_is_asked_to(run: Run, doubtful: Path, words: tuple[str, ...], code: int) -> None:
    assert run("check", *words).code == code


@pytest.mark.parametrize(("words", "code"), [((), 0), (("--strict",), 0), (("--fail-level", "info"), 1)])
def test_a_note_fails_only_where_it_is_asked_to(run: Run, noted: Path, words: tuple[str, ...], code: int) -> None:
    assert run("check", *words).code == code


def test_an_error_always_fails(run: Run, broken: Path) -> None:
    assert run("check").code == 1
    assert run("check", "--fail-level", "error").code == 1


def test_notes_are_shown_when_asked_for(run: Run, noted: Path) -> None:
    assert run("check").out == ""
    assert "note[PLAN021]" in run("check", "-v").out


def test_quiet_shows_only_what_fails(run: Run, doubtful: Path) -> None:
    ran = run("check", "-q")
    assert (ran.out, ran.err) == ("", "")
    assert "PAGE001" in run("check", "-q", "--strict").out


def test_the_report_can_be_written_to_a_file(run: Run, broken: Path, tmp_path: Path) -> None:
    ran = run("check", "--format", "json", "-o", "report.json")
    assert ran.code == 1
    assert ran.out == ""
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["counts"]["error"] > 0


def test_checking_writes_nothing_but_what_may_be_thrown_away(run: Run, broken: Path, tmp_path: Path) -> None:
    before = {p: p.read_bytes() for p in broken.rglob("*") if p.is_file()}
    run("check")
    assert {p: p.read_bytes() for p in broken.rglob("*") if p.is_file()} == before
    assert sorted(p.name for p in tmp_path.iterdir() if p.name != ".sitegen") == ["content"]


def test_two_checks_say_the_same(run: Run, broken: Path) -> None:
    assert run("check", "-v") == run("check", "-v")


@pytest.mark.parametrize("way", ["acknowledged", "silenced"])
def test_no_reason_lets_a_secret_through(run: Run, content: Path, way: str) -> None:
    person = content / "people" / "chu-tich.yml"
    secret = "secrecy: mật\n"
    if way == "acknowledged":
        secret += "anomalies:\n  - code: SECRET001\n    reason: Đã hỏi.\n"
    else:
        with (content / "site.yml").open("a", encoding="utf-8") as settings:
            settings.write("silence:\n  - code: SECRET001\n    reason: Đã hỏi.\n")
    person.write_text(person.read_text(encoding="utf-8") + secret, encoding="utf-8")
    ran = run("check")
    assert ran.code == 1
    assert "error[SECRET001]" in ran.out


def broken_site(folder: Path) -> Path:
    """A built site with a link that leads nowhere and a page that nothing links to."""
    folder.mkdir()
    (folder / "index.html").write_text('<!doctype html>\n<a href="mat.html">Mất</a>\n', encoding="utf-8")
    (folder / "le.html").write_text("<!doctype html>\n", encoding="utf-8")
    return folder


def test_a_built_site_is_walked_without_its_content(run: Run, tmp_path: Path) -> None:
    broken_site(tmp_path / "output")
    ran = run("check", "--site", "output", "--format", "concise")

    assert (ran.code, ran.err) == (1, "1 errors, 1 warnings, 0 notes\n")
    assert ran.out.splitlines() == [
        "output/index.html:2:1: error[LINK001] the link “Mất” to `mat.html` leads nowhere",
        "output/le.html: warning[LINK005] nothing links to this page",
    ]


@pytest.mark.parametrize("form", ["full", "json", "github", "sarif"])
def test_findings_of_a_built_site_come_in_every_form(run: Run, tmp_path: Path, form: str) -> None:
    broken_site(tmp_path / "output")
    ran = run("check", "--site", "output", "--format", form)

    assert ran.code == 1
    assert "LINK001" in ran.out
    assert "mat.html" in ran.out
    if form == "sarif":
        assert sarif_faults(ran.out) == []


def test_strictly_a_page_that_cannot_be_found_fails_too(run: Run, tmp_path: Path) -> None:
    site = broken_site(tmp_path / "output")
    (site / "index.html").write_text("<!doctype html>\n", encoding="utf-8")

    assert run("check", "--site", "output").code == 0
    assert run("check", "--site", "output", "--strict").code == 1


def test_content_that_is_named_is_judged_with_the_built_site(run: Run, broken: Path, tmp_path: Path) -> None:
    broken_site(tmp_path / "output")
    told = json.loads(run("check", "-s", "content", "--site", "output", "--format", "json").out)

    assert {one["path"].partition("/")[0] for one in told["items"]} == {"content", "output"}


def test_a_folder_that_is_not_there_is_wrong_usage(run: Run, content: Path) -> None:
    assert run("check", "--site", "nirgends").code == 2


@pytest.mark.parametrize("words", [("check",), ("list", "late"), ("list", "changes")])
@pytest.mark.parametrize("state", ["a file", "damaged", "half done", "missing"])
def test_who_only_reads_the_content_never_depends_on_the_output_folder(
    words: tuple[str, ...], state: str, run: Run, content: Path, tmp_path: Path
) -> None:
    out = tmp_path / "output"
    if state == "a file":
        out.write_text("x", encoding="utf-8")
        (tmp_path / ".sitegen").write_text("x", encoding="utf-8")
    elif state != "missing":
        out.mkdir()
        (out / (".sitegen.json" if state == "damaged" else ".sitegen.journal")).write_text("{", encoding="utf-8")
        before = sorted(out.rglob("*"))
    assert run(*words).code == 0
    if state in ("damaged", "half done"):
        assert sorted(out.rglob("*")) == before

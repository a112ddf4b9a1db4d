"""Every promise of README.md."""

from __future__ import annotations

import re
import struct
from datetime import timedelta
from pathlib import Path

import pytest
import yaml
from builds import clean
from handbook import ROOT, Reader
from posted_notice import CODE, LAST, PAGE, written

from site_gen import __version__
from site_gen.cli.group import SHORT
from site_gen.kinds import FORMS

README = (ROOT / "README.md").read_text(encoding="utf-8")
IMAGES = ("docs/images/plan-360.png", "docs/images/plan-1280.png")
NEW_SITE = 'sitegen new site content --name "UBND xã Mẫu"'


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """Somebody with a new site, built into `output`."""
    reader = Reader(tmp_path_factory.mktemp("site"))
    reader.run(f"{NEW_SITE}\nsitegen build --strict", 0, "README")
    return reader


def test_it_opens_with_the_two_commands_and_what_they_give() -> None:
    head = README.partition("**Tiếng Việt.**")[0]
    assert re.findall(r"^make (\w+)", head, re.M) == ["run", "test"]
    assert tuple(re.findall(r'src="([^"]+)"', head)) == IMAGES


def first_screen() -> str:
    return "\n".join(README.split("\n")[:40])


def test_its_first_screen_says_how_it_is_installed_and_not_by_a_name_that_is_anothers() -> None:
    installs = re.findall(r"pip install (\S+)", first_screen())
    assert installs == [".", f"sitegen-{__version__}-py3-none-any.whl"]
    assert re.findall(r"pip install sitegen(?![-\w.])", README) == []


def test_its_first_screen_draws_the_folder_of_a_new_site(site: Reader) -> None:
    drawing = re.search(r"^```text\n(content/\n.*?)^```", first_screen(), re.M | re.S)
    assert drawing
    paths, above = [], ""
    for line in drawing[1].split("\n")[1:]:
        if row := re.match(r"(│?)\s*[├└]── (\S+)", line):
            above = above if row[1] else row[2] if row[2].endswith("/") else ""
            paths.append(above + row[2] if row[1] else row[2])
    assert paths.pop() == "…"
    assert "plans/cchc-2026/tasks.yml" in paths
    assert [path for path in paths if not (site.folder / "content" / path).exists()] == []


def test_the_folders_it_says_hold_content_types_do() -> None:
    named = re.search(r"content type: ([\w, ]+), …$", README, re.M)
    assert named
    folders = {form.pattern.partition("/")[0] for form in FORMS}
    assert [name for name in named[1].split(", ") if name not in folders] == []


def test_the_two_commands_are_targets_of_the_makefile() -> None:
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert {"run", "test"} <= set(targets)


@pytest.mark.parametrize(("image", "width"), [(IMAGES[0], 540), (IMAGES[1], 1280)])
def test_the_pictures_are_small_enough_for_a_slow_network(image: str, width: int) -> None:
    data = (ROOT / image).read_bytes()
    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">I", data[16:20]) == (width,)
    assert len(data) <= 150_000


def test_the_verbs_are_those_there_are() -> None:
    assert re.findall(r"^\| `sitegen (\w+)` \|", README, re.M) == list(SHORT)


def test_the_folders_are_those_there_are() -> None:
    section = README.partition("## The repository")[2].partition("## ")[0]
    folders = re.findall(r"^\| `([\w/]+)/` \|", section, re.M)
    assert folders
    assert [folder for folder in folders if not (ROOT / folder).is_dir()] == []


def test_five_plans_are_examples_and_say_that_they_are_illustrations() -> None:
    sites = sorted((ROOT / "content").glob("*/site.yml"))
    assert len(sites) == 5
    assert [p for p in sites if "\nillustration:" not in p.read_text(encoding="utf-8")] == []


def test_the_licence_is_the_one_it_names() -> None:
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert 'license = "Apache-2.0"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_while_an_error_stands_the_published_site_stays_as_it_was(site: Reader) -> None:
    before = tree(site.folder / "output")
    broken = site.folder / "content" / "units" / "sai.yml"
    broken.write_text("ten: Đơn vị sai\n", encoding="utf-8")
    site.run("sitegen build", 1, "README")
    broken.unlink()
    assert tree(site.folder / "output") == before


def test_the_same_input_on_the_same_day_gives_the_same_bytes(site: Reader) -> None:
    site.run("sitegen build -d again", 0, "README")
    assert tree(site.folder / "again") == tree(site.folder / "output")


def test_pages_but_that_of_search_need_no_script_and_none_asks_anything_of_other_hosts(site: Reader) -> None:
    for path, data in tree(site.folder / "output").items():
        if path.endswith(".html"):
            text = data.decode()
            found = re.findall(r"<script(?! type=\"application/ld\+json\")[^>]*|\son\w+=", text)
            own = r'<script src="(?:assets/search|tim-kiem/muc-luc)\.\w+\.js"(?: defer)?'
            assert [f for f in found if path != "tim-kiem.html" or not re.fullmatch(own, f)] == [], path
            assert re.findall(r'<(?:link|img|iframe|source)[^>]+(?:href|src)="(?:https?:)?//[^"]*"', text) == [], path
        elif path.endswith(".css"):
            assert re.findall(rb"@import|url\((?!['\"]?data:)", data) == [], path


def test_only_search_and_a_notice_that_ends_carry_a_script_and_then_it_is_gone(tmp_path: Path) -> None:
    shown = clean(written(tmp_path / "content"), tmp_path / "out", as_of=LAST)
    carry = {path for path, data in shown.items() if path.endswith(".html") and b"<script src" in data} - {
        "tim-kiem.html"
    }
    assert {PAGE, "thu-xin-loi/index.html"} <= carry
    assert {
        re.sub(rb"<script src=\"[./]*assets/expire\.\w+\.js\" defer></script>", b"", shown[p]).count(b"<script src")
        for p in carry
    } == {0}
    assert len((ROOT / "themes" / "default" / "assets" / "expire.js").read_text("utf-8").splitlines()) <= 16
    after = clean(tmp_path / "content", tmp_path / "later", as_of=LAST + timedelta(1))
    assert [path for path, data in after.items() if CODE.encode() in data] == []


def test_while_personal_data_stands_in_what_would_be_written_nothing_is_written(site: Reader) -> None:
    before = tree(site.folder / "output")
    page = site.folder / "content" / "pages" / "them.md"
    page.write_text("---\ntitle: Thêm\n---\nGọi anh An, 0912 345 678.\n", encoding="utf-8")
    told = site.run("sitegen build", 1, "README")
    page.unlink()
    assert "PRIVACY002" in told
    assert "345 678" not in told
    assert tree(site.folder / "output") == before


def test_links_are_relative(site: Reader) -> None:
    for path, data in tree(site.folder / "output").items():
        if path.endswith(".html"):
            assert re.findall(r'(?:href|src)="/[^"]*"', data.decode()) == [], path


def test_findings_are_told_in_vietnamese_with_their_place(site: Reader) -> None:
    broken = site.folder / "content" / "units" / "sai.yml"
    broken.write_text("ten: Đơn vị sai\n", encoding="utf-8")
    told = site.run("sitegen check --format concise", 1, "README")
    broken.unlink()
    assert "content/units/sai.yml:1:1: lỗi[KEY001]" in told


def test_the_preview_listens_on_this_computer_only(site: Reader) -> None:
    told = site.run("sitegen serve --host 0.0.0.0 --port 0", 2, "README")
    assert "0.0.0.0" in told


def test_as_many_questions_are_kept_for_search_as_it_says() -> None:
    kept = yaml.safe_load((ROOT / "tests" / "browser" / "search_queries.yml").read_text("utf-8"))
    assert f"{len(kept)} kept questions" in README


def test_every_table_of_content_is_offered_as_csv_and_json(site: Reader) -> None:
    shown = tree(site.folder / "output")
    tables = {path for path, data in shown.items() if path.endswith(".html") and re.search(rb"<table[ >]", data)}
    assert "don-vi/index.html" in {p for p, data in shown.items() if b".csv" in data and p.endswith(".html")}
    assert len(tables) > 3
    for path in tables:
        assert {ending for ending in (".csv", ".json") if ending.encode() + b'"' not in shown[path]} == set(), path

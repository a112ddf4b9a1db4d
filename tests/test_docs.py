"""The documentation says what is so: its commands run, its samples bind, its names and links exist."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from handbook import EPOCH, ROOT, Block, Reader, blocks, like, pages

from site_gen import __version__
from site_gen.authoring.explanations import explanations
from site_gen.authoring.forms import forms
from site_gen.base.messages import say
from site_gen.base.plain_text import SourceFile
from site_gen.base.vietnamese import show_date
from site_gen.model import deadline
from site_gen.model.settings import Fleet, Site
from site_gen.reading.bind import bind
from site_gen.reading.yaml_reader import parse

DOCS = ROOT / "docs"
CHAPTERS = [path for path in pages(DOCS / "so-tay") if path.name[0].isdigit()]
WRITTEN = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *pages(DOCS)]
MODELS = {**{name: form.model for name, (_, form) in forms().items()}, "site": Site, "fleet": Fleet}
SOURCE = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "site_gen").rglob("*.py"))}


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def samples() -> Iterator[tuple[Path, Block]]:
    for page in CHAPTERS:
        yield from ((page, block) for block in blocks(page.read_text(encoding="utf-8")) if block.language == "yaml")


# --- the handbook -------------------------------------------------------------------------------------
@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda path: path.stem)
def test_whoever_follows_a_chapter_sees_what_it_shows(chapter: Path, tmp_path: Path, renew: bool) -> None:
    Reader(tmp_path).follow(chapter, renew)


@pytest.mark.parametrize(
    ("printed", "shown", "same"),
    [
        (
            "97 trang của 1 trang web; ghi 182 tệp, bỏ 0; 0,61 giây",
            "96 trang của 1 trang web; ghi 181 tệp, bỏ 0; 0,55 giây",
            True,
        ),
        ("Không có gì thay đổi: 97 trang, 0 cảnh báo", "Không có gì thay đổi: 96 trang, 0 cảnh báo", True),
        ("0 trang của 1 trang web; ghi 182 tệp", "96 trang của 1 trang web; ghi 181 tệp", False),
        ("97 trang của 2 trang web; ghi 182 tệp", "96 trang của 1 trang web; ghi 181 tệp", False),
        ("97 trang của 1 trang web; ghi 0 tệp", "96 trang của 1 trang web; ghi 181 tệp", False),
        ("96 trang của 1 trang web; ghi 181 tệp, bỏ 3", "96 trang của 1 trang web; ghi 181 tệp, bỏ 0", False),
        ("Không có gì thay đổi: 96 trang, 1 cảnh báo", "Không có gì thay đổi: 96 trang, 0 cảnh báo", False),
    ],
)
def test_how_many_pages_and_files_a_site_has_is_no_matter_of_the_handbook(printed: str, shown: str, same: bool) -> None:
    assert like(printed, shown) is same


def test_the_first_chapter_leads_to_a_published_site(tmp_path: Path) -> None:
    Reader(tmp_path).follow(DOCS / "so-tay" / "1-bat-dau.md")
    published = {path.relative_to(tmp_path / "public").as_posix() for path in (tmp_path / "public").rglob("*.html")}
    assert {"index.html", "ke-hoach/cchc-2026.html", "don-vi/ubnd-xa-mau.html", "lien-he.html"} <= published


def test_every_sample_says_what_is_to_be_done_with_it() -> None:
    assert [f"{p.name}:{b.line}" for p, b in samples() if not any("=" in word for word in b.words)] == []


def test_shown_fragments_fit_their_form() -> None:
    faults = []
    for page, block in samples():
        if form := block.value("like"):
            document, found = parse(SourceFile(page.name, block.body), block.line + 1)
            assert document is not None, found
            _, more = bind(document, MODELS[form])
            faults += [(d.at, say(d.message)) for d in (*found, *more) if d.code != "KEY002"]
    assert faults == []


def test_whole_files_that_are_not_content_can_be_read_too() -> None:
    whole = [block for _, block in samples() if block.value("file").startswith(".github/")]
    assert [set(yaml.safe_load(block.body)) for block in whole] == [{"name", True, "permissions", "jobs"}]


def rows_of(page: Path, heading: str) -> list[list[str]]:
    section = page.read_text(encoding="utf-8").partition(heading)[2].partition("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in section.split("\n") if line[:1] == "|"]
    return rows[2:]


@pytest.mark.parametrize("row", rows_of(DOCS / "so-tay" / "3-ke-hoach.md", "## Thời hạn"), ids=lambda row: row[0])
def test_deadlines_are_read_as_the_handbook_says(row: list[str]) -> None:
    words, day, _ = row
    read = deadline.parse(words, 2027)
    assert deadline.Kind.invalid not in {part.kind for part in read.parts}
    assert (show_date(read.latest) if read.latest else "–") == day


# --- reference, glossary, architecture, decisions -----------------------------------------------------
def test_the_reference_is_the_present_one(renew: bool) -> None:
    tool = [sys.executable, str(ROOT / "tools" / "reference.py")]
    if renew:
        subprocess.run(tool, check=True, capture_output=True)
    ran = subprocess.run([*tool, "--check"], capture_output=True, text=True, encoding="utf-8", check=False)
    assert (ran.stdout, ran.stderr, ran.returncode) == ("", "", 0)


def defined(ways: str) -> set[str]:
    """The names that the package defines in one of the ways, each of which is a group of the pattern."""
    found = (name for text in SOURCE.values() for hit in re.finditer(ways, text, re.M) for name in hit.groups())
    return {name for name in found if name}


def test_every_name_in_the_glossary_exists() -> None:
    cells = re.findall(r"^\|[^|\n]+\|[^|\n]+\|([^|\n]+)\|", (DOCS / "glossary.md").read_text(encoding="utf-8"), re.M)
    names = [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]
    there = defined(r'class (\w+)|^ +(\w+)(?:: .+)? = field\(|= "(\w+)"(?:,|$)')
    assert names
    assert [name for name in names if name not in there] == []


def test_the_rules_of_disclosure_are_those_there_are() -> None:
    rows = (DOCS / "disclosure-rules.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([A-Z]+\d{3})`", rows))
    assert len(named) > 40
    assert sorted(named - set(explanations())) == []


def package_folders() -> set[str]:
    return {path.parent.relative_to(ROOT).as_posix() for path in SOURCE} - {"site_gen"}


def test_the_architecture_page_names_every_folder_of_the_package_but_those_of_kinds() -> None:
    page = (DOCS / "architecture.md").read_text(encoding="utf-8")
    said = page.replace("`cli/", "`site_gen/cli/").replace("`model/", "`site_gen/model/")
    folders = {folder for folder in package_folders() if not folder.startswith("site_gen/kinds/")}
    assert [folder for folder in sorted(folders) if folder not in said] == []


def test_the_architecture_page_opens_with_ten_to_fifteen_words_of_the_machinery() -> None:
    page = (DOCS / "architecture.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)", page, re.M)[0] == "The words of the machinery"
    assert 10 <= len(rows_of(DOCS / "architecture.md", "## The words of the machinery")) <= 15


NAMED = re.compile(r"`([\w<>*./-]+\.(?:py|yml|html|typ|po|css|js))`")
HOMES = (ROOT, ROOT / "site_gen", ROOT / "themes" / "default")


def files_named(page: Path) -> list[str]:
    """The files that a page names, but for those that a site has or a build makes."""
    made = {"site.yml", "fleet.yml"}
    return [name for name in dict.fromkeys(NAMED.findall(page.read_text(encoding="utf-8"))) if name not in made]


@pytest.mark.parametrize("page", [DOCS / "architecture.md", *pages(DOCS / "decisions")], ids=named)
def test_every_file_that_is_named_there_exists(page: Path) -> None:
    def exists(name: str) -> bool:
        pattern = re.sub(r"<\w+>", "*", name)
        wanted = pattern if "/" in pattern else f"**/{pattern}"
        return any(next(home.glob(wanted), None) for home in HOMES[(0 if "/" in pattern else 1) :])

    assert [name for name in files_named(page) if not exists(name)] == []


def test_the_walks_through_the_house_go_by_functions_and_fields_that_exist() -> None:
    walks = "".join((DOCS / "architecture.md").read_text(encoding="utf-8").partition("## The walk of a deadline")[1:])
    names = set(re.findall(r"`([A-Za-z_.]+)`", walks.partition("## Where to look")[0]))
    there = defined(r"(?:def|class) (\w+)|^ *(\w+)(?:: .+)? = ")
    assert {"bundles_of", "agenda", "tables_of"} <= names
    assert [name for name in names if name.rpartition(".")[2] not in there] == []


def floors_drawn() -> list[tuple[str, str]]:
    rows = rows_of(DOCS / "architecture.md", "## The floors")
    return [(re.sub(r"`site_gen/|\.py`|`", "", row[1]), row[3]) for row in rows]


def test_the_floors_are_drawn_in_the_order_that_is_enforced() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    enforced = [layer.partition(" |")[0] for layer in layers]
    assert [name for name, _ in floors_drawn()] == enforced


def imported(floor: str) -> set[str]:
    """The other floors that a floor's modules import."""
    out: set[str] = set()
    for path, text in SOURCE.items():
        if path.relative_to(ROOT / "site_gen").with_suffix("").parts[0] == floor:
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("site_gen."):
                    out.add(str(node.module).split(".")[1])
    return out - {floor}


@pytest.mark.parametrize(("floor", "said"), floors_drawn(), ids=lambda value: value.split(",")[0])
def test_a_floor_imports_what_the_architecture_page_says(floor: str, said: str) -> None:
    names = [name for name, _ in floors_drawn()]
    below = set(names[names.index(floor) + 1 :])
    assert imported(floor) <= (below if "everything below" in said else set(re.findall(r"`(\w+)`", said)))


def test_decisions_are_numbered_short_and_listed() -> None:
    folder = DOCS / "decisions"
    kept = [path for path in pages(folder) if path.name != "README.md"]
    assert [path.name[:3] for path in kept] == [f"{number:03}" for number in range(1, len(kept) + 1)]
    assert [path.name for path in kept if len(path.read_text(encoding="utf-8").split()) > 250] == []
    assert re.findall(r"\]\((.+?)\)", (folder / "README.md").read_text(encoding="utf-8")) == [p.name for p in kept]


# --- links --------------------------------------------------------------------------------------------
def anchors(page: Path) -> set[str]:
    """The places that a heading of the page makes, as code hosts name them."""
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    found = set()
    for heading in re.findall(r"^#+ (.+)$", text, re.M):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
        kept = (c for c in plain if c in " -_" or unicodedata.category(c)[0] in "LNM")
        found.add("".join(kept).replace(" ", "-"))
    return found


@pytest.mark.parametrize("page", WRITTEN, ids=named)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"`[^`\n]*`", "", text)  # what stands as code links to nothing
    targets = [*re.findall(r"\]\(([^)\s]+)\)", text), *re.findall(r'src="([^"]+)"', text)]
    lost = []
    for target in targets:
        if re.match(r"https?://", target):
            continue
        path, _, place = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        if not there.exists() or (place and place not in anchors(there)):
            lost.append(target)
    assert lost == []


# --- contributing, changelog, publiccode --------------------------------------------------------------
GUIDE = ROOT / "CONTRIBUTING.md"
STEP_7 = GUIDE.read_text(encoding="utf-8").partition("### 7.")[2].partition("\n## ")[0]
BY_HAND, FOR_RULES, MADE = (
    re.findall(r"^\| `([^`]+)` \|", part, re.M)
    for part in re.split(r"^(?:For its rules|Made anew)", STEP_7, flags=re.M)
)
"""Files that a new content type touches: by hand, by hand for its rules, made anew by a tool."""


def tree_of(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """Somebody who followed the contributors' guide in a copy of the repository."""
    folder = tmp_path_factory.mktemp("guide")
    for name in ("site_gen", "themes", "tools", "docs/tham-khao"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    reader = Reader(folder, folder)
    reader.follow(GUIDE)
    reader.run('"$PYTHON" tools/reference.py', 0, GUIDE.name)
    return reader


def changed(old: dict[str, bytes], new: dict[str, bytes]) -> set[str]:
    return {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}


def test_the_content_type_of_the_contributors_guide_works(followed: Reader) -> None:
    assert (followed.folder / "output" / "tiep-cong-dan.html").is_file()


def test_the_guide_names_every_file_of_the_package_that_its_content_type_touches(followed: Reader) -> None:
    touched = {
        f"{name}/{path}"
        for name in ("site_gen", "themes")
        for path in changed(tree_of(ROOT / name), tree_of(followed.folder / name))
    }
    words = "site_gen/locale/vi/LC_MESSAGES/sitegen.po"
    assert {path for path in (*BY_HAND, *FOR_RULES) if path.startswith("site_gen/")} - {words} == touched


def test_the_guide_names_every_page_of_the_reference_that_is_made_anew(followed: Reader) -> None:
    made = changed(tree_of(DOCS / "tham-khao"), tree_of(followed.folder / "docs" / "tham-khao"))
    assert set(MADE) == {f"docs/tham-khao/{path}" for path in made}


def test_what_the_guide_names_besides_is_there_or_a_case_of_its_rule() -> None:
    there = [path for path in BY_HAND if not path.startswith("site_gen/kinds/reception/")]
    assert [path for path in there if not (ROOT / path).is_file()] == []
    assert [path.partition("/receptions/")[0] for path in FOR_RULES[1:]] == [
        f"tests/kinds/reception/cases/RECEPTION001/{side}" for side in ("wrong", "right")
    ]


def test_a_content_type_costs_at_most_eight_files_by_hand_and_six_made_anew() -> None:
    assert 0 < len(BY_HAND) <= 8
    assert 0 < len(MADE) <= 6


CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_changelog_begins_with_what_is_not_released_and_then_with_this_version() -> None:
    headings = re.findall(r"^## (.+)$", CHANGELOG, re.M)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == __version__
    assert headings[0] == "[Unreleased]"
    assert headings[1].startswith(f"[{__version__}] ")


def test_every_released_version_in_the_changelog_has_a_day_and_none_is_older_than_the_one_below() -> None:
    days = [
        date.fromisoformat(re.fullmatch(r"\[\d+\.\d+\.\d+\] – (\d{4}-\d\d-\d\d)", heading)[1])
        for heading in re.findall(r"^## (.+)$", CHANGELOG, re.M)[1:]
    ]
    assert days
    assert days == sorted(days, reverse=True)


def test_each_fact_in_the_changelog_is_told_once() -> None:
    facts = re.findall(r"^- \*\*(.+?)\*\*", CHANGELOG, re.M)
    assert len(facts) > 20
    assert len(set(facts)) == len(facts)


def test_publiccode_has_what_the_standard_demands() -> None:
    said = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    needed = {
        "publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus", "softwareType",
        "description", "legal", "maintenance", "localisation",
    }  # fmt: skip  # keys of a list, read as a paragraph
    assert needed - said.keys() == set()
    assert said["publiccodeYmlVersion"] == "0.4"
    assert said["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert said["softwareVersion"] == __version__
    assert said["legal"]["license"] == "Apache-2.0"
    assert said["maintenance"]["type"] == "community"
    assert said["maintenance"]["contacts"]
    assert set(said["localisation"]["availableLanguages"]) == {"vi", "en"}
    for words in said["description"].values():
        assert len(words["shortDescription"]) <= 150
        assert 150 <= len(words["longDescription"]) <= 10_000
        assert words["features"]


def test_the_handbook_names_the_day_on_which_its_commands_run() -> None:
    day = date(1970, 1, 1) + timedelta(seconds=int(EPOCH))
    assert show_date(day) in (DOCS / "so-tay" / "README.md").read_text(encoding="utf-8")

"""Style sheets and scripts: written for people, one home for each rule, and made small where they are published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from builds import REPOSITORY, SHIPPED, THEME

from site_gen.base.theme import Theme
from site_gen.outputs.assets import bundle, fingerprinted, minified, scripts

SHEETS = sorted([*(REPOSITORY / "themes").rglob("*.css"), *(REPOSITORY / "site_gen").rglob("*.css")])


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("/* why */\n.a,\n.b {\n  color: red;\n  margin: 0 auto;\n}\n", ".a,.b{color:red;margin:0 auto}"),
        ('.a::before {\n  content: "–  ;" / "";\n}', '.a::before{content:"–  ;" / ""}'),
        ("a :is(b, c) d {\n  width: calc(1px + 2px);\n}", "a :is(b,c) d{width:calc(1px + 2px)}"),
        ("a {\n  color: light-dark(#fff, #000);\n}", "a{color:light-dark(#fff,#000)}"),
        (
            "@media screen and (max-width: 3rem) {\n  a {\n    b: c;\n  }\n}",
            "@media screen and (max-width:3rem){a{b:c}}",
        ),
        (".a {\n  @media print {\n    b: c;\n  }\n}", ".a{@media print{b:c}}"),
        (".a {\n  background: url(a.png) 0 0 / 2rem;\n}", ".a{background:url(a.png) 0 0 / 2rem}"),
    ],
)
def test_what_is_published_says_the_same_in_fewer_bytes(written: str, published: str) -> None:
    assert minified(written.encode()).decode() == published + "\n"


def test_a_sheet_that_is_no_utf_8_passes_as_it_is() -> None:
    assert minified(b'a {\n  b: "\xff\xfe";\n}\n') == b'a{b:"\xff\xfe"}\n'


@pytest.mark.parametrize(
    ("written", "published"),
    [
        (b"// why\nvar a = 1;  // one\n\n  a++;\n", b"var a=1;a++;"),
        (b"var a = 'http://x  y'; // an address\n", b"var a='http://x  y';"),
        (b"var a = `//  ${b} `;\n", b"var a=`//  ${b} `;"),
        (b'var a = /\\/\\/ "/.test(b) // quote\nc()\n', b'var a=/\\/\\/ "/.test(b)\nc()'),
        (b'var a = "\xff";\n', b'var a="\xff";'),
    ],
)
def test_a_script_does_the_same_in_fewer_bytes(written: bytes, published: bytes, tmp_path: Path) -> None:
    (tmp_path / "scripts" / "own").mkdir(parents=True)
    (tmp_path / "scripts" / "own" / "10-one.js").write_bytes(written)
    assert scripts(Theme((tmp_path,))) == {"own.js": published + b"\n"}


def test_a_comment_in_a_sheet_changes_no_address(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "assets").mkdir()
    sheet = tmp_path / "styles" / "10-base.css"
    sheet.write_text("a {\n  b: c;\n}\n", encoding="utf-8")
    _, names = fingerprinted(Theme((tmp_path,)))
    sheet.write_text("/* why */\na {\n  b:  c;\n}\n", encoding="utf-8")
    assert fingerprinted(Theme((tmp_path,)))[1] == names


def test_tokens_come_first_components_in_between_and_paper_last() -> None:
    sheet = bundle(SHIPPED).decode()
    assert sheet.index("--ink:") < sheet.index("table{") < sheet.index(".st{") < sheet.index("@page{")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_a_sheet_is_written_for_people(sheet: Path) -> None:
    lines = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL).split("\n")
    crowded = [line for line in lines if len(re.findall(r"[;{}]", line)) > 1 or re.search(r"[;{}]\s*\S", line)]
    assert crowded == []
    assert [line for line in lines if len(line) > 120] == []


def selectors(sheet: Path) -> Iterator[str]:
    """Every selector of a sheet that is written for people."""
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    for block in re.findall(r"([^{};]+)\{", text):
        if not block.strip().startswith("@"):
            yield from (one.strip() for one in re.split(r",(?![^(]*\))", block))


def test_what_dresses_a_component_stands_with_the_component() -> None:
    """A component's classes are those that a rule of its sheet dresses wherever they stand."""
    sheets = {path: list(selectors(path)) for path in SHEETS if "themes" in path.parts}
    parts = {path: s for path, s in sheets.items() if path.parent.parent.name == "components"}
    home = {one: path for path, found in parts.items() for one in found if re.fullmatch(r"\.[\w-]+", one)}
    assert home[".st"] == THEME / "components" / "status" / "style.css"
    astray = []
    for path, found in sheets.items():
        for selector in found:
            last = re.split(r"[\s>+~]+(?![^(]*\))", selector)[-1]
            dressed = re.findall(r"\.[\w-]+", re.sub(r":(?:has|not)\(.*\)", "", last))
            astray += [f"{path.name}: {selector}" for one in dressed if one in home and home[one] != path]
    assert astray == []

"""A theme folder replaces single files of the shipped theme; a file that does nothing is found."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from builds import DAY, SHIPPED, THEME, clean, lay

from site_gen.base.diagnostics import Diagnostic
from site_gen.base.theme import theme_of
from site_gen.kinds import KINDS
from site_gen.outputs.assets import bundle
from site_gen.pipeline.own_theme import judge_theme
from site_gen.pipeline.request import Request
from site_gen.pipeline.steps import check

NAMES = {path.relative_to(THEME).as_posix(): path for path in THEME.rglob("*") if path.is_file()} | {
    f"{kind.name}/{path.relative_to(kind.folder / 'templates').as_posix()}": path
    for kind in KINDS
    for path in (kind.folder / "templates").rglob("*")
    if path.is_file()
}
"""Every file that may be replaced."""
PARTS = sorted(name for name in NAMES if name.endswith((".html", ".css", ".js", ".typ", ".svg")))


def put(theme: Path, name: str, text: str | bytes) -> Path:
    file = theme / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return theme


def found(theme: Path) -> list[Diagnostic]:
    return list(judge_theme(theme_of(theme), "vi"))


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_shipped_file_may_be_replaced_alone(name: str, tmp_path: Path) -> None:
    assert found(put(tmp_path, name, NAMES[name].read_bytes())) == []


@pytest.mark.parametrize("name", PARTS)
def test_a_slip_in_the_name_of_any_file_is_found_and_the_name_that_is_meant_is_told(name: str, tmp_path: Path) -> None:
    *folders, own = name.split("/")
    if own in ("macro.html", "style.css"):  # these names are the same in every component: the slip is in its folder
        folders[-1] += "x"
    else:
        own = own[:1] + own[2:]
    slip = "/".join([*folders, own])
    told = found(put(tmp_path, slip, "" if name.endswith(".html") else NAMES[name].read_bytes()))
    assert told, slip
    assert {d.code for d in told} <= {"THEME002", "THEME003"}
    assert f"`{name}`" in f"{told[0].message} {told[0].hint}"


@pytest.mark.parametrize(
    "files",
    [
        {"styles/95-own.css": ".a { color: red }"},
        {"styles/95-own.css": ".a { background: url(hoa-sen.svg) }", "assets/hoa-sen.svg": "<svg/>"},
        {"home.html": '{% include "own/lich.html" %}', "own/lich.html": "<p>Lịch</p>"},
        {
            "home.html": '{% from "components/calendar/macro.html" import m %}',
            "components/calendar/macro.html": "{% macro m() %}{% endmacro %}",
            "components/calendar/style.css": ".m { color: red }",
        },
        {"board/sheet.typ": '#import "own-frame.typ": *', "board/own-frame.typ": ""},
        {"board/fonts/Own.ttf": ""},
        {"README.md": "Giao diện của xã"},
        {"home.html": '{% extends "shipped/home.html" %}'},
        {"unit/page.html": '{% extends "shipped/unit/page.html" %}'},
        {"assets/.DS_Store": "", "home.html~": "{% if", "~$x.html": ""},
    ],
    ids=lambda files: next(iter(files)),
)
def test_what_is_new_and_used_is_no_fault(files: dict[str, str], tmp_path: Path) -> None:
    for name, text in files.items():
        put(tmp_path, name, text)
    assert found(tmp_path) == []


def test_a_template_that_cannot_be_read_is_told_at_its_line_before_anything_is_rendered(tmp_path: Path) -> None:
    (fault,) = found(put(tmp_path, "home.html", "\n\n{% if x"))
    assert (fault.code, fault.at.path, fault.at.line) == ("THEME001", str(tmp_path / "home.html"), 3)


def test_a_template_that_names_one_that_is_not_there_is_told_what_is_meant(tmp_path: Path) -> None:
    (fault,) = found(put(tmp_path, "home.html", '{% extends "layuot.html" %}'))
    assert str(fault.message) == "there is no template `layuot.html`, which home.html needs"
    assert str(fault.hint) == "did you mean `layout.html`?"


def test_check_judges_the_theme_that_lies_in_the_content(content: Path) -> None:
    put(content / "theme", "hoem.html", "")
    told = check(Request(content, content.parent / "output", DAY))
    assert "THEME002" in {d.code for d in told}


def test_a_folder_of_one_file_replaces_that_file_and_nothing_else(content: Path, tmp_path: Path) -> None:
    plain = clean(lay(tmp_path / "plain"), tmp_path / "plain-out")
    own = put(
        tmp_path / "own", "components/crumbs/macro.html", "{% macro crumbs(trail, here) %}<p>ở đây</p>{% endmacro %}"
    )
    dressed = clean(content, tmp_path / "out", theme=own)
    assert dressed.keys() == plain.keys()
    other = {path: data.decode() for path, data in dressed.items() if data != plain[path] and path != ".sitegen.json"}
    assert other
    assert all("<p>ở đây</p>" in page for page in other.values())


def test_a_template_may_extend_the_one_that_it_replaces(content: Path, tmp_path: Path) -> None:
    own = put(
        content / "theme",
        "home.html",
        '{% extends "shipped/home.html" %}{% block main %}<p>Chào bạn</p>{{ super() }}{% endblock %}',
    )
    home = clean(content, tmp_path / "out")["index.html"].decode()
    assert "<p>Chào bạn</p>" in home
    shutil.rmtree(own)
    assert clean(content, tmp_path / "other")["index.html"].decode() == home.replace("<p>Chào bạn</p>\n", "").replace(
        "<p>Chào bạn</p>", ""
    )


def test_a_sheet_of_ones_own_is_added_at_the_end_and_one_of_the_same_name_replaces(tmp_path: Path) -> None:
    put(tmp_path, "styles/95-own.css", ".own { color: red }")
    assert bundle(theme_of(tmp_path)).removesuffix(b"\n") == bundle(SHIPPED).removesuffix(b"\n") + b".own{color:red}"
    other = put(tmp_path / "other", "styles/10-base.css", ".base { color: red }")
    assert b".base{color:red}" in bundle(theme_of(other))
    assert len(bundle(theme_of(other))) < len(bundle(SHIPPED))


def test_the_folder_that_is_given_counts_before_the_one_in_the_content(content: Path, tmp_path: Path) -> None:
    put(content / "theme", "home.html", "")
    other = tmp_path / "other"
    assert Request(content, tmp_path, DAY, theme=other).whole_theme.folders[0] == other
    assert Request(content, tmp_path, DAY).whole_theme.folders[0] == content / "theme"

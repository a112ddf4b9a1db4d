"""After any edit, what a build makes of yesterday's output is what it would make of nothing."""

import random
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from builds import DAY, SMALL, THEME, built, change, clean, lay, tree

from site_gen.pipeline.freshness import REASONS

Edit = Callable[[Path, Path], dict[str, Any] | None]
"""Changes content or theme; gives what is asked of the build besides."""


def add(content: Path, theme: Path) -> None:
    (content / "units" / "to-cong-nghe.yml").write_text(
        "name: Tổ công nghệ số cộng đồng\ntype: department\nlevel: internal\nparents:\n  - unit: ubnd-xa-binh-an\n",
        encoding="utf-8",
    )


def reword(content: Path, theme: Path) -> None:
    change(content / "pages" / "gioi-thieu.md", "chín thôn", "mười thôn")


def retitle(content: Path, theme: Path) -> None:
    change(content / "units" / "van-phong.yml", "Văn phòng HĐND và UBND xã", "Văn phòng Hội đồng và Ủy ban")


def rename(content: Path, theme: Path) -> None:
    (content / "plans" / "cchc-2026").rename(content / "plans" / "cai-cach-2026")


def rename_in_other_letters(content: Path, theme: Path) -> None:
    (content / "units" / "trung-tâm-phục-vụ.yml").rename(content / "units" / "trung-tam-phuc-vu.yml")


def remove(content: Path, theme: Path) -> None:
    (content / "scorecards" / "chi-so-2025.yml").unlink()


def remove_a_report(content: Path, theme: Path) -> None:
    (content / "plans" / "cchc-2026" / "progress" / "2026-q3.yml").unlink()


def withhold(content: Path, theme: Path) -> None:
    change(content / "pages" / "gioi-thieu.md", "title: Giới thiệu", "title: Giới thiệu\ndraft: có")


def finish(content: Path, theme: Path) -> None:
    report = content / "plans" / "cchc-2026" / "progress" / "2026-q3.yml"
    change(
        report, "status: under_way\n    text: Đang phát", "status: done\n    completed_on: 25/9/2026\n    text: Đã phát"
    )


def attach(content: Path, theme: Path) -> None:
    (content / "files" / "so-lieu.csv").write_text("a,b\n1,2\n", encoding="utf-8")


def attach_other_bytes(content: Path, theme: Path) -> None:
    (content / "files" / "ke-hoach-2026.pdf").write_bytes(b"%PDF-1.4\nanother\n%%EOF\n")


def detach(content: Path, theme: Path) -> None:
    change(content / "plans" / "cchc-2026" / "plan.md", "files:\n  - files/ke-hoach-2026.pdf\n", "")
    (content / "files" / "ke-hoach-2026.pdf").unlink()


def setting(content: Path, theme: Path) -> None:
    change(content / "site.yml", "short_name: UBND xã Bình An", "short_name: Xã Bình An")


def colour(content: Path, theme: Path) -> None:
    change(content / "site.yml", "#1b5e8c", "#0b6e4f")


def language(content: Path, theme: Path) -> None:
    change(content / "site.yml", "unit: ubnd-xa-binh-an", "unit: ubnd-xa-binh-an\nlanguage: en")


def template(content: Path, theme: Path) -> None:
    change(theme / "home.html", "{% block main %}", "{% block main %}<p>Xin chào</p>")


def layout(content: Path, theme: Path) -> None:
    change(theme / "layout.html", "</footer>", "<p>Hết</p></footer>")


def macro(content: Path, theme: Path) -> None:
    change(theme / "components" / "status" / "macro.html", "<span", '<span lang="vi"')


def own_template(content: Path, theme: Path) -> None:
    (theme / "page").mkdir()
    (theme / "page" / "page.html").write_text(
        '{% extends "layout.html" %}{% block main %}<h1>{{ page.title }}</h1>{{ body | markdown }}{% endblock %}',
        encoding="utf-8",
    )


def style(content: Path, theme: Path) -> None:
    (theme / "styles" / "95-own.css").write_text(".own { background: url(icon.svg) }\n", encoding="utf-8")


def asset(content: Path, theme: Path) -> None:
    (theme / "assets" / "icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")


def theme_of_one_file(content: Path, theme: Path) -> None:
    lay_over(
        content, "components/crumbs/macro.html", "{% macro crumbs(trail, here) %}<nav>{{ here }}</nav>{% endmacro %}"
    )


def theme_that_extends(content: Path, theme: Path) -> None:
    lay_over(
        content, "page/page.html", '{% extends "shipped/page/page.html" %}{% block head %}<!-- own -->{% endblock %}'
    )


def theme_with_a_sheet(content: Path, theme: Path) -> None:
    lay_over(content, "styles/95-own.css", ".own { color: red }\n")


def lay_over(content: Path, name: str, text: str) -> None:
    """Lays one file into the theme of the content."""
    file = content / "theme" / name
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")


def the_next_day(content: Path, theme: Path) -> dict[str, Any]:
    return {"as_of": DAY + timedelta(days=1)}


def the_next_year(content: Path, theme: Path) -> dict[str, Any]:
    return {"as_of": DAY + timedelta(days=400)}


def another_address(content: Path, theme: Path) -> dict[str, Any]:
    return {"base_url": "https://example.vn/xa"}


def the_whole_folder_at_once(content: Path, theme: Path) -> dict[str, Any]:
    reword(content, theme)
    remove(content, theme)
    return {"swap": True}


def a_portal_above(content: Path, theme: Path) -> None:
    for name in ("binh-an", "yen-hoa"):
        shutil.copytree(SMALL, content / name)
    for inner in [path for path in content.iterdir() if path.name not in ("binh-an", "yen-hoa")]:
        shutil.rmtree(inner) if inner.is_dir() else inner.unlink()
    (content / "fleet.yml").write_text("title: Hai xã\nsites: [binh-an, yen-hoa]\n", encoding="utf-8")


EDITS: tuple[Edit, ...] = (
    add, reword, retitle, rename, rename_in_other_letters, remove, remove_a_report, withhold, finish, attach,
    attach_other_bytes, detach, setting, colour, language, template, layout, macro, own_template, style, asset,
    theme_of_one_file, theme_that_extends, theme_with_a_sheet, the_next_day, the_next_year, another_address, the_whole_folder_at_once, a_portal_above,
)  # fmt: skip  # names of edits, read as a paragraph


IN_THE_CONTENT = (theme_of_one_file, theme_that_extends, theme_with_a_sheet)
"""A theme that is given counts before these."""
OF_THE_THEME = (template, layout, macro, own_template, style, asset)


@pytest.fixture(scope="module")
def yesterday(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with content, theme, and what a build made of them."""
    home = tmp_path_factory.mktemp("yesterday")
    lay(home / "content")
    shutil.copytree(THEME, home / "theme")
    clean(home / "content", home / "output")
    return home


@pytest.fixture
def home(yesterday: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(yesterday, tmp_path / "home"))


def theme_of(home: Path, edit: Edit) -> dict[str, Any]:
    """The theme to build with: the shipped one, whose templates are compiled already, unless the edit changes it."""
    return {"theme": home / "theme"} if edit in OF_THE_THEME else {}


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_an_edit_leads_to_what_a_clean_build_makes(edit: Edit, home: Path, tmp_path: Path) -> None:
    before = tree(home / "output")
    wishes = {**theme_of(home, edit), **(edit(home / "content", home / "theme") or {})}
    outcome = built(home / "content", home / "output", **wishes)
    assert outcome.published is not None, outcome.found
    after = tree(home / "output")
    assert after == clean(home / "content", tmp_path / "clean", **wishes)
    written = {path for path in after if before.get(path) != after[path]} - {".sitegen.json"}
    assert set(outcome.published.written) == written
    assert set(outcome.published.removed) == before.keys() - after.keys()
    assert before != after or edit is rename_in_other_letters


def test_any_edits_after_one_another_lead_there_too(home: Path, tmp_path: Path) -> None:
    dice = random.Random(20261201)
    wishes: dict[str, Any] = {"theme": home / "theme"}
    once = [edit for edit in EDITS if edit not in (*IN_THE_CONTENT, rename, the_whole_folder_at_once, a_portal_above)]
    for edit in dice.sample(once, 10):
        wishes |= edit(home / "content", home / "theme") or {}
        if dice.random() < 0.3:
            continue  # two edits before one build
        assert built(home / "content", home / "output", **wishes).published is not None
    assert built(home / "content", home / "output", **wishes).published is not None
    assert tree(home / "output") == clean(home / "content", tmp_path / "clean", **wishes)


def test_an_edit_taken_back_leads_back(home: Path) -> None:
    before = tree(home / "output")
    page = home / "content" / "pages" / "gioi-thieu.md"
    kept = page.read_bytes()
    reword(home / "content", home / "theme")
    built(home / "content", home / "output")
    assert tree(home / "output") != before
    page.write_bytes(kept)
    built(home / "content", home / "output")
    assert tree(home / "output") == before


def test_only_the_pages_that_show_the_edit_are_rendered_and_the_reason_is_told(home: Path) -> None:
    reword(home / "content", home / "theme")
    outcome = built(home / "content", home / "output")
    # The search page names the file of words, which may hold the new word or leave it out as too common.
    searched = {"tim-kiem.html": REASONS["content"]}
    assert {**outcome.reasons, **searched} == {"gioi-thieu.html": REASONS["content"], **searched}


@pytest.mark.parametrize(
    ("edit", "reason"),
    [(add, "new"), (layout, "template"), (colour, "site"), (style, "site"), (the_next_day, "content")],
    ids=["new", "template", "setting", "style", "day"],
)
def test_every_reason_is_told_apart(edit: Edit, reason: str, home: Path) -> None:
    wishes = {**theme_of(home, edit), **(edit(home / "content", home / "theme") or {})}
    outcome = built(home / "content", home / "output", **wishes)
    assert REASONS[reason] in outcome.reasons.values()


@pytest.mark.parametrize("harm", ["other bytes", "as many bytes", "gone", "a link"])
def test_a_page_touched_by_hand_is_made_good(harm: str, home: Path, tmp_path: Path) -> None:
    before = tree(home / "output")
    file = home / "output" / "gioi-thieu.html"
    data = file.read_bytes()
    file.unlink()
    if harm == "a link":
        (tmp_path / "elsewhere.html").write_bytes(data)
        file.symlink_to(tmp_path / "elsewhere.html")
    elif harm != "gone":
        file.write_bytes(data + b"!" if harm == "other bytes" else data.replace(b"<h1>", b"<h2>"))
    outcome = built(home / "content", home / "output")
    assert outcome.reasons == {"gioi-thieu.html": REASONS["touched"]}
    assert tree(home / "output") == before
    assert not file.is_symlink()


def test_a_template_whose_name_is_computed_is_watched_too(home: Path, tmp_path: Path) -> None:
    wishes = {"theme": home / "theme"}
    change(
        home / "theme" / "home.html", "{% block main %}", '{% block main %}{% include ["own", "html"] | join(".") %}'
    )
    for word in ("Chào", "Tạm biệt"):
        (home / "theme" / "own.html").write_text(f"<p>{word}</p>", encoding="utf-8")
        built(home / "content", home / "output", **wishes)
        assert word in (home / "output" / "index.html").read_text(encoding="utf-8")


def test_a_build_by_another_release_of_a_library_reuses_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_gen.pipeline.freshness.engine", lambda: "another")
    outcome = built(home / "content", home / "output", theme=home / "theme")
    assert set(outcome.reasons.values()) == {REASONS["engine"]}
    assert outcome.published is not None
    assert outcome.published.written == ()


def test_the_day_alone_changes_only_what_goes_by_the_day(home: Path) -> None:
    outcome = built(home / "content", home / "output", as_of=DAY + timedelta(1))
    assert set(outcome.reasons) == {
        "index.html",
        "cong-khai/danh-muc.html",
        "cong-khai/tinh-trang.html",
        "du-lieu/index.html",
    }

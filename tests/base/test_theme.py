"""A folder of one's own above the shipped theme."""

from __future__ import annotations

from pathlib import Path

from site_gen.base.theme import Theme, theme_of


def laid(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(folder.name, encoding="utf-8")
    return folder


def test_of_two_files_with_one_name_the_own_one_counts(tmp_path: Path) -> None:
    theme = Theme((laid(tmp_path / "own", "a.html"), laid(tmp_path / "shipped", "a.html", "b.html")))
    assert theme.file("a.html") == tmp_path / "own" / "a.html"
    assert theme.file("b.html") == tmp_path / "shipped" / "b.html"
    assert theme.file("c.html") is None


def test_files_come_in_order_of_name_whichever_folder_they_lie_in(tmp_path: Path) -> None:
    own = laid(tmp_path / "own", "styles/95-own.css", "styles/10-base.css", "styles/.95-own.css.swp")
    shipped = laid(tmp_path / "shipped", "styles/10-base.css", "styles/90-print.css")
    found = Theme((own, shipped)).files("styles/*.css")
    assert {name: path.read_text() for name, path in found.items()} == {
        "styles/10-base.css": "own",
        "styles/90-print.css": "shipped",
        "styles/95-own.css": "own",
    }
    assert list(found) == sorted(found)


def test_without_a_folder_of_ones_own_the_shipped_theme_is_whole() -> None:
    (folder,) = theme_of().folders
    assert theme_of().file("layout.html") == folder / "layout.html"

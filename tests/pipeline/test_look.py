"""A commune's own look: accent, logo, favicon and menu of `site.yml`, from the settings to the pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from builds import DAY, SHIPPED, change, clean

from site_gen.base.colour import rgb
from site_gen.base.diagnostics import Diagnostic
from site_gen.base.messages import say
from site_gen.model.menu import LONGEST_LABEL, MOST_ENTRIES
from site_gen.model.settings import Fleet, Site
from site_gen.outputs.assets import ACCENT
from site_gen.pipeline import look
from site_gen.pipeline.look import Grounds
from site_gen.pipeline.request import Request
from site_gen.pipeline.steps import check

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><rect width="120" height="40"/></svg>'


def settings(content: Path, *lines: str) -> None:
    file = content / "site.yml"
    text = re.sub(r"^accent:.*\n", "", file.read_text("utf-8"), flags=re.MULTILINE)
    file.write_text(text + "".join(f"{line}\n" for line in lines), encoding="utf-8")


def found(content: Path, code: str = "") -> list[Diagnostic]:
    told = check(Request(content, content.parent / "output", DAY))
    return [d for d in told if d.at.path.endswith("site.yml") and (not code or d.code == code)]


def put(content: Path, name: str, data: str | bytes = LOGO) -> None:
    file = content / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data if isinstance(data, bytes) else data.encode())


def test_an_accent_that_is_hard_to_see_is_found_with_the_nearest_that_is_not(content: Path) -> None:
    settings(content, 'accent: "#F0C000"')
    (fault,) = found(content, "SITE006")
    assert str(fault.message) == "the accent `#f0c000` has a contrast of 1,68:1 on a light page; 4,5:1 is needed"
    better = re.findall(r"#[0-9a-f]{6}", say(fault.hint, "en") if fault.hint else "")
    line = (content / "site.yml").read_text("utf-8").split("\n")[fault.at.line - 1]
    assert line[fault.at.column - 1 :].startswith("#F0C000")
    change(content / "site.yml", "#F0C000", better[0])
    assert found(content, "SITE006") == []


@pytest.mark.parametrize("accent", ["#001133", "#000000"])
def test_an_accent_that_is_lost_on_a_dark_page_is_found(accent: str, content: Path) -> None:
    settings(content, f'accent: "{accent}"')
    (fault,) = found(content, "SITE006")
    assert "on a dark page" in str(fault.message)


def test_the_grounds_are_those_of_the_tokens(tmp_path: Path) -> None:
    assert Grounds.of(SHIPPED) == look.SHIPPED
    assert look.SHIPPED.passes(ACCENT)
    theme = Request(tmp_path, tmp_path, DAY, theme=tmp_path).whole_theme
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "00-tokens.css").write_text(
        ":root { --paper: #ffffff; }\n@media (prefers-color-scheme: dark) { :root { --paper: #000000;\n"
        "--accent-line: color-mix(in srgb, var(--accent, #9b1c1f) 40%, #fff); } }",
        encoding="utf-8",
    )
    assert Grounds.of(theme) == Grounds(rgb("#ffffff"), rgb("#000000"), 0.4)


def test_the_default_accent_is_the_one_that_the_shipped_picture_has() -> None:
    assert {model.model_fields["accent"].default for model in (Site, Fleet)} == {ACCENT}
    icon = SHIPPED.file("assets/icon.svg")
    assert icon is not None
    assert ACCENT in icon.read_text("utf-8")


def test_the_favicon_follows_the_accent(content: Path, tmp_path: Path) -> None:
    settings(content, 'accent: "#1b5e8c"')
    files = clean(content, tmp_path / "out")
    (path,) = re.findall(r'<link rel="icon" href="([^"]+)" type="image/svg\+xml">', files["index.html"].decode())
    assert b'fill="#1b5e8c"' in files[path]
    assert ACCENT.encode() not in files[path]


def test_logo_and_favicon_of_ones_own_stand_on_every_page(content: Path, tmp_path: Path) -> None:
    put(content, "files/bieu-trung.svg")
    settings(content, "logo: files/bieu-trung.svg", "favicon: files/bieu-trung.svg")
    files = clean(content, tmp_path / "out")
    for path in (path for path in files if path.endswith(".html") and path != "404.html"):
        page = files[path].decode()
        if 'class="masthead"' in page:
            up = "../" * path.count("/")
            assert f'<link rel="icon" href="{up}files/bieu-trung.svg" type="image/svg+xml">' in page, path
            # The name stands beside it, so the picture is silent; its size is said, so that nothing moves when it comes.
            assert f'<img src="{up}files/bieu-trung.svg" alt="" width="120" height="40">' in page, path
    assert b"<rect" in files["files/bieu-trung.svg"]


def test_a_logo_that_is_not_there_is_an_error_with_the_name_that_was_meant(content: Path) -> None:
    put(content, "files/bieu-trung.svg")
    settings(content, "logo: files/bieu-trung.sgv")
    (fault,) = found(content, "REF002")
    assert "did you mean `files/bieu-trung.svg`?" in str(fault.hint)


def test_a_logo_that_is_no_picture_is_an_error(content: Path) -> None:
    put(content, "files/bieu-trung.txt", "Biểu trưng")
    settings(content, "logo: files/bieu-trung.txt")
    assert [d.code for d in found(content)] == ["IMG002"]


def test_a_logo_that_runs_a_script_is_an_error(content: Path) -> None:
    put(content, "files/bieu-trung.svg", LOGO.replace("<rect", "<script>alert(1)</script><rect"))
    settings(content, "logo: files/bieu-trung.svg")
    assert "ATT012" in {d.code for d in check(Request(content, content.parent / "output", DAY))}


def test_a_heavy_logo_is_found(content: Path) -> None:
    put(content, "files/bieu-trung.svg", LOGO.replace("</svg>", f'<path d="{"M0 0" * 12_000}"/></svg>'))
    settings(content, "logo: files/bieu-trung.svg")
    (fault,) = found(content)
    assert (fault.code, str(fault.message)) == ("SITE007", "`files/bieu-trung.svg` has 49 kB, and every page loads it")


def menu_of(page: bytes) -> list[tuple[str, str]]:
    text = page.decode()
    nav = text[text.index('<ul class="menu">') : text.index("</nav>")]
    return [(address, label) for address, label in re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)</a>', nav)]


def test_the_menu_is_as_the_settings_have_it_and_what_is_left_stands_in_the_footer(
    content: Path, tmp_path: Path
) -> None:
    before = clean(content, tmp_path / "before")["index.html"]
    settings(
        content,
        "menu:",
        "  - {label: Công khai, url: cong-khai/index.html}",
        "  - {label: Lịch tiếp dân, url: https://example.gov.vn/lich}",
    )
    assert found(content) == []
    home = clean(content, tmp_path / "out")["index.html"]
    assert menu_of(home) == [
        ("cong-khai/index.html", "Công khai"),
        ("https://example.gov.vn/lich", "Lịch tiếp dân"),
    ]
    foot = home.decode().partition('class="foot"')[2]
    for address, _ in menu_of(before):
        assert f'href="{address}"' in foot or address == "cong-khai/index.html"


def test_an_address_of_the_menu_is_judged_like_a_link(content: Path) -> None:
    settings(content, "menu:", "  - {label: Thủ tục, url: thu-tuc/idnex.html}")
    (fault,) = found(content)
    line = (content / "site.yml").read_text("utf-8").split("\n")[fault.at.line - 1]
    assert (fault.code, line[fault.at.column - 1 :][:9]) == ("HREF001", "thu-tuc/i")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            ["menu:", *["  - {label: Tin, url: tin/index.html}"] * (MOST_ENTRIES + 1)],
            f"the menu has {MOST_ENTRIES + 1} entries; at most {MOST_ENTRIES} can be looked over",
        ),
        (
            ["menu:", f"  - {{label: {'x' * (LONGEST_LABEL + 1)}, url: tin/index.html}}"],
            f"`{'x' * (LONGEST_LABEL + 1)}` is too long for the menu: {LONGEST_LABEL + 1} letters",
        ),
        (
            ["menu:", "  - {label: Tin, url: tin}"],
            "`tin` is not the address of a page of this site",
        ),
        (
            ["menu:", "  - {label: Tin, url: 'javascript:alert(1)'}"],
            "`javascript:alert(1)` is not a link that may be published",
        ),
        (
            ["foreign_phrases:", "  - {phrase: Smart Village, language: tiếng Anh}"],
            "`tiếng anh` is no code of a language",
        ),
        (["logo: bieu-trung.svg"], "`bieu-trung.svg` is not a file below `files/`"),
    ],
)
def test_what_a_menu_or_logo_cannot_be_is_refused(lines: list[str], message: str, content: Path) -> None:
    settings(content, *lines)
    assert message in [str(d.message) for d in found(content)]

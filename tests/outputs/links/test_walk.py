"""A built site is walked as its readers do: each case is a small folder with one fault in it."""

from __future__ import annotations

import os
import time
from itertools import pairwise
from pathlib import Path

import pytest

from site_gen.base.diagnostics import Severity
from site_gen.outputs.links import check_site
from site_gen.outputs.links.page import look, of_css

HEAD = '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>T</title>'


def page(body: str = "", head: str = "") -> str:
    return f'{HEAD}{head}</head><body><main id="noi-dung">\n{body}\n</main></body></html>\n'


def lay(root: Path, files: dict[str, str | bytes]) -> Path:
    for path, text in {"index.html": page('<a href="a.html">A</a>'), "a.html": page(), **files}.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
    return root


def told(root: Path, files: dict[str, str | bytes]) -> list[tuple[str, str, int, int]]:
    found = check_site(lay(root, files))
    return [(d.code, Path(d.at.path).relative_to(root).as_posix(), d.at.line, d.at.column) for d in found]


def codes(root: Path, body: str, **files: str) -> list[str]:
    return [code for code, *_ in told(root, {"a.html": page(body), **files})]


def test_a_whole_site_has_nothing_to_be_told(tmp_path: Path) -> None:
    assert told(tmp_path, {}) == []


@pytest.mark.parametrize(
    "body",
    [
        '<a href="b.html">B</a>',
        '<img src="b.png" alt="">',
        '<img srcset="a.html 1x, b.png 2x" alt="">',
        '<form action="tim.html"></form>',
        '<section data-texts="tim-kiem/noi-dung.js"></section>',
        '<link rel="stylesheet" href="b.css">',
        '<script src="b.js"></script>',
        '<video poster="b.png"></video>',
        '<svg><use href="b.svg#x"></use></svg>',
        '<a href="A.html">capitals</a>',
        '<a href=".">a folder</a>',
        '<a href="../../a.html">out of the site</a>',
        '<a href="a%2Ehtmlx">coded</a>',
        '<a href="">itself</a><a href="?x">itself</a><a href="b.html?x">B</a>',
    ],
)
def test_whatever_a_page_loads_or_leads_to_must_be_there(tmp_path: Path, body: str) -> None:
    assert told(tmp_path, {"a.html": page(body)})[0][:3] == ("LINK001", "a.html", 2)
    assert codes(tmp_path, body) == ["LINK001"]


def test_a_finding_names_the_place_the_words_of_the_link_and_what_was_meant(tmp_path: Path) -> None:
    (found,) = check_site(lay(tmp_path, {"a.html": page('  <a href="lien-he.htm">Liên <b>hệ</b></a>'), "lien-he.html": page('<a href="a.html">A</a>'), "index.html": page('<a href="a.html">A</a><a href="lien-he.html">L</a>')}))  # fmt: skip  # a site in a line, a page beside its name

    assert (found.at.line, found.at.column) == (2, 3)
    assert str(found.message) == "the link “Liên hệ” to `lien-he.htm` leads nowhere"
    assert str(found.hint) == "did you mean `lien-he.html`?"
    assert found.severity is Severity.ERROR


def test_a_folder_is_told_by_the_name_of_its_page(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"a.html": page('<a href="x/">X</a>'), "x/index.html": page()}
    (broken, unreached) = check_site(lay(tmp_path, files))

    assert "`x/index.html`" in str(broken.hint)
    assert unreached.code == "LINK005"


def test_style_sheets_load_what_is_there(tmp_path: Path) -> None:
    head = '<link rel="stylesheet" href="s/site.css">'
    css = "a{}\nb{background:url('a b.png')}\n@import \"x.css\";i{background:url(data:,x)}u{background:url(ok.svg)}"

    assert told(tmp_path, {"a.html": page(head=head), "s/site.css": css, "s/ok.svg": "<svg/>"}) == [
        ("LINK001", "s/site.css", 2, 1),
        ("LINK001", "s/site.css", 3, 1),
    ]


def test_addresses_of_style_sheets_are_read_however_they_are_quoted() -> None:
    assert list(of_css("x{a:url(a.png)} y{b:url( 'b c.png' )} @import \"d.css\";")) == ["a.png", "b c.png", "d.css"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<a href="#noi-dung">x</a>', []),
        ('<a href="#top">x</a><a href="#">x</a>', []),
        ('<a href="index.html#noi-dung">x</a>', []),
        ('<p id="mục">x</p><a href="#m%E1%BB%A5c">x</a>', []),
        ('<a name="cu">x</a><a href="#cu">x</a>', []),
        ('<a href="#Noi-dung">x</a>', ["LINK002"]),
        ('<a href="index.html#khong">x</a>', ["LINK002"]),
        ('<p id="a">x</p><p id="a">y</p>', ["LINK008"]),
        ('<a href="/a.html">x</a>', ["LINK003"]),
    ],
)
def test_places_are_those_of_the_page(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert codes(tmp_path, body) == expected


@pytest.mark.parametrize(
    ("target", "sound"),
    [
        ("https://chinhphu.vn", True),
        ("https://chinhphu.vn:8443/a?b=c#d", True),
        ("HTTP://chinhphu.vn/", True),
        ("https://xã.vn/trang", True),
        ("https://192.0.2.1/", True),
        ("https://[2001:db8::1]/", True),
        ("mailto:hop-thu@xa.gov.vn?subject=A", True),
        ("tel:+842083000222", True),
        ("data:image/png;base64,AA==", True),
        ("//chinhphu.vn/", False),
        ("https:/chinhphu.vn", False),
        ("https://", False),
        ("https://chinhphu", False),
        ("https://chinh phu.vn", False),
        ("https://chinhphu..vn", False),
        ("https://-chinhphu.vn", False),
        ("https://ten:mat-khau@chinhphu.vn", False),
        ("https://chinhphu.vn:99999", False),
        ("https://[::1", False),
        ("https:\\\\chinhphu.vn", False),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("mailto:ai-do", False),
        ("tel:so", False),
    ],
)
def test_addresses_outside_are_well_formed(tmp_path: Path, target: str, sound: bool) -> None:
    assert codes(tmp_path, f'<a href="{target}">x</a>') == ([] if sound else ["LINK004"])


def chain(length: int) -> dict[str, str | bytes]:
    """index → a → p1 → p2 → …"""
    names = ["a", *(f"p{n}" for n in range(1, length + 1))]
    files = {f"{one}.html": page(f'<a href="{two}.html">x</a>') for one, two in pairwise(names)}
    return {**files, f"{names[-1]}.html": page()}


def test_every_page_is_three_clicks_away_at_most(tmp_path: Path) -> None:
    assert told(tmp_path / "three", chain(2)) == []
    assert told(tmp_path / "four", chain(3)) == [("LINK006", "p3.html", 0, 0)]


def test_a_further_part_of_a_list_may_be_farther_but_not_what_it_lists(tmp_path: Path) -> None:
    part = page('<a href="p2.html" rel="prev">trang trước</a><a href="tin.html">x</a>')
    files = {**chain(3), "p3.html": part, "tin.html": page()}
    assert told(tmp_path, files) == [("LINK006", "tin.html", 0, 0)]


def test_what_a_page_only_loads_is_no_way(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"a.html": page(head='<link rel="next" href="b.html">'), "b.html": page()}

    (found,) = check_site(lay(tmp_path, files))
    assert (found.code, str(found.message)[:11]) == ("LINK005", "no links le")


def test_a_page_that_nothing_links_to_is_told_but_not_found_and_moved_pages_are(tmp_path: Path) -> None:
    moved = page('<a href="a.html">x</a>', '<meta http-equiv="refresh" content="0; url=a.html">')
    files: dict[str, str | bytes] = {"b.html": page(), "404.html": page(), "cu.html": moved}

    assert told(tmp_path, files) == [("LINK005", "b.html", 0, 0)]


def test_a_moved_page_leads_to_one_that_is_there(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"cu.html": page(head='<meta http-equiv="refresh" content="0; URL=\'moi.html\'">')}

    assert [code for code, *_ in told(tmp_path, files)] == ["LINK001"]


def test_an_attachment_that_nothing_leads_to_is_told(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "a.html": page('<a href="files/b.pdf">B</a>'),
        "files/b.pdf": b"%PDF",
        "files/c.pdf": b"%PDF",
        "du-lieu/d.csv": b"a",
    }
    assert told(tmp_path, files) == [("LINK007", "files/c.pdf", 0, 0)]


def test_each_site_of_a_portal_is_walked_from_its_own_home(tmp_path: Path) -> None:
    far = chain(2)
    files: dict[str, str | bytes] = {
        "404.html": page(),
        "a.html": page('<a href="xa/index.html">x</a>'),
        "xa/404.html": page(),
        "xa/index.html": page('<a href="a.html">x</a>'),
        **{f"xa/{path}": text for path, text in far.items()},
        "xb/404.html": page(),
        "xb/index.html": page(),
    }
    assert told(tmp_path, files) == [("LINK005", "xb/index.html", 0, 0)]


@pytest.mark.parametrize(
    ("href", "expected"),
    [("/trang/a.html", []), ("/trang/", []), ("/trang/b.html", ["LINK001"]), ("/a.html", ["LINK003"])],
)
def test_not_found_begins_below_the_path_of_the_sites_address(tmp_path: Path, href: str, expected: list[str]) -> None:
    head = '<link rel="canonical" href="https://xa.example.vn/trang/404.html">'
    files: dict[str, str | bytes] = {"404.html": page(f'<a href="{href}">x</a>', head)}

    assert [code for code, *_ in told(tmp_path, files)] == expected


def test_not_found_of_a_site_of_a_portal_begins_below_its_own_path(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="https://tinh.example.vn/xa/404.html">'
    links = '<a href="/xa/index.html">x</a><a href="/index.html">x</a><a href="/xa/b.html">x</a>'
    files: dict[str, str | bytes] = {
        "a.html": page('<a href="xa/index.html">x</a>'),
        "xa/index.html": page(),
        "xa/404.html": page(links, head),
    }
    assert [code for code, *_ in told(tmp_path, files)] == ["LINK001"]


def test_the_sites_own_whole_address_is_an_address_inside(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="https://xa.example.vn/a.html">'
    body = '<a href="https://xa.example.vn/index.html">x</a><a href="https://xa.example.vn/khong.html">x</a>'

    assert told(tmp_path, {"a.html": page(body, head)}) == [("LINK001", "a.html", 2, 49)]


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (b"\xff\xfe<\x00", (1, 1)),
        (page("Đây").encode() + b"\nx\xc3", (5, 1)),
        (b"<p>x</p>\n<a href='x", (2, 1)),
        (b"<p>\n <!-- ", (2, 2)),
        (b"<![x", (1, 1)),
        (b"x" * (4 << 20) + b"y", (0, 0)),
    ],
)
def test_a_page_that_cannot_be_read_is_told_at_its_place(tmp_path: Path, raw: bytes, place: tuple[int, int]) -> None:
    assert told(tmp_path, {"a.html": raw}) == [("LINK009", "a.html", *place)]


def test_a_page_broken_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    assert [c for c, *_ in told(tmp_path, {"a.html": b"<a href='x.html'>x</a><a href="})] == ["LINK001", "LINK009"]


@pytest.mark.parametrize(
    "piece", ["<a ", '<a x="', "<!--", "<a<", "</", "<a b='", "<![CDATA[", "<x>", "&#", "<!doctype "]
)
def test_no_page_takes_long_however_it_is_written(piece: str) -> None:
    started = time.perf_counter()
    look(piece * 100_000)
    assert time.perf_counter() - started < 5


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need a right there")
def test_a_symbolic_link_is_told_and_not_followed(tmp_path: Path) -> None:
    lay(tmp_path, {})
    (tmp_path / "ra").symlink_to("/")
    (tmp_path / "b.html").symlink_to("a.html")

    assert told(tmp_path, {}) == [("LINK009", "b.html", 0, 0), ("LINK009", "ra", 0, 0)]


@pytest.mark.skipif(os.name == "nt", reason="names are letters there")
def test_a_name_that_is_no_text_can_be_reported(tmp_path: Path) -> None:
    lay(tmp_path, {})
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xff.html")).write_text(page(), encoding="utf-8")

    (found,) = check_site(tmp_path)
    assert found.code == "LINK005"
    assert found.at.path.encode("utf-8").decode() == found.at.path


def test_a_folder_without_a_home_is_no_site(tmp_path: Path) -> None:
    (tmp_path / "x.txt").symlink_to("/")
    (found,) = check_site(tmp_path)

    assert (found.code, found.at.path) == ("LINK010", tmp_path.as_posix())


def test_two_walks_say_the_same(tmp_path: Path) -> None:
    lay(tmp_path, {"a.html": page('<a href="b">x</a><a href="c">x</a>'), "d.html": page()})

    assert check_site(tmp_path) == check_site(tmp_path)

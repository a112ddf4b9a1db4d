"""The site as real servers give it away: headers, types, redirects, copies, "not found"; the same by every one of them."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import brotli
import pytest
from builds import DAY, THEME, built, change, clean, lay, sitegen, tree
from servers import Answer, Server, caddy, free_port, nginx, pythons_own

from site_gen.base.diagnostics import Diagnostic
from site_gen.outputs.hosting.compressed import compressed_copies_of, original
from site_gen.outputs.hosting.policy import (
    CONTENT,
    FINGERPRINTED,
    KEEP,
    META,
    REVALIDATE,
    TYPES,
    Host,
    common_headers,
)
from site_gen.outputs.hosting.static import headers_file, redirects_file
from site_gen.outputs.links import check_site
from site_gen.outputs.privacy.text import of_html
from site_gen.pipeline.request import Request
from site_gen.pipeline.steps import check

ADDRESS = "https://xamau.example.vn"
PAGE = "pages/gioi-thieu.md"


def moving(content: Path) -> Path:
    """The small site with pages that were elsewhere."""
    page = content / PAGE
    page.write_text(
        page.read_text(encoding="utf-8").replace(
            "---\n", "---\nformerly:\n  - tin/bai-cu.html\n  - gioi-thieu-cu/\n", 1
        ),
        encoding="utf-8",
    )
    with (content / "site.yml").open("a", encoding="utf-8") as settings:
        settings.write("moved:\n  - {old: cu/muc/x.htm, new: don-vi/index.html}\n")
    return content


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return moving(lay(tmp_path_factory.mktemp("hosting") / "content"))


@pytest.fixture(scope="module")
def site(content: Path) -> Path:
    out = content.parent / "output"
    assert built(content, out, base_url=ADDRESS, precompress=True).published is not None
    return out


def serving(name: str, content: Path, site: Path, base_url: str, home: Path) -> AbstractContextManager[Server]:
    port = free_port()
    ran = sitegen(
        "export", name, "-s", content, "-d", site, "--base-url", base_url, "--listen", f"127.0.0.1:{port}",
        "--as-of", DAY.isoformat(), cwd=content.parent,
    )  # fmt: skip  # a command as it is typed
    assert ran.returncode == 0, ran.stderr
    if name == "caddy":
        # A site with a name answers to that name alone; on a port of this machine there is none.
        return caddy(re.sub(r"^http://[\w.-]+:", "http://:", ran.stdout, flags=re.MULTILINE), port, home)
    return nginx(ran.stdout, port, home)


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def server(
    request: pytest.FixtureRequest, content: Path, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    with serving(request.param, content, site, ADDRESS, tmp_path_factory.mktemp(request.param)) as running:
        yield running


# --- what `_headers` says, read as a host reads it ----------------------------------------------------
def said(file: bytes, path: str) -> dict[str, list[str]]:
    """The headers that `_headers` gives a path: of every block whose pattern fits, as Cloudflare documents it."""
    out: dict[str, list[str]] = {}
    fits = False
    for line in file.decode().splitlines():
        if not line.startswith(" "):
            pattern = re.sub(r":\w+", "[^/]+", re.escape(line).replace(r"\*", ".*").replace("\\:", ":"))
            fits = re.fullmatch(pattern, path) is not None
        elif fits:
            name, _, value = line.strip().partition(": ")
            out.setdefault(name.lower(), []).append(value)
    return out


def asset(site: Path) -> str:
    return next(path.relative_to(site).as_posix() for path in sorted((site / "assets").glob("site.*.css")))


def table(site: Path) -> str:
    return next(path.relative_to(site).as_posix() for path in sorted((site / "du-lieu").rglob("*.csv")))


def test_a_server_says_what_the_file_for_static_hosts_says(server: Server, site: Path) -> None:
    index = next(path.relative_to(site).as_posix() for path in sorted((site / "tim-kiem").glob("*.js")))
    for path in ("index.html", "don-vi/index.html", asset(site), index, table(site)):
        answer = server.get(f"/{path}")
        assert answer.status == 200, path
        expected = said((site / "_headers").read_bytes(), f"/{path}")
        assert {name: [answer.headers.get(name)] for name in expected} == expected, path


def test_no_two_blocks_say_one_thing_of_one_file(site: Path) -> None:
    file = (site / "_headers").read_bytes()
    for path in tree(site):
        assert [name for name, values in said(file, f"/{path}").items() if len(values) > 1] == [], path


def test_pages_are_asked_for_each_time_and_named_assets_never_again(server: Server, site: Path) -> None:
    assert server.get("/").headers["cache-control"] == REVALIDATE
    assert server.get(f"/{table(site)}").headers["cache-control"] == REVALIDATE
    assert server.get(f"/{asset(site)}").headers["cache-control"] == KEEP
    missing = server.get("/assets/khong-co.0123456789.css")
    assert (missing.status, missing.headers["cache-control"]) == (404, REVALIDATE)


def test_what_a_page_cannot_say_itself_the_server_says(server: Server) -> None:
    headers = server.get("/index.html").headers

    assert headers["content-security-policy"] == f"{CONTENT}; frame-ancestors 'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["strict-transport-security"] == "max-age=31536000"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "geolocation=()" in headers["permissions-policy"]
    assert not re.search(r"\d", headers.get("server", ""))


def test_a_missing_page_is_told_by_the_sites_own(server: Server) -> None:
    answer = server.get("/khong/co/trang.csv")

    assert answer.status == 404
    assert "Không tìm thấy trang" in answer.body.decode()
    assert answer.headers["content-type"].lower() == "text/html; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == REVALIDATE


@pytest.mark.parametrize("path", ["/.sitegen.json", "/_headers", "/_redirects"])
def test_what_is_for_machines_of_ours_is_not_given_away(server: Server, path: str) -> None:
    assert server.get(path).status == 404


def test_every_text_says_its_type_and_charset(server: Server, site: Path) -> None:
    seen = {path.rpartition(".")[2]: path for path in tree(site) if not path.startswith(".")}
    kinds = {ending: seen[ending] for ending in TYPES if ending in seen}
    assert {"html", "css", "js", "json", "csv", "atom", "ics", "svg"} <= set(kinds)
    answers = {ending: server.get(f"/{path}").headers["content-type"].lower() for ending, path in kinds.items()}

    assert answers == {ending: f"{TYPES[ending]}; charset=utf-8" for ending in kinds}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/tin/bai-cu.html", "/gioi-thieu.html"),
        ("/gioi-thieu-cu/", "/gioi-thieu.html"),
        ("/gioi-thieu-cu", "/gioi-thieu.html"),
        ("/gioi-thieu-cu/index.html", "/gioi-thieu.html"),
        ("/cu/muc/x.htm", "/don-vi/index.html"),
    ],
)
def test_an_old_address_answers_301(server: Server, site: Path, old: str, new: str) -> None:
    answer = server.get(old)

    assert (answer.status, answer.headers["location"]) == (301, new)
    assert f"{old} {new} 301" in (site / "_redirects").read_text(encoding="utf-8").splitlines()
    assert server.get(new).status == 200


def unpacked(answer: Answer) -> bytes:
    assert answer.headers["content-encoding"] == "gzip"
    assert "accept-encoding" in answer.headers["vary"].lower()
    return gzip.decompress(answer.body)


def test_a_compressed_twin_is_what_the_server_sends(server: Server, site: Path) -> None:
    answer = server.get("/index.html", Accept_Encoding="gzip")

    assert answer.body == (site / "index.html.gz").read_bytes()
    assert unpacked(answer) == (site / "index.html").read_bytes()


# --- below a path, and without any server of note ------------------------------------------------------
@pytest.mark.parametrize("name", ["nginx", "caddy"])
def test_a_site_below_a_path_is_given_away_below_it(name: str, content: Path, tmp_path: Path) -> None:
    out = tmp_path / "output"
    assert built(content, out, base_url="http://tinh.example.vn/xa/mau").published is not None
    with serving(name, content, out, "http://tinh.example.vn/xa/mau", tmp_path / name) as server:
        page, missing = server.get("/xa/mau/index.html"), server.get("/xa/mau/a/b.html")
        assert (page.status, page.headers["cache-control"]) == (200, REVALIDATE)
        assert "strict-transport-security" not in page.headers
        assert server.get(f"/xa/mau/{asset(out)}").headers["cache-control"] == KEEP
        assert server.get("/xa/mau/tin/bai-cu.html").headers["location"] == "/xa/mau/gioi-thieu.html"
        assert (missing.status, "/xa/mau/assets/" in missing.body.decode()) == (404, True)
        assert server.get("/index.html").status == 404 or name == "caddy"


def test_pythons_own_server_shows_the_site(site: Path, tmp_path: Path) -> None:
    with pythons_own(site, free_port(), tmp_path) as server:
        for path in ("/", "/don-vi/index.html", "/gioi-thieu-cu/", f"/{asset(site)}"):
            assert server.get(path).status == 200, path


def test_a_portal_speaks_for_its_sites(tmp_path: Path) -> None:
    content = tmp_path / "content"
    for name in ("xa", "phuong"):
        moving(lay(content / name))
    (content / "fleet.yml").write_text("title: Cổng\nsites: [xa, phuong]\n", encoding="utf-8")
    out = tmp_path / "output"
    assert built(content, out, base_url=ADDRESS).published is not None
    with serving("nginx", content, out, ADDRESS, tmp_path / "nginx") as server:
        assert server.get(f"/xa/{asset(out / 'xa')}").headers["cache-control"] == KEEP
        assert server.get("/xa/tin/bai-cu.html").headers["location"] == "/xa/gioi-thieu.html"
        assert server.get("/xa/khong.html").body == (out / "xa/404.html").read_bytes()
        assert server.get("/khong.html").body == (out / "404.html").read_bytes()
    assert not (out / "xa" / "_headers").exists()
    assert said((out / "_headers").read_bytes(), f"/xa/{asset(out / 'xa')}")["cache-control"] == [KEEP]


def test_a_site_of_a_portal_with_a_host_of_its_own_has_its_own_files(tmp_path: Path) -> None:
    content = tmp_path / "content"
    for name in ("xa", "phuong"):
        moving(lay(content / name))
    change(content / "xa" / "site.yml", "https://binhan.example.gov.vn", "https://xa.example.vn")
    change(content / "phuong" / "site.yml", "base_url: https://binhan.example.gov.vn\n", "")
    (content / "fleet.yml").write_text("title: Cổng\nsites: [xa, phuong]\n", encoding="utf-8")
    files = clean(content, tmp_path / "output")

    assert b"/tin/bai-cu.html /gioi-thieu.html 301" in files["xa/_redirects"]
    assert b"/xa/" not in files["_redirects"]
    assert b"/phuong/tin/bai-cu.html /phuong/gioi-thieu.html 301" in files["_redirects"]
    assert "phuong/_headers" not in files
    ran = sitegen("export", "nginx", "-s", content, "-d", tmp_path / "output", cwd=tmp_path)
    assert re.findall(r"server_name (\S+);", ran.stdout) == ["_", "xa.example.vn"]


# --- pages ---------------------------------------------------------------------------------------------
def test_every_page_says_the_part_of_the_policy_that_a_page_can_say(site: Path) -> None:
    stubs = {"tin/bai-cu.html", "gioi-thieu-cu/index.html"}
    for path, data in tree(site).items():
        if path.endswith(".html") and path not in stubs:
            text = data.decode().replace("&#39;", "'")
            assert f'<meta http-equiv="Content-Security-Policy" content="{META["content"]}">' in text, path
            assert f'<meta name="referrer" content="{META["referrer"]}">' in text, path


def test_the_layout_holds_no_policy_of_its_own() -> None:
    assert "default-src" not in (THEME / "layout.html").read_text(encoding="utf-8")


def test_the_page_at_an_old_address_leads_on_without_a_script(site: Path) -> None:
    page = (site / "tin" / "bai-cu.html").read_text(encoding="utf-8")

    assert '<meta http-equiv="refresh" content="0; url=../gioi-thieu.html">' in page
    assert f'<link rel="canonical" href="{ADDRESS}/gioi-thieu.html">' in page
    assert '<a href="../gioi-thieu.html">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert "<script" not in page
    assert len(page) < 1100
    assert of_html(page).strip()


def test_old_addresses_are_in_no_list(site: Path) -> None:
    files = tree(site)
    lists = [p for p in files if p.startswith(("tim-kiem/", "muc-luc/", "du-lieu/", "sitemap")) or p.endswith(".atom")]
    assert lists
    assert [p for p in lists if b"bai-cu" in files[p] and not p.endswith((".gz", ".br"))] == []


def test_a_site_with_moved_pages_has_nothing_to_be_told(site: Path) -> None:
    assert check_site(site) == ()


def test_where_nothing_has_moved_there_is_no_file_of_redirects(tmp_path: Path) -> None:
    files = clean(lay(tmp_path / "content"), tmp_path / "output", base_url="http://xa.example.vn")

    assert "_redirects" not in files
    assert b"Strict-Transport-Security" not in files["_headers"]


# --- what content may say of old addresses -------------------------------------------------------------
def found(content: Path) -> list[tuple[str, str, int]]:
    told: tuple[Diagnostic, ...] = check(Request(content, content.parent / "output", DAY))
    return [(d.code, Path(d.at.path).name, d.at.line) for d in told if d.code.startswith(("URL", "VALUE"))]


@pytest.mark.parametrize(
    ("old", "code"),
    [
        ("lien-he.html", "URL002"),
        ("Lien-He.html", "URL002"),
        ("gioi-thieu.html", "URL002"),
        ("don-vi/", "URL002"),
        ("https://x.vn/a.html", "VALUE001"),
        ("../a.html", "VALUE001"),
        ("a/../b.html", "VALUE001"),
        ("a.aspx", "VALUE001"),
        ("bài.html", "VALUE001"),
        ("a b.html", "VALUE001"),
        ("con.html", "VALUE001"),
        ("_headers/", "VALUE001"),
        ("a" * 220 + ".html", "VALUE001"),
        ("''", "VALUE001"),
    ],
)
def test_an_old_address_that_cannot_be_one_is_told_at_its_line(tmp_path: Path, old: str, code: str) -> None:
    content = lay(tmp_path / "content")
    page = content / PAGE
    page.write_text(
        page.read_text(encoding="utf-8").replace("---\n", f"---\nformerly:\n  - tin/cu.html\n  - {old}\n", 1), "utf-8"
    )
    assert found(content) == [(code, "gioi-thieu.md", 4)]


def settings(content: Path, *moved: str) -> Path:
    with (content / "site.yml").open("a", encoding="utf-8") as file:
        file.write("moved:\n" + "".join(f"  - {line}\n" for line in moved))
    return content


@pytest.mark.parametrize(
    ("moved", "codes"),
    [
        (["{old: a.html, new: lien-he.html}", "{old: a.html, new: index.html}"], ["URL003"]),
        (["{old: a.html, new: b.html}", "{old: b.html, new: lien-he.html}"], ["URL004"]),
        (["{old: a.html, new: khong-co.html}"], ["URL005"]),
        (["{old: a.html, new: Lien-he.html}"], ["URL005"]),
        (["{old: lien-he.html, new: index.html}"], ["URL002"]),
        (["{old: a.html, new: a.html}"], ["URL002"]),
        (["{old: a.html, new: 'https://x.vn/a.html'}"], ["VALUE001"]),
        (["{old: a.html, new: lien-he.html}", "{old: b/, new: lien-he.html}"], []),
    ],
)
def test_moves_that_lead_astray_are_told(tmp_path: Path, moved: list[str], codes: list[str]) -> None:
    content = settings(lay(tmp_path / "content"), *moved)
    lines = (content / "site.yml").read_text(encoding="utf-8").splitlines()
    told = found(content)

    assert [code for code, *_ in told] == codes
    assert all("old:" in lines[line - 1] for _, _, line in told)


def test_an_address_claimed_by_an_entry_is_not_claimed_by_the_settings_too(tmp_path: Path) -> None:
    content = moving(lay(tmp_path / "content"))
    change(content / "site.yml", "old: cu/muc/x.htm", "old: Tin/bai-cu.html")
    ((code, file, _),) = found(content)

    assert (code, file) == ("URL003", "site.yml")


# --- copies ---------------------------------------------------------------------------------------------
def test_every_text_has_its_twins_and_nothing_else_has(site: Path) -> None:
    files = {path for path in tree(site) if path != ".sitegen.json"}
    texts = {p for p in files if p.endswith(tuple(f".{e}" for e in TYPES))}

    assert {original(p) for p in files} == {p for p in files if original(p) == p}
    assert {p for p in files if original(p) != p} == {copy for p in texts for copy in compressed_copies_of(p)}
    assert compressed_copies_of("files/a.pdf") == ()


def test_brotli_twins_hold_the_same_text(site: Path) -> None:
    assert brotli.decompress((site / "index.html.br").read_bytes()) == (site / "index.html").read_bytes()


def test_twins_come_and_go_with_the_wish_and_are_the_same_each_time(tmp_path: Path) -> None:
    content, out = lay(tmp_path / "content"), tmp_path / "output"
    plain = clean(content, out)
    packed = clean(content, out, precompress=True)
    assert packed == clean(content, tmp_path / "afresh", precompress=True)
    assert {p: d for p, d in packed.items() if original(p) == p and p != ".sitegen.json"} == {
        p: d for p, d in plain.items() if p != ".sitegen.json"
    }
    (out / "index.html.gz").unlink()
    assert clean(content, out, precompress=True) == packed
    assert clean(content, out) == plain


def test_the_files_for_static_hosts_stand_below_the_sites_path() -> None:
    host = Host("https://tinh.example.vn/xa", moves=(("a.html", "b.html"),))

    assert redirects_file(host) == b"/xa/a.html /xa/b.html 301\n"
    assert headers_file(host).startswith(b"/xa/*\n")
    assert dict(common_headers(host.secure))["Strict-Transport-Security"] == "max-age=31536000"
    assert set(FINGERPRINTED) == {"assets", "tim-kiem"}


@pytest.mark.parametrize(
    ("address", "name", "prefix"),
    [
        ("", "", "/"),
        ("https://xa.vn", "xa.vn", "/"),
        ("https://xa.vn:8443/a/b/", "xa.vn", "/a/b/"),
        ("https://xãmẫu.vn", "xn--xmu-mla5329a.vn", "/"),
    ],
)
def test_an_address_is_a_name_and_a_path(address: str, name: str, prefix: str) -> None:
    assert (Host(address).name, Host(address).prefix) == (name, prefix)


def test_export_says_nothing_while_content_leads_astray(tmp_path: Path) -> None:
    content = settings(lay(tmp_path / "content"), "{old: a.html, new: khong-co.html}")
    ran = sitegen("export", "nginx", "-s", content, "-o", "x.conf", cwd=tmp_path)

    assert (ran.returncode, "URL005" in ran.stdout, (tmp_path / "x.conf").exists()) == (1, True, False)


@pytest.mark.parametrize("words", [("nginx", "--listen", "80; x"), ("nginx", "-d", 'a"b'), ("apache",)])
def test_export_refuses_what_a_server_would_read_otherwise(tmp_path: Path, words: tuple[str, ...]) -> None:
    lay(tmp_path / "content")

    assert sitegen("export", *words, cwd=tmp_path).returncode == 2

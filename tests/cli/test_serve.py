"""`sitegen serve` without a browser: what it answers, what it refuses, and how it begins and ends."""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from preview_server import Served, lay_out, until

if TYPE_CHECKING:
    from conftest import Run

SECRET = "không ai được đọc"
UPGRADE = (
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    home = tmp_path_factory.mktemp("served")
    lay_out(home)
    (home / "secret.html").write_text(SECRET, encoding="utf-8")
    with Served(home) as running:
        for name, target in (("link.html", home / "secret.html"), ("folder", home), ("404.html", home / "secret.html")):
            planted = running.root / "planted" / name
            planted.parent.mkdir(exist_ok=True)
            planted.symlink_to(target)
        yield running


def test_a_page_is_utf_8_never_kept_and_carries_the_reload_script(served: Served) -> None:
    status, headers, text = served.ask("/gioi-thieu.html")

    assert status == 200
    assert "content-type: text/html; charset=utf-8" in headers
    assert "cache-control: no-store" in headers
    assert f'<script src="/livereload.js?host=127.0.0.1&amp;port={served.port}' in text
    assert "</html>" in text


@pytest.mark.parametrize(
    ("ending", "kind"),
    [("css", "text/css; charset=utf-8"), ("svg", "image/svg+xml; charset=utf-8"), ("pdf", "application/pdf")],
)
def test_a_file_has_its_type_and_charset(served: Served, ending: str, kind: str) -> None:
    file = next(served.root.rglob(f"*.{ending}"))

    status, headers, _ = served.ask(f"/{file.relative_to(served.root).as_posix()}")

    assert status == 200
    assert f"content-type: {kind}\r\n" in headers


def test_a_folder_leads_to_its_first_page(served: Served) -> None:
    status, headers, _ = served.ask("/don-vi")
    index, _, text = served.ask("/don-vi/")

    assert (status, index) == (301, 200)
    assert "location: /don-vi/\r\n" in headers
    assert "<h1" in text


def test_a_missing_page_is_the_sites_own_with_links_that_hold_at_any_depth(served: Served) -> None:
    status, _, text = served.ask("/khong/co/trang.html")

    assert status == 404
    assert 'href="/assets/site.' in text
    assert 'href="/index.html"' in text


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
def test_this_computers_names_are_answered(served: Served, name: str) -> None:
    assert served.ask("/", f"{name}:{served.port}")[0] == 200


@pytest.mark.parametrize("target", ["/", "/gioi-thieu.html", "/livereload.js", "/_preview/findings", "/khong-co.html"])
@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "localhost.evil:{port}"]
)
def test_a_foreign_host_header_is_refused(served: Served, target: str, host: str) -> None:
    status, _, text = served.ask(target, host.format(port=served.port))

    assert status == 421
    assert f"This preview answers only at {served.address}\n" == text


def test_a_request_without_a_host_header_is_refused(served: Served) -> None:
    assert served.ask("/", "")[0] in (400, 421)


def test_a_foreign_page_may_not_listen(served: Served) -> None:
    own, foreign = f"127.0.0.1:{served.port}", "evil.example"

    assert served.ask("/livereload", own, *UPGRADE, f"Origin: http://{own}")[0] == 101
    assert served.ask("/livereload", own, *UPGRADE, f"Origin: http://{foreign}")[0] == 403
    assert served.ask("/livereload", foreign, *UPGRADE, f"Origin: http://{foreign}")[0] == 421


@pytest.mark.parametrize(
    "target",
    [
        "/../secret.html",
        "/../../../../secret.html",
        "/%2e%2e/%2e%2e/%2e%2e/%2e%2e/secret.html",
        "/..%2f..%2f..%2f..%2fsecret.html",
        "/assets/../../../../../secret.html",
        "/%252e%252e/secret.html",
        "/..%5c..%5csecret.html",
        "/....//secret.html",
        "//etc/passwd",
        "/%2fetc/passwd",
        "http://127.0.0.1/../secret.html",
        "/secret.html%00.html",
        "/planted/link.html",
        "/planted/folder/",
        "/planted/folder/secret.html",
        "/planted/khong-co.html",
        "/.sitegen.json",
        "/assets/.hidden",
    ],
)
@pytest.mark.parametrize("kind", ["text/html", "*/*"])
def test_nothing_outside_the_preview_is_served(served: Served, target: str, kind: str) -> None:
    status, _, text = served.ask(target, None, f"Accept: {kind}")

    assert status in (400, 403, 404)
    assert SECRET not in text
    assert "root:" not in text


def test_an_absolute_path_of_this_computer_is_not_served(served: Served) -> None:
    status, _, text = served.ask(f"/{served.home}/secret.html")

    assert status in (403, 404)
    assert SECRET not in text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_changed_through_it(served: Served, method: str) -> None:
    assert served.ask("/index.html", method=method)[0] == 405


def test_a_reload_cannot_be_forced_from_outside(served: Served) -> None:
    assert served.ask("/forcereload")[0] == 404


def test_the_findings_can_be_read_at_any_time(served: Served) -> None:
    status, _, text = served.ask("/_preview/findings")

    assert status == 200
    assert "<h1>Findings</h1>" in text


def test_while_the_content_is_broken_every_page_is_the_findings_and_files_stay(tmp_path: Path) -> None:
    (lay_out(tmp_path) / "pages" / "gioi-thieu.md").write_text("chưa có phần đầu\n", encoding="utf-8")
    with Served(tmp_path) as served:
        answers = [served.ask(target) for target in ("/", "/gioi-thieu.html", "/khong/co/")]
        sheet, _, css = served.ask("/_preview/findings.css")

    assert [status for status, _, _ in answers] == [500, 500, 500]
    assert all("content/pages/gioi-thieu.md:1" in text and "livereload.js" in text for _, _, text in answers)
    assert sheet == 200
    assert "--paper" in css
    assert served.builds[0].startswith("not built; 1 errors")


def test_what_word_and_clouds_leave_never_breaks_the_preview_for_longer_than_it_lies_there(tmp_path: Path) -> None:
    content = lay_out(tmp_path)
    (content / "files" / "~$ke-hoach.docx").write_bytes(b"\x08An")
    with Served(tmp_path) as served:
        assert served.ask("/")[0] == 200
        copy = content / "units" / "van-phong (1).yml"
        copy.write_bytes((content / "units" / "van-phong.yml").read_bytes())
        until(lambda: "FILE014" in served.ask("/")[2], "the copy was not told")
        (content / "files" / "~$ke-hoach.docx").unlink()
        copy.unlink()
        until(lambda: "FILE014" not in served.ask("/")[2], "the preview did not recover")
        assert served.ask("/")[0] == 200


def test_the_theme_is_watched_and_the_published_output_left_alone(tmp_path: Path) -> None:
    lay_out(tmp_path)
    with Served(tmp_path) as served:
        sheet = served.theme / "styles" / "10-base.css"
        sheet.write_text(sheet.read_text(encoding="utf-8") + "h1 { color: green; }\n", encoding="utf-8")
        until(lambda: len(served.builds) == 2, "the theme was not built")
        code = served.end(signal.SIGTERM)

    assert code == 0
    assert served.builds[1].startswith("theme/styles/10-base.css: built in ")
    assert not (tmp_path / "output").exists()


def test_content_that_goes_away_is_told_and_may_come_back(tmp_path: Path) -> None:
    content = lay_out(tmp_path)
    with Served(tmp_path) as served:
        content.rename(tmp_path / "elsewhere")
        until(lambda: len(served.builds) == 2, "the loss was not noticed")
        status, _, text = served.ask("/")
        (tmp_path / "elsewhere").rename(content)
        until(lambda: len(served.builds) == 3, "the return was not noticed")
        again, _, _ = served.ask("/")

    assert (status, again) == (500, 200)
    assert "there is no content folder" in text


def test_ctrl_c_ends_it_quietly_and_the_browser_is_opened_when_asked(tmp_path: Path) -> None:
    lay_out(tmp_path)
    browser = tmp_path / "browser"
    browser.write_text('#!/bin/sh\necho "$1" > opened.txt\n', encoding="utf-8")
    browser.chmod(0o755)
    opened = tmp_path / "opened.txt"
    with Served(tmp_path, "--open", BROWSER=f"{browser} %s") as served:
        until(lambda: opened.exists() and opened.read_text() != "", "the browser was not opened")
        served.ask("/khong-co.css")  # what goes wrong in the browser is not told at the terminal
        served.ask("/", "evil.example")
        code = served.end()

    assert code == 0
    assert f"{served.address}\n" == opened.read_text()
    assert ["Building the preview of content …", f"Preview: {served.address} (Ctrl-C ends it)"] == [
        line for line in served.lines if line[9:] not in served.builds
    ]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.7", "example.org"])
def test_it_listens_on_this_computer_only(run: Run, content: Path, host: str) -> None:
    ran = run("serve", "--host", host)

    assert ran.code == 2
    assert f"error: `--host {host}` would show the preview to other computers\n" in ran.err
    assert "publish a build" in ran.err


def test_a_taken_port_is_told_with_a_free_one(run: Run, content: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        ran = run("serve", "--port", str(port))

    assert ran.code == 2
    assert f"error: port {port} is taken, perhaps by another preview\n" in ran.err
    named = int(ran.err.rpartition("--port ")[2].strip().rstrip("`"))
    socket.create_server(("127.0.0.1", named)).close()


def test_a_missing_content_folder_is_wrong_usage(run: Run) -> None:
    ran = run("serve", "-s", "nowhere")

    assert ran.code == 2
    assert "there is no content folder `nowhere`" in ran.err


def test_a_folder_that_is_not_ours_is_not_served(run: Run, content: Path, tmp_path: Path) -> None:
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "letter.txt").write_text(SECRET, encoding="utf-8")

    ran = run("serve", "-d", "private")

    assert ran.code == 2
    assert "letter.txt" in ran.err

from __future__ import annotations

import pytest

from site_gen.cli.serving.live import not_found_page, with_reload_script

HOST = "127.0.0.1:8000"
SCRIPT = '<script src="/livereload.js?host=127.0.0.1&amp;port=8000&amp;mindelay=250&amp;maxdelay=2000" defer></script>'
META = '<meta http-equiv="Content-Security-Policy" content="{}">'


def test_the_script_is_the_last_of_the_head() -> None:
    html = "<!doctype html><head><title>a</title></head><p>x</p>"

    assert with_reload_script(html.encode(), HOST).decode() == html.replace("</head>", f"{SCRIPT}</head>")


def test_a_page_without_an_end_of_its_head_has_the_script_at_its_end() -> None:
    assert with_reload_script(b"<!doctype html><title>a</title><p>x", HOST).decode().endswith(f"<p>x{SCRIPT}")


def test_the_script_is_told_the_port_of_an_ipv6_address() -> None:
    assert "?host=[::1]&amp;port=8000&amp;" in with_reload_script(b"</head>", "[::1]:8000").decode()


@pytest.mark.parametrize(
    ("policy", "relaxed"),
    [
        (
            "default-src 'none'; script-src 'self'; connect-src 'self'",
            "default-src 'none'; script-src 'self'; connect-src 'self' ws://127.0.0.1:8000",
        ),
        ("default-src 'none'", "default-src 'none'; script-src 'self'; connect-src 'self' ws://127.0.0.1:8000"),
        (
            "script-src 'sha256-abc'; style-src 'self'",
            "script-src 'sha256-abc' 'self'; style-src 'self'; connect-src 'self' ws://127.0.0.1:8000",
        ),
        (
            "default-src 'self' https:; connect-src 'none'",
            "default-src 'self' https:; connect-src 'self' ws://127.0.0.1:8000; script-src 'self' https:",
        ),
    ],
)
def test_a_pages_own_policy_lets_the_script_in_and_nothing_else(policy: str, relaxed: str) -> None:
    html = f"{META.format(policy)}</head>{META.format(policy)}"

    assert (
        with_reload_script(html.encode(), HOST).decode()
        == f"{META.format(relaxed)}{SCRIPT}</head>{META.format(policy)}"
    )


def test_the_links_of_a_page_for_missing_addresses_hold_at_any_depth() -> None:
    html = b'<link href="assets/a.css"><a href="index.html"></a><a href="#b"></a><a href="mailto:a@b"></a>'

    assert not_found_page(html, "xa/") == html.replace(b'"assets', b'"/xa/assets').replace(b'"index', b'"/xa/index')


def test_links_to_where_the_site_is_published_are_turned_to_the_preview() -> None:
    html = (
        b'<link rel="canonical" href="https://xa.vn/trang/404.html">'
        b'<a href="https://xa.vn/trang/index.html"></a><a href="https://khac.vn/"></a>'
    )

    assert not_found_page(html, "") == (
        b'<link rel="canonical" href="/404.html"><a href="/index.html"></a><a href="https://khac.vn/"></a>'
    )

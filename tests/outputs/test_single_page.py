"""A page as one file: what it needs is in it, what it cannot reach is text."""

from __future__ import annotations

import pytest

from site_gen.outputs.single_page import POLICY, single_page

FILES = {"assets/site.css": b"p { color: red }", "files/anh.png": b"\x89PNG"}
HERE = "chi-so/2026/1.html"


def made(html: str) -> str:
    def lead(url: str) -> str | None:
        return "../ben-canh.html" if url == "chi-so/2026.html" else None

    return single_page(html, HERE, FILES.get, lead)


@pytest.mark.parametrize(
    ("html", "single"),
    [
        ('<link rel="stylesheet" href="../../assets/site.css">', "<style>p { color: red }</style>\n"),
        ('<link rel="stylesheet" href="../../assets/none.css">', ""),
        ('<link rel="icon" href="../../assets/site.css">\n<p>', "<p>"),
        ('<script src="../../assets/site.js" defer></script><script>\nalert()\n</script><p>', "<p>"),
        ('<form action="../../tim-kiem.html"><input></form><p>', "<p>"),
        ('<a href="../2026.html#tc-1">x</a>', '<a href="../ben-canh.html#tc-1">x</a>'),
        ('<a class="b" href="../../don-vi/xa.html">x</a>', '<a class="b">x</a>'),
        ('<a href="#tc-1">x</a>', '<a href="#tc-1">x</a>'),
        ('<a href="https://example.gov.vn/?a=1&amp;b=2">x</a>', '<a href="https://example.gov.vn/?a=1&amp;b=2">x</a>'),
        ('<a href="mailto:xa@example.gov.vn">x</a>', '<a href="mailto:xa@example.gov.vn">x</a>'),
        (
            '<img src="../../files/anh.png" alt="Ảnh" width="1">',
            '<img src="data:image/png;base64,iVBORw==" alt="Ảnh" width="1">',
        ),
        ('<img src="../../files/khac.png" alt="Ảnh">', ""),
    ],
)
def test_what_becomes_of_each_tag(html: str, single: str) -> None:
    assert made(html) == single


def test_it_may_load_nothing() -> None:
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'
    assert made(policy) == f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'

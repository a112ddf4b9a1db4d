import pytest

from site_gen.render.markdown import render


def marked(target: str) -> str:
    return f"({target})"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<b>x</b> <script>", "<p>&lt;b&gt;x&lt;/b&gt; &lt;script&gt;</p>\n"),
        ("[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>\n"),
        ("[a](data:text/html,x)", "<p>[a](data:text/html,x)</p>\n"),
        ("[a](https://example.vn)", '<p><a href="https://example.vn" rel="noopener">a</a></p>\n'),
        ("[a](mailto:a@example.vn)", '<p><a href="mailto:a@example.vn">a</a></p>\n'),
        ("[a](ke-hoach/x.html#y)", '<p><a href="(ke-hoach/x.html#y)">a</a></p>\n'),
        ("![sơ đồ](files/a.png)", '<p><img src="(files/a.png)" alt="sơ đồ" loading="lazy" decoding="async" /></p>\n'),
        (
            "[![a](files/a.png)](b.html)",
            '<p><a href="(b.html)"><img src="(files/a.png)" alt="a" loading="lazy" decoding="async" /></a></p>\n',
        ),
        ('~~cũ~~ -- "x"', "<p><s>cũ</s> -- &quot;x&quot;</p>\n"),
        ("    a\n\n      b", "<pre><code>a\n\n  b\n</code></pre>\n"),
    ],
)
def test_markdown_becomes_safe_html(text: str, html: str) -> None:
    assert render(text, marked) == html


def test_headings_can_be_cited_and_take_no_id_of_the_page() -> None:
    assert render("## Nội dung\n\n[về đầu](#noi-dung) [ra ngoài](#phu-luc)") == (
        '<h2 id="doan-noi-dung">Nội dung</h2>\n'
        '<p><a href="#doan-noi-dung">về đầu</a> <a href="#phu-luc">ra ngoài</a></p>\n'
    )


def test_equal_headings_get_different_ids() -> None:
    html = render("# A\n\n# A\n\n# A 2\n\n# ?\n\n# !")
    ids = [part.partition('"')[0] for part in html.split(' id="')[1:]]
    assert ids == ["doan-a", "doan-a-2", "doan-a-2-2", "doan-muc", "doan-muc-2"]


def test_tables_scroll_by_themselves_and_their_headers_are_those_of_columns() -> None:
    html = render("|a|\n|-|\n|b|")
    assert html.startswith(
        '<div class="scroll" tabindex="0" role="region" aria-label="a">'
        '<table class="plain"><caption class="vh">a</caption>\n'
    )
    assert html.endswith("</table></div>\n")
    assert '<th scope="col">a</th>' in html

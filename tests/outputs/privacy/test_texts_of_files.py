"""The words of an output file are what its reader meets."""

from __future__ import annotations

import json
import re
from html import unescape
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.outputs.privacy import scan, text_of
from site_gen.outputs.privacy import text as texts

PHONE = [("PRIVACY002", "0912345678")]

FOUND = {
    "cut by tags": ("a.html", "<p>0912<wbr>345<b>678</b></p>"),
    "cut by a comment": ("a.html", "<p>0912<!-- x -->345678</p>"),
    "in entities": ("a.html", "<p>&#48;912&nbsp;345&#x20;678</p>"),
    "over a line end": ("a.html", "<p>0912 345\n678</p>"),
    "in a link": ("a.html", '<a href="tel:+84912345678">gọi</a>'),
    "in an encoded link": ("a.html", '<a href="tel:%2B84%20912%20345%20678">gọi</a>'),
    "in a title": ("a.html", '<img src="a.png" alt="số 0912345678">'),
    "in a meta tag": ("a.html", '<meta name="description" content="số 0912345678">'),
    "in the name of a file": ("a.html", '<a href="../files/don-0912345678.pdf">tệp</a>'),
    "in the text of a drawing": ("a.svg", '<svg><text x="1">0912345678</text></svg>'),
    "in a feed": ("tin.atom", "<summary>gọi 0912345678</summary>"),
    "in JSON": ("a.json", json.dumps({"rows": [{"note": "0912 345 678"}]})),
    "in CSV": ("a.csv", "tên;số\nA;0912345678\n"),
    "in plain text": ("a.txt", "0912 345 678"),
    "in a folded calendar": ("a.ics", "DESCRIPTION:gọi 0912345\r\n 678\r\n"),
    "lost its zero in a table": ("a.csv", "Họ tên,Số điện thoại\nA,912345678\n"),
}


@pytest.mark.parametrize("case", FOUND)
def test_a_number_is_found(case: str) -> None:
    path, content = FOUND[case]
    text = text_of(path, content.encode())
    assert text is not None
    assert [(hit.code, hit.key) for hit in scan(text)] == PHONE


INNOCENT = {
    "numbers in cells beside each other": ("a.html", "<tr><td>0912</td><td>345</td><td>678</td></tr>"),
    "numbers in lines below each other": ("a.html", "<li>0912</li><li>345678</li>"),
    "the name of an asset": (
        "a.html",
        '<link href="../assets/site.0912345678.css"><script src="assets/x.0912345678.js"></script>',
    ),
    "what a drawing is made of": (
        "a.html",
        '<svg viewBox="0 0 0912345678 9"><path d="M0912345678 0912 345 678L1 2"/></svg>',
    ),
    "ids and classes": ("a.html", '<p id="n0912345678" class="0912345678">x</p>'),
    "numbers of JSON": ("a.json", '{"total": 84912345678, "part": 912345678}'),
    "cells of CSV": ("a.csv", "0912,345,678\n"),
    "a style sheet": ("a.css", "/* 0912345678 */"),
    "a picture": ("a.png", "0912345678"),
}


@pytest.mark.parametrize("case", INNOCENT)
def test_nothing_is_found_in(case: str) -> None:
    path, content = INNOCENT[case]
    assert scan(text_of(path, content.encode()) or "") == []


def test_a_cell_carries_the_name_of_its_column() -> None:
    html = (
        '<tr><td data-l="Họ tên">A</td><td data-l="Số CMND">095123456</td><td data-l="Ngày sinh">01/02/1990</td></tr>'
    )
    assert [hit.code for hit in scan(text_of("a.html", html.encode()) or "")] == ["PRIVACY001", "PRIVACY004"]
    csv = "STT,Số CMND,Số tài khoản\n1,095123456,1234567890\n2,,9876543210\n"
    hits = [(hit.code, hit.key) for hit in scan(text_of("a.csv", csv.encode()) or "")]
    assert hits == [("PRIVACY001", "095123456"), ("PRIVACY005", "1234567890"), ("PRIVACY005", "9876543210")]


def test_a_label_beside_its_value_tells_what_it_is() -> None:
    html = "<dl><dt>Số tài khoản</dt><dd>1234567890</dd><dt>Ngày sinh</dt><dd>1/2/1990</dd></dl>"
    assert [hit.code for hit in scan(text_of("a.html", html.encode()) or "")] == ["PRIVACY005", "PRIVACY004"]


def test_json_that_is_none_is_read_as_text() -> None:
    assert text_of("a.json", b"[0912345678") == "[0912345678"


# What tags say is kept from page to page; a text is the same as if each page were read alone.

ATTRIBUTES = st.sampled_from(
    ['title="a"', 'href="a/b.html"', 'alt="x > y"', 'title="<b>"', 'data-l="Số"', 'content="href="', 'src="assets/a.js"',
     "title='a'", 'title="', '"', "checked", 'title=""', 'href="a%20b"']
)  # fmt: skip  # words of a list
TAGS = st.builds(
    lambda name, said: f"<{' '.join([name, *said])}>",
    st.sampled_from(["p", "/p", "td", "a", "b", "img", "!-- a", "!-- x --"]),
    st.lists(ATTRIBUTES, max_size=3),
)
HTML = st.lists(
    TAGS | st.sampled_from(['title="b"', ' href="c" ', "-->", "a &amp; b", "\n", "<", ">", '"', " "]), max_size=10
)


def plainly(html: str) -> str:
    """The words of HTML by the expressions alone."""
    html = html.replace("\n", " ")

    def shown(tag: re.Match[str]) -> str:
        label = texts._LABEL.search(tag[0])
        return "" if texts._INSIDE.match(tag[0]) else f"\n{label[1]}: " if label else "\n"

    words = texts._TAG.sub(shown, html)
    if said := dict.fromkeys(texts._SAID.findall(html)):
        words += "\n" + unquote("\n".join(said))
    return unescape(words)


@given(HTML.map("".join))
@settings(max_examples=400)
def test_what_attributes_say_is_found_whatever_the_tags_look_like(html: str) -> None:
    assert texts.of_html(html) == plainly(html)

"""What Markdown may not hold, told at its true place."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from site_gen.base.plain_text import SourceFile
from site_gen.reading.bare_addresses import link_bare
from site_gen.reading.markdown_faults import faults
from site_gen.reading.markdown_file import read_markdown, split
from site_gen.reading.markdown_html import html_of
from site_gen.reading.markdown_links import addresses
from site_gen.reading.markdown_parsers import parsers
from site_gen.reading.markdown_text import check_text, parsed
from site_gen.reading.refusals import REFUSALS, Refusal

SIGNS = st.sampled_from(
    [
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "<script>",
        "](javascript:x)",
        "![",
        "[",
        "]",
        "[a]: data:x",
        "# ",
        "===",
        "`",
        "```",
        "\n",
        "\n\n",
        "    ",
        "|",
        "|-|",
        "<https://a.vn>",
        "<javascript:a>",
        "&#106;avascript:",
        "\\",
        "*",
        "a",
        "- ",
    ]
)
markdown_like = st.lists(SIGNS, max_size=40).map("".join)


def codes(text: str) -> list[tuple[str, int, int]]:
    return [(d.code, d.at.line, d.at.column) for d in check_text(text, "a.md", 1)]


@settings(max_examples=300)
@given(markdown_like | st.text(max_size=100))
@example("<b\n>x</b\n>")
@example("[a]\n\n[a]: javascript:x")
def test_any_text_is_checked_with_places_inside_it(text: str) -> None:
    rows = text.split("\n")
    for _, line, column in codes(text):
        assert 1 <= line <= len(rows)
        assert 1 <= column <= len(rows[line - 1]) + 1


@pytest.mark.parametrize(
    "target",
    [
        "https://chinhphu.vn",
        "http://a.vn/b?c=d#e",
        "mailto:a@b.vn",
        "tel:+842093000000",
        "#muc-1",
        "../index.html",
        "a b.pdf",
    ],
)
def test_links_to_the_web_a_mailbox_a_telephone_and_the_site_are_allowed(target: str) -> None:
    assert codes(f"[x](<{target}>) và ![x](<{target}>)") == []


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//a.vn/b",
        "https://",
        "ftp://a.vn",
        "blob:x",
    ],
)
def test_any_other_link_is_refused(target: str) -> None:
    assert [code for code, *_ in codes(f"[x](<{target}>)")] == ["MARK003"]


def test_the_end_of_a_tag_that_was_told_is_not_told_again() -> None:
    assert codes("<b>a</b>\nc <i>b</i>") == [("MARK002", 1, 1), ("MARK002", 2, 3)]


def test_an_end_without_beginning_is_told() -> None:
    assert codes("a</b>") == [("MARK002", 1, 2)]


def test_code_may_show_html() -> None:
    assert codes("`<b>` và <b>\n\n```\n<b>\n```") == [("MARK002", 1, 10)]


def test_a_smaller_sign_before_a_number_is_no_html() -> None:
    assert codes("Tỷ lệ < 5 % và 3<4, a <= b") == []


def test_headings_begin_at_the_second_level() -> None:
    assert codes("## A\n\n# B\n\nC\n===\n") == [("MARK004", 3, 1), ("MARK004", 5, 1)]


def test_lines_are_counted_from_the_top_of_the_file() -> None:
    _, found = read_markdown(SourceFile("a.md", "---\ntitle: A\n---\n\nB\n\n# C\n"))
    assert [d.at.line for d in found] == [7]


def test_a_rule_in_the_text_is_no_end_of_the_front_matter() -> None:
    head, body, line = split(SourceFile("a.md", "---\ntitle: A\n---\nB\n\n---\n\nC\n"))
    assert head is not None
    assert (head.text, body, line) == ("title: A\n", "B\n\n---\n\nC\n", 4)


@pytest.mark.parametrize("refusal", [r for r in REFUSALS if r.code.startswith("MARK")], ids=lambda r: r.code)
def test_the_examples_of_a_refusal_are_true(refusal: Refusal) -> None:
    def told(text: str) -> list[str]:
        whole = text if refusal.code == "MARK001" else f"---\ntitle: A\n---\n{text}"
        return [d.code for d in read_markdown(SourceFile("a.md", whole))[1]]

    assert [refusal.code] == list(dict.fromkeys(told(refusal.wrong)))
    assert told(refusal.right) == []


@settings(max_examples=400)
@given(markdown_like | st.text(max_size=100))
@example("[a](< javascript:x>) <b>")
@example("<https://a.vn/ä> http:///x ![b](data:x) [c](d 'e')")
def test_one_parse_says_what_three_would(text: str) -> None:
    """HTML let through to name it, addresses as they are written, and what a page may show: each by a parser of its own."""

    def parser(html: bool, free: bool) -> MarkdownIt:
        own = MarkdownIt("commonmark", {"html": html}).enable(["table", "strikethrough"])
        if free:
            own.validateLink = lambda url: True  # type: ignore[method-assign]  # the library's own extension points
            own.normalizeLink = lambda url: url  # type: ignore[method-assign]  # another of these points
        return own

    naming, listing, showing = parser(True, True), parser(False, True), parser(False, False)
    link_bare(listing)
    link_bare(showing)
    known = parsed(text)
    assert list(known.found) == faults(naming.parse(text), text)
    assert list(known.written) == list(addresses(listing.parse(text)))
    assert known.html == html_of(showing.parse(text), showing)


@settings(max_examples=600)
@given(
    markdown_like
    | st.lists(st.sampled_from([*"*_~`#=-+.)>&!|[]()<\\ \n\tab1", "\n\n", "&amp;", "|-|", "~~~", "](b)"])).map("".join)
)
@example("a\n===\n\nb\n---\n\n***\n1) c\n> d\n> | e |\n> |-|\n\n~~f~~ `g` &lt; \\* ![h](i) [j]\n\n[j]: k")
def test_rules_that_a_text_cannot_need_are_not_missed(text: str) -> None:
    every = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    link_bare(every)
    assert parsers(text).strict.render(text) == every.render(text)

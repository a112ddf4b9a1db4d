from datetime import date
from pathlib import Path

import pytest

from site_gen.base.diagnostics import Diagnostic, Severity
from site_gen.base.theme import Theme
from site_gen.pages.page import Artifact, Page, Part
from site_gen.render.fault import distinct
from site_gen.render.html import page_view, render_one, tidy
from site_gen.render.job import Frame, Job

FRAME = {"language": "en"}


@pytest.mark.parametrize(
    ("html", "tidied"),
    [
        ("  <p>\n\n\t a  \n</p>\n\n", "<p>\na\n</p>\n"),
        ("<pre>\n  a\n\n b</pre>", "<pre>\n  a\n\n b</pre>\n"),
        (
            " <p>\n\n <pre><code>  a\n\n  b\n</code></pre>\n\n  <p> x",
            "<p>\n<pre><code>  a\n\n  b\n</code></pre>\n<p> x\n",
        ),
        ("<pre> a</pre>\n\n<pre> b</pre>", "<pre> a</pre>\n<pre> b</pre>\n"),
        ("<p>a\u00a0\n\u00a0b</p>", "<p>a\u00a0\n\u00a0b</p>\n"),
        ("<preface>\n  x", "<preface>\nx\n"),
    ],
)
def test_indents_go_but_not_inside_preformatted_text(html: str, tidied: str) -> None:
    assert tidy(html) == tidied


def test_the_layout_is_told_of_the_page_what_it_shows() -> None:
    page = Page("a/b.html", "x.html", "Tên", {}, crumbs=(("Kế hoạch", "a/index.html"),), updated=date(2026, 9, 30))
    assert page_view(page) == {
        "title": "Tên",
        "url": "a/b.html",
        "crumbs": [{"label": "Kế hoạch", "url": "a/index.html"}],
        "section": "",
        "updated": date(2026, 9, 30),
        "index": True,
        "sample": False,
        "mixed": False,
        "alternates": [],
        "expires": False,
        "data": [],
        "feeds": [],
        "graph": [],
        "carried": (),
        "changes": (),
        "part": Part(),
        "share": "",
        "picture": {},
    }


def made(theme: Path, context: dict[str, object] | None = None, **files: str) -> Artifact | Diagnostic:
    """What becomes of a page over the template `page.html`."""
    for name, text in files.items():
        (theme / f"{name}.html").write_text(text, encoding="utf-8")
    return render_one(
        Job(Page("a/b.html", "page.html", "Tên", {"list": [], **(context or {})}), "x/a/b.html", Frame(FRAME)),
        Theme((theme,)),
    )


def test_a_page_sees_its_context_itself_and_the_frame(tmp_path: Path) -> None:
    text = '{{ list }} {{ page.title }} {{ site.language }} {{ url }} {{ "c.html" | href }}'
    assert made(tmp_path, page=text) == Artifact("x/a/b.html", "[] Tên en a/b.html ../c.html\n".encode())


FAULTS = {
    "a name that is not given": ("\n{{ titel }}", "page.html", 2, "'titel' is undefined"),
    "a key that is not there": ("{{ page.titel }}", "page.html", 1, "'dict object' has no attribute 'titel'"),
    "an unfinished tag": ("\n\n{% if x", "page.html", 3, "unexpected end of template, expected 'end of statement block'."),
    "an unknown filter": ("{{ url }}\n{{ url | nix }}", "page.html", 2, "No filter named 'nix'."),
    "a division by nothing": ("\n{{ 1 / 0 }}", "page.html", 2, "division by zero"),
    "a fault in an included one": ('\n{% include "inner.html" %}', "inner.html", 3, "'x' is undefined"),
    "a fault in a macro": ('{% from "macro.html" import m %}\n{{ m() }}', "macro.html", 2, "'y' is undefined"),
    "a fault below an extended one": ('{% extends "base.html" %}{% block b %}\n{{ z }}{% endblock %}', "page.html", 2, "'z' is undefined"),
}  # fmt: skip  # a table: a template and what is said of it in a line


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_at_the_line_of_its_template(
    fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text, template, line, reason = FAULTS[fault]
    found = made(
        tmp_path,
        page=text,
        inner="\n\n{{ x }}",
        macro="{% macro m() %}\n{{ y }}{% endmacro %}",
        base="<p>{% block b %}{% endblock %}",
    )
    assert isinstance(found, Diagnostic)
    assert (found.code, found.severity) == ("THEME001", Severity.ERROR)
    assert (found.at.path, found.at.line) == (template, line)
    assert str(found.message) == f"the template failed on a/b.html: {reason}"


def test_a_missing_template_is_told_where_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = made(tmp_path, page='\n{% include "gone.html" %}')
    assert isinstance(found, Diagnostic)
    assert (found.at.path, found.at.line) == ("page.html", 2)
    assert str(found.message) == "there is no template `gone.html`, which a/b.html needs"


def test_a_template_that_is_not_utf_8_is_told_at_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.html").write_bytes(b"a\nb\n\xff")
    found = made(tmp_path)
    assert isinstance(found, Diagnostic)
    assert (found.at.path, found.at.line) == ("page.html", 3)
    assert str(found.message).endswith("the file is not UTF-8 text")


def test_a_template_that_includes_itself_for_ever_is_a_fault_like_any_other(tmp_path: Path) -> None:
    found = made(tmp_path, page='{% include "page.html" %}')
    assert isinstance(found, Diagnostic)
    assert "recursion" in str(found.message)


def test_one_mistake_on_many_pages_is_one_finding(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("{{ x }}", encoding="utf-8")
    (tmp_path / "other.html").write_text('{% include "gone.html" %}', encoding="utf-8")
    (tmp_path / "third.html").write_text('\n{% include "gone.html" %}', encoding="utf-8")
    found = [
        render_one(Job(Page(f"{n}.html", template, "", {}), f"{n}.html", Frame(FRAME)), Theme((tmp_path,)))
        for n, template in enumerate(("page.html", "page.html", "other.html", "third.html"))
    ]
    told = distinct(d for d in found if isinstance(d, Diagnostic))
    assert [str(d.message) for d in told] == [
        "the template failed on 0.html: 'x' is undefined",
        "there is no template `gone.html`, which 2.html needs",
    ]

import shutil
from collections import OrderedDict
from pathlib import Path
from typing import Any

import pytest
from builds import DAY, SHIPPED, SMALL, THEME
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, UndefinedError

from site_gen.base.theme import Theme
from site_gen.base.values import named_values
from site_gen.pipeline.decide import decide
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request
from site_gen.render.environment import Templates, mark, relative, settle
from site_gen.render.html import page_view, panel_view


@pytest.mark.parametrize(
    ("target", "page", "way"),
    [
        ("index.html", "index.html", "index.html"),
        ("lien-he.html", "ke-hoach/index.html", "../lien-he.html"),
        ("ke-hoach/index.html", "ke-hoach/cchc/1.html", "../index.html"),
        ("ke-hoach/cchc/1.html", "ke-hoach/index.html", "cchc/1.html"),
        ("a/b/c.html", "a/x/y.html", "../b/c.html"),
        ("/lien-he.html", "a/b.html", "../lien-he.html"),
        ("./lien-he.html", "a/b.html", "../lien-he.html"),
        ("a/../lien-he.html", "b.html", "lien-he.html"),
        ("../index.html", "index.html", "../index.html"),
        ("../index.html", "ke-hoach/cchc/1.html", "../../../index.html"),
        ("a", "a/b.html", "../a"),
        ("a.html#muc", "b/c.html", "../a.html#muc"),
        ("#muc", "b/c.html", "#muc"),
        ("/#muc", "b/c.html", "#muc"),
        ("", "b/c.html", ""),
        ("https://example.vn/a", "b/c.html", "https://example.vn/a"),
        ("mailto:a@example.vn", "b/c.html", "mailto:a@example.vn"),
        ("tel:0208", "b/c.html", "tel:0208"),
    ],
)
def test_an_address_inside_the_site_is_seen_from_its_page(target: str, page: str, way: str) -> None:
    assert relative(target, page) == way


NAMES = st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=4).map("/".join)


@given(NAMES, NAMES)
def test_following_the_way_leads_to_the_target(target: str, page: str) -> None:
    here = page.split("/")[:-1]
    for step in relative(target + ".html", page).split("/"):
        here = here[:-1] if step == ".." else [*here, step]
    assert "/".join(here) == target + ".html"


def test_the_way_does_not_depend_on_the_working_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    assert relative("../index.html", "x/y.html") == "../../index.html"


def test_marked_addresses_are_settled_for_the_page_and_nothing_else_is_touched() -> None:
    html = f'<a href="{mark("a/b.html")}">a/b.html</a> \ufdd1 \ufdd0'
    assert settle(html, "x/y.html") == '<a href="../a/b.html">a/b.html</a> \ufdd1 \ufdd0'


def test_text_from_content_is_escaped_and_markdown_is_not_escaped_again() -> None:
    environment = Templates(SHIPPED, "vi").environment
    text = environment.from_string("{{ a }} {{ a | href }} {{ b | markdown }}").render(a='<b>"&', b="*x* <i>")
    assert text == "&lt;b&gt;&#34;&amp; \ufdd0&lt;b&gt;&#34;&amp;\ufdd1 <p><em>x</em> &lt;i&gt;</p>\n"


def test_a_name_that_no_page_gives_is_an_error_and_not_nothing() -> None:
    with pytest.raises(Exception, match="'titel' is undefined"):
        Templates(SHIPPED, "vi").environment.from_string("{{ titel }}").render()


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [("một hai ba", 20, "một hai ba"), ("một hai ba", 8, "một hai…"), ("một hai ba", 10, "một hai ba")],
)
def test_titles_are_cut_between_words(text: str, most: int, shown: str) -> None:
    filters: dict[str, Any] = Templates(SHIPPED, "vi").environment.filters
    assert filters["short"](text, most) == shown


@pytest.mark.parametrize(("language", "word"), [("vi", "Liên hệ"), ("en", "Contact")])
def test_templates_speak_the_language_of_the_site(language: str, word: str) -> None:
    assert Templates(SHIPPED, language).environment.from_string('{{ _("Contact") }}').render() == word


# What a page depends on


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('{% extends "a.html" %}', {"a.html"}),
        ("{%- include 'a.html' -%}", {"a.html"}),
        ('{% include ["a.html", "b.html"] ignore missing %}', {"a.html", "b.html"}),
        ('{% from "a.html" import x, y as z %}', {"a.html"}),
        ('{% import\n  "a.html" as a with context %}', {"a.html"}),
        ("{% include panel.template %}", set()),  # those are listed in `Page.templates`
        ('{{ "a.html" | href }} "b.html"', set()),
        ('{% set importance = "a.html" %}', set()),
    ],
)
def test_a_template_depends_on_those_it_names(text: str, named: set[str], tmp_path: Path) -> None:
    assert Templates(Theme((write(tmp_path, page=text),)), "vi").closure(["page.html"]) == {"page.html"} | named


@pytest.mark.parametrize(
    "text",
    [
        "{% include x %}",
        "{%- extends page.parent -%}",
        "{% from [x, y] import z %}",
        '{% include "a.html" if x else y %}',
        '{% include "a" ~ ".html" %}',
        '{% include ["other", "html"] | join(".") %}',
        '{% include ["a.html", x] %}',
    ],
)
def test_a_template_that_computes_a_name_may_depend_on_every_template(text: str, tmp_path: Path) -> None:
    own = Templates(Theme((write(tmp_path, page=text, other=""),)), "vi")
    assert {"page.html", "other.html", "plan/task.html"} <= own.closure(["page.html"])


def test_templates_are_current_until_one_of_those_asked_for_changes(tmp_path: Path) -> None:
    write(tmp_path, a='{% include "b.html" %}{% include "c.html" %}', b="b", d="d")
    own = Templates(Theme((tmp_path,)), "vi")
    own.digest(["a.html"])
    write(tmp_path, d="changed")
    assert own.current()
    write(tmp_path, c="now there")
    assert not own.current()


def test_a_template_depends_on_what_those_it_names_depend_on_even_in_a_circle(tmp_path: Path) -> None:
    write(tmp_path, a='{% include "b.html" %}', b='{% include "c.html" %}', c='{% include "a.html" %}')
    assert Templates(Theme((tmp_path,)), "vi").closure(["b.html"]) == {"a.html", "b.html", "c.html"}


def test_a_digest_changes_with_any_template_it_stands_for_and_with_no_other(tmp_path: Path) -> None:
    write(tmp_path, a='{% include "b.html" %}', b="b", c="c")
    before = Templates(Theme((tmp_path,)), "vi").digest(["a.html"])
    assert Templates(Theme((write(tmp_path, c="other"),)), "vi").digest(["a.html"]) == before
    assert Templates(Theme((write(tmp_path, b="other"),)), "vi").digest(["a.html"]) != before


def test_a_missing_or_unreadable_template_has_a_digest_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, a='{% include "b.html" %}')
    seen = [Templates(Theme((tmp_path,)), "vi").digest(["a.html"])]
    seen.append(Templates(Theme((write(tmp_path, b=""),)), "vi").digest(["a.html"]))
    (tmp_path / "b.html").write_bytes(b"\xff")
    seen.append(Templates(Theme((tmp_path,)), "vi").digest(["a.html"]))
    assert len(set(seen)) == 3


def test_no_page_uses_a_template_that_it_is_not_known_to_depend_on(tmp_path: Path) -> None:
    jobs, _ = decide(gather(Request(SMALL, tmp_path / "output", DAY)), Request(SMALL, tmp_path / "output", DAY))
    own = Templates(SHIPPED, "vi")
    used: set[str] = set()
    plain = own.environment.get_template

    def get_template(name: Any, *rest: Any, **more: Any) -> Any:
        used.add(name)
        return plain(name, *rest, **more)

    own.environment.get_template = get_template
    unknown = {}
    for job in jobs:
        used.clear()
        own.environment.get_template(job.page.template).render(
            named_values(job.page.context),
            panels=[panel_view(panel) for panel in job.page.panels],
            page=page_view(job.page),
            site=job.frame.values,
            url=job.page.url,
        )
        if beyond := used - own.closure([job.page.template, *job.page.templates]):
            unknown[job.path] = beyond
    assert unknown == {}
    assert "components/status/macro.html" in own.closure(["plan/overview.html"])


def test_a_theme_can_replace_the_template_of_a_content_type(tmp_path: Path) -> None:
    shutil.copytree(THEME, tmp_path / "theme")
    (tmp_path / "theme" / "unit").mkdir()
    (tmp_path / "theme" / "unit" / "page.html").write_text("own", encoding="utf-8")
    assert Templates(Theme((tmp_path / "theme",)), "vi").environment.get_template("unit/page.html").render() == "own"


def test_indents_of_a_template_are_for_people_and_stay_there(tmp_path: Path) -> None:
    write(tmp_path, a="<ul>\n  {% for x in rows %}\n    <li>{{ x }}  y</li>\n  {% endfor %}\n\t</ul>")
    template = Templates(Theme((tmp_path,)), "vi").environment.get_template("a.html")
    assert template.render(rows=["  1"]) == "<ul>\n<li>  1  y</li>\n</ul>"


@pytest.mark.parametrize(
    "text", ["{{ d.a }}", "{{ d.copy() }}", '{{ d["items"] }}', "{{ d.items() | list }}", "{{ o.a }}"]
)
def test_a_name_behind_a_dot_means_what_it_always_means(text: str) -> None:
    values = {"d": {"a": 1, "items": 2, "copy": 3}, "o": OrderedDict(a=1)}
    plain = Environment(autoescape=True).from_string(text).render(values)
    assert Templates(SHIPPED, "vi").environment.from_string(text).render(values) == plain


def test_a_value_that_a_mapping_lacks_is_an_error() -> None:
    with pytest.raises(UndefinedError, match="has no attribute 'b'"):
        Templates(SHIPPED, "vi").environment.from_string("{{ d.b }}").render(d={"a": 1})

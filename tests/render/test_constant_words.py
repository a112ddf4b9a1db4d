import pytest
from builds import SHIPPED
from jinja2.environment import Template
from markupsafe import Markup

from site_gen.render.environment import Templates
from site_gen.render.labels import NoSuchField


def template(text: str, language: str = "vi") -> Template:
    return Templates(SHIPPED, language).environment.from_string(text)


def code(text: str) -> str:
    return Templates(SHIPPED, "vi").environment.compile(text, raw=True)


@pytest.mark.parametrize(
    "text", ['{{ _("Contact") }}', '{{ label("Procedure.code") }}', '{{ label("Procedure.code") | lower }}']
)
def test_constant_words_stand_in_the_compiled_template_and_nothing_is_called(text: str) -> None:
    assert "context.call" not in code(text)
    assert template(text).render() in code(text)


@pytest.mark.parametrize(("language", "words"), [("vi", "trang 2/5"), ("en", "page 2 of 5")])
def test_holes_are_filled_when_the_page_is_rendered(language: str, words: str) -> None:
    shown = template('{{ _("Page %(n)s of %(m)s", n=n, m=5) | lower }}', language).render(n=2)
    assert shown == words


def test_what_fills_a_hole_is_escaped_and_the_words_are_not() -> None:
    shown = template('{{ _("<b>%(n)s</b> 100%%", n=n) }}{{ _("R&D 5%%") }}').render(n="<i>")
    assert shown == "<b>&lt;i&gt;</b> 100%R&D 5%"


def test_markup_that_fills_a_hole_is_not_escaped_again() -> None:
    assert template('{{ _("%(n)s rows", n=n) }}', "en").render(n=Markup("<b>2</b>")) == "<b>2</b> rows"


def test_without_escaping_words_are_plain_text_as_everything_else() -> None:
    text = '{% autoescape false %}{{ _("%(n)s rows", n=n) }}{{ _("Contact") | e }}{% endautoescape %}'
    assert template(text, "en").render(n="<b>") == "<b> rowsContact"


def test_a_label_is_escaped_where_it_is_shown() -> None:
    assert template('{{ label("Procedure.code") ~ "<" }}').render().endswith("&lt;")


def test_plurals_and_blocks_of_words_are_chosen_by_what_the_page_gives() -> None:
    blocks = template("{% trans n=n %}one row{% pluralize %}{{ n }} rows{% endtrans %}", "en")
    assert [blocks.render(n=1), blocks.render(n=3)] == ["one row", "3 rows"]
    assert template('{{ ngettext("%(num)s row", "%(num)s rows", n) }}', "en").render(n=2) == "2 rows"


def test_a_computed_message_is_looked_up_when_the_page_is_rendered() -> None:
    assert template("{{ _(word) }}").render(word="Contact") == template('{{ _("Contact") }}').render()


@pytest.mark.parametrize("text", ['{{ _("%(n)s rows") }}', '{{ label("Procedure.no") }}'])
def test_words_that_cannot_be_answered_fail_on_the_page_and_not_before(text: str) -> None:
    broken = template("{% if shown %}" + text + "{% endif %}")
    assert broken.render(shown=False) == ""
    with pytest.raises((KeyError, NoSuchField)):
        broken.render(shown=True)

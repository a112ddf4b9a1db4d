import pytest

from site_gen.base.diagnostics import Severity, Span
from site_gen.pages.page import Page
from site_gen.pages.routes import collisions


def page(url: str, *sources: str) -> Page:
    return Page(url, "x.html", "Tên", {}, sources)


def test_different_addresses_are_no_finding() -> None:
    assert collisions([(page("a.html"), "a.html"), (page("a.html"), "b/a.html"), (page("a"), "a")]) == []


@pytest.mark.parametrize("second", ["a.html", "A.HTML", "a.Html"])
def test_two_sources_for_one_address_are_an_error_at_the_second(second: str) -> None:
    (found,) = collisions([(page("a.html", "pages/a.md"), "a.html"), (page(second, "pages/b.md"), second)])
    assert (found.code, found.severity, found.at) == ("URL001", Severity.ERROR, Span("pages/b.md"))
    assert str(found.message) == f"the address `{second}` is already taken by pages/a.md"


def test_a_page_that_every_site_has_is_called_by_its_title() -> None:
    (found,) = collisions([(page("a.html"), "a.html"), (page("a.html", "pages/a.md"), "a.html")])
    assert (found.at, str(found.message)) == (Span("pages/a.md"), "the address `a.html` is already taken by Tên")


def test_each_further_page_is_told() -> None:
    assert len(collisions([(page("a", str(n)), "a") for n in range(4)])) == 3

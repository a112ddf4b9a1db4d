from site_gen.joined.hub import attach
from site_gen.pages.page import Page, Panel

UNIT = ("unit", "van-phong")


def panel(order: int, template: str, **context: str) -> Panel:
    return Panel(UNIT, order, template, {**context})


def test_panels_come_to_the_page_of_their_subject_in_their_order() -> None:
    (page,) = attach(
        [Page("a.html", "unit/page.html", "", {"name": "Văn phòng"}, subject=UNIT, templates=("x.html",))],
        [panel(2, "b.html", n="2"), panel(1, "c.html", n="1"), panel(2, "a.html", n="0"), panel(1, "c.html", n="3")],
    )
    assert [(p.template, p.context) for p in page.panels] == [
        ("c.html", {"n": "1"}),
        ("c.html", {"n": "3"}),
        ("a.html", {"n": "0"}),
        ("b.html", {"n": "2"}),
    ]
    assert page.templates == ("x.html", "c.html", "a.html", "b.html")


def test_a_page_of_another_subject_or_of_none_stays_as_it_is() -> None:
    pages = [Page("a.html", "x", "", {}, subject=("unit", "khac")), Page("b.html", "x", "", {})]
    assert list(attach(pages, [panel(1, "a.html"), Panel(("", ""), 1, "b.html", {})])) == pages

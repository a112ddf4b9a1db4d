"""A catalog finds entries by model, id and every name people call them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.base.names import name_key
from site_gen.base.plain_text import SourceFile
from site_gen.base.traces import Memory, remembered
from site_gen.kinds.page.model import FreePage
from site_gen.kinds.unit.model import Unit
from site_gen.model.catalog import Attachment, Catalog, Name
from site_gen.model.entry import Entry
from site_gen.model.settings import Site
from site_gen.reading.yaml_reader import parse

SITE = Site.model_validate({"name": "UBND xã Bình An", "short_name": "UBND xã", "place": "tỉnh A", "unit": "ubnd-xa"})


def unit(id: str) -> Entry[Unit]:
    document, _ = parse(SourceFile(f"units/{id}.yml", "name: A\n"))
    assert document is not None
    return Entry(
        "unit", id, document.path, Unit.model_validate({"name": id, "type": "xã", "level": "cấp xã"}), document
    )


def name(id: str, text: str, kind: str = "unit") -> Name:
    return Name(kind, id, text, text, f"{id}.html")


@pytest.fixture
def catalog() -> Catalog:
    return Catalog(
        "",
        SITE,
        [unit("van-phong"), unit("ubnd-xa")],
        [
            name("van-phong", "Văn phòng UBND xã"),
            name("van-phong", "Văn hoá – Xã hội"),
            name("ubnd-xa", "Ủy ban nhân dân xã"),
            name("ubnd-xa", "van-phong"),
        ],
        broken=[("unit", "tu-phap")],
    )


def test_entries_stand_by_id_whatever_order_they_came_in(catalog: Catalog) -> None:
    assert [e.id for e in catalog.all(Unit)] == ["ubnd-xa", "van-phong"]
    assert [e.id for e in catalog.entries()] == ["ubnd-xa", "van-phong"]


def test_an_entry_is_found_by_model_and_id(catalog: Catalog) -> None:
    found = catalog.get(Unit, "ubnd-xa")
    assert found is not None
    assert found.id == "ubnd-xa"
    assert catalog.get(Unit, "khong-co") is None
    assert catalog.get(FreePage, "ubnd-xa") is None
    assert catalog.all(FreePage) == ()


@pytest.mark.parametrize("text", ["Văn phòng UBND xã", "VĂN PHÒNG UBND XÃ", "Văn  phòng UBND-xã", "Văn hóa - Xã hội"])
def test_a_name_is_found_however_it_is_spelt(catalog: Catalog, text: str) -> None:
    found = catalog.named("unit", text)
    assert found is not None
    assert found.id == "van-phong"


@given(st.lists(st.text("aàạăâhnđdHÀ -", min_size=1, max_size=6), min_size=1, max_size=5), st.data())
def test_a_reference_is_resolved_only_by_its_own_name(texts: list[str], data: st.DataObject) -> None:
    texts = [text for text in texts if text.strip(" -")]
    if not texts:
        return
    catalog = Catalog("", SITE, [], [name(f"id-{n}", text) for n, text in enumerate(texts)])
    asked = data.draw(st.sampled_from(texts) | st.text("aàạăâhnđdHÀ -", min_size=1, max_size=6))
    found = catalog.named("unit", asked)
    same = [text for text in texts if name_key(text) == name_key(asked)]
    assert (found.text if found else None) == (same[0] if same else None)


def test_names_that_differ_in_marks_are_two(catalog: Catalog) -> None:
    both = Catalog("", SITE, [], [name("a", "Thôn Hà"), name("b", "Thôn Hạ")])
    assert [hit.id for text in ("Thôn Hà", "thôn hạ") if (hit := both.named("unit", text))] == ["a", "b"]
    assert both.named("unit", "Thôn Há") is None
    assert both.named("unit", "Thon Ha") is None


def test_an_id_comes_before_a_name_that_reads_the_same(catalog: Catalog) -> None:
    found = catalog.named("unit", "van-phong")
    assert found is not None
    assert found.id == "van-phong"


def test_a_name_belongs_to_its_kind(catalog: Catalog) -> None:
    assert catalog.named("person", "Văn phòng UBND xã") is None


def test_of_two_entries_with_one_name_the_first_has_it() -> None:
    names = [name("a", "Văn phòng"), name("b", "Văn Phòng")]
    found = Catalog("", SITE, [unit("a"), unit("b")], names).named("unit", "văn phòng")
    assert found is not None
    assert found.id == "a"


def test_a_row_of_a_list_yields_to_an_entry_of_its_own() -> None:
    row = Name("unit", "a", "Văn phòng", "row", "list.html#a", listed=True)
    found = Catalog("", SITE, [unit("a")], [row, name("a", "Văn phòng")])
    for text in ("a", "Văn phòng"):
        hit = found.named("unit", text)
        assert hit is not None
        assert hit.url == "a.html"


def test_the_names_of_a_kind_can_be_listed(catalog: Catalog) -> None:
    assert "Văn phòng UBND xã" in {name.text for name in catalog.names("unit")}
    assert catalog.names("person") == ()


def test_an_entry_that_could_not_be_read_is_known_to_exist(catalog: Catalog) -> None:
    assert catalog.is_broken("unit", "tu-phap")
    assert not catalog.is_broken("person", "tu-phap")


def dated(id: str, day: str) -> Entry[FreePage]:
    """An entry that waits for a day."""
    document, _ = parse(SourceFile(f"pages/{id}.md", "title: A\n"))
    assert document is not None
    page = FreePage.model_validate({"title": id, "body": "A", "published_at": day})
    return Entry("page", id, document.path, page, document)


NOON = date(2026, 11, 21)
ASKED: dict[str, Callable[[Catalog], object]] = {
    "site": lambda catalog: catalog.site.name,
    "folder": lambda catalog: catalog.folder,
    "attachments": lambda catalog: list(catalog.attachments),
    "broken": lambda catalog: catalog.broken,
    "is_broken": lambda catalog: catalog.is_broken("unit", "khac"),
    "drafts": lambda catalog: [entry.id for entry in catalog.drafts],
    "digest": lambda catalog: catalog.digest,
    "all": lambda catalog: [entry.id for entry in catalog.all(Unit)],
    "get": lambda catalog: catalog.get(Unit, "tram-y-te") is None,
    "entries": lambda catalog: [entry.id for entry in catalog.entries()],
    "named": lambda catalog: catalog.named("unit", "Trạm Y tế"),
    "alike": lambda catalog: catalog.alike("unit", "tram y te"),
    "names": lambda catalog: catalog.names("unit"),
    "waiting": lambda catalog: [entry.id for entry in catalog.on(NOON).waiting],
    "whole": lambda catalog: [entry.id for entry in catalog.whole.all(Unit)],
}


@pytest.mark.parametrize("what", ASKED)
def test_whatever_is_asked_is_asked_again_when_it_has_changed(what: str) -> None:
    ask = ASKED[what]

    @remembered
    def asked(catalog: Catalog) -> object:
        return ask(catalog)

    memory = Memory(lasting=True)
    before = Catalog("", SITE, [unit("ubnd-xa")], [name("ubnd-xa", "UBND xã")], memory=memory)
    station, file = unit("tram-y-te"), Attachment("files/a.pdf", 1, "application/pdf")
    after = Catalog(
        "binh-an",
        SITE.model_copy(update={"name": "UBND xã khác"}),
        [*before.all(Unit), station, dated("sau", "25/12/2026")],
        [name("ubnd-xa", "UBND xã"), name("tram-y-te", "Trạm Y tế")],
        [("unit", "khac")],
        {file.path: file},
        "another",
        [unit("nhap")],
        memory,
    )
    assert ask(before) != ask(after)
    assert [asked(before), asked(after), asked(before)] == [ask(before), ask(after), ask(before)]


def test_what_is_the_same_is_not_asked_again() -> None:
    ran = []

    @remembered
    def asked(catalog: Catalog) -> tuple[Entry[Unit], ...]:
        ran.append(catalog)
        return catalog.all(Unit)

    memory, same = Memory(lasting=True), unit("ubnd-xa")
    first, second = (Catalog(folder, SITE, [same], memory=memory) for folder in ("a", "b"))
    assert asked(first) == asked(second) == (same,)
    assert ran == [first]

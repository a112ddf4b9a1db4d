"""What pages say to machines, and what an illustration, sample data and hidden pages do not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builds import DAY, change, lay
from posted_notice import FIRST, PAGE, written

from site_gen.base.values import Context
from site_gen.joined.site import pages_of
from site_gen.pages.page import Page
from site_gen.pipeline.gather import gather
from site_gen.pipeline.request import Request

HOME = "https://binhan.example.gov.vn"


def pages(content: Path, day: date = DAY) -> dict[str, Page]:
    (only,) = gather(Request(content, content.parent / "output", day)).snapshots
    return {page.url: page for page in pages_of(only)}


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    return pages(written(tmp_path_factory.mktemp("real") / "content"), FIRST)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """The same site as an illustration."""
    return pages(lay(tmp_path_factory.mktemp("shown") / "content"))


def node(page: Page, type_: str) -> Context:
    (found,) = [n for n in page.graph if n["@type"] == type_]
    return found


def types(found: dict[str, Page]) -> set[object]:
    return {n["@type"] for page in found.values() for n in page.graph}


def test_breadcrumbs_lead_from_home_to_the_page_with_whole_addresses(real: dict[str, Page]) -> None:
    trail = node(real["don-vi/van-phong.html"], "BreadcrumbList")["itemListElement"]
    assert [(i["position"], i["name"], i["item"]) for i in trail] == [
        (1, "Trang chủ", f"{HOME}/index.html"),
        (2, "Đơn vị", f"{HOME}/don-vi/index.html"),
        (3, "Văn phòng HĐND và UBND xã", f"{HOME}/don-vi/van-phong.html"),
    ]


def test_the_authority_is_one_node_wherever_it_is_named(real: dict[str, Page]) -> None:
    home, own = (node(real[u], "GovernmentOrganization") for u in ("index.html", "don-vi/ubnd-xa-binh-an.html"))
    assert home["@id"] == own["@id"] == f"{HOME}/index.html#co-quan"
    assert home["email"] == "ubnd@binhan.example.gov.vn"
    assert node(real["thu-tuc/1.004873.html"], "GovernmentService")["provider"]["@id"] == home["@id"]
    assert node(real["du-lieu/don-vi.html"], "Dataset")["publisher"]["@id"] == home["@id"]


def test_a_procedure_is_a_service_with_its_code_and_counter(real: dict[str, Page]) -> None:
    service = node(real["thu-tuc/1.004873.html"], "GovernmentService")
    assert (service["identifier"], service["url"]) == ("1.004873", f"{HOME}/thu-tuc/1.004873.html")
    assert service["serviceType"] == real["thu-tuc/1.004873.html"].context.procedure_field


def test_a_table_is_a_dataset_with_its_files(real: dict[str, Page]) -> None:
    dataset = node(real["du-lieu/don-vi.html"], "Dataset")
    assert [d["contentUrl"] for d in dataset["distribution"]] == [
        f"{HOME}/du-lieu/don-vi.csv",
        f"{HOME}/du-lieu/v1/don-vi.json",
    ]
    assert "Tên đơn vị" in dataset["variableMeasured"]


def test_an_illustration_claims_to_be_nobody_and_to_serve_nobody(shown: dict[str, Page]) -> None:
    assert types(shown) == {"BreadcrumbList", "Dataset"}
    dataset = node(shown["du-lieu/don-vi.html"], "Dataset")
    assert "publisher" not in dataset
    assert dataset["creativeWorkStatus"] == "Bản minh họa"


def test_notices_and_whatever_else_is_hidden_from_search_engines_say_nothing(real: dict[str, Page]) -> None:
    assert [url for url, page in real.items() if not page.index and page.graph] == []
    assert not real[PAGE].index


def test_an_invented_procedure_is_no_service(tmp_path: Path) -> None:
    content = written(tmp_path / "content")
    with (content / "procedures" / "1.004873.yml").open("a", encoding="utf-8") as file:
        file.write("sample: có\n")
    assert "GovernmentService" not in types(pages(content, FIRST))


def test_without_an_address_links_count_from_the_page(tmp_path: Path) -> None:
    content = written(tmp_path / "content")
    change(content / "site.yml", f"base_url: {HOME}\n", "")
    trail = node(pages(content, FIRST)["don-vi/van-phong.html"], "BreadcrumbList")["itemListElement"]
    assert [i["item"] for i in trail] == ["../index.html", "../don-vi/index.html", "../don-vi/van-phong.html"]

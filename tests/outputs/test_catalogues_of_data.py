"""Catalogues of open data, as other programs read them: `datapackage.json` and DCAT-AP."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from rdflib import DCAT, DCTERMS, RDF, Graph, Literal, URIRef
from rdflib.namespace import FOAF

from site_gen.outputs.data_package import data_package
from site_gen.outputs.dcat import THEME, catalogue
from site_gen.outputs.imprint import Imprint
from site_gen.outputs.open_data import data_files
from site_gen.pages.contributions import Column, Table

OLD_GRAPH = "ignore:ConjunctiveGraph is deprecated:DeprecationWarning"
pytestmark = pytest.mark.filterwarnings(OLD_GRAPH)  # rdflib makes one itself
SCHEMA = json.loads((Path(__file__).parent / "data-package-2.schema.json").read_bytes())
LICENCE = ("CC-BY-4.0", "CC BY 4.0, ghi nguồn", "https://creativecommons.org/licenses/by/4.0/")
IMPRINT = Imprint(
    "Dữ liệu mở của UBND xã", "UBND xã Mẫu", date(2026, 11, 21), "https://x.vn", licence=LICENCE, text="Các bảng."
)
COLUMNS = (
    Column("code", "Mã"),
    Column("day", "Ngày", "date"),
    Column("state", "Tình trạng", "string", "Vào ngày dựng.", (("done", "xong"), ("late", "quá hạn"))),
)
TABLE = Table("viec", "Việc", COLUMNS, (("01", "2026-01-02", "done"), ("02", None, "late")), updated=date(2026, 11, 20))
PASSING = Table("thu", "Thư đang công khai", COLUMNS, (("H01", None, None),), passing=True)
TABLES = (TABLE, PASSING)


def files(imprint: Imprint = IMPRINT) -> dict[str, bytes]:
    return {a.path: a.data for table in TABLES for a in data_files(table, imprint)}


def test_the_package_is_a_data_package() -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(data_package(TABLES, files(), IMPRINT))


@pytest.mark.parametrize("lost", ["name", "path", "schema"])
def test_the_kept_schema_misses_what_a_resource_must_have(lost: str) -> None:
    package = json.loads(json.dumps(data_package(TABLES, files(), IMPRINT)))
    del package["resources"][0][lost]
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(package)


def test_the_package_describes_the_very_bytes_and_columns_of_its_files() -> None:
    found = files()
    (resource,) = data_package(TABLES, found, IMPRINT)["resources"]
    data = found[f"du-lieu/{resource['path']}"]
    assert resource["bytes"] == len(data)
    assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
    header = next(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert [f["name"] for f in resource["schema"]["fields"]] == header
    assert resource["schema"]["fields"][2]["categories"][0] == {"value": "done", "label": "xong"}


def graph(imprint: Imprint = IMPRINT) -> Graph:
    text = json.dumps(catalogue(TABLES, files(imprint), imprint))
    return Graph().parse(data=text, format="json-ld", publicID="https://noi.khac.vn/du-lieu/dcat.jsonld")


def test_the_catalogue_has_what_dcat_ap_makes_mandatory() -> None:
    found = graph()
    (whole,) = found.subjects(RDF.type, DCAT.Catalog)
    assert [str(found.value(whole, p)) for p in (DCTERMS.title, DCTERMS.description)] == [IMPRINT.title, "Các bảng."]
    publisher = found.value(whole, DCTERMS.publisher)
    assert (publisher, RDF.type, FOAF.Agent) in found
    assert found.value(publisher, FOAF.name) == Literal("UBND xã Mẫu", lang="vi")
    (dataset,) = found.objects(whole, DCAT.dataset)
    assert found.value(dataset, DCTERMS.title) == Literal("Việc", lang="vi")
    assert found.value(dataset, DCTERMS.description)
    assert found.value(dataset, DCAT.theme) == URIRef(THEME)
    assert found.value(dataset, DCTERMS.modified) == Literal(date(2026, 11, 20))
    for distribution in found.objects(dataset, DCAT.distribution):
        assert isinstance(found.value(distribution, DCAT.accessURL), URIRef)
        assert found.value(distribution, DCTERMS.license) == URIRef(LICENCE[2])


def test_every_distribution_leads_to_a_file_of_its_size() -> None:
    found, made = graph(), files()
    sizes = {
        str(found.value(d, DCAT.downloadURL)): int(found.value(d, DCAT.byteSize))
        for d in found.subjects(RDF.type, DCAT.Distribution)
    }
    paths = ("du-lieu/viec.csv", "du-lieu/v1/viec.json")
    assert sizes == {f"https://x.vn/{path}": len(made[path]) for path in paths}


def test_without_an_address_the_catalogue_leads_to_files_beside_it() -> None:
    found = graph(Imprint("Dữ liệu mở", "UBND xã Mẫu", date(2026, 11, 21), text="Các bảng."))
    downloads = {str(o) for o in found.objects(None, DCAT.downloadURL)}
    assert downloads == {"https://noi.khac.vn/du-lieu/viec.csv", "https://noi.khac.vn/du-lieu/v1/viec.json"}


def test_rows_that_are_taken_down_stand_in_no_catalogue() -> None:
    package, dcat = data_package(TABLES, files(), IMPRINT), catalogue(TABLES, files(), IMPRINT)
    assert "Thư đang công khai" not in json.dumps([package, dcat], ensure_ascii=False)
    assert "du-lieu/thu.csv" in files()

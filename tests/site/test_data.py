"""The repository's own site as others read it: every JSON by its schema, every graph by kept shapes, every table offered."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import feedparser
import jsonschema
import pytest
from outline import outline
from parsing import parsed
from rdflib import Graph

KEPT = json.loads((Path(__file__).parent / "schema-org.schema.json").read_bytes())
DRAFT = jsonschema.Draft202012Validator
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def graphs(built: Path) -> dict[str, Any]:
    return {
        page.relative_to(built).as_posix(): json.loads(block)
        for page in built.rglob("*.html")
        for block in BLOCK.findall(page.read_text(encoding="utf-8"))
    }


def test_every_json_file_keeps_its_schema(built: Path) -> None:
    files = [p for p in built.rglob("du-lieu/v1/*.json") if not p.name.endswith(".schema.json")]
    assert len(files) > 80
    for path in files:
        content = json.loads(path.read_bytes())
        schema = json.loads((path.parent / content["$schema"]).read_bytes())
        DRAFT.check_schema(schema)
        errors = [e.message for e in DRAFT(schema, format_checker=DRAFT.FORMAT_CHECKER).iter_errors(content)]
        assert errors == [], path


def test_csv_and_json_of_a_table_hold_the_same_rows(built: Path) -> None:
    for path in built.rglob("du-lieu/v1/*.json"):
        if path.name.endswith(".schema.json"):
            continue
        rows = json.loads(path.read_bytes())["rows"]
        text = (path.parents[1] / f"{path.stem}.csv").read_bytes().decode("utf-8-sig")
        read = list(csv.DictReader(io.StringIO(text, newline="")))
        assert len(read) == len(rows), path
        for line, row in zip(read, rows, strict=True):
            assert list(line) == list(row)
            assert {k for k, v in line.items() if v == ""} == {k for k, v in row.items() if v in (None, "")}, path


def test_no_value_of_open_data_holds_markup(built: Path) -> None:
    for path in built.rglob("du-lieu/v1/*.json"):
        assert not re.search(r"</?(?:a|p|b|br|span|div|ul|li)\b[^>]*>", path.read_text(encoding="utf-8")), path


def test_every_page_with_a_table_of_content_offers_its_data(built: Path) -> None:
    without = []
    for page in built.rglob("*.html"):
        if b"<table" not in page.read_bytes():
            continue
        main = next(outline(page).iter("main"))
        prose = [t for e in main.iter() if e.get("class") == "prose" for t in e.iter("table")]
        tables = [t for t in main.iter("table") if t not in prose]
        offered = [a for a in main.iter("a") if (a.get("href") or "").endswith(".csv")]
        # The English pages show a part of what their Vietnamese twins offer whole.
        if tables and not offered and page.parent.name != "en":
            without.append(page.relative_to(built).as_posix())
    assert without == []


def test_every_link_to_data_says_whose_it_is_when_read_alone(built: Path) -> None:
    page = built / "cam-giang" / "du-lieu" / "index.html"
    tree = parsed(page)[0]
    words = [" ".join("".join(a.itertext()).split()) for a in tree.iter("a") if "download" in a.attrib]
    assert len(words) > 25
    assert [w for w, n in Counter(words).items() if n > 1 or w in ("CSV", "JSON")] == []


def test_every_graph_keeps_the_kept_shapes(built: Path) -> None:
    found = graphs(built)
    assert len(found) > 500
    for path, graph in found.items():
        errors = [e.message for e in DRAFT(KEPT).iter_errors(graph)]
        assert errors == [], path


@pytest.mark.parametrize("lost", ["item", "name", "position"])
def test_the_kept_shapes_miss_what_a_trail_must_have(built: Path, lost: str) -> None:
    graph = graphs(built)["cam-giang/du-lieu/don-vi.html"]
    del graph["@graph"][0]["itemListElement"][1][lost]
    assert not DRAFT(KEPT).is_valid(graph)


def test_illustrations_are_no_organisation_and_no_service(built: Path) -> None:
    types = {node["@type"] for graph in graphs(built).values() for node in graph["@graph"]}
    assert types == {"BreadcrumbList", "Dataset"}


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib makes one itself
def test_the_catalogue_of_each_site_is_linked_data(built: Path) -> None:
    sites = sorted(built.glob("*/du-lieu/dcat.jsonld"))
    assert len(sites) == 5
    for path in sites:
        graph = Graph().parse(path.as_posix(), format="json-ld", publicID="https://x.vn/xa/du-lieu/dcat.jsonld")
        files = {str(o) for o in graph.objects() if str(o).startswith("https://x.vn/xa/du-lieu/") and "#" not in str(o)}
        assert files
        assert [f for f in files if not (path.parents[1] / f.removeprefix("https://x.vn/xa/")).is_file()] == []


def test_every_feed_is_read_by_another_program(built: Path) -> None:
    feeds = sorted(built.rglob("*.atom"))
    assert len(feeds) > 10
    for path in feeds:
        read = feedparser.parse(path.read_bytes())
        assert not read.bozo, path
        assert len({e.id for e in read.entries}) == len(read.entries), path
        for entry in read.entries:
            target = entry.link.partition("#")[0]
            assert (path.parent / target).resolve().is_file(), (path, target)

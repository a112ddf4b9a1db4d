"""`dcat.jsonld`: the catalogue for data portals (W3C DCAT 3, profile DCAT-AP 3.0 of SEMIC).

Terms that portals look for (themes, languages, file types) come from the authority tables of the Publications Office of
the EU, as the profile asks. Where the site has no address, addresses are relative to the catalogue.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from site_gen.base.values import Context, Plain
from site_gen.joined.tables import csv_path, json_path, page_path, xlsx_path
from site_gen.outputs.imprint import Imprint
from site_gen.pages.contributions import Table

EU = "http://publications.europa.eu/resource/authority"
IANA = "https://www.iana.org/assignments/media-types"
LANGUAGES = {"vi": f"{EU}/language/VIE", "en": f"{EU}/language/ENG"}
THEME = f"{EU}/data-theme/GOVE"
"""Government and public sector."""
CONTEXT: Context = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
FORMATS: tuple[tuple[str, str, str], ...] = (
    ("CSV", "text/csv", "CSV"),
    ("JSON", "application/json", "JSON"),
    ("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel"),
)


def catalogue(tables: Iterable[Table], files: Mapping[str, bytes], imprint: Imprint) -> Context:
    """The catalogue; `files` holds the bytes of each file by path. Tables whose rows pass are not in it."""
    publisher: Context = {
        "@id": f"{_at(imprint, 'index.html')}#nguoi-cong-bo",
        "@type": "foaf:Agent",
        "foaf:name": _text(imprint, imprint.publisher),
    }
    return {
        "@context": CONTEXT,
        "@id": _at(imprint, "du-lieu/index.html"),
        "@type": "dcat:Catalog",
        "dct:title": _text(imprint, imprint.title),
        "dct:description": _text(imprint, imprint.text),
        "dct:publisher": publisher,
        "dct:language": {"@id": LANGUAGES[imprint.language]},
        "dct:modified": _day(imprint.as_of.isoformat()),
        "foaf:homepage": {"@id": _at(imprint, "index.html")},
        "dcat:themeTaxonomy": {"@id": f"{EU}/data-theme"},
        "dcat:dataset": [_dataset(t, files, imprint, publisher) for t in tables if not t.passing],
    }


def _at(imprint: Imprint, path: str) -> str:
    return f"{imprint.home}/{path}" if imprint.home else f"../{path}"


def _text(imprint: Imprint, text: str) -> Context:
    return {"@value": text, "@language": imprint.language}


def _day(iso: str) -> Context:
    return {"@value": iso, "@type": "xsd:date"}


def _dataset(table: Table, files: Mapping[str, bytes], imprint: Imprint, publisher: Context) -> Context:
    page = _at(imprint, page_path(table.name))
    paths = (csv_path(table.name), json_path(table.name), xlsx_path(table.name))
    out: Context = {
        "@id": f"{page}#bang",
        "@type": "dcat:Dataset",
        "dct:identifier": f"{page}#bang" if imprint.home else table.name,
        "dct:title": _text(imprint, table.title),
        "dct:description": _text(imprint, table.text or f"{table.title}: {', '.join(c.label for c in table.columns)}."),
        "dct:publisher": {"@id": publisher["@id"]},
        "dct:language": {"@id": LANGUAGES[imprint.language]},
        "dcat:theme": {"@id": THEME},
        "dcat:landingPage": {"@id": page},
        "dcat:distribution": [
            _distribution(path, kind, files[path], imprint, page)
            for path, kind in zip(paths, FORMATS, strict=True)
            if path in files
        ],
    }
    if table.group:
        out["dcat:keyword"] = _text(imprint, table.group)
    if table.updated:
        out["dct:modified"] = _day(table.updated.isoformat())
    return out


def _distribution(path: str, kind: tuple[str, str, str], data: bytes, imprint: Imprint, page: str) -> Plain:
    code, media, title = kind
    out: Context = {
        "@id": f"{page}#{code.lower()}",
        "@type": "dcat:Distribution",
        "dct:title": _text(imprint, title),
        "dcat:accessURL": {"@id": page},
        "dcat:downloadURL": {"@id": _at(imprint, path)},
        "dcat:mediaType": {"@id": f"{IANA}/{media}"},
        "dct:format": {"@id": f"{EU}/file-type/{code}"},
        "dcat:byteSize": {"@value": str(len(data)), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": hashlib.sha256(data).hexdigest(), "@type": "xsd:hexBinary"},
        },
    }
    if imprint.licence:
        out["dct:license"] = {"@id": imprint.licence[2]}
    return out
